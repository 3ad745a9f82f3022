import { describe, expect, it } from 'vitest';
import { agreed } from '../../src/review/agreed.ts';

const stated = (value: string | null, low = value, high = value) => ({
  value,
  interval: low === null || high === null ? null : ([low, high] as [string, string]),
});

describe('one value of several statements', () => {
  it('is the most exact one where all leave room for it', () => {
    expect(agreed([stated('16142700', '16142650', '16142750'), stated('16142712.33')])).toBe('16142712.33');
  });

  it('is none where two contradict each other', () => {
    expect(agreed([stated('100', '99.5', '100.5'), stated('102', '101.5', '102.5')])).toBeNull();
  });

  it('is none where three agree pairwise but not together', () => {
    expect(agreed([stated('1', '0', '2'), stated('3', '2', '4'), stated('3', '2.5', '3.5')])).toBeNull();
  });

  it('passes over placeholders', () => {
    expect(agreed([stated(null), stated('5')])).toBe('5');
    expect(agreed([stated(null)])).toBeNull();
  });
});
