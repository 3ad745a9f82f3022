/** `gongkai eval`: records against facts that people read by hand. */
import { resolve } from 'node:path';
import { loadDocuments, type StoredDocument } from '../dataset/load.ts';
import { loadGold } from '../evaluate/gold.ts';
import { type Evaluation, evaluate } from '../evaluate/index.ts';
import type { Score } from '../evaluate/score.ts';
import { loadPatterns, PATTERNS_DIRECTORY } from '../patterns/load.ts';
import { evaluationText } from './evaluation-text.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { type PatternFlags, packDirectories } from './pattern-flags.ts';

export interface EvaluateOptions extends PatternFlags {
  readonly misses?: boolean;
  readonly json?: boolean;
  readonly minNarrative?: number;
  readonly minTables?: number;
}

export async function evaluateCommand(
  goldDirectory: string,
  out: string,
  options: EvaluateOptions,
  io: Io,
): Promise<number> {
  const gold = await loadGold(resolve(io.cwd, goldDirectory)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? new UsageError(`no directory of gold facts at ${goldDirectory}`)
      : error;
  });
  if (gold.length === 0) throw new UsageError(`no gold facts (*.jsonl) in ${goldDirectory}`);
  const documents = await loadDocuments(resolve(io.cwd, out)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new UsageError(`no finished run in ${out}: extract the documents first`) : error;
  });
  const evaluation = evaluate(gold, documents);
  const missed = [...otherPacks(documents, options, io), ...barsMissed(evaluation, options)];
  if (options.json) io.stdout(`${JSON.stringify({ ...evaluation, barsMissed: missed }, null, 2)}\n`);
  else io.stdout(evaluationText(evaluation, { misses: options.misses === true, barsMissed: missed }, io.colours));
  return missed.length > 0 ? EXIT.failed : EXIT.done;
}

/** With `--patterns`, records that other packs made are no evidence of these. */
function otherPacks(documents: readonly StoredDocument[], options: PatternFlags, io: Io): string[] {
  if (options.patterns === undefined) return [];
  const { hash } = loadPatterns(PATTERNS_DIRECTORY, packDirectories(options, io));
  const others = documents.filter(({ record }) => record.generator.patterns !== hash);
  return others.map(({ record }) => `${record.source.path}: extracted with other pattern packs`);
}

/** Without a minimum nothing fails; with one, a gold document without record and a lost number fail as well. */
function barsMissed(evaluation: Evaluation, { minNarrative, minTables }: EvaluateOptions): string[] {
  if (minNarrative === undefined && minTables === undefined) return [];
  const missed = evaluation.absent.map((name) => `${name}: no record`);
  for (const { name, narrative, tables, lost } of evaluation.documents) {
    missed.push(...below(`${name} narrative`, narrative, minNarrative), ...below(`${name} tables`, tables, minTables));
    if (lost.length > 0) missed.push(`${name}: ${lost.length} numbers lost in silence`);
  }
  return missed;
}

function below(what: string, score: Score, minimum: number | undefined): string[] {
  if (minimum === undefined) return [];
  return (['precision', 'recall'] as const)
    .filter((measure) => score[measure] < minimum)
    .map((measure) => `${what}: ${measure} ${score[measure].toFixed(4)} is below ${minimum}`);
}
