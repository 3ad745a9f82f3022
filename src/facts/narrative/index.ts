/** Sentences → facts: every paragraph of the body, with the section that it stands in. */
import type { Report, Section } from '../../contract.ts';
import { type Block, boxOf, type Document, type Paragraph, pageAt, type Span } from '../../document.ts';
import { type Folded, fold } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { classification } from '../classification.ts';
import type { DraftFact } from '../draft.ts';
import { byFamily, type Lexicon, lexicon, NO_KIND, type SectionKind, sectionKind } from './lexicon.ts';
import { findMentions, isValue, type Mention, type MentionClass, numberPack } from './mentions.ts';
import { ParagraphReader } from './reader.ts';
import { type Reading, readingOf } from './reading.ts';
import type { Ref, SectionState, Setting, Stated } from './state.ts';
import { SPLIT } from './statements.ts';
import type { PrintedCodes } from './subjects.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface NarrativeContext {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly report: Report;
  readonly patterns: Patterns;
  readonly measure: 'final' | 'budget';
  readonly codes: PrintedCodes;
  /** Paragraphs that belong to a table. */
  readonly consumed: ReadonlySet<Block>;
  /** Also say how each number was read, for `explain`. */
  readonly readings?: boolean;
}

/** A number of the text and what became of it. */
export interface NarrativeMention {
  /** The number with its unit. */
  readonly span: Span;
  readonly number: Span;
  readonly class: MentionClass;
  readonly section: string | null;
  readonly mapped: boolean;
  readonly why: string;
  readonly context: string;
  readonly reading: Reading | null;
}

export interface NarrativeFacts {
  readonly facts: DraftFact[];
  readonly mentions: NarrativeMention[];
}

interface Place {
  readonly section: Section | null;
  readonly state: SectionState;
}

/** Finds the section of each paragraph in one pass, and keeps what its sentences hand on. */
class Places {
  private readonly states = new Map<string, SectionState>();
  private readonly open: Section[] = [];
  private next = 0;
  /** Of a report about one matter (“三公”经费) also what stands outside its sections. */
  private readonly outside: SectionState = {
    kind: NO_KIND,
    topic: null,
    head: null,
    parents: [],
    base: null,
    dated: null,
    named: false,
    leads: new Set(),
    item: false,
  };

  constructor(
    private readonly sections: readonly Section[],
    private readonly lex: Lexicon,
    report: string | null,
  ) {
    const kind = sectionKind(report, lex);
    if (kind) this.outside = { ...this.outside, kind, topic: null };
  }

  at(offset: number): Place {
    while (this.next < this.sections.length && (this.sections[this.next] as Section).start <= offset) {
      const section = this.sections[this.next++] as Section;
      this.close(section.start);
      this.open.push(section);
    }
    this.close(offset);
    const section = this.open.at(-1) ?? null;
    return { section, state: section ? this.stateOf(section, this.open.length - 1) : this.outside };
  }

  private close(offset: number): void {
    while (this.open.length > 0 && (this.open.at(-1) as Section).end <= offset) this.open.pop();
  }

  private stateOf(section: Section, depth: number): SectionState {
    const known = this.states.get(section.id);
    if (known) return known;
    const above = depth > 0 ? this.stateOf(this.open[depth - 1] as Section, depth - 1) : this.outside;
    const found = sectionKind(section.kind, this.lex);
    const within = above.kind.families.some((family) => family in this.lex.families.expenditure);
    const kind = found && !(found.generic && within) ? nested(found, above.kind) : above.kind;
    const own = found !== null && section.kind !== null && kind !== above.kind;
    const concept = kind.topic?.replace('{e}', byFamily(this.lex.families.expenditure, kind.families) ?? '') ?? null;
    const named: Ref | null = concept ? { concept, subject: null, label: null, start: 0, end: 0 } : null;
    const topic = own ? named : found?.generic ? named : above.topic;
    const state: SectionState = {
      kind,
      topic,
      head: own ? null : above.head,
      parents: own ? [] : above.parents,
      base: null,
      dated: null,
      named: false,
      leads: new Set(),
      item: false,
    };
    this.states.set(section.id, state);
    return state;
  }
}

/** A section whose title names no fund of its own (项目支出) takes the families of the one around it. */
function nested(kind: SectionKind, above: SectionKind): SectionKind {
  return kind.families.length > 0 ? kind : { ...kind, families: above.families };
}

