import { describe, expect, it } from 'vitest';
import { ends, held, unscaled } from '../../src/dataset/column.ts';

describe('a decimal in a column', () => {
  it('is a whole number of its last place', () => {
    expect(unscaled('16142700', 'amount')).toBe(161427000000n);
    expect(unscaled('-0.25', 'amount')).toBe(-2500n);
    expect(unscaled('0.10', 'bound')).toBe(10000n);
    expect(unscaled('1.50000000', 'amount')).toBe(15000n);
  });

  it('is nothing where the column cannot hold it exactly', () => {
    expect(held('3000.0000000000004')).toBeNull();
    expect(held('123456789012345')).toBeNull();
    expect(held('1e5')).toBeNull();
    expect(held(null)).toBeNull();
    expect(held('99999999999999.9998')).toBe('99999999999999.9998');
  });
});

describe('the ends of an interval', () => {
  it('stay as they are where the column can hold them', () => {
    expect(ends(['-0.005', '16142750'])).toEqual(['-0.005', '16142750']);
  });

  it('move outwards where it cannot, so that the exact interval lies within', () => {
    expect(ends(['104.2788433', '104.2810340'])).toEqual(['104.27884', '104.28104']);
    expect(ends(['-3.8018506', '-3.7986598'])).toEqual(['-3.80186', '-3.79865']);
    expect(ends(['-0.000001', '0.000001'])).toEqual(['-0.00001', '0.00001']);
    expect(ends(['9.999999', '9.999999'])).toEqual(['9.99999', '10']);
  });

  it('are nothing without an interval, or one beyond the column', () => {
    expect(ends(null)).toEqual([null, null]);
    expect(ends(['1', '99999999999999'])).toEqual(['1', null]);
  });
});
