/** What the layout has to know of the language: `patterns/layout.yaml`, compiled. */
import { z } from 'zod';
import { foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';

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

const Rule = z.strictObject({
  any: z.array(Expression).min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});
export const LayoutSchema = z.strictObject({
  subpatterns: SubpatternMap,
  patterns: z.strictObject(Object.fromEntries(KEYS.map((key) => [key, Rule])) as Record<WordKey, typeof Rule>),
});

/** No line of the kinds looked for is longer; the rest of a longer one does not matter. */
const LONGEST = 300;

export const words = compiledOnce((patterns: Patterns): Words => {
  const pack = LayoutSchema.parse(patterns.files.get('layout'));
  const entries = KEYS.map((key) => {
    const regexes = pack.patterns[key].any.map((source) => compile(source, pack.subpatterns));
    return [key, (text: string) => regexes.some((regex) => regex.test(text))] as const;
  });
  return Object.fromEntries(entries) as Words;
});

/** A line as the patterns see it; of a long one the head and the tail. */
export function folded(text: string): string {
  return foldText(text.length > LONGEST ? text.slice(0, LONGEST / 2) + text.slice(-LONGEST / 2) : text);
}
