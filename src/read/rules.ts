/** Expressions of the layout packs with the examples that test them. */
import { z } from 'zod';
import { compile } from '../patterns/regex.ts';
import { Expression } from '../patterns/schema.ts';

export const RuleSchema = z.strictObject({
  pattern: Expression,
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(1),
});

export interface Rule {
  readonly regex: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export function ruleOf({ pattern, yes, no }: z.infer<typeof RuleSchema>): Rule {
  return { regex: compile(pattern), yes, no };
}

/** The schema of a pack that maps names to rules. */
export function rulesSchema<Name extends string>(names: readonly Name[]) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, RuleSchema])) as Record<Name, typeof RuleSchema>);
}

/** Reads a pack that maps names to rules; every name asked for must be there, and no other. */
export function rulesOf<Name extends string>(pack: unknown, names: readonly Name[], where: string): Record<Name, Rule> {
  const parsed = rulesSchema(names).safeParse(pack);
  if (!parsed.success) throw new Error(`pattern pack ${where}: ${z.prettifyError(parsed.error)}`);
  const rules = parsed.data as Record<Name, z.infer<typeof RuleSchema>>;
  const compiled = names.map((name) => [name, ruleOf(rules[name])] as const);
  return Object.fromEntries(compiled) as unknown as Record<Name, Rule>;
}
