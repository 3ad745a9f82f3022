/** How a number in a sentence was read, for `explain`: its clause, all that could have explained it, and what did. */
import type { Measure } from '../../contract.ts';
import type { Span } from '../../document.ts';
import type { Folded } from '../../fold.ts';
import { match } from '../../patterns/regex.ts';
import { conceptOf, type Label, type Lexicon, type Role } from './lexicon.ts';
import { isValue, type Mention } from './mentions.ts';
import type { Stated } from './state.ts';
import type { Token } from './tokens.ts';

export interface Candidate {
  readonly kind: 'label' | 'subject' | 'word' | 'count';
  /** As folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where a pack says so: `label#income.total`, `words.up`, `counts.12`. */
  readonly pattern: string;
  /** What it means here; null where it means nothing in this section. */
  readonly says: string | null;
  /** How near it stands to the number. */
  readonly place: 'clause' | 'sentence' | 'paragraph';
  readonly won: boolean;
}

export interface Reading {
  readonly sentence: string;
  readonly clause: string;
  readonly candidates: readonly Candidate[];
  readonly why: string;
}

/** What the words of each role say of the number near them. */
const SAYS: Readonly<Partial<Record<Role, string>>> = {
  base: 'what it is compared with',
  unlike: 'something is left out of the comparison',
  item: 'a list number: another statement begins',
  up: 'an increase',
  down: 'a decrease',
  either: 'an increase or a decrease: both words of the template',
  becomes: 'the new state after a change',
  above: 'more than what it is compared with',
  below: 'less than what it is compared with',
  flat: 'no change',
  notflat: 'almost no change, which is no number',
  complete: 'a share of the budget that was used',
  share: 'a share of a whole',
  budget: 'the budget figure',
  final: 'the final figure',
  execution: 'the figure executed',
  list: 'parts of a whole follow',
  purpose: 'what it is for follows',
  use: 'what it is for follows',
  maybe: 'a cause or a purpose follows',
  each: 'one figure for each label',
  reason: 'a cause is told from here on',
  none: 'what follows is denied',
  zero: 'nothing',
};

/** The words that make a number of this measure. */
const MAKES: Readonly<Partial<Record<Measure, readonly Role[]>>> = {
  change_amount: ['up', 'down', 'either', 'becomes', 'above', 'below', 'flat', 'base'],
  change_rate: ['up', 'down', 'either', 'base'],
  completion_rate: ['complete'],
  share: ['share'],
  budget: ['budget'],
  final: ['final'],
  execution: ['execution'],
};

export interface ReadingContext {
  readonly folded: Folded;
  readonly tokens: readonly Token[];
  readonly families: readonly string[];
  readonly silent: boolean;
  readonly lex: Lexicon;
}

const ENDS = /[。！？]/;
const CLAUSE_ENDS = /[，；。！？：、（）]/;

export function readingOf(mention: Mention, stated: readonly Stated[], context: ReadingContext): Reading {
  const { text } = context.folded;
  const fact = stated.find(({ start }) => start === mention.start) ?? null;
  const sentence = around(text, mention.start, mention.stop, ENDS);
  const own = around(text, mention.start, mention.stop, CLAUSE_ENDS);
  const clause = fact ? { start: Math.min(fact.clause.start, mention.start), end: own.end } : own;
  const at = { mention, fact, sentence, clause };
  const named = isValue(mention) ? onlyLast(context.tokens.flatMap((token) => candidate(token, at, context))) : [];
  const candidates = [
    // Of what stands in other sentences only what won is of interest.
    ...named.filter(({ place, won }) => place !== 'paragraph' || won),
    ...counts(mention, fact, sentence.start, context),
  ];
  return {
    sentence: text.slice(sentence.start, sentence.end),
    clause: text.slice(clause.start, clause.end),
    candidates,
    why: why(mention, fact, candidates, context),
  };
}

function around(text: string, start: number, end: number, mark: RegExp): Span {
  let from = start;
  while (from > 0 && !mark.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < text.length && !mark.test(text[to] as string)) to++;
  return { start: from, end: to };
}

interface At {
  readonly mention: Mention;
  readonly fact: Stated | null;
  readonly sentence: Span;
  readonly clause: Span;
}

function candidate(token: Token, at: At, { folded, families, lex }: ReadingContext): Candidate[] {
  const { mention, fact } = at;
  const { start, end } = token;
  const before = fact !== null && start <= mention.start;
  const place = within(token, at.clause) ? 'clause' : within(token, at.sentence) ? 'sentence' : 'paragraph';
  const common = { text: folded.text.slice(start, end), ...folded.source(start, end), place } as const;
  if (token.type === 'label') {
    const { label } = token;
    const says = meaning(label, families, lex);
    const whole = fact?.measure === 'share' && says === fact.basis && place === 'clause';
    const won = before && (fact.pattern.endsWith(` ${label.id}`) || whole);
    return [{ kind: 'label', ...common, pattern: label.id, says: won && !whole ? fact.concept : says, won }];
  }
  if (token.type === 'subject') {
    const { path, scheme } = token.subject;
    const won = before && fact.subject?.path.at(-1) === path.at(-1);
    return [{ kind: 'subject', ...common, pattern: `subjects ${scheme}`, says: path.join('/'), won }];
  }
  if (token.type === 'word') {
    const { role } = token;
    const won = before && place === 'clause' && (MAKES[fact.measure]?.includes(role) ?? false);
    return [{ kind: 'word', ...common, pattern: `words.${role}`, says: SAYS[role] ?? role, won }];
  }
  return [];
}

