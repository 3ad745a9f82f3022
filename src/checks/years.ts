/** Documents of different years, or budget and final account of one: what the one says of the other. */
import type { Measure } from '../contract.ts';
import type { Patterns } from '../patterns/load.ts';
import { type Book, consensus, UNKNOWN } from './book.ts';
import { ruleWords } from './catalogue.ts';
import { excused, isVague } from './excuses.ts';
import { bookOf, type Files } from './files.ts';
import { type Interval, minus } from './interval.ts';
import { Ledger, verdictOf } from './ledger.ts';
import { beside } from './neighbours.ts';
import { AMOUNTS, aboutKey, identityOf, type Operand } from './operand.ts';

export interface Compared {
  readonly ledger: Ledger;
}

/** Adjusted opening balances and reorganised bodies explain many a difference: none is surely an error. */
const SEVERITY = 'warning';

interface Pair {
  readonly rule: string;
  readonly at: Operand;
  /** Printed, or what the document's own numbers mean. */
  readonly actual: Interval;
  readonly other: Operand;
  readonly rest?: readonly Operand[];
}

function compare(ledger: Ledger, { rule, at, actual, other, rest = [] }: Pair): void {
  const operands = [at, ...rest, other];
  const verdict = verdictOf(other, actual, operands);
  if (!verdict) {
    ledger.pass(rule, operands);
    return;
  }
  ledger.fail({
    rule,
    verdict: verdict === 'last-digit' ? verdict : 'conflict',
    severity: verdict === 'last-digit' ? undefined : SEVERITY,
    at,
    operands,
    expected: other,
    actual,
    message: rest.length > 0 ? 'witness.change' : 'witness',
    words: { other: [other], parts: [at, ...rest] },
  });
}

const known = (found: ReturnType<typeof consensus>): Operand | null => (found === UNKNOWN ? null : found);

/** One operand for each identity on which a book agrees. */
function* agreed(book: Book, wanted: (operand: Operand) => boolean): Generator<Operand> {
  for (const witnesses of book.witnesses()) {
    const operand = known(consensus(witnesses));
    if (operand && wanted(operand)) yield operand;
  }
}

/** The first `own` files are of the later year. */
const books = (files: Files, own: number): [Book, Book] => [
  bookOf(files, 0, own),
  bookOf(files, own, files.documents.length),
];

/** The figures of the year before, as this document prints them or as its changes imply them. */
export function priorFailures(files: Files, own: number, patterns: Patterns): Compared {
  const ledger = new Ledger();
  const [now, before] = books(files, own);
  const { kind, fiscalYear } = files.context.report;
  const year = (fiscalYear ?? 0) - 1;
  const measure: Measure = kind === 'budget' ? 'budget' : 'final';
  const basis = kind === 'budget' ? 'prior_budget' : 'prior_final';
  const measures: readonly Measure[] = [measure, 'count'];
  const printed = new Set<string>();
  const earlier = ({ fact }: Operand) => fact.period === year && measures.includes(fact.measure) && fact.basis === null;
  for (const at of agreed(now, earlier)) {
    const identity = identityOf(at.fact, at.subject);
    const other = known(before.agreed(at.fact.concept, at.fact, at.subject));
    if (!other || isVague({ patterns }, at)) continue;
    printed.add(identity);
    compare(ledger, { rule: 'witness.prior', at, actual: at, other });
  }
  const change = ({ fact }: Operand) =>
    fact.measure === 'change_amount' && fact.basis === basis && fact.period === year + 1;
  for (const at of now.narrative.filter(change)) {
    const { concept } = at.fact;
    const about = { measure, basis: null, period: year };
    const identity = `${concept}|${aboutKey(about, at.subject)}`;
    const other = known(before.agreed(concept, about, at.subject));
    const value = beside(now, at, { concept, subject: at.subject, measures: [measure], basis: null, period: year + 1 });
    if (!other || !value || printed.has(identity) || isVague({ patterns }, at)) continue;
    printed.add(identity);
    compare(ledger, { rule: 'witness.prior', at, actual: minus(value, at), other, rest: [value] });
  }
  return { ledger };
}

/** What was carried out of the last year is what this one begins with. */
export function carriedFailures(files: Files, own: number, patterns: Patterns): Compared {
  const ledger = new Ledger();
  const [now, before] = books(files, own);
  const { fiscalYear } = files.context.report;
  for (const [closing, opening] of ruleWords(patterns).across.carried) {
    const wanted = ({ fact }: Operand) =>
      fact.concept === opening && fact.measure === 'final' && fact.basis === null && fact.period === fiscalYear;
    for (const at of agreed(now, wanted)) {
      const about = { measure: 'final', basis: null, period: (fiscalYear ?? 0) - 1 } as const;
      const other = known(before.agreed(closing, about, at.subject));
      if (other) compare(ledger, { rule: 'witness.carried', at, actual: at, other });
    }
  }
  return { ledger };
}

/** The budget of the year in its final account, and in the budget's own disclosure. */
export function budgetFailures(files: Files, own: number, patterns: Patterns): Compared {
  const ledger = new Ledger();
  const [final, budget] = books(files, own);
  const { fiscalYear } = files.context.report;
  const wanted = ({ fact }: Operand) =>
    fact.measure === 'budget' && fact.basis === null && fact.period === fiscalYear && AMOUNTS.has(fact.measure);
  for (const at of agreed(final, wanted)) {
    const other = known(budget.agreed(at.fact.concept, at.fact, at.subject));
    if (!other || isVague({ patterns }, at) || excused(files.context, at)) continue;
    compare(ledger, { rule: 'witness.budget', at, actual: at, other });
  }
  return { ledger };
}
