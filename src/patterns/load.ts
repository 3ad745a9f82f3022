/** Loads the pattern packs: every YAML file below `patterns/`, keyed by its path without extension. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export interface Patterns {
  /** Parsed YAML by key, e.g. `sections`, `tables/final-accounts`. Each stage validates and compiles its own. */
  readonly files: ReadonlyMap<string, unknown>;
  /** First 16 hex digits of the SHA-256 over all files; names the packs in every record. */
  readonly hash: string;
}

export const PATTERNS_DIRECTORY = fileURLToPath(new URL('../../patterns', import.meta.url));

export function loadPatterns(directory: string = PATTERNS_DIRECTORY): Patterns {
  const files = new Map<string, unknown>();
  const hash = createHash('sha256');
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => relative('.', name).split(sep).join('/'))
    .sort();
  for (const name of names) {
    const content = readFileSync(join(directory, name), 'utf8');
    hash.update(`${name}\n${content}\n`);
    try {
      files.set(name.slice(0, -'.yaml'.length), parse(content));
    } catch (error) {
      throw new Error(`pattern pack ${name}: ${(error as Error).message}`);
    }
  }
  return { files, hash: hash.digest('hex').slice(0, 16) };
}

/** All packs whose key is `folder` or lies below it, in name order. */
export function packsIn(patterns: Patterns, folder: string): [string, unknown][] {
  return [...patterns.files].filter(([key]) => key === folder || key.startsWith(`${folder}/`));
}

/** Makes a stage's compile step run once per pattern set. */
export function compiledOnce<T>(compile: (patterns: Patterns) => T): (patterns: Patterns) => T {
  const cache = new WeakMap<Patterns, T>();
  return (patterns) => {
    let value = cache.get(patterns);
    if (value === undefined) {
      value = compile(patterns);
      cache.set(patterns, value);
    }
    return value;
  };
}
