/** Ruling lines in a bitmap: long dark runs along a row or a column with paper on both sides. */
import type { Rule } from '../../layout/marks.ts';
import type { Grey } from './grey.ts';

/** In millimetres: no stroke of a letter in a table is so long, and no line so thick. */
const SHORTEST = 5;
const THICKEST = 1.2;
/** A speck of paper in a line. */
const BREAK = 0.35;
/** Part of a line along which there is paper at its sides. */
const CLEAR = 0.6;
const MAX_RULES = 50_000;

interface Plane {
  readonly length: number;
  readonly count: number;
  ink(at: number, along: number): boolean;
}

/** The runs of one direction; places in pixels. */
function runs({ length, count, ink }: Plane, mm: number): { at: number; from: number; to: number }[] {
  const found: { at: number; from: number; to: number }[] = [];
  const least = SHORTEST * mm;
  const most = Math.max(1, Math.round(BREAK * mm));
  const side = Math.max(2, Math.round(THICKEST * mm));
  const isThin = (at: number, from: number, to: number) => {
    let clear = 0;
    let seen = 0;
    for (let along = from; along < to; along += 3, seen++)
      if (!ink(at - side, along) && !ink(at + side, along)) clear++;
    return clear >= CLEAR * seen;
  };
  for (let at = 0; at < count; at++) {
    let from = -1;
    let last = -1;
    const end = () => {
      if (from >= 0 && last + 1 - from >= least && isThin(at, from, last + 1)) found.push({ at, from, to: last + 1 });
      from = -1;
    };
    for (let along = 0; along < length; along++) {
      // A line that leans by a pixel goes on in the next row.
      if (!ink(at, along) && !ink(at + 1, along)) continue;
      if (from >= 0 && along - last > most) end();
      if (from < 0) from = along;
      last = along;
    }
    end();
    if (found.length > MAX_RULES) return [];
  }
  return found;
}

/** The lines of a page in points; `scale` is points in a pixel. */
export function rulesIn({ width, height }: Grey, ink: Uint8Array, scale: number): Rule[] {
  const mm = 72 / 25.4 / scale;
  const dark = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && ink[y * width + x] === 1;
  const across = runs({ length: width, count: height, ink: (at, along) => dark(along, at) }, mm);
  const down = runs({ length: height, count: width, ink: (at, along) => dark(at, along) }, mm);
  const rule = (horizontal: boolean) => (run: { at: number; from: number; to: number }) => ({
    horizontal,
    at: (run.at + 1) * scale,
    from: run.from * scale,
    to: run.to * scale,
  });
  return [...across.map(rule(true)), ...down.map(rule(false))];
}
