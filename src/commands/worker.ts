/** `gongkai worker`: extraction for other programs, which send documents and take records until they end the input. */

import { reasonOf } from '../batch/entry.ts';
import { answer, failed, linesOf } from '../batch/requests.ts';
import { VERSION } from '../version.ts';
import { type DocFlags, docOptions } from './doc-options.ts';
import { EXIT, type Io } from './io.ts';
import { type PatternFlags, patternsFor } from './pattern-options.ts';

export interface WorkerFlags extends DocFlags, PatternFlags {
  readonly text: boolean;
}

export async function workerCommand(flags: WorkerFlags, io: Io): Promise<number> {
  const patterns = patternsFor(flags, io);
  const options = { patterns, version: VERSION, cwd: io.cwd, text: flags.text, ...(await docOptions(flags)) };
  for await (const line of linesOf(io.stdin ?? noInput())) {
    if (line?.trim() === '') continue;
    const response =
      line === null
        ? failed(null, reasonOf('bad-request', 'the line is longer than any request'))
        : await answer(line, options);
    await io.drained?.();
    io.stdout(`${JSON.stringify(response)}\n`);
  }
  return EXIT.done;
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
