/** What a template left behind: alternatives, instructions, placeholders in names, broken words. */
import { z } from 'zod';
import type { Finding, Section, Verdict } from '../contract.ts';
import type { Span } from '../document.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, matches } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';
import type { Both } from './message.ts';

const Rule = z.strictObject({
  rule: z.enum(['residue', 'placeholder', 'period', 'unit']).default('residue'),
  verdict: z.enum(['residue', 'missing', 'stale']).default('residue'),
  regex: Expression,
  /** What every match holds: looked for first where it is found sooner than the whole. */
  holds: Expression.optional(),
  zh: z.string(),
  en: z.string(),
  /** Also looked for in the glossary, whose sentences otherwise explain template words. */
  glossary: z.boolean().default(false),
  examples: z.array(z.string()).min(1),
  others: z.array(z.string()).default([]),
});
export const ResidueSchema = z.strictObject({ subpatterns: SubpatternMap.default({}), rules: z.array(Rule) });

export interface ResidueRule {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly regex: RegExp;
  readonly holds: RegExp | null;
  readonly reason: Both;
  readonly glossary: boolean;
  readonly examples: readonly string[];
  readonly others: readonly string[];
}

export const residueRules = compiledOnce((patterns: Patterns): readonly ResidueRule[] => {
  const { subpatterns, rules } = ResidueSchema.parse(patterns.files.get('checks/residue'));
  return rules.map(({ regex, holds, zh, en, ...rest }) => ({
    ...rest,
    regex: compile(regex, subpatterns),
    holds: holds === undefined ? null : compile(holds, subpatterns),
    reason: { zh, en },
  }));
});

/** So many findings of one rule tell the story; an empty template has hundreds. */
const MOST = 200;

/** Where the document explains its terms. */
export function glossaries(sections: readonly Section[]): Section[] {
  return sections.filter(({ kind }) => kind === 'glossary' || kind?.startsWith('glossary.'));
}

export function residueFindings(context: Context): Finding[] {
  const { page, patterns, sections, facts, ledger } = context;
  const glossary = glossaries(sections);
  const inGlossary = ({ start }: Span) => glossary.some((section) => section.start <= start && start < section.end);
  const numbers = new Set(facts.map(({ source }) => source.start));
  const found: Finding[] = [];
  for (const rule of residueRules(patterns)) {
    const count = ledger.count(rule.rule);
    const before = found.length;
    for (const passage of page.passages) {
      if (rule.holds && !rule.holds.test(passage.folded.text)) continue;
      if (!rule.regex.test(passage.folded.text) || (!rule.glossary && inGlossary(passage))) continue;
      for (const match of matches(rule.regex, passage.folded.text)) {
        const span = passage.folded.source(match.start, match.end);
        // A placeholder that is a fact has its own finding.
        if (rule.rule === 'placeholder' && hasNumber(numbers, span)) continue;
        if (found.length - before >= MOST) break;
        const key = rule.rule === 'placeholder' ? 'placeholder.text' : 'residue';
        found.push(textFinding(context, rule.rule, rule.verdict, span, key, { text: match.text, reason: rule.reason }));
      }
    }
    if (found.length === before) count.pass++;
    else count.fail += found.length - before;
  }
  return found;
}

function hasNumber(numbers: ReadonlySet<number>, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (numbers.has(at)) return true;
  return false;
}
