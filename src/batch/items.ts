/** From inputs to what there is to do: every file and every member of an archive, with the hash of its bytes. */
import { createHash } from 'node:crypto';
import { closeSync, createWriteStream, openSync, readSync, type Stats, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Member } from './archives/member.ts';
import { packedKind, packedMembers } from './archives/packed.ts';
import { findUnpackers, type Unpacker } from './archives/unpacker.ts';
import { WarcError, warcMembers } from './archives/warc.ts';
import { zipMembers } from './archives/zip.ts';
import { type Place, type Reason, reasonOf } from './entry.ts';
import type { Input } from './inputs.ts';
import type { FilePath } from './names.ts';
import { asOutputError } from './output-error.ts';
import { promisesDocument, startsLikeDocument } from './recognise.ts';

/** A disclosure has some megabytes; reading much more could exhaust the memory for all the others. */
export const MAX_BYTES = 200 * 1024 * 1024;
/** An archive in an archive in an archive: deeper is no harvest. */
const MAX_DEPTH = 3;
const CHUNK = 1 << 20;
/** ZIP, WARC, gzip, RAR, 7z. */
const ARCHIVE_HEADS = [
  Buffer.from('PK'),
  Buffer.from('WARC/'),
  Buffer.from([0x1f, 0x8b]),
  Buffer.from('Rar!'),
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf]),
];

export interface Content {
  readonly file: FilePath;
  /** SHA-256 of the bytes. */
  readonly key: string;
  /** Whether its name or the user says that it is a document. */
  readonly expected: boolean;
  /** Removes what was unpacked for it. */
  readonly dispose: () => Promise<void>;
}

export interface Item {
  readonly place: Place;
  readonly content: Content | { readonly status: 'unsupported' | 'failed'; readonly reason: Reason };
}

const kept = async (): Promise<void> => undefined;

export class Items {
  private unpacked = 0;
  private unpackers: Promise<Unpacker[]> | null = null;

  /** `spool` names files in which members of archives may lie until they are dealt with. */
  constructor(private readonly spool: (name: string) => string) {}

  async *of(inputs: readonly Input[]): AsyncGenerator<Item> {
    for (const { file, place, named } of inputs) yield* this.file(file, place, named, 1, kept);
  }

  private async *file(
    file: FilePath,
    place: Place,
    named: boolean,
    depth: number,
    dispose: () => Promise<void>,
  ): AsyncGenerator<Item> {
    const seen = look(file);
    if (!('head' in seen)) {
      yield { place, content: { status: 'failed', reason: seen } };
      return;
    }
    const archive = await this.archive(file, seen.head, place, depth);
    if (archive) {
      yield* archive;
      await dispose();
      return;
    }
    const expected = named || promisesDocument(place.path);
    const content = await contentOf(file, seen, expected, dispose);
    if (!('key' in content)) await dispose();
    yield { place, content };
  }

  /** Null for anything but an archive. */
  private async archive(
    file: FilePath,
    head: Buffer,
    place: Place,
    depth: number,
  ): Promise<AsyncGenerator<Item> | null> {
    const gzip = head[0] === 0x1f && head[1] === 0x8b;
    const web = head.toString('latin1', 0, 7) === 'WARC/1.' || (gzip && /\.warc\.gz$/i.test(place.path));
    const zip =
      head.toString('latin1', 0, 4) === 'PK\u0003\u0004' || head.toString('latin1', 0, 4) === 'PK\u0005\u0006';
    const packed = packedKind(head);
    if (!web && !zip && !packed) return null;
    const opened = zip ? await zipMembers(file, MAX_BYTES) : null;
    if (zip && !opened) return null;
    const refused = (status: 'unsupported' | 'failed', reason: Reason) => one({ place, content: { status, reason } });
    if (depth >= MAX_DEPTH) {
      opened?.close();
      return refused('failed', reasonOf('archive-depth', `archives in archives, more than ${MAX_DEPTH - 1} deep`));
    }
    if (packed) {
      this.unpackers ??= findUnpackers();
      const spool = this.spool(`archive-${++this.unpacked}`);
      const found = await packedMembers(file, packed, await this.unpackers, spool, MAX_BYTES);
      if ('members' in found) return this.members(found.members, place, depth, () => undefined);
      return refused(found.reason.code === 'unsupported-format' ? 'unsupported' : 'failed', found.reason);
    }
    return this.members(opened?.members ?? warcMembers(file, gzip, MAX_BYTES), place, depth, () => opened?.close());
  }

  private async *members(
    members: Iterable<Member> | AsyncIterable<Member>,
    place: Place,
    depth: number,
    close: () => void,
  ): AsyncGenerator<Item> {
    let count = 0;
    try {
      for await (const member of members) {
        count++;
        yield* this.member(member, place, depth);
      }
    } catch (error) {
      if (!(error instanceof WarcError)) throw error;
      count++;
      yield { place, content: { status: 'failed', reason: reasonOf('corrupt', error.message) } };
    } finally {
      close();
    }
    if (count === 0)
      yield { place, content: { status: 'unsupported', reason: reasonOf('empty', 'an archive without documents') } };
  }

