/** What a page reader hands to the layout: the visible glyphs and the ruling lines of a page, seen upright. */
import type { Box } from '../document.ts';

/** Quarter turns clockwise from upright; `null` for slanted text such as a watermark. */
export type Direction = 0 | 1 | 2 | 3 | null;

export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Where the glyph stands: its left end on the baseline. */
  readonly x: number;
  readonly base: number;
  readonly size: number;
  /** A name that is the same for glyphs of one font. */
  readonly font: string;
  readonly direction: Direction;
}

/** A drawn line along an axis: at y = `at` from x to x, or at x = `at` from y to y. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageMarks {
  readonly width: number;
  readonly height: number;
  /** In the order of the content stream. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Recognised in a picture. */
  readonly ocr?: boolean;
}

/** A page whose text runs upwards or downwards, turned so that it reads from left to right. */
export interface Turned extends PageMarks {
  /** From the turned page back to the page as it is shown. */
  shown(box: Box): Box;
}

/** The direction in which most glyphs run. */
function mainDirection(glyphs: readonly Glyph[]): 0 | 1 | 2 | 3 {
  const counts = [0, 0, 0, 0];
  for (const { direction } of glyphs) if (direction !== null) counts[direction] = (counts[direction] as number) + 1;
  const most = Math.max(...counts);
  return (counts[0] === most ? 0 : counts.indexOf(most)) as 0 | 1 | 2 | 3;
}

const ordered = (x0: number, y0: number, x1: number, y1: number): Box => [
  Math.min(x0, x1),
  Math.min(y0, y1),
  Math.max(x0, x1),
  Math.max(y0, y1),
];

export function upright(page: PageMarks): Turned {
  const turn = mainDirection(page.glyphs);
  if (turn === 0) return { ...page, shown: (box) => box };
  const { width, height } = page;
  const swap = turn !== 2;
  /** A point of the shown page on the turned one. */
  const to = (x: number, y: number): [number, number] =>
    turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x];
  const from = (x: number, y: number): [number, number] =>
    turn === 1 ? [width - y, x] : turn === 2 ? [width - x, height - y] : [y, height - x];
  const boxBy = (map: typeof to, [x0, y0, x1, y1]: Box) => ordered(...map(x0, y0), ...map(x1, y1));
  return {
    width: swap ? height : width,
    height: swap ? width : height,
    glyphs: page.glyphs.map((glyph) => {
      const [x, base] = to(glyph.x, glyph.base);
      const direction = glyph.direction === null ? null : (((glyph.direction - turn + 4) % 4) as Direction);
      return { ...glyph, x, base, direction, box: boxBy(to, glyph.box) };
    }),
    rules: page.rules.map((rule) => {
      const ends: Box = rule.horizontal
        ? [rule.from, rule.at, rule.to, rule.at]
        : [rule.at, rule.from, rule.at, rule.to];
      const [x0, y0, x1, y1] = boxBy(to, ends);
      const horizontal = rule.horizontal !== swap;
      return horizontal ? { horizontal, at: y0, from: x0, to: x1 } : { horizontal, at: x0, from: y0, to: y1 };
    }),
    shown: (box) => boxBy(from, box),
  };
}
