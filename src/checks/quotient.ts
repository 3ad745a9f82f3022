/** Rates as intervals: of a part in its whole, and of a change in what it changed. */
import { Decimal } from '../number.ts';
import { corners, holdsZero, type Interval, minus, PARTS } from './interval.ts';

const HUNDRED = new Decimal(100);
const percent = (a: Decimal, b: Decimal) => a.div(b).times(HUNDRED);
const growthOf = (change: Decimal, value: Decimal) => percent(change, value.minus(change));

/** Numerator and denominator in ten-thousandths; NaN where they are not exact. */
type Quotient = readonly [number, number];

/** From one quotient in percent to another, their denominators above 0. Compared with a printed rate by products. */
class Rate implements Interval {
  private decimals: Interval | null = null;

  constructor(
    private readonly least: Quotient,
    private readonly most: Quotient,
    private readonly make: () => Interval,
  ) {}

  private get ends(): Interval {
    this.decimals ??= this.make();
    return this.decimals;
  }

  get low(): Decimal {
    return this.ends.low;
  }

  get high(): Decimal {
    return this.ends.high;
  }

  meets(from: number, to: number): boolean | null {
    const { least, most } = this;
    if (![from, to, ...least, ...most].every(Number.isSafeInteger)) return null;
    return excess(least, to) <= 0n && excess(most, from) >= 0n;
  }
}

const FACTOR = BigInt(100 * PARTS);

/** Above 0 where the quotient in percent is more than the rate. */
const excess = ([a, b]: Quotient, rate: number) => FACTOR * BigInt(a) - BigInt(rate) * BigInt(b);

/** 100·a/b; null where b may be 0. */
export function percentage(a: Interval, b: Interval): Interval | null {
  if (holdsZero(b)) return null;
  if (sign(b) <= 0 || sign(a) < 0) return corners(a, b, percent);
  // The common case needs two of the four corners.
  const decimals = () => ({ low: percent(a.low, b.high), high: percent(a.high, b.low) });
  return new Rate([partsAt(a, 'low'), partsAt(b, 'high')], [partsAt(a, 'high'), partsAt(b, 'low')], decimals);
}

/** The rate that a change means for a value: 100·change/(value − change); null where the earlier value may be 0. */
export function growth(value: Interval, change: Interval): Interval | null {
  const earlier = minus(value, change);
  if (holdsZero(earlier)) return null;
  const decrease = sign(change, 'high') <= 0;
  if (sign(earlier) <= 0 || sign(value) < 0 || (sign(change) < 0 && !decrease)) return corners(change, value, growthOf);
  // An increase is the larger the smaller the value, a decrease the deeper.
  const [least, most] = decrease ? (['low', 'high'] as const) : (['high', 'low'] as const);
  const decimals = () => ({ low: growthOf(change.low, value[least]), high: growthOf(change.high, value[most]) });
  const [from, to] = [partsAt(change, 'low'), partsAt(change, 'high')];
  return new Rate([from, partsAt(value, least) - from], [to, partsAt(value, most) - to], decimals);
}

/** The change that a quotient of two values in percent means: 103% is a growth of 3%. */
export function growthTo(quotient: Interval): Interval {
  return {
    get low() {
      return quotient.low.minus(HUNDRED);
    },
    get high() {
      return quotient.high.minus(HUNDRED);
    },
    meets: (from, to) => quotient.meets?.(from + 100 * PARTS, to + 100 * PARTS) ?? null,
  };
}

const partsAt = ({ from, to }: Interval, end: 'low' | 'high') => (end === 'low' ? from : to) ?? Number.NaN;

/** The sign of one end. */
function sign(interval: Interval, end: 'low' | 'high' = 'low'): number {
  const parts = partsAt(interval, end);
  return Number.isNaN(parts) ? interval[end].cmp(0) : parts;
}
