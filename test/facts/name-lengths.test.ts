import { expect, it } from 'vitest';
import { NameLengths } from '../../src/facts/name-lengths.ts';

const lengths = new NameLengths(['教育支出', '教育', '教育支出', '行政运行', '水']);

it('tells how long the names are that may begin at a place, the longest first', () => {
  expect(lengths.at('用于教育支出', 2)).toEqual([4, 2]);
  expect(lengths.at('行政单位', 0)).toEqual([4]);
});
it('knows no name where none begins, nor at the end of a text', () => {
  expect(lengths.at('用于教育', 1)).toEqual([]);
  expect(lengths.at('教', 0)).toEqual([]);
});
