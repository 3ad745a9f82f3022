/** Years: figures left from another year, and years compared with themselves. */
import { z } from 'zod';
import type { Fact, Finding } from '../contract.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, match } from '../patterns/regex.ts';
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
});
const words = compiledOnce((patterns: Patterns) =>
  compile(PeriodSchema.parse(patterns.files.get('checks/period')).base),
);

/** The year that the words before a change compare with; null where they name none. */
export function comparedYear(before: string, patterns: Patterns): { year: number; text: string } | null {
  const found = words(patterns).test(before) ? match(words(patterns), before) : null;
  return found?.groups.year ? { year: Number(found.groups.year), text: found.text } : null;
}

/** A change against a year that is not the one before. */
function wrongBase(context: Context, fact: Fact): Finding | null {
  const { fiscalYear } = context.report;
  if (fact.source.kind !== 'sentence' || !fact.basis?.startsWith('prior') || fiscalYear === null) return null;
  const said = comparedYear(context.page.before(fact.source.start, 60), context.patterns);
  if (!said || said.year === fiscalYear - 1) return null;
  const year = String(said.year);
  if (said.year === fiscalYear) {
    return textFinding(context, RULE, 'stale', fact.source, 'period.self', { text: said.text, year }, [fact.id]);
  }
  const words = { text: said.text, expected: String(fiscalYear - 1) };
  return textFinding(context, RULE, 'stale', fact.source, 'period.base', words, [fact.id]);
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
  const found = [...changes.flatMap((fact) => wrongBase(context, fact) ?? []), ...staleFacts(context)];
  const count = context.ledger.count(RULE);
  if (found.length === 0) count.pass++;
  else count.fail += found.length;
  return found;
}
