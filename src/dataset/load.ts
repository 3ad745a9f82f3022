/** Reads back what a run wrote. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentRecord } from '../contract.ts';

export interface StoredDocument {
  readonly record: DocumentRecord;
  readonly text: string;
}

/** The documents of the last run in `out`; files of earlier runs that lie beside them do not count. */
export async function loadDocuments(out: string): Promise<StoredDocument[]> {
  const run = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as {
    inputs: { status: string; id?: string }[];
  };
  const ids = run.inputs.flatMap(({ status, id }) => (status === 'extracted' && id !== undefined ? [id] : []));
  return Promise.all(
    ids.map(async (id) => ({
      record: JSON.parse(await readFile(join(out, 'documents', `${id}.json`), 'utf8')) as DocumentRecord,
      text: await readFile(join(out, 'text', `${id}.txt`), 'utf8'),
    })),
  );
}
