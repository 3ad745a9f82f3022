/** 黑龙江, 2025, a budget's workbook in 元: sources of the integrated system, units in rows with their codes, projects by source. */
import { Account, line, yuan } from './account.ts';
import { classesOf, named } from './clerk.ts';
import { type BlockForm, type CellForm, centred, head, pageBreak, type Sample, type TableForm } from './form.ts';
import {
  beside,
  byEconomicCode,
  economicCodes,
  fiscalBudget,
  labels,
  lines,
  peopleAndGoods,
  spending,
} from './grids.ts';
import { Pen, type Subject, t } from './marks.ts';
import { NAMES, ordinal } from './names.ts';
import { type Column, Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '抚远市黑瞎子沼泽湿地管护中心';
const YEAR = 2025;
const names = {
  ...NAMES,
  21104: '自然生态保护',
  2110401: '生态保护',
  2130212: '湿地保护',
  30208: '取暖费',
  30218: '专用材料费',
};

const CENTRE = [
  line('2080502', { basic: 213_600 }),
  line('2080505', { basic: 702_144 }),
  line('2080506', { basic: 351_072 }),
  line('2101102', { basic: 329_130 }),
  line('2110401', { project: 1_860_000, appropriated: 1_760_000 }),
  line('2130204', { basic: 4_388_400, ownBasic: 120_000, own: { other: 120_000 } }),
  line('2130212', { project: 3_200_000 }),
  line('2210201', { basic: 526_608 }),
];
const STATION = [
  line('2080505', { basic: 156_300 }),
  line('2130204', { basic: 976_875 }),
  line('2130234', { project: 420_000 }),
  line('2210201', { basic: 117_225 }),
];
const UNITS = [
  ['209001', `${ORGANISATION}（本级）`],
  ['209002', '抚远市抓吉湿地监测站'],
] as const;

const account = new Account({
  names,
  lines: [...CENTRE, ...STATION],
  economic: {
    30101: 2_316_420,
    30102: 682_300,
    30107: 1_260_400,
    30108: 858_444,
    30109: 351_072,
    30110: 329_130,
    30112: 58_655,
    30113: 643_833,
    30201: 186_000,
    30206: 64_000,
    30207: 36_000,
    30208: 312_600,
    30211: 98_000,
    30217: 9_000,
    30218: 46_000,
    30228: 107_306,
    30231: 132_000,
    30302: 213_600,
  },
  rest: '30299',
  carriedIn: { general: 100_000 },
});
const byUnit = [CENTRE, STATION].map(
  (list, i) =>
    new Account({ names, lines: list, economic: {}, rest: '30299', carriedIn: i === 0 ? { general: 100_000 } : {} }),
);
const three = { overseas: 0, purchase: 0, operation: yuan(132_000), reception: yuan(9_000) };
const three2024 = { overseas: 0, purchase: yuan(260_000), operation: yuan(140_000), reception: yuan(10_000) };

const w = new Pen({ year: YEAR, measure: 'budget', unit: '元', decimals: 2, percentDecimals: 2, group: true });
const all = new Tables({
  account,
  pen: w,
  above: (place) => [`预算公开表${place}`, `部门名称：${ORGANISATION}　单位：元`],
  threeCells: false,
  lineNumbers: false,
  blankZero: true,
  totalLast: false,
  since2020: true,
});

function totals(): TableForm {
  const income = lines(all, [
    ['一、一般公共预算拨款收入', 'income.fiscal.general', account.appropriated('general')],
    ['二、政府性基金预算拨款收入', 'income.fiscal.fund', 0],
    ['三、国有资本经营预算拨款收入', 'income.fiscal.capital', 0],
    ['四、财政专户管理资金收入', 'income.institutional.education_fees', 0],
    ['五、单位资金收入', 'income.other', account.ownIncome('other')],
  ]);
  const spent = classesOf(account)
    .sort()
    .map((code, i): CellForm[] => [
      { text: `${ordinal(i + 1)}、${account.name(code)}` },
      all.cell('expenditure.current_year', account.spent(code), named(account, code)),
    ]);
  const ends = beside(
    lines(all, [
      ['本年收入合计', 'income.current_year', account.income()],
      ['上年结转结余', 'income.carried_in', account.carried('carriedIn')],
      ['收入总计', 'income.total', account.total()],
    ]),
    lines(all, [
      ['本年支出合计', 'expenditure.current_year', account.spent()],
      ['年终结转结余', 'expenditure.carried_out', 0],
      ['支出总计', 'expenditure.total', account.total()],
    ]),
  );
  const heads = [[head('收入', 2), head('支出', 2)], labels('项目', '预算数', '项目', '预算数')];
  return all.table('01', '部门收支总表', [...heads, ...beside(income, spent), ...ends], 2, [34, 18, 34, 18]);
}

function income(): TableForm {
  const columns: readonly (readonly [string, (of: Account) => number])[] = [
    ['income.total', (of) => of.total()],
    ['income.current_year', (of) => of.income()],
    ['income.fiscal.general', (of) => of.appropriated('general')],
    ['income.fiscal.fund', () => 0],
    ['income.fiscal.capital', () => 0],
    ['income.institutional.education_fees', () => 0],
    ['income.other', (of) => of.ownIncome('other')],
    ['income.carried_in', (of) => of.carried('carriedIn')],
  ];
  const cells = (of: Account, about: { subject?: Subject }): CellForm[] =>
    columns.map(([concept, amount]) => all.cell(concept, amount(of), about));
  const rows = UNITS.map(([code, name], i): CellForm[] => [
    ...labels(code, name),
    ...cells(byUnit[i] as Account, { subject: { scheme: 'unit', code, path: [name] } }),
  ]);
  const heads = [
    [
      head('部门（单位）代码', 1, 2),
      head('部门（单位）名称', 1, 2),
      head('合计', 1, 2),
      head('本年收入', 6),
      head('上年结转结余', 1, 2),
    ],
    labels('小计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'),
  ];
  return all.table(
    '02',
    '部门收入总表',
    [...heads, [head('合计', 2), ...cells(account, {})], ...rows],
    2,
    [10, 28, 16, 16, 16, 12, 12, 12, 14, 14],
  );
}

function fiscal(): TableForm {
  const left = lines(all, [
    ['一、本年收入', 'income.fiscal', account.appropriated()],
    ['（一）一般公共预算拨款', 'income.fiscal.general', account.appropriated('general')],
    ['（二）政府性基金预算拨款', 'income.fiscal.fund', 0],
    ['（三）国有资本经营预算拨款', 'income.fiscal.capital', 0],
    ['二、上年结转', 'fiscal.carried_in', account.carriedIn.general],
    ['（一）一般公共预算拨款', 'fiscal.carried_in.general', account.carriedIn.general],
  ]);
  const heads = [
    [head('收入', 2), head('支出', 5)],
    labels('项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
  ];
  const totals: [string, string] = ['收入总计', '支出总计'];
  return fiscalBudget(all, {
    title: '财政拨款收支总表',
    heads,
    left,
    spent: '一、本年支出',
    carriedOut: '二、年终结转结余',
    totals,
  });
}

function threePublic(): TableForm {
  const c = 'three_public';
  const row = (label: string, concept: string, amount: (each: typeof three) => number): CellForm[] => [
    { text: label },
    all.cell(concept, amount(three2024), { period: YEAR - 1 }),
    all.cell(concept, amount(three)),
  ];
  const rows = [
    labels('项目', '2024年预算数', '2025年预算数'),
    row('合计', `${c}.total`, total),
    row('1.因公出国（境）费用', `${c}.overseas`, (each) => each.overseas),
    row('2.公务接待费', `${c}.reception`, (each) => each.reception),
    row('3.公务用车购置及运行费', `${c}.vehicle`, vehicle),
    row('其中：公务用车运行维护费', `${c}.vehicle.operation`, (each) => each.operation),
    row('公务用车购置', `${c}.vehicle.purchase`, (each) => each.purchase),
  ];
  return all.table('07', '一般公共预算“三公”经费支出表', rows, 1, [40, 22, 22]);
}

function projects(): TableForm {
  const list = [
    ['湿地生态效益补偿', 3_200_000, 0, 3_200_000],
    ['东方白鹳栖息地修复', 1_860_000, 100_000, 1_760_000],
    ['林草有害生物监测', 420_000, 0, 420_000],
  ] as const;
  const money = (amount: number): CellForm => ({ text: amount === 0 ? '' : w.money(yuan(amount)) });
  const rows = list.map(([name, whole, carried, now]): CellForm[] => [
    { text: '特定目标类' },
    { text: name },
    all.cell('project.funds', yuan(whole), { subject: { scheme: 'project', code: null, path: [name] } }),
    money(now),
    money(carried),
  ]);
  const heads = [
    [head('类型', 1, 2), head('项目名称', 1, 2), head('合计', 1, 2), head('资金来源', 2)],
    labels('本年一般公共预算拨款', '上年结转'),
  ];
  const first = [
    head('合计', 2),
    all.cell('expenditure.project', account.allProject()),
    money(5_380_000),
    money(100_000),
  ];
  return all.table('project', '项目支出表', [...heads, first, ...rows], 2, [14, 34, 18, 22, 16]);
}

const functional: Column[] = [
  ['合计', 'expenditure.current_year', (code) => account.spent(code)],
  ['基本支出', 'expenditure.basic', (code) => account.allBasic(code)],
  ['项目支出', 'expenditure.project', (code) => account.allProject(code)],
  ['事业单位经营支出', 'expenditure.operating', () => 0],
  ['上缴上级支出', 'expenditure.to_superior', () => 0],
  ['对附属单位补助支出', 'expenditure.to_affiliated', () => 0],
];
const economicHeads = [
  [head('部门预算支出经济分类科目', 2), head('本年一般公共预算基本支出', 3)],
  labels('科目编码', '科目名称', '合计', '人员经费', '公用经费'),
];
const none = (what: string, concept: string) => [
  t`备注：本部门2025年${w.none([concept], '无')}${what}安排的支出，故此表无数据。`,
];

const list: TableForm[] = [
  totals(),
  income(),
  all.byCode('03', '部门支出总表', functional),
  fiscal(),
  all.byCode('05', '一般公共预算支出表', spending(account, 'general'), 'general'),
  byEconomicCode(
    all,
    { table: '06', title: '一般公共预算基本支出表', heads: economicHeads },
    economicCodes(account.economic.keys()),
    peopleAndGoods(account),
  ),
  threePublic(),
  all.byCode(
    '08',
    '政府性基金预算支出表',
    spending(account, 'fund'),
    'fund',
    none('政府性基金预算拨款', 'fund.expenditure'),
  ),
  all.byCode(
    '09',
    '国有资本经营预算支出表',
    spending(account, 'capital'),
    'capital',
    none('国有资本经营预算拨款', 'capital.expenditure'),
  ),
  projects(),
];

export const heilongjiang: Sample = {
  name: 'heilongjiang-2025-budget',
  format: 'xlsx',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: '2025年部门预算公开表' },
    centred(`部门名称：${ORGANISATION}`),
    centred('2025年2月14日'),
    pageBreak,
    centred('目 录'),
    ...list.map(({ title }, i): BlockForm => centred(`表${i + 1}、${title}`)),
    pageBreak,
    ...list,
  ],
};
