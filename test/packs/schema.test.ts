import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { definitionOf } from '../../src/packs/registry.ts';
import { leavesOf } from '../../src/packs/schema.ts';
import { schemaFiles } from '../../src/packs/schema-files.ts';
import { filesOf, patternsOf } from '../../src/patterns/load.ts';

const files = filesOf();
const patterns = patternsOf(files);
const schemas = new Map(schemaFiles(files, patterns).map(({ name, text }) => [name, JSON.parse(text)]));

describe('the schema for editors', () => {
  it.each([...patterns.files.keys()])('accepts %s', (key) => {
    const name = `${definitionOf(key)?.schemaName}.json`;
    const { error } = z.fromJSONSchema(schemas.get(name)).safeParse(patterns.files.get(key));
    expect(error?.issues ?? []).toEqual([]);
  });

  it('accepts a part of a pack that adds to one, and refuses unknown keys', () => {
    const words = z.fromJSONSchema(schemas.get('sentence-words.json'));
    expect(words.safeParse({ extends: 'sentences/words', order: 2, words: { up: ['跃升'] } }).success).toBe(true);
    expect(words.safeParse({ extends: 'sentences/words', words: { upp: ['跃升'] } }).success).toBe(false);
  });

  it('still asks for all keys of an entry of a list', () => {
    const counts = z.fromJSONSchema(schemas.get('sentence-counts.json'));
    expect(counts.safeParse({ counts: [{ concept: 'meeting.count', unit: ['场'], left: '会议' }] }).success).toBe(true);
    expect(counts.safeParse({ counts: [{ concept: 'meeting.count', unit: ['场'] }] }).success).toBe(false);
  });

  it('completes concepts from the vocabulary', () => {
    expect(schemas.get('sentence-counts.json').$defs.concept.enum).toContain('meeting.count');
  });

  it('explains keys with the words that head the pack', () => {
    const { kinds } = schemas.get('sections.json').properties;
    expect(kinds.additionalProperties.properties.run_on.description).toMatch(/^headings that run on into an amount/);
    expect(schemas.get('table.json').properties.other_titles.description).toMatch(/titles/);
  });
});

describe('a shipped pack', () => {
  it.each(files.map((file) => [file.place, file] as const))('%s names its schema for editors', (_, file) => {
    const path = /^# yaml-language-server: \$schema=(\S+)\n/.exec(file.text)?.[1] ?? '';
    const schema = new URL(path, new URL(`../../${file.place}`, import.meta.url));
    const expected = `../../docs/schema/${definitionOf(file.key)?.schemaName}.json`;
    expect(schema.href).toBe(new URL(expected, import.meta.url).href);
  });
});

describe('the values that a schema names', () => {
  const of = (key: string, value: unknown) => leavesOf(definitionOf(key) as never, value);

  it('are found in maps, lists and choices', () => {
    expect(of('sentences/words', { words: { up: ['a'], together: 'b' }, nouns: { prior_final: 'c' } })).toEqual([
      { path: ['words', 'up', 0], value: 'a', id: 'expression' },
      { path: ['words', 'together'], value: 'b', id: 'expression' },
      { path: ['nouns', 'prior_final'], value: 'c', id: 'expression' },
    ]);
  });

  it('tell parts of expressions and concepts', () => {
    expect(of('checks/copied', { pairs: [['x', 'y']] }).map(({ id }) => id)).toEqual(['concept', 'concept']);
    expect(of('sentences/words', { subpatterns: { a: 'b' } })).toEqual([
      { path: ['subpatterns', 'a'], value: 'b', id: 'subpattern' },
    ]);
  });
});
