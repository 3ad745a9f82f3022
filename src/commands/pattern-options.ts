/** The packs that a command works with. Looking for mistakes in those of its user takes every stage. */
import { compileProblems, contentProblems } from '../packs/lint/content.ts';
import type { Problem } from '../packs/lint/problem.ts';
import type { PackFile } from '../patterns/files.ts';
import { filesOf, loadPatterns, type Patterns, patternsOf } from '../patterns/load.ts';
import { type Io, printable, UsageError } from './io.ts';
import { type PatternFlags, packDirectories } from './pattern-flags.ts';

export { addPatternOptions, type PatternFlags } from './pattern-flags.ts';

/** The files of all packs, those of the user included. */
export function packFilesFor({ patterns = [] }: PatternFlags, io: Io): PackFile[] {
  const files = filesOf(undefined, packDirectories({ patterns }, io));
  patterns.forEach((directory, i) => {
    if (!files.some(({ layer }) => layer === i + 1)) throw new UsageError(`no pattern pack (*.yaml) in ${directory}`);
  });
  return files;
}

/** The packs for extraction. A user's mistake ends the command with its place, before any document is read. */
export function patternsFor(flags: PatternFlags, io: Io): Patterns {
  if ((flags.patterns ?? []).length === 0) return loadPatterns();
  const files = packFilesFor(flags, io);
  // What the program does not read of its own packs is no mistake of the user.
  const wrong = contentProblems(files).filter(({ rule, file }) => rule !== 'unread' || !file.startsWith('patterns/'));
  const patterns = wrong.length === 0 ? patternsOf(files) : null;
  const problems = patterns ? compileProblems(files, patterns) : wrong;
  if (problems.length > 0 || !patterns) {
    throw new UsageError(['the pattern packs cannot be used:', ...problems.map(problemText)].join('\n  '));
  }
  return patterns;
}

export function problemText({ file, line, at, rule, message }: Problem): string {
  return printable(`${file}${line === null ? '' : `:${line}`}: ${rule}${at === '' ? '' : ` at ${at}`}: ${message}`);
}
