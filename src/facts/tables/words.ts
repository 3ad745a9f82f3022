/** The words of column heads: 一般公共预算财政拨款支出 says `general`, 基本支出 says `basic`, 合计 says `sum`. */
import { compile, match, type Subpatterns } from '../../patterns/regex.ts';
import type { CommonPack } from './schema.ts';

export interface Words {
  /** The words of a head, or of a row's label; null for one that is none and no two of them. */
  of(text: string): readonly string[] | null;
  /** Words from the top down, without those that a narrower one follows. */
  reduce(words: readonly string[]): string[];
}

/** No head that says anything is longer. */
const LONGEST = 40;
/** Heads remembered; a crawl meets the same ones in every document. */
const REMEMBERED = 4000;
/** What a head may add that says nothing: the sum it stands for. */
const FORMULA = /(?:（[\d+\-=/*、~至栏]{1,24}）|=[\d+\-（）/*栏]{1,40})$/;

export function compileWords(pack: CommonPack, subs: Subpatterns): Words {
  const words = Object.entries(pack.words).map(([key, expressions]) => ({
    names: key.split(' '),
    regex: compile(`^(?:${expressions.join('|')})$`, subs),
  }));
  const lead = compile(`^(?:${pack.row.lead})`, subs);
  const wider = Object.entries(pack.narrower);
  const implied = Object.entries(pack.implied);
  const one = (text: string) => words.find(({ regex }) => regex.test(text))?.names ?? null;
  const two = (text: string): readonly string[] | null => {
    for (let i = text.length - 2; i >= 2; i--) {
      const left = one(text.slice(0, i));
      const right = left && !left.includes('over') ? one(text.slice(i)) : null;
      if (left && right && !right.includes('over')) return [...left, ...right];
    }
    return null;
  };
  const clean = (text: string) => {
    let rest = text.replace(FORMULA, '');
    for (let i = 0; i < 3; i++) {
      const found = match(lead, rest);
      if (!found || found.end >= rest.length) break;
      rest = rest.slice(found.end);
    }
    return rest;
  };
  const look = (text: string) => {
    if (text.length > LONGEST) return null;
    const rest = clean(text);
    return one(rest) ?? two(rest);
  };
  const known = new Map<string, readonly string[] | null>();
  return {
    of: (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      if (known.size >= REMEMBERED) known.clear();
      const found = look(text);
      known.set(text, found);
      return found;
    },
    reduce: (all) => {
      const set = new Set(all);
      // 财政拨款 below 一般公共预算 is a part of it; above, it only says the same with fewer words.
      for (const [wide, narrow] of wider) {
        const first = all.lastIndexOf(wide);
        if (first >= 0 && narrow.some((word) => all.lastIndexOf(word) > first)) set.delete(wide);
      }
      for (const [word, others] of implied) if (others.some((other) => set.has(other))) set.delete(word);
      return [...set].sort();
    },
  };
}
