import { describe, expect, it } from 'vitest';
import { compile } from '../../src/patterns/regex.ts';
import { Search } from '../../src/patterns/search.ts';

const SOURCES = [
  '支出(?:合计)?',
  '(?:本年)?(?:财政)?支出',
  '(?<=，)支出(?=\\d)',
  '(?<year>20\\d\\d)年(?:度)?',
  '\\p{Script=Han}{2,9}经费',
  '(?:无|没有){0,3}',
  '(?:a?b?){2,6}c',
  '𠮷[^，]{1,3}。',
];
const TEXTS = [
  '本年财政支出合计5万元，支出3万元',
  '2023年度无没有无会议经费支出',
  'ababc，aac，c',
  '上𠮷野家。𠮷',
  '支出支出合计',
  '',
];

/** One expression after the other. */
function oneByOne(text: string): string[] {
  return SOURCES.flatMap((source, index) =>
    [...text.matchAll(compile(source, {}, 'g'))]
      .filter(([match]) => match !== '')
      .map((match) => `${match.index} ${index} ${match[0]}`),
  ).sort();
}

describe('a search for many expressions', () => {
  const search = new Search(SOURCES.map((source) => compile(source, {}, 'y')));
  const found = (text: string) =>
    search.all(text).map(({ index, start, end }) => `${start} ${index} ${text.slice(start, end)}`);

  it.each(TEXTS)('finds in %s what each alone finds', (text) => {
    expect(found(text).sort()).toEqual(oneByOne(text));
  });

  it('tells them by place, then in their order', () => {
    expect(search.all('本年支出支出').map(({ start, index }) => [start, index])).toEqual([
      [0, 1],
      [2, 0],
      [4, 0],
      [4, 1],
    ]);
  });

  it('remembers no more of a text that never repeats than it can use', () => {
    const text = Array.from({ length: 60_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join(
      '',
    );
    expect(found(`${text}支出`)).toContain(`${text.length} 0 支出`);
  });
});
