/** Changes: amount, rate, value and earlier value must follow from each other, in size and in direction. */
import type { Fact, Measure } from '../contract.ts';
import { type Found, UNKNOWN } from './book.ts';
import type { Context } from './context.ts';
import { below, type Interval, meet, minus, negate, ZERO } from './interval.ts';
import { type Failure, verdictOf } from './ledger.ts';
import { beside, inOrder, nearest } from './neighbours.ts';
import type { Operand } from './operand.ts';
import { growth, growthTo, percentage } from './quotient.ts';
import { zeroBase } from './rates.ts';

const RATE = 'rate.change';
const AMOUNT = 'sum.change';
const DIRECTION = 'direction';

/** Which amounts a basis compares: the value's own measures, and the measure of what it is compared with. */
const BASES: Readonly<Record<string, { values: readonly Measure[]; earlier: Measure; years: number }>> = {
  prior_final: { values: ['final', 'budget', 'count'], earlier: 'final', years: 1 },
  prior_budget: { values: ['budget', 'final'], earlier: 'budget', years: 1 },
  prior_execution: { values: ['budget', 'final'], earlier: 'execution', years: 1 },
  budget: { values: ['final', 'execution'], earlier: 'budget', years: 0 },
  adjusted_budget: { values: ['final', 'execution'], earlier: 'adjusted_budget', years: 0 },
};

/** What one sentence says about a change; a number that is not printed is null. */
interface Change {
  readonly rate: Operand | null;
  readonly amount: Operand | null;
  readonly value: Operand | null;
  readonly earlier: Operand | null;
  readonly unknown: boolean;
}

const known = (found: Found): Operand | null => (found === UNKNOWN ? null : found);

function changeOf(context: Context, of: Operand): Change | null {
  const { concept, basis, period, measure, source } = of.fact;
  // Where nobody knows the year, a row's two years cannot be told apart.
  if (period === null && source.kind === 'cell') return null;
  const compared = BASES[basis ?? ''];
  if (!compared) return null;
  const { book } = context;
  const about = { concept, subject: of.subject };
  const value = inOrder(book, of, { ...about, measures: compared.values, basis: null, period });
  const year = period === null ? null : period - compared.years;
  const earlier = nearest(book, of, { ...about, measures: [compared.earlier], basis: null, period: year });
  const rate = measure === 'change_rate' ? of : null;
  const amount = rate ? beside(book, of, { ...about, measures: ['change_amount'], basis, period }) : of;
  const unknown = value === UNKNOWN || earlier === UNKNOWN;
  return { rate, amount, value: known(value), earlier: earlier === value ? null : known(earlier), unknown };
}

const present = (...operands: (Operand | null)[]) => operands.filter((operand) => operand !== null);

function failure(rule: string, verdict: Failure['verdict'], at: Operand, rest: readonly Operand[], message: string) {
  return { rule, verdict, at, operands: [at, ...rest], actual: at, message, words: { parts: rest } };
}

/** An amount and a rate of one change go the same way. */
function checkSigns({ ledger }: Context, amount: Operand, rate: Operand): boolean {
  const apart = amount.value.isNegative() !== rate.value.isNegative();
  const opposite = apart && !amount.value.isZero() && !rate.value.isZero();
  if (opposite) {
    ledger.fail({ ...failure(DIRECTION, 'wrong-direction', rate, [amount], 'direction.signs'), expected: null });
  } else ledger.pass(DIRECTION, [amount, rate], true);
  return !opposite;
}

/** Another amount of the same sentence that the change is about, where the words leave it open. */
function otherValue(context: Context, change: Change, rate: Operand): Operand | null {
  const { value, amount } = change;
  if (!amount || !value) return null;
  const { source } = amount.fact;
  const fits = (operand: Operand) => {
    const { fact } = operand;
    const same = fact.measure === value.fact.measure && fact.period === value.fact.period && fact.unit === 'CNY';
    if (!same || operand === value || source.start - fact.source.end > 200) return false;
    const computed = growth(operand, amount);
    return computed !== null && meet(computed, rate);
  };
  return source.kind === 'cell' ? null : context.book.before(amount, fits, 12);
}

