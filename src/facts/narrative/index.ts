/** Sentences → facts: every paragraph of the body, with the section that it stands in. */
import type { Report, Section } from '../../contract.ts';
import { type Block, boxOf, type Document, type Paragraph, pageAt, type Span } from '../../document.ts';
import { type Folded, fold } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { classification } from '../classification.ts';
import { type DraftFact, NO_ID } from '../draft.ts';
import { measureIn } from '../measure.ts';
import { NameLengths } from '../name-lengths.ts';
import { ALL, type Lexicon, lexicon, type SectionKind } from './lexicon.ts';
import { findMentions, isValue, type Mention, type MentionClass, numberPack } from './mentions.ts';
import { type Place, Places } from './places.ts';
import { ParagraphReader } from './reader.ts';
import { type Reading, readingOf } from './reading.ts';
import type { SectionState, Setting, Stated } from './state.ts';
import { SPLIT } from './statements.ts';
import type { PrintedCodes, SubjectNames } from './subjects.ts';
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
  /** The number, of one that nothing explains with its unit. */
  readonly span: Span;
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

/** Sections whose headings say which figures they are about. */
const NOTE = 'three_public';

/** Longer paragraphs that print no value and use no word that states one say nothing: duties, definitions. */
const SHORT = 80;

function speaks(text: string, found: readonly Mention[], lex: Lexicon): boolean {
  return text.length <= SHORT || found.some(isValue) || lex.wordy.test(text);
}

/** No clerk writes a sentence this long; a text that does is read in pieces, so that it costs no more than others. */
const LONGEST = 4000;
const FULL_STOP = '\u3002';

/** The text in pieces of bounded length, cut after a full stop where there is one. */
function* pieces(folded: Folded): Generator<Folded> {
  const { text } = folded;
  for (let from = 0; from === 0 || from < text.length; ) {
    let to = Math.min(text.length, from + LONGEST);
    const stop = to < text.length ? text.lastIndexOf(FULL_STOP, to - 1) : -1;
    if (stop > from) to = stop + 1;
    const base = from;
    yield base === 0 && to === text.length
      ? folded
      : { text: text.slice(base, to), source: (start, end) => folded.source(base + start, base + end) };
    from = Math.max(to, 1);
  }
}

/** Reads the paragraphs of one document. */
class NarrativeReader {
  readonly facts: DraftFact[] = [];
  readonly mentions: NarrativeMention[] = [];
  private readonly lex: Lexicon;
  private readonly numbers: ReturnType<typeof numberPack>;
  private readonly places: Places;
  private readonly printedLengths: NameLengths;
  /** The names of subjects by kind of section, where amounts are named by economic nature and elsewhere. */
  private readonly economic = new Map<SectionKind, SubjectNames>();
  private readonly others = new Map<SectionKind, SubjectNames>();

  constructor(private readonly context: NarrativeContext) {
    const { patterns, sections, report } = context;
    this.lex = lexicon(patterns);
    this.numbers = numberPack(patterns);
    this.printedLengths = new NameLengths(context.codes.keys());
    // “一、2022年三公经费预算情况；二、2021年三公经费决算情况” in one note.
    const ofNote = ({ kind, title }: Section) =>
      report.kind !== 'final' && kind?.startsWith(NOTE) ? measureIn(title, patterns) : null;
    this.places = new Places(sections, this.lex, report.kind, ofNote);
  }

  paragraph(block: Paragraph): void {
    const first = block.lines[0];
    if (!first) return;
    const place = this.places.at(first.start);
    const folded = fold(this.context.document.text, block.lines);
    if (folded.text.length <= LONGEST) this.piece(folded, block, place);
    else for (const piece of pieces(folded)) this.piece(piece, block, place);
  }

  private piece(folded: Folded, block: Paragraph, { section, state }: Place): void {
    const { lex } = this;
    const found = findMentions(folded.text, this.numbers);
    const silent = block.role !== 'body' || state.kind.silent || this.isOfGovernment(section);
    let stated: Stated[] = [];
    let tokens: Token[] = [];
    if (!silent && speaks(folded.text, found, lex)) {
      const setting = this.settingOf(state, folded.text);
      tokens = tokensOf(folded.text, found, lex, setting.names);
      stated = new ParagraphReader(folded.text, tokens, state, setting).read();
    }
    for (const fact of stated) this.facts.push(draft(fact, folded, this.context.document, section));
    const { families } = state.kind;
    const reading = this.context.readings
      ? (mention: Mention) => readingOf(mention, stated, { folded, tokens, families, silent, lex })
      : null;
    account(withoutCodes(found, tokens), { stated, folded, block, silent, section, reading }, this.mentions);
  }

  /** What a whole county earns and spends is no income of a department; its “三公” are those of all departments. */
  private isOfGovernment(section: Section | null): boolean {
    const { kind, organisation } = this.context.report;
    const own = organisation === null || this.lex.government.test(organisation);
    return kind === 'government' && own && !section?.kind?.startsWith(NOTE);
  }

