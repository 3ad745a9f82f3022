import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadPatterns } from '../../src/patterns/load.ts';
import { sectionTree } from '../../src/sections/index.ts';
import { documentOf } from './build.ts';

const patterns = loadPatterns();
const { families } = z
  .strictObject({ families: z.array(z.strictObject({ name: z.string(), headings: z.array(z.string()) })) })
  .parse(patterns.files.get('sections/families'));
const TEXT = '按照有关规定办理，具体内容如下，不再重复。';

/** `heading = kind`; `~` is a section of no kind, `none` no section. */
const entryOf = (line: string): [string, string] => {
  const at = line.lastIndexOf(' = ');
  return [line.slice(0, at), line.slice(at + 3)];
};

/** What exports and clerks do to headings without changing what they say. */
const CHANGES: readonly (readonly [string, (heading: string) => string])[] = [
  [
    'half-width parentheses and stops',
    (h) =>
      h
        .replace(/（/g, '(')
        .replace(/）/g, ')')
        .replace(/^([一二三四五六七八九十]+)、/, '$1.'),
  ],
  ['letter-spaced', (h) => [...h].join(' ')],
  ['quotes of another kind', (h) => h.replace(/“/g, '"').replace(/”/g, '"')],
  ['with a stop', (h) => (/[。：，]/.test(h) ? h : `${h}。`)],
  ['with a colon after the number of the part', (h) => h.replace(/^(第.部分)[：\s]*/, '$1：')],
  [
    'indented, with spaces after the number',
    (h) => `　　${h.replace(/^([一二三四五六七八九十]+、|（.{1,3}）|\d+\.)/, '$1 ')}`,
  ],
  ['with no number mark but a full-width dot', (h) => h.replace(/^([一二三四五六七八九十]+)、/, '$1．')],
];

describe.each(families)('$name', ({ headings }) => {
  const entries = headings.map(entryOf);
  const document = documentOf(['青禾县档案馆', ...entries.flatMap(([heading]) => [heading, TEXT])]);
  const { sections } = sectionTree(document, patterns);

  it('gives each heading its kind', () => {
    const expected = entries.map(([heading, kind]) => `${heading} = ${kind}`);
    const found = entries.map(([heading]) => {
      const start = document.text.indexOf(`${heading}\n`);
      const section = sections.find((candidate) => candidate.start === start);
      return `${heading} = ${section ? (section.kind ?? '~') : 'none'}`;
    });
    expect(found).toEqual(expected);
  });

  it.each(CHANGES)('is the same %s', (_, change) => {
    const changed = documentOf(['青禾县档案馆', ...entries.flatMap(([heading]) => [change(heading), TEXT])]);
    const kinds = sectionTree(changed, patterns).sections.map(({ id, kind }) => `${id} ${kind}`);
    expect(kinds).toEqual(sections.map(({ id, kind }) => `${id} ${kind}`));
  });

  it('without text between, above the text, is a table of contents', () => {
    const titles = entries.map(([heading]) => heading).filter((heading) => !/[，；]|万元/.test(heading));
    const again = documentOf(['目录', ...titles, ...entries.flatMap(([heading]) => [heading, TEXT])]);
    const kinds = sectionTree(again, patterns).sections.map(({ id, kind }) => `${id} ${kind}`);
    expect(kinds).toEqual(sections.map(({ id, kind }) => `${id} ${kind}`));
    const bare = documentOf([...titles, ...entries.flatMap(([heading]) => [heading, TEXT])]);
    expect(sectionTree(bare, patterns).sections.map(({ id, kind }) => `${id} ${kind}`)).toEqual(kinds);
  });
});
