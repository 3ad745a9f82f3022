/** 河北, 2022: fiscal money against last year and against the budget, fund by fund; tables at the end, as DOC. */
import { Account, line, yuan } from './account.ts';
import { classesOf, named } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '邢台市任泽区牛尾河湿地公园管理处';
const YEAR = 2022;

const account = new Account({
  names: {
    ...NAMES,
    21104: '自然生态保护',
    2110401: '生态保护',
    21201: '城乡社区管理事务',
    2120101: '行政运行',
    2120199: '其他城乡社区管理事务支出',
    21213: '城市基础设施配套费安排的支出',
    2121302: '城市环境卫生',
  },
  lines: [
    line('2080501', { basic: 142_600, budget: 140_000 }),
    line('2080505', { basic: 386_512.4, budget: 400_000 }),
    line('2080506', { basic: 193_256.2, budget: 200_000 }),
    line('2101101', { basic: 188_340.16, budget: 190_000 }),
    line('2110401', { project: 2_416_300, appropriated: 2_366_300, budget: 2_600_000 }),
    line('2120101', { basic: 3_264_118.75, budget: 3_150_000 }),
    line('2120199', { project: 1_208_440.5, budget: 1_500_000 }),
    line('2120501', { project: 864_000, budget: 860_000, ownProject: 72_000, own: { other: 96_500 } }),
    line('2121302', { fund: 'fund', project: 1_380_000, budget: 1_200_000 }),
    line('2210201', { basic: 301_224, budget: 300_000 }),
  ],
  economic: {
    30101: 1_102_416,
    30102: 964_820.5,
    30103: 402_600,
    30108: 386_512.4,
    30109: 193_256.2,
    30110: 188_340.16,
    30112: 21_640,
    30113: 301_224,
    30201: 186_300.25,
    30206: 64_120,
    30207: 18_260,
    30211: 42_600,
    30213: 96_480,
    30217: 8_640,
    30228: 48_310,
    30231: 68_412.6,
    30239: 96_000,
    30302: 142_600,
    30309: 1_800,
  },
  rest: '30299',
  carriedIn: { general: 150_000, own: 20_000 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(75_000), reception: yuan(15_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(68_412.6), reception: yuan(8_640) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(71_900.3), reception: yuan(9_860) };

const prior = {
  total: yuan(9_612_480.3),
  general: { in: yuan(8_103_640), out: yuan(8_212_118.2) },
  fund: { in: yuan(1_240_000), out: yuan(1_240_000) },
  agency: yuan(792_300),
};
const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });
const VERBS = '增加 减少 增长 降低';
const BUDGET = { basis: 'budget' } as const;

const [income, spent] = [account.income(), account.spent()];

function overview(): BlockForm[] {
  return [
    part('第一部分   部门概况'),
    section('一、部门职责'),
    p('1.负责牛尾河湿地公园的规划建设、绿化养护和水系管理。'),
    p('2.负责公园环境卫生、安全巡查和游园秩序管理。'),
    p('3.负责湿地科普宣教工作。'),
    section('二、机构设置'),
    p(
      t`从决算编报单位构成看，纳入2022年度本部门决算汇编范围的独立核算单位（以下简称“单位”）共${w.c('organisation.units', 1, '个')}，具体情况如下：${ORGANISATION}（本级），单位性质为行政单位，经费形式为财政拨款。`,
    ),
  ];
}

function whole(): BlockForm[] {
  const part_ = (label: string, concept: string, fen: number, whole: number, basis: string): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, whole, basis)}`;
  const out = 'expenditure.current_year';
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`本部门2022年度收、支总计（含结转和结余）${w.a('balance.total', account.total())}。与2021年度决算相比，收支各${w.change('balance.total', account.total(), prior.total, {}, VERBS)}，主要原因是湿地水系治理项目支出增加。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`本部门2022年度收入合计${w.a('income.current_year', income)}，其中：${part_('财政拨款收入', 'income.fiscal', account.appropriated(), income, 'income.current_year')}；${part_('事业收入', 'income.institutional', 0, income, 'income.current_year')}；${part_('经营收入', 'income.operating', 0, income, 'income.current_year')}；${part_('其他收入', 'income.other', account.ownIncome(), income, 'income.current_year')}。如图所示：`,
    ),
    p('图1：收入决算构成情况（按收入性质）'),
    section('三、支出决算情况说明'),
    p(
      t`本部门2022年度支出合计${w.a(out, spent)}，其中：${part_('基本支出', 'expenditure.basic', account.allBasic(), spent, out)}；${part_('项目支出', 'expenditure.project', account.allProject(), spent, out)}；${part_('经营支出', 'expenditure.operating', 0, spent, out)}。如图所示：`,
    ),
    p('图2：支出决算构成情况（按支出性质）'),
  ];
}

