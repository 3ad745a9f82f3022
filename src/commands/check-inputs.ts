/** The records that `check` reports on: of an earlier run, or extracted now. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findInputs } from '../batch/inputs.ts';
import { promisesDocument } from '../batch/recognise.ts';
import type { DocumentRecord } from '../contract.ts';
import { loadDocuments } from '../dataset/load.ts';
import { extract } from '../extract.ts';
import type { Patterns } from '../patterns/load.ts';
import { VERSION } from '../version.ts';
import { type DocFlags, docOptions } from './doc-options.ts';
import { type Io, UsageError } from './io.ts';

export interface Failed {
  readonly path: string;
  readonly message: string;
}

export interface Stored {
  readonly record: DocumentRecord;
  readonly text: string;
}

/** A directory with run.json is the output of a run; anything else is documents. */
export async function* stored(
  args: readonly string[],
  flags: DocFlags,
  patterns: Patterns,
  io: Io,
): AsyncGenerator<Stored | Failed> {
  const runs = args.filter((arg) => existsSync(join(resolve(io.cwd, arg), 'run.json')));
  for (const run of runs) yield* await loadDocuments(resolve(io.cwd, run));
  const files = args.filter((arg) => !runs.includes(arg));
  if (files.length === 0) return;
  const inputs = (await findInputs(files, io.cwd)).filter(({ named, place }) => named || promisesDocument(place.path));
  if (inputs.length === 0) throw new UsageError(`no document found in ${files.join(', ')}`);
  const office = await docOptions(flags);
  for (const { file, place } of inputs) {
    const { path } = place;
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
    if (bytes instanceof Error) {
      yield { path, message: bytes.code === 'ENOENT' ? 'no such file' : `cannot be opened (${bytes.code})` };
      continue;
    }
    const { record, text, notices } = await extract(bytes, { path, patterns, version: VERSION, ...office });
    if (record && text !== null) yield { record, text };
    else yield { path, message: notices.find(({ severity }) => severity === 'error')?.message ?? 'no document' };
  }
}
