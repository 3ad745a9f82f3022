/** The words of patterns/sentences, compiled: labels, families, the words around numbers, counters and subjects. */
import { z } from 'zod';
import { compiledOnce, type Patterns } from '../../patterns/load.ts';
import { isOpening, mayMatch, needlesOf } from '../../patterns/needles.ts';
import { type Beside, beside, Prefixes } from '../../patterns/prefixes.ts';
import { compile, type Match, matches } from '../../patterns/regex.ts';
import { ConceptId, Expression, SubpatternMap } from '../../patterns/schema.ts';
import { Search } from '../../patterns/search.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { classification } from '../classification.ts';
import { NameLengths } from '../name-lengths.ts';
import { numberPack } from './mentions.ts';

const ByFamily = z.union([z.string(), z.null(), z.record(z.string(), z.string().nullable())]);
const PairByFamily = z.union([
  z.tuple([z.string(), z.string()]),
  z.record(z.string(), z.tuple([z.string(), z.string()])),
]);
export const LabelPack = z.strictObject({
  subpatterns: SubpatternMap,
  labels: z.array(
    z.strictObject({
      label: Expression,
      concept: ByFamily.default(null),
      nothing: z.boolean().default(false),
      both: z.tuple([z.string(), z.string()]).optional(),
      pair: PairByFamily.optional(),
      measure: z.literal('budget').optional(),
      aside: z.boolean().default(false),
      after: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
export const FamilyPack = z.strictObject({
  expenditure: z.record(z.string(), z.string()),
  head: z.record(z.string(), z.array(z.string())),
  by_function: z.record(z.enum(['final', 'budget']), z.record(z.string(), z.string())),
  functional: Expression,
  kinds: z.record(
    z.string(),
    z.strictObject({
      families: z.array(z.string()).default([]),
      topic: z.string().nullable().default(null),
      items: z.boolean().default(false),
      silent: z.boolean().default(false),
      generic: z.boolean().default(false),
      apart: z.boolean().default(false),
      without: Expression.nullable().default(null),
    }),
  ),
});
const ROLES = [
  'base',
  'unlike',
  'item',
  'up',
  'down',
  'above',
  'below',
  'either',
  'becomes',
  'flat',
  'notflat',
  'complete',
  'share',
  'budget',
  'final',
  'execution',
  'list',
  'within',
  'purpose',
  'use',
  'maybe',
  'each',
  'reason',
  'none',
  'zero',
] as const;
export type Role = (typeof ROLES)[number];
const Words = z.array(Expression);
export const WordPack = z.strictObject({
  subpatterns: SubpatternMap,
  nouns: z.record(z.enum(['prior_final', 'prior_budget', 'prior_execution']), Expression),
  adjusted: Expression,
  words: z.strictObject({
    ...(Object.fromEntries(ROLES.map((role) => [role, Words])) as Record<Role, typeof Words>),
    level: Words,
    together: Expression,
    joint: Expression,
    earlier: Expression,
    dated: Expression,
    each_one: Expression,
    conditional: Expression,
    filler: Expression,
    foreign: Expression,
    neutral: Expression,
    organisation: Expression,
    government: Expression,
    generic: Expression,
    economic: Expression,
  }),
});
export const CountPack = z.strictObject({
  worth: z.array(
    z.strictObject({ after: z.array(ConceptId), concept: ConceptId, left: Expression.optional(), gap: Expression }),
  ),
  subpatterns: SubpatternMap,
  counts: z.array(
    z.strictObject({
      concept: ConceptId,
      unit: z.array(z.string()),
      left: Expression,
      not_left: Expression.optional(),
      right: Expression.optional(),
      with: Expression.optional(),
      report: z.enum(['final', 'budget']).optional(),
      in: z.array(z.string()).optional(),
    }),
  ),
});
export const SubjectPack = z.strictObject({
  subpatterns: SubpatternMap,
  mark: Expression,
  chain: Expression,
  coded: Expression,
  named_coded: Expression,
  quoted: Expression,
  numbered: Expression,
  item: Expression,
  before: Expression,
  after: Expression,
  boundary: Expression,
  project: Expression,
  project_before: Expression,
  project_item: Expression,
  project_named: Expression,
  project_evaluated: Expression,
  project_heading: Expression,
  project_word: Expression,
  project_mentioned: Expression,
  suffix: z.string(),
  remainder: Expression,
  aliases: z.record(z.string(), z.string()),
});

type ByFamily = z.infer<typeof ByFamily>;
export interface Label {
  readonly id: string;
  readonly regex: RegExp;
  readonly concept: ByFamily;
  readonly both: readonly [string, string] | null;
  readonly pair: z.infer<typeof PairByFamily> | null;
  readonly budget: boolean;
  readonly aside: boolean;
  /** A matter that no concept of the vocabulary names. */
  readonly nothing: boolean;
  readonly after: Readonly<Record<string, string>>;
}
export interface Word {
  readonly role: Role;
  readonly regex: RegExp;
}
export interface CountRule {
  readonly concept: string;
  readonly units: ReadonlySet<string>;
  readonly left: Beside;
  /** Words without which `left` fits nothing. */
  readonly needles: readonly string[] | null;
  readonly notLeft: RegExp | null;
  readonly right: RegExp | null;
  readonly with: RegExp | null;
  readonly report: 'final' | 'budget' | null;
  readonly in: readonly string[] | null;
}
export interface SectionKind {
  readonly families: readonly string[];
  readonly topic: string | null;
  readonly items: boolean;
  readonly silent: boolean;
  readonly generic: boolean;
  readonly apart: boolean;
  readonly without: string | null;
}

/** An expression that is looked for all over a text, if at all. */
function finder(source: string, subs: Record<string, string>) {
  const regex = compile(source, subs, 'g');
  const needles = needlesOf(regex);
  // One that begins with the text can be seen from its first characters.
  const opening = isOpening(regex) ? new Prefixes([regex]) : null;
  const can = (text: string) => (opening ? opening.at(text, 0).owners.length > 0 : mayMatch(text, needles));
  return (text: string): readonly Match[] => {
    if (!can(text)) return NOTHING_FOUND;
    regex.lastIndex = 0;
    return regex.test(text) ? [...matches(regex, text)] : NOTHING_FOUND;
  };
}
const NOTHING_FOUND: readonly Match[] = [];

function countRule(raw: z.infer<typeof CountPack>['counts'][number], subs: Record<string, string>): CountRule {
  const left = beside(raw.left, subs, 'before');
  return {
    concept: raw.concept,
    units: new Set(raw.unit),
    left,
    needles: needlesOf(left.regex),
    notLeft: optional(raw.not_left, subs),
    right: optional(raw.right, subs),
    with: optional(raw.with, subs),
    report: raw.report ?? null,
    in: raw.in ?? null,
  };
}

function byUnit(rules: readonly CountRule[]): ReadonlyMap<string, readonly CountRule[]> {
  const all = new Map<string, CountRule[]>();
  for (const rule of rules) for (const unit of rule.units) all.set(unit, [...(all.get(unit) ?? []), rule]);
  return all;
}

const optional = (source: string | undefined, subs: Record<string, string>) =>
  source === undefined ? null : compile(source, subs);

export const lexicon = compiledOnce((patterns: Patterns) => {
  const at = (name: string) => patterns.files.get(`sentences/${name}`);
  const labels = LabelPack.parse(at('labels'));
  const families = FamilyPack.parse(at('families'));
  const words = WordPack.parse(at('words'));
  const counts = CountPack.parse(at('counts'));
  const subjects = SubjectPack.parse(at('subjects'));
  const { concepts } = vocabulary(patterns);
  const labelled = labels.labels.map(
    (raw): Label => ({
      id: `label#${nameOf(raw)}`,
      regex: compile(raw.label, labels.subpatterns, 'y'),
      concept: raw.concept,
      both: raw.both ?? null,
      pair: raw.pair ?? null,
      budget: raw.measure === 'budget',
      aside: raw.aside,
      nothing: raw.nothing,
      after: raw.after,
    }),
  );
  const spoken = ROLES.flatMap((role) =>
    words.words[role].map((source): Word => ({ role, regex: compile(source, words.subpatterns, 'y') })),
  );
  const counted = counts.counts.map((raw) => countRule(raw, counts.subpatterns));
  return {
    concepts,
    families,
    /** What was worked out before: the packs ask for few things, and every sentence for some of them. */
    known: {
      families: new WeakMap<SectionKind, Map<string | null, readonly string[]>>(),
      concepts: new WeakMap<readonly string[], Map<ByFamily, string | null>>(),
    },
    functional: compile(families.functional),
    without: new Map(
      Object.values(families.kinds).flatMap((k) => (k.without ? [[k.without, compile(k.without)]] : [])),
    ),
    worth: counts.worth.map((raw) => ({
      after: new Set(raw.after),
      concept: raw.concept,
      left: optional(raw.left, counts.subpatterns),
      gap: compile(raw.gap, counts.subpatterns),
    })),
    labels: labelled,
    words: spoken,
    /** The labels, and after them the words. */
    search: new Search([...labelled, ...spoken].map(({ regex }) => regex)),
    /** Words that state something without a number. */
    wordy: compile([...words.words.flat, ...words.words.none, ...words.words.zero].join('|'), words.subpatterns),
    level: compile(`^(?:${words.words.level.join('|')})`),
    together: compile(words.words.together),
    between: numberPack(patterns).between,
    points: numberPack(patterns).points,
    joint: compile(`^(?:${words.words.joint})?$`),
    earlier: compile(`^(?:${words.words.earlier})$`),
    dated: compile(words.words.dated),
    each_one: beside(words.words.each_one, {}, 'after'),
    conditional: compile(words.words.conditional, words.subpatterns),
    filler: compile(`^${words.words.filler}{0,6}$`, words.subpatterns),
    foreign: compile(words.words.foreign, words.subpatterns),
    neutral: compile(words.words.neutral, words.subpatterns, 'g'),
    organisation: compile(words.words.organisation),
    government: compile(words.words.government),
    generic: beside(`${words.words.generic}$`, words.subpatterns, 'before'),
    economic: compile(words.words.economic),
    nouns: Object.entries(words.nouns).map(([basis, source]) => ({ basis, regex: compile(source as string) })),
    adjusted: compile(words.adjusted),
    counts: counted,
    countsOf: byUnit(counted),
    subjects: {
      mark: compile(subjects.mark),
      chain: compile(subjects.chain, subjects.subpatterns, 'g'),
      coded: finder(subjects.coded, subjects.subpatterns),
      namedCoded: finder(subjects.named_coded, subjects.subpatterns),
      quoted: finder(subjects.quoted, subjects.subpatterns),
      numbered: compile(subjects.numbered),
      item: compile(subjects.item, subjects.subpatterns),
      before: compile(subjects.before, subjects.subpatterns),
      after: beside(subjects.after, subjects.subpatterns, 'after'),
      boundary: beside(subjects.boundary, subjects.subpatterns, 'before'),
      remainder: compile(subjects.remainder),
      aliases: new Map(Object.entries(subjects.aliases)),
      /** Of what the dictionary knows and of the aliases. */
      lengths: new NameLengths([...classification(patterns).printed(), ...Object.keys(subjects.aliases)]),
      projectBefore: compile(subjects.project_before, subjects.subpatterns),
      projectWord: compile(subjects.project_word),
      projectMentioned: compile(subjects.project_mentioned),
      suffix: subjects.suffix,
      projectNamed: finder(subjects.project_named, subjects.subpatterns),
      projectHeading: finder(subjects.project_heading, subjects.subpatterns),
      projectEvaluated: finder(subjects.project_evaluated, subjects.subpatterns),
      projectItem: finder(subjects.project_item, subjects.subpatterns),
      project: compile(subjects.project, subjects.subpatterns),
    },
  };
});
export type Lexicon = ReturnType<typeof lexicon>;

/** The first concept that a label can have: what `explain` and the records call it. */
function nameOf({ concept, both }: z.infer<typeof LabelPack>['labels'][number]): string {
  const named = typeof concept === 'string' ? concept : Object.values(concept ?? {}).find((id) => id !== null);
  return named ?? both?.[0] ?? 'nothing';
}

const UNKNOWN: SectionKind = {
  families: [],
  topic: null,
  items: false,
  silent: false,
  generic: false,
  apart: false,
  without: null,
};

/** What a section of this kind is about; null where neither the kind nor one above it is known. */
export function sectionKind(kind: string | null, lex: Lexicon): SectionKind | null {
  for (let name = kind ?? ''; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = lex.families.kinds[name];
    if (found) return found;
  }
  return null;
}
export const NO_KIND = UNKNOWN;

/** The family of what is about all funds together. */
export const ALL = 'all';

/** The families of a section, after those that an opening label of this concept brings with it. */
export function familiesWithin(kind: SectionKind, concept: string | null, lex: Lexicon): readonly string[] {
  const known = within(lex.known.families, kind);
  let families = known.get(concept);
  if (!families) {
    const brought = concept === null ? [] : familiesOf(concept, lex);
    // What is about one fund is not about all funds together, whatever the section.
    const others = brought.length > 0 && !brought.includes(ALL);
    families = [...brought, ...kind.families.filter((family) => !others || family !== ALL)];
    known.set(concept, families);
  }
  return families;
}

/** The families that an opening label of this concept brings with it. */
function familiesOf(concept: string, lex: Lexicon): readonly string[] {
  let best = '';
  for (const prefix of Object.keys(lex.families.head)) {
    if (concept.startsWith(prefix) && prefix.length > best.length) best = prefix;
  }
  return lex.families.head[best] ?? [];
}

function within<K extends object, Inner, V>(all: WeakMap<K, Map<Inner, V>>, key: K): Map<Inner, V> {
  const inner = all.get(key) ?? new Map<Inner, V>();
  all.set(key, inner);
  return inner;
}

/** Which of the values by family holds among these families, the first family first. */
export function byFamily<T>(values: Readonly<Record<string, T>>, families: readonly string[]): T | undefined {
  for (const family of families) if (family in values) return values[family];
  return values.else;
}

/** The concept of a label among families that `familiesWithin` gave; null where it means nothing there. */
export function conceptOf(concept: ByFamily, families: readonly string[], lex: Lexicon): string | null {
  const known = within(lex.known.concepts, families);
  let named = known.get(concept);
  if (named === undefined) {
    named = conceptAmong(concept, families, lex);
    known.set(concept, named);
  }
  return named;
}

function conceptAmong(concept: ByFamily, families: readonly string[], lex: Lexicon): string | null {
  const raw = typeof concept === 'object' && concept !== null ? byFamily(concept, families) : concept;
  if (!raw) return null;
  const resolved = raw.replace('{e}', byFamily(lex.families.expenditure, families) ?? '');
  return lex.concepts.has(resolved) ? resolved : null;
}
