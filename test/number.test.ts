import { describe, expect, it } from 'vitest';
import { Decimal, interval, parseNumber, plain } from '../src/number.ts';

describe('parseNumber', () => {
  it.each([
    ['1,614.27', '1614.27', 2],
    ['91,016,775.35', '91016775.35', 2],
    ['0', '0', 0],
    ['0.00', '0', 2],
    ['-204.61', '-204.61', 2],
    ['.5', '0.5', 1],
    ['28861.938591', '28861.938591', 6],
  ])('%s is %s with %i decimals', (printed, value, decimals) => {
    const parsed = parseNumber(printed);
    expect(parsed && plain(parsed.value)).toBe(value);
    expect(parsed?.decimals).toBe(decimals);
  });

  it.each(['4125.49,4143.91', '1,23', 'XX', '', '1.2.3', '-'])('%s is no single number', (printed) => {
    expect(parseNumber(printed)).toBeNull();
  });
});

describe('interval', () => {
  it('is half a unit of the last printed digit in the printed unit', () => {
    expect(interval(new Decimal('1614.27'), 2, 10000).map(plain)).toEqual(['16142650', '16142750']);
  });
  it('is exact for a printed 0 without decimals', () => {
    expect(interval(new Decimal('0'), 0, 10000).map(plain)).toEqual(['0', '0']);
  });
  it('is not exact for 0.00', () => {
    expect(interval(new Decimal('0.00'), 2, 10000).map(plain)).toEqual(['-50', '50']);
  });
});
