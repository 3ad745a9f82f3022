/**
 * Looks for hundreds of expressions at once. The few characters at a place say which of them can match there, and only
 * those are tried. What lies around a match (look-behind, look-ahead, edges) is left to the expression itself.
 */
import { Prefixes } from './prefixes.ts';

export interface Found {
  /** Index of the expression. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

export class Search {
  private readonly prefixes: Prefixes;
  /** Where the last match of each expression ended, while a text is searched. */
  private readonly free: Int32Array;

  /** The expressions must be sticky where the search is to run them. */
  constructor(private readonly regexes: readonly RegExp[]) {
    this.prefixes = new Prefixes(regexes);
    this.free = new Int32Array(regexes.length);
  }

  /** All matches that are not empty, by place, then by expression; those of one expression do not overlap. */
  all(text: string): Found[] {
    const { free, prefixes } = this;
    const found: Found[] = [];
    for (let start = 0; start < text.length; start++) {
      const { owners } = prefixes.at(text, start);
      if (owners.length === 0 || isSecondHalf(text.charCodeAt(start))) continue;
      for (let k = 0; k < owners.length; k++) {
        const index = owners[k] as number;
        if (start < (free[index] as number)) continue;
        const regex = this.regexes[index] as RegExp;
        regex.lastIndex = start;
        if (!regex.test(text) || regex.lastIndex === start) continue;
        found.push({ index, start, end: regex.lastIndex });
        free[index] = regex.lastIndex;
      }
    }
    for (const { index } of found) free[index] = 0;
    return found;
  }

  /** The first of the expressions that matches at a place. */
  first(text: string, start: number): Found | null {
    for (const index of this.candidates(text, start)) {
      const regex = this.regexes[index] as RegExp;
      regex.lastIndex = start;
      if (regex.test(text)) return { index, start, end: regex.lastIndex };
    }
    return null;
  }

  /** The expressions that can match at a place, by index in ascending order. */
  candidates(text: string, start: number): readonly number[] {
    return this.prefixes.at(text, start).owners;
  }
}

const isSecondHalf = (code: number) => code >= 0xdc00 && code <= 0xdfff;
