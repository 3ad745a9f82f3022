/** Tables in the forms of single regions: 三公 as a list with counts or with 会议费, carry-over by item, assets by value. */
import { bareCount } from './clerk.ts';
import { type CellForm, head, type TableForm } from './form.ts';
import { beside, economicCodes } from './grids.ts';
import type { About, Subject, Text } from './marks.ts';
import type { Column, Tables } from './tables.ts';
import { type ThreePublic, total, vehicle } from './three-public.ts';

type Row = readonly CellForm[];

/** What is carried in by item, in 分: 7-digit codes of the general budget. */
export type CarriedBy = Readonly<Record<string, number>>;

/** 05 with carry-over and income beside the expenditure. */
export function generalCarried(tables: Tables, title: string, carriedIn: CarriedBy): TableForm {
  const { account } = tables.layout;
  const into = (prefix: string) =>
    Object.entries(carriedIn).reduce((sum, [code, amount]) => sum + (code.startsWith(prefix) ? amount : 0), 0);
  if (into('') !== account.carriedIn.general) throw new Error(`${title}: what is carried in by item misses the total`);
  const out = (code: string) => into(code) + account.appropriated('general', code) - account.fiscal('general', code);
  const columns: Column[] = [
    ['年初结转和结余', 'fiscal.carried_in.general', into],
    ['本年收入', 'income.fiscal.general', (code) => account.appropriated('general', code)],
    ['本年支出/合计', 'general.expenditure', (code) => account.fiscal('general', code)],
    ['本年支出/基本支出', 'general.expenditure.basic', (code) => account.basic('general', code)],
    ['本年支出/项目支出', 'general.expenditure.project', (code) => account.project('general', code)],
    ['年末结转和结余', 'fiscal.carried_out.general', out],
  ];
  return tables.byCode('05', title, columns, 'general');
}

export interface Counts {
  readonly groups: number;
  readonly persons: number;
  readonly purchased: number;
  readonly owned: number;
  readonly batches: number;
  readonly guests: number;
  readonly foreignBatches: number;
  readonly foreignGuests: number;
}

/** A label, the number of the row, a budget and a final figure; null prints a dash. */
type Item = readonly [label: string, budget: CellForm | null, final: CellForm | null];

function listTable(tables: Tables, table: string, title: string, heads: readonly string[], items: readonly Item[]) {
  const dash: CellForm = { text: '—' };
  const rows = items.map(
    ([label, budget, final], i): Row => [{ text: label }, { text: String(i + 1) }, budget ?? dash, final ?? dash],
  );
  const upper = heads.map((text) => head(text));
  const lower = ['栏次', '', '1', '2'].map((text) => head(text));
  return tables.table(table, title, [upper, lower, ...rows], 2, [46, 10, 22, 22]);
}

/** 云南: the 三公 amounts one below the other, the counts below them, at the end what the agency's operation cost. */
export function threePublicList(
  tables: Tables,
  title: string,
  amounts: readonly [budget: ThreePublic, final: ThreePublic],
  counts: Counts,
  agency: number,
): TableForm {
  const c = 'three_public';
  const [budget, final] = amounts;
  const both = (label: string, concept: string, amount: (each: ThreePublic) => number): Item => [
    label,
    tables.cell(concept, amount(budget), { measure: 'budget' }),
    tables.cell(concept, amount(final)),
  ];
  const only = (label: string, concept: string, amount: number): Item => [label, null, tables.cell(concept, amount)];
  const count = (label: string, concept: string, number: number, unit: string): Item => [
    label,
    null,
    { text: bareCount(tables.layout.pen, concept, number, unit) },
  ];
  return listTable(
    tables,
    '07',
    title,
    ['项目', '行次', '预算统计数', '决算统计数'],
    [
      ['一、“三公”经费支出', null, null],
      both('（一）支出合计', `${c}.total`, total),
      both('1．因公出国（境）费', `${c}.overseas`, (each) => each.overseas),
      both('2．公务用车购置及运行维护费', `${c}.vehicle`, vehicle),
      both('（1）公务用车购置费', `${c}.vehicle.purchase`, (each) => each.purchase),
      both('（2）公务用车运行维护费', `${c}.vehicle.operation`, (each) => each.operation),
      both('3．公务接待费', `${c}.reception`, (each) => each.reception),
      only('（1）国内接待费', `${c}.reception.domestic`, final.reception),
      only('其中：外事接待费', `${c}.reception.foreign`, 0),
      ['（二）相关统计数', null, null],
      count('1．因公出国（境）团组数（个）', `${c}.overseas.groups`, counts.groups, '个'),
      count('2．因公出国（境）人次数（人次）', `${c}.overseas.persons`, counts.persons, '人次'),
      count('3．公务用车购置数（辆）', `${c}.vehicle.purchased`, counts.purchased, '辆'),
      count('4．公务用车保有量（辆）', `${c}.vehicle.owned`, counts.owned, '辆'),
      count('5．国内公务接待批次（批次）', `${c}.reception.batches`, counts.batches, '批次'),
      count('其中：外事接待批次（批次）', `${c}.reception.foreign.batches`, counts.foreignBatches, '批次'),
      count('6．国内公务接待人次（人次）', `${c}.reception.persons`, counts.guests, '人次'),
      count('其中：外事接待人次（人次）', `${c}.reception.foreign.persons`, counts.foreignGuests, '人次'),
      only('二、机关运行经费', 'agency_operation', agency),
    ],
  );
}

export interface Other {
  readonly meeting: number;
  readonly training: number;
}

