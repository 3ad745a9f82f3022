/** 上海, 2025, a department's budget: tables in 元, text in 万元, appropriation by name of 科目. */
import { Account, line, yuan } from './account.ts';
import {
  type BlockForm,
  type CellForm,
  centred,
  p,
  pageBreak,
  part,
  type Sample,
  section,
  type TableForm,
} from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES, ordinal } from './names.ts';
import { Tables } from './tables.ts';

const ORGANISATION = '上海市嘉定区水乡风貌保护办公室';
const YEAR = 2025;
const PRIOR = { basis: 'prior_budget' };

const account = new Account({
  names: NAMES,
  lines: [
    line('2080501', { basic: 186_400 }),
    line('2080505', { basic: 1_206_480 }),
    line('2080506', { basic: 603_240 }),
    line('2101101', { basic: 412_360 }),
    line('2101102', { basic: 218_640 }),
    line('2120399', { project: 3_860_500, ownProject: 420_000, own: { institutional: 420_000 } }),
    line('2120501', { basic: 9_846_312, project: 2_105_000, ownBasic: 60_000, own: { other: 60_000 } }),
    line('2210201', { basic: 1_018_640 }),
    line('2210203', { basic: 486_200 }),
  ],
  economic: {
    30101: 1_812_600,
    30102: 3_018_420,
    30103: 206_400,
    30107: 1_986_312,
    30108: 1_206_480,
    30109: 603_240,
    30110: 631_000,
    30112: 63_100,
    30113: 1_018_640,
    30201: 386_000,
    30205: 24_000,
    30206: 186_000,
    30207: 96_400,
    30209: 612_000,
    30211: 68_000,
    30216: 92_000,
    30217: 28_000,
    30228: 241_296,
    30229: 148_600,
    30231: 64_000,
    30239: 512_400,
    30302: 186_400,
    31002: 120_000,
  },
  rest: '30299',
});

const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2 });
const cells = new Pen({ year: YEAR, measure: 'budget', unit: '元', decimals: 0, percentDecimals: 2, group: true });

function overview(): BlockForm[] {
  return [
    part('上海市嘉定区水乡风貌保护办公室主要职能'),
    p('上海市嘉定区水乡风貌保护办公室负责本区水乡古镇风貌保护的统筹协调。主要职能包括：'),
    p('1.组织编制水乡风貌保护规划，协调推进沿河建筑修缮和岸线整治。'),
    p('2.负责风貌保护区市容环境和公共设施的日常管理。'),
    p('3.开展水乡文化的宣传推广。'),
    part('上海市嘉定区水乡风貌保护办公室机构设置'),
    p(
      t`上海市嘉定区水乡风貌保护办公室设${w.c('organisation.divisions', 5, '个')}内设机构。本部门中，行政单位1家，事业单位1家，具体包括：`,
    ),
    p('1.上海市嘉定区水乡风貌保护办公室本部'),
    p('2.上海市嘉定区水乡风貌管理所'),
    part('名词解释'),
    p(
      '（一）基本支出预算：是为保障机构正常运转、完成日常工作任务而编制的年度基本支出计划，包括人员经费和公用经费两部分。',
    ),
    p('（二）项目支出预算：是为完成特定的行政工作任务和事业发展目标，在基本支出之外编制的年度支出计划。'),
  ];
}

const QUOTED: [string, string, string][] = [
  ['2080501', '行政单位离退休', '机关退休人员经费'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '在职人员基本养老保险单位缴费'],
  ['2080506', '机关事业单位职业年金缴费支出', '在职人员职业年金单位缴费'],
  ['2101101', '行政单位医疗', '行政单位在职人员医疗保险单位缴费'],
  ['2101102', '事业单位医疗', '事业单位在职人员医疗保险单位缴费'],
  ['2120399', '其他城乡社区公共设施支出', '沿河步道和照明设施改造'],
  ['2120501', '城乡社区环境卫生', '人员经费、公用经费和风貌区保洁'],
  ['2210201', '住房公积金', '在职人员住房公积金单位缴费'],
  ['2210203', '购房补贴', '在职人员购房补贴'],
];

