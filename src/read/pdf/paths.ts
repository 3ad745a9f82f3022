/** Paths of a page: ruling lines out of strokes and thin fills, boxes out of clips. */
import type { Box } from '../../document.ts';
import type { Rule } from '../../layout/marks.ts';
import type { Matrix } from './matrix.ts';

/** How pdf.js numbers the pieces of a path. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

/** A filled or stroked piece thicker than this is an area, not a line. */
const THICKEST = 3.5;
/** Sides that differ by less are those of a square; rounding must not make it a line. */
const SQUARE = 0.01;
/** How far a line may lean and still run along an axis. */
const LEAN = 0.7;

export interface Subpath {
  readonly xs: number[];
  readonly ys: number[];
  curved: boolean;
  closed: boolean;
}

/** Takes the pieces of a path one after the other, and gives its subpaths in page coordinates. */
export class PathBuilder {
  private readonly done: Subpath[] = [];
  private open: Subpath | null = null;

  constructor(private readonly m: Matrix) {}

  /** Begins a subpath. */
  move(x: number, y: number): void {
    this.flush();
    this.add(x, y, false);
  }

  /** A point of a line, or one that bounds a curve. */
  add(x: number, y: number, curved: boolean): void {
    const { m } = this;
    this.open ??= { xs: [], ys: [], curved: false, closed: false };
    this.open.xs.push(m[0] * x + m[2] * y + m[4]);
    this.open.ys.push(m[1] * x + m[3] * y + m[5]);
    if (curved) this.open.curved = true;
  }

  close(): void {
    if (this.open) this.open.closed = true;
    this.flush();
  }

  finish(): Subpath[] {
    this.flush();
    return this.done;
  }

  private flush(): void {
    if (this.open && this.open.xs.length > 1) this.done.push(this.open);
    this.open = null;
  }
}

/** The pieces of a path as pdf.js lists them. */
export function subpaths(data: ArrayLike<number>, m: Matrix): Subpath[] {
  const path = new PathBuilder(m);
  for (let i = 0; i < data.length; ) {
    const op = data[i++];
    const points = op === MOVE || op === LINE ? 1 : op === CURVE ? 3 : 0;
    if (points === 0 && op !== CLOSE) break;
    if (op === CLOSE) path.close();
    for (let k = 0; k < points; k++, i += 2) {
      const [x, y] = [data[i] as number, data[i + 1] as number];
      if (op === MOVE) path.move(x, y);
      else path.add(x, y, op === CURVE);
    }
  }
  return path.finish();
}

export function boundsOf({ xs, ys }: Subpath): Box {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < xs.length; i++) {
    x0 = Math.min(x0, xs[i] as number);
    x1 = Math.max(x1, xs[i] as number);
    y0 = Math.min(y0, ys[i] as number);
    y1 = Math.max(y1, ys[i] as number);
  }
  return [x0, y0, x1, y1];
}

/** A line out of a box that is thin in one direction; a dot or an area gives none. */
export function thinRule([x0, y0, x1, y1]: Box): Rule | null {
  const width = x1 - x0;
  const height = y1 - y0;
  if (height <= THICKEST && width - height > SQUARE) return { horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 };
  if (width <= THICKEST && height - width > SQUARE) return { horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 };
  return null;
}

export function filledRules(paths: readonly Subpath[], rules: Rule[]): void {
  for (const path of paths) {
    if (path.curved) continue;
    const rule = thinRule(boundsOf(path));
    if (rule) rules.push(rule);
  }
}

export function strokedRules(paths: readonly Subpath[], rules: Rule[]): void {
  for (const { xs, ys, curved, closed } of paths) {
    if (curved) continue;
    const corners = closed ? xs.length + 1 : xs.length;
    for (let i = 1; i < corners; i++) {
      const k = i % xs.length;
      const [ax, ay, bx, by] = [xs[i - 1], ys[i - 1], xs[k], ys[k]] as [number, number, number, number];
      if (Math.abs(ay - by) <= LEAN && Math.abs(ax - bx) > LEAN)
        rules.push({ horizontal: true, at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) });
      else if (Math.abs(ax - bx) <= LEAN && Math.abs(ay - by) > LEAN)
        rules.push({ horizontal: false, at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) });
    }
  }
}

/** The box around a clipping path; where the path is no rectangle the box shows more than the clip, never less. */
export function clipBox(paths: readonly Subpath[]): Box | null {
  let box: Box | null = null;
  for (const path of paths) {
    const [x0, y0, x1, y1] = boundsOf(path);
    box = box
      ? [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)]
      : [x0, y0, x1, y1];
  }
  return box;
}

/** The part of a line inside a box, or null. */
export function clipRule(rule: Rule, [x0, y0, x1, y1]: Box): Rule | null {
  const [low, high, start, end] = rule.horizontal ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  if (rule.at < low - THICKEST || rule.at > high + THICKEST) return null;
  const from = Math.max(rule.from, start);
  const to = Math.min(rule.to, end);
  return to > from ? { ...rule, from, to } : null;
}
