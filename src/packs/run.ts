/** Runs the examples of packs: `gongkai patterns test` and the tests of this repository are this function. */
import type { Patterns } from '../patterns/load.ts';
import type { Example } from './definition.ts';
import { definitionOf } from './registry.ts';

export interface PackExamples {
  readonly key: string;
  readonly examples: readonly Example[];
}

export interface Failure {
  readonly key: string;
  readonly example: Example;
  readonly why: string;
}

/** The examples of every pack, in the order of their keys. */
export function examplesOf(patterns: Patterns): PackExamples[] {
  return [...patterns.files.keys()].map((key) => ({ key, examples: definitionOf(key)?.examples(key, patterns) ?? [] }));
}

/** What an example says is wrong, or what broke when it ran; null where it holds. */
export function outcomeOf(example: Example, patterns: Patterns): string | null {
  try {
    return example.run(patterns);
  } catch (error) {
    return (error as Error).message;
  }
}

export function failuresOf(packs: readonly PackExamples[], patterns: Patterns): Failure[] {
  return packs.flatMap(({ key, examples }) =>
    examples.flatMap((example) => {
      const why = outcomeOf(example, patterns);
      return why === null ? [] : [{ key, example, why }];
    }),
  );
}