  private async *member(member: Member, archive: Place, depth: number): AsyncGenerator<Item> {
    const { name, content, url, date, truncated } = member;
    const place: Place = {
      path: `${archive.path}!/${name}`,
      ...origin(url ?? archive.url, date ?? archive.date),
      ...(truncated ? { truncated } : {}),
    };
    if ('reason' in content) {
      yield { place, content: { status: 'failed', reason: content.reason } };
      return;
    }
    const file = this.spool(`member-${++this.unpacked}`);
    const failed = await unpack(content.stream, file);
    const dispose = () => rm(file, { force: true });
    if (failed) {
      await dispose();
      yield { place, content: { status: 'failed', reason: failed } };
      return;
    }
    yield* this.file(file, place, member.document === true, depth + 1, dispose);
  }
}

function origin(url: string | undefined, date: string | undefined): Omit<Place, 'path'> {
  return { ...(url ? { url } : {}), ...(date ? { date } : {}) };
}

async function* one(item: Item): AsyncGenerator<Item> {
  yield item;
}

async function unpack(stream: () => Promise<NodeJS.ReadableStream>, file: string): Promise<Reason | null> {
  let source: NodeJS.ReadableStream;
  try {
    source = await stream();
  } catch {
    return reasonOf('corrupt', 'the archive is damaged: this member cannot be unpacked');
  }
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > MAX_BYTES ? new Error('too big') : null, chunk);
    },
  });
  try {
    await pipeline(source, limit, createWriteStream(file));
    return null;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall && code !== 'Z_DATA_ERROR') throw asOutputError(error);
    if (size > MAX_BYTES) return reasonOf('archive-bomb', 'it expands further than it says; it was not unpacked');
    return reasonOf('corrupt', 'the archive is damaged: this member cannot be unpacked');
  }
}

/** What can be told of a file from one look at it. */
interface Look {
  readonly size: number;
  /** The first bytes. */
  readonly head: Buffer;
  /** SHA-256 of a small file; null of a large one, for which it takes another look. */
  readonly key: string | null;
}

const buffer = Buffer.allocUnsafe(CHUNK);

/**
 * In one go, and without the thread pool: for a small file the way there and back takes longer than the file. Gives the
 * reason where there is nothing to read.
 */
function look(file: FilePath): Look | Reason {
  try {
    const { size } = regular(statSync(file));
    const handle = openSync(file, 'r');
    try {
      const count = readSync(handle, buffer, 0, CHUNK, 0);
      const head = Buffer.from(buffer.subarray(0, Math.min(16, count)));
      // Archives are read in portions, so they may be of any size.
      if (size > MAX_BYTES && !ARCHIVE_HEADS.some((each) => head.indexOf(each) === 0)) return tooBig(size);
      const key = count < CHUNK ? createHash('sha256').update(buffer.subarray(0, count)).digest('hex') : null;
      return { size, head, key };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return error instanceof Unreadable ? error.reason : unreadable(error);
  }
}

class Unreadable extends Error {
  constructor(readonly reason: Reason) {
    super(reason.message);
  }
}

/** Reading a pipe or a device might never end. */
function regular(found: Stats): Stats {
  if (found.isDirectory())
    throw new Unreadable(reasonOf('unreadable', 'a directory that cannot be opened, or is too deep'));
  if (!found.isFile()) throw new Unreadable(reasonOf('unreadable', 'not a regular file'));
  return found;
}

function tooBig(size: number): Reason {
  const limit = MAX_BYTES / 1024 / 1024;
  return reasonOf('too-big', `${Math.ceil(size / 1024 / 1024)} MB, more than the ${limit} MB that one file may have`);
}

/** The system's own message holds the absolute path, which must not get into a result. */
function unreadable(error: unknown): Reason {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return reasonOf('unreadable', code === 'ENOENT' ? 'no such file' : `cannot be opened (${code})`);
}

async function contentOf(
  file: FilePath,
  { size, head, key }: Look,
  expected: boolean,
  dispose: () => Promise<void>,
): Promise<Item['content']> {
  if (!expected && !startsLikeDocument(head)) {
    return { status: 'unsupported', reason: reasonOf('unsupported-format', 'not a document form that gongkai reads') };
  }
  if (size > MAX_BYTES) return { status: 'failed', reason: tooBig(size) };
  try {
    return { file, key: key ?? (await hashOfLarge(file)), expected, dispose };
  } catch (error) {
    return { status: 'failed', reason: unreadable(error) };
  }
}

async function hashOfLarge(file: FilePath): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(file, 'r');
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: CHUNK })) {
      hash.update(chunk as Buffer);
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}