/** The rate that amount and value, or value and earlier value, mean; null where that cannot be said. */
function computedRate(change: Change): { interval: Interval; from: Operand[] } | 'zero' | null {
  const { amount, value, earlier } = change;
  if (amount && value) {
    const interval = growth(value, amount);
    return interval ? { interval, from: [amount, value] } : 'zero';
  }
  if (!value || !earlier) return null;
  const ratio = percentage(value, earlier);
  if (!ratio) return 'zero';
  return { interval: growthTo(ratio), from: [value, earlier] };
}

/** Why a rate does not fit: the other direction, the other base, or neither. */
function reason(change: Change, rate: Operand): Failure['verdict'] {
  const { amount, value } = change;
  if (!amount || !value) return 'mismatch';
  const flipped = growth(value, negate(amount));
  if (flipped && meet(flipped, negate(rate))) return 'wrong-direction';
  const ofCurrent = percentage(amount, value);
  return ofCurrent && meet(ofCurrent, rate) ? 'wrong-base' : 'mismatch';
}

function checkRate(context: Context, change: Change, rate: Operand): void {
  const { ledger } = context;
  const computed = computedRate(change);
  if (!computed) {
    ledger.unevaluable(RATE, change.unknown ? 'unknown' : 'missing');
    return;
  }
  if (computed === 'zero') {
    const operands = present(change.amount, change.value, change.earlier);
    zeroBase(context, rate, operands, rate.value.eq(100));
    return;
  }
  const { interval, from } = computed;
  const verdict = verdictOf(interval, rate, [rate]);
  if (!verdict) {
    ledger.pass(RATE, [rate, ...from]);
    return;
  }
  if (verdict === 'mismatch' && otherValue(context, change, rate)) {
    ledger.unevaluable(RATE, 'ambiguous');
    return;
  }
  const why = verdict === 'mismatch' ? reason(change, rate) : verdict;
  ledger.fail({ ...failure(RATE, why, rate, from, RATE), expected: interval });
}

/** The printed change against the printed value and the printed earlier value. */
function checkAmount(context: Context, change: Change, amount: Operand): void {
  const { ledger } = context;
  const { value, earlier, unknown } = change;
  if (!value || !earlier) {
    if (unknown) ledger.unevaluable(AMOUNT, 'unknown');
    if (value) checkEarlier(context, value, amount);
    return;
  }
  const unchanged = amount.fact.stated === 'unchanged';
  const rule = unchanged ? DIRECTION : AMOUNT;
  const difference = minus(value, earlier);
  const verdict = verdictOf(difference, amount, [amount, value]);
  if (!verdict) {
    ledger.pass(rule, [amount, value, earlier]);
    return;
  }
  const turned = unchanged || meet(difference, negate(amount));
  const why = verdict === 'mismatch' && turned ? 'wrong-direction' : verdict;
  const message = unchanged ? 'direction.unchanged' : AMOUNT;
  ledger.fail({ ...failure(rule, why, amount, [value, earlier], message), expected: difference });
}

/** An amount cannot have grown by more than it is. */
function checkEarlier({ ledger }: Context, value: Operand, amount: Operand): void {
  if (value.value.isNegative() || amount.fact.stated !== 'number') return;
  const before = minus(value, amount);
  if (below(before, ZERO)) {
    ledger.fail({ ...failure(DIRECTION, 'wrong-direction', amount, [value], 'direction.earlier'), expected: value });
  } else ledger.pass(DIRECTION, [amount, value], true);
}

export function checkChanges(context: Context): void {
  const { operands } = context.book;
  for (const operand of operands) {
    const { measure } = operand.fact as Fact;
    if (measure !== 'change_amount' && measure !== 'change_rate') continue;
    const change = changeOf(context, operand);
    if (!change) continue;
    if (measure === 'change_amount') checkAmount(context, change, operand);
    else if (!change.amount || checkSigns(context, change.amount, operand)) checkRate(context, change, operand);
  }
}
