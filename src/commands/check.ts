/** `gongkai check`: findings of documents, or of an earlier run, as a report that can fail a pipeline. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkAcross } from '../checks/across.ts';
import { rules } from '../checks/catalogue.ts';
import type { DocumentRecord } from '../contract.ts';
import type { Severity } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { baselineText, readBaseline } from '../reporting/baseline.ts';
import { toldAcross } from '../reporting/between.ts';
import { csv, json } from '../reporting/rows.ts';
import { sarif } from '../reporting/sarif.ts';
import { type Told, told } from '../reporting/told.ts';
import { VERSION } from '../version.ts';
import { type Failed, stored } from './check-inputs.ts';
import { checkText } from './check-text.ts';
import type { DocFlags } from './doc-options.ts';
import { EXIT, type Io, printable, UsageError } from './io.ts';
import { type PatternFlags, patternsFor } from './pattern-options.ts';

export interface CheckFlags extends DocFlags, PatternFlags {
  readonly failOn?: 'error' | 'warning';
  readonly format: 'text' | 'sarif' | 'csv' | 'json';
  readonly language: 'zh' | 'en';
  readonly output?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly across: boolean;
}

/** What is left of a record once its findings are told. */
export type Checked = Pick<
  DocumentRecord,
  'id' | 'source' | 'report' | 'facts' | 'tables' | 'notices' | 'findings' | 'checks'
>;

export interface Outcome {
  readonly documents: readonly Checked[];
  readonly findings: readonly Told[];
  readonly failed: readonly Failed[];
  readonly between: DocumentRecord['checks'];
}

export async function checkCommand(args: readonly string[], options: CheckFlags, io: Io): Promise<number> {
  const known = options.baseline === undefined ? null : await baseline(options.baseline, io);
  const patterns = patternsFor(options, io);
  const outcome = await checked(args, options, patterns, io);
  if (options.writeBaseline !== undefined) await write(options.writeBaseline, baselineText(outcome.findings), io);
  const fresh = known ? outcome.findings.filter(({ fingerprint }) => !known.has(fingerprint)) : outcome.findings;
  const report = reportText({ ...outcome, findings: fresh }, outcome, known, options, patterns, io);
  if (options.output === undefined) io.stdout(report);
  else await write(options.output, report, io);
  for (const { path, message } of outcome.failed) io.stderr(`${printable(path)}: ${printable(message)}\n`);
  if (reached(fresh, options.failOn)) return EXIT.found;
  return outcome.failed.length > 0 ? EXIT.failed : EXIT.done;
}

async function checked(args: readonly string[], options: CheckFlags, patterns: Patterns, io: Io): Promise<Outcome> {
  const documents: (Checked & { readonly text: string })[] = [];
  const failed: Failed[] = [];
  const findings: Told[] = [];
  for await (const each of stored(args, options, patterns, io)) {
    if ('message' in each) {
      failed.push(each);
      continue;
    }
    const { record, text } = each;
    if (documents.some(({ id }) => id === record.id)) continue;
    const { id, source, report, facts, tables, notices, checks } = record;
    documents.push({ id, source, report, facts, tables, notices, checks, findings: record.findings, text });
    findings.push(...told(record, text));
  }
  if (!options.across) return { documents, findings, failed, between: {} };
  const across = checkAcross(
    documents.map(({ text, ...record }) => ({ record, text })),
    patterns,
  );
  return { documents, findings: [...findings, ...toldAcross(across, documents)], failed, between: across.checks };
}

function reportText(
  shown: Outcome,
  all: Outcome,
  known: ReadonlySet<string> | null,
  options: CheckFlags,
  patterns: Patterns,
  io: Io,
): string {
  switch (options.format) {
    case 'csv':
      return csv(shown.findings);
    case 'json':
      return `${JSON.stringify(shown.findings.map(json), null, 2)}\n`;
    case 'sarif': {
      // A viewer wants those of the baseline too, marked as unchanged.
      const { documents, findings, failed } = all;
      const log = sarif({ version: VERSION, rules: rules(patterns), documents, findings, failed, known });
      return `${JSON.stringify(log, null, 2)}\n`;
    }
    default:
      return checkText(shown, all.findings.length - shown.findings.length, options.language, patterns, io.colours);
  }
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function reached(findings: readonly Told[], failOn: CheckFlags['failOn']): boolean {
  return failOn !== undefined && findings.some(({ finding }) => RANK[finding.severity] >= RANK[failOn]);
}

async function baseline(file: string, io: Io): Promise<ReadonlySet<string>> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(() => {
    throw new UsageError(`no baseline at ${file}; --write-baseline makes one`);
  });
  const known = readBaseline(text);
  if (!known) throw new UsageError(`${file} is no baseline of gongkai check`);
  return known;
}

async function write(file: string, text: string, io: Io): Promise<void> {
  await writeFile(resolve(io.cwd, file), text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${file} (${error.code})`);
  });
}
