/** Facts in the form that relations need: an exact interval, the size of the last printed digit, an identity. */
import type { Fact, Measure, Subject } from '../contract.ts';
import { foldText } from '../fold.ts';
import { Decimal } from '../number.ts';
import type { Interval } from './interval.ts';

export interface Operand extends Interval {
  readonly fact: Fact;
  readonly value: Decimal;
  /** One unit of the last printed digit in the base unit; 0 for what is exact: counts, words, an amount of bare 0. */
  readonly digit: Decimal;
  /** One key for all facts about the same subject. */
  readonly subject: string;
}

/** Measures that state how much there is, and so add up over parts. */
export const AMOUNTS: ReadonlySet<Measure> = new Set(['final', 'budget', 'adjusted_budget', 'execution', 'count']);
const RATES: ReadonlySet<Measure> = new Set(['change_rate', 'completion_rate', 'share']);

export function subjectKey(subject: Subject | null): string {
  if (!subject) return '';
  return `${subject.scheme}:${subject.code ?? `/${subject.path.map(foldText).join('/')}`}`;
}

/** What a fact is about, without how much. */
export function identityOf({ concept, measure, basis, period }: Fact, subject: string): string {
  return `${concept}|${subject}|${measure}|${basis}|${period}`;
}

/** Null for what cannot be compared: placeholders, amounts without a unit, approximate numbers. */
export function operandOf(fact: Fact): Operand | null {
  if (fact.value === null || fact.approximate) return null;
  const value = new Decimal(fact.value);
  // Counts are exact whatever their printed interval: three vehicles are not 2.5.
  const counted = fact.unit !== 'CNY' && fact.unit !== 'percent' && value.isInteger();
  const bounds = counted ? null : fact.interval;
  const low = bounds ? new Decimal(bounds[0]) : value;
  const high = bounds ? new Decimal(bounds[1]) : value;
  return { fact, value, low, high, digit: lastDigit(fact, low, high), subject: subjectKey(fact.subject) };
}

function lastDigit(fact: Fact, low: Decimal, high: Decimal): Decimal {
  if (!low.eq(high)) return high.minus(low);
  // A rate of 0% is one that rounds to 0; an amount of bare 0 says that there is none.
  return new Decimal(fact.unit === 'percent' && fact.stated === 'number' && RATES.has(fact.measure) ? 1 : 0);
}
