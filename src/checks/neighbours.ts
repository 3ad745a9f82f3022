/** Which printed amounts a rate is about: those of its own sentence or row, else what the document agrees on. */
import type { Measure } from '../contract.ts';
import { type Book, type Found, UNKNOWN } from './book.ts';
import type { Operand } from './operand.ts';

export interface Wanted {
  readonly concept: string;
  readonly subject: string;
  readonly measures: readonly Measure[];
  readonly basis: string | null;
  readonly period: number | null;
}

/** A sentence carries its amounts within so many characters before the rate. */
const NEAR = 600;

export function nearest(book: Book, rate: Operand, wanted: Wanted): Found {
  return beside(book, rate, wanted) ?? agreed(book, wanted);
}

/** What the whole document says, of several measures the first that is known. */
function agreed(book: Book, { concept, subject, measures, basis, period }: Wanted): Found {
  let unknown = false;
  for (const measure of measures) {
    const found = book.agreed(concept, { measure, basis, period }, subject);
    if (found && found !== UNKNOWN) return found;
    unknown ||= found === UNKNOWN;
  }
  return unknown ? UNKNOWN : null;
}

/** The amount in the same row or sentence. */
export function beside(book: Book, rate: Operand, wanted: Wanted): Operand | null {
  const { source } = rate.fact;
  const fits = ({ fact, subject }: Operand) =>
    fact.concept === wanted.concept &&
    subject === wanted.subject &&
    wanted.measures.includes(fact.measure) &&
    fact.basis === wanted.basis &&
    fact.period === wanted.period;
  if (source.kind === 'cell') return book.inRow(source.table, source.row).find(fits) ?? null;
  return book.beforeOf(rate, wanted.concept, fits, 40, NEAR);
}

/** Like `nearest`, but the measures are tried one after the other: a final amount goes before a budget nearer by. */
export function inOrder(book: Book, rate: Operand, wanted: Wanted): Found {
  for (const measure of wanted.measures) {
    const near = beside(book, rate, { ...wanted, measures: [measure] });
    if (near) return near;
  }
  return agreed(book, wanted);
}
