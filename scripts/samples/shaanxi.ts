/** 陕西, 2023, a department: 综合决算 in five sections, two totals at once, 培训费 and 会议费 beside 三公, 款 with amounts. */
import { Account, line, yuan } from './account.ts';
import { classesOf, fullName, inRow, named, vehicles } from './clerk.ts';
import {
  type BlockForm,
  type CellForm,
  centred,
  clause,
  head,
  p,
  pageBreak,
  part,
  type Sample,
  section,
  type TableForm,
} from './form.ts';
import { type About, Pen, t } from './marks.ts';
import { NAMES } from './names.ts';
import { threePublicRows } from './regional.ts';
import { Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '汉中市南郑区梁山渠灌溉管理处';
const UNITS = ['汉中市南郑区梁山渠灌溉管理处（机关）', '汉中市南郑区梁山渠渠首管理站'];
const YEAR = 2023;
const G = 'general.expenditure';

const account = new Account({
  names: {
    ...NAMES,
    20822: '大中型水库移民后期扶持基金支出',
    2082201: '移民补助',
    2130301: '行政运行',
    2130304: '水利行业业务管理',
    2130314: '防汛',
    2130316: '农村水利',
  },
  lines: [
    line('2080505', { basic: 486_318.4, budget: 500_000 }),
    line('2080506', { basic: 132_406.2, budget: 120_000 }),
    line('2082201', { fund: 'fund', project: 168_000, budget: 168_000 }),
    line('2101101', { basic: 96_420.3, budget: 98_000 }),
    line('2101102', { basic: 148_206.5, budget: 150_000 }),
    line('2130301', { basic: 1_862_418.65, budget: 1_850_000 }),
    line('2130304', { project: 326_400, budget: 350_000 }),
    line('2130306', {
      basic: 2_986_320.15,
      project: 1_486_300,
      appropriated: 4_412_620.15,
      budget: 4_300_000,
      ownBasic: 186_420,
      ownProject: 96_300,
      own: { institutional: 268_400, other: 12_618.7 },
    }),
    line('2130314', { project: 186_400, budget: 186_400 }),
    line('2130316', { project: 642_300, budget: 0 }),
    line('2210201', { basic: 412_306, budget: 412_306 }),
  ],
  economic: {
    30101: 1_618_420,
    30102: 712_306.5,
    30103: 386_420,
    30107: 918_640.2,
    30108: 486_318.4,
    30109: 132_406.2,
    30110: 244_626.8,
    30112: 48_620.3,
    30113: 412_306,
    30201: 162_418.5,
    30202: 36_420,
    30206: 48_620.4,
    30207: 18_640,
    30211: 86_420.8,
    30213: 112_640,
    30215: 21_640,
    30216: 38_620,
    30217: 16_420,
    30228: 96_300,
    30231: 86_418.5,
    30239: 118_640,
    30305: 142_600,
    31002: 46_300,
  },
  rest: '30299',
  carriedIn: { general: 96_000, own: 36_420.6 },
});

const budget3 = {
  overseas: 0,
  purchase: 0,
  operation: yuan(100_000),
  reception: yuan(22_000),
  meeting: yuan(25_000),
  training: yuan(36_000),
};
const final3 = {
  overseas: 0,
  purchase: 0,
  operation: yuan(86_418.5),
  reception: yuan(16_420),
  meeting: yuan(21_640),
  training: yuan(38_620),
};
const prior3 = { operation: yuan(95_300.2), reception: yuan(19_640), meeting: yuan(20_180), training: yuan(31_206.4) };
const prior = {
  total: yuan(8_412_630.55),
  income: yuan(8_206_418),
  spent: yuan(8_280_210),
  appropriated: yuan(7_962_418.3),
  fiscal: yuan(8_046_418.3),
  general: yuan(7_886_418.3),
  agency: yuan(386_420.6),
};
const agency = yuan(402_618.3);

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2, trimPercent: true });
const OF_BUDGET: About = { basis: 'budget' };

