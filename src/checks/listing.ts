/** What the words say about a list of parts: 具体包括 names all of them, 其中 only some. */
import { z } from 'zod';
import { Decimal } from '../number.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { holds, sum } from './interval.ts';
import { AMOUNTS, type Operand } from './operand.ts';

/** Folded words between the whole and its first part that are longer than this introduce nothing. */
const LEAD = 220;
/** Where the brackets or the sentence around the last part end. */
const LIST_END = /[\uff09)\u3002\uff1b;\n]/;
const TAIL = 120;
const FULL_STOP = '\u3002';
/** A list ends somewhere. */
const LENGTH = 6000;

export const ListSchema = z.strictObject({
  subpatterns: SubpatternMap.default({}),
  closed: Expression,
  open: Expression,
  closed_examples: z.array(z.string()).min(1),
  open_examples: z.array(z.string()).min(1),
  neither: z.array(z.string()).min(1),
});

const introductions = compiledOnce((patterns: Patterns) => {
  const { subpatterns, closed, open } = ListSchema.parse(patterns.files.get('checks/lists'));
  return { closed: compile(closed, subpatterns), open: compile(open, subpatterns) };
});

/** The words after a whole: whether they announce all parts, some of them, or no list. */
export function introduction(words: string, patterns: Patterns): 'closed' | 'open' | null {
  const { closed, open } = introductions(patterns);
  if (words === '') return null;
  if (open.test(words)) return 'open';
  return closed.test(words) ? 'closed' : null;
}

/** Whether the parts' printed shares of the whole add up to 100%, so that no part is missing. */
function sharesClose(context: Context, whole: Operand, parts: readonly Operand[]): boolean {
  const { narrative } = context.book;
  const shares = parts.map((part) => {
    const at = context.book.position(part);
    return narrative
      .slice(at + 1, at + 4)
      .find(
        ({ fact, subject }) =>
          fact.measure === 'share' &&
          fact.basis === whole.fact.concept &&
          fact.concept === part.fact.concept &&
          subject === part.subject,
      );
  });
  const printed = shares.filter((share) => share !== undefined);
  return printed.length === parts.length && printed.length > 1 && holds(sum(printed), new Decimal(100));
}

export function listing(
  context: Context,
  whole: Operand,
  parts: readonly Operand[],
): 'closed' | 'open' | 'unread' | null {
  const places = [whole, ...parts].map(({ fact }) => fact.source);
  const start = Math.min(...places.map((source) => source.start));
  const last = Math.max(...places.map((source) => source.end));
  // More parts may follow those that were read.
  const tail = context.document.text.slice(last, last + TAIL).search(LIST_END);
  const end = tail < 0 ? last : last + tail;
  if (end - start > LENGTH) return null;
  if (context.page.hasUnread(whole.fact.unit === 'CNY' ? 'amount' : 'count', start, end)) return 'unread';
  if (start !== whole.fact.source.start) return null;
  if (sharesClose(context, whole, parts)) return 'closed';
  const first = Math.min(...parts.map(({ fact }) => fact.source.start));
  const said = context.page.words(whole.fact.source.end, first, LEAD * 2);
  const again = namedAgain(context, whole, said);
  if (again !== null) return introduction(again, context.patterns);
  // Another amount before the first part is what the words announce the parts of.
  const between = (operand: Operand | undefined) => operand !== undefined && operand.fact.source.start < first;
  for (let i = context.book.position(whole) + 1; between(context.book.narrative[i]); i++) {
    if (AMOUNTS.has((context.book.narrative[i] as Operand).fact.measure)) return null;
  }
  return introduction(said.slice(0, LEAD), context.patterns);
}

/** “本年支出9万元，年末结余1万元。本年支出包括：”: what follows the whole's own name, where a later sentence names it again. */
function namedAgain(context: Context, whole: Operand, words: string): string | null {
  const stop = words.lastIndexOf(FULL_STOP);
  if (stop < 0) return null;
  const name = /\p{Script=Han}{3,20}$/u.exec(context.page.before(whole.fact.source.start, 20))?.[0] ?? null;
  const sentence = words.slice(stop + 1);
  return name !== null && sentence.startsWith(name) ? sentence.slice(name.length) : null;
}
