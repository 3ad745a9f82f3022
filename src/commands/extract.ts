/** `gongkai extract`: documents in, a dataset out. */
import { relative, resolve } from 'node:path';
import { findInputs } from '../batch/inputs.ts';
import { runBatch } from '../batch/run.ts';
import { loadPatterns } from '../patterns/load.ts';
import { VERSION } from '../version.ts';
import { type DocFlags, docOptions } from './doc-options.ts';
import { EXIT, type Io, printable, UsageError } from './io.ts';
import { summary } from './summary.ts';

export interface ExtractFlags extends DocFlags {
  readonly out: string;
}

export async function extractCommand(args: readonly string[], options: ExtractFlags, io: Io): Promise<number> {
  const out = resolve(io.cwd, options.out);
  const inputs = await findInputs(args, io.cwd, out);
  if (inputs.length === 0) throw new UsageError(`no file found in ${args.join(', ')}`);
  const run = await runBatch(inputs, {
    out,
    patterns: loadPatterns(),
    version: VERSION,
    ...(await docOptions(options)),
    progress: io.terminal
      ? (done, total, path) => io.stderr(`\r\u001b[K${done + 1}/${total} ${printable(path)}`)
      : undefined,
  });
  if (io.terminal) io.stderr('\r\u001b[K');
  io.stdout(summary(run, relative(io.cwd, out) || '.', io.colours));
  return run.totals.failed > 0 ? EXIT.failed : EXIT.done;
}
