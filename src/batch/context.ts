/**
 * What a result depends on besides the bytes of its input: the program, the pattern packs and the options. The code
 * itself is hashed, since its version number stays the same while it is being worked on.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Context {
  /** Names everything that facts depend on. */
  readonly facts: string;
  /** Names everything that the text of a document depends on: other packs may change without reading again. */
  readonly read: string;
}

const PROGRAM = fileURLToPath(new URL('..', import.meta.url));

let code: string | null = null;

/** A hash of the program's own modules and of its package.json, which pins what it depends on. */
function codeHash(): string {
  if (code !== null) return code;
  const hash = createHash('sha256');
  const names = readdirSync(PROGRAM, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
  for (const name of names) hash.update(`${name.replace(/\.[jt]s$/, '')}\n`).update(readFileSync(join(PROGRAM, name)));
  hash.update(readFileSync(join(PROGRAM, '..', 'package.json')));
  code = hash.digest('hex').slice(0, 16);
  return code;
}

export interface ContextOf {
  readonly version: string;
  readonly patterns: { readonly files: ReadonlyMap<string, unknown>; readonly hash: string };
  /** Options that change what comes out, by name. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Packs that readers have no use for. test/batch/context.test.ts holds them to it; a new pack counts as one of theirs. */
const NOT_FOR_READING =
  /^(?:checks|classification|labels|sentences|tables|.+\/examples)\/|^(?:numbers|regions|report|sections|vocabulary)$/;

export function readerPack(key: string): boolean {
  return !NOT_FOR_READING.test(key);
}

export function contextOf({ version, patterns, options }: ContextOf): Context {
  const packs = [...patterns.files.keys()].filter(readerPack).sort();
  const reading = packs.map((key) => [key, patterns.files.get(key)]);
  const name = (...parts: unknown[]) =>
    createHash('sha256')
      .update(JSON.stringify([version, codeHash(), options, ...parts]))
      .digest('hex')
      .slice(0, 16);
  return { facts: name(patterns.hash), read: name(reading) };
}
