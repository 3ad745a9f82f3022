/** A sentence about income repeated where the change of expenditure should stand, or the other way round. */
import { z } from 'zod';
import type { Finding } from '../contract.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { ConceptId } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';
import { nameOf } from './message.ts';
import type { Operand } from './operand.ts';

const RULE = 'residue.copied';

export const CopiedSchema = z.strictObject({ pairs: z.array(z.tuple([ConceptId, ConceptId])) });
const pairs = compiledOnce((patterns: Patterns) => CopiedSchema.parse(patterns.files.get('checks/copied')).pairs);

export function copiedFindings(context: Context): Finding[] {
  const { book, patterns, ledger } = context;
  const opposite = new Map(
    pairs(patterns).flatMap(([a, b]): [string, string][] => [
      [a, b],
      [b, a],
    ]),
  );
  const told = new Map<string, Operand>();
  const found: Finding[] = [];
  let open: Operand | null = null;
  for (const operand of book.narrative) {
    const { fact } = operand;
    if (!opposite.has(fact.concept) || operand.subject !== '') continue;
    if (fact.measure === 'final' || fact.measure === 'budget') open = operand;
    if (fact.measure !== 'change_amount' || operand.value.isZero()) continue;
    const key = `${fact.concept}|${fact.basis}|${fact.period}|${operand.value}`;
    const before = told.get(key);
    told.set(key, operand);
    const other = opposite.get(fact.concept) as string;
    if (!before || open?.fact.concept !== other) continue;
    if (book.narrative.some((each) => each.fact.concept === other && each.fact.measure === 'change_amount')) continue;
    const what = { zh: nameOf(fact, 'zh', patterns), en: nameOf(fact, 'en', patterns) };
    const whole = { zh: nameOf(open.fact, 'zh', patterns), en: nameOf(open.fact, 'en', patterns) };
    const ids = [fact.id, before.fact.id];
    found.push(textFinding(context, RULE, 'residue', fact.source, 'subject.copied', { what, whole }, ids));
  }
  ledger.count(RULE).fail += found.length;
  if (found.length === 0) ledger.count(RULE).pass++;
  return found;
}
