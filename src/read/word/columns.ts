/** The columns of a table whose rows give their cells by edges, in twips. */

/** Edges of different rows that lie closer (1 mm) are one edge; no character fits between them. */
export const SAME_EDGE = 60;

/** Edge → grid column. Edges that nearly meet are one, unless they belong to one row. */
export function columnIndex(rows: readonly (readonly number[])[]): (edge: number) => number {
  /** Edge → the greatest smaller one of the same row, where it is near. */
  const apart = new Map<number, number>();
  const all = new Set<number>();
  for (const edges of rows) {
    edges.forEach((edge, i) => {
      all.add(edge);
      const before = edges[i - 1];
      if (before !== undefined && edge > before && edge - before <= SAME_EDGE) {
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
