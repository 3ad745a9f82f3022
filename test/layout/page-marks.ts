/** Pages of glyphs and rules as a reader would give them, written as lines of text at places. */
import { layOut } from '../../src/layout/index.ts';
import type { Glyph, PageMarks, Rule } from '../../src/layout/marks.ts';
import { loadPatterns } from '../../src/patterns/load.ts';

export const patterns = loadPatterns();

interface Set {
  readonly size?: number;
  readonly font?: string;
}

/** Han characters one em wide, all else half an em. */
export function line(x: number, base: number, words: string, { size = 10, font = 'song' }: Set = {}): Glyph[] {
  let pen = x;
  return [...words].map((text) => {
    const width = /[ -~]/.test(text) ? size / 2 : size;
    const start = pen;
    pen += width;
    return {
      text,
      box: [start, base - 0.88 * size, pen, base + 0.12 * size],
      x: start,
      base,
      size,
      font,
      direction: 0,
    };
  });
}

export const page = (
  glyphs: readonly Glyph[][],
  rules: readonly Rule[] = [],
  size = { width: 400, height: 600 },
): PageMarks => ({
  ...size,
  glyphs: glyphs.flat(),
  rules,
});

export function grid(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
  return [
    ...ys.map((at) => ({ horizontal: true, at, from: left, to: right })),
    ...xs.map((at) => ({ horizontal: false, at, from: top, to: bottom })),
  ];
}

/** Words into the cells of a grid. */
export const fill = (xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): Glyph[][] =>
  rows.flatMap((row, r) => row.map((words, c) => line((xs[c] as number) + 3, (ys[r] as number) + 14, words)));

export const laidOut = (...pages: PageMarks[]) => layOut(pages, patterns).value;
