/** What a reader made of a file, in words. */
import type { Document, Result } from '../../src/document.ts';
import { loadPatterns } from '../../src/patterns/load.ts';

export const patterns = loadPatterns();

/** Blocks as text: lines of a paragraph by ` / `, cells as `text@row,column` with spans as `+rows` and `>columns`. */
export function shown(document: Document): string[] {
  return document.blocks.map((block) => {
    const text = (span: { start: number; end: number }) => document.text.slice(span.start, span.end);
    if (block.kind === 'paragraph') return block.lines.map(text).join(' / ');
    const cells = block.cells.map((cell) => {
      const down = cell.rowSpan > 1 ? `+${cell.rowSpan}` : '';
      const across = cell.columnSpan > 1 ? `>${cell.columnSpan}` : '';
      return `${text(cell)}@${cell.row},${cell.column}${down}${across}`;
    });
    return `[${block.rows}x${block.columns}] ${cells.join(' ')}`;
  });
}

export function documentIn({ value, notices }: Result<Document | null>): Document {
  if (!value) throw new Error(notices[0]?.message);
  return value;
}

/** Only blocks that are content. */
export function content(document: Document): string[] {
  const blocks = document.blocks.filter((block) => block.kind === 'table' || block.role === 'body');
  return shown({ ...document, blocks });
}
