/**
 * Mentions: every number printed in a paragraph, with what it is. Values (money, percent, count, bare) go on to the
 * sentence patterns; the other classes are counted as ignored.
 */
import { z } from 'zod';
import { Contexts } from '../../patterns/contexts.ts';
import { compiledOnce } from '../../patterns/load.ts';
import { beside, Prefixes } from '../../patterns/prefixes.ts';
import { compile } from '../../patterns/regex.ts';
import { Expression } from '../../patterns/schema.ts';
import { Search } from '../../patterns/search.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';

export type ValueClass = 'money' | 'percent' | 'count' | 'bare';
export type IgnoredClass = 'date' | 'ordinal' | 'code' | 'threshold' | 'formula' | 'other';
export type MentionClass = ValueClass | IgnoredClass;

/** A number in folded text. `start`/`end` cover the number; `stop` is where the unit after it ends. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly stop: number;
  readonly text: string;
  readonly class: MentionClass;
  /** The unit as printed, also where it was distributed from a later number; null where there is none. */
  readonly unit: string | null;
  /** The counter that the words before a count without a unit name: 人 of 编制人数42. */
  readonly counter: string | null;
  readonly distributed: boolean;
  readonly approximate: boolean;
  readonly placeholder: boolean;
}

const Rule = z.strictObject({
  class: z.enum(['date', 'ordinal', 'code', 'threshold', 'formula', 'other']),
  number: Expression.optional(),
  left: Expression.optional(),
  right: Expression.optional(),
  not: z.literal('unit').optional(),
});
export const NumberSchema = z.strictObject({
  counters: z.array(z.string()),
  counted: z.array(z.strictObject({ left: Expression, counter: z.string() })),
  between: Expression,
  apart: Expression,
  points: z.string(),
  year: z.string(),
  bare_money: Expression,
  approximate: z.strictObject({ left: Expression, right: Expression }),
  /** Words that a signed number may follow without a space. */
  signed_after: Expression,
  placeholder: Expression,
  rules: z.array(Rule),
  examples: z.array(z.strictObject({ text: z.string(), classes: z.array(z.string()) })),
});

const CONTEXT = 40;
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** What a unit makes of its number. */
const UNITS = ['money', 'percent', 'count'] as const;
const longestFirst = (units: readonly string[]) => [...units].sort((a, b) => b.length - a.length).map(literally);
const anyOf = (units: readonly string[]) => new RegExp(`(?:${longestFirst(units).join('|')})`, 'uy');

export const numberPack = compiledOnce((patterns) => {
  const pack = NumberSchema.parse(patterns.files.get('numbers'));
  const units = vocabulary(patterns);
  const money = longestFirst([...units.money.keys()].filter((unit) => /\p{Script=Han}{1,2}元|^元$/u.test(unit)));
  const rules = pack.rules.map((rule) => ({
    class: rule.class,
    number: rule.number === undefined ? null : compile(rule.number),
    left: rule.left === undefined ? null : compile(rule.left),
    right: rule.right === undefined ? null : compile(`^(?:${rule.right})`),
    withoutUnit: rule.not === 'unit',
  }));
  const counted = pack.counted.map(({ left, counter }) => ({ left: compile(left), counter }));
  return {
    examples: pack.examples,
    /** By class, as UNITS lists them. */
    units: new Search([
      compile(`(?:${money.join('|')}|${pack.bare_money})`, {}, 'y'),
      anyOf([pack.points, ...units.percent]),
      anyOf([...new Set([...units.counters, ...pack.counters])]),
    ]),
    between: compile(`^(?:${pack.between})$`),
    apart: compile(pack.apart),
    points: pack.points,
    year: pack.year,
    counted,
    countedLefts: new Prefixes(
      counted.map(({ left }) => left),
      'before',
    ),
    approximate: {
      left: beside(pack.approximate.left, {}, 'before'),
      right: beside(pack.approximate.right, {}, 'after'),
    },
    token: compile(
      `(?:(?=[+-])(?:(?<![0-9A-Za-z\\p{Script=Han}])|(?<=${pack.signed_after}))[+-])?(?:[0-9]{1,3}(?:(?:,[0-9]{3}){1,8}|(?:\uff0c[0-9]{3}){1,8})(?![0-9])|[0-9]{1,24})(?:\\.[0-9]{1,12})?|${pack.placeholder}`,
      {},
      'g',
    ),
    placeholder: beside(`^${pack.placeholder}$`, {}, 'after'),
    anyPlaceholder: compile(pack.placeholder),
    rules,
    /** Which rules a number and what stands around it allow. */
    contexts: new Contexts(rules.map(({ left, number, right }) => ({ left, inside: number, right }))),
  };
});
type NumberPack = ReturnType<typeof numberPack>;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The Chinese comma, which some use between thousands. */
const COMMA = '\uff0c';
const GLUED = /^([0-9]{1,2})\.((?:19|20)[0-9]{2})$/;