/** A list in a grid that states no amount. */
function listing(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): TableForm {
  const cells = (texts: readonly string[]): CellForm[] => texts.map((text) => ({ text }));
  const widths = heads.map((text) => (text.length < 3 ? 8 : 30));
  return {
    kind: 'table',
    table: 'list',
    title,
    above: [],
    rows: [heads.map((text) => head(text)), ...rows.map(cells)],
    headRows: 1,
    widths,
    below: [],
  };
}

function overview(): BlockForm[] {
  return [
    part('第一部分  部门概况'),
    section('一、主要职责及机构设置'),
    p('（一）主要职责。负责梁山渠灌区渠系工程的运行管理、灌溉供水调度和渠道防汛，组织开展灌区节水改造。'),
    p(t`（二）内设机构。内设办公室、工程科、灌溉科等${w.c('organisation.divisions', 5, '个')}机构。`),
    section('二、部门决算单位构成'),
    p(t`纳入2023年本部门决算编制范围的单位共${w.c('organisation.units', 2, '个')}，包括：`),
    listing(
      '部门决算单位构成一览表',
      ['序号', '单位名称', '单位性质'],
      [
        ['1', UNITS[0] as string, '行政单位'],
        ['2', UNITS[1] as string, '公益一类事业单位'],
      ],
    ),
    section('三、部门人员情况'),
    p(
      t`截止2023年底，本部门人员编制${w.c('staff.establishment', 48, '人')}，其中行政编制${w.c('staff.establishment.administrative', 14, '人')}、事业编制${w.c('staff.establishment.institutional', 34, '人')}；实有人员${w.c('staff.actual', 45, '人')}，其中行政人员${w.c('staff.actual.administrative', 13, '人')}、事业人员${w.c('staff.actual.institutional', 32, '人')}。单位管理的离退休人员${w.c('staff.retired', 18, '人')}。`,
    ),
  ];
}

