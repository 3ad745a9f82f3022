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

/** Columns that a cell of a row above holds, up to a row. */
interface Held {
  readonly start: number;
  readonly end: number;
  readonly until: number;
  readonly cell: { rowSpan: number; readonly row: number };
}

type Draft = { -readonly [K in keyof PlacedCell]: PlacedCell[K] };

export function placed(rows: readonly (readonly CellPart[])[]): PlacedTable {
  const trusted = place(rows, null);
  const width = mostCommon(trusted.widths);
  // A row that is as wide as the table by itself has no room for cells from above: their spans are wrong.
  const wrong = rows.some((row, r) => (trusted.widths[r] ?? 0) > width && ownWidth(row) === width);
  const { cells } = wrong ? place(rows, width) : trusted;
  return withoutUnusedColumns(rows.length, cells);
}

function ownWidth(row: readonly CellPart[]): number {
  return row.reduce((width, cell) => width + clamp(cell.columnSpan), 0);
}

function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0] ?? 0;
}

/** Row by row; `complete` is the width of a row that ends what hangs from above. */
function place(rows: readonly (readonly CellPart[])[], complete: number | null): { cells: Draft[]; widths: number[] } {
  let held: Held[] = [];
  const cells: Draft[] = [];
  const widths = rows.map((row, r) => {
    held = held.filter((each) => each.until > r);
    if (held.length > 0 && ownWidth(row) === complete) {
      for (const { cell } of held) cell.rowSpan = r - cell.row;
      held = [];
    }
    const covered = held.reduce((width, each) => width + each.end - each.start, 0);
    const added: Held[] = [];
    let next = 0;
    let column = 0;
    for (const cell of row) {
      column = Math.max(column, cell.column ?? column);
      for (let above = held[next]; above && above.start <= column; above = held[++next])
        column = Math.max(column, above.end);
      // A span stops before a slot that a cell from above holds.
      const room = (held[next]?.start ?? Number.POSITIVE_INFINITY) - column;
      const rowSpan = Math.min(clamp(cell.rowSpan), rows.length - r);
      const columnSpan = Math.min(clamp(cell.columnSpan), room);
      const draft: Draft = { row: r, column, rowSpan, columnSpan, text: cell.text };
      cells.push(draft);
      if (rowSpan > 1) added.push({ start: column, end: column + columnSpan, until: r + rowSpan, cell: draft });
      column += columnSpan;
    }
    if (added.length > 0) held = inOrder(held, added);
    return covered + ownWidth(row);
  });
  return { cells, widths };
}

/** Merges two lists that are in order. */
function inOrder(a: readonly Held[], b: readonly Held[]): Held[] {
  const all: Held[] = [];
  let i = 0;
  for (const each of b) {
    for (let above = a[i]; above && above.start < each.start; above = a[++i]) all.push(above);
    all.push(each);
  }
  return all.concat(a.slice(i));
}

function clamp(span: number): number {
  return Number.isFinite(span) ? Math.max(1, Math.min(MAX_SPAN, Math.floor(span))) : 1;
}

/** A column in which no cell begins is no column: runaway spans end where the others do. */
function withoutUnusedColumns(rows: number, cells: readonly PlacedCell[]): PlacedTable {
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
