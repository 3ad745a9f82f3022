/** The tables of 浙江: income and expenditure by unit and by subject, titles that begin with the year. */
import type { Account } from './account.ts';
import { type BlockForm, type CellForm, head, type TableForm } from './form.ts';
import { labels } from './grids.ts';
import { Pen, t } from './marks.ts';
import { Tables } from './tables.ts';
import { threePublicTable } from './three-public.ts';
import { account, budget3, byUnit, final3, ORGANISATION, UNITS, YEAR } from './zhejiang-account.ts';

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2, group: true });

const full = new Tables({
  account,
  pen: w,
  above: () => [`部门：${ORGANISATION}　　金额单位：万元`],
  threeCells: false,
  lineNumbers: false,
  blankZero: true,
  totalLast: false,
  since2020: true,
});

type Column = readonly [label: string, concept: string, amount: (of: Account) => number];

const INCOME: readonly Column[] = [
  ['本年收入合计', 'income.current_year', (of) => of.income()],
  ['财政拨款收入', 'income.fiscal', (of) => of.appropriated()],
  ['上级补助收入', 'income.superior', () => 0],
  ['事业收入', 'income.institutional', (of) => of.ownIncome('institutional')],
  ['经营收入', 'income.operating', () => 0],
  ['附属单位上缴收入', 'income.affiliated', () => 0],
  ['其他收入', 'income.other', (of) => of.ownIncome('other')],
];
const SPENT: readonly Column[] = [
  ['本年支出合计', 'expenditure.current_year', (of) => of.spent()],
  ['基本支出', 'expenditure.basic', (of) => of.allBasic()],
  ['项目支出', 'expenditure.project', (of) => of.allProject()],
  ['上缴上级支出', 'expenditure.to_superior', () => 0],
  ['经营支出', 'expenditure.operating', () => 0],
  ['对附属单位补助支出', 'expenditure.to_affiliated', () => 0],
];

function unitTable(table: string, title: string, columns: readonly Column[]): TableForm {
  const row = (label: string, of: Account, unit?: string): CellForm[] => [
    { text: label },
    ...columns.map(([, concept, amount]) =>
      full.cell(concept, amount(of), unit ? { subject: { scheme: 'unit', code: null, path: [unit] } } : {}),
    ),
  ];
  const rows = [
    [head('单位名称'), ...labels(...columns.map(([label]) => label))],
    row('合计', account),
    ...UNITS.map((unit, i) => row(unit, byUnit[i] as Account, unit)),
  ];
  return full.table(table, title, rows, 1, [26, ...columns.map(() => 12)]);
}

export function tables(): BlockForm[] {
  const year = `${YEAR}年度`;
  return [
    full.totals(`${year}收入支出决算总表`),
    unitTable('02', `${year}收入决算表（分单位）`, INCOME),
    full.income(`${year}收入决算表（分科目）`),
    unitTable('03', `${year}支出决算表（分单位）`, SPENT),
    full.expenditure(`${year}支出决算表（分科目）`),
    full.fiscal(`${year}财政拨款收入支出决算总表`),
    full.general(`${year}一般公共预算财政拨款支出决算表`, '合计'),
    full.basic(`${year}一般公共预算财政拨款基本支出决算明细表`, 3),
    full.fund(`${year}政府性基金预算财政拨款收入支出决算表`, [
      t`说明：本部门${w.none(['income.fiscal.fund', 'fund.expenditure'])}政府性基金预算财政拨款收入和支出，故本表为空。`,
    ]),
    full.capital(`${year}国有资本经营预算财政拨款支出决算表`, [
      t`说明：本部门${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出，故本表为空。`,
    ]),
    threePublicTable(full, `${year}财政拨款“三公”经费支出决算表`, budget3, final3),
  ];
}
