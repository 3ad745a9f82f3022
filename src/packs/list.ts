/** What packs there are. */
import { byPack, type PackFile } from '../patterns/files.ts';
import type { Patterns } from '../patterns/load.ts';
import { definitionOf } from './registry.ts';
import { leavesOf } from './schema.ts';

export interface Listed {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  /** The files that it is made of, the one that is laid on top last. */
  readonly files: readonly string[];
  readonly expressions: number;
  readonly examples: number;
}

export function listPacks(files: readonly PackFile[], patterns: Patterns): Listed[] {
  return [...byPack(files)].flatMap(([key, own]) => {
    const definition = definitionOf(key);
    if (!definition) return [];
    const { title, summary } = definition;
    const expressions = leavesOf(definition, patterns.files.get(key)).filter(({ id }) => id === 'expression').length;
    const examples = definition.examples(key, patterns).length;
    return [{ key, title, summary, files: own.map(({ place }) => place), expressions, examples }];
  });
}
