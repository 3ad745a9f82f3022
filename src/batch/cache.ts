/**
 * The documents as they were read, kept apart from their facts: when packs of facts or checks change, nothing is read
 * again. A file for each content, replaced when what reading depends on has changed; it may be deleted at any time.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Document, Notice } from '../document.ts';
import { STATE } from './store.ts';

export interface CachedReading {
  readonly value: Document;
  readonly notices: readonly Notice[];
}

interface Stored extends CachedReading {
  readonly key: string;
  readonly context: string;
}

/** Of one reading, unpacked: more than a document of 10,000 pages has. */
const MAX_BYTES = 1 << 30;
/** Level 1: a fifth of the size in some milliseconds. */
const LEVEL = 1;

export class ReadingCache {
  constructor(
    private readonly out: string,
    private readonly context: string,
  ) {}

  async get(key: string): Promise<CachedReading | null> {
    // Absent or damaged: it is read from the input.
    const stored = await unpacked(fileOf(this.out, key));
    if (stored?.key !== key || stored.context !== this.context) return null;
    return { value: stored.value, notices: stored.notices };
  }

  async put(key: string, { value, notices }: CachedReading): Promise<void> {
    const file = fileOf(this.out, key);
    const temporary = `${file}.${process.pid}.part`;
    try {
      const stored: Stored = { key, context: this.context, value, notices };
      const packed = await promisify(deflateRaw)(Buffer.from(JSON.stringify(stored)), { level: LEVEL });
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, packed);
      await rename(temporary, file);
    } catch {
      // A cache that cannot be written costs time, never a result.
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }
}

/** A reading that a run kept, whatever it was made with, as long as it is that of this text; null otherwise. */
export async function keptReading(out: string, key: string, text: string): Promise<Document | null> {
  const stored = await unpacked(fileOf(out, key));
  return stored?.key === key && stored.value.text === text ? stored.value : null;
}

const fileOf = (out: string, key: string) => join(out, STATE, 'read', key.slice(0, 2), `${key.slice(0, 16)}.deflate`);

/** Null where it is absent or damaged. */
async function unpacked(file: string): Promise<Stored | null> {
  try {
    const bytes = await promisify(inflateRaw)(await readFile(file), { maxOutputLength: MAX_BYTES });
    return JSON.parse(bytes.toString('utf8')) as Stored;
  } catch {
    return null;
  }
}
