/** Examples of the layout packs: what each rule must meet, and what it must pass by. */
import { folded, LayoutSchema, type WordKey, words } from '../../layout/words.ts';
import type { Patterns } from '../../patterns/load.ts';
import { htmlRules } from '../../read/html/index.ts';
import { mirrorRules } from '../../read/mirror.ts';
import { misreadRules } from '../../read/ocr/misread.ts';
import { textRules } from '../../read/reflow.ts';
import type { Rule } from '../../read/rules.ts';
import { type Example, each, expecting } from '../definition.ts';

type Meets = (rule: string, text: string, patterns: Patterns) => boolean;

function yesAndNo(
  rules: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>>,
  path: string,
  meets: Meets,
): readonly Example[] {
  return Object.entries(rules).flatMap(([rule, { yes, no }]) => {
    const says = (text: string, at: string, is: 'yes' | 'no') =>
      expecting(at, text, rule, is, (given) => (meets(rule, text, given) ? 'yes' : 'no'));
    return [
      ...each(yes, `${path}${rule}.yes`, (text, at) => says(text, at, 'yes')),
      ...each(no, `${path}${rule}.no`, (text, at) => says(text, at, 'no')),
    ];
  });
}

export function layoutExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = LayoutSchema.parse(patterns.files.get('layout'));
  return yesAndNo(pack.patterns, 'patterns.', (rule, text, given) => words(given)[rule as WordKey](folded(text)));
}

const ruleExamples =
  (rulesOf: (patterns: Patterns) => Readonly<Record<string, Rule>>) => (_: string, patterns: Patterns) =>
    yesAndNo(rulesOf(patterns), '', (rule, text, given) => rulesOf(given)[rule]?.regex.test(text) ?? false);

export const textLayoutExamples = ruleExamples(textRules);
export const htmlLayoutExamples = ruleExamples(htmlRules);
export const misreadExamples = ruleExamples(misreadRules);
export const mirrorExamples = ruleExamples((patterns) => mirrorRules(patterns).rules);
