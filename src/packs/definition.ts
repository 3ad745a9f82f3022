/** What is known of a pack besides its content: who reads it, its schema, and how its examples are run. */
import type { z } from 'zod';
import type { Patterns } from '../patterns/load.ts';

export interface Example {
  /** Where it stands in its pack: `kinds.income.others.2`. */
  readonly at: string;
  /** What it shows, on one line. */
  readonly text: string;
  /** What is asked of the text. Two examples that ask the same must not give different answers. */
  readonly question: string;
  readonly answer: { readonly is: string } | { readonly not: string };
  /** What came out instead of what the example says; null where it holds. */
  readonly run: (patterns: Patterns) => string | null;
}

export interface PackDefinition {
  /** The key of the pack, or `folder/*` for every pack of a folder. */
  readonly match: string;
  /** Name of its schema in docs/schema. */
  readonly schemaName: string;
  readonly title: string;
  /** What the pack decides, in a sentence or two. */
  readonly summary: string;
  /** The modules that read it. */
  readonly reader: string;
  readonly schema: z.ZodType;
  /** Validates and compiles as the program does; throws what is wrong. */
  readonly compile: (patterns: Patterns) => unknown;
  readonly examples: (key: string, patterns: Patterns) => readonly Example[];
}

/** An example that holds if `run` gives what it says. */
export function expecting(
  at: string,
  text: string,
  question: string,
  is: string,
  run: (patterns: Patterns) => string,
): Example {
  return {
    at,
    text: oneLine(text),
    question: `${question}: ${text}`,
    answer: { is },
    run: (patterns) => {
      const got = run(patterns);
      return got === is ? null : `expected ${shown(is)}, got ${shown(got)}`;
    },
  };
}

/** An example that holds if `run` does not give `not`. */
export function refusing(
  at: string,
  text: string,
  question: string,
  not: string,
  run: (patterns: Patterns) => string,
): Example {
  return {
    at,
    text: oneLine(text),
    question: `${question}: ${text}`,
    answer: { not },
    run: (patterns) => (run(patterns) === not ? `must not be ${shown(not)}` : null),
  };
}

const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, ' ⏎ ');
const shown = (text: string) => (text === '' ? 'nothing' : text);

/** Examples of one list, by their places. */
export function each<T>(
  items: readonly T[],
  path: string,
  example: (item: T, at: string) => Example,
): readonly Example[] {
  return items.map((item, i) => example(item, `${path}.${i}`));
}
