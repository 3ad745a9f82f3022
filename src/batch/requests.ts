/** The work of `gongkai worker`: a request on each line in, answers on lines out. docs/batch.md describes both. */
import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { DocumentRecord } from '../contract.ts';
import { type Rows, rowsOf } from '../dataset/rows.ts';
import { type ExtractOptions, extract } from '../extract.ts';
import { firstError, type Place, type Reason, reasonOf } from './entry.ts';
import { MAX_BYTES } from './items.ts';
import { type MemberAnswer, membersOf } from './members.ts';
import { placed } from './placed.ts';
import { promisesDocument, startsLikeDocument } from './recognise.ts';

/** A document of the largest size as base64, and what stands around it. */
const MAX_LINE = Math.ceil((MAX_BYTES * 4) / 3) + 64 * 1024;

const Id = z.union([z.string(), z.number(), z.null()]);
const Request = z
  .object({
    id: Id,
    path: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    base64: z.base64().optional(),
    url: z.string().optional(),
    date: z.string().optional(),
    truncated: z.string().optional(),
    as: z.enum(['record', 'rows', 'members']).default('record'),
    named: z.boolean().default(true),
  })
  .refine(({ path, base64 }) => (path === undefined) !== (base64 === undefined), 'either path or base64')
  .refine(({ name, base64 }) => base64 === undefined || name !== undefined, 'base64 needs a name')
  .refine(({ as, path }) => as !== 'members' || path !== undefined, 'members need a path');
type Request = z.infer<typeof Request>;

export type Answer = { readonly id: z.infer<typeof Id> } & (
  | { readonly status: 'extracted'; readonly record: DocumentRecord; readonly text?: string }
  | { readonly status: 'extracted'; readonly rows: Rows }
  | { readonly status: 'unsupported' | 'failed'; readonly reason: Reason }
  | MemberAnswer
);

export interface RequestOptions extends Omit<ExtractOptions, 'path'> {
  readonly cwd: string;
  readonly text: boolean;
  /** Names files in which members of archives may lie for a moment. */
  readonly spool: (name: string) => string;
}

/** One answer, or one for each member of an archive and a last one without `member`. */
export async function* answers(line: string, options: RequestOptions): AsyncGenerator<Answer> {
  let id: Answer['id'] = null;
  try {
    const json: unknown = JSON.parse(line);
    id = Id.safeParse((json as { id?: unknown } | null)?.id).data ?? null;
    const request = Request.safeParse(json);
    if (!request.success)
      yield failed(id, reasonOf('bad-request', z.prettifyError(request.error).replaceAll('\n', ' ')));
    else if (request.data.as === 'members') yield* membersAnswers(request.data, options);
    else yield await answerTo(request.data, options);
  } catch (error) {
    if (error instanceof SyntaxError) yield failed(id, reasonOf('bad-request', 'the line is no JSON'));
    else yield failed(id, reasonOf('internal', `unexpected error: ${(error as Error).message}`));
  }
}

async function* membersAnswers(request: Request, { cwd, spool }: RequestOptions): AsyncGenerator<Answer> {
  const { id, path = '', named } = request;
  const opened = { file: resolve(cwd, path), place: placeOf(request), named, spool };
  for await (const answer of membersOf(opened)) yield { id, ...answer };
}

async function answerTo(request: Request, { cwd, text: withText, ...options }: RequestOptions): Promise<Answer> {
  const { id, as, named } = request;
  const bytes = await bytesOf(request, cwd);
  if (!('byteLength' in bytes)) return failed(id, bytes);
  const place = placeOf(request);
  const expected = named || promisesDocument(place.path);
  if (!expected && !startsLikeDocument(bytes)) {
    const reason = reasonOf('unsupported-format', 'not a document form that gongkai reads');
    return { id, status: 'unsupported', reason };
  }
  const { record, text, notices } = await extract(bytes, { ...options, path: place.path });
  if (!record || text === null) {
    const reason = firstError(notices);
    return { id, status: !expected && reason.code === 'unsupported-format' ? 'unsupported' : 'failed', reason };
  }
  const made = placed(record, place);
  if (as === 'rows') return { id, status: 'extracted', rows: rowsOf(made) };
  return { id, status: 'extracted', record: made, ...(withText ? { text } : {}) };
}

function placeOf(request: Request): Place {
  const { url, date, truncated } = request;
  const origin = { ...(url ? { url } : {}), ...(date ? { date } : {}), ...(truncated ? { truncated } : {}) };
  return { path: pathOf(request), ...origin };
}

/** A record holds no absolute path: it would tell of the machine, and differ on the next. */
function pathOf({ name, path = '' }: Request): string {
  if (name !== undefined) return name;
  return isAbsolute(path) ? basename(path) : path;
}

async function bytesOf({ path, base64 }: Request, cwd: string): Promise<Uint8Array | Reason> {
  const limit = `more than the ${MAX_BYTES / 1024 / 1024} MB that one file may have`;
  if (base64 !== undefined) {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    return bytes.byteLength > MAX_BYTES ? reasonOf('too-big', limit) : bytes;
  }
  const file = resolve(cwd, path as string);
  try {
    const found = await stat(file);
    if (!found.isFile()) return reasonOf('unreadable', 'not a regular file');
    if (found.size > MAX_BYTES) return reasonOf('too-big', limit);
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return reasonOf('unreadable', code === 'ENOENT' ? 'no such file' : `cannot be opened (${code})`);
  }
}

export function failed(id: Answer['id'], reason: Reason): Answer {
  return { id, status: 'failed', reason };
}

/** The lines of a stream of bytes; null for one that is longer than any request. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  maxLength: number = MAX_LINE,
): AsyncGenerator<string | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (bytes: Uint8Array) => {
    length += bytes.length;
    if (length <= maxLength) parts.push(bytes);
    else parts = [];
  };
  const take = () => {
    const line = length > maxLength ? null : Buffer.concat(parts).toString('utf8');
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