/** 本年收入 and 本年支出 of a fund or of all against what stood before. */
function pair(
  opening: string,
  concepts: readonly [string, string],
  now: readonly [number, number],
  then: readonly [number, number],
  reasons: readonly [string, string],
): Text {
  return t`${opening}本年收入${w.a(concepts[0], now[0])}，比上年${w.change(concepts[0], now[0], then[0], {}, VERBS)}，主要是${reasons[0]}；本年支出${w.a(concepts[1], now[1])}，比上年${w.change(concepts[1], now[1], then[1], {}, VERBS)}，主要是${reasons[1]}。`;
}

function planned(
  opening: string,
  concepts: readonly [string, string],
  now: readonly [number, number],
  plan: number,
): Text {
  const side = (label: string, i: 0 | 1): Text => {
    const [concept, amount] = [concepts[i], now[i]];
    const word = amount > plan ? '大于' : '小于';
    return t`${label}${w.a(concept, amount)}，完成年初预算的${w.done(concept, amount, plan)}，比年初预算${amount > plan ? '增加' : '减少'}${w.delta(concept, amount, plan, BUDGET)}，决算数${word}预算数主要是${amount > plan ? '年中追加配套费安排的保洁资金' : '部分绿化养护项目未达到付款条件'}`;
  };
  return t`${opening}${side('本年收入', 0)}；${side('本年支出', 1)}。`;
}

