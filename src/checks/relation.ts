/** Evaluates one equation in one place: which terms are printed there, and whether they add up. */
import type { Unevaluable } from '../contract.ts';
import { type Found, UNKNOWN } from './book.ts';
import type { Equation, Form, Term } from './equations.ts';
import { below, corners, holdsZero, type Interval, meet, sum } from './interval.ts';
import { type Failure, verdictOf } from './ledger.ts';
import type { Operand } from './operand.ts';

/** Where the terms of one evaluation are looked up. */
export interface Place {
  readonly kind: 'table' | 'narrative' | 'document';
  find(term: Term): Found;
  /** What is known of the parts as a list: all are named, some are, or a number among them was not read. */
  list(whole: Operand, parts: readonly Operand[]): 'closed' | 'open' | 'unread' | null;
}

export type Outcome =
  | { readonly status: 'pass'; readonly operands: readonly Operand[]; readonly weak?: boolean }
  /** `sure` is false where a term that the relation needs is not printed: the parts are too much even so. */
  | { readonly status: 'fail'; readonly failure: Failure; readonly sure: boolean }
  /** `open` where the relation may hold all the same: a number is unknown, or a part may be left out. */
  | { readonly status: 'unevaluable'; readonly open: boolean; readonly why: Unevaluable };

interface Side {
  readonly operands: Operand[];
  /** Something of it is not printed here, so that it may be more. */
  missing: boolean;
}

interface Terms {
  readonly left: Side;
  readonly right: Side;
  /** A term without which there is no relation is not printed. */
  readonly needed: boolean;
}

function collect(form: Form, place: Place): Terms | typeof UNKNOWN | null {
  const left: Side = { operands: [], missing: false };
  const right: Side = { operands: [], missing: false };
  let unknown = false;
  let needed = false;
  for (const [side, terms] of [[left, form.left] as const, [right, form.right] as const]) {
    for (const term of terms) {
      const found = place.find(term);
      if (found === UNKNOWN) unknown = true;
      else if (found) side.operands.push(found);
      else {
        side.missing = true;
        needed ||= !term.optional;
      }
    }
  }
  if (unknown) return UNKNOWN;
  return left.operands.length === 0 || right.operands.length === 0 ? null : { left, right, needed };
}

/** The finding stands at the whole; of two equal amounts at the one in a sentence. */
function resultOf({ left, right }: Terms): Operand {
  const [whole] = left.operands as [Operand];
  const [part] = right.operands as [Operand];
  const equals = left.operands.length === 1 && right.operands.length === 1;
  return equals && whole.fact.source.kind === 'cell' && part.fact.source.kind === 'sentence' ? part : whole;
}

function failed(equation: Equation, terms: Terms, verdict: Failure['verdict'], computed: Interval): Failure {
  const { left, right } = terms;
  const at = resultOf(terms);
  const printed = sum(left.operands);
  const turned = right.operands.length === 1 && at === right.operands[0];
  return {
    rule: equation.id,
    verdict,
    severity: equation.severity ?? undefined,
    at,
    operands: [...left.operands, ...right.operands],
    expected: turned ? printed : computed,
    actual: turned ? computed : printed,
    message: equation.relation,
    words: {
      relation: { zh: equation.zh, en: equation.en },
      parts: turned ? left.operands : right.operands,
      whole: turned ? right.operands : left.operands,
    },
  };
}

function equal(equation: Equation, terms: Terms, place: Place): Outcome {
  const { left, right, needed } = terms;
  const operands = [...left.operands, ...right.operands];
  const [whole, parts] = [sum(left.operands), sum(right.operands)];
  const unevaluable = (why: Unevaluable): Outcome => ({ status: 'unevaluable', open: !needed, why });
  if (meet(parts, whole)) return needed ? unevaluable('missing') : { status: 'pass', operands };
  const [single, ...more] = left.operands as [Operand, ...Operand[]];
  const rounded = more.length === 0 && !single.digit.isZero() ? [single] : operands;
  const verdict = verdictOf(parts, whole, rounded) ?? 'mismatch';
  const closed = equation.closedBy !== null && operands.some(({ fact }) => fact.concept === equation.closedBy);
  const list = place.list(left.operands[0] as Operand, right.operands);
  // Tables leave cells blank where there is nothing; sentences leave out parts without saying so.
  const complete = (side: Side) =>
    !side.missing || (!needed && (place.kind === 'table' || closed || list === 'closed'));
  const signed = operands.some(({ fact, value }) => fact.measure === 'change_amount' || value.isNegative());
  const why = list === 'unread' ? 'unread' : needed ? 'missing' : 'open';
  if (signed && !(complete(left) && complete(right))) return unevaluable(why);
  const short = below(parts, whole);
  if (complete(short ? right : left)) {
    if (short && (list === 'unread' || equation.open)) return unevaluable(list === 'unread' ? list : 'open');
    return { status: 'fail', failure: failed(equation, terms, verdict, parts), sure: !needed };
  }
  if (!short || needed || list !== 'open' || equation.open || right.operands.length < 2) return unevaluable(why);
  const open = verdict === 'last-digit' ? verdict : 'partial-list';
  return { status: 'fail', failure: failed(equation, terms, open, parts), sure: true };
}

function atMost(equation: Equation, terms: Terms): Outcome {
  const operands = [...terms.left.operands, ...terms.right.operands];
  const [low, high] = [sum(terms.left.operands), sum(terms.right.operands)];
  const verdict = below(high, low) ? verdictOf(low, high, operands) : null;
  if (!verdict) return { status: 'pass', operands, weak: true };
  return { status: 'fail', failure: failed(equation, terms, verdict, high), sure: true };
}

function ratio(equation: Equation, terms: Terms): Outcome {
  const [result] = terms.left.operands as [Operand];
  const [dividend, divisor] = terms.right.operands as [Operand, Operand | undefined];
  if (!divisor || holdsZero(divisor)) return { status: 'unevaluable', open: false, why: divisor ? 'zero' : 'missing' };
  const quotient = corners(dividend, divisor, (a, b) => a.div(b));
  const verdict = verdictOf(quotient, result, [result]);
  if (!verdict) return { status: 'pass', operands: [result, dividend, divisor] };
  return { status: 'fail', failure: failed(equation, terms, verdict, quotient), sure: true };
}

function evaluateForm(equation: Equation, form: Form, place: Place): Outcome | null {
  const terms = collect(form, place);
  if (terms === null) return null;
  if (terms === UNKNOWN) return { status: 'unevaluable', open: true, why: 'unknown' };
  if (equation.relation === 'equal') return equal(equation, terms, place);
  if (terms.needed) return { status: 'unevaluable', open: false, why: 'missing' };
  return equation.relation === 'ratio' ? ratio(equation, terms) : atMost(equation, terms);
}

/**
 * Forms are in order of preference: one that holds is enough, else the first whose terms are all there decides.
 * Null where nothing of it is printed.
 */
export function evaluate(equation: Equation, place: Place): Outcome | null {
  let decisive: Outcome | null = null;
  let other: Outcome | null = null;
  for (const form of equation.forms) {
    const outcome = evaluateForm(equation, form, place);
    if (outcome?.status === 'pass') return outcome;
    if (!outcome) continue;
    if (outcome.status === 'fail' ? outcome.sure : outcome.open) decisive ??= outcome;
    else if (other?.status !== 'fail') other = outcome;
  }
  return decisive ?? other;
}
