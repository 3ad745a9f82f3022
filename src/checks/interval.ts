/** Exact arithmetic on closed intervals: what printed roundings allow for a result. */
import { Decimal } from '../number.ts';

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
  /**
   * The ends in ten-thousandths, where those are whole numbers that a double holds exactly; NaN or absent elsewhere.
   * Nearly all printed numbers are such, and a record compares thousands: decimals are made only for what is told.
   */
  readonly from?: number;
  readonly to?: number;
  /** Whether it meets an interval in whole ten-thousandths, where that can be said without decimals; else null. */
  meets?(from: number, to: number): boolean | null;
}

export const PARTS = 10_000;
const DECIMALS = 4;

/** A decimal without exponent in ten-thousandths; NaN where that is no whole number, or too large to be exact. */
export function partsOf(text: string): number {
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  if (decimals > DECIMALS) return Number.NaN;
  const digits = Number(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
  const parts = digits * 10 ** (DECIMALS - decimals);
  return Number.isSafeInteger(digits) && Number.isSafeInteger(parts) ? parts : Number.NaN;
}

/** An interval that is known in ten-thousandths. */
class Whole implements Interval {
  private lowest: Decimal | null = null;
  private highest: Decimal | null = null;

  constructor(
    readonly from: number,
    readonly to: number,
  ) {}

  get low(): Decimal {
    this.lowest ??= new Decimal(this.from).div(PARTS);
    return this.lowest;
  }

  get high(): Decimal {
    this.highest ??= new Decimal(this.to).div(PARTS);
    return this.highest;
  }
}

/** Null where one end, NaN included, is not exact. */
function whole(from: number, to: number): Interval | null {
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) ? new Whole(from, to) : null;
}

const { NaN: UNKNOWN } = Number;

export const ZERO: Interval = { low: new Decimal(0), high: new Decimal(0), from: 0, to: 0 };

/** Contributions add as intervals (Calculations 1.1). */
export function sum(intervals: readonly Interval[]): Interval {
  const [first] = intervals;
  if (!first || intervals.length === 1) return first ?? ZERO;
  let [from, to] = [0, 0];
  for (const interval of intervals) {
    // Two exact numbers of different signs could hide that the sum in between was none.
    from = exact(from + (interval.from ?? UNKNOWN));
    to = exact(to + (interval.to ?? UNKNOWN));
  }
  return whole(from, to) ?? sumOfDecimals(intervals);
}

const exact = (parts: number) => (Number.isSafeInteger(parts) ? parts : UNKNOWN);

function sumOfDecimals(intervals: readonly Interval[]): Interval {
  let { low, high } = ZERO;
  for (const interval of intervals) {
    low = low.plus(interval.low);
    high = high.plus(interval.high);
  }
  return { low, high };
}

export function minus(a: Interval, b: Interval): Interval {
  const difference = whole((a.from ?? UNKNOWN) - (b.to ?? UNKNOWN), (a.to ?? UNKNOWN) - (b.from ?? UNKNOWN));
  return difference ?? { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function negate(interval: Interval): Interval {
  const { from = UNKNOWN, to = UNKNOWN } = interval;
  return whole(-to, -from) ?? { low: interval.high.neg(), high: interval.low.neg() };
}

export function scale({ low, high }: Interval, factor: Decimal | number): Interval {
  return { low: low.times(factor), high: high.times(factor) };
}

/** The range of a function that is monotone in each of its two arguments: its values at the four corners. */
export function corners(a: Interval, b: Interval, f: (x: Decimal, y: Decimal) => Decimal): Interval {
  const values = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)];
  return { low: Decimal.min(...values), high: Decimal.max(...values) };
}

export function holds({ low, high }: Interval, value: Decimal): boolean {
  return low.lte(value) && high.gte(value);
}

export function holdsZero(interval: Interval): boolean {
  return meet(interval, ZERO);
}

/** Whether all of one interval lies below all of another. */
export function below(a: Interval, b: Interval): boolean {
  const { to = UNKNOWN } = a;
  const { from = UNKNOWN } = b;
  return Number.isNaN(to) || Number.isNaN(from) ? a.high.lt(b.low) : to < from;
}

export function startsAbove(a: Interval, b: Interval): boolean {
  const apart = (a.from ?? UNKNOWN) - (b.from ?? UNKNOWN);
  return Number.isNaN(apart) ? a.low.gt(b.low) : apart > 0;
}

export function endsBelow(a: Interval, b: Interval): boolean {
  const apart = (a.to ?? UNKNOWN) - (b.to ?? UNKNOWN);
  return Number.isNaN(apart) ? a.high.lt(b.high) : apart < 0;
}

/** Whether two closed intervals share a point. */
export function meet(a: Interval, b: Interval): boolean {
  const { from = UNKNOWN, to = UNKNOWN } = b;
  return a.meets?.(from, to) ?? !(below(a, b) || below(b, a));
}

/** How far apart two intervals lie; 0 where they meet. */
export function gap(a: Interval, b: Interval): Decimal {
  if (below(b, a)) return a.low.minus(b.high);
  if (below(a, b)) return b.low.minus(a.high);
  return ZERO.low;
}
