/** A table as a grid of folded cells: every slot of a merged cell leads to the same cell. */
import type { Cell, Document, Span, Table } from '../../document.ts';
import { type Folded, fold } from '../../fold.ts';

export interface GridCell {
  readonly cell: Cell;
  readonly folded: Folded;
  /** The folded text. */
  readonly text: string;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** All cells, also those that no slot leads to (beyond the grid, or under another cell): their numbers count. */
  readonly cells: readonly GridCell[];
  /** The cell that covers a slot; null where the row has none (an HTML row that ends early). */
  at(row: number, column: number): GridCell | null;
  /** The distinct cells of a row from left to right, those that hang down from above included. */
  row(row: number): readonly GridCell[];
}

/** Beyond this many slots a grid is markup gone wild, not a table. */
const MAX_SLOTS = 1_000_000;

/** Columns up to the last one in which a cell with text begins; runaway `colspan`s and blank cells reach further. */
function usedColumns(table: Table, cells: readonly GridCell[]): number {
  let used = 1;
  for (const { cell, text } of cells) if (text !== '') used = Math.max(used, cell.column + 1);
  return Math.min(table.columns, used);
}

/** Figures over several lines: each of them nothing but digits, their separators and white space. */
const FIGURES = /^[\d.,\s]{3,40}$/;
const WHOLE = /^(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?$/;

/**
 * The lines of a cell whose edge broke one number: 1,234,5 and 00.00. The pieces must make a number in groups of
 * three, or one with a point at the break, and not all be numbers by themselves.
 */
function linesIn(text: string, cell: Span): readonly Span[] {
  if (cell.end - cell.start > 40 || !FIGURES.test(text.slice(cell.start, cell.end))) return [cell];
  const pieces = [...text.slice(cell.start, cell.end).matchAll(/\S+/g)];
  const whole = pieces.map(([piece]) => piece).join('');
  const atPoint = pieces.some(([piece], i) => (i > 0 && piece.startsWith('.')) || piece.endsWith('.'));
  const broken = pieces.some(([piece]) => !WHOLE.test(piece));
  if (pieces.length < 2 || !broken || !(GROUPED.test(whole) || (atPoint && WHOLE.test(whole)))) return [cell];
  return pieces.map((piece) => ({ start: cell.start + piece.index, end: cell.start + piece.index + piece[0].length }));
}

export function gridOf(document: Document, table: Table): Grid | null {
  const cells = table.cells.map((cell) => {
    const folded = fold(document.text, linesIn(document.text, cell));
    return { cell, folded, text: folded.text };
  });
  const rows = table.rows;
  const columns = usedColumns(table, cells);
  return rows < 1 || columns < 1 || rows * columns > MAX_SLOTS ? null : layOut(cells, rows, columns);
}

function layOut(cells: readonly GridCell[], rows: number, columns: number): Grid {
  const slots = new Int32Array(rows * columns).fill(-1);
  for (const [index, { cell }] of cells.entries()) {
    const bottom = Math.min(rows, cell.row + Math.max(1, cell.rowSpan));
    const right = Math.min(columns, cell.column + Math.max(1, cell.columnSpan));
    for (let r = Math.max(0, cell.row); r < bottom; r++) {
      for (let c = Math.max(0, cell.column); c < right; c++) {
        if (slots[r * columns + c] === -1) slots[r * columns + c] = index;
      }
    }
  }
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= rows || column >= columns
      ? null
      : (cells[slots[row * columns + column] as number] ?? null);
  const made: (readonly GridCell[] | undefined)[] = [];
  const row = (r: number) => {
    const before = made[r];
    if (before) return before;
    const distinct = new Set<GridCell>();
    for (let c = 0; c < columns; c++) {
      const cell = at(r, c);
      if (cell) distinct.add(cell);
    }
    const all = [...distinct];
    if (r >= 0 && r < rows) made[r] = all;
    return all;
  };
  return { rows, columns, cells, at, row };
}

/** Rows `from` to `to` as a grid of their own, and the table they make. */
export function rowsOf(table: Table, grid: Grid, from: number, to: number): { table: Table; grid: Grid } {
  const cells = grid.cells
    .filter(({ cell: { row } }) => (row >= from || from === 0) && (row < to || to === grid.rows))
    .map((each) => ({ ...each, cell: { ...each.cell, row: each.cell.row - from } }));
  const part: Table = { ...table, rows: to - from, cells: cells.map(({ cell }) => cell) };
  return { table: part, grid: layOut(cells, to - from, grid.columns) };
}

/** Rows as printed strings: merged cells stand once, at their top left slot. */
export function printedRows(document: Document, grid: Grid, from: number, to: number): string[][] {
  const result: string[][] = [];
  for (let r = from; r < to; r++) {
    const line: string[] = [];
    for (let c = 0; c < grid.columns; c++) {
      const found = grid.at(r, c)?.cell;
      const own = found && found.row === r && found.column === c;
      line.push(own ? document.text.slice(found.start, found.end).trim() : '');
    }
    result.push(line);
  }
  return result;
}
