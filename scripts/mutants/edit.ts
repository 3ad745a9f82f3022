/** A document with one stretch of its text changed, or one row of a table left out. */
import type { Block, Document, Span, Table } from '../../src/document.ts';

/** Every place moves with its characters; `start` to `end` becomes `text`. */
export function edited(document: Document, { start, end }: Span, text: string): Document {
  const by = text.length - (end - start);
  const at = (offset: number) =>
    offset <= start ? offset : offset >= end ? offset + by : Math.min(offset, start + text.length);
  const moved = <T extends Span>(span: T): T => ({ ...span, start: at(span.start), end: at(span.end) });
  const block = (each: Block): Block =>
    each.kind === 'table' ? { ...each, cells: each.cells.map(moved) } : { ...each, lines: each.lines.map(moved) };
  return {
    ...document,
    text: document.text.slice(0, start) + text + document.text.slice(end),
    pages: document.pages.map(moved),
    blocks: document.blocks.map(block),
    runs: document.runs.map(moved),
  };
}

/** Without the cells of one row, printed words included. */
export function withoutRow(document: Document, table: Table, row: number): Document {
  const cells = table.cells.filter((cell) => cell.row === row);
  const start = Math.min(...cells.map((cell) => cell.start));
  const end = Math.max(...cells.map((cell) => cell.end));
  const without: Table = {
    ...table,
    rows: table.rows - 1,
    cells: table.cells.flatMap((cell) => {
      if (cell.row === row) return [];
      return [cell.row > row ? { ...cell, row: cell.row - 1 } : cell];
    }),
  };
  const blocks = document.blocks.map((block) => (block === table ? without : block));
  const runs = document.runs.filter((run) => run.end <= start || run.start >= end);
  // The line break goes too: an empty line is a row of nothing.
  return edited({ ...document, blocks, runs }, { start, end: Math.min(end + 1, document.text.length) }, '');
}
