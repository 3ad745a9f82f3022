/** What the reader of sentences knows at a place: the section, the sentence and the clause it is in. */
import type { Measure, Subject } from '../../contract.ts';
import type { Vocabulary } from '../../patterns/vocabulary.ts';
import type { Valued } from './amount.ts';
import type { Label, Lexicon, SectionKind } from './lexicon.ts';
import type { SubjectNames } from './subjects.ts';
import type { Token } from './tokens.ts';

/** The concept of a matter that the vocabulary does not name. */
export const NOTHING = '';

/** What a statement is about. */
export interface Ref {
  readonly concept: string;
  readonly subject: Subject | null;
  readonly label: Label | null;
  readonly start: number;
  readonly end: number;
}

/** What the paragraphs of a section hand on to the next. */
export interface SectionState {
  readonly kind: SectionKind;
  /** The figures that its heading names, where another part of the report is about others; null for those of the report. */
  readonly measure: 'final' | 'budget' | null;
  topic: Ref | null;
  /** The topic was named by a subject or a headline, not only by the last amount. */
  named: boolean;
  /** How many matters the last paragraph opened; after more than one, a paragraph without a label is about none. */
  leads: Set<string>;
  /** The last paragraph was an item of a numbered list. */
  item: boolean;
  /** What the section's first amount was about. */
  head: Ref | null;
  /** Names above the items: the 类 that a numbered line opened. */
  parents: string[];
  base: Base | null;
  /** Concepts whose share of something was stated: they are parts, like their siblings. */
  readonly parts: Set<string>;
  /** The year of the last whole date: counts after 截至2023年12月31日 are of that day. */
  dated: number | null;
}

export interface Base {
  /** Null for a year that no basis of the vocabulary names (比2019年). */
  readonly basis: string | null;
  readonly period: number | null;
}

/** A fact in offsets of the folded paragraph. */
export interface Stated extends Valued {
  readonly concept: string;
  readonly subject: Subject | null;
  readonly measure: Measure;
  readonly basis: string | null;
  readonly period: number | null;
  readonly start: number;
  readonly end: number;
  readonly clause: { readonly start: number; readonly end: number };
  readonly pattern: string;
  reason: { start: number; end: number } | null;
}

export interface Setting {
  readonly lex: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly names: SubjectNames;
  readonly year: number | null;
  readonly measure: 'final' | 'budget';
  /** The paragraph holds a placeholder (XX): its words are the template's, not the clerk's. */
  readonly template: boolean;
}

export type WordToken = Extract<Token, { type: 'word' }>;
export type Trigger =
  | { readonly kind: 'change'; readonly sign: 1 | -1; readonly end: number }
  | { readonly kind: 'share'; readonly end: number }
  | { readonly kind: 'complete'; readonly basis: string; readonly end: number }
  | { readonly kind: 'level'; readonly measure: Measure; readonly period: number | null; readonly end: number }
  | { readonly kind: 'base'; readonly end: number };

export interface Clause {
  start: number;
  refs: Ref[];
  /** Labels after 占: the whole of a share. */
  wholes: Ref[];
  trigger: Trigger | null;
  base: Base | null;
  each: boolean;
  none: WordToken | null;
  notFlat: boolean;
  /** Where the last token that means something ended, and where the last word began. */
  last: number;
  mark: number;
  values: number;
  /** A name that no label knows stands before the words: nothing may be borrowed for it. */
  foreign: boolean;
}

/** Which figure of which year an amount is, where its words say so. */
export interface Level {
  readonly measure: Measure;
  readonly period: number | null;
}

export interface Sentence {
  start: number;
  head: Ref | null;
  current: Ref | null;
  /** A label that has no amount yet. */
  open: Ref | null;
  group: readonly Ref[];
  /** What the amounts of the sentence were about, in order. */
  stated: Ref[];
  base: Base | null;
  /** Something was left out of what it compares: its changes are not those of the whole. */
  unlike: boolean;
  list: boolean;
  /** It begins with 其中: all of it tells of parts. */
  parts: boolean;
  /** A semicolon parts the items of the sentence. */
  items: boolean;
  /** Labels are only named here, until one has an amount. */
  purpose: boolean;
  /** The list splits a whole by economic nature that is not known to be 基本支出. */
  byNature: boolean;
  reason: number | null;
  /** The cause tells of a change; then: what follows is what that is made of. */
  moved: 'no' | 'whole' | 'parts';
  budget: string | null;
  /** What all amounts before the list are: its parts are the same. Null where they differ or no word says it. */
  level: Level | null | undefined;
  year: number | null;
  /** The year of the last amount. */
  amountYear: number | null;
  /** The last amount was of something that no label knows. */
  unnamed: boolean;
  /** “货物类采购项目30个”: what some unknown things were counted of; amounts of the whole after it are its own. */
  part: Ref | null;
  /** The last count: an amount after it may be the worth of what it counted. */
  counted: { readonly concept: string; readonly unit: string | null; readonly stop: number } | null;
  /** Counts since the last semicolon or the head of a list: an amount after several is not the last one's alone. */
  counts: number;
  /** Facts that a cause may follow. */
  caused: Stated[];
  lastChange: Stated | null;
}

export const newClause = (start: number): Clause => ({
  start,
  refs: [],
  wholes: [],
  trigger: null,
  base: null,
  each: false,
  none: null,
  notFlat: false,
  last: start,
  mark: start,
  values: 0,
  foreign: false,
});
export const newSentence = (start: number): Sentence => ({
  start,
  head: null,
  current: null,
  open: null,
  group: [],
  stated: [],
  base: null,
  unlike: false,
  list: false,
  parts: false,
  items: false,
  purpose: false,
  byNature: false,
  reason: null,
  moved: 'no',
  budget: null,
  level: undefined,
  year: null,
  amountYear: null,
  unnamed: false,
  part: null,
  counted: null,
  counts: 0,
  caused: [],
  lastChange: null,
});
