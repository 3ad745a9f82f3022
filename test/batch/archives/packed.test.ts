import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packedKind, packedMembers } from '../../../src/batch/archives/packed.ts';
import { findUnpackers, sevenZipList, tarList, type Unpacker } from '../../../src/batch/archives/unpacker.ts';
import { folder } from '../../folder.ts';

const MIB = 1024 * 1024;
const unpackers = await findUnpackers();
const bsdtar = unpackers.find(({ program }) => program.endsWith('bsdtar'));
const sevenZip = unpackers.find(({ program }) => !program.endsWith('bsdtar'));

/** A RAR archive (version 4) whose members are stored as they are. */
function rar(files: Readonly<Record<string, string>>, claimed?: number): Buffer {
  const block = (type: number, flags: number, rest: Buffer) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(type, 0);
    head.writeUInt16LE(flags, 1);
    head.writeUInt16LE(7 + rest.length, 3);
    const all = Buffer.concat([head, rest]);
    const sum = Buffer.alloc(2);
    sum.writeUInt16LE(crc32(all) & 0xffff);
    return Buffer.concat([sum, all]);
  };
  const members = Object.entries(files).map(([name, content]) => {
    const data = Buffer.from(content);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(25);
    fields.writeUInt32LE(data.length, 0);
    fields.writeUInt32LE(claimed ?? data.length, 4);
    fields.writeUInt8(3, 8);
    fields.writeUInt32LE(crc32(data), 9);
    fields.writeUInt8(20, 17);
    fields.writeUInt8(0x30, 18);
    fields.writeUInt16LE(label.length, 19);
    fields.writeUInt32LE(0o100644, 21);
    return Buffer.concat([block(0x74, 0x8000, Buffer.concat([fields, label])), data]);
  });
  const start = Buffer.from('526172211a0700', 'hex');
  return Buffer.concat([start, block(0x73, 0, Buffer.alloc(6)), ...members, block(0x7b, 0x4000, Buffer.alloc(0))]);
}

async function sevenZipped(files: Readonly<Record<string, string | Uint8Array>>, options: readonly string[] = []) {
  const [root, out] = [await folder(files), join(await folder(), 'a.7z')];
  const { program } = sevenZip as Unpacker;
  execFileSync(program, ['a', '-bso0', ...options, out, ...Object.keys(files)], { cwd: root, stdio: 'pipe' });
  return readFile(out);
}

async function membersOf(bytes: Uint8Array, using: readonly Unpacker[] = unpackers, max = 100 * MIB) {
  const at = await folder();
  await writeFile(join(at, 'a'), bytes);
  const found = await packedMembers(join(at, 'a'), packedKind(bytes) ?? 'rar', using, join(at, 'spool'), max);
  if ('reason' in found) return found.reason.code;
  const read: Record<string, string> = {};
  for await (const { name, content } of found.members) {
    read[name] = 'reason' in content ? content.reason.code : await text(await content.stream());
  }
  expect(await readdir(at), 'what was unpacked is gone').toEqual(['a']);
  return read;
}

describe('a RAR or 7z archive', () => {
  it('is known by its first bytes', () => {
    expect(packedKind(rar({}))).toBe('rar');
    expect(packedKind(Buffer.from('377abcaf271c0004', 'hex'))).toBe('7z');
    expect(packedKind(Buffer.from('PK\u0003\u0004abcd'))).toBeNull();
  });

  it('is named where no program unpacks it', async () => {
    expect(await membersOf(rar({ 'a.txt': 'one' }), [])).toBe('unsupported-format');
  });

  it.runIf(bsdtar)('of RAR gives its members in order', async () => {
    expect(await membersOf(rar({ 'a/b.txt': '决算', 'empty.txt': '', 'c.txt': 'three' }))).toEqual({
      'a/b.txt': '决算',
      'empty.txt': '',
      'c.txt': 'three',
    });
  });

  it.runIf(bsdtar)('that claims to expand further than any document is not unpacked', async () => {
    expect(await membersOf(rar({ 'a.txt': 'one' }, 20 * MIB))).toBe('archive-bomb');
  });

  it.runIf(bsdtar)('that is damaged says so, and gives what can be unpacked', async () => {
    const bytes = rar({ 'a.txt': 'one', 'b.txt': 'two two two' });
    expect(await membersOf(bytes.subarray(0, bytes.length - 12))).toEqual({ 'a.txt': 'one', 'b.txt': 'corrupt' });
    expect(await membersOf(Buffer.concat([bytes.subarray(0, 7), Buffer.from('no blocks at all')]))).toBe('corrupt');
  });

  it.runIf(sevenZip)('of 7z gives its members, each told by its checksum', async () => {
    const files = { 'a.txt': 'one', '决算/表.txt': '二', 'b.txt': 'x'.repeat(5000) };
    expect(await membersOf(await sevenZipped(files))).toEqual(files);
    expect(await membersOf(await sevenZipped(files), unpackers, 1000)).toMatchObject({ 'b.txt': 'too-big' });
    const bytes = await sevenZipped(files, ['-mx=0']);
    bytes.fill(0x41, 32, 34);
    expect(Object.values(await membersOf(bytes))).toContain('corrupt');
  });

  it.runIf(sevenZip)('with a password, or a bomb, is refused', async () => {
    expect(await membersOf(await sevenZipped({ 'a.txt': 'one' }, ['-psecret']))).toBe('encrypted');
    expect(await membersOf(await sevenZipped({ 'a.txt': 'one' }, ['-psecret', '-mhe=on']))).toBe('encrypted');
    expect(await membersOf(await sevenZipped({ 'a.txt': new Uint8Array(20 * MIB) }))).toBe('archive-bomb');
  });
});

describe('lists of unpackers', () => {
  it('name files with their sizes, and no folders or links', () => {
    const blocks =
      'Path = a\nAttributes = D\n\nPath = a\\b.doc\nSize = 12\nCRC = 0000000A\nEncrypted = +\n\nPath = c\nSize = \n';
    expect(sevenZipList(blocks)).toEqual([
      { name: 'a/b.doc', size: 12, encrypted: true, crc: 10 },
      { name: 'c', size: 0, encrypted: false, crc: null },
    ]);
    const lines = [
      'drwxr-xr-x  0 0      0           0 Nov 25 01:33 arc/',
      '-rw-r--r--  0 user   group       7 Nov 25  2024 arc/决 算.txt',
      'lrwxrwxrwx  0 0      0           0 Nov 25 01:33 l -> /etc/passwd',
    ];
    expect(tarList(lines.join('\n'))).toEqual([{ name: 'arc/决 算.txt', size: 7, encrypted: false, crc: null }]);
  });
});
