import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import { sectionTree } from '../../src/sections/index.ts';
import { sectionPack } from '../../src/sections/kinds.ts';
import { documentOf } from './build.ts';

const patterns = loadPatterns();
const FILLER = '按照规定，有关情况如下，具体内容以批复为准。';

/** The kinds of a path of headings, each over a line of text. */
function kindsOf(example: string): (string | null)[] {
  const heads = example.split(' > ');
  const { sections } = sectionTree(documentOf([FILLER, ...heads.flatMap((head) => [head, FILLER])]), patterns);
  return sections.map(({ kind }) => kind);
}

describe.each(Object.entries(sectionPack(patterns).kinds))('section kind %s', (id, kind) => {
  it.skipIf(kind.examples.length === 0).each(kind.examples)('is said by %s', (example) => {
    const { sections } = sectionTree(documentOf([FILLER, '一、本行不是标题，只是文字。', FILLER]), patterns);
    expect(sections).toEqual([]);
    expect(kindsOf(example).at(-1)).toBe(id);
    expect(kindsOf(example).length).toBe(example.split(' > ').length);
  });

  it.each(kind.others)('is not said by %s', (other) => {
    expect(kindsOf(other).slice(other.split(' > ').length - 1)).not.toContain(id);
  });
});
