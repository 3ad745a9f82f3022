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

/** 100·a/b; null where b may be 0. */
export function percentage(a: Interval, b: Interval): Interval | null {
  return holds(b, ZERO.low) ? null : corners(a, b, (x, y) => x.div(y).times(100));
}

/** The rate that a change means for a value: 100·change/(value − change); null where the earlier value may be 0. */
export function growth(value: Interval, change: Interval): Interval | null {
  if (holds(minus(value, change), ZERO.low)) return null;
  return corners(change, value, (d, v) => d.div(v.minus(d)).times(100));
}
