/** One identity stated several times: all its witnesses must share a point. */
import { consensus, push, UNKNOWN } from './book.ts';
import type { Context } from './context.ts';
import { excused, isVague } from './excuses.ts';
import { gap, meet } from './interval.ts';
import { verdictOf } from './ledger.ts';
import type { Operand } from './operand.ts';

const RULE = 'witness';

/**
 * A table that says one identity with several values has rows of something else; two tables of one kind that differ
 * are of two bodies, as where a department prints its own tables and those of its units.
 */
function comparable({ tables }: Context, witnesses: readonly (Operand | null)[]): Operand[] {
  const kindOf = (id: string) => tables.find((table) => table.id === id)?.kind ?? id;
  const byKind = new Map<string, Operand[]>();
  const known = witnesses.filter((operand) => operand !== null);
  const kind = ({ fact: { source } }: Operand) =>
    source.kind === 'cell' && source.table !== null ? kindOf(source.table) : null;
  for (const operand of known) {
    const of = kind(operand);
    if (of !== null) push(byKind, of, operand);
  }
  const split = new Set<string | null>();
  for (const [of, cells] of byKind) if (consensus(cells) === UNKNOWN) split.add(of);
  return known.filter((operand) => !split.has(kind(operand)));
}

const agrees = (witnesses: readonly (Operand | null)[]) => consensus(witnesses) !== UNKNOWN;

/** Witnesses that meet the first of them, in groups. */
function groups(witnesses: readonly Operand[]): Operand[][] {
  const result: Operand[][] = [];
  for (const operand of witnesses) {
    const group = result.find(([first]) => meet(first as Operand, operand));
    if (group) group.push(operand);
    else result.push([operand]);
  }
  return result;
}

/** What the others are measured against: the tables, then what other relations bear out, then what is said more often. */
function reference(context: Context, all: readonly Operand[][]): Operand[] {
  const weight = (group: readonly Operand[]) => {
    const cells = group.filter(({ fact }) => fact.source.kind === 'cell').length;
    const trust = group.reduce((most, { fact }) => Math.max(most, context.ledger.trust.get(fact.id) ?? 0), 0);
    return [cells, trust, group.length] as const;
  };
  return [...all].sort((a, b) => {
    const [x, y] = [weight(a), weight(b)];
    return y[0] - x[0] || y[1] - x[1] || y[2] - x[2];
  })[0] as Operand[];
}

function compare(context: Context, witnesses: readonly Operand[]): void {
  const { ledger } = context;
  const all = groups(witnesses);
  if (all.length === 1) {
    ledger.pass(RULE, witnesses);
    return;
  }
  const right = reference(context, all);
  for (const group of all) {
    if (group === right) continue;
    const at = group[0] as Operand;
    // The witness of the reference that comes nearest, for a rounded one beside an exact one.
    const other = right.reduce((near, each) => (gap(each, at).lt(gap(near, at)) ? each : near));
    const close = verdictOf(other, at, [at, other]);
    ledger.fail({
      rule: RULE,
      verdict: close === 'last-digit' ? 'last-digit' : 'conflict',
      at,
      operands: [...group, other],
      expected: other,
      actual: at,
      message: RULE,
      words: { other: [other] },
    });
  }
}

export function checkWitnesses(context: Context): void {
  for (const witnesses of context.book.witnesses()) {
    if (witnesses.length < 2) continue;
    const first = witnesses.find((operand) => operand !== null);
    if (!first || first.fact.period === null || isVague(context, first)) continue;
    const known = agrees(witnesses) ? witnesses.filter((operand) => operand !== null) : comparable(context, witnesses);
    if (excused(context, first)) context.ledger.unevaluable(RULE, 'excused');
    else if (known.length > 1) compare(context, known);
    else context.ledger.unevaluable(RULE, witnesses.includes(null) ? 'unknown' : 'ambiguous');
  }
}
