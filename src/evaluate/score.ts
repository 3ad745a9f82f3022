/** Precision, recall and F1 over a matching, as a whole and by a field. */
import type { Comparable, Matching } from './match.ts';

export interface Score {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  /** 1 where nothing was found: then nothing found is wrong. */
  readonly precision: number;
  /** 1 where there was nothing to find. */
  readonly recall: number;
  readonly f1: number;
}

export function score(matching: Matching, counts: (fact: Comparable) => boolean = () => true): Score {
  // A pair agrees in every field that a score is split by, so either side may be asked.
  const right = matching.pairs.filter((pair) => counts(pair.gold)).length;
  const gold = right + matching.misses.filter((miss) => counts(miss.gold)).length;
  const found = right + matching.extras.filter(counts).length;
  return {
    gold,
    found,
    right,
    precision: found === 0 ? 1 : right / found,
    recall: gold === 0 ? 1 : right / gold,
    f1: gold + found === 0 ? 1 : (2 * right) / (gold + found),
  };
}

/** A score for every value that the field takes on either side, in name order. */
export function scoresBy(matching: Matching, field: 'concept' | 'measure'): Record<string, Score> {
  const names = new Set<string>();
  for (const { gold } of [...matching.pairs, ...matching.misses]) names.add(gold[field]);
  for (const extra of matching.extras) names.add(extra[field]);
  return Object.fromEntries([...names].sort().map((name) => [name, score(matching, (fact) => fact[field] === name)]));
}
