/** Facts that people wrote down, with the places of their numbers in the text: as the stages before would give them. */
import type { Fact, Measure, Stated, Subject } from '../../src/contract.ts';
import { boxOf, type Document, pageAt, type Span } from '../../src/document.ts';
import type { GoldFact } from '../../src/evaluate/gold.ts';
import { fold, foldText } from '../../src/fold.ts';
import { interval, parseNumber, plain } from '../../src/number.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { vocabulary } from '../../src/patterns/vocabulary.ts';

export const patterns = loadPatterns();
const { money } = vocabulary(patterns);

/** A second denial stands nearer than this to the first. */
const FAR = 40;

/** Searches one number after the other in the folded lines of a page. */
class Finder {
  private readonly folded: ReturnType<typeof fold>;
  private at = 0;
  private word: { readonly wanted: string; readonly span: Span } | null = null;

  constructor(text: string, lines: readonly Span[]) {
    this.folded = fold(text, lines);
  }

  next(printed: string): Span | null {
    const { text } = this.folded;
    const wanted = foldText(printed);
    for (let at = text.indexOf(wanted, this.at); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const digits = /\d/.test(wanted);
      if (digits && /[\d.,]/.test(text[at - 1] ?? '')) continue;
      if (digits && /^(?:\d|[.,]\d)/.test(text.slice(at + wanted.length))) continue;
      // One word may deny several: 无上级补助收入、经营收入.
      if (this.word?.wanted === wanted && at - this.at > FAR) return this.word.span;
      this.at = at + wanted.length;
      const span = this.folded.source(at, at + wanted.length);
      this.word = digits ? null : { wanted, span };
      return span;
    }
    return null;
  }
}

const linesOf = (document: Document) =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? (block.role === 'body' ? [block.lines] : []) : []));

/** Facts in print order; cells get rows and columns by the order of their subjects. */
export function goldFacts(gold: readonly GoldFact[], document: Document): Fact[] {
  const paragraphs = new Finder(document.text, linesOf(document).flat());
  const places = new Map<string, { row: number; column: number; subject: string; concepts: Set<string> }>();
  let end = 0;
  return gold.map((fact, i): Fact => {
    const cell = fact.where.startsWith('table:');
    const printed = fact.published.text;
    const parsed = parseNumber(foldText(printed));
    const factor = fact.unit === 'CNY' ? (money.get(fact.published.unit ?? '') ?? null) : 1;
    const value = fact.value === null ? null : fact.value;
    let range: [string, string] | null = null;
    if (value !== null && parsed && factor !== null && fact.stated === 'number') {
      const sign = value.startsWith('-') ? -1 : 1;
      const [low, high] = interval(parsed.value.times(sign), parsed.decimals, factor);
      range = [plain(low), plain(high)];
    } else if (value !== null) range = [value, value];
    const found = cell ? null : paragraphs.next(printed);
    const start = found?.start ?? end;
    end = found?.end ?? end + 1;
    const place = cell ? placeOf(places, fact) : { row: null, column: null };
    return {
      id: `f${i + 1}`,
      concept: fact.concept,
      subject: fact.subject as Subject | null,
      measure: fact.measure as Measure,
      basis: fact.basis,
      period: fact.period,
      value,
      unit: fact.unit,
      published: { text: printed, unit: fact.published.unit, unitSource: 'inline' },
      interval: range,
      reason: null,
      approximate: false,
      stated: fact.stated as Stated,
      source: {
        kind: cell && fact.stated !== 'none' ? 'cell' : 'sentence',
        section: null,
        table: cell ? fact.where.slice('table:'.length) : null,
        ...place,
        page: fact.page,
        start: cell ? i : start,
        end: cell ? i + 1 : end,
        quote: '',
        box: boxOf(document, start, end),
      },
      pattern: 'gold',
    };
  });
}

/** A new row begins where the subject changes or a concept comes again. */
function placeOf(
  places: Map<string, { row: number; column: number; subject: string; concepts: Set<string> }>,
  fact: GoldFact,
): { row: number; column: number } {
  const subject = JSON.stringify(fact.subject);
  const concept = `${fact.concept} ${fact.measure}`;
  const last = places.get(fact.where);
  if (last && last.subject === subject && !last.concepts.has(concept) && fact.subject !== null) {
    last.concepts.add(concept);
    last.column++;
    return { row: last.row, column: last.column };
  }
  const next = { row: (last?.row ?? 0) + 1, column: 1, subject, concepts: new Set([concept]) };
  places.set(fact.where, next);
  return { row: next.row, column: next.column };
}

export const pageOf = pageAt;