function explanation(): BlockForm[] {
  const income = account.income();
  const fiscal = account.fiscal();
  const before = { income: yuan(19_612_400), fiscal: yuan(19_186_400), own: yuan(360_000), other: yuan(66_000) };
  const change = (concept: string, now: number, prior: number): Text =>
    t`比2024年预算${now > prior ? '增加' : '减少'}${w.delta(concept, now, prior, PRIOR)}`;
  return [
    part('2025年部门预算编制说明'),
    p(
      t`2025年，上海市嘉定区水乡风貌保护办公室预算支出总额为${w.a('expenditure.total', income)}，其中：财政拨款支出预算为${w.a('fiscal.expenditure', fiscal)}。`,
    ),
    p(
      t`收入预算${w.a('income.total', income)}，${change('income.total', income, before.income)}，其中：财政拨款收入${w.a('income.fiscal', fiscal)}，${change('income.fiscal', fiscal, before.fiscal)}；事业收入${w.a('income.institutional', account.ownIncome('institutional'))}，${change('income.institutional', account.ownIncome('institutional'), before.own)}；其他收入${w.a('income.other', account.ownIncome('other'))}，${change('income.other', account.ownIncome('other'), before.other)}。`,
    ),
    p(
      t`财政拨款支出预算中，一般公共预算拨款支出预算${w.a('general.expenditure', fiscal)}，${change('general.expenditure', fiscal, before.fiscal)}；政府性基金拨款支出预算${w.a('fund.expenditure', 0)}，与2024年预算${w.flat('fund.expenditure', 'prior_budget')}；国有资本经营预算拨款支出预算${w.a('capital.expenditure', 0)}，与2024年预算${w.flat('capital.expenditure', 'prior_budget')}。财政拨款支出增加的主要原因是新增沿河步道改造项目。`,
    ),
    p('财政拨款支出主要内容如下：'),
    ...QUOTED.map(([code, name, use], i) => {
      const subject = { scheme: 'functional', code, path: [name] } as const;
      return p(
        t`${i + 1}.“${name}”科目${w.a('fiscal.expenditure', account.fiscal(undefined, code), { subject })}，主要用于${use}。`,
      );
    }),
  ];
}

function totals(all: Tables): TableForm {
  const classes = [...new Set(account.lines.map(({ code }) => code.slice(0, 3)))].sort();
  const sources: [string, string, number][] = [
    ['一、财政拨款收入', 'income.fiscal', account.fiscal()],
    ['1.一般公共预算资金', 'income.fiscal.general', account.fiscal('general')],
    ['2.政府性基金', 'income.fiscal.fund', 0],
    ['3.国有资本经营预算', 'income.fiscal.capital', 0],
    ['二、事业收入', 'income.institutional', account.ownIncome('institutional')],
    ['三、事业单位经营收入', 'income.operating', 0],
    ['四、其他收入', 'income.other', account.ownIncome('other')],
  ];
  const body = sources.map(([label, concept, amount], i): CellForm[] => {
    const code = classes[i];
    const right = code
      ? [
          { text: `${ordinal(i + 1)}、${account.name(code)}` },
          all.cell('expenditure.current_year', account.spent(code), { subject: all.functional(code) }),
        ]
      : [{ text: '' }, { text: '' }];
    return [{ text: label }, all.cell(concept, amount), ...right];
  });
  const last = [
    { text: '收入总计' },
    all.cell('income.total', account.income()),
    { text: '支出总计' },
    all.cell('expenditure.total', account.spent()),
  ];
  const heads = [
    [
      { text: '本年收入', columns: 2 },
      { text: '本年支出', columns: 2 },
    ],
    ['项目', '预算数', '项目', '预算数'].map((text) => ({ text })),
  ];
  return all.table('01', '2025年部门财务收支预算总表', [...heads, ...body, last], 2, [30, 20, 30, 20]);
}

