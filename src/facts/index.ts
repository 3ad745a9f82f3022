/** Document → facts: tables and sentences, and one ledger in which every printed number is accounted for. */
import type { Fact, MentionLedger, Report, TableRecord } from '../contract.ts';
import { type Document, type Notice, pageAt, type Span } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { sectionAt } from '../sections/at.ts';
import type { SectionTree } from '../sections/index.ts';
import type { DraftFact } from './draft.ts';
import { defaultMeasureOf } from './measure.ts';
import { type NarrativeMention, narrativeFacts } from './narrative/index.ts';
import { isValueClass } from './narrative/mentions.ts';
import type { Reading } from './narrative/reading.ts';
import { type TableFacts, tableFacts } from './tables/index.ts';

export interface FactsContext {
  readonly document: Document;
  readonly tree: SectionTree;
  readonly report: Report;
  readonly patterns: Patterns;
  /** Also say how each number of a sentence was read, for `explain`. */
  readonly readings?: boolean;
}

/** What became of one printed number, for `explain`. */
export interface Trace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly section: string | null;
  readonly class: string;
  /** The pattern or mapping that took it. */
  readonly pattern: string | null;
  /** The id of its first fact. */
  readonly fact: string | null;
  readonly why: string;
  /** How a number of a sentence was read; null for others, and where nobody asked for it. */
  readonly reading: Reading | null;
}

export interface Facts {
  readonly facts: Fact[];
  readonly tables: TableRecord[];
  readonly mentions: MentionLedger;
  readonly notices: Notice[];
  readonly traces: Trace[];
}

export function extractFacts({ document, tree, report, patterns, readings }: FactsContext): Facts {
  const { sections } = tree;
  const cells = tableFacts({ document, sections, report, patterns });
  const measure = defaultMeasureOf(report, document, patterns);
  const { codes, consumed } = cells;
  const sentences = narrativeFacts({ document, sections, report, patterns, measure, codes, consumed, readings });
  const facts = inOrder([...cells.facts, ...sentences.facts]);
  const { tables, notices } = cells;
  const account = (tracing: boolean) => {
    const ledger = new Ledger(document, facts, tracing);
    for (const mention of sentences.mentions) ledger.sentence(mention);
    ledger.cells(cells, sections);
    return ledger.finish();
  };
  const { mentions } = account(false);
  // As many as numbers, and few ask for them.
  let traces: Trace[] | null = null;
  return {
    facts,
    tables,
    mentions,
    notices,
    get traces() {
      traces ??= account(true).traces;
      return traces;
    },
  };
}

function inOrder(drafts: DraftFact[]): Fact[] {
  const key = (fact: DraftFact) => `${fact.concept} ${fact.measure} ${fact.subject?.code ?? ''}`;
  drafts.sort(
    (a, b) =>
      a.source.start - b.source.start ||
      a.source.end - b.source.end ||
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
  drafts.forEach((fact, i) => {
    fact.id = `f${i + 1}`;
  });
  return drafts;
}

/** Counts every number once and says what became of it. */
class Ledger {
  private readonly byStart = new Map<number, Fact>();
  private readonly mentions: MentionLedger = {
    total: 0,
    mapped: 0,
    ignored: { date: 0, ordinal: 0, code: 0, threshold: 0, formula: 0, other: 0 },
    unmapped: [],
  };
  private readonly traces: Trace[] = [];

  constructor(
    private readonly document: Document,
    facts: readonly Fact[],
    /** Also say of each number what became of it. */
    private readonly tracing: boolean,
  ) {
    if (!tracing) return;
    for (const fact of facts) if (!this.byStart.has(fact.source.start)) this.byStart.set(fact.source.start, fact);
  }

  sentence(mention: NarrativeMention): void {
    const { span, section, context, why } = mention;
    if (mention.mapped) this.map(span, section, mention.class);
    else if (isValueClass(mention.class)) this.unmapped(span, section, context, mention.class, why);
    else this.ignore(span, section, mention.class, why);
    if (mention.reading) this.explain(mention.reading);
  }

  /** Says how the number of the last trace was read. */
  private explain(reading: Reading): void {
    const last = this.traces.pop();
    if (last) this.traces.push({ ...last, why: reading.why, reading });
  }

  cells(found: TableFacts, sections: SectionTree['sections']): void {
    const section = (span: Span) => sectionAt(sections, span.start);
    for (const span of found.mapped) this.map(span, section(span), 'cell');
    for (const { span, kind } of found.ignored)
      this.ignore(span, section(span), kind, `in a table, not a value: ${kind}`);
    for (const span of found.unmapped) {
      const { text } = this.document;
      const context = text.slice(Math.max(0, span.start - 24), span.end + 24).replace(/\s+/g, ' ');
      this.unmapped(span, section(span), context, 'cell', 'no mapping explains the row, the column or the table');
    }
  }

  private map(span: Span, section: string | null, kind: string): void {
    const fact = this.byStart.get(span.start);
    this.mentions.total++;
    this.mentions.mapped++;
    this.trace(span, section, kind, fact ?? null, 'states a fact');
  }

  private ignore(span: Span, section: string | null, kind: keyof MentionLedger['ignored'], why: string): void {
    this.mentions.total++;
    this.mentions.ignored[kind]++;
    this.trace(span, section, kind, null, why);
  }

  private unmapped(span: Span, section: string | null, context: string, kind: string, why: string): void {
    const text = this.document.text.slice(span.start, span.end);
    this.mentions.total++;
    this.mentions.unmapped.push({ text, page: pageAt(this.document, span.start), ...span, section, context });
    this.trace(span, section, kind, null, why);
  }

  private trace(span: Span, section: string | null, kind: string, fact: Fact | null, why: string): void {
    if (!this.tracing) return;
    const text = this.document.text.slice(span.start, span.end);
    this.traces.push({
      text,
      ...span,
      section,
      class: kind,
      pattern: fact?.pattern ?? null,
      fact: fact?.id ?? null,
      why,
      reading: null,
    });
  }

  finish(): { mentions: MentionLedger; traces: Trace[] } {
    this.mentions.unmapped.sort((a, b) => a.start - b.start);
    this.traces.sort((a, b) => a.start - b.start);
    return { mentions: this.mentions, traces: this.traces };
  }
}
