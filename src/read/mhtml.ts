/** MHTML, a web page with its pictures in one file, as Word saves it under the name .doc: the page inside is read. */
import type { Patterns } from '../patterns/load.ts';
import { readHtml } from './html/index.ts';
import { failure, notice, type Reading } from './notices.ts';

interface Entity {
  readonly type: string;
  readonly charset: string | null;
  readonly location: string;
  readonly bytes: Uint8Array;
}

/** Parts inside parts; more is a file made to tire its reader. */
const MAX_DEPTH = 5;
const MAX_PARTS = 2000;

export function readMhtml(bytes: Uint8Array, patterns: Patterns): Reading {
  const { page, closed } = pageOf(bytes);
  if (!page) return failure('corrupt', 'the web archive (MHTML) holds no page; it may be cut short');
  const { value, notices } = readHtml(page.bytes, patterns, page.charset);
  const cut = closed ? [] : [notice('corrupt', 'warning', 'the web archive (MHTML) is cut short; text may be missing')];
  return { value: value && { ...value, format: 'mhtml' }, notices: [...cut, ...notices] };
}

/** The page in an archive; `closed` is false where the archive ends too early. */
export function pageOf(bytes: Uint8Array): { page: Entity | null; closed: boolean } {
  // Latin-1 keeps every byte as one character, so the structure can be read before any charset is known.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const entities: Entity[] = [];
  const closed = collect(source.replace(/^[\s\u00ef\u00bb\u00bf]+/, ''), entities, 0);
  const page = entities.find((entity) => /^(?:text\/html|application\/xhtml)/.test(entity.type));
  return { page: page ?? null, closed };
}

/** Reads an entity and those inside it; false where the last boundary is missing. */
function collect(source: string, into: Entity[], depth: number): boolean {
  const end = /\r?\n\r?\n/.exec(source);
  const headers = headersOf(end ? source.slice(0, end.index) : source.slice(0, 10_000));
  const body = end ? source.slice(end.index + end[0].length) : '';
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== null) {
    if (depth >= MAX_DEPTH) return true;
    const parts = body.split(`--${boundary}`);
    const closed = parts.length > 2 && /^--/.test(parts.at(-1) ?? '');
    for (const part of parts.slice(1, MAX_PARTS)) {
      if (!part.startsWith('--')) collect(part.replace(/^[ \t]{0,9}\r?\n/, ''), into, depth + 1);
    }
    return closed;
  }
  into.push({
    type: type.toLowerCase(),
    charset: parameter(type, 'charset'),
    location: headers.get('content-location') ?? '',
    bytes: decoded(body, headers.get('content-transfer-encoding')?.toLowerCase() ?? ''),
  });
  return true;
}

/** Names in lower case; a line that begins with a blank belongs to the one before. */
function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]{1,99}/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s{0,9}${name}\\s{0,9}=\\s{0,9}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
  return new Uint8Array(Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1'));
}

/** A line ending in `=` goes on in the next, even inside `&#12289;`; a lone `=` is kept as it stands. */
function unquoted(body: string): string {
  return body
    .replace(/=[ \t]{0,9}\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
