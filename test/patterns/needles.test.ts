import { describe, expect, it } from 'vitest';
import { isOpening, mayMatch, needlesOf } from '../../src/patterns/needles.ts';

describe('needlesOf', () => {
  it.each([
    ['(?<![甲乙])[^，]{1,9}[类款项]?科目(?=支出|，)', ['科目']],
    ['(?:出国|出境)[^。]{0,9}', ['出国', '出境']],
    ['[一二三](?:预算){1,2}数', ['预算']],
    ['.{0,9}(?=绩效自评)', ['绩效自评']],
    ['（[12]\\d{2}', ['（1', '（2']],
  ])('of %s stand in whatever it matches', (source, needles) => {
    expect(needlesOf(new RegExp(source, 'u'))).toEqual(needles);
  });

  it.each(['支出?', '(?:支出|\\d)', '(?!支出)', '(?:支出)?', '[^支]出', '(?:甲甲|乙乙|丙丙|丁丁|戊戊|己己|庚庚)'])(
    'are unknown for %s',
    (source) => {
      expect(needlesOf(new RegExp(source, 'u'))).toBeNull();
    },
  );

  it('let a text through that holds one of them, and every text where none is known', () => {
    expect(['出国', '出境'].map((text) => mayMatch(text, ['出境', '出行']))).toEqual([false, true]);
    expect(mayMatch('', null)).toBe(true);
  });
});

it.each([
  ['^支出', true],
  ['(?:^支出)', true],
  ['^支出|收入', false],
  ['支出$', false],
])('%s matches only at the beginning: %s', (source, opening) => {
  expect(isOpening(new RegExp(source, 'u'))).toBe(opening);
});
