/** The head of a table: which rows it takes, what each column is, and how columns fall into side-by-side blocks. */

import { match } from '../../patterns/regex.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Common } from './mapping.ts';
import type { Basis, Measure } from './measure.ts';
import { measureOf } from './measure.ts';
import { isNumeric } from './values.ts';

export type Role = 'ordinal' | 'code' | 'name' | 'note' | 'value';

export interface Column {
  readonly index: number;
  /** Heads from the top down, a head over several columns given to each; heads that only name a measure left out. */
  path: string[];
  /** The lowest head as printed, for the quote. */
  readonly head: string;
  readonly role: Role;
  /** Whose code or name a label column holds. */
  readonly of: 'subject' | 'unit' | 'project';
  /** The head says the role; else the cells below do. */
  readonly explicit: boolean;
  /** One of the heads names the government's own economic classes. */
  readonly government: boolean;
  readonly unit: string | null;
  readonly measure: Measure | null;
  readonly basis: Basis | null;
  /** Years from the report's own; `year` where the head prints one. */
  readonly offset: number;
  readonly year: number | null;
}

/** Label columns and the value columns to their right. */
export interface Block {
  readonly labels: readonly Column[];
  /** Codes of a second classification: a row that has one is a part of what the first says. */
  readonly second: readonly Column[];
  readonly values: readonly Column[];
  /** Heads over the whole block, e.g. 收入. */
  readonly heads: readonly string[];
}

export interface Frame {
  /** Rows above the head that hold the title, the unit and the like. */
  readonly top: number;
  /** First row below the head. */
  readonly body: number;
  readonly columns: readonly Column[];
  readonly blocks: readonly Block[];
  /** Rows of column numbers, in the head and where it is printed again. */
  readonly ordinals: ReadonlySet<number>;
  /** A row of the head ends early, so heads may stand over the wrong columns. */
  readonly ragged: boolean;
}

export const CODE = /^(\d{3}|\d{5}|\d{7}|\d{3}([- ]\d{2}){1,2})$/;
const SMALL = /^\d{1,2}$/;
export const HAN = /[\u4e00-\u9fff]/;

/** A row of column numbers: 栏次 1 2 3, or formulas of them; without the word at least so many, from 1 on. */
export function isOrdinalRow(cells: readonly GridCell[], common: Common, least = 3): boolean {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '');
  if (texts.length < 2) return false;
  const named = texts.some((text) => common.row.ordinalLabel.test(text));
  const numbers = texts.filter((text) => SMALL.test(text)).map(Number);
  // 类 款 项 科目名称 1 2 3: the head once more.
  const headed = texts.some((text) => common.roles.code.test(text) || common.roles.name.test(text));
  const rest = texts.filter((text) => !common.row.formula.test(text) && !common.row.ordinalLabel.test(text));
  if (rest.some((text) => !common.roles.code.test(text) && !common.roles.name.test(text))) return false;
  if (named) return true;
  const rising = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1);
  // Where every cell of the row takes part, two are enough.
  const enough = numbers.length >= (headed ? 1 : least) || (least <= 3 && numbers.length === cells.length);
  return enough && rising && numbers[0] === 1;
}

function isDataRow(cells: readonly GridCell[], common: Common): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  const first = filled[0];
  if (!first) return false;
  if (filled.some((cell) => isNumeric(cell) && !/^20\d\d$/.test(cell.text))) return true;
  if (filled.length > 1 && filled.every((cell) => common.cell.nothing.test(cell.text))) return true;
  if (CODE.test(first.text) || match(common.row.gluedCode, first.text)) return true;
  const numbered = match(common.row.lead, first.text);
  if (numbered && first.text.length > numbered.end) return true;
  const alone = filled.length === 1 && (first.cell.column === 0 || cells.length > 1);
  return alone && common.row.total.test(first.text);
}

/** No head is taller; what looks like one is words. */
const MAX_HEAD = 15;

