/** The account and the tables of 新疆, 2020: all in 元 while the text is in 万元, codes in three cells. */
import { Account, line, yuan } from './account.ts';
import { classesOf, named } from './clerk.ts';
import { type BlockForm, type CellForm, head, part, type TableForm } from './form.ts';
import {
  beside,
  economicCodes,
  labels,
  lines,
  type Project,
  peopleAndGoods,
  projectSubject,
  spending,
} from './grids.ts';
import { Pen, type Subject, t } from './marks.ts';
import { NAMES } from './names.ts';
import { type Column, Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

export const ORGANISATION = '布尔津县额河湿地管护局';
export const YEAR = 2020;

export const account = new Account({
  names: {
    ...NAMES,
    20132: '组织事务',
    2013299: '其他组织事务支出',
    2130212: '湿地保护',
    30208: '取暖费',
    30224: '被装购置费',
  },
  lines: [
    line('2013299', { project: 96_000 }),
    line('2080501', { basic: 186_420 }),
    line('2080505', { basic: 688_214 }),
    line('2080506', { basic: 344_107 }),
    line('2101101', { basic: 301_093 }),
    line('2101103', { basic: 129_040 }),
    line('2130201', { basic: 5_106_338 }),
    line('2130204', { basic: 1_762_450, ownBasic: 140_000, own: { other: 60_000 } }),
    line('2130212', { project: 2_680_000 }),
    line('2130234', { project: 860_000 }),
    line('2210201', { basic: 516_160 }),
  ],
  economic: {
    30101: 1_894_260,
    30102: 2_068_214,
    30103: 486_300,
    30107: 604_800,
    30108: 688_214,
    30109: 344_107,
    30110: 301_093,
    30111: 129_040,
    30112: 43_013,
    30113: 516_160,
    30201: 312_000,
    30205: 12_600,
    30206: 48_000,
    30207: 36_000,
    30208: 186_400,
    30211: 240_000,
    30213: 60_000,
    30216: 28_000,
    30217: 15_000,
    30224: 96_000,
    30228: 86_026,
    30229: 64_520,
    30231: 228_000,
    30302: 186_420,
    30305: 122_400,
    30309: 3_600,
  },
  rest: '30299',
  carriedIn: { own: 80_000 },
});

/** What was spent or planned the year before, in 分. */
export const executed: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    2013299: 96_000,
    2080501: 179_860,
    2080505: 702_418.5,
    2080506: 0,
    2101101: 296_332,
    2101103: 127_000,
    2130201: 5_268_904.2,
    2130204: 1_698_320,
    2130212: 2_150_000,
    2130234: 940_000,
    2210201: 508_820,
  }).map(([code, amount]) => [code, yuan(amount)]),
);
export const ran = (prefix = ''): number =>
  Object.entries(executed).reduce((sum, [code, amount]) => sum + (code.startsWith(prefix) ? amount : 0), 0);

export const three = { overseas: 0, purchase: yuan(180_000), operation: yuan(228_000), reception: yuan(15_000) };
export const three2019 = { overseas: 0, purchase: 0, operation: yuan(240_000), reception: yuan(15_000) };

export const PROJECTS: readonly (Project & { readonly code: string })[] = [
  { name: '湿地生态补水', code: '2130212', amount: yuan(1_480_000), use: '新财资环〔2019〕86号' },
  { name: '湿地巡护劳务', code: '2130212', amount: yuan(1_200_000), use: '布政发〔2018〕21号' },
  { name: '蝗虫鼠害防治', code: '2130234', amount: yuan(860_000), use: '新林保字〔2019〕14号' },
  { name: '访惠聚驻村工作经费', code: '2013299', amount: yuan(96_000), use: '布党办〔2017〕33号' },
];

export const named2 = ({ name, amount, use }: Project): { subject: Subject } => ({
  subject: projectSubject({ name, amount, use }),
});

const w = new Pen({ year: YEAR, measure: 'budget', unit: '元', decimals: 2, percentDecimals: 2, group: true });
const all = new Tables({
  account,
  pen: w,
  above: (place) => [`表${'一二三四五六七八九'[place - 1]}`, `编制部门：${ORGANISATION}　　　　　　　　　　　单位：元`],
  threeCells: true,
  lineNumbers: false,
  blankZero: true,
  totalLast: true,
  since2020: false,
});

function totals(): TableForm {
  const income = lines(all, [
    ['财政拨款（补助）', 'income.fiscal', account.appropriated()],
    ['一般公共预算', 'income.fiscal.general', account.appropriated('general')],
    ['政府性基金预算', 'income.fiscal.fund', 0],
    ['教育收费（财政专户）', 'income.institutional.education_fees', 0],
    ['事业收入', 'income.institutional', 0],
    ['事业单位经营收入', 'income.operating', 0],
    ['其他收入', 'income.other', account.ownIncome('other')],
    ['用事业基金弥补收支差额', 'income.surplus_used', 0],
    ['上年结余（不包括国库集中支付额度结余）', 'income.carried_in', account.carried('carriedIn')],
  ]);
  const spent = classesOf(account).map((code): CellForm[] => [
    { text: `${code} ${account.name(code)}` },
    all.cell('expenditure.current_year', account.spent(code), named(account, code)),
  ]);
  const last = [
    { text: '收入总计' },
    all.cell('income.total', account.total()),
    { text: '支出总计' },
    all.cell('expenditure.total', account.total()),
  ];
  const heads = [[head('收入', 2), head('支出', 2)], labels('项目', '预算数', '功能分类', '预算数')];
  return all.table('01', '部门收支总体情况表', [...heads, ...beside(income, spent), last], 2, [34, 16, 34, 16]);
}

