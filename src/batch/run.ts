/**
 * One run over many inputs. Every input ends as exactly one entry of run.json: extracted, duplicate, unsupported or
 * failed; what goes wrong with one costs that one and no more.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentRecord } from '../contract.ts';
import { jsonLines, serialise } from '../dataset/serialise.ts';
import { writeDocument, writeWhole } from '../dataset/write.ts';
import type { Notice, Severity } from '../document.ts';
import { type ExtractOptions, type ExtractResult, extract } from '../extract.ts';
import type { Input } from './inputs.ts';
import { promisesDocument, startsLikeDocument } from './recognise.ts';

export const RUN_SCHEMA = 'gongkai/run@1';
/** A disclosure has some megabytes; reading much more could exhaust the memory for all the others. */
export const MAX_BYTES = 200 * 1024 * 1024;

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly page: number | null;
}

/** What became of one input. */
export type Entry =
  | ({ readonly path: string; readonly status: 'extracted' } & Extracted)
  | { readonly path: string; readonly status: 'duplicate'; readonly of: string }
  | { readonly path: string; readonly status: 'unsupported' | 'failed'; readonly reason: Reason };

export interface Extracted {
  readonly id: string;
  readonly organisation: string | null;
  readonly fiscalYear: number | null;
  readonly kind: string;
  readonly facts: number;
  readonly mapped: number;
  readonly unmapped: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How often each notice code occurs. */
  readonly notices: Readonly<Record<string, number>>;
}

export interface Run {
  readonly schema: typeof RUN_SCHEMA;
  readonly generator: { readonly name: 'gongkai'; readonly version: string; readonly patterns: string };
  readonly totals: Readonly<Record<'inputs' | Entry['status'] | 'facts', number>>;
  readonly inputs: readonly Entry[];
}

export interface RunOptions extends Omit<ExtractOptions, 'path'> {
  readonly out: string;
  readonly progress?: (done: number, total: number, path: string) => void;
  /** Stands in for `extract` in tests. */
  readonly extractWith?: typeof extract;
}

export async function runBatch(inputs: readonly Input[], options: RunOptions): Promise<Run> {
  const firstByContent = new Map<string, string>();
  const entries: Entry[] = [];
  for (const [i, input] of inputs.entries()) {
    options.progress?.(i, inputs.length, input.path);
    entries.push(await oneInput(input, firstByContent, options));
  }
  const run: Run = {
    schema: RUN_SCHEMA,
    generator: { name: 'gongkai', version: options.version, patterns: options.patterns.hash },
    totals: totals(entries),
    inputs: entries,
  };
  await writeWhole(join(options.out, 'run.json'), serialise(run));
  const failures = entries.filter((entry) => entry.status === 'failed');
  await writeWhole(join(options.out, 'failures.jsonl'), jsonLines(failures));
  return run;
}

async function oneInput(input: Input, firstByContent: Map<string, string>, options: RunOptions): Promise<Entry> {
  const { path } = input;
  try {
    const bytes = await readInput(input);
    if (!('byteLength' in bytes)) return { path, status: 'failed', reason: bytes };
    const expected = input.named || promisesDocument(path);
    if (!expected && !startsLikeDocument(bytes)) {
      return {
        path,
        status: 'unsupported',
        reason: reasonOf('unsupported-format', 'not a document form that gongkai reads'),
      };
    }
    const content = createHash('sha256').update(bytes).digest('hex');
    const first = firstByContent.get(content);
    if (first !== undefined) return { path, status: 'duplicate', of: first };
    const result = await (options.extractWith ?? extract)(bytes, { ...options, path });
    if (!result.record || result.text === null) return refused(input, result, expected, content, firstByContent);
    firstByContent.set(content, path);
    await writeDocument(options.out, result.record, result.text);
    return { path, status: 'extracted', ...extracted(result.record) };
  } catch (error) {
    return { path, status: 'failed', reason: unexpected(error) };
  }
}

function refused(
  input: Input,
  result: ExtractResult,
  expected: boolean,
  content: string,
  firstByContent: Map<string, string>,
): Entry {
  const reason = firstError(result.notices);
  // Not kept as a first: under another name the same bytes may be an input that has to be read.
  if (!expected && reason.code === 'unsupported-format') return { path: input.path, status: 'unsupported', reason };
  firstByContent.set(content, input.path);
  return { path: input.path, status: 'failed', reason };
}

async function readInput(input: Input): Promise<Uint8Array | Reason> {
  try {
    const found = await stat(input.file);
    // Reading a pipe or a device might never end.
    if (!found.isFile()) return reasonOf('unreadable', 'not a regular file');
    if (found.size > MAX_BYTES) {
      const limit = MAX_BYTES / 1024 / 1024;
      return reasonOf(
        'too-big',
        `${Math.ceil(found.size / 1024 / 1024)} MB, more than the ${limit} MB that one file may have`,
      );
    }
    return await readFile(input.file);
  } catch (error) {
    // The system's own message holds the absolute path, which must not get into a result.
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return reasonOf('unreadable', code === 'ENOENT' ? 'no such file' : `cannot be opened (${code})`);
  }
}

function unexpected(error: unknown): Reason {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  // A system error's message names absolute paths.
  return reasonOf(
    'internal',
    syscall ? `cannot write the result (${code}, ${syscall})` : `unexpected error: ${message}`,
  );
}

function reasonOf(code: string, message: string, page: number | null = null): Reason {
  return { code, message, page };
}

function firstError(notices: readonly Notice[]): Reason {
  const notice = notices.find(({ severity }) => severity === 'error') ?? notices[0];
  return notice ? reasonOf(notice.code, notice.message, notice.page) : reasonOf('corrupt', 'no document came of it');
}

function extracted(record: DocumentRecord): Extracted {
  const count = (severity: Severity) => record.findings.filter((finding) => finding.severity === severity).length;
  return {
    id: record.id,
    organisation: record.report.organisation,
    fiscalYear: record.report.fiscalYear,
    kind: record.report.kind,
    facts: record.facts.length,
    mapped: record.mentions.mapped,
    unmapped: record.mentions.unmapped.length,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    notices: noticeCounts(record.notices),
  };
}

function noticeCounts(notices: readonly Notice[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of notices.map((notice) => notice.code).sort()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function totals(entries: readonly Entry[]): Run['totals'] {
  const count = (status: Entry['status']) => entries.filter((entry) => entry.status === status).length;
  return {
    inputs: entries.length,
    extracted: count('extracted'),
    duplicate: count('duplicate'),
    unsupported: count('unsupported'),
    failed: count('failed'),
    facts: entries.reduce((sum, entry) => sum + (entry.status === 'extracted' ? entry.facts : 0), 0),
  };
}
