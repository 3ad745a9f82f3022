/** Loads the pattern packs: YAML below `patterns/`, and below directories of the user laid over it. docs/patterns.md. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byPack, type PackFile, packFiles } from './files.ts';
import { overlay } from './merge.ts';

export interface Patterns {
  /** Parsed YAML by key, e.g. `sections`, `tables/02-income`. Each stage validates and compiles its own. */
  readonly files: ReadonlyMap<string, unknown>;
  /** First 16 hex digits of the SHA-256 over all files but pure examples and labels; names the packs in every record. */
  readonly hash: string;
}

export const PATTERNS_DIRECTORY = fileURLToPath(new URL('../../patterns', import.meta.url));
/** What `scripts/parse-packs.mjs` leaves in a built program: the same packs as JSON, which parses in no time. */
const PARSED = new URL('../packs.json', import.meta.url);

/** The packs of a directory, with those of `overlays` laid over them, the last on top. */
export function loadPatterns(directory: string = PATTERNS_DIRECTORY, overlays: readonly string[] = []): Patterns {
  return patternsOf(filesOf(directory, overlays));
}

export function filesOf(directory: string = PATTERNS_DIRECTORY, overlays: readonly string[] = []): PackFile[] {
  return [directory, ...overlays].flatMap((each, layer) => packFiles(each, layer));
}

export function patternsOf(files: readonly PackFile[]): Patterns {
  const parsed = parsedBefore(hashOf(files.filter(({ layer }) => layer === 0)));
  const packs = [...byPack(files)].map(([key, own]): [string, () => unknown] => [
    key,
    () =>
      own
        .map((file) => (file.layer === 0 && parsed?.has(file.own) ? parsed.get(file.own) : file.parse()))
        .reduce((base, over) => overlay(base, over)),
  ]);
  return { files: new LazyMap(packs), hash: hashOf(files) };
}

function hashOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { layer, name, text } of files.filter((file) => !file.examples && !file.labels)) {
    hash.update(`${layer === 0 ? '' : `${layer}:`}${name}\n${text}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The packs that were parsed when the program was built, if they are still these. */
function parsedBefore(hash: string): ReadonlyMap<string, unknown> | null {
  try {
    const saved = JSON.parse(readFileSync(PARSED, 'utf8')) as { hash: string; files: Record<string, unknown> };
    return saved.hash === hash ? new Map(Object.entries(saved.files)) : null;
  } catch {
    return null;
  }
}

/** Makes a value when it is asked for: a run that reads no tables of contents parses no words of them. */
class LazyMap extends Map<string, unknown> {
  private readonly waiting: Map<string, () => unknown>;

  constructor(makers: readonly (readonly [string, () => unknown])[]) {
    super();
    this.waiting = new Map(makers);
    for (const [key] of makers) super.set(key, undefined);
  }

  override get(key: string): unknown {
    const make = this.waiting.get(key);
    if (make) {
      super.set(key, make());
      this.waiting.delete(key);
    }
    return super.get(key);
  }

  override *entries(): MapIterator<[string, unknown]> {
    for (const key of this.keys()) yield [key, this.get(key)];
  }

  override *values(): MapIterator<unknown> {
    for (const key of this.keys()) yield this.get(key);
  }

  override [Symbol.iterator](): MapIterator<[string, unknown]> {
    return this.entries();
  }

  override forEach(use: (value: unknown, key: string, map: Map<string, unknown>) => void): void {
    for (const key of this.keys()) use(this.get(key), key, this);
  }
}

/** All packs whose key is `folder` or lies below it, in name order. */
export function packsIn(patterns: Patterns, folder: string): [string, unknown][] {
  return [...patterns.files.keys()]
    .filter((key) => key === folder || key.startsWith(`${folder}/`))
    .map((key) => [key, patterns.files.get(key)]);
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
