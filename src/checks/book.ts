/** The facts of one document, indexed for the rules: by identity, by place, in print order. */
import type { Fact } from '../contract.ts';
import { aboutKey, type Operand, operandOf, subjectKey } from './operand.ts';

/** A number that is printed but cannot be used: a placeholder, without unit, approximate, in conflict with itself. */
export const UNKNOWN = 'unknown';
export type Found = Operand | typeof UNKNOWN | null;

export type About = Pick<Fact, 'measure' | 'basis' | 'period'>;

/** Facts of one table, or of the sentences, about one subject, measure, basis and period. */
export interface Scope {
  readonly table: string | null;
  /** What the scopes of all subjects of the same place, measure, basis and period share. */
  readonly family: string;
  readonly subject: string;
  readonly about: About;
  readonly concepts: ReadonlyMap<string, readonly (Operand | null)[]>;
}

export class Book {
  /** All facts that can be compared, in print order; those inside reasons are left out, they tell of parts. */
  readonly operands: readonly Operand[];
  /** Those that stand in sentences. */
  readonly narrative: readonly Operand[];
  readonly scopes: ReadonlyMap<string, Scope>;
  /** Witnesses by what they are about but for the concept, then by concept. */
  private readonly identities = new Map<string, Map<string, (Operand | null)[]>>();
  private readonly consensuses = new Map<readonly (Operand | null)[], Found>();
  private readonly rows = new Map<string, Operand[]>();
  private readonly positions = new Map<Operand, number>();

  constructor(facts: readonly Fact[]) {
    const ordered = [...facts].sort((a, b) => a.source.start - b.source.start || a.source.end - b.source.end);
    const reasons = new Set(factsInReasons(ordered));
    const operands: Operand[] = [];
    const scopes = new Map<string, Scope & { concepts: Map<string, (Operand | null)[]> }>();
    for (const fact of ordered) {
      if (reasons.has(fact)) continue;
      const subject = subjectKey(fact.subject);
      const operand = operandOf(fact, subject);
      if (operand) {
        operands.push(operand);
        if (fact.source.kind === 'cell') push(this.rows, `${fact.source.table}|${fact.source.row}`, operand);
      }
      const about = aboutKey(fact, subject);
      let concepts = this.identities.get(about);
      if (!concepts) {
        concepts = new Map();
        this.identities.set(about, concepts);
      }
      push(concepts, fact.concept, operand);
      const place = fact.source.kind === 'cell' ? (fact.source.table ?? '') : '';
      const key = `${place}|${about}`;
      let scope = scopes.get(key);
      if (!scope) {
        const family = `${place}|${aboutKey(fact, '')}`;
        scope = { table: place === '' ? null : place, family, subject, about: fact, concepts: new Map() };
        scopes.set(key, scope);
      }
      push(scope.concepts, fact.concept, operand);
    }
    this.operands = operands;
    this.narrative = operands.filter(({ fact }) => fact.source.kind === 'sentence');
    this.scopes = scopes;
    this.narrative.forEach((operand, i) => {
      this.positions.set(operand, i);
    });
  }

  /** The concepts of which something is stated; `about` as `aboutKey` gives it. */
  concepts(about: string): ReadonlyMap<string, unknown> | undefined {
    return this.identities.get(about);
  }

  /** Groups of facts with the same identity. */
  *witnesses(): Generator<readonly (Operand | null)[]> {
    for (const concepts of this.identities.values()) yield* concepts.values();
  }

  /** What the document says about an identity, where all its witnesses agree; `about` as `aboutKey` gives it. */
  agreed(concept: string, about: string): Found {
    const witnesses = this.identities.get(about)?.get(concept);
    if (!witnesses) return null;
    let found = this.consensuses.get(witnesses);
    if (found === undefined) {
      found = consensus(witnesses);
      this.consensuses.set(witnesses, found);
    }
    return found;
  }

  /** The nearest fact before `from` in the sentences that fits, so many facts and characters back at most. */
  before(from: Operand, fits: (operand: Operand) => boolean, reach = 40, distance = 2000): Operand | null {
    const at = this.positions.get(from);
    if (at === undefined) return null;
    for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
      const operand = this.narrative[i] as Operand;
      if (from.fact.source.start - operand.fact.source.end >= distance) return null;
      if (fits(operand)) return operand;
    }
    return null;
  }

  /** The cells of one row. */
  inRow(table: string | null, row: number | null): readonly Operand[] {
    return this.rows.get(`${table}|${row}`) ?? [];
  }

  /** Its place among the facts in sentences; -1 for a cell. */
  position(operand: Operand): number {
    return this.positions.get(operand) ?? -1;
  }
}

/** One operand for several witnesses: the most precise of them; unknown where they contradict each other. */
export function consensus(witnesses: readonly (Operand | null)[]): Found {
  if (witnesses.length === 1) return witnesses[0] ?? UNKNOWN;
  const known = witnesses.filter((operand) => operand !== null);
  const [first] = known;
  if (!first) return witnesses.length > 0 ? UNKNOWN : null;
  let best = first;
  let { low, high } = first;
  for (const operand of known) {
    if (operand.low.gt(low)) low = operand.low;
    if (operand.high.lt(high)) high = operand.high;
    if (operand.digit.lt(best.digit)) best = operand;
  }
  // Intervals that meet pairwise have a point in common.
  return low.gt(high) ? UNKNOWN : best;
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Facts whose number stands inside the printed cause of another fact. */
function factsInReasons(ordered: readonly Fact[]): Fact[] {
  const reasons = ordered.flatMap(({ reason }) => (reason ? [reason] : [])).sort((a, b) => a.start - b.start);
  const inside: Fact[] = [];
  let i = 0;
  let end = -1;
  for (const fact of ordered) {
    while (i < reasons.length && (reasons[i] as { start: number }).start <= fact.source.start) {
      end = Math.max(end, (reasons[i] as { end: number }).end);
      i++;
    }
    if (fact.source.start < end) inside.push(fact);
  }
  return inside;
}
