import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contextOf, readerPack } from '../../src/batch/context.ts';
import { loadPatterns, type Patterns } from '../../src/patterns/load.ts';
import { read } from '../../src/read/index.ts';

const patterns = loadPatterns();
const samples = new URL('../../samples/', import.meta.url);
const options = {};

describe('what a result depends on', () => {
  const of = (changes: Partial<Patterns> = {}, version = '1', own: Record<string, unknown> = options) =>
    contextOf({ version, patterns: { ...patterns, ...changes }, options: own });

  it('is the program, the packs and the options', () => {
    expect(of()).toEqual(of());
    expect(of({ hash: 'other' }).facts).not.toBe(of().facts);
    expect(of({}, '2').facts).not.toBe(of().facts);
    expect(of({}, '1', { verifyDoc: true }).read).not.toBe(of().read);
  });

  it('for the reading are the packs of the readers alone', () => {
    expect(of({ hash: 'other' }).read).toBe(of().read);
    const files = new Map([...patterns.files, ['layout', { changed: true }]]);
    expect(of({ files }).read).not.toBe(of().read);
  });
});

describe('readers', async () => {
  const few = { files: new Map([...patterns.files].filter(([key]) => readerPack(key))), hash: '' };
  const names = (await readdir(samples)).filter((name) => !name.endsWith('.md'));
  // One of each form: what is cached of a reading must not depend on other packs.
  const forms = [...new Map(names.map((name) => [name.replace(/^.*\./, ''), name])).values()];

  it.each(forms)('read %s with these packs alone', async (name) => {
    const bytes = await readFile(new URL(name, samples));
    const [whole, part] = [
      await read(Uint8Array.from(bytes), { patterns }),
      await read(Uint8Array.from(bytes), { patterns: few }),
    ];
    expect(part).toEqual(whole);
  });
});
