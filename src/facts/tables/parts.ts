/** Where a table begins and ends: several under one grid, one over several grids, and grids that only hold a title. */
import type { TableRecord } from '../../contract.ts';
import type { Block, Document, Table } from '../../document.ts';
import { fold } from '../../fold.ts';
import { mapBlocks } from './columns.ts';
import { type Grid, type GridCell, rowsOf } from './grid.ts';
import { type Column, continuedFrame, type Frame, HAN } from './header.ts';
import type { Mappings } from './mapping.ts';
import type { OneTable, Setting } from './table.ts';
import { isMeta, kindsByTitle } from './title.ts';
import { isNumeric } from './values.ts';

export interface Part {
  readonly table: Table;
  readonly grid: Grid;
}

const filledIn = (grid: Grid, row: number) => grid.row(row).filter((cell) => cell.text !== '' && cell.cell.row === row);

/** A row that only holds the title of a table, its printed code and the like. */
function isTitleRow(cells: readonly GridCell[], mappings: Mappings): boolean {
  if (cells.length === 0 || cells.length > 3) return false;
  const titles = cells.filter((cell) => kindsByTitle(cell.text, mappings.kinds) !== null);
  return titles.length === 1 && cells.every((cell) => titles.includes(cell) || isMeta(cell.text, mappings.common));
}

/** Rows that a table needs below its title: a head and something else. */
const LEAST = 3;

/** The tables of one grid, parted where a row holds the title of another; a mere list of titles stays one. */
export function partsOf(table: Table, grid: Grid, mappings: Mappings): Part[] {
  const starts = [0];
  let wide = 0;
  for (let r = 0; r < grid.rows; r++) {
    const cells = filledIn(grid, r);
    const last = starts.at(-1) as number;
    if (r > last && wide >= 2 && isTitleRow(cells, mappings)) {
      starts.push(r);
      wide = 0;
    } else if (cells.length >= 2 && !cells.every((cell) => isMeta(cell.text, mappings.common))) wide++;
  }
  const ends = [...starts.slice(1), grid.rows];
  const short = starts.some((start, i) => (ends[i] as number) - start < LEAST);
  if (starts.length === 1 || short) return [{ table, grid }];
  return starts.map((start, i) => rowsOf(table, grid, start, ends[i] as number));
}

/** A table with its place among the blocks. */
export interface Placed {
  readonly one: OneTable;
  readonly index: number;
}

/** True where nothing but page furniture and the lower table's own title stands between two blocks. */
function adjoin(document: Document, from: number, to: number, belongs: readonly Block[]): boolean {
  return document.blocks.slice(from + 1, to).every((block) => {
    if (block.kind === 'table') return false;
    return block.role === 'furniture' || belongs.includes(block) || fold(document.text, block.lines).text === '';
  });
}

/** The columns of a part whose labels are split otherwise: the amounts of the first part, aligned from the right. */
function refitted(before: Frame, grid: Grid, top: number): Frame | null {
  const [block] = before.blocks;
  if (!block || before.blocks.length !== 1) return null;
  const first = grid.columns - block.values.length;
  if (first < 1) return null;
  const cellsOf = (column: number) =>
    Array.from({ length: grid.rows - top }, (_, i) => grid.at(top + i, column)).filter(
      (cell): cell is GridCell => cell !== null && cell.text !== '' && cell.cell.columnSpan === 1,
    );
  const values = block.values.map((column, i): Column => ({ ...column, index: first + i }));
  if (values.some(({ index }) => cellsOf(index).some((cell) => HAN.test(cell.text)))) return null;
  const labels = Array.from({ length: first }, (_, index): Column => {
    const cells = cellsOf(index);
    const words = cells.filter((cell) => HAN.test(cell.text)).length;
    const role = cells.length === 0 ? 'note' : words * 2 >= cells.length ? 'name' : 'code';
    const plain = { of: 'subject', explicit: true, government: false, unit: null, measure: null } as const;
    return { index, path: [], head: '', role, ...plain, basis: null, offset: 0, year: null };
  });
  const coded = labels.filter(({ role }) => role === 'code').flatMap(({ index }) => cellsOf(index));
  if (coded.some((cell) => isNumeric(cell) && !/^\d{1,7}$/.test(cell.text))) return null;
  const used = labels.filter(({ role }) => role !== 'note');
  return { ...before, columns: [...labels, ...values], blocks: [{ ...block, labels: used, second: [], values }] };
}

/** Whether a head repeated over other columns says what the first one said. */
function saysTheSame(first: OneTable, part: OneTable, setting: Setting): boolean {
  const { kind, titleText } = first.around;
  if (!kind) return false;
  const said = (frame: Frame) =>
    mapBlocks(frame, kind, titleText, setting.mappings.common).flatMap(({ columns }) =>
      columns.map(({ key, column }) => (key === null ? null : `${key} ${column.measure} ${column.year}`)),
    );
  const own = said(part.frame);
  return own.length > 0 && !own.includes(null) && own.join('|') === said(first.frame).join('|');
}

/** The same title over each page, with the same lines around it: one table. */
function isRepeated(first: OneTable, part: OneTable, { kinds }: Mappings): boolean {
  // What follows the title proper says little: （续）, the printed code.
  const title = ({ titleText }: OneTable['around']) => {
    const core = titleText === null ? undefined : kindsByTitle(titleText, kinds)?.core;
    return core === undefined
      ? titleText
      : (titleText as string).slice(0, (titleText as string).lastIndexOf(core) + core.length);
  };
  return title(first.around) === title(part.around) && first.around.about.join('\n') === part.around.about.join('\n');
}

/** The frame of a further part, or null where the head or the columns are not those of the first. */
function frameOfPart(first: OneTable, part: OneTable, setting: Setting): Frame | null {
  const { around, frame, grid } = part;
  const { common } = setting.mappings;
  const sameColumns = grid.columns === first.grid.columns;
  if (around.title !== null && !isRepeated(first, part, setting.mappings)) return null;
  if (frame.body === around.top) {
    const base = sameColumns ? first.frame : refitted(first.frame, grid, around.top);
    return base && continuedFrame(base, grid, around.top, common);
  }
  const sameHead = sameColumns && frame.columns.every((column, i) => column.head === first.frame.columns[i]?.head);
  return sameHead || saysTheSame(first, part, setting) ? frame : null;
}

/** This table as a further part of the one before, where the reader did not join them; null for a table of its own. */
export function continued(
  setting: Setting,
  before: Placed | null,
  part: Placed,
  last: TableRecord | undefined,
): OneTable | null {
  if (!before || !last || !before.one.around.kind) return null;
  const { around } = part.one;
  const first = before.one;
  const sameKind =
    around.title === null
      ? around.kind === null || around.kind === first.around.kind
      : around.kind === first.around.kind;
  if (!sameKind || !adjoin(setting.document, before.index, part.index, around.belongs)) return null;
  const frame = frameOfPart(first, part.one, setting);
  if (!frame) return null;
  return {
    ...part.one,
    id: first.id,
    around: { ...first.around, top: around.top, belongs: around.belongs },
    frame,
    rowOffset: last.header.length + last.rows.length - frame.body,
    states: first.states,
  };
}