function fiscal(all: Tables): TableForm {
  const classes = [...new Set(account.lines.map(({ code }) => code.slice(0, 3)))].sort();
  const sources: [string, string, number][] = [
    ['一、一般公共预算资金', 'income.fiscal.general', account.fiscal('general')],
    ['二、政府性基金', 'income.fiscal.fund', 0],
    ['三、国有资本经营预算', 'income.fiscal.capital', 0],
  ];
  const funds = ['general', 'fund', 'capital'] as const;
  const body = classes.map((code, i): CellForm[] => {
    const [label, concept, amount] = sources[i] ?? ['', '', 0];
    const about = { subject: all.functional(code) };
    return [
      { text: label },
      label ? all.cell(concept, amount) : { text: '' },
      { text: `${ordinal(i + 1)}、${account.name(code)}` },
      all.cell('fiscal.expenditure', account.fiscal(undefined, code), about),
      ...funds.map((fund) => all.cell(`${fund}.expenditure`, account.fiscal(fund, code), about)),
    ];
  });
  const last = [
    { text: '收入总计' },
    all.cell('fiscal.income.total', account.fiscal()),
    { text: '支出总计' },
    all.cell('fiscal.expenditure.total', account.fiscal()),
    ...funds.map((fund) => all.cell(`fiscal.expenditure.total.${fund}`, account.fiscal(fund))),
  ];
  const heads = [
    [
      { text: '财政拨款收入', columns: 2 },
      { text: '财政拨款支出', columns: 5 },
    ],
    ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'].map((text) => ({ text })),
  ];
  return all.table('04', '2025年部门财政拨款收支预算总表', [...heads, ...body, last], 2, [20, 14, 18, 14, 14, 10, 10]);
}

/** Basic expenditure by economic class and code, 人员 and 公用 in columns. */
function basic(all: Tables): TableForm {
  const codes = [...new Set([...account.economic.keys()].flatMap((code) => [code.slice(0, 3), code]))].sort();
  const c = 'general.expenditure.basic';
  const row = (code: string): CellForm[] => {
    const amount = code.length === 3 ? account.economicSum(code) : (account.economic.get(code) ?? 0);
    const person = /^30[13]/.test(code);
    const about = { subject: { scheme: 'economic', code, path: account.path(code) } as const };
    return [
      { text: code.slice(0, 3) },
      { text: code.slice(3) },
      { text: account.name(code) },
      all.cell(c, amount, about),
      all.cell(`${c}.personnel`, person ? amount : 0, about),
      all.cell(`${c}.public`, person ? 0 : amount, about),
    ];
  };
  const heads = [
    [
      { text: '项目', columns: 3 },
      { text: '一般公共预算基本支出', columns: 3 },
    ],
    [
      { text: '部门预算经济分类科目编码', columns: 2 },
      { text: '部门预算经济分类科目名称', rows: 2 },
      ...['合计', '人员经费', '公用经费'].map((text) => ({ text, rows: 2 })),
    ],
    ['类', '款'].map((text) => ({ text })),
  ];
  const last = [
    { text: '合计', columns: 3 },
    all.cell(c, account.basic('general')),
    all.cell(`${c}.personnel`, account.personnel()),
    all.cell(`${c}.public`, account.public()),
  ];
  return all.table(
    '06',
    '2025年部门一般公共预算基本支出部门预算经济分类预算表',
    [...heads, ...codes.map(row), last],
    3,
    [8, 8, 30, 18, 18, 18],
  );
}

const three = { overseas: 0, purchase: 0, operation: yuan(64_000), reception: yuan(28_000) };
const agency = account.economicSum('302', '310') - yuan(612_000);

