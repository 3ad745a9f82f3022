/** The option of every command that reads documents: packs of the user, laid over those of the program. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Io, UsageError } from './io.ts';

export interface PatternFlags {
  readonly patterns?: readonly string[];
}

const collect = (directory: string, others: readonly string[] = []) => [...others, directory];

export function addPatternOptions(command: Command): Command {
  return command.option(
    '--patterns <dir>',
    'packs of your own, laid over those of the program; may be given more than once',
    collect,
  );
}

/** The directories of the user's packs. */
export function packDirectories({ patterns = [] }: PatternFlags, io: Io): string[] {
  return patterns.map((directory) => {
    const path = resolve(io.cwd, directory);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`no directory ${directory}`);
    return path;
  });
}
