/** Years: figures left from another year, and years compared with themselves. */
import { z } from 'zod';
import type { Fact, Finding } from '../contract.ts';
import type { Span } from '../document.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, match, matches } from '../patterns/regex.ts';
import { Expression } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';
import { nameOf } from './message.ts';
import { AMOUNTS } from './operand.ts';

const RULE = 'period';

export const PeriodSchema = z.strictObject({
  base: Expression,
  bases: z.array(z.strictObject({ text: z.string(), year: z.number() })).min(1),
  no_bases: z.array(z.string()).min(1),
  /** 与2023年持平. */
  level: Expression,
  levels: z.array(z.strictObject({ text: z.string(), year: z.number() })).min(1),
  no_levels: z.array(z.string()).min(1),
  /** 比上年. */
  prior: Expression,
  priors: z.array(z.string()).min(1),
  no_priors: z.array(z.string()).min(1),
});
const words = compiledOnce((patterns: Patterns) => {
  const { base, level, prior } = PeriodSchema.parse(patterns.files.get('checks/period'));
  return { base: compile(base), level: compile(level), prior: compile(prior) };
});

interface Said {
  readonly year: number;
  readonly text: string;
  /** The comparison is with the budget of that year. */
  readonly budget: boolean;
}

/** The year that the words before a change compare with; null where they name none. */
export function comparedYear(before: string, patterns: Patterns): Said | null {
  const { base } = words(patterns);
  const found = base.test(before) ? match(base, before) : null;
  const { year, budget } = found?.groups ?? {};
  return found && year ? { year: Number(year), text: found.text, budget: budget !== undefined } : null;
}

/** A year that figures of this one may be compared with: the one before; in a final account also its own budget. */
function rightful({ year, budget }: Said, { report }: Context): boolean {
  const { fiscalYear, kind } = report;
  return fiscalYear === null || year === fiscalYear - 1 || (year === fiscalYear && budget && kind !== 'budget');
}

/** The first comparison with a named year that says that nothing changed. */
export function levelYear(text: string, patterns: Patterns): number | null {
  const year = match(words(patterns).level, text)?.groups.year;
  return year === undefined ? null : Number(year);
}

/** A change against a year that is not the one before. */
function wrongBase(context: Context, fact: Fact): Finding | null {
  const { fiscalYear } = context.report;
  if (fact.source.kind !== 'sentence' || !fact.basis?.startsWith('prior') || fiscalYear === null) return null;
  const before = context.page.before(fact.source.start, 60);
  const said = YEAR.test(before) ? comparedYear(before, context.patterns) : null;
  if (!said || rightful(said, context)) return null;
  return baseFinding(context, said, fact.source, [fact.id]);
}

function baseFinding(
  context: Context,
  { text, year }: Pick<Said, 'text' | 'year'>,
  span: Span,
  facts: readonly string[],
): Finding {
  const fiscalYear = context.report.fiscalYear as number;
  const [key, words] =
    year === fiscalYear
      ? (['period.self', { text, year: String(year) }] as const)
      : (['period.base', { text, expected: String(fiscalYear - 1) }] as const);
  return textFinding(context, RULE, 'stale', span, key, words, facts);
}

/** A number right behind a comparison with another year, of which no fact came just because of that year. */
const NUMBER = /(?<![\d.])\d[\d,]{0,24}(?:\.\d{1,8})?/g;
const CENTURY = '20';
const YEAR = /20\d\d/;
const REACH = 60;
/** Figures of the year stand before the comparison, in its paragraph or the one above. */
const ABOUT = 400;
const FULL_STOP = '\u3002';

/** A comparison with the year before, named as such. */
export function comparesPrior(text: string, patterns: Patterns): boolean {
  return words(patterns).prior.test(text);
}

interface Compared extends Said {
  readonly start: number;
  readonly end: number;
}

function comparisons(text: string, patterns: Patterns): Compared[] {
  const numbers = [...text.matchAll(NUMBER)].flatMap(({ index, 0: printed }): Compared[] => {
    const from = Math.max(0, index - REACH);
    if (text.lastIndexOf(CENTURY, index) < from) return [];
    const said = comparedYear(text.slice(from, index), patterns);
    return said ? [{ ...said, start: index, end: index + printed.length }] : [];
  });
  const level = [...matches(words(patterns).level, text)].map(({ groups, ...found }): Compared => {
    const { year, budget } = groups;
    return { text: found.text, year: Number(year), budget: budget !== undefined, start: found.start, end: found.end };
  });
  return [...numbers, ...level];
}

/** “比上年增加3万元；比2019年减少5万元”: an earlier year beside the one before. */
function beside(said: Compared, text: string, fiscalYear: number, patterns: Patterns): boolean {
  if (said.year >= fiscalYear - 1) return false;
  const sentence = text.slice(text.lastIndexOf(FULL_STOP, said.start) + 1, said.start - said.text.length);
  return comparesPrior(sentence, patterns);
}

function unreadBases(context: Context, told: readonly Finding[]): Finding[] {
  const { page, book, report, patterns } = context;
  const { fiscalYear } = report;
  if (fiscalYear === null) return [];
  // Only near amounts of this year: elsewhere any year may be spoken of.
  const own = book.narrative.filter(({ fact }) => fact.period === fiscalYear).map(({ fact }) => fact.source.start);
  return page.passages.flatMap((passage) => {
    const { text } = passage.folded;
    if (!YEAR.test(text) || !own.some((at) => at >= passage.start - ABOUT && at < passage.end)) return [];
    return comparisons(text, patterns).flatMap((said) => {
      const span = passage.folded.source(said.start, said.end);
      const known = told.some(({ start, end }) => start < span.end && end > span.start);
      if (known || rightful(said, context) || beside(said, text, fiscalYear, patterns)) return [];
      return [baseFinding(context, said, span, [])];
    });
  });
}

/** Figures of an earlier year without any of this one beside them: a paragraph kept from the last report. */
function staleFacts(context: Context): Finding[] {
  const { facts, report, patterns } = context;
  const { fiscalYear, kind } = report;
  if (kind !== 'final' || fiscalYear === null) return [];
  const current = new Set(facts.filter((fact) => fact.period === fiscalYear).map(({ concept }) => concept));
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    const { concept, period, source } = fact;
    if (source.kind !== 'sentence' || !AMOUNTS.has(fact.measure) || fact.value === null) return [];
    if (period === null || period >= fiscalYear || current.has(concept) || seen.has(concept)) return [];
    seen.add(concept);
    const what = { zh: nameOf(fact, 'zh', patterns), en: nameOf(fact, 'en', patterns) };
    const words = { what, year: String(period), fiscal: String(fiscalYear) };
    return [textFinding(context, RULE, 'stale', source, 'period.stale', words, [fact.id])];
  });
}

export function periodFindings(context: Context): Finding[] {
  const changes = context.facts.filter(({ measure }) => measure === 'change_amount' || measure === 'change_rate');
  const bases = changes.flatMap((fact) => wrongBase(context, fact) ?? []);
  const found = [...bases, ...unreadBases(context, bases), ...staleFacts(context)];
  const count = context.ledger.count(RULE);
  if (found.length === 0) count.pass++;
  else count.fail += found.length;
  return found;
}
