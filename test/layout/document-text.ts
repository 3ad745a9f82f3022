/** Documents as text that a test can compare. */
import type { Document, Table } from '../../src/document.ts';

/** A table as rows; a cell that spans says how far, e.g. `收入 2x1` over two columns. */
export function rowsOf(document: Document, table: Table): string[] {
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  for (const { row, rowSpan, columnSpan, start, end } of table.cells) {
    const span = rowSpan > 1 || columnSpan > 1 ? ` ${columnSpan}x${rowSpan}` : '';
    rows[row]?.push(document.text.slice(start, end) + span);
  }
  return rows.map((cells) => cells.join('|'));
}

export const tablesOf = (document: Document) =>
  document.blocks.filter((block): block is Table => block.kind === 'table').map((table) => rowsOf(document, table));

/** Paragraphs, their lines parted by a slash; what is not content says what it is. */
export function paragraphsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    const lines = block.lines.map((line) => document.text.slice(line.start, line.end)).join(' / ');
    return block.role === 'body' ? [lines] : [`${block.role}: ${lines}`];
  });
}
