/** `gongkai extract`: documents in, a dataset out. */
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { entriesOf } from '../batch/finish.ts';
import { findInputs, type Named } from '../batch/inputs.ts';
import { parseList } from '../batch/list.ts';
import { runBatch } from '../batch/run.ts';
import { loadPatterns, type Patterns } from '../patterns/load.ts';
import { libreOffice } from '../read/libreoffice.ts';
import { findOcr } from '../read/ocr/engine.ts';
import { VERSION } from '../version.ts';
import { limitsOf } from './batch.ts';
import type { DocFlags } from './doc-options.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { type PatternFlags, packDirectories } from './pattern-flags.ts';
import { Progress } from './progress.ts';
import { summary } from './summary.ts';

export interface ExtractFlags extends DocFlags, PatternFlags {
  readonly out: string;
  readonly from?: string;
  readonly jobs: number;
  /** In seconds. */
  readonly timeout: number;
  /** In MiB. */
  readonly memory: number;
  readonly csv?: boolean;
  readonly jsonl?: boolean;
  readonly cache: boolean;
  readonly log?: 'json';
}

/** `early` is a child that is loading already. */
export async function extractCommand(
  args: readonly string[],
  options: ExtractFlags,
  io: Io,
  early: ChildProcess | null = null,
): Promise<number> {
  const out = resolve(io.cwd, options.out);
  const { from } = options;
  if (args.length === 0 && from === undefined)
    throw new UsageError('missing inputs: files, directories, globs or --from');
  const listed = from === undefined ? [] : await listOf(from, io);
  const inputs = await findInputs(args, io.cwd, out, listed);
  if (inputs.length === 0) throw new UsageError(`no file found in ${[...args, ...(from ? [from] : [])].join(', ')}`);
  const { docEngine, verifyDoc, pdfEngine, verifyPdf, csv, jsonl, jobs, cache } = options;
  const progress = io.terminal && !options.log ? new Progress(io.stderr) : null;
  const run = await runBatch(inputs, {
    out,
    patterns: await patternsOf(options, io),
    overlays: packDirectories(options, io),
    version: VERSION,
    docEngine,
    verifyDoc,
    pdfEngine,
    verifyPdf,
    // Looked for only where it is asked for: without it the same bytes give the same record everywhere.
    office: docEngine === 'libreoffice' || verifyDoc ? await libreOffice() : null,
    ocr: options.ocr === false ? null : await findOcr(options.ocrEngine),
    jobs,
    child: io.child,
    early,
    limits: limitsOf(options),
    cache,
    forms: { csv, jsonl },
    watch: options.log ? (await import('./log.ts')).log(io.stderr) : (progress ?? undefined),
  }).finally(() => progress?.clear());
  io.stdout(await summary(run, entriesOf(out), relative(io.cwd, out) || '.', io.colours));
  return run.totals.failed > 0 ? EXIT.failed : EXIT.done;
}

async function listOf(from: string, io: Io): Promise<Named[]> {
  if (from !== '-') {
    const text = await readFile(resolve(io.cwd, from), 'utf8').catch(() => {
      throw new UsageError(`no list of inputs at ${from}`);
    });
    return parseList(text);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin ?? []) chunks.push(chunk);
  return parseList(Buffer.concat(chunks).toString('utf8'));
}

/** Without packs of the user there is nothing to look for mistakes in, and no need for what looks for them. */
async function patternsOf(options: ExtractFlags, io: Io): Promise<Patterns> {
  if ((options.patterns ?? []).length === 0) return loadPatterns();
  const { patternsFor } = await import('./pattern-options.ts');
  return patternsFor(options, io);
}
