/** A table of either Word format whose cells have been read: merged cells joined, layout tables unwrapped. */
import { isLayout } from '../layout-table.ts';
import type { CellPart, Part, TablePart } from '../parts.ts';
import { columnIndex, SAME_EDGE } from './columns.ts';

/** A cell by its edges in twips, which tell the grid: rows need not have the same cells. */
export interface ReadCell {
  readonly start: number;
  readonly end: number;
  /** Goes on the cell above. */
  readonly continues: boolean;
  /** A cell below may go on this one. */
  readonly opens: boolean;
  readonly parts: readonly Part[];
}

interface GridCell extends ReadCell {
  readonly column: number;
  readonly columnSpan: number;
}

type Draft = { -readonly [K in keyof CellPart]: CellPart[K] };

/** The table, then those within its cells; of a table that only arranges the page, what is in its cells. */
export function wordTable(all: readonly (readonly ReadCell[])[]): Part[] {
  const rows = onGrid(all);
  const shown = rows.map((row) => row.filter((cell) => !cell.continues));
  const contents = shown.map((row) => row.map(({ parts }) => ({ text: textOf(parts), inner: innerLength(parts) })));
  if (isLayout(contents)) return shown.flat().flatMap((cell) => [...cell.parts]);
  const turns = new Set<number>();
  rows.forEach((row, i) => {
    if (row.some((cell) => cell.parts.some(turnsPage))) turns.add(i);
  });
  const leading: Part[] = turns.has(0) ? [{ kind: 'page' }] : [];
  const part: TablePart = { kind: 'table', rows: merged(rows), ruled: true, turns };
  return [...leading, part, ...rows.flat().flatMap((cell) => tablesOf(cell.parts))];
}

/** Cells too narrow for a character are left out where they are empty: they only level out rows. */
function onGrid(rows: readonly (readonly ReadCell[])[]): GridCell[][] {
  const kept = rows.map((row) => row.filter(({ start, end, parts }) => end - start > SAME_EDGE || parts.length > 0));
  const column = columnIndex(kept.map((row) => row.flatMap(({ start, end }) => [start, end])));
  return kept.map((row) =>
    row.map((cell) => {
      const first = column(cell.start);
      return { ...cell, column: first, columnSpan: Math.max(1, column(cell.end) - first) };
    }),
  );
}

/** A cell that goes on without one above of the same place and width stands for itself. */
function merged(rows: readonly (readonly GridCell[])[]): CellPart[][] {
  let above = new Map<number, Draft>();
  return rows.map((row) => {
    const next = new Map<number, Draft>();
    const drafts: Draft[] = [];
    for (const { column, columnSpan, continues, opens, parts } of row) {
      const open = continues ? above.get(column) : undefined;
      if (open && open.columnSpan === columnSpan) {
        open.rowSpan++;
        next.set(column, open);
        continue;
      }
      const draft: Draft = { text: textOf(parts), column, columnSpan, rowSpan: 1 };
      drafts.push(draft);
      if (opens) next.set(column, draft);
    }
    above = next;
    return drafts;
  });
}

function textOf(parts: readonly Part[]): string {
  return parts
    .flatMap((part) => (part.kind === 'paragraph' ? part.lines : []))
    .filter((line) => typeof line === 'string')
    .map((line) => line.trim())
    .join(' ');
}

function tablesOf(parts: readonly Part[]): TablePart[] {
  return parts.filter((part) => part.kind === 'table');
}

/** Length of the text of tables inside the cell; null where there is none. */
function innerLength(parts: readonly Part[]): number | null {
  const tables = tablesOf(parts);
  if (tables.length === 0) return null;
  return tables.flatMap((table) => table.rows.flat()).reduce((length, cell) => length + cell.text.length, 0);
}

function turnsPage(part: Part): boolean {
  if (part.kind === 'paragraph') return part.lines.some((line) => typeof line === 'object' && 'page' in line);
  return part.kind === 'page';
}