function threePublic(): TableForm {
  const small = new Tables({
    account,
    pen: w,
    above: () => ['单位：万元'],
    threeCells: false,
    lineNumbers: false,
    blankZero: false,
    totalLast: false,
    since2020: true,
  });
  const c = 'three_public';
  const heads = [
    [
      { text: '“三公”经费预算数', columns: 6 },
      { text: '机关运行经费预算数', rows: 3 },
    ],
    [
      { text: '合计', rows: 2 },
      { text: '因公出国（境）费', rows: 2 },
      { text: '公务接待费', rows: 2 },
      { text: '公务用车购置及运行费', columns: 3 },
    ],
    ['小计', '购置费', '运行费'].map((text) => ({ text })),
  ];
  const row = [
    small.cell(`${c}.total`, three.operation + three.reception),
    small.cell(`${c}.overseas`, 0),
    small.cell(`${c}.reception`, three.reception),
    small.cell(`${c}.vehicle`, three.operation),
    small.cell(`${c}.vehicle.purchase`, 0),
    small.cell(`${c}.vehicle.operation`, three.operation),
    small.cell('agency_operation', agency),
  ];
  return small.table(
    '07',
    '2025年部门“三公”经费和机关运行经费预算表',
    [...heads, row],
    3,
    [14, 14, 14, 14, 14, 14, 16],
  );
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: cells,
    above: () => [`编制部门：${ORGANISATION}　　　　　　　　　　单位：元`],
    threeCells: true,
    lineNumbers: false,
    blankZero: true,
    totalLast: true,
    since2020: true,
  });
  const own = (source: 'institutional' | 'other') => (code: string) => account.ownIncome(source, code);
  const spending = (prefix: string, fund?: 'general' | 'fund' | 'capital') => (code: string) => {
    if (prefix.endsWith('.basic')) return fund ? account.basic(fund, code) : account.allBasic(code);
    if (prefix.endsWith('.project')) return fund ? account.project(fund, code) : account.allProject(code);
    return fund ? account.fiscal(fund, code) : account.spent(code);
  };
  const split = (concept: string, names: [string, string, string], fund?: 'general' | 'fund' | 'capital') =>
    names.map(
      (concept_, i) =>
        [
          ['合计', '基本支出', '项目支出'][i] as string,
          concept_,
          spending(i === 0 ? concept : concept_, fund),
        ] as const,
    );
  const note = (concept: string, text: string): Text[] => [
    t`注：本部门2025年${w.none([concept])}${text}安排的支出，故本表无数据。`,
  ];
  return [
    part('2025年部门预算表'),
    totals(all),
    all.byCode('02', '2025年部门收入预算总表', [
      ['合计', 'income.current_year', (code) => account.income(code)],
      ['财政拨款收入', 'income.fiscal', (code) => account.fiscal(undefined, code)],
      ['事业收入', 'income.institutional', own('institutional')],
      ['事业单位经营收入', 'income.operating', () => 0],
      ['其他收入', 'income.other', own('other')],
    ]),
    all.byCode(
      '03',
      '2025年部门支出预算总表',
      split('expenditure.current_year', ['expenditure.current_year', 'expenditure.basic', 'expenditure.project']),
    ),
    fiscal(all),
    all.byCode(
      '05',
      '2025年部门一般公共预算支出功能分类预算表',
      split(
        'general.expenditure',
        ['general.expenditure', 'general.expenditure.basic', 'general.expenditure.project'],
        'general',
      ),
      'general',
    ),
    all.byCode(
      '08',
      '2025年部门政府性基金预算支出功能分类预算表',
      split('fund.expenditure', ['fund.expenditure', 'fund.expenditure.basic', 'fund.expenditure.project'], 'fund'),
      'fund',
      note('fund.expenditure', '政府性基金预算'),
    ),
    all.byCode(
      '09',
      '2025年部门国有资本经营预算支出功能分类预算表',
      split(
        'capital.expenditure',
        ['capital.expenditure', 'capital.expenditure.basic', 'capital.expenditure.project'],
        'capital',
      ),
      'capital',
      note('capital.expenditure', '国有资本经营预算'),
    ),
    basic(all),
    threePublic(),
  ];
}

