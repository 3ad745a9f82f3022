/** Ruling lines: drawn pieces joined to whole lines, and lines that meet gathered into drawings. */
import type { Rule } from './marks.ts';

/** Pieces this far apart across the line are one line. */
const SIDE = 2;
/** A gap this long along the line belongs to a dashed line or to corners drawn apart. */
const GAP = 3;
/** Lines meet when they come this near. */
const TOUCH = 2.5;
const SHORTEST = 4;
/** More pairs than any page of tables has. */
const MAX_PAIRS = 4_000_000;

function joinParallel(pieces: Rule[], horizontal: boolean): Rule[] {
  const sorted = pieces.filter((rule) => rule.horizontal === horizontal).sort((a, b) => a.at - b.at);
  const lines: Rule[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = (sorted[i] as Rule).at;
    let end = i;
    while (end < sorted.length && (sorted[end] as Rule).at - first <= SIDE) end++;
    lines.push(...joinCollinear(sorted.slice(i, end), horizontal));
    i = end;
  }
  return lines;
}

function joinCollinear(pieces: Rule[], horizontal: boolean): Rule[] {
  const lines: Rule[] = [];
  let open: { at: number; from: number; to: number; weight: number } | null = null;
  const close = () => {
    if (open && open.to - open.from >= SHORTEST) lines.push({ horizontal, at: open.at, from: open.from, to: open.to });
  };
  for (const piece of pieces.sort((a, b) => a.from - b.from)) {
    const weight = piece.to - piece.from;
    if (open && piece.from <= open.to + GAP) {
      open.at = (open.at * open.weight + piece.at * weight) / (open.weight + weight || 1);
      open.weight += weight;
      open.to = Math.max(open.to, piece.to);
    } else {
      close();
      open = { at: piece.at, from: piece.from, to: piece.to, weight };
    }
  }
  close();
  return lines;
}

export function joinRules(pieces: readonly Rule[]): { horizontal: Rule[]; vertical: Rule[] } {
  return { horizontal: joinParallel([...pieces], true), vertical: joinParallel([...pieces], false) };
}

export interface Drawing {
  readonly horizontal: Rule[];
  readonly vertical: Rule[];
}

const near = (value: number, from: number, to: number) => value >= from - TOUCH && value <= to + TOUCH;

/** Lines connected by crossings and corners; a line that meets no other is left out. */
export function drawings(horizontal: readonly Rule[], vertical: readonly Rule[]): Drawing[] {
  if (horizontal.length * vertical.length > MAX_PAIRS) return [];
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parents[r] !== r) r = parents[r] as number;
    while (parents[i] !== r) [parents[i], i] = [r, parents[i] as number];
    return r;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, k) => {
      if (near(v.at, h.from, h.to) && near(h.at, v.from, v.to)) parents[root(i)] = root(horizontal.length + k);
    });
  });
  const groups = new Map<number, Drawing>();
  const gather = (rule: Rule, i: number, side: keyof Drawing) => {
    const key = root(i);
    const group = groups.get(key) ?? { horizontal: [], vertical: [] };
    group[side].push(rule);
    groups.set(key, group);
  };
  for (const [i, rule] of horizontal.entries()) gather(rule, i, 'horizontal');
  for (const [i, rule] of vertical.entries()) gather(rule, horizontal.length + i, 'vertical');
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
}