function fiscal(): TableForm {
  const left = lines(all, [
    ['财政拨款（补助）', 'income.fiscal', account.appropriated()],
    ['一般公共预算', 'income.fiscal.general', account.appropriated('general')],
    ['政府性基金预算', 'income.fiscal.fund', 0],
  ]);
  const right = classesOf(account).map((code): CellForm[] => [
    { text: `${code} ${account.name(code)}` },
    all.cell('fiscal.expenditure', account.fiscal(undefined, code), named(account, code)),
    all.cell('general.expenditure', account.fiscal('general', code), named(account, code)),
    all.cell('fund.expenditure', 0, named(account, code)),
  ]);
  const last = [
    { text: '收入总计' },
    all.cell('fiscal.income.total', account.fiscalTotal()),
    { text: '支出总计' },
    all.cell('fiscal.expenditure.total', account.fiscalTotal()),
    all.cell('fiscal.expenditure.total.general', account.fiscalTotal('general')),
    all.cell('fiscal.expenditure.total.fund', 0),
  ];
  const heads = [
    [head('财政拨款收入', 2), head('财政拨款支出', 4)],
    labels('项目', '合计', '功能分类', '合计', '一般公共预算', '政府性基金预算'),
  ];
  return all.table(
    '04',
    '财政拨款收支预算总体情况表',
    [...heads, ...beside(left, right), last],
    2,
    [22, 15, 22, 15, 14, 12],
  );
}

function basic(): TableForm {
  const columns = peopleAndGoods(account);
  const rows = economicCodes(account.economic.keys()).map((code): CellForm[] => {
    const subject: Subject = { scheme: 'economic', code, path: account.path(code) };
    return [
      ...labels(code.slice(0, 3), code.slice(3), account.name(code)),
      ...columns.map(([, concept, amount]) => all.cell(concept, amount(code), { subject })),
    ];
  });
  const heads = [
    [head('经济分类科目编码', 2), head('经济分类科目名称', 1, 2), head('一般公共预算基本支出', 3)],
    labels('类', '款', '小计', '人员经费', '公用经费'),
  ];
  const last = [head('合计', 3), ...columns.map(([, concept, amount]) => all.cell(concept, amount('')))];
  return all.table('06', '一般公共预算基本支出情况表', [...heads, ...rows, last], 2, [8, 8, 33, 17, 17, 17]);
}

function projects(): TableForm {
  const rows = PROJECTS.map((each): CellForm[] => [
    ...labels(each.code, account.name(each.code), each.name),
    all.cell('project.funds', each.amount, named2(each)),
  ]);
  const heads = [labels('功能分类科目编码', '功能分类科目名称', '项目名称', '项目支出合计')];
  const last = [head('合计', 3), all.cell('general.expenditure.project', account.project())];
  return all.table('project', '一般公共预算项目支出情况表', [...heads, ...rows, last], 1, [16, 26, 34, 24]);
}

function threePublic(): TableForm {
  const c = 'three_public';
  const heads = [
    [head('合计', 1, 2), head('因公出国（境）费', 1, 2), head('公务用车购置及运行费', 3), head('公务接待费', 1, 2)],
    labels('小计', '公务用车购置费', '公务用车运行费'),
  ];
  const row = [
    all.cell(`${c}.total`, total(three)),
    all.cell(`${c}.overseas`, 0),
    all.cell(`${c}.vehicle`, vehicle(three)),
    all.cell(`${c}.vehicle.purchase`, three.purchase),
    all.cell(`${c}.vehicle.operation`, three.operation),
    all.cell(`${c}.reception`, three.reception),
  ];
  return all.table(
    '07',
    '一般公共预算“三公”经费支出情况表',
    [...heads, row],
    2,
    row.map(() => 16),
  );
}

export function tables(): BlockForm[] {
  const income: Column[] = [
    ['总计', 'income.total', (code) => account.income(code) + ('2130204'.startsWith(code) ? account.carriedIn.own : 0)],
    ['财政拨款（补助）', 'income.fiscal', (code) => account.appropriated(undefined, code)],
    ['事业收入', 'income.institutional', () => 0],
    ['其他收入', 'income.other', (code) => account.ownIncome('other', code)],
    ['上年结余', 'income.carried_in', (code) => ('2130204'.startsWith(code) ? account.carriedIn.own : 0)],
  ];
  return [
    part('第 二 部 分   2020 年 部 门 预 算 公 开 表'),
    totals(),
    all.byCode('02', '部门收入总体情况表', income),
    all.byCode('03', '部门支出总体情况表', spending(account)),
    fiscal(),
    all.byCode('05', '一般公共预算支出情况表', spending(account, 'general'), 'general'),
    basic(),
    projects(),
    threePublic(),
    all.byCode('08', '政府性基金预算支出情况表', spending(account, 'fund'), 'fund', [
      t`备注：${ORGANISATION}2020年${w.none(['fund.expenditure'], '没有')}使用政府性基金预算拨款安排的支出，此表为空。`,
    ]),
  ];
}
