/** A sheet to its tables: the lines above (title, organisation, unit), the grid, the notes below. */
import { type CellPart, type Part, paragraph } from '../parts.ts';
import type { SheetCell, SheetGrid } from './cells.ts';

type Row = readonly SheetCell[];

export function partsOf(grid: SheetGrid): Part[] {
  return regionsOf(grid.rows).flatMap(regionParts);
}

/** A blank row parts two tables where the second begins with lines of its own; else it is a gap in one. */
function regionsOf(rows: readonly Row[]): Row[][] {
  const regions: Row[][] = [];
  let after = true;
  for (const row of rows) {
    const current = regions.at(-1);
    if (row.length === 0) after = true;
    else if (!current || (after && isLine(row) && current.some((each) => !isLine(each)))) regions.push([row]);
    else current.push(row);
    if (row.length > 0) after = false;
  }
  return regions;
}

/** A row that says something by itself: one cell, or cells of which one names what follows a colon. */
function isLine(row: Row): boolean {
  return (
    row.length === 1 ||
    (row.length <= 4 &&
      row.some((cell) => /[：:]\s*\S/.test(cell.text) || /[：:]$/.test(cell.text)) &&
      !row.some(isNumber))
  );
}

function isNumber(cell: SheetCell): boolean {
  return /^-?[\d,]{1,20}(?:\.\d{1,10})?%?$/.test(cell.text);
}

function regionParts(rows: readonly Row[]): Part[] {
  const top = rows.findIndex((row, i) => !isLine(row) || headBegins(rows, i));
  if (top < 0) return rows.map(lineOf);
  let end = rows.length;
  while (end > top + 1 && isNote(rows[end - 1] as Row)) end--;
  return [...rows.slice(0, top).map(lineOf), ...tableOf(rows.slice(top, end)), ...rows.slice(end).map(lineOf)];
}

/**
 * A lone cell that reaches down into the rows below is the corner of a head; so is a row of names right above
 * amounts in the same columns, whatever colons it has (项目 | 合计 | 其中：基本支出).
 */
function headBegins(rows: readonly Row[], i: number): boolean {
  const [row, next] = [rows[i] as Row, rows[i + 1]];
  if (!next) return false;
  const columns = new Set(row.map(({ column }) => column));
  const names = row.length > 2 && next.some(isNumber) && next.every(({ column }) => columns.has(column));
  return names || row.some((cell) => cell.rowSpan > 1);
}

/** Below a table: one cell with a sentence. A lone label is a row whose amounts are blank. */
function isNote(row: Row): boolean {
  const [cell] = row;
  return row.length === 1 && cell !== undefined && (/[。；：:]/.test(cell.text) || cell.text.length > 30);
}

function lineOf(row: Row): Part {
  return paragraph(row.map((cell) => cell.text));
}

/** Beyond this many slots blanks are not filled in: the sheet is no table of people. */
const MAX_SLOTS = 3_000_000;

/** All slots have a cell, so that blanks stay blanks and rows stay level; columns without any cell are none. */
function tableOf(rows: readonly Row[]): Part[] {
  if (rows.every((row) => row.length <= 1)) return rows.filter((row) => row.length > 0).map(lineOf);
  const used = [...new Set(rows.flatMap((row) => row.map((cell) => cell.column)))].sort((a, b) => a - b);
  const columns = new Map(used.map((column, i) => [column, i]));
  /** Columns before the given one. */
  const before = (column: number) => columns.get(column) ?? used.filter((each) => each < column).length;
  const filled = rows.length * used.length <= MAX_SLOTS;
  /** Column → the first row that no cell from above holds. */
  const taken = new Array<number>(used.length).fill(0);
  const lines = rows.map((row, r) => {
    const cells: CellPart[] = [];
    const blanks = (from: number, to: number) => {
      for (let column = from; filled && column < to; column++)
        if ((taken[column] ?? 0) <= r) cells.push({ text: '', rowSpan: 1, columnSpan: 1, column });
    };
    let next = 0;
    for (const { text, rowSpan, columnSpan, ...cell } of row) {
      const column = before(cell.column);
      const end = Math.max(column + 1, before(cell.column + columnSpan));
      blanks(next, column);
      cells.push({ text, rowSpan, columnSpan: end - column, column });
      for (let c = column; c < end; c++) taken[c] = r + rowSpan;
      next = end;
    }
    blanks(next, used.length);
    return cells;
  });
  return [{ kind: 'table', rows: lines, ruled: true }];
}
