import { expect, it } from 'vitest';
import { parseList } from '../../src/batch/list.ts';

it('reads a path from each line, with its address and date after tabs', () => {
  expect(parseList('a b.pdf\nc.pdf\thttps://x/c\t2024-08-30\r\n\n# note\nd.pdf\t\t2024\n')).toEqual([
    { file: 'a b.pdf' },
    { file: 'c.pdf', url: 'https://x/c', date: '2024-08-30' },
    { file: 'd.pdf', date: '2024' },
  ]);
});

it('reads a table with a head, in any order of its columns', () => {
  expect(parseList('\ufeffpath,note,url\n"a, ""b"".pdf",x,https://x\n,,\nc.pdf,,\n')).toEqual([
    { file: 'a, "b".pdf', url: 'https://x' },
    { file: 'c.pdf' },
  ]);
  expect(parseList('path\tdate\turl\na.pdf\t2024\thttps://x')).toEqual([
    { file: 'a.pdf', url: 'https://x', date: '2024' },
  ]);
});

it('reads what find -print0 writes, with line breaks in names', () => {
  expect(parseList('a\nb.pdf\0c.pdf\0')).toEqual([{ file: 'a\nb.pdf' }, { file: 'c.pdf' }]);
});
