/**
 * Tables without rules, or with lines between rows only: columns are where many rows leave the same channels free.
 * Careful rather than complete: rows need numbers in columns of numbers, so that prose never becomes a table.
 */
import { greatest, least } from './extent.ts';
import type { Line } from './lines.ts';
import type { Rule } from './marks.ts';
import type { FilledCell, Item, PageLayout, TablePart, TextLine } from './page.ts';
import { columnsOf, reach, type Segment, segmentsOf, withHeads } from './segments.ts';

interface Candidate {
  readonly item: TextLine;
  readonly line: Line;
  readonly segments: readonly Segment[];
  /** At least a label and a number. */
  readonly data: boolean;
  /** A row of column numbers: 1, 2, 3. */
  readonly ordinal: boolean;
}

const LEAST_ROWS = 3;
const MOST_COLUMNS = 60;
/** Two columns alone need more rows: a list of names with numbers is common. */
const LEAST_ROWS_OF_PAIRS = 4;
/** Lines without numbers between two rows of a table. */
const MOST_BETWEEN = 2;
const MOST_HEAD_LINES = 8;
/** Farther below the line before, in parts of the font size, nothing belongs to a table. */
const FARTHEST = 5;
/** So many of a column's cells are numbers in a column of numbers. */
const NUMERIC = 0.6;
/** A line over so much of the width parts two rows; cells that hang down keep it from the rest. */
const ACROSS = 0.5;
/** A line of one piece this wide, in parts of the table, is a sentence. */
const SENTENCE = 0.6;

function candidateOf(item: TextLine): Candidate {
  const segments = segmentsOf(item.line);
  const numbers = segments.filter((segment) => segment.numeric).map((segment) => segment.line.text);
  const rising = numbers.every((text, i) => /^\d{1,2}$/.test(text) && Number(text) === Number(numbers[0]) + i);
  const ordinal = numbers.length >= 2 && rising;
  const data = segments.length >= 2 && segments.length <= MOST_COLUMNS && numbers.length > 0 && !ordinal;
  return { item, line: item.line, segments, data, ordinal };
}

/** Runs of lines that nothing else interrupts. */
function runsOf(items: readonly Item[]): Candidate[][] {
  const runs: Candidate[][] = [];
  let open: Candidate[] = [];
  const close = () => {
    if (open.filter((candidate) => candidate.data).length >= LEAST_ROWS) runs.push(open);
    open = [];
  };
  for (const item of items) {
    if (item.kind === 'table' || item.role !== 'body' || item.stray || item.column) {
      close();
      continue;
    }
    const before = open.at(-1);
    if (before && item.line.base - before.line.base > FARTHEST * item.line.size) close();
    open.push(candidateOf(item));
  }
  close();
  return runs;
}

/** Stretches of a run between its first and last row of data. */
function stretches(run: readonly Candidate[]): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  let last = -1;
  run.forEach((candidate, i) => {
    if (!candidate.data) return;
    if (start >= 0 && (i - last > MOST_BETWEEN + 1 || run.slice(last + 1, i).some(isSentence))) {
      found.push([start, last + 1]);
      start = i;
    }
    if (start < 0) start = i;
    last = i;
  });
  if (start >= 0) found.push([start, last + 1]);
  return found;
}

/** One piece without a gap that is longer than any label. */
const isSentence = ({ segments, line }: Candidate) => segments.length === 1 && line.x1 - line.x0 > 25 * line.size;

interface Placed {
  readonly segment: Segment;
  readonly first: number;
  readonly last: number;
}

const place = (segments: readonly Segment[], columns: readonly [number, number][]): Placed[] =>
  segments.map((segment) => {
    const [first, last] = reach(segment, columns);
    return { segment, first, last };
  });

/** Two numbers of one row in one column: the columns are not what they seem. */
function collides(placed: readonly Placed[]): boolean {
  const numbers = placed.filter((one) => one.segment.numeric);
  return numbers.some(
    (one, i) => one.first !== one.last || numbers.some((other, k) => k < i && other.last >= one.first),
  );
}