/** 陕西: a row for the budget and one for the final figures, 会议费 and 培训费 beside 三公. */
export function threePublicRows(
  tables: Tables,
  title: string,
  amounts: readonly [budget: ThreePublic & Other, final: ThreePublic & Other],
): TableForm {
  const c = 'three_public';
  const columns: readonly (readonly [string, (each: ThreePublic & Other) => number])[] = [
    [`${c}.total`, total],
    [`${c}.overseas`, (each) => each.overseas],
    [`${c}.reception`, (each) => each.reception],
    [`${c}.vehicle`, vehicle],
    [`${c}.vehicle.purchase`, (each) => each.purchase],
    [`${c}.vehicle.operation`, (each) => each.operation],
    ['meeting.expense', (each) => each.meeting],
    ['training.expense', (each) => each.training],
  ];
  const row = (label: string, measure: string, each: ThreePublic & Other): Row => [
    { text: label },
    ...columns.map(([concept, amount]) => tables.cell(concept, amount(each), { measure })),
  ];
  const heads: Row[] = [
    [head('项目', 1, 3), head('“三公”经费', 6), head('会议费', 1, 3), head('培训费', 1, 3)],
    [
      head('小计', 1, 2),
      head('因公出国（境）费用', 1, 2),
      head('公务接待费', 1, 2),
      head('公务用车购置及运行维护费', 3),
    ],
    ['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => head(text)),
    ['栏次', '1', '2', '3', '4', '5', '6', '7', '8'].map((text) => head(text)),
  ];
  const rows = [...heads, row('预算数', 'budget', amounts[0]), row('决算数', 'final', amounts[1])];
  return tables.table('07', title, rows, heads.length, [12, ...columns.map(() => 11)]);
}

/** Amounts one below the other, without 行次; a null concept is a figure that the vocabulary has no name for. */
export function amountList(
  tables: Tables,
  title: string,
  heads: readonly [string, string],
  items: readonly (readonly [label: string, concept: string | null, amount: number, about?: About])[],
): TableForm {
  const rows = items.map(([label, concept, amount, about]): Row => {
    const figure: Text = tables.layout.pen.money(amount);
    return [{ text: label }, concept === null ? { text: figure } : tables.cell(concept, amount, about)];
  });
  return tables.table('operation', title, [heads.map((text) => head(text)), ...rows], 1, [64, 36]);
}

export interface Assets {
  readonly liquid: number;
  readonly buildings: number;
  readonly vehicles: number;
  readonly otherFixed: number;
  readonly intangible: number;
}

export const fixedAssets = (each: Assets): number => each.buildings + each.vehicles + each.otherFixed;
export const allAssets = (each: Assets): number => each.liquid + fixedAssets(each) + each.intangible;

/** 云南: what the assets are worth, in one row; only their total and the vehicles have a concept. */
export function assetsByValue(tables: Tables, title: string, assets: Assets): TableForm {
  const plain = (amount: number): CellForm => ({ text: tables.layout.pen.money(amount) });
  const heads: Row[] = [
    [
      ...['项目', '行次', '资产总额', '流动资产'].map((text) => head(text, 1, 2)),
      head('固定资产', 4),
      ...['在建工程', '无形资产', '其他资产'].map((text) => head(text, 1, 2)),
    ],
    ['小计', '房屋构筑物', '车辆', '其他固定资产'].map((text) => head(text)),
    ['栏次', '', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((text) => head(text)),
  ];
  const row: Row = [
    { text: '合计' },
    { text: '1' },
    tables.cell('assets.total', allAssets(assets)),
    plain(assets.liquid),
    plain(fixedAssets(assets)),
    plain(assets.buildings),
    tables.cell('assets.vehicle.value', assets.vehicles),
    plain(assets.otherFixed),
    plain(0),
    plain(assets.intangible),
    plain(0),
  ];
  return tables.table('operation', title, [...heads, row], heads.length, [
    7,
    6,
    ...Array.from({ length: 9 }, () => 9.5),
  ]);
}

/** 06 in three blocks with 类 and 款 in a cell each; the totals of 人员 and 公用 close the outer blocks. */
export function basicSplit(tables: Tables, title: string): TableForm {
  const { account } = tables.layout;
  const listed = economicCodes(account.economic.keys());
  const people = listed.filter((code) => /^30[13]/.test(code));
  const goods = listed.filter((code) => !people.includes(code));
  const half = Math.ceil(goods.length / 2);
  const cells = (code: string): Row => {
    const amount = code.length === 3 ? account.economicSum(code) : (account.economic.get(code) ?? 0);
    const subject: Subject = { scheme: 'economic', code, path: account.path(code) };
    return [
      { text: code.slice(0, 3) },
      { text: code.slice(3) },
      { text: account.name(code) },
      tables.cell('general.expenditure.basic', amount, { subject }),
    ];
  };
  const blocks = [people, goods.slice(0, half), goods.slice(half)].map((codes) => codes.map(cells));
  const heads: Row[] = [
    [head('人员经费', 4), head('公用经费', 8)],
    blocks.flatMap(() => [head('科目编码', 2), head('科目名称', 1, 2), head('决算数', 1, 2)]),
    blocks.flatMap(() => [head('类'), head('款')]),
  ];
  const last: Row = [
    { text: '人员经费合计', columns: 3 },
    tables.cell('general.expenditure.basic.personnel', account.personnel()),
    { text: '公用经费合计', columns: 7 },
    tables.cell('general.expenditure.basic.public', account.public()),
  ];
  const widths = blocks.flatMap(() => [5, 4, 14, 10]);
  return tables.table('06', title, [...heads, ...beside(...blocks), last], heads.length, widths);
}