export function narrativeFacts(context: NarrativeContext): NarrativeFacts {
  const { document, patterns, report } = context;
  const lex = lexicon(patterns);
  const numbers = numberPack(patterns);
  const places = new Places(context.sections, lex, context.report.kind);
  const dictionary = classification(patterns);
  const facts: DraftFact[] = [];
  const mentions: NarrativeMention[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table' || context.consumed.has(block)) continue;
    const first = block.lines[0];
    if (!first) continue;
    const folded = fold(document.text, block.lines);
    const found = findMentions(folded.text, numbers);
    const place = places.at(first.start);
    const silent = block.role !== 'body' || place.state.kind.silent;
    let stated: Stated[] = [];
    let tokens: Token[] = [];
    if (!silent) {
      const { families, items } = place.state.kind;
      const basic = families[0] === 'basic' || SPLIT.test(place.state.topic?.concept ?? '');
      const functional = items || families.includes('all') || families.some((f) => f in lex.families.expenditure);
      const names = { printed: context.codes, dictionary, year: report.fiscalYear, functional, economic: basic, items };
      const setting: Setting = {
        lex,
        vocabulary: vocabulary(patterns),
        names,
        year: report.fiscalYear,
        measure: context.measure,
        template: numbers.anyPlaceholder.test(folded.text),
      };
      tokens = tokensOf(folded.text, found, lex, names);
      stated = new ParagraphReader(folded.text, tokens, place.state, setting).read();
    }
    for (const fact of stated) facts.push(draft(fact, folded, document, place.section));
    const { families } = place.state.kind;
    const reading = (mention: Mention) =>
      context.readings ? readingOf(mention, stated, { folded, tokens, families, silent, lex }) : null;
    account(withoutCodes(found, tokens), { stated, folded, block, silent, section: place.section, reading }, mentions);
  }
  return { facts, mentions };
}

function draft(fact: Stated, folded: Folded, document: Document, section: Section | null): DraftFact {
  const { start, end } = folded.source(fact.start, publishedEnd(fact));
  const { reason } = fact;
  const cause = reason && folded.source(reason.start, Math.max(reason.start + 1, reason.end));
  return {
    concept: fact.concept,
    subject: fact.subject,
    measure: fact.measure,
    basis: fact.basis,
    period: fact.period,
    value: fact.value,
    unit: fact.unit,
    published: { ...fact.published, text: document.text.slice(start, end) },
    interval: fact.interval,
    reason: cause && { text: folded.text.slice(reason.start, reason.end), ...cause },
    approximate: fact.approximate,
    stated: fact.stated,
    source: {
      kind: 'sentence',
      section: section?.id ?? null,
      table: null,
      row: null,
      column: null,
      page: pageAt(document, start),
      start,
      end,
      quote: folded.text.slice(fact.clause.start, fact.clause.end).slice(0, 120),
      box: boxOf(document, start, end),
    },
    pattern: fact.pattern,
  };
}

/** A fact's span covers the number alone, or the word that states it. */
function publishedEnd(fact: Stated): number {
  return fact.start + fact.published.text.length;
}

/** A number inside the name of a subject is its code. */
function withoutCodes(found: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const names = tokens.filter((token) => token.type === 'subject');
  return found.map((mention) =>
    names.some((name) => name.start <= mention.start && mention.end <= name.end)
      ? { ...mention, class: 'code' as const, stop: mention.end }
      : mention,
  );
}

const AROUND = 24;

interface Accounting {
  readonly stated: readonly Stated[];
  readonly folded: Folded;
  readonly block: Paragraph;
  readonly silent: boolean;
  readonly section: Section | null;
  readonly reading: (mention: Mention) => Reading | null;
}

function account(
  found: readonly Mention[],
  { stated, folded, block, silent, section, reading }: Accounting,
  out: NarrativeMention[],
): void {
  const starts = new Set(stated.map((fact) => fact.start));
  const content = block.role === 'body';
  for (const mention of found) {
    const mapped = starts.has(mention.start);
    out.push({
      span: folded.source(mention.start, mention.stop),
      number: folded.source(mention.start, mention.end),
      class: content ? mention.class : 'other',
      section: section?.id ?? null,
      mapped,
      why: why(mention, mapped, silent, content),
      context: folded.text.slice(Math.max(0, mention.start - AROUND), mention.stop + AROUND),
      reading: content ? reading(mention) : null,
    });
  }
}

function why(mention: Mention, mapped: boolean, silent: boolean, content: boolean): string {
  if (mapped) return 'stated by its clause';
  if (!content) return 'page furniture or table of contents';
  if (!isValue(mention)) return `not a value: ${mention.class}`;
  if (silent) return 'a section of definitions, duties or annexes states no facts';
  return 'no label, verb or counter of its clause explains it';
}