/** Whether the columns are those of a table: words on one side, numbers in columns of their own. */
function isTable(rows: readonly Placed[][], columns: number): boolean {
  if (columns < 2 || rows.length < (columns === 2 ? LEAST_ROWS_OF_PAIRS : LEAST_ROWS)) return false;
  if (rows.some(collides)) return false;
  let numeric = 0;
  let worded = 0;
  for (let c = 0; c < columns; c++) {
    const cells = rows.flatMap((row) => row.filter((one) => one.first === c && one.last === c));
    const numbers = cells.filter((one) => one.segment.numeric).length;
    if (numbers >= NUMERIC * cells.length && numbers >= LEAST_ROWS) numeric++;
    else if (cells.length >= LEAST_ROWS) worded++;
  }
  return numeric >= 1 && worded >= 1 && numeric + worded >= columns / 2;
}

/** The first line of a head on several: close above the rest of it. */
function isHeadBegin(run: readonly Candidate[], i: number): boolean {
  const { line, segments } = run[i] as Candidate;
  return run.slice(i + 1, i + 3).some(({ line: next, segments: below }) => {
    const near = next.base - line.base <= 1.3 * line.size && Math.abs(next.size - line.size) < 0.05 * line.size;
    return near && below.some((segment) => segments.every(({ x0, x1 }) => x0 < segment.x1 && segment.x0 < x1));
  });
}

/** Lines above the first row of data that are heads of columns. */
function headStart(
  run: readonly Candidate[],
  start: number,
  floor: number,
  columns: readonly [number, number][],
): number {
  const width = (columns.at(-1)?.[1] ?? 0) - (columns[0]?.[0] ?? 0);
  let first = start;
  for (let i = start - 1; i >= Math.max(floor, start - MOST_HEAD_LINES); i--) {
    const { segments, line } = run[i] as Candidate;
    if (segments.length === 1 && line.x1 - line.x0 > SENTENCE * width) break;
    // A name and its value: the line above a table that says whose it is.
    if (segments.some((segment) => /[:：]/.test(segment.line.text))) break;
    if (segments.length >= 2 || isHeadBegin(run, i)) first = i;
    else if (line.size > 1.05 * (run[start] as Candidate).line.size) break;
  }
  return first;
}

/** The heads of single columns; lines with few heads stand over groups of columns. */
function lowestHeads(head: readonly Candidate[], columns: number): Segment[] {
  return head.filter(({ segments }) => segments.length >= columns / 2).flatMap(({ segments }) => segments);
}

/** Heads: what reaches over several columns above, the words of each column as one head below. */
function headRows(lines: readonly Candidate[], columns: readonly [number, number][]): Placed[][][] {
  const above: Placed[][] = [];
  const below: Placed[][] = columns.map(() => []);
  const ordinals = lines.filter((line) => line.ordinal).map(({ segments }) => cellsOf(place(segments, columns)));
  for (const { segments, ordinal } of lines) {
    if (ordinal) continue;
    for (const placed of place(segments, columns)) {
      if (placed.first === placed.last) (below[placed.first] as Placed[]).push(placed);
      else {
        const over = above.find(([head]) => head && head.first === placed.first && head.last === placed.last);
        if (over) over.push(placed);
        else if (!above.some(([head]) => head && head.first <= placed.last && placed.first <= head.last))
          above.push([placed]);
        else (below[placed.first] as Placed[]).push(placed);
      }
    }
  }
  const heads = below.filter((cell) => cell.length > 0);
  return [above, heads, ...ordinals].filter((row) => row.length > 0);
}

/** Rows as cells, each the segments in it: a line without numbers belongs to the nearer row of data. */
function dataRows(lines: readonly Candidate[], columns: readonly [number, number][]): Placed[][][] {
  const rows = lines.filter((line) => line.data);
  const bases = rows.map((row) => row.line.base);
  const groups: Candidate[][] = rows.map(() => []);
  let nearest = 0;
  for (const candidate of lines) {
    const apart = (i: number) => Math.abs((bases[i] as number) - candidate.line.base);
    while (nearest + 1 < bases.length && apart(nearest + 1) < apart(nearest)) nearest++;
    (groups[nearest] as Candidate[]).push(candidate);
  }
  return groups.map((group) => cellsOf(group.flatMap(({ segments }) => place(segments, columns))));
}

/** Segments of one row gathered by the columns they reach over. */
function cellsOf(placed: readonly Placed[]): Placed[][] {
  const cells: Placed[][] = [];
  for (const one of placed) {
    const same = cells.find((cell) => cell.some((other) => other.first <= one.last && one.first <= other.last));
    if (same) same.push(one);
    else cells.push([one]);
  }
  return cells;
}

