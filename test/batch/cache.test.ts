import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReadingCache } from '../../src/batch/cache.ts';
import { extract } from '../../src/extract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { read } from '../../src/read/index.ts';
import { folder } from '../folder.ts';

const patterns = loadPatterns();
const key = 'ab'.repeat(32);

describe('a kept reading', async () => {
  const bytes = await readFile(new URL('../../samples/sichuan-2022-final.pdf', import.meta.url));
  const { value, notices } = await read(Uint8Array.from(bytes), { patterns });
  if (!value) throw new Error('no document');

  it('gives the record that a fresh one gives', async () => {
    const cache = new ReadingCache(await folder(), 'c');
    await cache.put(key, { value, notices });
    const kept = await cache.get(key);
    const options = { path: 'a.pdf', patterns, version: '0' };
    const fresh = await extract(Uint8Array.from(bytes), options);
    const { record } = await extract(Uint8Array.from(bytes), {
      ...options,
      readWith: async () => kept ?? { value: null, notices },
    });
    expect(record).toEqual(fresh.record);
  });

  it('is no longer taken when what reading depends on has changed', async () => {
    const out = await folder();
    await new ReadingCache(out, 'c').put(key, { value, notices });
    expect(await new ReadingCache(out, 'd').get(key)).toBeNull();
    await new ReadingCache(out, 'd').put(key, { value, notices });
    expect(await readdir(join(out, '.gongkai/read/ab'))).toHaveLength(1);
  });

  it('is nothing where the file is damaged or of other content', async () => {
    const out = await folder();
    const cache = new ReadingCache(out, 'c');
    await cache.put(key, { value, notices });
    expect(await cache.get(`${key.slice(0, 16)}${'0'.repeat(48)}`)).toBeNull();
    await writeFile(join(out, `.gongkai/read/ab/${key.slice(0, 16)}.deflate`), 'damaged');
    expect(await cache.get(key)).toBeNull();
  });
});
