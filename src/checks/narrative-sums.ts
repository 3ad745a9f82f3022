/** Lists in sentences: an amount followed by the subjects that make it up, in the same paragraph or the next ones. */
import type { Context } from './context.ts';
import { below, sum } from './interval.ts';
import { verdictOf } from './ledger.ts';
import { listing } from './listing.ts';
import { AMOUNTS, type Operand } from './operand.ts';
import { isBelow, nests } from './subject-order.ts';

const RULE = 'sum.list';
/** So many facts after the whole are looked at; a list longer than this is a table. */
const REACH = 120;

interface Parts {
  readonly parts: Operand[];
  /** Amounts of other matters stand between the whole and its parts. */
  readonly apart: boolean;
}

/** The subjects that follow a whole as its parts; a part's own parts are left out. */
function partsAfter(amounts: readonly Operand[], at: number): Parts {
  const whole = amounts[at] as Operand;
  const parts: Operand[] = [];
  let apart = false;
  for (let i = at + 1; i < Math.min(amounts.length, at + REACH); i++) {
    const next = amounts[i] as Operand;
    const { fact } = next;
    if (fact.measure !== whole.fact.measure || fact.period !== whole.fact.period) continue;
    if (fact.concept.startsWith(`${whole.fact.concept}.`) && next.subject !== '') continue;
    const other = fact.concept !== whole.fact.concept;
    if (other && parts.length === 0 && fact.subject === null) {
      apart = true;
      continue;
    }
    if (other || !isBelow(whole.fact.subject, fact.subject)) break;
    if (parts.some((part) => part.subject === next.subject)) break;
    if (!parts.some((part) => isBelow(part.fact.subject, fact.subject))) parts.push(next);
  }
  return { parts, apart };
}

/** Subjects of one level, so that none holds another. */
function level(parts: readonly Operand[]): boolean {
  const lengths = (of: (operand: Operand) => number | undefined) => new Set(parts.map(of)).size === 1;
  const coded = parts.every(({ fact }) => fact.subject?.code);
  return coded || lengths(({ fact }) => fact.subject?.path.length);
}

function checkList(context: Context, whole: Operand, { parts, apart }: Parts): void {
  const { ledger } = context;
  const list = listing(context, whole, parts);
  if ((parts.length === 1 || apart) && list !== 'closed') return;
  const computed = sum(parts);
  const verdict = verdictOf(computed, whole, [whole]);
  if (!verdict) {
    ledger.pass(RULE, [whole, ...parts]);
    return;
  }
  const short = below(computed, whole);
  const few = short && (list === null || list === 'unread');
  if (few || !level(parts) || (!short && list === null && !parts.every(({ fact }) => fact.subject?.code))) {
    ledger.unevaluable(RULE, list === 'unread' ? 'unread' : 'open');
    return;
  }
  ledger.fail({
    rule: RULE,
    verdict: short && list === 'open' && verdict === 'mismatch' ? 'partial-list' : verdict,
    at: whole,
    operands: [whole, ...parts],
    expected: computed,
    actual: whole,
    message: 'list',
    words: { parts, whole: [whole] },
  });
}

export function checkLists(context: Context): void {
  const amounts = context.book.narrative.filter(
    ({ fact }) => fact.unit === 'CNY' && AMOUNTS.has(fact.measure) && (!fact.subject || nests(fact.subject)),
  );
  amounts.forEach((whole, i) => {
    if (whole.fact.stated !== 'number') return;
    const found = partsAfter(amounts, i);
    if (found.parts.length > 0) checkList(context, whole, found);
  });
}
