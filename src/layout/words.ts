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
  'continued',
] as const;
export type WordKey = (typeof KEYS)[number];

export type Words = Readonly<Record<WordKey, (text: string) => boolean>> & {
  /** A title without the mark that its table goes on. */
  readonly title: (text: string) => string;
};

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
  const compiled = (key: WordKey) => pack.patterns[key].any.map((source) => compile(source, pack.subpatterns));
  const entries = KEYS.map((key) => {
    const regexes = compiled(key);
    return [key, (text: string) => regexes.some((regex) => regex.test(text))] as const;
  });
  const marks = compiled('continued');
  const title = (text: string) => marks.reduce((rest, mark) => rest.replace(mark, ''), text);
  return Object.assign(Object.fromEntries(entries) as Record<WordKey, (text: string) => boolean>, { title });
});

/** A line as the patterns see it; of a long one the head and the tail. */
export function folded(text: string): string {
  return foldText(text.length > LONGEST ? text.slice(0, LONGEST / 2) + text.slice(-LONGEST / 2) : text);
}