function bodyStart(grid: Grid, top: number, common: Common): number {
  let lastText = top;
  const end = Math.min(grid.rows, top + MAX_HEAD);
  for (let r = top; r < end; r++) {
    const cells = grid.row(r).filter((cell) => cell.cell.row === r);
    if (isOrdinalRow(cells, common)) continue;
    if (isDataRow(cells, common)) return r;
    if (cells.some((cell) => cell.text !== '')) lastText = r + 1;
  }
  return lastText;
}

function ordinalRows(grid: Grid, body: number, common: Common): Set<number> {
  const rows = new Set<number>();
  for (let r = 0; r < grid.rows; r++) if (isOrdinalRow(grid.row(r), common, r < body ? 3 : 4)) rows.add(r);
  return rows;
}

/** `short`: rows of the head to leave out. */
type Shape = Pick<Frame, 'top' | 'body' | 'ordinals'> & { readonly short: ReadonlySet<number> };

/** Heads over a column from the top down; of a row of column numbers only 类, 款, 项 and their like count. */
function headsOver(grid: Grid, column: number, shape: Shape, common: Common): GridCell[] {
  const { top, body, ordinals, short } = shape;
  const heads: GridCell[] = [];
  for (let r = top; r < body; r++) {
    const cell = short.has(r) ? null : grid.at(r, column);
    if (!cell || cell.text === '' || heads.includes(cell) || heads.at(-1)?.text === cell.text) continue;
    if (ordinals.has(r)) {
      if (common.row.ordinalLabel.test(cell.text) || common.row.formula.test(cell.text)) continue;
    }
    heads.push(cell);
  }
  return heads;
}

/** What a column's cells look like, for heads that do not tell. */
function contentOf(grid: Grid, column: number, body: number) {
  let codes = 0;
  let words = 0;
  let numbers = 0;
  let filled = false;
  for (let r = body; r < grid.rows; r++) {
    const cell = grid.at(r, column);
    if (!cell || cell.text === '') continue;
    filled ||= cell.cell.column === column;
    if (cell.cell.columnSpan > 1 || cell.cell.row !== r) continue;
    if (CODE.test(cell.text)) codes++;
    else if (isNumeric(cell)) numbers++;
    else if (HAN.test(cell.text)) words++;
  }
  return { codes, words, numbers, filled };
}

type Content = ReturnType<typeof contentOf>;

function roleOf(last: string, content: Content, common: Common): { role: Role; of: Column['of']; explicit: boolean } {
  const { codes, words, numbers } = content;
  const { roles } = common;
  const subject = (role: Role, explicit: boolean) => ({ role, of: 'subject', explicit }) as const;
  if (roles.ordinal.test(last)) return subject('ordinal', true);
  if (roles.note.test(last)) return subject('note', true);
  if (roles.projectName.test(last)) return { role: 'name', of: 'project', explicit: true };
  if (roles.projectCode.test(last)) return { role: 'code', of: 'project', explicit: true };
  if (roles.unitCode.test(last)) return { role: 'code', of: 'unit', explicit: true };
  if (roles.unitName.test(last)) return { role: codes > words + numbers ? 'code' : 'name', of: 'unit', explicit: true };
  if (roles.code.test(last)) return subject(words > codes + numbers ? 'name' : 'code', true);
  if (roles.name.test(last)) return subject(codes > words + numbers ? 'code' : 'name', true);
  if (last === '' && codes > words + numbers) return subject('code', false);
  return subject(words > codes + numbers ? 'name' : 'value', false);
}

function columnOf(grid: Grid, index: number, shape: Shape, common: Common): Column {
  const cells = headsOver(grid, index, shape, common);
  const heads = cells.map((cell) => cell.text);
  const head = heads.at(-1) ?? '';
  const content = contentOf(grid, index, shape.body);
  // Empty columns without a head of their own: a head drawn too wide, or layout.
  const own = cells.some((cell) => cell.cell.column === index);
  const { role, of, explicit } =
    own || content.filled ? roleOf(head, content, common) : ({ role: 'note', of: 'subject', explicit: false } as const);
  const government = heads.some((text) => common.roles.government.test(text));
  const said = { index, head, role, of, explicit, government };
  if (role === 'value') return { ...said, ...measureOf(heads, common) };
  return { ...said, path: heads, unit: null, measure: null, basis: null, offset: 0, year: null };
}

