/** Words that say which of two amounts is larger, against the amounts. */
import { z } from 'zod';
import type { Span } from '../document.ts';
import { Decimal } from '../number.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, type Match, matches } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { below, type Interval, negate } from './interval.ts';
import { type Failure, verdictOf } from './ledger.ts';
import type { Operand } from './operand.ts';

const RULE = 'direction';
/** The amounts stand in the same sentence or the one before. */
const REACH = 300;
const WHOLE: Interval = { low: new Decimal(100), high: new Decimal(100) };

export const DirectionSchema = z.strictObject({
  subpatterns: SubpatternMap.default({}),
  /** 决算数大于预算数, with the groups `more` or `less`. */
  comparison: Expression,
  comparisons: z.array(
    z.strictObject({ text: z.string(), more: z.literal(true).optional(), less: z.literal(true).optional() }),
  ),
  no_comparisons: z.array(z.string()).min(1),
  /** 减少 right before a number. */
  decrease: Expression,
  decreases: z.array(z.string()).min(1),
  no_decreases: z.array(z.string()).min(1),
});
const words = compiledOnce((patterns: Patterns) => {
  const { subpatterns, comparison, decrease } = DirectionSchema.parse(patterns.files.get('checks/direction'));
  return { comparison: compile(comparison, subpatterns), decrease: compile(decrease, subpatterns) };
});

export function directionWords(patterns: Patterns): { comparison: RegExp; decrease: RegExp } {
  return words(patterns);
}

/** A printed amount or rate, what the words compare it with, and the operands of that. */
type Comparison = readonly [Operand, Interval, readonly Operand[]];

/** What words may be about: every final amount with its budget, and every completion rate, since the words before. */
function compared(operands: readonly Operand[], from: number, to: number, budgets: readonly string[]): Comparison[] {
  const near = operands.filter(
    ({ fact: { source } }) => source.start >= from && source.end <= to && to - source.start < REACH,
  );
  return near.flatMap((operand): Comparison[] => {
    const { measure, basis, concept, period } = operand.fact;
    if (measure === 'completion_rate' && budgets.includes(basis ?? '')) return [[operand, WHOLE, []]];
    if (measure !== 'final') return [];
    const budget = near.findLast(
      ({ fact, subject }) =>
        budgets.includes(fact.measure) &&
        fact.concept === concept &&
        subject === operand.subject &&
        fact.period === period,
    );
    return budget ? [[operand, budget, [budget]]] : [];
  });
}

/** The budget that the words name; without a name any. */
function budgetsOf({ initial, adjusted }: Match['groups']): readonly string[] {
  if (initial !== undefined) return ['budget'];
  return adjusted === undefined ? ['budget', 'adjusted_budget'] : ['adjusted_budget'];
}

function checkComparisons(context: Context): void {
  const { ledger, page, book } = context;
  const { comparison } = words(context.patterns);
  for (const passage of page.passages) {
    if (!comparison.test(passage.folded.text)) continue;
    const inside = book.narrative.filter(
      ({ fact }) => fact.source.start >= passage.start && fact.source.start < passage.end,
    );
    let from = passage.start;
    for (const found of matches(comparison, passage.folded.text)) {
      const place = passage.folded.source(found.start, found.end);
      const candidates = compared(inside, from, place.start, budgetsOf(found.groups));
      from = place.end;
      const against = ([at, base]: Comparison) => (found.groups.more === undefined ? below(base, at) : below(at, base));
      // The words may be about the head of the sentence or its last item: all must contradict them.
      const agreeing = candidates.find((candidate) => !against(candidate));
      const last = candidates.findLast(([, , others]) => others.length > 0) ?? candidates.at(-1);
      if (agreeing) ledger.pass(RULE, [agreeing[0], ...agreeing[2]], true);
      else if (last) ledger.fail(contradiction(last, found.text, place));
    }
  }
}

function contradiction([at, base, others]: Comparison, said: string, place: Span): Failure {
  return {
    rule: RULE,
    verdict: 'wrong-direction',
    at,
    operands: [at, ...others],
    expected: base,
    actual: at,
    message: others.length > 0 ? 'direction.words' : 'direction.rate',
    words: { said, parts: others },
    place,
  };
}

/** The final amount of what a rate is about is 0. */
function isNothing({ fact, subject, value }: Operand, rate: Operand): boolean {
  return fact.measure === 'final' && fact.concept === rate.fact.concept && subject === rate.subject && value.isZero();
}

/** “完成预算的108%，决算数与预算数持平”. */
function checkUnchanged({ ledger, book }: Context): void {
  for (const none of book.narrative) {
    const { fact } = none;
    if (fact.stated !== 'unchanged' || (fact.basis !== 'budget' && fact.basis !== 'adjusted_budget')) continue;
    const rate = book.before(
      none,
      (operand) =>
        operand.fact.measure === 'completion_rate' &&
        operand.fact.concept === fact.concept &&
        operand.subject === none.subject &&
        operand.fact.basis === fact.basis,
      4,
    );
    if (!rate || fact.source.start - rate.fact.source.end > REACH) continue;
    // “预算为0万元，支出决算为0万元，完成预算的0%，与预算数持平”: of nothing no share can be told.
    if (rate.value.isZero() && book.before(rate, (operand) => isNothing(operand, rate), 4)) continue;
    if (verdictOf(WHOLE, rate, [rate]) !== 'mismatch') ledger.pass(RULE, [none, rate], true);
    else ledger.fail(contradiction([rate, WHOLE, []], fact.published.text, fact.source));
  }
}

/** “减少-5万元”: the word and the sign say the same thing twice, or the opposite. */
function checkPrintedSigns(context: Context): void {
  const { ledger, page, book } = context;
  const { decrease } = words(context.patterns);
  for (const operand of book.narrative) {
    const { fact } = operand;
    if (fact.measure !== 'change_amount' && fact.measure !== 'change_rate') continue;
    if (!/^[-\u2212\uff0d]/.test(fact.published.text)) continue;
    const before = page.before(fact.source.start, 8);
    if (!decrease.test(before)) continue;
    ledger.fail({
      rule: RULE,
      verdict: 'wrong-direction',
      at: operand,
      operands: [operand],
      expected: negate(operand),
      actual: operand,
      message: 'direction.sign',
      words: { said: before + fact.published.text },
    });
  }
}

export function checkDirections(context: Context): void {
  checkComparisons(context);
  checkUnchanged(context);
  checkPrintedSigns(context);
}
