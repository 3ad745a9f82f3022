import { describe, expect, it } from 'vitest';
import { corners, gap, type Interval, meet, sum } from '../../src/checks/interval.ts';
import { growth, percentage } from '../../src/checks/quotient.ts';
import { Decimal } from '../../src/number.ts';

const of = (low: number | string, high: number | string): Interval => ({
  low: new Decimal(low),
  high: new Decimal(high),
});
const text = (interval: Interval | null) => interval && [interval.low.toFixed(), interval.high.toFixed()];

describe('intervals', () => {
  it('add end by end', () => {
    expect(text(sum([of('0.1', '0.2'), of('0.2', '0.3'), of(-1, 1)]))).toEqual(['-0.7', '1.5']);
    expect(text(sum([]))).toEqual(['0', '0']);
  });

  it('meet where their ends touch', () => {
    expect(meet(of('236.625', '236.635'), of('236.635', '236.645'))).toBe(true);
    expect(meet(of(1, 2), of('2.001', 3))).toBe(false);
    expect(gap(of(3, 4), of(1, '2.5')).toFixed()).toBe('0.5');
    expect(gap(of(1, 3), of(2, 4)).isZero()).toBe(true);
  });

  it('have no quotient by what may be 0', () => {
    expect(percentage(of(1, 2), of(-1, 1))).toBeNull();
    expect(growth(of(5, 5), of(4, 6))).toBeNull();
  });

  it('have the same quotients as their four corners', () => {
    const parts = [of(1, 2), of(-2, -1), of(-1, 1), of(0, 0)];
    const wholes = [of(4, 5), of(-5, -4)];
    for (const a of parts) {
      for (const b of wholes) {
        const all = corners(a, b, (x, y) => x.div(y).times(100));
        expect(text(percentage(a, b))).toEqual(text(all));
        const rates = corners(a, b, (d, v) => d.div(v.minus(d)).times(100));
        expect(text(growth(b, a))).toEqual(text(rates));
      }
    }
  });
});
