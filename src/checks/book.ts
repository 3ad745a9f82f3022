/** The facts of one document, indexed for the rules: by identity, by place, in print order. */
import type { Fact, Subject } from '../contract.ts';
import { below, endsBelow, startsAbove } from './interval.ts';
import { type About, type Operand, operandOf, subjectKey } from './operand.ts';

/** A number that is printed but cannot be used: a placeholder, without unit, approximate, in conflict with itself. */
export const UNKNOWN = 'unknown';
export type Found = Operand | typeof UNKNOWN | null;

/** What is stated under each concept; null stands for a number that cannot be compared. */
export type Concepts = ReadonlyMap<string, readonly (Operand | null)[]>;

/** Facts of one table, or of the sentences, about one subject, measure, basis and period. */
export interface Scope {
  readonly table: string | null;
  readonly subject: string;
  readonly about: About;
  readonly concepts: Concepts;
  /** The scopes of all subjects of the same place, measure, basis and period. */
  readonly family: ReadonlyMap<string, Scope>;
  /** What the whole document says about the same. */
  readonly everywhere: Concepts;
}

type Filled = Map<string, (Operand | null)[]>;

/** Facts of one measure, basis and period: by subject, and by place and subject. */
class Matter {
  readonly subjects = new Map<string, Filled>();
  readonly places = new Map<string | null, Map<string, Scope & { readonly concepts: Filled }>>();
}

export class Book {
  /** All facts that can be compared, in print order; those inside reasons are left out, they tell of parts. */
  readonly operands: readonly Operand[];
  /** Those that stand in sentences. */
  readonly narrative: readonly Operand[];
  readonly scopes: readonly Scope[];
  private readonly matters = new Map<string, Map<string | null, Map<number | null, Matter>>>();
  /** What is stated about one subject, measure, basis and period, in print order. */
  private readonly identities: Concepts[] = [];
  private readonly consensuses = new Map<readonly (Operand | null)[], Found>();
  private readonly rows = new Map<string | null, Map<number | null, Operand[]>>();
  private readonly positions = new Map<Operand, number>();
  /** Places among the facts in sentences, by concept. */
  private readonly told = new Map<string, number[]>();

  constructor(facts: readonly Fact[]) {
    const ordered = [...facts].sort((a, b) => a.source.start - b.source.start || a.source.end - b.source.end);
    const reasons = new Set(factsInReasons(ordered));
    const operands: Operand[] = [];
    const scopes: Scope[] = [];
    // The facts of a row share their subject.
    const keys = new Map<Subject | null, string>();
    for (const fact of ordered) {
      if (reasons.has(fact)) continue;
      const subject = keys.get(fact.subject) ?? subjectKey(fact.subject);
      keys.set(fact.subject, subject);
      const operand = operandOf(fact, subject);
      if (operand) operands.push(operand);
      if (operand && fact.source.kind === 'cell') push(inner(this.rows, fact.source.table), fact.source.row, operand);
      const scope = this.scopeOf(fact, subject, scopes);
      push(scope.everywhere as Filled, fact.concept, operand);
      push(scope.concepts as Filled, fact.concept, operand);
    }
    this.operands = operands;
    this.narrative = operands.filter(({ fact }) => fact.source.kind === 'sentence');
    this.scopes = scopes;
    this.narrative.forEach((operand, i) => {
      this.positions.set(operand, i);
      push(this.told, operand.fact.concept, i);
    });
  }

  private scopeOf(fact: Fact, subject: string, scopes: Scope[]): Scope {
    const { source } = fact;
    const table = (source.kind === 'cell' && source.table) || null;
    const periods = inner(inner(this.matters, fact.measure), fact.basis);
    let matter = periods.get(fact.period);
    if (!matter) {
      matter = new Matter();
      periods.set(fact.period, matter);
    }
    const family = inner(matter.places, table);
    let scope = family.get(subject);
    if (!scope) {
      let everywhere = matter.subjects.get(subject);
      if (!everywhere) {
        everywhere = new Map();
        matter.subjects.set(subject, everywhere);
        this.identities.push(everywhere);
      }
      scope = { table, subject, about: fact, concepts: new Map(), family, everywhere };
      family.set(subject, scope);
      scopes.push(scope);
    }
    return scope;
  }

  /** The scope of a table, or of the sentences for null. */
  scope(table: string | null, about: About, subject: string): Scope | undefined {
    return this.matter(about)?.places.get(table)?.get(subject);
  }

  private matter({ measure, basis, period }: About): Matter | undefined {
    return this.matters.get(measure)?.get(basis)?.get(period);
  }

  /** Groups of facts with the same identity. */
  *witnesses(): Generator<readonly (Operand | null)[]> {
    for (const concepts of this.identities) yield* concepts.values();
  }

  /** What the document says about an identity, where all its witnesses agree. */
  agreed(concept: string, about: About, subject: string): Found {
    const concepts = this.matter(about)?.subjects.get(subject);
    return concepts ? this.agreedIn(concepts, concept) : null;
  }

  agreedIn(concepts: Concepts, concept: string): Found {
    const witnesses = concepts.get(concept);
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

  /** The same for facts of one concept. */
  beforeOf(from: Operand, concept: string, fits: (operand: Operand) => boolean, reach: number, distance: number) {
    const at = this.positions.get(from);
    const places = this.told.get(concept);
    if (at === undefined || !places) return null;
    for (let i = lastBelow(places, at); i >= 0 && (places[i] as number) >= at - reach; i--) {
      const operand = this.narrative[places[i] as number] as Operand;
      if (from.fact.source.start - operand.fact.source.end >= distance) return null;
      if (fits(operand)) return operand;
    }
    return null;
  }

  /** The cells of one row. */
  inRow(table: string | null, row: number | null): readonly Operand[] {
    return this.rows.get(table)?.get(row) ?? [];
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
  let [best, highest, lowest] = [first, first, first];
  for (const operand of known) {
    if (operand.isFiner(best)) best = operand;
    if (startsAbove(operand, highest)) highest = operand;
    if (endsBelow(operand, lowest)) lowest = operand;
  }
  // Intervals that meet pairwise have a point in common.
  return below(lowest, highest) ? UNKNOWN : best;
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Index of the last number below a limit; -1 where there is none. */
function lastBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inner<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let found = map.get(key);
  if (!found) {
    found = new Map();
    map.set(key, found);
  }
  return found;
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
