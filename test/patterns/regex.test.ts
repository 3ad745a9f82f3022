import { describe, expect, it } from 'vitest';
import { compile, expand, match, matches } from '../../src/patterns/regex.ts';

describe('pattern expressions', () => {
  it('expands named subpatterns to any depth', () => {
    const regex = compile('^ {{amount}} $', { amount: '{{digits}} \\. {{digits}}', digits: '[0-9]{1,9}' });
    expect(regex.test('12.50')).toBe(true);
  });
  it('names an unknown subpattern', () => {
    expect(() => expand('{{missing}}', {})).toThrow('{{missing}}');
  });
  it('gives named groups', () => {
    const found = match(compile('(?<year> [0-9]{4} ) 年'), '自2024年起');
    expect(found).toMatchObject({ start: 1, end: 6, groups: { year: '2024' } });
  });
  it('yields every match and survives empty ones', () => {
    expect([...matches(compile('a*'), 'aab')].map((m) => m.text)).toEqual(['aa', '', '']);
    // A character of two code units.
    expect([...matches(compile('a*'), '𝛼a')].map((m) => [m.start, m.text])).toEqual([
      [0, ''],
      [2, 'a'],
      [3, ''],
    ]);
  });
});