function fiscal(): BlockForm[] {
  const all: [string, string] = ['income.fiscal', 'fiscal.expenditure'];
  const general: [string, string] = ['income.fiscal.general', 'general.expenditure'];
  const fund: [string, string] = ['income.fiscal.fund', 'fund.expenditure'];
  const now = [account.appropriated(), account.fiscal()] as const;
  const nowGeneral = [account.appropriated('general'), account.fiscal('general')] as const;
  const nowFund = [account.appropriated('fund'), account.fiscal('fund')] as const;
  const f = 'fiscal.expenditure';
  const parts = classesOf(account).map((code, i) => {
    const about: About = named(account, code);
    const amount = account.fiscal(undefined, code);
    return t`${i > 0 ? '；' : ''}${account.name(code).replace('支出', '')}（类）支出${w.a(f, amount, about)}，占${w.share(f, amount, account.fiscal(), f, about)}`;
  });
  const b = 'general.expenditure.basic';
  const sum = [prior.general.in + prior.fund.in, prior.general.out + prior.fund.out] as const;
  return [
    section('四、财政拨款收入支出决算情况说明'),
    clause('（一）财政拨款收支与2021年度决算对比情况'),
    p(pair('本部门2022年度财政拨款', all, now, sum, ['水系治理专项资金增加', '水系治理工程支出增加'])),
    p('具体情况如下：'),
    p(
      pair(
        '1．一般公共预算财政拨款',
        general,
        nowGeneral,
        [prior.general.in, prior.general.out],
        ['人员增资', '人员增资'],
      ),
    ),
    p(
      pair(
        '2．政府性基金预算财政拨款',
        fund,
        nowFund,
        [prior.fund.in, prior.fund.out],
        ['保洁面积扩大', '保洁面积扩大'],
      ),
    ),
    p(
      t`3．国有资本经营预算财政拨款本年收入${w.a('income.fiscal.capital', 0)}，与上年${w.flat('income.fiscal.capital', 'prior_final')}；本年支出${w.a('capital.expenditure', 0)}，与上年${w.flat('capital.expenditure', 'prior_final')}。`,
    ),
    clause('（二）财政拨款收支与年初预算数对比情况'),
    p(planned('本部门2022年度财政拨款', all, now, account.budget())),
    p(planned('1．一般公共预算财政拨款', general, nowGeneral, account.budget('general'))),
    p(planned('2．政府性基金预算财政拨款', fund, nowFund, account.budget('fund'))),
    clause('（三）财政拨款支出决算结构情况'),
    p(t`2022年度财政拨款支出${w.a(f, account.fiscal())}，主要用于以下方面：${parts}。`),
    clause('（四）一般公共预算基本支出决算情况说明'),
    p(
      t`2022年度一般公共预算财政拨款基本支出${w.a(b, account.basic('general'))}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、住房公积金、退休费、奖励金；公用经费${w.a(`${b}.public`, account.public())}，主要包括办公费、电费、邮电费、差旅费、维修（护）费、公务接待费、工会经费、公务用车运行维护费、其他交通费用。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [plan, now, before] = [total(budget3), total(final3), total(prior3)];
  const versus = (concept: string, a: number, x: number, y: number): Text =>
    t`较预算减少${w.delta(concept, a, x, BUDGET)}，降低${w.rate(concept, a, x, BUDGET)}，主要是严格执行中央八项规定精神；较2021年度决算减少${w.delta(concept, a, y)}，降低${w.rate(concept, a, y)}，主要是压减支出`;
  const none = (concept: string): Text =>
    t`与年初预算相比${w.flat(concept, 'budget')}；与2021年度决算支出相比${w.flat(concept, 'prior_final')}`;
  return [
    section('五、“三公”经费支出决算情况说明'),
    clause('（一）“三公”经费支出决算总体情况说明'),
    p(
      t`本部门2022年度“三公”经费支出预算为${w.a(`${c}.total`, plan, { measure: 'budget' })}，支出决算为${w.a(`${c}.total`, now)}，完成预算的${w.done(`${c}.total`, now, plan)}，${versus(`${c}.total`, now, plan, before)}。`,
    ),
    clause('（二）“三公”经费支出决算具体情况说明'),
    p(
      t`1．因公出国（境）费支出情况。本部门2022年度因公出国（境）费支出预算为${w.a(`${c}.overseas`, 0, { measure: 'budget' })}，支出决算${w.a(`${c}.overseas`, 0)}。${none(`${c}.overseas`)}。其中因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}、共${w.c(`${c}.overseas.persons`, 0, '人')}。`,
    ),
    p(
      t`2．公务用车购置及运行维护费支出情况。本部门2022年度公务用车购置及运行维护费预算为${w.a(`${c}.vehicle`, vehicle(budget3), { measure: 'budget' })}，支出决算${w.a(`${c}.vehicle`, vehicle(final3))}，完成预算的${w.done(`${c}.vehicle`, vehicle(final3), vehicle(budget3))}。${versus(`${c}.vehicle`, vehicle(final3), vehicle(budget3), vehicle(prior3))}。其中：`,
    ),
    p(
      t`公务用车购置费支出${w.a(`${c}.vehicle.purchase`, 0)}：本部门2022年度公务用车购置量${w.c(`${c}.vehicle.purchased`, 0, '辆')}，发生“公务用车购置”经费支出${w.a(`${c}.vehicle.purchase`, 0)}。${none(`${c}.vehicle.purchase`)}。`,
    ),
    p(
      t`公务用车运行维护费支出${w.a(`${c}.vehicle.operation`, final3.operation)}：本部门2022年度单位公务用车保有量${w.c(`${c}.vehicle.owned`, 3, '辆')}。公车运行维护费支出${versus(`${c}.vehicle.operation`, final3.operation, budget3.operation, prior3.operation)}。`,
    ),
    p(
      t`3．公务接待费支出情况。本部门2022年度公务接待费支出预算为${w.a(`${c}.reception`, budget3.reception, { measure: 'budget' })}，支出决算${w.a(`${c}.reception`, final3.reception)}，完成预算的${w.done(`${c}.reception`, final3.reception, budget3.reception)}。本年度共发生公务接待${w.c(`${c}.reception.batches`, 11, '批次')}、${w.c(`${c}.reception.persons`, 96, '人次')}。公务接待费支出${versus(`${c}.reception`, final3.reception, budget3.reception, prior3.reception)}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const agency = account.public();
  const [goods, works, services] = [yuan(84_200), yuan(1_216_300), yuan(1_480_000)];
  const all = goods + works + services;
  const [sme, micro] = [yuan(2_512_600), yuan(1_906_400)];
  const c = 'procurement';
  return [
    section('六、机关运行经费支出说明'),
    p(
      t`本部门2022年度机关运行经费支出${w.a('agency_operation', agency)}，比2021年度${w.change('agency_operation', agency, prior.agency, {}, VERBS)}。主要原因是压减办公费、维修费。`,
    ),
    section('七、政府采购支出说明'),
    p(
      t`本部门2022年度政府采购支出总额${w.a(`${c}.total`, all)}，从采购类型来看，政府采购货物支出${w.a(`${c}.goods`, goods)}、政府采购工程支出${w.a(`${c}.works`, works)}、政府采购服务支出${w.a(`${c}.services`, services)}。授予中小企业合同金${w.a(`${c}.sme`, sme)}，占政府采购支出总额的${w.share(`${c}.sme`, sme, all, `${c}.total`)}，其中授予小微企业合同金额${w.a(`${c}.micro`, micro)}，占政府采购支出总额的${w.share(`${c}.micro`, micro, all, `${c}.total`)}。`,
    ),
    section('八、国有资产占用情况说明'),
    p(
      t`截至2022年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 4, '辆')}，其中，副部（省）级及以上领导用车${w.c('assets.vehicle.ministerial', 0, '辆')}，主要领导干部用车${w.c('assets.vehicle.leadership', 0, '辆')}，机要通信用车${w.c('assets.vehicle.confidential', 1, '辆')}，应急保障用车${w.c('assets.vehicle.emergency', 0, '辆')}，执法执勤用车${w.c('assets.vehicle.enforcement', 0, '辆')}，特种专业技术用车${w.c('assets.vehicle.technical', 1, '辆')}，离退休干部用车${w.c('assets.vehicle.retired', 0, '辆')}，其他用车${w.c('assets.vehicle.other', 2, '辆')}，其他用车主要是洒水车。单位价值100万元以上设备（不含车辆）${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('九、预算绩效情况说明'),
    p(
      t`根据预算绩效管理要求，本部门组织对2022年度项目支出全面开展绩效自评，共涉及项目${w.c('performance.projects', 9, '个')}，资金${w.a('performance.funds', account.project())}，占项目支出总额的${w.percentOf('performance.funds', 'share', '98.79', { basis: 'expenditure.project' })}，平均得分${w.c('performance.score', '95.3', '分')}。`,
    ),
    section('十、其他需要说明的情况'),
    p(
      t`本部门2022年度${w.none(['income.fiscal.capital', 'capital.expenditure'])}国有资本经营预算财政拨款收入、支出，故财政拨款国有资本经营预算支出决算表以空表列示。`,
    ),
  ];
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w,
    above: (place) => [
      `公开${String(place).padStart(2, '0')}表`,
      `部门：${ORGANISATION}　　　　　　　　　　　金额单位：万元`,
    ],
    threeCells: true,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  return [
    part('第四部分   2022年度部门决算报表'),
    all.totals(),
    all.income(),
    all.expenditure(),
    all.fiscal(),
    all.general(),
    all.basic('一般公共预算财政拨款基本支出决算表', 3),
    all.fund('政府性基金预算财政拨款收入支出决算表'),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`注：本部门本年度${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出情况，按要求以空表列示。`,
    ]),
    threePublicTable(all, '财政拨款“三公”经费支出决算表', budget3, final3),
  ];
}

export const hebei: Sample = {
  name: 'hebei-2022-final',
  format: 'doc',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: [`${ORGANISATION}（本级）`],
  },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}` },
    { kind: 'title', text: '2022年度部门决算公开文本' },
    centred('二〇二三年九月'),
    pageBreak,
    centred('目    录'),
    ...[
      '第一部分   部门概况',
      '第二部分   2022年度部门决算情况说明',
      '第三部分   名词解释',
      '第四部分   2022年度部门决算报表',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 3 + 1 })),
    pageBreak,
    ...overview(),
    part('第二部分   2022年度部门决算情况说明'),
    ...whole(),
    ...fiscal(),
    ...threePublic(),
    ...other(),
    part('第三部分   名词解释'),
    p('（一）财政拨款收入：本年度从本级财政部门取得的财政拨款，包括一般公共预算财政拨款和政府性基金预算财政拨款。'),
    p('（二）基本支出：填列单位为保障机构正常运转、完成日常工作任务而发生的各项支出。'),
    ...tables(),
  ],
};
