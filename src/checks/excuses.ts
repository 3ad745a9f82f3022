/** Identities that patterns/checks/witness.yaml says are not to be compared with themselves. */
import { z } from 'zod';
import type { Document } from '../document.ts';
import { foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile } from '../patterns/regex.ts';
import { Expression } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import type { Operand } from './operand.ts';

export const WitnessSchema = z.strictObject({
  skip: z.array(z.string()),
  schemes: z.array(z.string()),
  unless: z.array(
    z.strictObject({
      concept: z.string(),
      measure: z.string(),
      text: Expression,
      examples: z.array(z.string()).min(1),
      others: z.array(z.string()).min(1),
    }),
  ),
});
type Excuse = { readonly concept: string; readonly measure: string; readonly text: RegExp };
const exceptions = compiledOnce((patterns: Patterns) => {
  const { skip, schemes, unless } = WitnessSchema.parse(patterns.files.get('checks/witness'));
  return { skip, schemes: new Set(schemes), unless: unless.map((each) => ({ ...each, text: compile(each.text) })) };
});

/** Notes that excuse an identity, in their order in the pack. */
export const excuseTexts = (patterns: Patterns): readonly RegExp[] =>
  exceptions(patterns).unless.map(({ text }) => text);

const within = (concept: string, family: string) => concept === family || concept.startsWith(`${family}.`);

/** Whether the words of the concept do not fix what is counted. */
export function isVague({ patterns }: Pick<Context, 'patterns'>, { fact }: Operand): boolean {
  const { skip, schemes } = exceptions(patterns);
  return schemes.has(fact.subject?.scheme ?? '') || skip.some((family) => within(fact.concept, family));
}

const voids = new WeakMap<Document, readonly Excuse[]>();

/** Whether the document says that the same words mean something else in its table. */
export function excused({ patterns, document }: Pick<Context, 'patterns' | 'document'>, { fact }: Operand): boolean {
  let said = voids.get(document);
  if (!said) {
    const { unless } = exceptions(patterns);
    const text = foldText(document.text);
    said = unless.filter((each) => each.text.test(text));
    voids.set(document, said);
  }
  return said.some(({ concept, measure }) => measure === fact.measure && within(fact.concept, concept));
}
