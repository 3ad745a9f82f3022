/** What the layout has to know of the language: `patterns/layout.yaml`, compiled. */
import { foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile } from '../patterns/regex.ts';

const KEYS = [
  'bareNumber',
  'pageNumber',
  'contentsHeading',
  'contentsLeader',
  'contentsOpen',
  'contentsPage',
  'numbering',
  'closing',
  'sentenceEnd',
] as const;
export type WordKey = (typeof KEYS)[number];

export type Words = Readonly<Record<WordKey, (text: string) => boolean>>;

interface Pack {
  readonly subpatterns?: Readonly<Record<string, string>>;
  readonly patterns: Readonly<Record<string, { readonly any: readonly string[] }>>;
}

/** No line of the kinds looked for is longer; the rest of a longer one does not matter. */
const LONGEST = 300;

export const words = compiledOnce((patterns: Patterns): Words => {
  const pack = patterns.files.get('layout') as Pack | undefined;
  if (!pack) throw new Error('pattern pack layout is missing');
  const entries = KEYS.map((key) => {
    const sources = pack.patterns[key]?.any;
    if (!sources) throw new Error(`pattern pack layout: ${key} is missing`);
    const regexes = sources.map((source) => compile(source, pack.subpatterns));
    return [key, (text: string) => regexes.some((regex) => regex.test(text))] as const;
  });
  return Object.fromEntries(entries) as Words;
});

/** A line as the patterns see it; of a long one the head and the tail. */
export function folded(text: string): string {
  return foldText(text.length > LONGEST ? text.slice(0, LONGEST / 2) + text.slice(-LONGEST / 2) : text);
}
