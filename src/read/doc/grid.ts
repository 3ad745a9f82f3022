/** A table whose cells have been read, on its grid: the edges of all rows make the columns. */
import { isLayout } from '../layout-table.ts';
import type { CellPart, Part, TablePart } from '../parts.ts';
import type { RawTable } from './tables.ts';

/** Edges of different rows that lie closer (twips, 1 mm) are one edge; no character fits between them. */
const SAME_EDGE = 60;
/** Of cells without a definition. */
const ASSUMED_WIDTH = 1440;

interface Read {
  readonly parts: readonly Part[];
  readonly column: number;
  columnSpan: number;
  readonly vertical: 'none' | 'first' | 'joined';
}

type Draft = { -readonly [K in keyof CellPart]: CellPart[K] };

/** The table and the tables within its cells; what is in the cells where the table only arranges the page. */
export function tableParts(table: RawTable, contents: readonly (readonly (readonly Part[])[])[]): Part[] {
  const rows = readRows(table, contents);
  const shown = rows.map((row) => row.filter((cell) => cell.vertical !== 'joined'));
  const layout = shown.map((row) => row.map(({ parts }) => ({ text: textOf(parts), tables: tablesOf(parts) })));
  if (isLayout(layout)) return shown.flat().flatMap((cell) => [...cell.parts]);
  const inner = rows.flat().flatMap((cell) => tablesOf(cell.parts));
  if (!layout.some((row) => row.some((cell) => cell.text !== ''))) return inner;
  return [{ kind: 'table', rows: joinedDown(rows), ruled: true }, ...inner];
}

/** Cells with their columns; one that is joined to its left neighbour is not printed and widens it. */
function readRows(table: RawTable, contents: readonly (readonly (readonly Part[])[])[]): Read[][] {
  const edges = table.rows.map(({ cells, definition }) => rowEdges(definition?.edges ?? [0], cells.length));
  const column = columnIndex(edges);
  return table.rows.map(({ cells, definition }, r) => {
    const row: Read[] = [];
    for (let c = 0; c < cells.length; c++) {
      const start = column(edges[r]?.[c] ?? 0);
      const columnSpan = Math.max(1, column(edges[r]?.[c + 1] ?? 0) - start);
      const cell = definition?.cells[c];
      const left = row.at(-1);
      if (cell?.merged && left) left.columnSpan += columnSpan;
      else row.push({ parts: contents[r]?.[c] ?? [], column: start, columnSpan, vertical: cell?.vertical ?? 'none' });
    }
    return row;
  });
}

/** A cell that goes on without one above of the same place and width stands for itself. */
function joinedDown(rows: readonly (readonly Read[])[]): CellPart[][] {
  let above = new Map<number, Draft>();
  return rows.map((row) => {
    const next = new Map<number, Draft>();
    const drafts: Draft[] = [];
    for (const { parts, column, columnSpan, vertical } of row) {
      const over = vertical === 'joined' ? above.get(column) : undefined;
      if (over && over.columnSpan === columnSpan) {
        over.rowSpan++;
        next.set(column, over);
        continue;
      }
      const draft: Draft = { text: textOf(parts), column, columnSpan, rowSpan: 1 };
      drafts.push(draft);
      if (vertical !== 'none') next.set(column, draft);
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

/** One edge more than there are cells, whatever the definition has. */
function rowEdges(defined: readonly number[], cells: number): number[] {
  const edges = defined.slice(0, cells + 1);
  while (edges.length <= cells) edges.push((edges.at(-1) as number) + ASSUMED_WIDTH);
  return edges;
}

/** Edge → grid column. Edges that nearly meet are one, unless they belong to one row. */
function columnIndex(rows: readonly (readonly number[])[]): (edge: number) => number {
  /** Edge → the greatest smaller one of the same row, where it is near. */
  const apart = new Map<number, number>();
  const all = new Set<number>();
  for (const edges of rows) {
    edges.forEach((edge, i) => {
      all.add(edge);
      const before = edges[i - 1];
      if (before !== undefined && edge - before <= SAME_EDGE) {
        apart.set(edge, Math.max(before, apart.get(edge) ?? before));
      }
    });
  }
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edge - first > SAME_EDGE || (apart.get(edge) ?? Number.NEGATIVE_INFINITY) >= first) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
