/** Completion rates: the final amount over the named budget. */
import { UNKNOWN } from './book.ts';
import type { Context } from './context.ts';
import { excused } from './excuses.ts';
import { holdsZero, type Interval, meet } from './interval.ts';
import { verdictOf } from './ledger.ts';
import { nearest } from './neighbours.ts';
import type { Operand } from './operand.ts';
import { percentage } from './quotient.ts';

const RULE = 'rate.completion';
const ZERO_BASE = 'zero-base';
const BUDGETS = ['budget', 'adjusted_budget'] as const;
type Budget = (typeof BUDGETS)[number];

/** A rate over a base of 0 says nothing: of 0 unevaluable, of anything else wrong. */
export function zeroBase(context: Context, rate: Operand, operands: readonly Operand[], convention = false): void {
  if (rate.value.isZero()) {
    context.ledger.unevaluable(ZERO_BASE, 'zero');
    return;
  }
  context.ledger.fail({
    rule: ZERO_BASE,
    verdict: 'wrong-base',
    // “增长100%” over nothing is a common way to put it (docs/accuracy.md).
    severity: convention ? 'warning' : undefined,
    at: rate,
    operands: [rate, ...operands],
    expected: null,
    actual: rate,
    message: ZERO_BASE,
    words: { parts: operands },
  });
}

/** The budget that a final amount is measured against, of its own sentence or row before any other. */
function budgetOf(context: Context, rate: Operand, measure: Budget): ReturnType<typeof nearest> {
  const { concept, period } = rate.fact;
  return nearest(context.book, rate, { concept, subject: rate.subject, measures: [measure], basis: null, period });
}

function failed(context: Context, rate: Operand, final: Operand, budget: Operand, computed: Interval): void {
  const verdict = verdictOf(computed, rate, [rate]) as 'mismatch' | 'last-digit';
  const other = BUDGETS.find((measure) => measure !== budget.fact.measure) as Budget;
  const fitting = verdict === 'last-digit' ? null : budgetOf(context, rate, other);
  const fits = fitting && fitting !== UNKNOWN ? percentage(final, fitting) : null;
  const base = fits && meet(fits, rate) ? (fitting as Operand) : null;
  context.ledger.fail({
    rule: RULE,
    verdict: base ? 'wrong-base' : verdict,
    at: rate,
    operands: [rate, final, budget, ...(base ? [base] : [])],
    expected: computed,
    actual: rate,
    message: base ? 'share.base' : 'share',
    words: { part: [final], whole: [budget], ...(base ? { other: [base] } : {}) },
  });
}

function checkCompletion(context: Context, rate: Operand): void {
  const { ledger, book } = context;
  const { concept, period, basis } = rate.fact;
  const about = { concept, subject: rate.subject, basis: null, period };
  const final = nearest(book, rate, { ...about, measures: ['final', 'execution'] });
  const budget = BUDGETS.includes(basis as Budget) ? budgetOf(context, rate, basis as Budget) : null;
  if (!final || !budget || final === UNKNOWN || budget === UNKNOWN) {
    ledger.unevaluable(RULE, final === UNKNOWN || budget === UNKNOWN ? 'unknown' : 'missing');
    return;
  }
  if (holdsZero(budget)) {
    if (budget.value.isZero()) zeroBase(context, rate, [final, budget]);
    else ledger.unevaluable(RULE, 'zero');
    return;
  }
  const computed = percentage(final, budget) as Interval;
  if (meet(computed, rate)) ledger.pass(RULE, [rate, final, budget]);
  else if (excused(context, budget)) ledger.unevaluable(RULE, 'excused');
  else failed(context, rate, final, budget, computed);
}

export function checkCompletions(context: Context): void {
  for (const operand of context.book.operands) {
    if (operand.fact.measure === 'completion_rate') checkCompletion(context, operand);
  }
}
