/** Which facts of a record are the facts of the gold: a matching of multisets, each fact used once. */
import type { DocumentRecord } from '../contract.ts';
import { foldText } from '../fold.ts';
import { Decimal, plain } from '../number.ts';
import type { GoldFact } from './gold.ts';
import { goldForm } from './gold-form.ts';

/** A fact of either side in comparable form. */
export interface Comparable extends GoldFact {
  /** Where it stands: the printed clause or row label; null in the gold, which holds none. */
  readonly quote: string | null;
}

/** A fact of the gold that the record lacks, with the fact of the record that comes nearest at the same place. */
export interface Miss {
  readonly gold: Comparable;
  readonly near: Comparable | null;
  /** Names of the fields in which `near` differs. */
  readonly differs: readonly string[];
}

export interface Matching {
  readonly pairs: readonly { readonly gold: Comparable; readonly found: Comparable }[];
  readonly misses: readonly Miss[];
  readonly extras: readonly Comparable[];
}

/** The facts of a record in the gold's form. */
export function comparables(record: DocumentRecord): Comparable[] {
  return record.facts.map((fact) => ({
    ...goldForm(fact, record),
    unit: fact.unit === null ? null : foldText(fact.unit),
    quote: fact.source.quote,
  }));
}

const FIELDS = ['concept', 'measure', 'basis', 'period', 'value', 'unit', 'stated', 'where', 'page'] as const;

export function matchFacts(gold: readonly Comparable[], found: readonly Comparable[]): Matching {
  const open = new Map<string, Comparable[]>();
  for (const fact of found) {
    const list = open.get(keyOf(fact));
    if (list) list.push(fact);
    else open.set(keyOf(fact), [fact]);
  }
  const pairs: { gold: Comparable; found: Comparable }[] = [];
  let rest = [...gold];
  // The stricter test first, so that a fact without code does not take the partner of one with a code.
  for (const same of [sameCode, sameName]) {
    rest = rest.filter((fact) => {
      const candidates = open.get(keyOf(fact)) ?? [];
      const index = candidates.findIndex((candidate) => same(fact.subject, candidate.subject));
      if (index < 0) return true;
      pairs.push({ gold: fact, found: candidates.splice(index, 1)[0] as Comparable });
      return false;
    });
  }
  const taken = new Set(pairs.map((pair) => pair.found));
  const extras = found.filter((fact) => !taken.has(fact));
  return { pairs, misses: nearest(rest, extras), extras };
}

function keyOf(fact: Comparable): string {
  return JSON.stringify(FIELDS.map((field) => (field === 'value' ? canonical(fact.value) : fact[field])));
}

function canonical(value: string | null): string | null {
  return value === null ? null : plain(new Decimal(value));
}

type Subject = Comparable['subject'];

function sameCode(a: Subject, b: Subject): boolean {
  if (a === null || b === null) return a === b;
  return a.scheme === b.scheme && a.code !== null && a.code === b.code;
}

/** By the last name, where one side has no code. */
function sameName(a: Subject, b: Subject): boolean {
  if (a === null || b === null || a.scheme !== b.scheme || (a.code !== null && b.code !== null)) return false;
  return foldText(a.path.at(-1) ?? '') === foldText(b.path.at(-1) ?? '');
}

/** Gives each miss the extra at the same place that differs least; an extra explains one miss only. */
function nearest(misses: readonly Comparable[], extras: readonly Comparable[]): Miss[] {
  const open = new Set(extras);
  return misses.map((gold) => {
    let near: Comparable | null = null;
    let differs: string[] = [];
    for (const extra of open) {
      if (extra.page !== gold.page || printed(extra) !== printed(gold)) continue;
      const fields = differences(gold, extra);
      if (near === null || fields.length < differs.length) [near, differs] = [extra, fields];
    }
    if (near) open.delete(near);
    return { gold, near, differs };
  });
}

function printed(fact: Comparable): string {
  return foldText(fact.published.text);
}

function differences(a: Comparable, b: Comparable): string[] {
  const fields: string[] = FIELDS.filter((field) =>
    field === 'value' ? canonical(a.value) !== canonical(b.value) : a[field] !== b[field],
  );
  if (!sameCode(a.subject, b.subject) && !sameName(a.subject, b.subject)) fields.push('subject');
  return fields;
}
