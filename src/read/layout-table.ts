/** Tables that only arrange the page: their cells hold prose or the tables proper, not values. */
export interface CellContent {
  readonly text: string;
  /** Length of the text of tables inside the cell; null where there is none. */
  readonly inner: number | null;
}

export function isLayout(rows: readonly (readonly CellContent[])[]): boolean {
  const filled = rows.map((row) => row.filter((cell) => cell.text !== '' || cell.inner !== null));
  const cells = filled.flat();
  if (cells.length === 0) return false;
  // One cell a row is no table.
  if (filled.every((row) => row.length <= 1)) return true;
  const own = cells.reduce((length, cell) => length + cell.text.length, 0);
  const inner = cells.reduce((length, cell) => length + (cell.inner ?? 0), 0);
  const hasInner = cells.some((cell) => cell.inner !== null);
  const pairs = filled.some((row) => row.filter((cell) => cell.inner === null).length >= 2);
  if (hasInner && (!pairs || inner > own * 3)) return true;
  // Nearly everything in one cell, and that is prose.
  const longest = cells.reduce((length, cell) => Math.max(length, cell.text.length), 0);
  return longest > 400 && longest * 5 > own * 4;
}
