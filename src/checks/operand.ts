/** Facts in the form that relations need: an exact interval, the size of the last printed digit, an identity. */
import type { Fact, Measure, Subject } from '../contract.ts';
import { foldText } from '../fold.ts';
import { Decimal } from '../number.ts';
import type { Interval } from './interval.ts';

/** A fact that can be compared. A record has thousands, so what few rules ask for is made when asked for. */
export class Operand implements Interval {
  readonly fact: Fact;
  /** One key for all facts about the same subject. */
  readonly subject: string;
  readonly low: Decimal;
  readonly high: Decimal;
  private parsed: Decimal | null = null;
  private unit: Decimal | null = null;

  constructor(fact: Fact, value: string, subject: string) {
    this.fact = fact;
    this.subject = subject;
    // Counts are exact whatever their printed interval: three vehicles are not 2.5.
    const counted = fact.unit !== 'CNY' && fact.unit !== 'percent' && !value.includes('.');
    const bounds = counted ? null : fact.interval;
    this.low = new Decimal(bounds ? bounds[0] : value);
    this.high = bounds && bounds[1] !== bounds[0] ? new Decimal(bounds[1]) : this.low;
  }

  get value(): Decimal {
    this.parsed ??= new Decimal(this.fact.value as string);
    return this.parsed;
  }

  /** One unit of the last printed digit in the base unit; 0 for what is exact: counts, words, an amount of bare 0. */
  get digit(): Decimal {
    this.unit ??= lastDigit(this.fact, this.low, this.high);
    return this.unit;
  }
}

/** Measures that state how much there is, and so add up over parts. */
export const AMOUNTS: ReadonlySet<Measure> = new Set(['final', 'budget', 'adjusted_budget', 'execution', 'count']);
const RATES: ReadonlySet<Measure> = new Set(['change_rate', 'completion_rate', 'share']);

export function subjectKey(subject: Subject | null): string {
  if (!subject) return '';
  return `${subject.scheme}:${subject.code ?? `/${subject.path.map(folded).join('/')}`}`;
}

/** Names are short and mostly folded already. */
const folded = (name: string) => (/^[\p{Script=Han}（）、]*$/u.test(name) ? name : foldText(name));

/** What a fact is about, without how much. */
export function identityOf(fact: Fact, subject: string): string {
  return `${fact.concept}|${aboutKey(fact, subject)}`;
}

/** The identity without the concept: what the terms of a relation have in common. */
export function aboutKey(
  { measure, basis, period }: Pick<Fact, 'measure' | 'basis' | 'period'>,
  subject: string,
): string {
  return `${measure}|${basis}|${period}|${subject}`;
}

/** Null for what cannot be compared: placeholders, amounts without a unit, approximate numbers. */
export function operandOf(fact: Fact, subject: string): Operand | null {
  return fact.value === null || fact.approximate ? null : new Operand(fact, fact.value, subject);
}

function lastDigit(fact: Fact, low: Decimal, high: Decimal): Decimal {
  if (low !== high) return high.minus(low);
  // A rate of 0% is one that rounds to 0; an amount of bare 0 says that there is none.
  return new Decimal(fact.unit === 'percent' && fact.stated === 'number' && RATES.has(fact.measure) ? 1 : 0);
}
