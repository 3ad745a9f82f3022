/** One input of a batch: its bytes to the files of its record, and to what the run has to know of it. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { DocumentRecord } from '../contract.ts';
import { serialise } from '../dataset/serialise.ts';
import { type ExtractOptions, type ExtractResult, extract } from '../extract.ts';
import { read } from '../read/index.ts';
import type { Reading } from '../read/notices.ts';
import type { Recogniser } from '../read/ocr/recogniser.ts';
import type { ReadingCache } from './cache.ts';
import { extractedOf, firstError, type Outcome, type Place, reasonOf } from './entry.ts';
import type { Done } from './ledger.ts';
import { type FilePath, received, type SentPath } from './names.ts';
import { placed } from './placed.ts';

export interface Job {
  readonly file: SentPath;
  /** SHA-256 of the bytes. */
  readonly key: string;
  readonly place: Place;
  /** Where the record and the text go, `.json` and `.txt` added; the run gives them their final names. */
  readonly temporary: string;
  /** The .docx that LibreOffice made of it; null where it could make none; absent where nobody asked yet. */
  readonly docx?: string | null;
}

export type Answer =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly files?: Done['files'] }
  /** It needs LibreOffice, which the run calls for many files at once. */
  | { readonly kind: 'convert' }
  /** The result could not be written: the run has to end. */
  | { readonly kind: 'output'; readonly code: string };

export interface Workshop extends Omit<ExtractOptions, 'path' | 'convertDoc' | 'ocr' | 'readWith'> {
  readonly cache: ReadingCache | null;
  readonly libreOffice: boolean;
  /** Makes what recognises text in the pictures of one file; null where nothing does. */
  readonly recogniser?: (() => Recogniser) | null;
  /** Stands in for `extract` in tests. */
  readonly extractWith?: typeof extract;
}

export async function doJob(job: Job, workshop: Workshop): Promise<Answer> {
  const bytes = await bytesOf(received(job.file), job.key);
  if (!bytes) {
    const reason = reasonOf('unreadable', 'it was changed or removed while the run read it');
    return { kind: 'done', outcome: { status: 'refused', reason } };
  }
  let convert = false;
  const { docx } = job;
  const convertDoc = async (): Promise<Uint8Array> => {
    convert = docx === undefined;
    if (!docx) throw new Error('it gave no result');
    return new Uint8Array(await readFile(docx));
  };
  let result: ExtractResult;
  try {
    result = await (workshop.extractWith ?? extract)(bytes, {
      ...workshop,
      path: job.place.path,
      convertDoc: workshop.libreOffice ? convertDoc : null,
      ocr: workshop.recogniser?.() ?? null,
      readWith: (content, options) => cachedRead(job.key, workshop.cache, () => read(content, options)),
    });
  } catch (error) {
    const reason = reasonOf('internal', `unexpected error: ${(error as Error).message}`);
    return { kind: 'done', outcome: { status: 'refused', reason } };
  }
  if (convert) return { kind: 'convert' };
  const { record, text } = result;
  if (!record || text === null)
    return { kind: 'done', outcome: { status: 'refused', reason: firstError(result.notices) } };
  return written(placed(record, job.place), text, job.temporary);
}

/** A reading is kept only where nothing went wrong that another attempt could mend. */
async function cachedRead(key: string, cache: ReadingCache | null, fresh: () => Promise<Reading>): Promise<Reading> {
  const kept = await cache?.get(key);
  if (kept) return kept;
  const { value, notices } = await fresh();
  const failed = notices.some(({ code }) => code === 'converter-failed' || code === 'ocr-failed');
  // A text is read again in less time than it takes to unpack it.
  const worth = value !== null && value.format !== 'txt' && !failed;
  if (cache && worth) await cache.put(key, { value, notices });
  return { value, notices };
}

async function bytesOf(file: FilePath, key: string): Promise<Uint8Array | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex') === key ? bytes : null;
}

async function written(record: DocumentRecord, text: string, temporary: string): Promise<Answer> {
  const bytes = Buffer.from(serialise(record));
  try {
    await writeFile(`${temporary}.txt`, text);
    await writeFile(`${temporary}.json`, bytes);
  } catch (error) {
    return { kind: 'output', code: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  const files = { record: bytes.length, text: Buffer.byteLength(text), digest };
  return { kind: 'done', outcome: { status: 'extracted', ...extractedOf(record) }, files };
}
