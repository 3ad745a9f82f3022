/** From what became of each content to what became of each input: every one ends as exactly one entry. */
import type { Entry, Outcome, Place, Reason } from './entry.ts';
import { comparePaths } from './inputs.ts';
import type { Done } from './ledger.ts';

/** An input as a run met it: content to be read, or why there is nothing to read. */
export type Met = { readonly place: Place } & (
  | { readonly key: string; readonly expected: boolean }
  | { readonly status: 'unsupported' | 'failed'; readonly reason: Reason }
);

export interface Accounted {
  readonly entry: Entry;
  readonly place: Place;
  /** What is known of its content, for the first input of it. */
  readonly done: Done | null;
}

/**
 * The entries in the order of their paths. Of equal contents the first is the document and the others are its
 * duplicates; what nobody called a document and is none is passed over, whatever stands behind it.
 */
export function* account(met: readonly Met[], doneOf: (key: string) => Done): Generator<Accounted> {
  const first = new Map<string, string>();
  for (const input of inOrder(met)) {
    const { place } = input;
    if (!('key' in input)) {
      yield { entry: { ...place, status: input.status, reason: input.reason }, place, done: null };
      continue;
    }
    const { key } = input;
    const of = first.get(key);
    if (of !== undefined) {
      yield { entry: { ...place, status: 'duplicate', of }, place, done: null };
      continue;
    }
    const done = doneOf(key);
    const entry = entryOf(input, done.outcome);
    // What was passed over is not a first: under another name the same bytes may be an input that has to be read.
    if (entry.status !== 'unsupported') first.set(key, place.path);
    yield { entry, place, done };
  }
}

function entryOf({ place, expected }: { readonly place: Place; readonly expected: boolean }, outcome: Outcome): Entry {
  if (outcome.status === 'extracted') return { ...place, ...outcome };
  const { reason } = outcome;
  return { ...place, status: !expected && reason.code === 'unsupported-format' ? 'unsupported' : 'failed', reason };
}

/** Sorted by path; inputs are met so, but for members of archives beside files with similar names. */
export function inOrder(met: readonly Met[]): readonly Met[] {
  const sorted = met.every((each, i) => i === 0 || comparePaths((met[i - 1] as Met).place.path, each.place.path) <= 0);
  return sorted ? met : [...met].sort((a, b) => comparePaths(a.place.path, b.place.path));
}
