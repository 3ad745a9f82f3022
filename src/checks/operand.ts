/** Facts in the form that relations need: an exact interval, the size of the last printed digit, an identity. */
import type { Fact, Measure, Subject } from '../contract.ts';
import { foldText } from '../fold.ts';
import { Decimal } from '../number.ts';
import { type Interval, PARTS, partsOf } from './interval.ts';

/** A fact that can be compared. A record has thousands, so what few rules ask for is made when asked for. */
export class Operand implements Interval {
  readonly fact: Fact;
  /** One key for all facts about the same subject. */
  readonly subject: string;
  readonly from: number;
  readonly to: number;
  private readonly bounds: readonly [string, string];
  private readonly decimals: Partial<Record<'low' | 'high' | 'value' | 'digit', Decimal>> = {};

  constructor(fact: Fact, value: string, subject: string) {
    this.fact = fact;
    this.subject = subject;
    // Counts are exact whatever their printed interval: three vehicles are not 2.5.
    const counted = fact.unit !== 'CNY' && fact.unit !== 'percent' && !value.includes('.');
    this.bounds = (counted ? null : fact.interval) ?? [value, value];
    this.from = partsOf(this.bounds[0]);
    this.to = this.isExact ? this.from : partsOf(this.bounds[1]);
  }

  private get isExact(): boolean {
    return this.bounds[0] === this.bounds[1];
  }

  get low(): Decimal {
    this.decimals.low ??= new Decimal(this.bounds[0]);
    return this.decimals.low;
  }

  get high(): Decimal {
    this.decimals.high ??= new Decimal(this.bounds[1]);
    return this.decimals.high;
  }

  get value(): Decimal {
    this.decimals.value ??= new Decimal(this.fact.value as string);
    return this.decimals.value;
  }

  /** One unit of the last printed digit in the base unit; 0 for what is exact: counts, words, an amount of bare 0. */
  get digit(): Decimal {
    this.decimals.digit ??= this.isExact ? new Decimal(this.roundsToZero ? 1 : 0) : this.high.minus(this.low);
    return this.decimals.digit;
  }

  /** A rate of 0% is one that rounds to 0; an amount of bare 0 says that there is none. */
  private get roundsToZero(): boolean {
    const { unit, stated, measure } = this.fact;
    return unit === 'percent' && stated === 'number' && RATES.has(measure);
  }

  /** Whether it is printed with more digits than another. */
  isFiner(other: Operand): boolean {
    const [own, others] = [this.width, other.width];
    return Number.isNaN(own) || Number.isNaN(others) ? this.digit.lt(other.digit) : own < others;
  }

  /** The digit in ten-thousandths. */
  private get width(): number {
    if (this.isExact) return this.roundsToZero ? PARTS : 0;
    return this.to - this.from;
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

/** What the terms of a relation have in common, the subject apart. */
export type About = Pick<Fact, 'measure' | 'basis' | 'period'>;

/** The identity without the concept: what the terms of a relation have in common. */
export function aboutKey({ measure, basis, period }: About, subject: string): string {
  return `${measure}|${basis}|${period}|${subject}`;
}

/** Null for what cannot be compared: placeholders, amounts without a unit, approximate numbers. */
export function operandOf(fact: Fact, subject: string): Operand | null {
  return fact.value === null || fact.approximate ? null : new Operand(fact, fact.value, subject);
}
