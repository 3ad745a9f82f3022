import { describe, expect, it } from 'vitest';
import { Decimal, interval, parseNumber, plain, printedValue } from '../src/number.ts';

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

describe('printedValue', () => {
  /** The long way. */
  function byDecimals(printed: string, sign: 1 | -1, factor: number) {
    const parsed = parseNumber(printed);
    if (!parsed) return null;
    const value = sign === 1 || parsed.value.isNegative() ? parsed.value : parsed.value.neg();
    const bounds = interval(value, parsed.decimals, factor);
    return { value: plain(value.times(factor)), interval: bounds.map(plain) };
  }
  const PRINTED = [
    ...['0', '0.00', '-0.00', '.5', '-.050', '+3', '007.10', '5', '10', '1,614.27', '-204.61', '100.00', '0.0001'],
    ...['91,016,775.35', '99999999999999', '9999999.999999', '123456789012345678901234.123456789012', '28861.938591'],
    ...['1,23', 'XX', '', '-', '1.2.3', '1.'],
  ];

  it.each(PRINTED)('%s is what decimals make of it, in every unit and direction', (printed) => {
    for (const factor of [1, 10, 100, 1000, 1e4, 1e6, 1e8, 1e12, 12, 0.01])
      for (const sign of [1, -1] as const)
        expect(printedValue(printed, sign, factor)).toEqual(byDecimals(printed, sign, factor));
  });

  it('says nothing of -0', () => {
    expect(printedValue('-0.00', -1, 1)).toEqual({ value: '0', interval: ['-0.005', '0.005'] });
  });
});
