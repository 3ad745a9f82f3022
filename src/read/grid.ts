/** Cells with spans, row by row, to their slots on a grid. */
import type { CellPart } from './parts.ts';

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

export interface PlacedTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PlacedCell[];
}

/** As HTML has it; a wider span is a slip of the program that wrote it. */
const MAX_SPAN = 1000;

export function placed(rows: readonly (readonly CellPart[])[]): PlacedTable {
  // Column → the first row that is free again.
  const taken: number[] = [];
  const cells: { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[] = [];
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      column = cell.column ?? column;
      while ((taken[column] ?? 0) > r) column++;
      const rowSpan = Math.min(clamp(cell.rowSpan), rows.length - r);
      const columnSpan = free(taken, column, clamp(cell.columnSpan), r);
      for (let c = column; c < column + columnSpan; c++) taken[c] = r + rowSpan;
      cells.push({ row: r, column, rowSpan, columnSpan, text: cell.text });
      column += columnSpan;
    }
  });
  return withoutUnusedColumns(rows.length, cells);
}

function clamp(span: number): number {
  return Number.isFinite(span) ? Math.max(1, Math.min(MAX_SPAN, Math.floor(span))) : 1;
}

/** A span stops before a slot that a cell from above holds. */
function free(taken: readonly number[], column: number, span: number, row: number): number {
  let width = 1;
  while (width < span && (taken[column + width] ?? 0) <= row) width++;
  return width;
}

/** A column in which no cell begins is no column: runaway spans end where the others do. */
function withoutUnusedColumns(
  rows: number,
  cells: readonly { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[],
): PlacedTable {
  const starts = [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const index = (column: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < column) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const moved = cells.map((cell) => {
    const column = index(cell.column);
    return { ...cell, column, columnSpan: Math.max(1, index(cell.column + cell.columnSpan) - column) };
  });
  return { rows, columns: starts.length, cells: moved };
}
