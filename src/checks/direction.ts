/** Words that say which of two amounts is larger, against the amounts. */
import { z } from 'zod';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, matches } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { negate } from './interval.ts';
import type { Operand } from './operand.ts';
import type { Passage } from './page.ts';

const RULE = 'direction';
/** The amounts stand in the same sentence or the one before. */
const REACH = 300;

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

/** The final amount and the budget that the words before an offset are about. */
function compared(operands: readonly Operand[], passage: Passage, offset: number): [Operand, Operand] | null {
  const near = operands.filter(
    ({ fact }) => fact.source.start >= passage.start && fact.source.end <= offset && offset - fact.source.start < REACH,
  );
  const final = near.findLast(({ fact }) => fact.measure === 'final');
  if (!final) return null;
  const budget = near.findLast(
    ({ fact, subject }) =>
      (fact.measure === 'budget' || fact.measure === 'adjusted_budget') &&
      fact.concept === final.fact.concept &&
      subject === final.subject &&
      fact.period === final.fact.period,
  );
  return budget ? [final, budget] : null;
}

function checkComparisons(context: Context): void {
  const { ledger, page, book } = context;
  const { comparison } = words(context.patterns);
  for (const passage of page.passages) {
    if (!comparison.test(passage.folded.text)) continue;
    const inside = book.narrative.filter(
      ({ fact }) => fact.source.start >= passage.start && fact.source.start < passage.end,
    );
    for (const found of matches(comparison, passage.folded.text)) {
      const pair = compared(inside, passage, passage.folded.source(found.start, found.end).start);
      if (!pair) continue;
      const [final, budget] = pair;
      const more = found.groups.more !== undefined;
      const broken = more ? final.high.lt(budget.low) : final.low.gt(budget.high);
      if (!broken) ledger.pass(RULE, pair);
      else {
        ledger.fail({
          rule: RULE,
          verdict: 'wrong-direction',
          at: final,
          operands: pair,
          expected: budget,
          actual: final,
          message: 'direction.words',
          words: { said: found.text, parts: [budget] },
          place: passage.folded.source(found.start, found.end),
        });
      }
    }
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
  checkPrintedSigns(context);
}
