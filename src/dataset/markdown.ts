/** A document as Markdown: sections as headings, paragraphs reflowed, tables on their grid; furniture left out. */
import type { Section } from '../contract.ts';
import { blockSpan, type Cell, type Document, type Paragraph, type Table } from '../document.ts';

export function markdown(document: Document, sections: readonly Section[]): string {
  const levels = new Map(sections.map((section) => [section.start, section.level]));
  const parts: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table') parts.push(tableText(document.text, block));
    else if (block.role === 'body') parts.push(paragraphText(document.text, block, levels));
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function paragraphText(text: string, paragraph: Paragraph, levels: ReadonlyMap<number, number>): string {
  const joined = reflow(paragraph.lines.map((line) => text.slice(line.start, line.end)));
  if (joined === '') return '';
  const level = levels.get(blockSpan(paragraph).start);
  // A title that opens a longer paragraph is still the heading of what follows.
  return level === undefined ? escaped(joined) : `${'#'.repeat(Math.min(6, Math.max(1, level)))} ${escaped(joined)}`;
}

/** Joins printed lines: a space only where two words of Latin letters or digits would run together. */
export function reflow(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .reduce((joined, line) => {
      const words = /[A-Za-z0-9]$/.test(joined) && /^[A-Za-z]/.test(line);
      return joined + (words ? ' ' : '') + line;
    }, '');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/^([#+-]|\d{1,9}[.)](?= ))/, '\\$1');
}

/** The first row as the head; a merged cell is printed once and leaves the other slots that it covers empty. */
function tableText(text: string, table: Table): string {
  const grid = Array.from({ length: table.rows }, () => new Array<string>(table.columns).fill(''));
  for (const cell of table.cells) {
    const row = grid[cell.row];
    if (row && cell.column < row.length) row[cell.column] = cellText(text, cell);
  }
  const [head, ...body] = grid.map((row) => `| ${row.join(' | ')} |`);
  if (head === undefined) return '';
  return [head, `|${' --- |'.repeat(table.columns)}`, ...body].join('\n');
}

function cellText(text: string, cell: Cell): string {
  return escaped(reflow(text.slice(cell.start, cell.end).split('\n')));
}
