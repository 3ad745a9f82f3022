/** Tables beyond the standard nine: blocks side by side, 三公 by year, lists of items, rows by project. */
import { Decimal } from 'decimal.js';
import type { Account, Fund } from './account.ts';
import { classesOf, named } from './clerk.ts';
import { type CellForm, head, type TableForm } from './form.ts';
import type { About, Subject, Text } from './marks.ts';
import type { Column, Tables } from './tables.ts';
import { type ThreePublic, total, vehicle } from './three-public.ts';

export type Row = readonly CellForm[];

export const labels = (...texts: string[]): CellForm[] => texts.map((text) => ({ text }));

/** Economic codes of 3 and 5 digits in order. */
export function economicCodes(codes: Iterable<string>): string[] {
  return [...new Set([...codes].flatMap((code) => [code.slice(0, 3), code]))].sort();
}

/** Blocks side by side; the shorter ones end in empty cells. */
export function beside(...blocks: readonly (readonly Row[])[]): CellForm[][] {
  const depth = Math.max(...blocks.map((rows) => rows.length));
  return Array.from({ length: depth }, (_, i) =>
    blocks.flatMap((rows) => rows[i] ?? Array.from({ length: (rows[0] as Row).length }, () => ({ text: '' }))),
  );
}

/** Label and amount in a row each. */
export function lines(tables: Tables, list: readonly (readonly [string, string, number, About?])[]): CellForm[][] {
  return list.map(([label, concept, amount, about]) => [{ text: label }, tables.cell(concept, amount, about)]);
}

/** 合计, 基本支出 and 项目支出 of a fund, of all money without one. */
export function spending(account: Account, fund?: Fund): Column[] {
  if (!fund)
    return [
      ['合计', 'expenditure.current_year', (code) => account.spent(code)],
      ['基本支出', 'expenditure.basic', (code) => account.allBasic(code)],
      ['项目支出', 'expenditure.project', (code) => account.allProject(code)],
    ];
  return [
    ['合计', `${fund}.expenditure`, (code) => account.fiscal(fund, code)],
    ['基本支出', `${fund}.expenditure.basic`, (code) => account.basic(fund, code)],
    ['项目支出', `${fund}.expenditure.project`, (code) => account.project(fund, code)],
  ];
}

/** 合计, 人员经费 and 公用经费 of general basic expenditure by economic code. */
export function peopleAndGoods(account: Account): Column[] {
  const amount = (code: string) => {
    if (code === '') return account.basic('general');
    return code.length === 3 ? account.economicSum(code) : (account.economic.get(code) ?? 0);
  };
  const person = (code: string) => /^30[13]/.test(code);
  const c = 'general.expenditure.basic';
  return [
    ['合计', c, amount],
    ['人员经费', `${c}.personnel`, (code) => (code === '' ? account.personnel() : person(code) ? amount(code) : 0)],
    ['公用经费', `${c}.public`, (code) => (code === '' ? account.public() : person(code) ? 0 : amount(code))],
  ];
}

interface FiscalForm {
  readonly title: string;
  readonly heads: readonly Row[];
  /** The rows of income. */
  readonly left: readonly Row[];
  readonly spent: string;
  readonly carriedOut?: string;
  readonly totals: readonly [income: string, expenditure: string];
}

/** 财政拨款收支总表 of a budget: income beside expenditure by class and fund. */
export function fiscalBudget(tables: Tables, form: FiscalForm): TableForm {
  const { account } = tables.layout;
  const funds: readonly Fund[] = ['general', 'fund', 'capital'];
  const row = (label: string, concept: (fund?: Fund) => string, amount: (fund?: Fund) => number, about: About = {}) => [
    { text: label },
    tables.cell(concept(), amount(), about),
    ...funds.map((fund) => tables.cell(concept(fund), amount(fund), about)),
  ];
  const spent = (fund: Fund | 'fiscal' = 'fiscal') => `${fund}.expenditure`;
  const right = ['', ...classesOf(account)].map((code) =>
    row(
      code === '' ? form.spent : `　${account.name(code)}`,
      spent,
      (fund) => account.fiscal(fund, code),
      code === '' ? {} : named(account, code),
    ),
  );
  const part = (whole: string) => (fund?: Fund) => (fund ? `${whole}.${fund}` : whole);
  const out = (fund?: Fund) => (fund ? account.carriedOut[fund] : account.fiscalCarried('carriedOut'));
  if (form.carriedOut) right.push(row(form.carriedOut, part('fiscal.carried_out'), out));
  const total = (fund?: Fund) => account.fiscalTotal(fund);
  const last = [
    { text: form.totals[0] },
    tables.cell('fiscal.income.total', account.fiscalTotal()),
    ...row(form.totals[1], part('fiscal.expenditure.total'), total),
  ];
  const rows = [...form.heads, ...beside(form.left, right), last];
  return tables.table('04', form.title, rows, form.heads.length, [24, 12, 20, 12, 12, 10, 10]);
}

