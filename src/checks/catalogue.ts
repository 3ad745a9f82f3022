/** Every rule with what it asks and how it is judged: equations document themselves, patterns/checks/rules.yaml the others. */
import { z } from 'zod';
import type { Verdict } from '../contract.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { ConceptId } from '../patterns/schema.ts';
import { EquationSchema, equations } from './equations.ts';
import { SEVERITY } from './ledger.ts';
import type { Both } from './message.ts';

const BothSchema = z.strictObject({ zh: z.string(), en: z.string() });
const Verdicts = Object.keys(SEVERITY) as [Verdict, ...Verdict[]];

export const RulesSchema = z.strictObject({
  rules: z.record(
    z.string(),
    z.strictObject({
      zh: z.string(),
      en: z.string(),
      judged: BothSchema,
      source: z.string(),
      verdicts: z.array(z.enum(Verdicts)).min(1),
      across: z.boolean().default(false),
    }),
  ),
  across: z.strictObject({ carried: z.array(z.tuple([ConceptId, ConceptId])) }),
});
export const ruleWords = compiledOnce((patterns: Patterns) => RulesSchema.parse(patterns.files.get('checks/rules')));

export interface Rule {
  readonly id: string;
  readonly asks: Both;
  readonly judged: Both | null;
  readonly source: string;
  readonly verdicts: readonly Verdict[];
  /** The relation of an equation, in concepts. */
  readonly relations: readonly string[];
  readonly passes: readonly string[];
  readonly fails: readonly string[];
  /** Whether it compares several documents. */
  readonly across: boolean;
}

const SUMS: readonly Verdict[] = ['mismatch', 'last-digit', 'partial-list'];
const OTHERS: readonly Verdict[] = ['mismatch', 'last-digit'];

/** All rules, those of one family together. */
export const rules = compiledOnce((patterns: Patterns): readonly Rule[] => {
  const { equations: entries } = EquationSchema.parse(patterns.files.get('checks/equations'));
  const relations = equations(patterns).map((equation): Rule => {
    const { id, zh, en, source, relation, passes, fails } = equation;
    const entry = entries[id];
    const written = [entry?.equation, ...(entry?.or ?? []), entry?.at_most, entry?.ratio];
    const verdicts = relation === 'equal' && !equation.open ? SUMS : OTHERS;
    const said = { source, verdicts, passes, fails, across: false };
    return { id, asks: { zh, en }, judged: null, relations: written.filter((each) => each !== undefined), ...said };
  });
  const words = Object.entries(ruleWords(patterns).rules).map(([id, rule]): Rule => {
    const { zh, en, ...rest } = rule;
    return { id, asks: { zh, en }, relations: [], passes: [], fails: [], ...rest };
  });
  return [...relations, ...words].sort((a, b) => (a.id < b.id ? -1 : 1));
});

export const ruleOf = (id: string, patterns: Patterns): Rule | null =>
  rules(patterns).find((rule) => rule.id === id) ?? null;
