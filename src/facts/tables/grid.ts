/** A table as a grid of folded cells: every slot of a merged cell leads to the same cell. */
import type { Cell, Document, Table } from '../../document.ts';
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
  row(row: number): GridCell[];
}

/** Beyond this many slots a grid is markup gone wild, not a table. */
const MAX_SLOTS = 1_000_000;

/** Columns in which some cell begins; runaway `colspan`s reach over hundreds in which none does. */
function usedColumns(table: Table): number {
  let used = 1;
  for (const cell of table.cells) used = Math.max(used, cell.column + 1);
  return Math.min(table.columns, used);
}

export function gridOf(document: Document, table: Table): Grid | null {
  const rows = table.rows;
  const columns = usedColumns(table);
  if (rows < 1 || columns < 1 || rows * columns > MAX_SLOTS) return null;
  const slots = new Int32Array(rows * columns).fill(-1);
  const cells: GridCell[] = [];
  for (const cell of table.cells) {
    const folded = fold(document.text, [cell]);
    const index = cells.push({ cell, folded, text: folded.text }) - 1;
    const bottom = Math.min(rows, cell.row + Math.max(1, cell.rowSpan));
    const right = Math.min(columns, cell.column + Math.max(1, cell.columnSpan));
    for (let r = cell.row; r < bottom; r++) {
      for (let c = cell.column; c < right; c++) {
        if (slots[r * columns + c] === -1) slots[r * columns + c] = index;
      }
    }
  }
  const at = (row: number, column: number) =>
    row < 0 || column < 0 || row >= rows || column >= columns
      ? null
      : (cells[slots[row * columns + column] as number] ?? null);
  const row = (r: number) => {
    const distinct = new Set<GridCell>();
    for (let c = 0; c < columns; c++) {
      const cell = at(r, c);
      if (cell) distinct.add(cell);
    }
    return [...distinct];
  };
  return { rows, columns, cells, at, row };
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