const within = ({ start, end }: Span, outer: Span) => start >= outer.start && end <= outer.end;

/** Of several labels that could have won the one next to the number did; the same of subjects. */
function onlyLast(candidates: readonly Candidate[]): Candidate[] {
  const key = ({ kind, says }: Candidate) => `${kind} ${says}`;
  const last = new Map<string, Candidate>();
  for (const each of candidates) if (each.won && each.kind !== 'word') last.set(key(each), each);
  return candidates.map((each) =>
    each.won && each.kind !== 'word' && last.get(key(each)) !== each ? { ...each, won: false } : each,
  );
}

function meaning(label: Label, families: readonly string[], lex: Lexicon): string | null {
  const both = label.both ?? (Array.isArray(label.pair) ? label.pair : null);
  return conceptOf(label.concept, families, lex) ?? (both ? both.join(' and ') : null);
}

/** Rules of patterns/sentences/counts.yaml for the counter, whose words stand before the number. */
function counts(mention: Mention, fact: Stated | null, from: number, context: ReadingContext): Candidate[] {
  if (!mention.unit || (mention.class !== 'count' && mention.class !== 'percent')) return [];
  const { folded, families, lex } = context;
  const left = folded.text.slice(Math.max(from, mention.start - 80), mention.start);
  const right = folded.text.slice(mention.stop, mention.stop + 40);
  const fitting = lex.counts.flatMap((rule, i) => {
    const found = rule.units.has(mention.unit as string) ? match(rule.left.regex, left) : null;
    if (!found || found.text === '') return [];
    const here = !rule.in || rule.in.some((family) => families.includes(family));
    const fits = !rule.notLeft?.test(left) && (rule.right?.test(right) ?? true) && (rule.with?.test(left) ?? true);
    return [{ rule, i, found, here: here && fits }];
  });
  const first = fitting.find(({ rule, here }) => here && rule.concept === fact?.concept);
  return fitting.map((each): Candidate => {
    const start = mention.start - left.length + each.found.start;
    const found = { text: each.found.text, ...folded.source(start, start + Math.max(1, each.found.text.length)) };
    const says = each.here ? each.rule.concept : null;
    const won = each === first && fact?.measure === 'count';
    return { kind: 'count', ...found, pattern: `counts.${each.i}`, says, place: 'clause', won };
  });
}

function why(
  mention: Mention,
  fact: Stated | null,
  candidates: readonly Candidate[],
  { silent }: ReadingContext,
): string {
  if (fact) return whyStated(fact, candidates);
  if (!isValue(mention)) return `a number of class ${mention.class} states nothing`;
  if (silent) return 'definitions, duties, annexes and the reports of a government state no facts of a department';
  if (mention.class === 'bare') return 'the number has no unit, and no other number of its list gives it one';
  const labels = candidates.filter(({ kind }) => kind !== 'word');
  if (labels.length === 0) return 'no label, subject or counted thing stands in its sentence';
  const near = labels.filter(({ place }) => place === 'clause');
  if (near.length === 0) return 'the labels of its sentence stand in other clauses, and nothing carries one over';
  const deaf = near.filter(({ says }) => says === null);
  if (deaf.length === near.length) return `in this section ${quoted(near)} means nothing that the vocabulary knows`;
  return `${quoted(near)} stands near it, but no rule binds it to a number of this kind`;
}

const WHERE = { clause: 'in its clause', sentence: 'in its sentence', paragraph: 'in a sentence before' } as const;

function whyStated(fact: Stated, candidates: readonly Candidate[]): string {
  const won = candidates.filter((each) => each.won);
  const about =
    won.find(({ kind }) => kind === 'label' || kind === 'count') ?? won.find(({ kind }) => kind === 'subject');
  const words = won.filter(({ kind }) => kind === 'word');
  const parts = [
    about
      ? `“${about.text}” ${WHERE[about.place]} names ${fact.concept}`
      : `its clause names nothing; ${fact.concept} is what the words before it, or the section, are about`,
    ...(words.length > 0
      ? [`${quoted(words)} makes it ${fact.measure}`]
      : [`nothing says otherwise, so it is ${fact.measure}`]),
    ...(fact.basis ? [`on ${fact.basis}`] : []),
  ];
  return parts.join('; ');
}

const quoted = (candidates: readonly Candidate[]) => [...new Set(candidates.map(({ text }) => `“${text}”`))].join(', ');