/** “3，210.5万元” is one number, “分别为3，210万元” are two. */
function grouped(token: Token, text: string, pack: NumberPack): Token[] {
  if (!pack.apart.test(text.slice(Math.max(0, token.start - 12), token.start))) {
    return [{ ...token, text: token.text.replaceAll(COMMA, ',') }];
  }
  let start = token.start;
  return token.text.split(COMMA).map((part) => {
    const piece = { start, end: start + part.length, text: part };
    start = piece.end + 1;
    return piece;
  });
}

/** Number tokens; a list number glued to a year (“1.2024年”) is two. */
function tokens(text: string, pack: NumberPack): Token[] {
  const found: Token[] = [];
  pack.token.lastIndex = 0;
  for (let match = pack.token.exec(text); match; match = pack.token.exec(text)) {
    const token = { start: match.index, end: match.index + match[0].length, text: match[0] };
    if (token.text.includes(COMMA)) {
      found.push(...grouped(token, text, pack));
      continue;
    }
    const glued = text.startsWith(pack.year, token.end) ? GLUED.exec(token.text) : null;
    if (glued) {
      const cut = token.start + (glued[1] as string).length;
      found.push({ start: token.start, end: cut, text: glued[1] as string });
      found.push({ start: cut + 1, end: token.end, text: glued[2] as string });
    } else found.push(token);
  }
  return found;
}

function ignoredClass(token: Token, text: string, hasUnit: boolean, pack: NumberPack): IgnoredClass | null {
  for (const index of pack.contexts.at(text, token.start, token.end, token.text)) {
    const rule = pack.rules[index] as NumberPack['rules'][number];
    if (rule.withoutUnit && hasUnit) continue;
    if (rule.number && !rule.number.test(token.text)) continue;
    if (rule.right && !rule.right.test(text.slice(token.end, token.end + CONTEXT))) continue;
    if (rule.left && !rule.left.test(text.slice(Math.max(0, token.start - CONTEXT), token.start))) continue;
    return rule.class;
  }
  return null;
}

function counterBefore(token: Token, text: string, pack: NumberPack): string | null {
  for (const index of pack.countedLefts.at(text, token.start).owners) {
    const { left, counter } = pack.counted[index] as NumberPack['counted'][number];
    if (left.test(text.slice(Math.max(0, token.start - CONTEXT), token.start))) return counter;
  }
  return null;
}

function isApproximate(text: string, start: number, stop: number, { left, right }: NumberPack['approximate']): boolean {
  return (
    (left.can(text, start) && left.regex.test(text.slice(Math.max(0, start - 4), start))) ||
    (right.can(text, stop) && right.regex.test(text.slice(stop, stop + 4)))
  );
}

const WHOLE = /^\d+$/;

function mentionAt(token: Token, text: string, pack: NumberPack): Mention {
  const unit = pack.units.first(text, token.end);
  const placeholder = pack.placeholder.can(token.text, 0) && pack.placeholder.regex.test(token.text);
  const ignored = placeholder ? null : ignoredClass(token, text, unit !== null, pack);
  const stop = unit && !ignored ? unit.end : token.end;
  const counter = ignored || unit || !WHOLE.test(token.text) ? null : counterBefore(token, text, pack);
  return {
    start: token.start,
    end: token.end,
    text: token.text,
    stop,
    class: ignored ?? (unit ? (UNITS[unit.index] as ValueClass) : counter ? 'count' : 'bare'),
    unit: stop > token.end ? text.slice(token.end, stop) : null,
    counter,
    distributed: false,
    approximate: isApproximate(text, token.start, stop, pack.approximate),
    placeholder,
  };
}

/** “A、B万元”: a number before a list mark takes the unit of the next one when it has none itself. */
function distribute(mentions: Mention[], text: string, pack: NumberPack): Mention[] {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const mention = mentions[i] as Mention;
    const next = mentions[i + 1] as Mention;
    if (mention.class !== 'bare' || !next.unit) continue;
    if (!pack.between.test(text.slice(mention.stop, next.start))) continue;
    mentions[i] = { ...mention, class: next.class, unit: next.unit, distributed: true };
  }
  return mentions;
}

/** All mentions of a folded paragraph in print order. A placeholder without a unit is no mention. */
export function findMentions(text: string, pack: NumberPack): Mention[] {
  const found: Mention[] = [];
  for (const token of tokens(text, pack)) {
    const mention = mentionAt(token, text, pack);
    if (!mention.placeholder || mention.unit !== null) found.push(mention);
  }
  return distribute(found, text, pack);
}

export function isValueClass(name: MentionClass): name is ValueClass {
  return name === 'money' || name === 'percent' || name === 'count' || name === 'bare';
}

export function isValue(mention: Mention): mention is Mention & { class: ValueClass } {
  return isValueClass(mention.class);
}
