/** The grid of a ruled table: edges, walls between unit cells, and the merged cells they leave. */
import type { Box } from '../document.ts';
import { greatest, least } from './extent.ts';
import type { Rule } from './marks.ts';
import { type Drawing, drawings, joinRules } from './rules.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface PageGrid {
  /** Column edges from left to right and row edges from top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Index of the cell on each unit slot, row by row. */
  readonly slots: Int32Array;
  readonly box: Box;
}

/** Lines nearer than this stand for one edge: a double line, or two that a hand moved apart. */
const EDGE = 5;
/** Lines that reach this far beyond the outermost crossing line leave a table open at that side. */
const OPEN_SIDE = 8;
/** Part of an edge that must be drawn to part two cells. */
const DRAWN = 0.5;
const MAX_UNITS = 200_000;
/** A page with more of them is a drawing. */
const MOST_GRIDS = 200;
const SMALLEST = { width: 30, height: 12 };

interface Edges {
  at: number[];
  /** The lines on each edge. */
  rules: Rule[][];
  /** Edges that nothing draws, at the open sides. */
  readonly open: Set<number>;
}

/** Edges out of parallel lines, and the open sides to which crossing lines reach. */
function edgesOf(lines: readonly Rule[], from: number, to: number): Edges {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  const edges: Edges = { at: [], rules: [], open: new Set() };
  let first = Number.NEGATIVE_INFINITY;
  for (const line of sorted) {
    if (line.at - first > EDGE) {
      first = line.at;
      edges.at.push(line.at);
      edges.rules.push([line]);
    } else {
      const group = edges.rules.at(-1) as Rule[];
      group.push(line);
      edges.at[edges.at.length - 1] = longest(group).at;
    }
  }
  if (from < (edges.at[0] as number) - OPEN_SIDE) {
    edges.at.unshift(from);
    edges.rules.unshift([]);
    edges.open.add(from);
  }
  if (to > (edges.at.at(-1) as number) + OPEN_SIDE) {
    edges.at.push(to);
    edges.rules.push([]);
    edges.open.add(to);
  }
  return edges;
}

const longest = (rules: readonly Rule[]) => rules.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));

/** For each edge and each stretch along it whether at least half of it is drawn. */
function walls(edges: Edges, along: readonly number[]): boolean[][] {
  return edges.rules.map((rules) => {
    const drawn: number[] = new Array(Math.max(0, along.length - 1)).fill(0);
    for (const rule of rules) {
      for (let i = firstAfter(along, rule.from) - 1; i < drawn.length; i++) {
        if (i < 0) continue;
        const [start, end] = [along[i] as number, along[i + 1] as number];
        if (start >= rule.to) break;
        drawn[i] = (drawn[i] as number) + Math.max(0, Math.min(rule.to, end) - Math.max(rule.from, start));
      }
    }
    return drawn.map((length, i) => length >= DRAWN * ((along[i + 1] as number) - (along[i] as number)));
  });
}

/** Index of the first value above `value`. */
export function firstAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cells out of unit slots that no wall parts; what is no rectangle is cut into rectangles. */
function mergedCells(rows: number, columns: number, across: boolean[][], down: boolean[][]) {
  const region = new Int32Array(rows * columns).fill(-1);
  let regions = 0;
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== -1) continue;
    const id = regions++;
    const queue = [start];
    region[start] = id;
    for (let slot = queue.pop(); slot !== undefined; slot = queue.pop()) {
      const r = Math.floor(slot / columns);
      const c = slot % columns;
      const visit = (next: number, wall: boolean | undefined) => {
        if (wall || region[next] !== -1) return;
        region[next] = id;
        queue.push(next);
      };
      if (c + 1 < columns) visit(slot + 1, down[c + 1]?.[r]);
      if (c > 0) visit(slot - 1, down[c]?.[r]);
      if (r + 1 < rows) visit(slot + columns, across[r + 1]?.[c]);
      if (r > 0) visit(slot - columns, across[r]?.[c]);
    }
  }
  const slots = new Int32Array(rows * columns).fill(-1);
  const cells: GridCell[] = [];
  for (let slot = 0; slot < slots.length; slot++) {
    if (slots[slot] === -1) cells.push(cutRectangle(slot, rows, columns, region, slots, cells.length));
  }
  return { cells, slots };
}

function cutRectangle(slot: number, rows: number, columns: number, region: Int32Array, slots: Int32Array, id: number) {
  const row = Math.floor(slot / columns);
  const column = slot % columns;
  const free = (r: number, c: number) => region[r * columns + c] === region[slot] && slots[r * columns + c] === -1;
  let right = column + 1;
  while (right < columns && free(row, right)) right++;
  let bottom = row + 1;
  const fits = (r: number) => {
    for (let c = column; c < right; c++) if (!free(r, c)) return false;
    return true;
  };
  while (bottom < rows && fits(bottom)) bottom++;
  for (let r = row; r < bottom; r++) slots.fill(id, r * columns + column, r * columns + right);
  return { row, column, rowSpan: bottom - row, columnSpan: right - column };
}

function gridOf({ horizontal, vertical }: Drawing): PageGrid | null {
  const left = least(horizontal.map((rule) => rule.from));
  const right = greatest(horizontal.map((rule) => rule.to));
  const top = least(vertical.map((rule) => rule.from));
  const bottom = greatest(vertical.map((rule) => rule.to));
  const x = edgesOf(vertical, left, right);
  const y = edgesOf(horizontal, top, bottom);
  const columns = x.at.length - 1;
  const rows = y.at.length - 1;
  if (columns < 2 || rows < 1 || columns * rows > MAX_UNITS) return null;
  const box: Box = [x.at[0] as number, y.at[0] as number, x.at.at(-1) as number, y.at.at(-1) as number];
  if (box[2] - box[0] < SMALLEST.width || box[3] - box[1] < SMALLEST.height) return null;
  const { cells, slots } = mergedCells(rows, columns, walls(y, x.at), walls(x, y.at));
  return cells.length < 2 ? null : { xs: x.at, ys: y.at, cells, slots, box };
}

/** All ruled tables of a page, the inner before the outer one; and the horizontal lines outside of them. */
export function gridsOf(rules: readonly Rule[]): { grids: PageGrid[]; across: Rule[] } {
  const { horizontal, vertical } = joinRules(rules);
  const area = ({ box }: PageGrid) => (box[2] - box[0]) * (box[3] - box[1]);
  const all = drawings(horizontal, vertical)
    .map(gridOf)
    .filter((grid) => grid !== null);
  const grids = all.length > MOST_GRIDS ? [] : all.sort((a, b) => area(a) - area(b));
  const outside = ({ at }: Rule) => grids.every(({ box }) => at < box[1] - EDGE || at > box[3] + EDGE);
  return { grids, across: horizontal.filter(outside) };
}

/** The cell under a point, or -1 outside. */
export function cellAt(grid: PageGrid, x: number, y: number): number {
  const column = firstAfter(grid.xs, x) - 1;
  const row = firstAfter(grid.ys, y) - 1;
  const columns = grid.xs.length - 1;
  if (column < 0 || row < 0 || column >= columns || row >= grid.ys.length - 1) return -1;
  return grid.slots[row * columns + column] as number;
}
