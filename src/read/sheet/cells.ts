/** The cells of one sheet as its reader sees them: shown values, merges, without hidden rows and columns. */
import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { type NumberFormat, shownHere } from './formats.ts';

export interface SheetCell {
  readonly text: string;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Rows from the first to the last that holds something, each with its cells in column order, blanks left out. */
export interface SheetGrid {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Formulas without a stored result. */
  readonly unknown: number;
}

/** No table of people has more; a sheet may claim a million rows. */
const MAX_CELLS = 400_000;

interface Found {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function gridOf(sheet: WorkSheet, format: NumberFormat): SheetGrid {
  const found: Found[] = [];
  let unknown = 0;
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  rows.forEach((row, r) => {
    row?.forEach((cell, column) => {
      if (!cell || found.length >= MAX_CELLS) return;
      const text = shownText(cell, format);
      if (text !== '') found.push({ row: r, column, text });
      else if (cell.f !== undefined && cell.v === undefined) unknown++;
    });
  });
  const shownRow = visible(sheet['!rows'], rows.length);
  const shownColumn = visible(
    sheet['!cols'],
    found.reduce((last, { column }) => Math.max(last, column + 1), 0),
  );
  const merges = new Map((sheet['!merges'] ?? []).map((range) => [`${range.s.r} ${range.s.c}`, range]));
  const grid: SheetCell[][] = [];
  for (const { row, column, text } of found) {
    const place = placeOf(row, column, merges.get(`${row} ${column}`), shownRow, shownColumn);
    if (!place) continue;
    const line = grid[place.row] ?? [];
    grid[place.row] = line;
    line.push({ text, column: place.column, rowSpan: place.rowSpan, columnSpan: place.columnSpan });
  }
  return { ...trimmed(grid), hiddenRows: shownRow.hidden, hiddenColumns: shownColumn.hidden, unknown };
}

/** What the cell shows: the value under its number format. The format “General” cuts a number to the width of the cell. */
function shownText(cell: CellObject, format: NumberFormat): string {
  if (cell.t === 'z') return '';
  const { v, w, z } = cell;
  // A number without any format, or with a built-in one whose name the library does not give: then it has a text.
  const general = z === undefined ? w === undefined : z === 'General' || z === 0;
  if (cell.t === 'n' && typeof v === 'number' && general) return plainNumber(v);
  return (shownHere(cell, format) ?? w ?? (v === undefined || v === null ? '' : String(v)))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** The stored number without an exponent; beyond 15 digits a stored number is noise. */
function plainNumber(value: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential(14).split('e');
  const places = Math.max(0, Math.min(30, 14 - Number(exponent)));
  const text = Number.isFinite(value) ? Number(`${digits}e${exponent}`).toFixed(Math.min(20, places)) : String(value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

interface Visible {
  /** The place among the shown rows or columns; null where it is hidden. */
  index(at: number): number | null;
  /** The shown ones from `from` to before `to`. */
  count(from: number, to: number): number;
  readonly hidden: number;
}

function visible(infos: readonly ({ hidden?: boolean } | null | undefined)[] | undefined, length: number): Visible {
  // before[i]: shown ones before i.
  const before = [0];
  const limit = Math.max(length, 0);
  let hidden = 0;
  for (let i = 0; i < limit; i++) {
    const isHidden = infos?.[i]?.hidden === true;
    if (isHidden) hidden++;
    before.push((before[i] ?? 0) + (isHidden ? 0 : 1));
  }
  const at = (i: number) => (i <= limit ? (before[i] ?? 0) : (before[limit] ?? 0) + i - limit);
  return {
    index: (i) => (infos?.[i]?.hidden === true ? null : at(i)),
    count: (from, to) => at(to) - at(from),
    hidden,
  };
}

function placeOf(row: number, column: number, range: Range | undefined, rows: Visible, columns: Visible) {
  const span = { row: (range?.e.r ?? row) + 1, column: (range?.e.c ?? column) + 1 };
  const rowSpan = rows.count(row, span.row);
  const columnSpan = columns.count(column, span.column);
  // A merged cell whose first row is hidden shows in its other rows.
  const first = rows.index(row) ?? (rowSpan > 0 ? rows.count(0, row) : null);
  const left = columns.index(column) ?? (columnSpan > 0 ? columns.count(0, column) : null);
  return first === null || left === null ? null : { row: first, column: left, rowSpan, columnSpan };
}

/** Without the empty rows and columns around what is there; empty rows between stay as empty lists. */
function trimmed(grid: readonly (SheetCell[] | undefined)[]): { rows: SheetCell[][]; columns: number } {
  const first = grid.findIndex((row) => row !== undefined);
  const rows = Array.from(grid.slice(Math.max(0, first)), (row) => row ?? []);
  const left = rows.flat().reduce((least, cell) => Math.min(least, cell.column), Number.POSITIVE_INFINITY);
  const moved = rows.map((row) => row.map((cell) => ({ ...cell, column: cell.column - left })));
  const columns = moved.flat().reduce((last, cell) => Math.max(last, cell.column + cell.columnSpan), 0);
  return { rows: moved, columns };
}