/** Splits the columns into blocks: labels that follow values open the next one. */
function blocksOf(columns: readonly Column[]): Block[] {
  const groups: { labels: Column[]; values: Column[] }[] = [];
  for (const column of columns) {
    if (column.role === 'note') continue;
    let group = groups.at(-1);
    if (!group || (column.role !== 'value' && group.values.length > 0)) {
      group = { labels: [], values: [] };
      groups.push(group);
    }
    (column.role === 'value' ? group.values : group.labels).push(column);
  }
  return groups
    .filter((group) => group.values.length > 0)
    .map((group) => withoutCommonHeads({ ...group, ...ofOneScheme(group.labels) }));
}

/**
 * Where two classifications stand side by side (部门 and 政府 economic classes), the labels of one: not the
 * government's, else the first.
 */
function ofOneScheme(labels: readonly Column[]): Pick<Block, 'second'> & { labels: Column[] } {
  const subject = labels.filter((column) => column.of === 'subject' && column.role !== 'ordinal');
  const dropped = new Set<Column>();
  if (subject.some((column) => !column.government && column.role === 'name' && column.explicit))
    for (const column of subject) if (column.government) dropped.add(column);
  const left = subject.filter((column) => !dropped.has(column));
  const code = left.findIndex((column) => column.role === 'code');
  const name = code < 0 ? -1 : left.findIndex((column, i) => i > code && column.role === 'name');
  const second = name < 0 ? -1 : left.findIndex((column, i) => i > name && column.role === 'code');
  const others = second >= 0 ? left.slice(second) : [];
  for (const column of others) dropped.add(column);
  return {
    labels: labels.filter((column) => !dropped.has(column)),
    second: others.filter((column) => column.role === 'code'),
  };
}

/** Takes the heads that stand over a whole block off its columns. */
function withoutCommonHeads(group: { labels: Column[]; values: Column[]; second: readonly Column[] }): Block {
  const heads: string[] = [];
  const all = [...group.labels.filter((label) => label.path.length > 0), ...group.values];
  for (let depth = 0; depth < 4; depth++) {
    const first = group.values[0]?.path[0];
    if (first === undefined || all.some((column) => column.path[0] !== first)) break;
    if (group.labels.length === 0 && group.values.some((column) => column.path.length === 1)) break;
    if (group.labels.some((label) => label.path.length === 1)) break;
    heads.push(first);
    for (const column of all) column.path = column.path.slice(1);
  }
  return { ...group, heads };
}

/**
 * `sided` is for statements with two sides: where a row of their head ends early because merged cells came out as
 * one, the complete row below says all that is needed, for it repeats 项目 and 决算数 for each side.
 */
export function frameOf(grid: Grid, top: number, sided: boolean, common: Common): Frame {
  const body = bodyStart(grid, top, common);
  const ordinals = ordinalRows(grid, body, common);
  const heads = Array.from({ length: body - top }, (_, i) => top + i).filter((r) => !ordinals.has(r));
  const short = new Set(heads.filter((r) => grid.at(r, grid.columns - 1) === null));
  const ragged = short.size > 0 && !(sided && short.size < heads.length);
  const columns: Column[] = [];
  for (let c = 0; c < grid.columns; c++) columns.push(columnOf(grid, c, { top, body, ordinals, short }, common));
  return { top, body, columns, blocks: blocksOf(columns), ordinals, ragged };
}

/** The frame of a part that goes on without a head of its own. */
export function continuedFrame(before: Frame, grid: Grid, top: number, common: Common): Frame {
  return { ...before, top, body: top, ordinals: ordinalRows(grid, top, common) };
}
