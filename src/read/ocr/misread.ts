/** Words of accounts that recognition takes for others (patterns/layout-ocr.yaml), set right. */
import { z } from 'zod';
import { compiledOnce, type Patterns } from '../../patterns/load.ts';
import { matches } from '../../patterns/regex.ts';
import { RuleSchema, ruleOf } from '../rules.ts';
import type { Recogniser } from './recogniser.ts';

const PACK = 'layout-ocr';
export const MisreadSchema = z.record(z.string(), RuleSchema.extend({ is: z.string().regex(/^\D{1,10}$/) }));

export const misreadRules = compiledOnce((patterns) => {
  const pack = MisreadSchema.parse(patterns.files.get(PACK));
  return Object.fromEntries(Object.entries(pack).map(([name, { is, ...rule }]) => [name, { is, ...ruleOf(rule) }]));
});

export function rightly(text: string, patterns: Patterns): string {
  return Object.values(misreadRules(patterns)).reduce((given, { regex, is }) => {
    let right = '';
    let from = 0;
    for (const { start, end } of matches(regex, given)) {
      right += given.slice(from, start) + is;
      from = end;
    }
    return right + given.slice(from);
  }, text);
}

/** The same recogniser with what it misreads set right. */
export const corrected = (ocr: Recogniser, patterns: Patterns): Recogniser => ({
  name: ocr.name,
  recognise: async (images, mode, digits) => {
    const read = await ocr.recognise(images, mode, digits);
    return read.map((words) => words.map((word) => ({ ...word, text: rightly(word.text, patterns) })));
  },
});