function other(): BlockForm[] {
  const c = 'three_public';
  const now = three.operation + three.reception;
  const before = yuan(98_000);
  const [goods, works, services] = [yuan(120_000), yuan(3_200_000), yuan(2_465_000)];
  const projects = account.project('general');
  const at = { period: 2024 };
  const item = yuan(1_865_000);
  const subject = { scheme: 'project', code: null, path: ['水乡风貌区日常巡查'] } as const;
  return [
    part('其他相关情况说明'),
    section('一、2025年“三公”经费预算情况说明'),
    p(
      t`2025年“三公”经费预算数为${w.a(`${c}.total`, now)}，比2024年预算减少${w.delta(`${c}.total`, now, before, PRIOR)}。其中：`,
    ),
    p(t`（一）因公出国（境）费${w.a(`${c}.overseas`, 0)}，与2024年预算${w.flat(`${c}.overseas`, 'prior_budget')}。`),
    p(
      t`（二）公务用车购置及运行费${w.a(`${c}.vehicle`, three.operation)}，比2024年预算减少${w.delta(`${c}.vehicle`, three.operation, yuan(70_000), PRIOR)}，主要原因是车辆报废。其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，与2024年预算${w.flat(`${c}.vehicle.purchase`, 'prior_budget')}；公务用车运行费${w.a(`${c}.vehicle.operation`, three.operation)}。`,
    ),
    p(
      t`（三）公务接待费${w.a(`${c}.reception`, three.reception)}，与2024年预算${w.flat(`${c}.reception`, 'prior_budget')}。`,
    ),
    section('二、机关运行经费预算'),
    p(
      t`2025年，上海市嘉定区水乡风貌保护办公室下属1家机关和1家参公事业单位财政拨款的机关运行经费预算为${w.a('agency_operation', agency)}。`,
    ),
    section('三、政府采购情况'),
    p(
      t`2025年度本部门政府采购预算${w.a('procurement.total', goods + works + services)}，其中：政府采购货物预算${w.a('procurement.goods', goods)}、政府采购工程预算${w.a('procurement.works', works)}、政府采购服务预算${w.a('procurement.services', services)}。`,
    ),
    p(
      t`2025年度本部门面向中小企业预留政府采购项目预算金额${w.a('procurement.sme.reserved', yuan(5_610_000))}，其中，面向小微企业预留政府采购项目预算金额${w.a('procurement.micro.reserved', yuan(3_366_000))}。`,
    ),
    section('四、绩效目标设置情况'),
    p(
      t`按照本区预算绩效管理工作的总体要求，本部门开展了2025年项目预算绩效目标编报工作，编报绩效目标的项目${w.c('performance.targets.projects', 7, '个')}，涉及预算资金${w.a('performance.targets.funds', projects)}。`,
    ),
    section('五、国有资产占有使用情况'),
    p(
      t`截至2024年8月31日，本部门共有车辆${w.c('assets.vehicle.total', 4, '辆', at)}，其中：机要通信用车${w.c('assets.vehicle.confidential', 1, '辆', at)}、应急保障用车${w.c('assets.vehicle.emergency', 1, '辆', at)}、特种专业技术用车${w.c('assets.vehicle.technical', 0, '辆', at)}、其他用车${w.c('assets.vehicle.other', 2, '辆', at)}；单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 1, '台（套）', at)}。`,
    ),
    p(
      t`2025年部门预算安排购置车辆${w.c('assets.planned.vehicle', 0, '辆')}；购置单价100万元（含）以上设备（不含车辆）${w.c('assets.planned.equipment', 0, '台（套）')}。`,
    ),
    part('项目经费情况说明'),
    section('水乡风貌区日常巡查项目'),
    p('一、项目概述：对水乡风貌区建筑、河埠、桥梁开展常态化巡查。'),
    p('二、立项依据：区水乡风貌保护规划。'),
    p('三、实施主体：上海市嘉定区水乡风貌管理所。'),
    p('四、实施周期：2025年1月至12月。'),
    p(
      t`五、年度预算安排：2025年安排水乡风貌区日常巡查项目预算${w.a('project.funds', item, { subject })}，由区级财政资金保障。`,
    ),
  ];
}

export const shanghai: Sample = {
  name: 'shanghai-2025-budget',
  format: 'docx',
  report: {
    kind: 'budget',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['上海市嘉定区水乡风貌保护办公室本部', '上海市嘉定区水乡风貌管理所'],
  },
  defects: [],
  blocks: [
    { kind: 'title', text: '上海市嘉定区水乡风貌保护办公室' },
    { kind: 'title', text: '2025年度部门预算' },
    pageBreak,
    centred('目　录'),
    ...[
      '主要职能',
      '机构设置',
      '名词解释',
      '2025年部门预算编制说明',
      '2025年部门预算表',
      '其他相关情况说明',
      '项目经费情况说明',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i + 3 })),
    pageBreak,
    ...overview(),
    ...explanation(),
    ...tables(),
    ...other(),
  ],
};
