/** `gongkai worker`: extraction for other programs, which send documents and take records until they end the input. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../batch/entry.ts';
import { answers, failed, linesOf } from '../batch/requests.ts';
import { VERSION } from '../version.ts';
import { type DocFlags, docOptions } from './doc-options.ts';
import { EXIT, type Io } from './io.ts';
import { type PatternFlags, patternsFor } from './pattern-options.ts';

export interface WorkerFlags extends DocFlags, PatternFlags {
  readonly text: boolean;
}

export async function workerCommand(flags: WorkerFlags, io: Io): Promise<number> {
  const patterns = patternsFor(flags, io);
  let folder: string | null = null;
  const spool = (name: string): string => {
    folder ??= mkdtempSync(join(tmpdir(), 'gongkai-'));
    return join(folder, name);
  };
  const options = { patterns, version: VERSION, cwd: io.cwd, text: flags.text, spool, ...(await docOptions(flags)) };
  const tooLong = failed(null, reasonOf('bad-request', 'the line is longer than any request'));
  for await (const line of linesOf(io.stdin ?? noInput())) {
    if (line?.trim() === '') continue;
    for await (const response of line === null ? [tooLong] : answers(line, options)) {
      await io.drained?.();
      io.stdout(`${JSON.stringify(response)}\n`);
    }
  }
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  return EXIT.done;
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
