/** A table whose cells have been read, on its grid: the edges of all rows make the columns. */
import type { Part } from '../parts.ts';
import { type ReadCell, wordTable } from '../word/table.ts';
import type { RawTable } from './tables.ts';

/** Of cells without a definition. */
const ASSUMED_WIDTH = 1440;

type Cell = { -readonly [K in keyof ReadCell]: ReadCell[K] };

/** The table and the tables within its cells; what is in the cells where the table only arranges the page. */
export function tableParts(table: RawTable, contents: readonly (readonly (readonly Part[])[])[]): Part[] {
  const rows = table.rows.map(({ cells, definition }, r) => {
    const edges = rowEdges(definition?.edges ?? [0], cells.length);
    const row: Cell[] = [];
    for (let c = 0; c < cells.length; c++) {
      const { merged = false, vertical = 'none' } = definition?.cells[c] ?? {};
      const [start, end] = [edges[c] as number, edges[c + 1] as number];
      const left = row.at(-1);
      // One that is joined to its left neighbour is not printed and widens it.
      if (merged && left) left.end = end;
      else {
        const parts = contents[r]?.[c] ?? [];
        row.push({ start, end, parts, continues: vertical === 'joined', opens: vertical !== 'none' });
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
