/** The printed text around facts: which numbers no fact stands on, and the words before and between numbers. */
import type { Fact, TableRecord } from '../contract.ts';
import type { Document, Paragraph, Span } from '../document.ts';
import { type Folded, fold, foldText } from '../fold.ts';
import type { Vocabulary } from '../patterns/vocabulary.ts';

export interface Passage extends Span {
  readonly paragraph: Paragraph;
  readonly folded: Folded;
}

const NUMBER = /^[+-]?\d[\d,]{0,30}(?:\.\d{1,12})?$/;

/** Expressions of a vocabulary, made once. */
const numbers = new WeakMap<Vocabulary, { readonly amounts: RegExp; readonly counts: RegExp }>();

function numbersOf(units: Vocabulary): { readonly amounts: RegExp; readonly counts: RegExp } {
  let made = numbers.get(units);
  if (!made) {
    made = { amounts: numberWith([...units.money.keys()]), counts: numberWith(units.counters) };
    numbers.set(units, made);
  }
  return made;
}

function numberWith(units: readonly string[]): RegExp {
  const longestFirst = [...units].sort((a, b) => b.length - a.length);
  return new RegExp(`\\d[\\d,]{0,24}(?:\\.\\d{1,8})?\\s{0,3}(?:${longestFirst.join('|')})`, 'g');
}

export class Page {
  /** Content paragraphs in print order, folded. */
  readonly passages: readonly Passage[];
  private readonly document: Document;
  private readonly tables: ReadonlyMap<string, TableRecord>;
  private readonly starts: readonly number[];
  private readonly cells: ReadonlySet<string>;
  /** Columns of each table that hold facts. */
  private readonly columns: ReadonlyMap<string, ReadonlySet<number>>;
  private readonly numbers: ReturnType<typeof numbersOf>;
  private readonly unread = new Map<string, boolean>();

  constructor(document: Document, tables: readonly TableRecord[], facts: readonly Fact[], units: Vocabulary) {
    this.document = document;
    this.tables = new Map(tables.map((table) => [table.id, table]));
    this.starts = facts.map(({ source }) => source.start).sort((a, b) => a - b);
    const columns = new Map<string, Set<number>>();
    for (const { source } of facts) {
      if (source.table === null || source.column === null) continue;
      const known = columns.get(source.table) ?? new Set();
      columns.set(source.table, known.add(source.column));
    }
    this.columns = columns;
    this.cells = new Set(facts.map(({ source }) => `${source.table}|${source.row}|${source.column}`));
    this.numbers = numbersOf(units);
    const passages: Passage[] = [];
    for (const block of document.blocks) {
      if (block.kind !== 'paragraph' || block.role !== 'body' || block.lines.length === 0) continue;
      const start = (block.lines[0] as Span).start;
      const end = (block.lines.at(-1) as Span).end;
      passages.push({ paragraph: block, folded: fold(document.text, block.lines), start, end });
    }
    this.passages = passages.sort((a, b) => a.start - b.start);
  }

  /** The paragraph that holds an offset. */
  passageAt(offset: number): Passage | null {
    let low = 0;
    let high = this.passages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const passage = this.passages[middle] as Passage;
      if (offset < passage.start) high = middle - 1;
      else if (offset >= passage.end) low = middle + 1;
      else return passage;
    }
    return null;
  }

  /** The folded words of a stretch of text; empty where it is longer than `limit`. */
  words(start: number, end: number, limit = 400): string {
    return end <= start || end - start > limit ? '' : foldText(this.document.text.slice(start, end));
  }

  /** The folded words just before an offset, within its paragraph. */
  before(offset: number, length: number): string {
    const from = Math.max(this.passageAt(offset)?.start ?? 0, offset - length);
    return this.words(from, offset, length);
  }

  /** Whether an amount, or a count, is printed in the range that is no fact: a list with such a hole proves nothing. */
  hasUnread(what: 'amount' | 'count', start: number, end: number): boolean {
    const text = this.document.text.slice(start, end);
    for (const found of text.matchAll(what === 'amount' ? this.numbers.amounts : this.numbers.counts)) {
      const at = start + found.index;
      if (!this.isFact(at, at + found[0].length)) return true;
    }
    return false;
  }

  private isFact(start: number, end: number): boolean {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    // A printed sign may stand before the digits.
    const at = this.starts[low];
    const before = this.starts[low - 1];
    return (at !== undefined && at < end) || (before !== undefined && before >= start - 1);
  }

  /** Whether a row of a table, or the whole table, prints a number in a column of amounts that no fact stands on. */
  hasUnreadCell(id: string, row: number | null): boolean {
    const key = `${id}|${row}`;
    let unread = this.unread.get(key);
    if (unread === undefined) {
      unread = this.findUnreadCell(id, row);
      this.unread.set(key, unread);
    }
    return unread;
  }

  private findUnreadCell(id: string, row: number | null): boolean {
    const table = this.tables.get(id);
    if (!table) return false;
    const columns = this.columns.get(id);
    return table.rows.some((cells, i) => {
      const at = i + table.header.length;
      if (row !== null && at !== row) return false;
      return cells.some(
        (text, column) =>
          (columns?.has(column) || (row !== null && /\d\.\d/.test(text))) &&
          NUMBER.test(foldText(text)) &&
          !this.cells.has(`${id}|${at}|${column}`),
      );
    });
  }
}
