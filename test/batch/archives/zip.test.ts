import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipMembers } from '../../../src/batch/archives/zip.ts';
import { folder } from '../../folder.ts';

const MIB = 1024 * 1024;
/** A name of as many letters as its GBK form has bytes, which then takes its place. */
const STAND_IN = 'QQQQ.txt';
const GBK = Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]);

async function archive(bytes: Uint8Array): Promise<string> {
  const file = join(await folder(), 'a.zip');
  await writeFile(file, bytes);
  return file;
}

async function membersOf(bytes: Uint8Array, max = 100 * MIB) {
  const opened = await zipMembers(await archive(bytes), max);
  if (!opened) return null;
  const { members, close } = opened;
  const read: Record<string, string> = {};
  for (const { name, content } of members) {
    read[name] = 'reason' in content ? content.reason.code : await text(await content.stream());
  }
  close();
  return read;
}

describe('a ZIP archive', () => {
  it('gives its members, without folders and what the Finder adds', async () => {
    const files = {
      'a/b.txt': strToU8('one'),
      'a/': new Uint8Array(),
      '__MACOSX/._b': strToU8('x'),
      'a/.DS_Store': strToU8('x'),
    };
    expect(await membersOf(zipSync(files))).toEqual({ 'a/b.txt': 'one' });
  });

  it('gives names in the character set of a Chinese Windows', async () => {
    const bytes = Buffer.from(zipSync({ [STAND_IN]: strToU8('one') }));
    for (let at = bytes.indexOf('QQQQ'); at >= 0; at = bytes.indexOf('QQQQ')) GBK.copy(bytes, at);
    expect(await membersOf(bytes)).toEqual({ '决算.txt': 'one' });
  });

  it('gives names with backslashes as paths', async () => {
    expect(await membersOf(zipSync({ 'a\\b.txt': strToU8('x') }))).toEqual({ 'a/b.txt': 'x' });
  });

  it('is not unpacked where a member expands further than any document', async () => {
    expect(await membersOf(zipSync({ 'zeros.txt': new Uint8Array(20 * MIB) }))).toEqual({
      'zeros.txt': 'archive-bomb',
    });
  });

  it('is not unpacked where its members do so together', async () => {
    const zeros = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`${i}.txt`, new Uint8Array(9 * MIB)]));
    expect(Object.values((await membersOf(zipSync(zeros))) ?? {})).toEqual(Array(4).fill('archive-bomb'));
  });

  it('says of a member that it is too large', async () => {
    expect(await membersOf(zipSync({ 'a.txt': strToU8('one two') }, { level: 0 }), 5)).toEqual({ 'a.txt': 'too-big' });
  });

  it('is none where it is a document', async () => {
    expect(
      await membersOf(zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') })),
    ).toBeNull();
    expect(await membersOf(strToU8('PK\u0003\u0004 nothing'))).toBeNull();
  });
});
