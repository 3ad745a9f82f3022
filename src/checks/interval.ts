/** Exact arithmetic on closed intervals of decimals: what printed roundings allow for a result. */
import { Decimal } from '../number.ts';

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

export const ZERO: Interval = { low: new Decimal(0), high: new Decimal(0) };

/** Contributions add as intervals (Calculations 1.1). */
export function sum(intervals: readonly Interval[]): Interval {
  const [first, ...rest] = intervals;
  if (!first || rest.length === 0) return first ?? ZERO;
  let { low, high } = first;
  for (const interval of rest) {
    low = low.plus(interval.low);
    high = high.plus(interval.high);
  }
  return { low, high };
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function negate({ low, high }: Interval): Interval {
  return { low: high.neg(), high: low.neg() };
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

/** Whether two closed intervals share a point. */
export function meet(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

/** How far apart two intervals lie; 0 where they meet. */
export function gap(a: Interval, b: Interval): Decimal {
  if (a.low.gt(b.high)) return a.low.minus(b.high);
  if (b.low.gt(a.high)) return b.low.minus(a.high);
  return ZERO.low;
}

const HUNDRED = new Decimal(100);
const percent = (a: Decimal, b: Decimal) => a.div(b).times(HUNDRED);

/** 100·a/b; null where b may be 0. */
export function percentage(a: Interval, b: Interval): Interval | null {
  if (holds(b, ZERO.low)) return null;
  // The common case needs two of the four corners.
  if (b.low.isPositive() && !a.low.isNegative()) return { low: percent(a.low, b.high), high: percent(a.high, b.low) };
  return corners(a, b, percent);
}

/** The rate that a change means for a value: 100·change/(value − change); null where the earlier value may be 0. */
export function growth(value: Interval, change: Interval): Interval | null {
  const earlier = minus(value, change);
  if (holds(earlier, ZERO.low)) return null;
  const rate = (d: Decimal, v: Decimal) => percent(d, v.minus(d));
  if (earlier.low.isPositive() && !value.low.isNegative()) {
    // An increase is the larger the smaller the value, a decrease the deeper.
    if (!change.low.isNegative()) return { low: rate(change.low, value.high), high: rate(change.high, value.low) };
    if (!change.high.isPositive()) return { low: rate(change.low, value.low), high: rate(change.high, value.high) };
  }
  return corners(change, value, rate);
}
