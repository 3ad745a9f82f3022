/** The paragraphs and cells that speak about the disclosure itself, folded once for all fields. */
import type { Section } from '../../contract.ts';
import type { Document, Paragraph, Span, Table } from '../../document.ts';
import { fold } from '../../fold.ts';
import { innermostSection } from '../at.ts';
import { openingsOf } from '../paragraphs.ts';

export interface TextLine {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly section: Section | null;
}

/** All printed paragraphs of the text itself, in order; of long ones the beginning. */
export function textLines(document: Document, sections: readonly Section[]): TextLine[] {
  return openingsOf(document).map(({ paragraph, folded }) => {
    const start = paragraph.lines[0]?.start ?? 0;
    return { text: unmarked(folded.text), paragraph, start, section: innermostSection(sections, start) };
  });
}

/** A line without the bullet of a list. */
export function unmarked(text: string): string {
  return text.replace(/^[\u2022\u25cf\u25aa\u25c6\u25a0\u00b7]\s?/, '');
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

/** How much of a page is looked at for a title that stands elsewhere than on a line of its own. */
const FIRST = 3;
const LONGEST_CAPTION = 60;
const TOP_ROWS = 12;
const TOP_CELLS = 80;

/** Titles in the first rows of tables, and the words that open a first paragraph before a blank. */
export function captions(document: Document, lines: readonly TextLine[]): readonly { text: string; printed: string }[] {
  const words = lines.slice(0, FIRST).flatMap(({ paragraph, section, start: at }) => {
    if (section?.start === at) return [];
    const { start, end } = paragraph.lines[0] as Span;
    return document.text.slice(start, end).trim().split(/\s/, 1);
  });
  const cells = document.blocks.flatMap((block) =>
    block.kind === 'table' ? aboveHead(block).map(({ start, end }) => document.text.slice(start, end).trim()) : [],
  );
  return [...words, ...cells]
    .filter((printed) => printed.length <= LONGEST_CAPTION)
    .map((printed) => ({ printed, text: fold(printed, [{ start: 0, end: printed.length }]).text }));
}

/** Of a table that holds the data of its page as well, the title stands below them. */
const aboveHead = (table: Table) => table.cells.slice(0, TOP_CELLS).filter(({ row }) => row < TOP_ROWS);

function topCells(table: Table) {
  return table.cells.filter(({ row, start, end }) => row < 4 && end > start && end - start <= 120).slice(0, 12);
}
