import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../src/dataset/dictionary.ts';
import { labels } from '../../src/dataset/labels.ts';
import { TABLES } from '../../src/dataset/tables/index.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { vocabulary } from '../../src/patterns/vocabulary.ts';

const patterns = loadPatterns();
const words = labels(patterns);

describe('labels', () => {
  it.each(TABLES)('of $name and all its columns stand in both languages', ({ name, columns }) => {
    expect(words.table(name).zh).toMatch(/\p{Script=Han}/u);
    for (const column of columns) {
      expect(words.column(name, column.name).en).toMatch(/[a-z]/);
      expect(words.column(name, column.name).zh).not.toBe('');
    }
  });

  it('name every concept, measure and basis of the vocabulary in English', () => {
    const { concepts, measures, bases } = vocabulary(patterns);
    expect(Object.keys(words.english.concepts).sort()).toEqual([...concepts.keys()].sort());
    expect(Object.keys(words.english.measures).sort()).toEqual([...measures.keys()].sort());
    expect(Object.keys(words.english.bases).sort()).toEqual([...bases.keys()].sort());
  });
});

it('docs/data-dictionary.md is the one that `npm run dictionary` writes', () => {
  const text = readFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), 'utf8');
  expect(text).toBe(dictionary(patterns));
});