/** Rows between the lines that are drawn across the table, where there are such. */
function bandRows(
  lines: readonly Candidate[],
  columns: readonly [number, number][],
  rules: readonly Rule[],
): Placed[][][] | null {
  const [left, right] = [columns[0]?.[0] ?? 0, columns.at(-1)?.[1] ?? 0];
  const across = rules
    .filter((rule) => Math.min(rule.to, right) - Math.max(rule.from, left) >= ACROSS * (right - left))
    .map((rule) => rule.at);
  const bands = new Map<number, Candidate[]>();
  for (const candidate of lines) {
    const band = across.filter((y) => y <= candidate.line.base - 0.35 * candidate.line.size).length;
    bands.set(band, [...(bands.get(band) ?? []), candidate]);
  }
  const most = greatest([...bands.values()].map((band) => band.filter((candidate) => candidate.data).length));
  if (most > 1) return null;
  return [...bands.values()].map((band) => cellsOf(band.flatMap(({ segments }) => place(segments, columns))));
}

function partOf(
  rows: readonly Placed[][][],
  columns: readonly [number, number][],
  lines: readonly Candidate[],
): TablePart {
  const edges = columns.slice(1).map(([x0], i) => (x0 + (columns[i] as [number, number])[1]) / 2);
  const all = lines.map((candidate) => candidate.line);
  const xs = [least(all.map((line) => line.x0)) - 2, ...edges, greatest(all.map((line) => line.x1)) + 2];
  const top = least(all.map((line) => line.top));
  const bottom = greatest(all.map((line) => line.bottom));
  const cells: FilledCell[] = [];
  rows.forEach((row, r) => {
    const taken = new Set<number>();
    const add = (first: number, last: number, placed: readonly Placed[]) => {
      for (let c = first; c <= last; c++) taken.add(c);
      const sorted = placed.map((one) => one.segment.line).sort((a, b) => a.base - b.base || a.x0 - b.x0);
      const [left, right] = [xs[first] as number, xs[last + 1] as number];
      cells.push({ row: r, column: first, rowSpan: 1, columnSpan: last - first + 1, lines: sorted, left, right });
    };
    for (const placed of row) {
      add(least(placed.map((one) => one.first)), greatest(placed.map((one) => one.last)), placed);
    }
    for (let c = 0; c < columns.length; c++) if (!taken.has(c)) add(c, c, []);
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + ((bottom - top) * i) / rows.length);
  return { kind: 'table', y: top, bottom, xs, ys, cells, ruled: false };
}

interface Found {
  readonly part: TablePart;
  readonly lines: ReadonlySet<Item>;
}

function tableIn(
  run: readonly Candidate[],
  [start, end]: [number, number],
  floor: number,
  rules: readonly Rule[],
): Found | null {
  const body = run.slice(start, end);
  const data = body.filter((candidate) => candidate.data);
  const size = data[0]?.line.size ?? 10;
  const filled = columnsOf(
    data.map((candidate) => candidate.segments),
    size,
  );
  const placed = data.map((candidate) => place(candidate.segments, filled));
  if (!isTable(placed, filled.length)) return null;
  const head = run.slice(headStart(run, start, floor, filled), start);
  const columns = withHeads(filled, lowestHeads(head, filled.length));
  const lines = [...head, ...body];
  const rows = bandRows(lines, columns, rules) ?? [...headRows(head, columns), ...dataRows(body, columns)];
  return { part: partOf(rows, columns, lines), lines: new Set(lines.map((candidate) => candidate.item)) };
}

/** Puts tables in the place of the lines that form them; true where there was one. */
export function findUnruled(page: PageLayout): boolean {
  const found: Found[] = [];
  for (const run of runsOf(page.items)) {
    let floor = 0;
    for (const stretch of stretches(run)) {
      const table = tableIn(run, stretch, floor, page.rules);
      if (table) found.push(table);
      floor = stretch[1];
    }
  }
  if (found.length === 0) return false;
  const inside = (item: Item) => found.some(({ lines }) => lines.has(item));
  page.items = [...page.items.filter((item) => !inside(item)), ...found.map(({ part }) => part)].sort(
    (a, b) => a.y - b.y,
  );
  return true;
}
