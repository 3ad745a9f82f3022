/** A table whose cells have been read, on its grid: the edges of all rows make the columns. */
import type { Part } from '../parts.ts';
import { type ReadCell, wordTable } from '../word/table.ts';
import type { RawTable } from './tables.ts';

/** Edges of different rows that lie closer (twips, 1 mm) are one edge; no character fits between them. */
const SAME_EDGE = 60;
/** Of cells without a definition. */
const ASSUMED_WIDTH = 1440;

type Cell = { -readonly [K in keyof ReadCell]: ReadCell[K] };

/** The table and the tables within its cells; what is in the cells where the table only arranges the page. */
export function tableParts(table: RawTable, contents: readonly (readonly (readonly Part[])[])[]): Part[] {
  const edges = table.rows.map(({ cells, definition }) => rowEdges(definition?.edges ?? [0], cells.length));
  const columnOf = columnIndex(edges);
  const rows = table.rows.map(({ cells, definition }, r) => {
    const row: Cell[] = [];
    for (let c = 0; c < cells.length; c++) {
      const column = columnOf(edges[r]?.[c] ?? 0);
      const columnSpan = Math.max(1, columnOf(edges[r]?.[c + 1] ?? 0) - column);
      const { merged = false, vertical = 'none' } = definition?.cells[c] ?? {};
      const left = row.at(-1);
      // One that is joined to its left neighbour is not printed and widens it.
      if (merged && left) left.columnSpan += columnSpan;
      else {
        const parts = contents[r]?.[c] ?? [];
        row.push({ parts, column, columnSpan, continues: vertical === 'joined', opens: vertical !== 'none' });
      }
    }
    return row;
  });
  return wordTable(rows);
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
