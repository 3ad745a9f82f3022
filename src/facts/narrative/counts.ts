/** What a printed count counts, by the words before it. */
import { mayMatch } from '../../patterns/needles.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';

const REACH = 80;
const BRACKETS = /\uff08[^\uff08\uff09]{0,80}\uff09/g;

export interface CountSetting {
  readonly families: readonly string[];
  readonly measure: 'final' | 'budget';
  readonly lex: Lexicon;
}

/** The concept of a count; null where no rule fits. `from` is where the sentence begins. */
export function countOf(
  mention: Mention,
  text: string,
  from: number,
  { families, measure, lex }: CountSetting,
): string | null {
  const rules = lex.countsOf.get(mention.unit ?? mention.counter ?? '');
  if (!rules) return null;
  // What stands in brackets before the number is about something else: 接待3批次（其中外事接待0批次），12人次.
  const whole = text.slice(Math.max(from, mention.start - 4 * REACH), mention.start);
  const before = whole.includes('\uff08') ? whole.replace(BRACKETS, '') : whole;
  const left = before.slice(-REACH);
  // A list is long: what it is a list of may be said far before its last part.
  const listed = before.slice(before.lastIndexOf('\uff1b') + 1);
  const right = text.slice(mention.stop, mention.stop + 40);
  for (const rule of rules) {
    if (rule.report && rule.report !== measure) continue;
    if (rule.in && !rule.in.some((family) => families.includes(family))) continue;
    if (!mayMatch(left, rule.needles) || !rule.left.can(left, left.length)) continue;
    if (!rule.left.regex.test(left) || rule.notLeft?.test(left)) continue;
    if (rule.right && !rule.right.test(right)) continue;
    if (rule.with && !rule.with.test(listed)) continue;
    return rule.concept;
  }
  return null;
}
