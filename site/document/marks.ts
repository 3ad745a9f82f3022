/** What of the text stands out: numbers, and the places of findings. */
import type { DocumentRecord, Fact, UnmappedMention } from '../../src/contract.ts';

export interface NumberMark {
  readonly start: number;
  readonly end: number;
  /** Several where one number is said of two things; none where it is unmapped. */
  readonly facts: readonly Fact[];
  /** Index into the unmapped mentions; null for a fact. */
  readonly unmapped: number | null;
}

interface Flag {
  readonly start: number;
  readonly end: number;
  readonly finding: number;
}

export interface Marks {
  readonly numbers: readonly NumberMark[];
  readonly flags: readonly Flag[];
}

/** A stretch of text that is all alike. */
export interface Piece {
  readonly text: string;
  readonly mark: NumberMark | null;
  /** Indexes of the findings that stand here. */
  readonly findings: readonly number[];
}

export function marksOf({ facts, mentions, findings }: DocumentRecord): Marks {
  const places = new Map<string, { start: number; end: number; facts: Fact[]; unmapped: number | null }>();
  const at = (start: number, end: number) => {
    const key = `${start}-${end}`;
    const known = places.get(key) ?? { start, end, facts: [], unmapped: null };
    places.set(key, known);
    return known;
  };
  for (const fact of facts)
    if (fact.source.end > fact.source.start) at(fact.source.start, fact.source.end).facts.push(fact);
  mentions.unmapped.forEach(({ start, end }: UnmappedMention, i) => {
    if (end > start) at(start, end).unmapped = i;
  });
  const numbers: NumberMark[] = [];
  for (const mark of [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start >= (numbers.at(-1)?.end ?? 0)) numbers.push(mark);
  }
  const flags = findings
    .map(({ start, end }, finding) => ({ start, end, finding }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  return { numbers, flags };
}

/** Cuts a range of the text where anything begins or ends. */
export function pieces(text: string, { numbers, flags }: Marks, start: number, end: number): Piece[] {
  const first = firstEndingAfter(numbers, start);
  let last = first;
  while (last < numbers.length && (numbers[last] as NumberMark).start < end) last++;
  const inside = numbers.slice(first, last);
  const around = flags.filter((flag) => flag.start < end && flag.end > start);
  const cuts = new Set([start, end]);
  for (const each of [...inside, ...around]) {
    if (each.start > start && each.start < end) cuts.add(each.start);
    if (each.end > start && each.end < end) cuts.add(each.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] as number;
    const covers = (each: { start: number; end: number }) => each.start <= from && each.end >= to;
    return {
      text: text.slice(from, to),
      mark: inside.find(covers) ?? null,
      findings: around.filter(covers).map(({ finding }) => finding),
    };
  });
}

/** Of what is in order and does not overlap. */
export function firstEndingAfter(numbers: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as { end: number }).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
