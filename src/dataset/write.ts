/** Writes the files of a dataset so that a reader sees a whole file or none: a temporary name, then a rename. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DocumentRecord } from '../contract.ts';
import { serialise } from './serialise.ts';

export async function writeWhole(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.part`);
  try {
    await writeFile(temporary, content, 'utf8');
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** `<out>/documents/<id>.json` and the text that its offsets point into, `<out>/text/<id>.txt`. */
export async function writeDocument(out: string, record: DocumentRecord, text: string): Promise<void> {
  await writeWhole(join(out, 'text', `${record.id}.txt`), text);
  await writeWhole(join(out, 'documents', `${record.id}.json`), serialise(record));
}
