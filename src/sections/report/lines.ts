/** The paragraphs and cells that speak about the disclosure itself, folded once for all fields. */
import type { Section } from '../../contract.ts';
import type { Document, Paragraph, Table } from '../../document.ts';
import { blockSpan } from '../../document.ts';
import { fold } from '../../fold.ts';
import { innermostSection } from '../at.ts';

export interface TextLine {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly section: Section | null;
}

/** All printed paragraphs of the text itself, in order; only their first characters are folded. */
const REACH = 400;

export function textLines(document: Document, sections: readonly Section[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table' || block.role !== 'body') continue;
    const { start, end } = blockSpan(block);
    const spans = end - start <= REACH ? block.lines : clipped(block, start + REACH);
    const { text } = fold(document.text, spans);
    if (text !== '') lines.push({ text, paragraph: block, start, section: innermostSection(sections, start) });
  }
  return lines;
}

function clipped(paragraph: Paragraph, limit: number) {
  return paragraph.lines
    .filter((line) => line.start < limit)
    .map(({ start, end }) => ({ start, end: Math.min(end, limit) }));
}

/** The words of the first rows of tables: 编制单位：…, 2024年度. */
export function tableHeads(document: Document): string[] {
  const heads: string[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const cell of topCells(block)) heads.push(fold(document.text, [cell]).text);
  }
  return heads;
}

function topCells(table: Table) {
  return table.cells.filter(({ row, start, end }) => row < 4 && end > start && end - start <= 120).slice(0, 12);
}
