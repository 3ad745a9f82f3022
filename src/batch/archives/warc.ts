/**
 * The documents of a WARC file (ISO 28500), plain or gzip, one after another as they stand in it: responses with status
 * 200, and resources. Nothing is held but the record at hand.
 */
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { brotliDecompressSync, createGunzip, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type Reason, reasonOf } from '../entry.ts';
import type { FilePath } from '../names.ts';
import type { Member } from './member.ts';

const MAX_HEAD = 64 * 1024;
const DOCUMENT_TYPE = /html|pdf|msword|ms-word|officedocument|ms-excel|rtf|ofd|text\/plain|multipart\/related/i;

export class WarcError extends Error {}

/** Takes bytes from a stream in the portions that the format asks for. */
class Source {
  private readonly chunks: AsyncIterator<Buffer>;
  private buffer: Buffer = Buffer.alloc(0);

  constructor(
    stream: Readable,
    private readonly damage: () => Error | null,
  ) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Adds the next chunk; false at the end. */
  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) {
      if (this.damage()) throw new WarcError('the archive is damaged: it cannot be unpacked further');
      return false;
    }
    this.buffer = this.buffer.length === 0 ? next.value : Buffer.concat([this.buffer, next.value]);
    return true;
  }

  /** Up to and with an empty line; null at the end of the file. */
  async head(): Promise<string | null> {
    for (;;) {
      const start = this.buffer.findIndex((byte) => byte !== 13 && byte !== 10);
      if (start > 0) this.buffer = this.buffer.subarray(start);
      const end = this.buffer.indexOf('\r\n\r\n');
      if (start >= 0 && end >= 0) {
        const text = this.buffer.toString('utf8', 0, end);
        this.buffer = this.buffer.subarray(end + 4);
        return text;
      }
      if (this.buffer.length > MAX_HEAD) throw new WarcError('the archive is damaged: a record has no head');
      if (!(await this.more())) {
        if (start < 0) return null;
        throw new WarcError('the archive ends within a record');
      }
    }
  }

  /** The next bytes; null where there are more than `max`, which are passed over. */
  async body(length: number, max: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (let rest = length; rest > 0; ) {
      if (this.buffer.length === 0 && !(await this.more())) throw new WarcError('the archive ends within a record');
      const part = this.buffer.subarray(0, rest);
      this.buffer = this.buffer.subarray(part.length);
      rest -= part.length;
      if (length <= max) parts.push(part);
    }
    return length <= max ? Buffer.concat(parts) : null;
  }
}

export async function* warcMembers(file: FilePath, gzip: boolean, maxBytes: number): AsyncGenerator<Member> {
  const { stream, damage, close } = unpacked(file, gzip);
  const seen = new Map<string, number>();
  try {
    const source = new Source(stream, damage);
    for (;;) {
      const head = await source.head();
      if (head === null) return;
      const fields = fieldsOf(head);
      const length = Number(fields.get('content-length'));
      if (!/^WARC\/\d/.test(head) || !Number.isSafeInteger(length) || length < 0) {
        throw new WarcError('the archive is damaged: a record has no head');
      }
      const type = fields.get('warc-type');
      const wanted = type === 'response' || type === 'resource';
      const body = await source.body(length, wanted ? maxBytes : 0);
      const uri = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
      if (!wanted || /^dns:/i.test(uri)) continue;
      const member = memberOf(type, body, fields, length, maxBytes);
      if (!member) continue;
      const number = (seen.get(uri) ?? 0) + 1;
      seen.set(uri, number);
      yield { ...member, name: number === 1 ? uri : `${uri}#${number}`, url: uri };
    }
  } finally {
    close();
  }
}

interface Unpacked {
  readonly stream: Readable;
  /** What ended the stream early, once it has ended. */
  readonly damage: () => Error | null;
  readonly close: () => void;
}

/** A stream that fails drops what it has not yet handed out: this one ends instead, after all that could be unpacked. */
function unpacked(file: FilePath, gzip: boolean): Unpacked {
  const raw = createReadStream(file);
  const source: Readable = gzip ? raw.pipe(createGunzip()) : raw;
  const stream = new PassThrough();
  let damage: Error | null = null;
  const end = (error: Error) => {
    damage ??= error;
    stream.end();
  };
  raw.once('error', end);
  source.once('error', end);
  source.on('data', (chunk) => {
    if (!stream.write(chunk)) source.pause();
  });
  stream.on('drain', () => source.resume());
  source.once('end', () => stream.end());
  const close = () => {
    for (const each of [raw, source, stream]) each.destroy();
  };
  return { stream, damage: () => damage, close };
}

function memberOf(
  type: string,
  body: Buffer | null,
  fields: ReadonlyMap<string, string>,
  length: number,
  maxBytes: number,
): Omit<Member, 'name' | 'url'> | null {
  const date = fields.get('warc-date');
  const truncated = fields.get('warc-truncated');
  const origin = { ...(date ? { date } : {}), ...(truncated ? { truncated } : {}) };
  const mib = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  if (!body) {
    const message = `${mib(length)} MB, more than the ${mib(maxBytes)} MB that one file may have`;
    return { ...origin, content: { reason: reasonOf('too-big', message) } };
  }
  if (type === 'resource') return { ...origin, ...served(fields.get('content-type'), body) };
  const response = responseOf(body);
  if (!response) return null;
  const payload = payloadOf(response.fields, response.sent, maxBytes);
  if (!Buffer.isBuffer(payload)) return { ...origin, content: payload };
  return { ...origin, ...served(response.fields.get('content-type'), payload) };
}

function served(type: string | undefined, payload: Buffer): Pick<Member, 'document' | 'content'> {
  return { document: DOCUMENT_TYPE.test(type ?? ''), content: { stream: async () => Readable.from([payload]) } };
}

/** The head and the rest of a response with status 200. */
function responseOf(body: Buffer): { readonly fields: ReadonlyMap<string, string>; readonly sent: Buffer } | null {
  const end = body.indexOf('\r\n\r\n');
  if (end < 0 || end > MAX_HEAD) return null;
  const head = body.toString('latin1', 0, end);
  if (!/^HTTP\/[\d.]+ 200\b/.test(head)) return null;
  return { fields: fieldsOf(head), sent: body.subarray(end + 4) };
}

/** What the server sent, without its chunks and its packing. */
function payloadOf(fields: ReadonlyMap<string, string>, sent: Buffer, maxBytes: number): Buffer | { reason: Reason } {
  const whole = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? unchunked(sent) : sent;
  const options = { maxOutputLength: maxBytes };
  try {
    switch (fields.get('content-encoding')?.trim().toLowerCase()) {
      case 'gzip':
      case 'x-gzip':
        return isGzip(whole) ? gunzipSync(whole, options) : whole;
      case 'br':
        return brotliDecompressSync(whole, options);
      case 'deflate':
        return (whole[0] ?? 0) % 16 === 8 ? inflateSync(whole, options) : inflateRawSync(whole, options);
      default:
        return whole;
    }
  } catch (error) {
    // Many crawlers unpack and leave the field as it was.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return whole;
    return { reason: reasonOf('archive-bomb', 'it expands further than any document; it was not unpacked') };
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** As it is where it does not consist of chunks: many crawlers join them and leave the field as it was. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf('\r\n', at);
    const size = /^([0-9a-f]{1,8})\s{0,8}(?:;.{0,200})?$/i.exec(bytes.toString('latin1', at, Math.min(line, at + 256)));
    if (line < 0 || !size) return parts.length === 0 ? bytes : Buffer.concat(parts);
    const length = Number.parseInt(size[1] as string, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}
