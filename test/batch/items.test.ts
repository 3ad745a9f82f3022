import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';
import { Items } from '../../src/batch/items.ts';
import { folder } from '../folder.ts';

async function itemsOf(files: Record<string, string | Uint8Array>) {
  const [root, spool] = [await folder(files), await folder()];
  const items: Record<string, string> = {};
  for await (const { place, content } of new Items((name) => join(spool, name)).of(await findInputs(['.'], root))) {
    items[place.path] = 'key' in content ? content.key.slice(0, 8) : content.reason.code;
    if ('key' in content) await content.dispose();
  }
  return { items, left: await readdir(spool) };
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

describe('items', () => {
  it('are files and the members of archives, which leave nothing behind', async () => {
    const inner = zipSync({ 'c.txt': strToU8('three') });
    const zip = zipSync({ 'b.txt': strToU8('two'), 'inner.zip': inner, 'notes.md': strToU8('notes') });
    const { items, left } = await itemsOf({ 'a.txt': 'one', 'x.zip': zip });
    expect(items).toEqual({
      'a.txt': hash('one'),
      'x.zip!/b.txt': hash('two'),
      'x.zip!/inner.zip!/c.txt': hash('three'),
      'x.zip!/notes.md': 'unsupported-format',
    });
    expect(left).toEqual([]);
  });

  it('end where archives hold archives hold archives', async () => {
    let zip = zipSync({ 'a.txt': strToU8('one') });
    for (let i = 0; i < 3; i++) zip = zipSync({ 'z.zip': zip });
    expect((await itemsOf({ 'z.zip': zip })).items).toEqual({ 'z.zip!/z.zip!/z.zip': 'archive-depth' });
  });

  it('name an archive without documents', async () => {
    expect((await itemsOf({ 'z.zip': zipSync({}) })).items).toEqual({ 'z.zip': 'empty' });
  });

  it('name a member that is damaged', async () => {
    const zip = zipSync({ 'a.txt': strToU8('one two three four'.repeat(50)) });
    zip.fill(0xff, 36, 44);
    expect((await itemsOf({ 'z.zip': zip })).items).toEqual({ 'z.zip!/a.txt': 'corrupt' });
  });
});