const THREE_PUBLIC: readonly (readonly [string, (amounts: ThreePublic) => number])[] = [
  ['three_public.total', total],
  ['three_public.overseas', (amounts) => amounts.overseas],
  ['three_public.vehicle', vehicle],
  ['three_public.vehicle.purchase', (amounts) => amounts.purchase],
  ['three_public.vehicle.operation', (amounts) => amounts.operation],
  ['three_public.reception', (amounts) => amounts.reception],
];

/** The 三公 amounts of several years in blocks of six columns. */
export function threePublicYears(
  tables: Tables,
  title: string,
  groups: readonly (readonly [label: string, amounts: ThreePublic, about: About])[],
  below: Text[] = [],
): TableForm {
  const six = [
    head('合计', 1, 2),
    head('因公出国（境）费', 1, 2),
    head('公务用车购置及运行费', 3),
    head('公务接待费', 1, 2),
  ];
  const heads = [
    groups.map(([label]) => head(label, 6)),
    groups.flatMap(() => six),
    groups.flatMap(() => labels('小计', '购置费', '运行费')),
  ];
  const row = groups.flatMap(([, amounts, about]) =>
    THREE_PUBLIC.map(([concept, amount]) => tables.cell(concept, amount(amounts), about)),
  );
  const widths = row.map(() => 100 / row.length);
  return tables.table('07', title, [...heads, row], heads.length, widths, below);
}

/** Economic subjects in rows; the total is the first row. */
export function byEconomicCode(
  tables: Tables,
  place: { readonly table: string; readonly title: string; readonly heads: readonly Row[] },
  codes: readonly string[],
  columns: readonly Column[],
): TableForm {
  const { account } = tables.layout;
  const rows = codes.map((code): CellForm[] => {
    const subject: Subject = { scheme: 'economic', code, path: account.path(code) };
    const amounts = columns.map(([, concept, amount]) => tables.cell(concept, amount(code), { subject }));
    return [{ text: code }, { text: account.name(code) }, ...amounts];
  });
  const first = [head('合计', 2), ...columns.map(([, concept, amount]) => tables.cell(concept, amount('')))];
  const widths = [14, 30, ...columns.map(() => 56 / columns.length)];
  return tables.table(place.table, place.title, [...place.heads, first, ...rows], place.heads.length, widths);
}

export interface Project {
  readonly name: string;
  readonly code?: string;
  /** 分 */
  readonly amount: number;
  readonly use: string;
}

export const projectSubject = ({ name, code }: Project): Subject => ({
  scheme: 'project',
  code: code ?? null,
  path: [name],
});

/** A table in which a figure is misprinted where it first stands in the row that holds the text `row`: a planted defect. */
export function misprinted(table: TableForm, row: string, right: string, wrong: string): TableForm {
  let done = 0;
  const fix = (cell: CellForm): CellForm => {
    const { text } = cell;
    if (done > 0 || typeof text === 'string' || !('facts' in text) || text.text !== right) return cell;
    done++;
    const facts = text.facts.map((fact) => {
      const value = new Decimal(wrong).times(fact.unit === 'CNY' ? 10_000 : 1);
      return { ...fact, value: value.toFixed(), published: { ...fact.published, text: wrong } };
    });
    return { ...cell, text: { text: wrong, facts } };
  };
  const rows = table.rows.map((cells) => (cells.some((cell) => cell.text === row) ? cells.map(fix) : cells));
  if (done === 0) throw new Error(`${table.title}: no ${right} in ${row}`);
  return { ...table, rows };
}
