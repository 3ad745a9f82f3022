/** Hints that need the numbers around: two neighbouring cells exchanged, another amount that fits as the denominator. */
import type { Context } from './context.ts';
import { type Interval, meet } from './interval.ts';
import type { Failure } from './ledger.ts';
import { amountText, fill, messages, nameOf } from './message.ts';
import { AMOUNTS, type Operand } from './operand.ts';
import { percentage } from './quotient.ts';

/** A number that relations contradict, and what they leave for it. */
export interface Wanted {
  readonly operand: Operand;
  readonly expected: Interval;
}

/** Cells that touch each other in a row or in a column. */
function touch(a: Operand, b: Operand): boolean {
  const [p, q] = [a.fact.source, b.fact.source];
  if (p.table === null || p.table !== q.table || p.row === null || q.row === null) return false;
  if (p.column === null || q.column === null) return false;
  return Math.abs(p.row - q.row) + Math.abs(p.column - q.column) === 1;
}

const said = (key: string, value: string, { patterns }: Context) =>
  fill(messages(patterns).hints[key] ?? key, { value });

/** Each of two touching cells holds what the relations want in the other. */
export function exchanged(context: Context, { operand, expected }: Wanted, all: readonly Wanted[]): string | null {
  const other = all.find(
    (each) => touch(operand, each.operand) && meet(expected, each.operand) && meet(each.expected, operand),
  )?.operand;
  return other ? said('cells', amountText(other.value, other.fact, context.patterns), context) : null;
}

/** So many amounts that fit say nothing. */
const FEW = 1;

/** The one amount of the document, of the same kind and year, over which the part gives the printed rate. */
export function denominator(context: Context, { rule, at, operands, message }: Failure): string | null {
  if (message !== rule || (rule !== 'share' && rule !== 'rate.change')) return null;
  const [, part] = operands;
  if (!part || at.value.isZero() || part.value.isZero() || at.fact.unit !== 'percent') return null;
  if (rule === 'rate.change' && part.fact.measure !== 'change_amount') return null;
  const year = rule === 'share' ? part.fact.period : (part.fact.period ?? 0) - 1;
  const fits = new Map<string, Operand>();
  for (const operand of context.book.operands) {
    const { measure, period, unit, basis } = operand.fact;
    if (!AMOUNTS.has(measure) || basis !== null || period !== year || unit !== part.fact.unit || operand === part)
      continue;
    const rate = percentage(part, operand);
    if (rate && meet(rate, at)) fits.set(String(operand.value), operand);
  }
  const [found] = fits.values();
  if (!found || fits.size > FEW) return null;
  const { patterns } = context;
  return said(
    'denominator',
    `${nameOf(found.fact, 'zh', patterns)}${amountText(found.value, found.fact, patterns)}`,
    context,
  );
}
