/** Gathers what is painted on a page, whichever engine says so: rules, the largest picture, shapes. */
import type { Box } from '../../document.ts';
import type { Rule } from '../../layout/marks.ts';
import { intersect, type Matrix, mapBox } from './matrix.ts';
import { clipRule, filledRules, type Subpath, strokedRules, thinRule } from './paths.ts';

/** More lines than any table page has; what comes after is a drawing. */
const MAX_RULES = 50_000;
const WIDEST_STROKE = 6;
/** Below it nothing would be seen on paper. */
const FAINTEST = 0.05;

export interface Paint {
  readonly seen: boolean;
  /** From 0, transparent, to 1. */
  readonly alpha: number;
}

export class Painter {
  readonly rules: Rule[] = [];
  shapes = 0;
  private largest = 0;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  get picture(): number {
    return Math.min(1, this.largest);
  }

  /** An image fills the unit square of its coordinates. A very flat one is drawn as a line. */
  image(ctm: Matrix, clip: Box): void {
    this.covers(ctm, clip);
    const rule = thinRule(mapBox(ctm, 0, 0, 1, 1));
    if (rule) this.keep([rule], clip);
  }

  covers(ctm: Matrix, clip: Box): void {
    const [x0, y0, x1, y1] = intersect(mapBox(ctm, 0, 0, 1, 1), clip);
    const area = Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
    this.largest = Math.max(this.largest, area / (this.width * this.height));
  }

  path(paths: readonly Subpath[], fills: boolean, strokes: boolean, clip: Box): void {
    const found: Rule[] = [];
    if (fills) filledRules(paths, found);
    if (strokes) strokedRules(paths, found);
    if (found.length === 0) this.shapes++;
    else this.keep(found, clip);
  }

  private keep(found: readonly Rule[], clip: Box): void {
    for (const rule of found) {
      const seen: Rule | null = this.rules.length < MAX_RULES ? clipRule(rule, clip) : null;
      if (seen) this.rules.push(seen);
    }
  }
}

export const isPainted = ({ seen, alpha }: Paint) => seen && alpha > FAINTEST;

/** Whether a stroke so wide in coordinates so scaled is a line, not an area. */
export const isLine = (width: number, m: Matrix) =>
  width * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2])) <= WIDEST_STROKE;
