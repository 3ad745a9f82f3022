/**
 * The members of a RAR or 7z archive, unpacked by a program of the system. The list with all sizes comes first; what is
 * too large or expands too far is refused before a byte is inflated. All members are then written one after another into
 * one file: in one go, for solid archives, and without a name of the archive ever touching the file system.
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Reason, reasonOf } from '../entry.ts';
import type { FilePath } from '../names.ts';
import { asOutputError } from '../output-error.ts';
import type { Member } from './member.ts';
import type { Listed, PackedKind, Unpacker } from './unpacker.ts';

const SMALL = 10 * 1024 * 1024;
/** All members together, as often as the archive is large; nothing that people wrote shrinks further. */
const MAX_RATIO = 200;
const MAX_TOTAL = 4 * 1024 * 1024 * 1024;
const MAX_MEMBERS = 100_000;
const MAX_LIST = 64 * 1024 * 1024;
const LIST_MS = 60_000;
const UNPACK_MS = 600_000;

export type Packed = { readonly members: AsyncIterable<Member> } | { readonly reason: Reason };

export function packedKind(head: Uint8Array): PackedKind | null {
  const start = Buffer.from(head.subarray(0, 6)).toString('hex');
  return start === '526172211a07' ? 'rar' : start === '377abcaf271c' ? '7z' : null;
}

/** `spool` is where the unpacked bytes may lie until the last member was given. */
export async function packedMembers(
  file: FilePath,
  kind: PackedKind,
  unpackers: readonly Unpacker[],
  spool: string,
  maxBytes: number,
): Promise<Packed> {
  const name = kind === 'rar' ? 'RAR' : '7z';
  if (unpackers.length === 0) {
    const message = `a ${name} archive; no program that unpacks it (7z, 7zz, 7za, bsdtar) was found`;
    return { reason: reasonOf('unsupported-format', message) };
  }
  let said = '';
  /** The list of a damaged archive: what stands before the damage. */
  let partial: { unpacker: Unpacker; members: Listed[] } | null = null;
  // A 7z may list a RAR archive and lack what unpacks it.
  for (const unpacker of kind === 'rar' ? [...unpackers].reverse() : unpackers) {
    const { code, output, errors } = await listed(unpacker, file);
    const found = { unpacker, members: unpacker.parse(output) };
    if (code === 0) return given(found, file, spool, maxBytes);
    said = `${said}\n${errors}`;
    if (found.members.length > 0) partial ??= found;
  }
  if (/encrypted|password/i.test(said)) return { reason: reasonOf('encrypted', ENCRYPTED) };
  if (partial) return given(partial, file, spool, maxBytes);
  return { reason: reasonOf('corrupt', `the ${name} archive is damaged, or packed in a way that cannot be unpacked`) };
}

async function given(
  { unpacker, members }: { unpacker: Unpacker; members: Listed[] },
  file: FilePath,
  spool: string,
  maxBytes: number,
): Promise<Packed> {
  const reason = await refused(members, file);
  return reason ? { reason } : { members: unpacked(members, unpacker, file, spool, maxBytes) };
}

const ENCRYPTED = 'the archive is encrypted; a password is needed';

async function refused(members: readonly Listed[], file: FilePath): Promise<Reason | null> {
  const total = members.reduce((sum, { size }) => sum + size, 0);
  const { size } = await stat(file);
  if ((total > SMALL && total > size * MAX_RATIO) || total > MAX_TOTAL || members.length > MAX_MEMBERS)
    return reasonOf('archive-bomb', 'it expands further than any document; it was not unpacked');
  return members.some(({ encrypted }) => encrypted) ? reasonOf('encrypted', ENCRYPTED) : null;
}

async function* unpacked(
  members: readonly Listed[],
  unpacker: Unpacker,
  file: FilePath,
  spool: string,
  maxBytes: number,
): AsyncGenerator<Member> {
  const total = members.reduce((sum, { size }) => sum + size, 0);
  try {
    const { written, encrypted } = await unpackInto(spool, unpacker, file, total);
    let start = 0;
    for (const { name, size, crc } of members) {
      const from = start;
      start += size;
      yield {
        name,
        content: await contentOf({ spool, from, size, crc, there: start <= written, encrypted, maxBytes }),
      };
    }
  } finally {
    await rm(spool, { force: true });
  }
}

interface Slice {
  readonly spool: string;
  readonly from: number;
  readonly size: number;
  readonly crc: number | null;
  readonly there: boolean;
  readonly encrypted: boolean;
  readonly maxBytes: number;
}

async function contentOf({ spool, from, size, crc, there, encrypted, maxBytes }: Slice): Promise<Member['content']> {
  const mib = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  if (size > maxBytes) {
    const message = `${mib(size)} MB, more than the ${mib(maxBytes)} MB that one file may have`;
    return { reason: reasonOf('too-big', message) };
  }
  const stream = (): Readable =>
    size === 0 ? Readable.from([]) : createReadStream(spool, { start: from, end: from + size - 1 });
  const whole = there && (crc === null || (await checksum(stream())) === crc);
  if (whole) return { stream: async () => stream() };
  if (encrypted) return { reason: reasonOf('encrypted', ENCRYPTED) };
  return { reason: reasonOf('corrupt', 'the archive is damaged: this member cannot be unpacked') };
}

async function checksum(stream: Readable): Promise<number> {
  let value = 0;
  for await (const chunk of stream) value = crc32(chunk as Buffer, value);
  return value;
}

function started(unpacker: Unpacker, args: readonly string[], file: FilePath) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  // A path may hold bytes that are no text: then the program cannot be told of it, and fails.
  const child = spawn(unpacker.program, [...args, String(file)], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (errors.length < 10_000) errors += chunk.toString('utf8');
  });
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', (code) => resolve(code ?? -1));
  });
  return { child, ended, errors: () => errors };
}

async function listed(unpacker: Unpacker, file: FilePath): Promise<{ code: number; output: string; errors: string }> {
  const { child, ended, errors } = started(unpacker, unpacker.list, file);
  const timer = setTimeout(() => child.kill('SIGKILL'), LIST_MS);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_LIST) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  const code = await ended;
  clearTimeout(timer);
  return { code, output: Buffer.concat(chunks).toString('utf8'), errors: errors() };
}

/** How many bytes came; more than the list promised are not taken. */
async function unpackInto(
  spool: string,
  unpacker: Unpacker,
  file: FilePath,
  total: number,
): Promise<{ written: number; encrypted: boolean }> {
  const { child, ended, errors } = started(unpacker, unpacker.unpack, file);
  const timer = setTimeout(() => child.kill('SIGKILL'), UNPACK_MS);
  let written = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      const taken = chunk.subarray(0, total - written);
      written += taken.length;
      if (taken.length < chunk.length) child.kill('SIGKILL');
      done(null, taken);
    },
  });
  await pipeline(child.stdout, limit, createWriteStream(spool)).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw asOutputError(error);
  });
  await ended;
  clearTimeout(timer);
  return { written, encrypted: /encrypted|password/i.test(errors()) };
}