  private settingOf(state: SectionState, text: string): Setting {
    const { patterns, report } = this.context;
    const measure = state.measure ?? this.context.measure;
    const template = this.numbers.anyPlaceholder.test(text);
    const { lex } = this;
    const names = this.namesIn(state);
    return { lex, vocabulary: vocabulary(patterns), names, year: report.fiscalYear, measure, template };
  }

  /** How subjects are named in a section: by its kind, and where that says nothing of it by its topic. */
  private namesIn({ kind, topic }: SectionState): SubjectNames {
    const economic = kind.families[0] === 'basic' || SPLIT.test(topic?.concept ?? '');
    const all = economic ? this.economic : this.others;
    let names = all.get(kind);
    if (!names) {
      const { patterns, report, codes } = this.context;
      const { families, items } = kind;
      names = {
        printed: codes,
        printedLengths: this.printedLengths,
        dictionary: classification(patterns),
        year: report.fiscalYear,
        functional: items || families.includes(ALL) || families.some((each) => each in this.lex.families.expenditure),
        economic,
        items,
      };
      all.set(kind, names);
    }
    return names;
  }
}

export function narrativeFacts(context: NarrativeContext): NarrativeFacts {
  const reader = new NarrativeReader(context);
  for (const block of context.document.blocks) {
    if (block.kind === 'paragraph' && !context.consumed.has(block)) reader.paragraph(block);
  }
  return { facts: reader.facts, mentions: reader.mentions };
}

function draft(fact: Stated, folded: Folded, document: Document, section: Section | null): DraftFact {
  const { start, end } = folded.source(fact.start, publishedEnd(fact));
  const { reason } = fact;
  const cause = reason && folded.source(reason.start, Math.max(reason.start + 1, reason.end));
  return {
    id: NO_ID,
    concept: fact.concept,
    subject: fact.subject,
    measure: fact.measure,
    basis: fact.basis,
    period: fact.period,
    value: fact.value,
    unit: fact.unit,
    published: {
      text: document.text.slice(start, end),
      unit: printedUnit(fact, folded, document),
      unitSource: fact.published.unitSource,
    },
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
      quote: folded.text.slice(fact.clause.start, Math.min(fact.clause.end, fact.clause.start + 120)),
      box: boxOf(document, start, end),
    },
    pattern: fact.pattern,
  };
}

/** A fact's span covers the number alone, or the word that states it. */
function publishedEnd(fact: Stated): number {
  return fact.start + fact.published.text.length;
}

/** The unit in its printed characters: 台(套), ％. */
function printedUnit(fact: Stated, folded: Folded, document: Document): string | null {
  const { unit, unitSource } = fact.published;
  if (unit === null || unitSource !== 'inline') return unit;
  const at = folded.text.indexOf(unit, publishedEnd(fact));
  if (at < 0 || at > publishedEnd(fact) + 1) return unit;
  const { start, end } = folded.source(at, at + unit.length);
  return document.text.slice(start, end).replace(/\s+/g, '');
}

/** A number inside the name of a subject is its code. */
function withoutCodes(found: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
  const names = tokens.filter((token) => token.type === 'subject');
  if (names.length === 0) return found;
  return found.map((mention) =>
    names.some((name) => name.start <= mention.start && mention.end <= name.end)
      ? { ...mention, class: 'code' as const, stop: mention.end }
      : mention,
  );
}

const AROUND = 24;
const NOWHERE: ReadonlySet<number> = new Set();

interface Accounting {
  readonly stated: readonly Stated[];
  readonly folded: Folded;
  readonly block: Paragraph;
  readonly silent: boolean;
  readonly section: Section | null;
  readonly reading: ((mention: Mention) => Reading | null) | null;
}

function account(
  found: readonly Mention[],
  { stated, folded, block, silent, section, reading }: Accounting,
  out: NarrativeMention[],
): void {
  const starts = stated.length === 0 ? NOWHERE : new Set(stated.map((fact) => fact.start));
  const content = block.role === 'body';
  for (const mention of found) {
    const mapped = starts.has(mention.start);
    const lost = content && !mapped && isValue(mention);
    out.push({
      span: folded.source(mention.start, lost ? mention.stop : mention.end),
      class: content ? mention.class : 'other',
      section: section?.id ?? null,
      mapped,
      why: why(mention, mapped, silent, content),
      context: folded.text.slice(Math.max(0, mention.start - AROUND), mention.stop + AROUND),
      reading: content && reading ? reading(mention) : null,
    });
  }
}

function why(mention: Mention, mapped: boolean, silent: boolean, content: boolean): string {
  if (mapped) return 'stated by its clause';
  if (!content) return 'page furniture or table of contents';
  if (!isValue(mention)) return `not a value: ${mention.class}`;
  if (silent) return 'definitions, duties, annexes and the reports of a government state no facts of a department';
  return 'no label, verb or counter of its clause explains it';
}
