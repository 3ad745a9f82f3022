/** Shares: part of whole, by interval; the last of a list may have been adjusted so that the list closes at 100%. */
import { z } from 'zod';
import type { Unevaluable } from '../contract.ts';
import { Decimal } from '../number.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile } from '../patterns/regex.ts';
import { ConceptId, Expression } from '../patterns/schema.ts';
import { UNKNOWN } from './book.ts';
import type { Context } from './context.ts';
import { type Interval, meet } from './interval.ts';
import { type Failure, verdictOf } from './ledger.ts';
import { nearest } from './neighbours.ts';
import { AMOUNTS, type Operand } from './operand.ts';
import { percentage } from './quotient.ts';

const RULE = 'share';
const AMOUNT_MEASURES = [...AMOUNTS];

export const ShareSchema = z.strictObject({
  bare: Expression,
  bare_examples: z.array(z.string()).min(1),
  named_examples: z.array(z.string()).min(1),
  /** Totals that clerks take for one another. */
  wholes: z.array(z.array(ConceptId)),
});
const patternsOf = compiledOnce((patterns: Patterns) => {
  const { bare, wholes } = ShareSchema.parse(patterns.files.get('checks/shares'));
  return { bare: compile(bare), wholes };
});

/** Whether the words right before a share leave open of what. */
export function namesNoWhole(before: string, patterns: Patterns): boolean {
  return patternsOf(patterns).bare.test(before);
}

interface Share {
  readonly rate: Operand;
  readonly part: Operand;
  readonly whole: Operand;
}

function amounts(context: Context, rate: Operand): Share | Unevaluable {
  const { concept, basis, period } = rate.fact;
  const common = { basis: null, period };
  const part = nearest(context.book, rate, { ...common, concept, subject: rate.subject, measures: AMOUNT_MEASURES });
  if (part === UNKNOWN) return 'unknown';
  if (!part || basis === null) return 'missing';
  const measures = [part.fact.measure];
  const whole = nearest(context.book, rate, { ...common, concept: basis, subject: '', measures });
  if (whole === UNKNOWN) return 'unknown';
  return whole ? { rate, part, whole } : 'missing';
}

/** Other printed totals that the share fits. */
function otherWholes(context: Context, { rate, part }: Share): Operand[] {
  const { basis, period } = rate.fact;
  const family = patternsOf(context.patterns).wholes.find((concepts) => concepts.includes(basis ?? '')) ?? [];
  return family.flatMap((concept) => {
    if (concept === basis) return [];
    const wanted = { concept, subject: '', measures: [part.fact.measure], basis: null, period };
    const whole = nearest(context.book, rate, wanted);
    const fits = whole && whole !== UNKNOWN ? percentage(part, whole) : null;
    return fits && meet(fits, rate) ? [whole as Operand] : [];
  });
}

/** An amount before a share in its paragraph that is its whole as well as the one that opens the sentence. */
function fitsAnyBefore(context: Context, { rate, part }: Share): boolean {
  const passage = context.page.passageAt(rate.fact.source.start);
  if (!passage) return false;
  const fits = (operand: Operand) => {
    const { fact } = operand;
    const like = fact.measure === part.fact.measure && fact.unit === part.fact.unit && fact.period === part.fact.period;
    if (!like || operand === part || fact.source.start < passage.start) return false;
    const computed = percentage(part, operand);
    return computed !== null && meet(computed, rate);
  };
  return context.book.before(rate, fits) !== null;
}

/** Shares of one whole that follow each other, and add up to exactly 100 as printed. */
function closesAt100(context: Context, { rate, whole }: Share): boolean {
  const { narrative } = context.book;
  const like = ({ fact }: Operand) => fact.measure === 'share' && fact.basis === rate.fact.basis;
  const at = context.book.position(rate);
  if (at < 0) return false;
  const near = (i: number) => {
    const operand = narrative[i];
    return operand !== undefined && operand.fact.source.section === rate.fact.source.section && operand !== whole;
  };
  let first = at;
  while (near(first - 1) && at - first < 120) first--;
  let total = new Decimal(0);
  let count = 0;
  for (let i = first; near(i) && i - first < 240; i++) {
    const operand = narrative[i] as Operand;
    if (!like(operand)) continue;
    total = total.plus(operand.value);
    count++;
  }
  return count > 1 && total.eq(100);
}

/** Another share of the same list that fits the same whole: then the list says what all of it is a share of. */
function siblingFits(context: Context, { rate, whole }: Share): boolean {
  const passage = context.page.passageAt(rate.fact.source.start);
  if (!passage) return false;
  return context.book.narrative.some((other) => {
    const { measure, basis, source } = other.fact;
    if (other === rate || measure !== 'share' || basis !== rate.fact.basis) return false;
    if (source.start < passage.start || source.start >= passage.end) return false;
    const share = amounts(context, other);
    if (typeof share === 'string' || share.whole !== whole) return false;
    const computed = percentage(share.part, share.whole);
    return computed !== null && verdictOf(computed, other, [other]) === null;
  });
}

function failure(share: Share, computed: Interval, verdict: Failure['verdict']): Failure {
  const { rate, part, whole } = share;
  return {
    rule: RULE,
    verdict,
    at: rate,
    operands: [rate, part, whole],
    expected: computed,
    actual: rate,
    message: RULE,
    words: { part: [part], whole: [whole] },
  };
}

function checkShare(context: Context, rate: Operand): void {
  const { ledger, page } = context;
  const share = amounts(context, rate);
  const computed = typeof share === 'string' ? null : percentage(share.part, share.whole);
  if (typeof share === 'string' || !computed) {
    ledger.unevaluable(RULE, typeof share === 'string' ? share : 'zero');
    return;
  }
  const verdict = verdictOf(computed, rate, [rate]);
  if (!verdict) {
    ledger.pass(RULE, [rate, share.part, share.whole]);
  } else if (verdict === 'last-digit') {
    ledger.fail(failure(share, computed, closesAt100(context, share) ? 'balancing-share' : verdict));
  } else {
    const [other] = otherWholes(context, share);
    // A share that names no whole may be of another amount than the one that opens the sentence.
    const bare = namesNoWhole(page.before(rate.fact.source.start, 12), context.patterns);
    if (bare && (other || fitsAnyBefore(context, share)) && !siblingFits(context, share))
      ledger.unevaluable(RULE, 'ambiguous');
    else if (other) {
      const wrong = failure(share, computed, 'wrong-base');
      const words = { ...wrong.words, other: [other] };
      ledger.fail({ ...wrong, operands: [...wrong.operands, other], words, message: 'share.base' });
    } else ledger.fail(failure(share, computed, 'mismatch'));
  }
}

export function checkShares(context: Context): void {
  for (const operand of context.book.operands) if (operand.fact.measure === 'share') checkShare(context, operand);
}