function tables(): BlockForm[] {
  const layout = {
    account,
    pen: w,
    above: (place: number) => [`公开0${place}表`, `编制部门：${ORGANISATION}　　　　　　　　　　　　金额单位：万元`],
    threeCells: false,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  };
  const all = new Tables(layout);
  const zeros = new Tables({ ...layout, blankZero: false, above: () => layout.above(9) });
  const titles: [string, string][] = [
    ['收入支出决算总表', '否'],
    ['收入决算表', '否'],
    ['支出决算表', '否'],
    ['财政拨款收入支出决算总表', '否'],
    ['一般公共预算财政拨款支出决算表', '否'],
    ['一般公共预算财政拨款基本支出决算明细表', '否'],
    ['政府性基金预算财政拨款收入支出决算表', '否'],
    ['国有资本经营预算财政拨款支出决算表', '是'],
    ['财政拨款“三公”经费及会议费、培训费支出决算表', '否'],
  ];
  const why = (empty: string) => (empty === '是' ? '本部门不涉及' : '');
  const name = (i: number) => (titles[i] as [string, string])[0];
  return [
    part('第二部分  2023年度部门决算表'),
    listing(
      '部门决算公开报表目录',
      ['序号', '内容', '是否空表', '表格为空的理由'],
      titles.map(([title, empty], i) => [`表${i + 1}`, title, empty, why(empty)]),
    ),
    pageBreak,
    all.totals(),
    all.income('收入决算表', [['其中：教育收费', 'income.institutional.education_fees', () => 0]]),
    all.expenditure(),
    all.fiscal(),
    all.general(name(4), '本年支出合计'),
    all.basic(name(5), 2),
    all.fund(name(6)),
    all.capital(name(7), [
      t`注：本部门2023年度${w.none(['income.fiscal.capital', 'capital.expenditure'])}国有资本经营预算财政拨款收入和支出，故本表为空表。`,
    ]),
    threePublicRows(zeros, name(8), [budget3, final3]),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占比${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占比${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const more = (concept: string) => w.n(concept, all - prior.total, { basis: 'prior_final', measure: 'change_amount' });
  return [
    section('一、收入支出决算总体情况说明'),
    clause('（一）总体情况'),
    p(
      t`2023年度收入总计、支出总计分别为${w.n('income.total', all)}、${w.n('expenditure.total', all)}万元，与上年相比分别增加${more('income.total')}、${more('expenditure.total')}万元，分别增长${w.rate('income.total', all, prior.total)}、${w.rate('expenditure.total', all, prior.total)}。增加的主要原因是农村水利项目资金增加。`,
    ),
    clause('（二）收入情况'),
    p(
      t`2023年度收入合计${w.a('income.current_year', income)}，较上年${w.change('income.current_year', income, prior.income)}。其中：${inRow(
        [
          from('财政拨款收入', 'income.fiscal', account.appropriated()),
          from('事业收入', 'income.institutional', account.ownIncome('institutional')),
          from('其他收入', 'income.other', account.ownIncome('other')),
        ],
      )}。`,
    ),
    clause('（三）支出情况'),
    p(
      t`2023年度支出合计${w.a('expenditure.current_year', spent)}，较上年${w.change('expenditure.current_year', spent, prior.spent)}。其中：${inRow(
        [
          to('基本支出', 'expenditure.basic', account.allBasic()),
          to('项目支出', 'expenditure.project', account.allProject()),
        ],
      )}。`,
    ),
  ];
}

const WHY: Record<string, string> = {
  2080505: '人员退休，缴费人数减少',
  2080506: '年金记实人数增加',
  2101101: '人员退休，缴费人数减少',
  2101102: '人员退休，缴费人数减少',
  2130301: '基础绩效奖调整',
  2130304: '压减业务工作经费',
  2130306: '追加渠道岁修资金',
  2130316: '年中下达中型灌区节水改造资金，年初未安排预算',
};

/** 行政运行（2130301）年初预算…: the name of the 项 alone, with its code. */
function item(code: string, i: number): BlockForm {
  const about = named(account, code, [account.name(code)]);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const opening = t`${i + 1}.${account.name(code)}（${code}）年初预算${w.a(G, budget, { ...about, measure: 'budget' })}，支出决算${w.a(G, final, about)}`;
  if (budget === 0) return p(t`${opening}，决算数大于预算数的主要原因是${WHY[code] as string}。`);
  const done = t`${opening}，完成年初预算${w.done(G, final, budget, about)}`;
  if (budget === final) return p(t`${done}，决算数较预算数${w.flat(G, 'budget', '无变化', about)}。`);
  // The difference itself is told where the budget was exceeded.
  const more = final > budget ? t`，较预算数增加${w.delta(G, final, budget, { ...about, ...OF_BUDGET })}` : '';
  return p(t`${done}${more}，主要原因是${WHY[code] as string}。`);
}

function basicParagraphs(): BlockForm[] {
  const basic = `${G}.basic`;
  const listed = (kinds: RegExp) =>
    [...account.economic]
      .filter(([code]) => kinds.test(code))
      .map(([code, amount]) => {
        const subject = { scheme: 'economic', code, path: [account.name(code)] } as const;
        return t`${account.name(code)}${w.a(basic, amount, { subject })}`;
      });
  return [
    clause('（三）一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款基本支出${w.a(basic, account.basic('general'))}，包括人员经费支出${w.a(`${basic}.personnel`, account.personnel())}和公用经费支出${w.a(`${basic}.public`, account.public())}。其中：`,
    ),
    p(t`人员经费主要包括：${inRow(listed(/^30[13]/), '、')}。`),
    p(
      '公用经费主要包括：办公费、印刷费、电费、邮电费、差旅费、维修（护）费、会议费、培训费、公务接待费、工会经费、公务用车运行维护费、其他交通费用、其他商品和服务支出、办公设备购置。',
    ),
  ];
}

function fiscal(): BlockForm[] {
  const [spent, all, budget] = [account.fiscal('general'), account.fiscal(), account.budget('general')];
  const fund = account.fiscal('fund');
  const shares = classesOf(account, 'general').map((code) => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    return t`${account.name(code)}${w.a(G, amount, about)}，占${w.share(G, amount, spent, G, about)}`;
  });
  return [
    section('二、财政拨款收入支出决算情况说明'),
    clause('（一）财政拨款收入支出决算总体情况说明'),
    p(
      t`2023年度财政拨款收入${w.a('income.fiscal', account.appropriated())}，较上年${w.change('income.fiscal', account.appropriated(), prior.appropriated)}；财政拨款支出${w.a('fiscal.expenditure', all)}，较上年${w.change('fiscal.expenditure', all, prior.fiscal)}。增加的主要原因是中型灌区节水改造资金增加。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款支出年初预算${w.a(G, budget, { measure: 'budget' })}，支出决算${w.a(G, spent)}，完成年初预算${w.done(G, spent, budget)}。与上年相比，一般公共预算财政拨款支出${w.change(G, spent, prior.general)}。`,
    ),
    p(t`按照政府功能分类科目，${inRow(shares)}。具体如下：`),
    ...account.of('', 'general').map(({ code }, i) => item(code, i)),
    ...basicParagraphs(),
    clause('（四）政府性基金预算财政拨款收入支出决算情况说明'),
    p(
      t`2023年度政府性基金预算财政拨款年初结转和结余${w.a('fund.carried_in', 0)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', fund)}，年末结转和结余${w.a('fund.carried_out', 0)}。支出具体情况：${fullName(account, '2082201')}${w.a('fund.expenditure', fund, named(account, '2082201'))}，用于水库移民直补。`,
    ),
    clause('（五）国有资本经营预算财政拨款支出决算情况说明'),
    p(
      t`本部门2023年度${w.none(['income.fiscal.capital', 'capital.expenditure'])}国有资本经营预算财政拨款收入和支出，已公开空表。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const both = (concept: string, budget: number, final: number) =>
    t`支出预算${w.a(concept, budget, { measure: 'budget' })}，支出决算${w.a(concept, final)}`;
  const still = (concept: string) =>
    t`${both(concept, 0, 0)}，决算数较预算数${w.flat(concept, 'budget', '无增减变化')}，较上年${w.flat(concept, 'prior_final', '无增减变化')}`;
  const told = (concept: string, budget: number, final: number, was: number, why: string) => {
    const amount = w.delta(concept, final, budget, OF_BUDGET);
    return t`${both(concept, budget, final)}，完成预算的${w.done(concept, final, budget)}，决算数较预算数${final > budget ? '增加' : '减少'}${amount}，主要原因是${why}；较上年${w.change(concept, final, was, {}, '增加 减少 增加 降低')}`;
  };
  return [
    section('三、财政拨款“三公”经费、培训费及会议费支出决算情况说明'),
    clause('（一）“三公”经费支出决算情况说明'),
    p(
      t`2023年度财政拨款安排“三公”经费${told(`${c}.total`, total(budget3), total(final3), prior3.operation + prior3.reception, '严格执行中央八项规定精神')}。`,
    ),
    p(
      t`1.因公出国（境）费用${still(`${c}.overseas`)}。全年因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(t`2.公务用车购置费用${still(`${c}.vehicle.purchase`)}，购置车辆${w.c(`${c}.vehicle.purchased`, 0, '辆')}。`),
    p(
      t`3.公务用车运行维护费${told(`${c}.vehicle.operation`, vehicle(budget3), vehicle(final3), prior3.operation, '合理安排巡渠用车')}。年末公务用车保有量${w.c(`${c}.vehicle.owned`, 4, '辆')}。`,
    ),
    p(
      t`4.公务接待费${told(`${c}.reception`, budget3.reception, final3.reception, prior3.reception, '接待批次减少')}。接待国内来访团组${w.c(`${c}.reception.batches`, 22, '个')}，来宾${w.c(`${c}.reception.persons`, 168, '人次')}。`,
    ),
    clause('（二）培训费支出决算情况说明'),
    p(
      t`2023年度财政拨款安排培训费${told('training.expense', budget3.training, final3.training, prior3.training, '增加渠道管护安全培训')}。全年举办培训${w.c('training.count', 3, '次')}，参加培训${w.c('training.persons', 126, '人次')}。`,
    ),
    clause('（三）会议费支出决算情况说明'),
    p(
      t`2023年度财政拨款安排会议费${told('meeting.expense', budget3.meeting, final3.meeting, prior3.meeting, '压缩会议规模')}。全年召开会议${w.c('meeting.count', 2, '次')}，参会${w.c('meeting.persons', 158, '人次')}。`,
    ),
  ];
}

function performance(): BlockForm[] {
  const funds = account.allProject() - yuan(96_300);
  return [
    section('四、预算绩效情况说明'),
    p(
      t`本部门组织对2023年度${w.c('performance.projects', 6, '个')}项目开展了绩效自评，涉及预算资金${w.a('performance.funds', funds)}，占项目支出总额的${w.share('performance.funds', funds, account.allProject(), 'expenditure.project')}。项目自评平均得分${w.c('performance.score', '94.8', '分')}，其中${w.c('performance.grade.excellent', 5, '个')}项目评级为“优”、${w.c('performance.grade.good', 1, '个')}项目评级为“良”，发现问题${w.c('performance.issues.found', 3, '个')}，已完成整改${w.c('performance.issues.rectified', 2, '个')}。渠系水利用系数由0.52提高到0.55，超过年度目标5%以上。`,
    ),
  ];
}

function other(): BlockForm[] {
  const budget = yuan(410_000);
  const [goods, works, services] = [yuan(96_300), yuan(1_206_400), yuan(184_200)];
  const all = goods + works + services;
  const [sme, micro] = [goods + yuan(1_012_600) + services, yuan(812_640)];
  return [
    section('五、其他重要事项的情况说明'),
    clause('（一）机关运行经费支出情况说明'),
    p(
      t`2023年度机关运行经费支出预算${w.a('agency_operation', budget, { measure: 'budget' })}，支出决算${w.a('agency_operation', agency)}，完成预算的${w.done('agency_operation', agency, budget)}。支出决算较上年${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增加 减少')}，主要原因是办公用房维修。`,
    ),
    clause('（二）政府采购支出情况说明'),
    p(
      t`2023年度政府采购支出总额共${w.a('procurement.total', all)}，其中：政府采购货物类支出${w.a('procurement.goods', goods)}、政府采购工程类支出${w.a('procurement.works', works)}、政府采购服务类支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占授予中小企业合同金额的${w.share('procurement.micro', micro, sme, 'procurement.sme')}。`,
    ),
    clause('（三）国有资产占用及购置情况说明'),
    p(
      t`截至2023年末，本部门共有车辆${w.c('assets.vehicle.total', 4, '辆')}，其中${vehicles(w, [
        ['机要通信用车', 'confidential', 1],
        ['应急保障用车', 'emergency', 2],
        ['特种专业技术用车', 'technical', 1],
      ])}。单价100万元以上的设备（不含车辆）${w.c('assets.equipment.over_1m', 0, '台（套）')}。2023年当年购置车辆${w.c('assets.purchased.vehicle', 0, '辆')}；购置单价100万元以上的设备${w.c('assets.purchased.equipment', 0, '台（套）')}。`,
    ),
  ];
}

export const shaanxi: Sample = {
  name: 'shaanxi-2023-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [],
  blocks: [
    centred('保密审查情况：已审查'),
    centred('部门主要负责人审签情况：已审签'),
    { kind: 'title', text: '汉中市南郑区梁山渠灌溉管理处' },
    { kind: 'title', text: '2023年度部门综合决算' },
    pageBreak,
    centred('目  录'),
    ...[
      '第一部分  部门概况',
      '第二部分  2023年度部门决算表',
      '第三部分  2023年度部门决算情况说明',
      '三、财政拨款“三公”经费、培训费及会议费支出决算情况说明',
      '第四部分  专业名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 3 + 1 })),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第三部分  2023年度部门决算情况说明'),
    ...wholes(),
    ...fiscal(),
    ...threePublic(),
    ...performance(),
    ...other(),
    part('第四部分  专业名词解释'),
    p('1.基本支出：指为保障机构正常运转、完成日常工作任务而发生的各项支出。'),
    p('2.项目支出：指单位为完成特定的工作任务或事业发展目标所发生的各项支出。'),
    p('3.“三公”经费：指部门使用财政拨款安排的因公出国（境）费用、公务用车购置及运行费用和公务接待费用。'),
  ],
};
