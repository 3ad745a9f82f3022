/** Lines cut at wide gaps, and the columns that many such lines share. */
import { type Line, lineFrom } from './lines.ts';
import type { Glyph } from './marks.ts';

export interface Segment {
  readonly line: Line;
  readonly x0: number;
  readonly x1: number;
  readonly numeric: boolean;
}

/** Gaps that part two cells, in parts of the font size. Between a number and a word a narrower one will do. */
const CELL_GAP = { mixed: 0.5, alike: 0.9 };
/** A channel between columns is at least this wide, in parts of the font size. */
const CHANNEL = 0.5;
/** In so many of the rows a channel may be crossed, by a total or a note. */
const CROSSED = 0.1;
const NUMBER = /^[-−－(（]?\d[\d,，]{0,20}(?:\.\d{1,6})?[%％)）]?$/;

export const isNumber = (text: string) => NUMBER.test(text.replace(/\s/g, '').normalize('NFKC'));

const DIGIT = /^[\d.,%]$/;

function isGap(before: Glyph, after: Glyph): boolean {
  const mixed = DIGIT.test(before.text) !== DIGIT.test(after.text);
  return after.box[0] - before.box[2] > (mixed ? CELL_GAP.mixed : CELL_GAP.alike) * after.size;
}

export function segmentsOf(whole: Line): Segment[] {
  const { glyphs } = whole;
  const parts: Glyph[][] = [];
  let before: Glyph | null = null;
  // Spaces are kept only inside of a segment.
  let spaces: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      spaces.push(glyph);
      continue;
    }
    const open = parts.at(-1);
    if (!open || !before || isGap(before, glyph)) parts.push([glyph]);
    else open.push(...spaces, glyph);
    spaces = [];
    before = glyph;
  }
  return parts.map((part) => {
    const line = parts.length === 1 ? whole : lineFrom(part);
    return { line, x0: line.x0, x1: line.x1, numeric: isNumber(line.text) };
  });
}

/** Ranges of x that the segments of many rows cover, and hardly any row crosses between. */
export function columnsOf(rows: readonly (readonly Segment[])[], size: number): [number, number][] {
  const events = rows.flat().flatMap(({ x0, x1 }) => [[x0, 1] as const, [x1, -1] as const]);
  events.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const least = Math.floor(CROSSED * rows.length);
  const columns: [number, number][] = [];
  let covering = 0;
  let from = 0;
  for (const [x, step] of events) {
    const before = covering;
    covering += step;
    if (before <= least && covering > least) from = x;
    else if (before > least && covering <= least) {
      const open = columns.at(-1);
      if (open && from - open[1] < CHANNEL * size) open[1] = x;
      else columns.push([from, x]);
    }
  }
  return columns;
}

type Column = [number, number];

const overlap = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.min(a[1], b[1]) - Math.max(a[0], b[0]);

/** Widens a column to the head over it, where that reaches into no other. */
function widen(columns: Column[], { x0, x1 }: Segment): void {
  const over = columns.filter((column) => overlap([x0, x1], column) > 0);
  const [column] = over;
  if (!column || over.length > 1) return;
  [column[0], column[1]] = [Math.min(column[0], x0), Math.max(column[1], x1)];
}

/** So far from its head, in parts of the font size, the numbers of a column may stand. */
const HEAD_REACH = 6;

/**
 * Columns of data widened to their heads, and columns that only a head says are there. A head stands in the middle
 * of its column and numbers at its right, so they need not overlap: the nearest pairs belong together.
 */
export function withHeads(columns: readonly (readonly [number, number])[], heads: readonly Segment[]): Column[] {
  const all = columns.map(([x0, x1]): Column => [x0, x1]);
  for (const head of heads) widen(all, head);
  const loose = heads.filter(({ x0, x1 }) => all.every((column) => overlap([x0, x1], column) <= 0));
  const headed = new Set(all.filter((column) => heads.some(({ x0, x1 }) => overlap([x0, x1], column) > 0)));
  const pairs = loose.flatMap((head) =>
    all
      .filter((column) => !headed.has(column))
      .map((column) => ({ head, column, apart: -overlap([head.x0, head.x1], column) })),
  );
  const done = new Set<Segment>();
  for (const { head, column, apart } of pairs.sort((a, b) => a.apart - b.apart)) {
    if (done.has(head) || headed.has(column) || apart > HEAD_REACH * head.line.size) continue;
    done.add(head);
    headed.add(column);
    [column[0], column[1]] = [Math.min(column[0], head.x0), Math.max(column[1], head.x1)];
  }
  const fresh: Column[] = [];
  for (const head of loose) {
    if (done.has(head) || all.some((column) => overlap([head.x0, head.x1], column) > 0)) continue;
    const same = fresh.find((column) => overlap([head.x0, head.x1], column) > 0);
    if (same) [same[0], same[1]] = [Math.min(same[0], head.x0), Math.max(same[1], head.x1)];
    else fresh.push([head.x0, head.x1]);
  }
  return [...all, ...fresh].sort((a, b) => a[0] - b[0]);
}

/** The columns that a segment reaches into; the nearest one where it stands between two. */
export function reach(segment: Segment, columns: readonly [number, number][]): [number, number] {
  let first = -1;
  let last = -1;
  let nearest = 0;
  const middle = (segment.x0 + segment.x1) / 2;
  const distance = ([x0, x1]: readonly [number, number]) => Math.max(x0 - middle, middle - x1, 0);
  columns.forEach((column, i) => {
    const common = Math.min(segment.x1, column[1]) - Math.max(segment.x0, column[0]);
    const least = 0.3 * Math.min(segment.x1 - segment.x0, column[1] - column[0]);
    if (common > least) {
      if (first < 0) first = i;
      last = i;
    }
    if (distance(column) < distance(columns[nearest] as [number, number])) nearest = i;
  });
  return first < 0 ? [nearest, nearest] : [first, last];
}
