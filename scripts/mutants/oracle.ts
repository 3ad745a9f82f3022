/**
 * Whether the numbers around a planted defect contradict it at all: independent of how the checks find and tell it.
 * A relation that held is asked again with the changed number in the place of the old one.
 */
import { equations } from '../../src/checks/equations.ts';
import { type Interval, meet, minus, sum } from '../../src/checks/interval.ts';
import { growth, growthTo, percentage } from '../../src/checks/quotient.ts';
import type { Fact } from '../../src/contract.ts';
import { Decimal, interval, parseNumber } from '../../src/number.ts';
import { patterns, type Relation } from './subject.ts';

/** What a relation may say of its operands, the printed result first. */
const SAYINGS: readonly ((operands: readonly Interval[]) => boolean)[] = [
  ([result, ...parts]) => result !== undefined && parts.length > 0 && meet(result, sum(parts)),
  ([result, a, b]) => isThree(result, a, b) && meet(result as Interval, minus(a as Interval, b as Interval)),
  ([result, a, b]) => isThree(result, a, b) && near(result as Interval, percentage(a as Interval, b as Interval)),
  ([result, a, b]) => isThree(result, a, b) && near(result as Interval, growth(b as Interval, a as Interval)),
  ([result, a, b]) => isThree(result, a, b) && near(result as Interval, grown(a as Interval, b as Interval)),
];

const isThree = (...operands: (Interval | undefined)[]) => operands.every((operand) => operand !== undefined);
const near = (result: Interval, computed: Interval | null) => computed !== null && meet(result, computed);

function grown(now: Interval, before: Interval): Interval | null {
  const ratio = percentage(now, before);
  return ratio && growthTo(ratio);
}

/** Two parts on one side, or more: the width of all printed digits is what rounding may hide. */
function hides({ operands }: Relation, fact: Fact, to: Interval): boolean {
  const own = operands.find((operand) => operand.fact.id === fact.id);
  const width = operands.reduce((total, { low, high }) => total.plus(high.minus(low)), new Decimal(0));
  return !own || middle(to).minus(middle(own)).abs().lte(width);
}

const middle = ({ low, high }: Interval) => low.plus(high).div(2);

function breaks(relation: Relation, fact: Fact, to: Interval): boolean {
  const before: readonly Interval[] = relation.operands;
  const after = relation.operands.map((operand) => (operand.fact.id === fact.id ? to : operand));
  if (relation.rule === 'witness') return after.some((a) => after.some((b) => !meet(a, b)));
  const saying = SAYINGS.find((each) => each(before));
  return saying ? !saying(after) : !hides(relation, fact, to);
}

/** The interval of other printed digits in the place of a fact's own; null where they are no number. */
export function intervalOf(fact: Fact, printed: string, factor = new Decimal(1)): Interval | null {
  const own = parseNumber(fact.published.text.replaceAll(',', '').replace(/^[-+]/, ''));
  const parsed = parseNumber(printed.replaceAll(',', '').replace(/^[-+]/, ''));
  if (!own || !parsed || fact.value === null) return null;
  const scale = own.value.isZero() ? null : new Decimal(fact.value).div(own.value);
  if (scale === null) return null;
  const [low, high] = interval(parsed.value, parsed.decimals, scale.times(factor));
  return low.lte(high) ? { low, high } : { low: high, high: low };
}

export type Chance = 'contradicted' | 'open' | 'rounding' | 'alone';

/** Equations of which a document may leave parts out. */
const OPEN = new Set(
  equations(patterns)
    .filter(({ open, forms }) => open || forms.some(({ right }) => right.some(({ optional }) => optional)))
    .map(({ id }) => id),
);

/** A sum over sentences, or over the whole document, that parts which are not printed would complete. */
function isOpen({ rule, operands }: Relation, fact: Fact, to: Interval): boolean {
  const [whole, ...parts] = operands;
  const tables = new Set(operands.map(({ fact: { source } }) => source.table));
  if (!whole || !OPEN.has(rule) || (tables.size === 1 && !tables.has(null))) return false;
  if (operands.some((operand) => operand.fact.measure === 'change_amount')) return true;
  const of = (operand: (typeof operands)[number]) => (operand.fact.id === fact.id ? to : operand);
  return sum(parts.map(of)).high.lt(of(whole).low);
}

/**
 * `alone`: no other number bears on it; `rounding`: all that do leave room for the change; `open`: it contradicts only
 * sums whose parts need not all be printed.
 */
export function chance(relations: readonly Relation[], fact: Fact, to: Interval): Chance {
  if (relations.length === 0) return 'alone';
  const broken = relations.filter((relation) => breaks(relation, fact, to));
  if (broken.length === 0) return 'rounding';
  return broken.every((relation) => isOpen(relation, fact, to)) ? 'open' : 'contradicted';
}
