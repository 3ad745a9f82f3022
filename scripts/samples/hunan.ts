/** 湖南, 2023, a department: 一般性支出, 三公 at 九, the name of an item in a line of its own. Three defects are planted. */
import { Account, line, yuan } from './account.ts';
import { classesOf, codesOf, fullName, inRow, named, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { Pen, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '益阳市资阳区水竹产业发展局';
const YEAR = 2023;

const account = new Account({
  names: {
    ...NAMES,
    21208: '国有土地使用权出让收入安排的支出',
    2120814: '农业生产发展支出',
    21301: '农业农村',
    2130106: '科技转化与推广服务',
    2130122: '农业生产发展',
    21508: '支持中小企业发展和管理支出',
    2150801: '行政运行',
    2150802: '一般行政管理事务',
    2150805: '中小企业发展专项',
  },
  lines: [
    line('2150801', { basic: 3_618_204.36, project: 126_000, budget: 3_580_000 }),
    line('2150802', { project: 486_300, budget: 500_000 }),
    line('2150805', { project: 2_140_000, appropriated: 2_215_000, budget: 0 }),
    line('2130106', {
      basic: 964_318.5,
      project: 318_600,
      budget: 1_200_000,
      ownProject: 61_400,
      own: { other: 48_200 },
    }),
    line('2130122', { project: 760_000, budget: 760_000 }),
    line('2080501', { basic: 118_640, budget: 118_640 }),
    line('2080505', { basic: 452_316.72, budget: 470_000 }),
    line('2080506', { basic: 96_204.3, budget: 0 }),
    line('2080801', { basic: 73_512, budget: 0 }),
    line('2101101', { basic: 186_402.4, budget: 190_000 }),
    line('2101103', { basic: 61_218, budget: 60_000 }),
    line('2120814', { fund: 'fund', project: 386_000, budget: 0 }),
    line('2210201', { basic: 358_214, budget: 358_214 }),
  ],
  economic: {
    30101: 1_106_320,
    30102: 642_318.2,
    30103: 918_406.16,
    30107: 286_540,
    30108: 452_316.72,
    30109: 96_204.3,
    30110: 186_402.4,
    30111: 61_218,
    30112: 28_460.5,
    30113: 358_214,
    30201: 142_306,
    30202: 38_215,
    30205: 8_412,
    30206: 26_318.4,
    30207: 19_600,
    30211: 86_420.5,
    30213: 31_260,
    30215: 24_600,
    30216: 52_310,
    30217: 26_418,
    30228: 61_204,
    30231: 48_326.7,
    30239: 263_400,
    30302: 118_640,
    30304: 73_512,
    30305: 21_600,
    31002: 36_280,
  },
  rest: '30299',
  carriedIn: { own: 18_300 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(60_000), reception: yuan(35_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(48_326.7), reception: yuan(26_418) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(53_904.1), reception: yuan(31_206) };
const prior = {
  total: yuan(9_146_320.55),
  fiscal: yuan(9_062_118.3),
  general: yuan(8_742_118.3),
  agency: yuan(1_402_860.2),
};

const w = new Pen({
  year: YEAR,
  measure: 'final',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  zero: '0',
  trimPercent: true,
});

function overview(): BlockForm[] {
  return [
    part('第一部分 益阳市资阳区水竹产业发展局概况'),
    section('一、部门职责'),
    p('（一）拟订全区水竹产业发展规划并组织实施，协调推进水竹种植、编织、流通一体化发展。'),
    p('（二）承担水竹加工小微企业培育、品牌推广和市场开拓服务工作。'),
    p('（三）负责水竹良种繁育和编织技艺推广。'),
    section('二、机构设置及决算单位构成'),
    p(
      t`（一）内设机构设置。益阳市资阳区水竹产业发展局内设机构${w.c('organisation.divisions', 4, '个')}，分别是办公室、产业规划股、企业服务股、品牌推广股。全局编制${w.c('staff.establishment', 29, '人')}，年末实有人数${w.c('staff.actual', 27, '人')}。`,
    ),
    p(
      '（二）决算单位构成。益阳市资阳区水竹产业发展局2023年部门决算汇总公开单位构成包括：益阳市资阳区水竹产业发展局本级、益阳市资阳区水竹技术推广站。',
    ),
  ];
}

function tables(): BlockForm[] {
  const layout = {
    account,
    pen: w.with({ zero: undefined, trimPercent: false }),
    above: (place: number) => [`公开0${place}表`, `部门：${ORGANISATION}　　　　　　　　　　　　　　金额单位：万元`],
    threeCells: true,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  };
  const all = new Tables(layout);
  const note = (text: string) => `注：${text}本套报表金额单位转换时可能存在尾数误差。`;
  return [
    part('第二部分 2023年度部门决算表'),
    { ...all.totals(), below: [note('本表反映部门本年度的总收支和年末结转结余情况。')] },
    { ...all.income(), below: [note('本表反映部门本年度取得的各项收入情况。')] },
    all.expenditure(),
    all.fiscal(),
    all.general('一般公共预算财政拨款支出决算表', '小计'),
    all.basic('一般公共预算财政拨款基本支出决算明细表', 3),
    all.fund('政府性基金预算财政拨款收入支出决算表'),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`说明：本部门2023年度${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出，故本表为空。`,
    ]),
    threePublicTable(all, '财政拨款“三公”经费支出决算表', budget3, final3),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const sources = [
    from('财政拨款收入', 'income.fiscal', account.appropriated()),
    from('上级补助收入', 'income.superior', 0),
    from('事业收入', 'income.institutional', 0),
    from('经营收入', 'income.operating', 0),
    from('附属单位上缴收入', 'income.affiliated', 0),
    from('其他收入', 'income.other', account.ownIncome()),
  ];
  const uses = [
    to('基本支出', 'expenditure.basic', account.allBasic()),
    to('项目支出', 'expenditure.project', account.allProject()),
    to('上缴上级支出', 'expenditure.to_superior', 0),
    to('经营支出', 'expenditure.operating', 0),
    to('对附属单位补助支出', 'expenditure.to_affiliated', 0),
  ];
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2023年度收、支总计均为${w.a('balance.total', all)}。与上年相比，均${w.change('balance.total', all, prior.total)}，主要是因为争取到中小企业发展专项资金。`,
    ),
    section('二、收入决算情况说明'),
    p(t`2023年度收入合计${w.a('income.current_year', income)}，其中：${inRow(sources)}。`),
    section('三、支出决算情况说明'),
    p(t`2023年度支出合计${w.a('expenditure.current_year', spent)}，其中：${inRow(uses)}。`),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2023年度财政拨款收、支总计${w.a('fiscal.total', account.fiscalTotal())}，与上年相比，${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)},主要是因为水竹加工集聚区建设和技改补助支出增加。`,
    ),
  ];
}

const WHY: Record<string, string> = {
  2150801: '年中追加工作人员调资和乡镇工作补贴',
  2150802: '部分推介活动费用结转下年支付',
  2150805: '年中下达上级中小企业发展专项',
  2130106: '年中增加良种繁育示范经费',
  2080505: '人员调出，缴费基数下降',
  2080506: '补记人员职业年金',
  2080801: '退休人员去世，发放抚恤金',
  2101101: '年中有人员调出',
  2101103: '缴费比例调整',
};

/** The name of the item stands in a line of its own, the amounts in the next. */
function item(code: string, number: number): BlockForm[] {
  const g = 'general.expenditure';
  const about = named(account, code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const planned = w.a(g, budget, { ...about, measure: 'budget' });
  const opening = t`年初预算为${planned}，支出决算为${w.a(g, final, about)}`;
  const name = p(`${number}、${fullName(account, code)}。`);
  if (budget === 0) return [name, p(t`${opening}，决算数大于年初预算数的主要原因是：${WHY[code] as string}。`)];
  const done = t`${opening}，完成年初预算的${w.done(g, final, budget, about)}`;
  if (budget === final) return [name, p(t`${done}，决算数与年初预算数${w.flat(g, 'budget', '持平', about)}。`)];
  // 95 of 100 is called more: the planted direction.
  const more = final > budget || code === '2080505';
  return [name, p(t`${done}，决算数${more ? '大于' : '小于'}年初预算数的主要原因是：${WHY[code] as string}。`)];
}

function general(): BlockForm[] {
  const g = 'general.expenditure';
  const spent = account.fiscal('general');
  const shares = classesOf(account, 'general').map((code) => {
    const amount = account.fiscal('general', code);
    const about = named(account, code);
    return t`${account.name(code)}（类）${w.a(g, amount, about)}，占${w.share(g, amount, spent, g, about)}`;
  });
  const basic = account.basic('general');
  const within = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占基本支出的${w.share(concept, amount, basic, `${g}.basic`)}`;
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出${w.a(g, spent)}，占本年支出合计的${w.share(g, spent, account.spent(), 'expenditure.current_year')}，与上年相比，一般公共预算财政拨款支出${w.change(g, spent, prior.general)}，主要是因为企业技改补助支出增加。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算结构情况'),
    p(t`2023年度一般公共预算财政拨款支出${w.a(g, spent)}，主要用于以下方面：${inRow(shares)}。`),
    clause('（三）一般公共预算财政拨款支出决算具体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出年初预算数为${w.a(g, account.budget('general'), { measure: 'budget' })}，支出决算数为${w.a(g, spent)}，完成年初预算的${w.done(g, spent, account.budget('general'))}，其中：`,
    ),
    ...codesOf(account, 'general').flatMap((code, i) => item(code, i + 1)),
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款基本支出${w.a(`${g}.basic`, basic)}，其中：人员经费${within(`${g}.basic.personnel`, account.personnel())},主要包括基本工资、津贴补贴、奖金、绩效工资、社会保险缴费、住房公积金、退休费、抚恤金、生活补助；公用经费${within(`${g}.basic.public`, account.public())},主要包括办公费、印刷费、水费、电费、邮电费、差旅费、维修（护）费、会议费、培训费、公务接待费、工会经费、公务用车运行维护费、其他交通费用、办公设备购置。`,
    ),
  ];
}

function funds(): BlockForm[] {
  const spent = account.fiscal('fund');
  return [
    section('七、政府性基金预算收入支出决算情况说明'),
    // 38.60 printed with two digits exchanged: the planted witness.
    p(
      t`2023年度政府性基金预算财政拨款年初结转和结余${w.a('fund.carried_in', 0)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', spent, { print: '36.80' })}，其中基本支出${w.a('fund.expenditure.basic', 0)}，项目支出${w.a('fund.expenditure.project', spent)}；年末结转和结余${w.a('fund.carried_out', account.carriedOut.fund)}。具体情况如下：`,
    ),
    p(
      t`${fullName(account, '2120814')}。年初预算为${w.a('fund.expenditure', 0, { ...named(account, '2120814'), measure: 'budget' })}，支出决算为${w.a('fund.expenditure', spent, named(account, '2120814'))}，主要用于水竹种植基地灌排设施改造。`,
    ),
    section('八、国有资本经营预算财政拨款支出决算情况说明'),
    p(
      t`本部门2023年度${w.none(['income.fiscal.capital', 'capital.expenditure'], '无')}国有资本经营预算财政拨款收入、支出。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [budget, final] = [total(budget3), total(final3)];
  const both = (concept: string, planned: number, spent: number) =>
    t`支出预算为${w.a(concept, planned, { measure: 'budget' })}，支出决算为${w.a(concept, spent)}`;
  const same = (concept: string) =>
    t`${both(concept, 0, 0)}，决算数同预算数${w.flat(concept, 'budget')}，与上年${w.flat(concept, 'prior_final')}`;
  const less = (concept: string, planned: number, spent: number, before: number, why: string) =>
    t`${both(concept, planned, spent)}，完成预算的${w.done(concept, spent, planned)}，决算数小于预算数的主要原因是${why}，与上年相比${w.change(concept, spent, before, {}, '增加 减少 增长 减少')},减少的主要原因是接待和出车次数减少。`;
  const shared = (concept: string, amount: number) =>
    t`支出决算${w.a(concept, amount)}，占${w.share(concept, amount, final, `${c}.total`)}`;
  return [
    section('九、财政拨款“三公”经费支出决算情况说明'),
    clause('（一）“三公”经费财政拨款支出决算总体情况说明'),
    p(
      t`“三公”经费财政拨款${both(`${c}.total`, budget, final)}，完成预算的${w.done(`${c}.total`, final, budget)}，其中：`,
    ),
    p(t`因公出国（境）费${same(`${c}.overseas`)}。`),
    p(
      t`公务接待费${less(`${c}.reception`, budget3.reception, final3.reception, prior3.reception, '严格执行公务接待管理规定')}`,
    ),
    p(t`公务用车购置费${same(`${c}.vehicle.purchase`)}。`),
    p(
      t`公务用车运行维护费${less(`${c}.vehicle.operation`, budget3.operation, final3.operation, prior3.operation, '严控车辆运行成本')}`,
    ),
    clause('（二）“三公”经费财政拨款支出决算具体情况说明'),
    p(
      t`2023年度“三公”经费财政拨款支出决算中，公务接待费${shared(`${c}.reception`, final3.reception)},因公出国（境）费${shared(`${c}.overseas`, 0)},公务用车购置费及运行维护费${shared(`${c}.vehicle`, vehicle(final3))}。其中：`,
    ),
    p(
      t`1、因公出国（境）费支出决算为${w.a(`${c}.overseas`, 0)}，全年安排因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，累计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    // More groups than guests: the planted count.
    p(
      t`2、公务接待费支出决算为${w.a(`${c}.reception`, final3.reception)}，全年共接待来访团组${w.c(`${c}.reception.batches`, 86, '个')}、来宾${w.c(`${c}.reception.persons`, 68, '人次')}，主要是上级业务部门调研和兄弟县市考察水竹产业发生的接待支出。`,
    ),
    p(
      t`3、公务用车购置费及运行维护费支出决算为${w.a(`${c}.vehicle`, vehicle(final3))}，其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，更新公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}。公务用车运行维护费${w.a(`${c}.vehicle.operation`, final3.operation)}，主要是下乡指导所需车辆燃料费、维修费、保险费等支出，截止2023年12月31日，我部门开支财政拨款的公务用车保有量为${w.c(`${c}.vehicle.owned`, 2, '辆')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const agency = yuan(1_326_410.2);
  const [goods, works, services] = [yuan(86_420), yuan(1_268_300), yuan(314_500)];
  const all = goods + works + services;
  const [smeGoods, smeWorks, smeServices] = [goods, yuan(1_012_600), yuan(286_200)];
  const sme = smeGoods + smeWorks + smeServices;
  const micro = yuan(918_640);
  const of = (kind: string, part: number, whole: number) =>
    w.share(`procurement.sme.${kind}`, part, whole, `procurement.${kind}`);
  const funds = account.project('general');
  return [
    section('十、机关运行经费支出说明'),
    p(
      t`本部门2023年度机关运行经费支出${w.a('agency_operation', agency)}，比上年决算数${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增长 降低')}。主要原因是：印刷费、差旅费压减。`,
    ),
    section('十一、一般性支出情况说明'),
    p(
      t`2023年本部门开支会议费${w.a('meeting.expense', yuan(24_600))}，用于召开水竹产业链推进会议，人数${w.c('meeting.persons', 146, '人')}，内容为部署全年产业链建设任务；开支培训费${w.a('training.expense', yuan(52_310))}，用于开展竹编技能培训，人数${w.c('training.persons', 210, '人')}，内容为编织技法和电商销售；举办水竹文化节等节庆、晚会、论坛、赛事活动，开支${w.a('event.expense', yuan(186_300))}，主要是展台搭建和宣传费用。`,
    ),
    section('十二、政府采购支出说明'),
    p(
      t`本部门2023年度政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', works)}、政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占授予中小企业合同金额的${w.share('procurement.micro', micro, sme, 'procurement.sme')}；货物采购授予中小企业合同金额占货物支出金额的${of('goods', smeGoods, goods)}，工程采购授予中小企业合同金额占工程支出金额的${of('works', smeWorks, works)}，服务采购授予中小企业合同金额占服务支出金额的${of('services', smeServices, services)}。`,
    ),
    section('十三、国有资产占用情况说明'),
    p(
      t`截至2023年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 2, '辆')}，其中，${vehicles(w, [
        ['主要领导干部用车', 'leadership', 0],
        ['机要通信用车', 'confidential', 0],
        ['应急保障用车', 'emergency', 1],
        ['执法执勤用车', 'enforcement', 0],
        ['特种专业技术用车', 'technical', 0],
        ['其他用车', 'other', 1],
      ])}，其他用车主要是下乡指导生产用车；单位价值50万元以上通用设备${w.c('assets.equipment.over_500k', 0, '台（套）')}；单位价值100万元以上专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('十四、关于预算绩效情况的说明'),
    p(
      t`根据预算绩效管理要求，我部门组织对2023年度一般公共预算项目支出全面开展绩效自评，共涉及项目${w.c('performance.projects', 7, '个')}，涉及资金${w.a('performance.funds', funds)}，占一般公共预算项目支出总额的${w.share('performance.funds', funds, funds, 'general.expenditure.project')}。项目自评平均分为${w.c('performance.score', '95.4', '分')}，其中评为“优”的项目${w.c('performance.grade.excellent', 6, '个')}、评为“良”的项目${w.c('performance.grade.good', 1, '个')}。`,
    ),
  ];
}

export const hunan: Sample = {
  name: 'hunan-2023-final',
  format: 'docx',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['益阳市资阳区水竹产业发展局本级', '益阳市资阳区水竹技术推广站'],
  },
  defects: [
    {
      rule: 'direction',
      quote: '完成年初预算的96.24%，决算数大于年初预算数',
      why: '45.23 of 47.00: the final is less than the budget, called 大于',
      verdict: 'wrong-direction',
      severity: 'error',
    },
    {
      rule: 'witness',
      quote: '本年支出36.80万元',
      why: 'table 08, the project expenditure in the same sentence and the item below give 38.60; also reportable as sum',
      verdict: 'conflict',
      severity: 'error',
    },
    {
      rule: 'count',
      quote: '全年共接待来访团组86个、来宾68人次',
      why: '86 groups cannot be 68 guests',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    centred('2023年度'),
    { kind: 'title', text: '益阳市资阳区水竹产业发展局' },
    { kind: 'title', text: '部门决算' },
    pageBreak,
    centred('目  录'),
    ...[
      '第一部分 益阳市资阳区水竹产业发展局概况',
      '一、部门职责',
      '二、机构设置及决算单位构成',
      '第二部分 2023年度部门决算表',
      '第三部分 2023年度部门决算情况说明',
      '九、财政拨款“三公”经费支出决算情况说明',
      '十一、一般性支出情况说明',
      '第四部分 名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 2 + 3 })),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第三部分 2023年度部门决算情况说明'),
    ...wholes(),
    ...general(),
    ...funds(),
    ...threePublic(),
    ...other(),
    part('第四部分 名词解释'),
    p('一、财政拨款收入：指区级财政当年拨付的资金。'),
    p('二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'),
    p('三、一般性支出：指会议、培训、节庆、论坛等活动的支出。'),
    part('第五部分 附件'),
    p('2023年度部门整体支出绩效自评报告见附件。'),
  ],
};
