/** Tables that only arrange the page: their cells hold prose or the tables proper, not values. */

export interface CellContent {
  readonly text: string;
  readonly tables: readonly unknown[];
}

export function isLayout(rows: readonly (readonly CellContent[])[]): boolean {
  const filled = rows
    .map((row) => row.filter((cell) => cell.text !== '' || cell.tables.length > 0))
    .filter((row) => row.length > 0);
  const cells = filled.flat();
  if (cells.length === 0) return false;
  // One cell a row is no table; a frame around another table neither.
  if (filled.every((row) => row.length === 1)) return true;
  if (cells.some((cell) => cell.tables.length > 0)) return true;
  const whole = cells.reduce((length, cell) => length + cell.text.length, 0);
  const longest = cells.reduce((length, cell) => Math.max(length, cell.text.length), 0);
  // Nearly everything in one cell, and that is prose.
  return longest > 400 && longest * 5 > whole * 4;
}
