/** Why a number is a fact, or why it is none: the traces of an extraction, looked up by printed text. */
import type { DocumentRecord, Fact, TableRecord } from './contract.ts';
import { type Document, pageAt, type Table } from './document.ts';
import type { ExtractResult } from './extract.ts';
import type { Trace } from './facts/index.ts';
import type { Candidate } from './facts/narrative/reading.ts';
import { foldText } from './fold.ts';

export type { Candidate } from './facts/narrative/reading.ts';

export interface Explanation {
  /** The number as printed. */
  readonly text: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  /** Printed text around the number. */
  readonly context: string;
  /** Titles of the section and the sections around it, outermost first. */
  readonly sections: readonly string[];
  readonly class: string;
  /** The words that the number belongs to: its clause and sentence, folded; null for cells and furniture. */
  readonly clause: string | null;
  readonly sentence: string | null;
  /** Of a number in a table: what is printed at the head of its column and at the beginning of its row. */
  readonly cell: Cell | null;
  /** Everything that could have explained it, in print order; empty where the reading was not asked for. */
  readonly candidates: readonly Candidate[];
  /** What took it. */
  readonly pattern: string | null;
  readonly fact: Fact | null;
  readonly why: string;
}

export interface Cell {
  /** The id in the record; null where the table states nothing. */
  readonly table: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly row: string;
  readonly column: string;
}

/** Characters of context on each side. */
const AROUND = 40;

/**
 * The numbers printed as `find`; where there are none, those with `find` in them or around them. Both sides are folded as
 * for matching.
 */
export function explain(result: ExtractResult, find: string): Explanation[] {
  const { record, document, traces } = result;
  const wanted = foldText(find);
  if (!record || !document || wanted === '') return [];
  const facts = new Map(record.facts.map((fact) => [fact.id, fact]));
  const titles = new Map(record.sections.map((section) => [section.id, section.title]));
  const explanations: Explanation[] = [];
  const exact = traces.filter(({ text }) => isPrinted(foldText(text), wanted));
  for (const trace of exact.length > 0 ? exact : traces) {
    const context = around(document.text, trace.start, trace.end);
    if (!foldText(trace.text).includes(wanted) && !foldText(context).includes(wanted)) continue;
    const fact = trace.fact === null ? null : (facts.get(trace.fact) ?? null);
    const cell = cellOf(trace, fact, document, record);
    explanations.push({
      text: trace.text,
      page: pageAt(document, trace.start),
      start: trace.start,
      end: trace.end,
      context,
      sections: sectionPath(trace.section, titles),
      class: trace.class,
      clause: trace.reading?.clause ?? null,
      sentence: trace.reading?.sentence ?? null,
      cell,
      candidates: trace.reading?.candidates ?? [],
      pattern: trace.pattern,
      fact,
      why: fact && cell ? whyOf(cell) : trace.why,
    });
  }
  return explanations;
}

/** With its unit or without. */
const isPrinted = (text: string, wanted: string) =>
  text === wanted || (text.startsWith(wanted) && /\d$/.test(wanted) && !/^[\d.,]/.test(text.slice(wanted.length)));

const whyOf = ({ row, column, kind }: Cell) =>
  `the row “${row}” under “${column}” of a table of kind ${kind ?? 'unknown'}`;

/** Stays on the page and shows line breaks as nothing, as a reader of a paragraph would see it. */
function around(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split('\f')
      .at(-1) ?? '';
  const after = text.slice(end, end + AROUND).split('\f')[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`.replace(/\s*\n\s*/g, '').replace(/\t/g, ' ');
}

/** Section ids are dotted: `3.5.1` lies in `3.5`, which lies in `3`. */
function sectionPath(id: string | null, titles: ReadonlyMap<string, string>): string[] {
  if (id === null) return [];
  const parts = id.split('.');
  return parts.flatMap((_, i) => titles.get(parts.slice(0, i + 1).join('.')) ?? []);
}

function cellOf(trace: Trace, fact: Fact | null, document: Document, record: DocumentRecord): Cell | null {
  const block = document.blocks.find(
    (each): each is Table =>
      each.kind === 'table' && each.cells.some(({ start, end }) => start <= trace.start && trace.end <= end),
  );
  const cell = block?.cells.find(({ start, end }) => start <= trace.start && trace.end <= end);
  if (!block || !cell) return null;
  const words = (cells: Table['cells']) => [...new Set(cells.map((each) => printed(document, each)))].filter(isWords);
  const left = block.cells.filter(({ row, rowSpan, column }) => meets(row, rowSpan, cell.row) && column < cell.column);
  const above = block.cells.filter((each) => meets(each.column, each.columnSpan, cell.column) && each.row < cell.row);
  const table = tableOf(fact, record);
  return {
    table: table?.id ?? null,
    title: table?.title ?? null,
    kind: table?.kind ?? null,
    row: words(nextTo(left, document)).join(' '),
    column: words(above).join(' / '),
  };
}

/** Of a table of two sides, the words of the cell's own side: back to the next amount. */
function nextTo(left: Table['cells'], document: Document): Table['cells'] {
  const near: Table['cells'][number][] = [];
  for (const each of [...left].sort((a, b) => b.column - a.column)) {
    const text = printed(document, each);
    if (isWords(text)) near.unshift(each);
    else if (near.length > 0 && text !== '') break;
  }
  return near;
}

const meets = (from: number, span: number, at: number) => from <= at && at < from + span;

const printed = (document: Document, { start, end }: { start: number; end: number }) =>
  document.text.slice(start, end).replace(/\s+/g, ' ').trim();

/** Words or a code, not another amount or an ordinal. */
const isWords = (text: string) => /\p{Script=Han}/u.test(text) || /^\d{3}(?:\d{2}){0,2}$/.test(text);

function tableOf(fact: Fact | null, record: DocumentRecord): TableRecord | null {
  const id = fact?.source.table ?? null;
  return id === null ? null : (record.tables.find((table) => table.id === id) ?? null);
}
