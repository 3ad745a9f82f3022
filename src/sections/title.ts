/** What the words of a title say: number, lead and the kinds whose proper name they hold. */
import { match } from '../patterns/regex.ts';
import type { Form, Kind, Numbering, SectionRules, Style } from './kinds.ts';
import { ordinalOf } from './numeral.ts';

export interface NumberToken {
  readonly style: Style;
  readonly ordinal: number | null;
  /** Length of the token in the folded text. */
  readonly length: number;
  readonly glued: boolean;
}

export interface Reading {
  readonly kind: Kind;
  readonly form: Form;
  /** Length of the proper name: the longer, the surer. */
  readonly core: number;
  /** Where the heading ends in the text it was read from. */
  readonly end: number;
}

/** A lead longer than this is a sentence. */
const LONGEST_LEAD = 45;
const MOST_LEADS = 16;
export const LONGEST_TITLE = 60;

/** The numbers that a folded text may open with, the marked one first. */
export function numberTokens(text: string, rules: SectionRules): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const index of rules.opened.at(text, 0).owners) {
    const { style, token, glued } = rules.numbering[index] as Numbering;
    const found = match(token, text.slice(0, 12));
    if (!found || found.end === 0) continue;
    const printed = found.groups.n ?? found.groups.m ?? null;
    const ordinal = printed === null ? null : ordinalOf(printed);
    if (printed !== null && ordinal === null) continue;
    tokens.push({ style, ordinal, length: found.end, glued });
  }
  return tokens;
}

/** Offsets at which the proper title may begin: at once, or after a year, an organisation, 部门, 单位. */
function* titleStarts(title: string, rules: SectionRules): Generator<number> {
  yield 0;
  const { lead } = rules;
  const barrier = title.search(/[，。；：、《》]/);
  const limit = Math.min(LONGEST_LEAD, barrier < 0 ? title.length : barrier);
  lead.lastIndex = 0;
  let last = 0;
  let tried = 0;
  for (let found = lead.exec(title); found && tried < MOST_LEADS; found = lead.exec(title), tried++) {
    const end = found.index + found[0].length;
    if (end > limit) return;
    if (end > last) yield end;
    last = Math.max(last, end);
    // Leads may overlap: 人民政府 ends after 人民政, 办公室 holds 室.
    lead.lastIndex = found.index + Math.max(1, found[0].length);
  }
}

/** Every kind that a title says, with the longest proper name for each form. */
export function readingsOf(title: string, rules: SectionRules, runOn: boolean): Reading[] {
  const readings: Reading[] = [];
  for (const start of titleStarts(title, rules)) {
    const rest = start === 0 ? title : title.slice(start);
    if (!(runOn ? rules.any.runOn : rules.any.whole).test(rest)) continue;
    for (const kind of rules.kinds) {
      for (const { form, regex } of kind.forms) {
        if ((form === 'run_on') !== runOn) continue;
        const found = regex.exec(rest);
        if (found) readings.push({ kind, form, core: (found[1] ?? '').length, end: start + found[0].length });
      }
    }
  }
  return readings.sort((a, b) => b.core - a.core);
}

/** A title without the marks and parentheses that close it: （按功能分类）, （见附件2）, 。 */
export function closedTitles(text: string): string[] {
  const bare = text.replace(/[。：:；、,.，…—-]{1,6}$/, '');
  const without = bare.replace(/（[^（）]{0,60}）?$/, '');
  return without !== bare && without !== '' ? [bare, without] : [bare];
}
