/** The printed lines in the cells of a grid that was found in a bitmap. */
import type { PageGrid } from '../../layout/grid.ts';
import type { Grey } from './grey.ts';

/** A printed line in pixels. */
export interface Strip {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** In millimetres: what is lower or has less ink is dirt, unless it stands beside something. */
const LOWEST = 0.25;
const LEAST_INK = 0.12;
/** Square millimetres of ink of a word; a 1 in small print has a third more. */
const LEAST_WORD = 0.22;
/** In parts of its height, so far apart two words of one line may stand. */
const APART = 0.6;
/** The remains of a line along the edge of a cell. */
const EDGE = 1.1;
/** Part of an edge that is ink where a line runs along it. */
const LINE = 0.5;
/** A number or a word is higher than that; dots and the strokes of 二 are not. */
const LOW_PART = 0.6;

interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function inkIn({ width }: Grey, ink: Uint8Array, { left, top, right, bottom }: Region): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += ink[y * width + x] as number;
  return sum;
}

/** Moves the sides of a region inwards past the lines along them. */
function withoutLines(image: Grey, ink: Uint8Array, region: Region, mm: number): Region {
  const inner = { ...region };
  const most = Math.round(EDGE * mm);
  const isLine = (part: Region) => inkIn(image, ink, part) > LINE * (part.right - part.left) * (part.bottom - part.top);
  const search = (row: (i: number) => Region, move: (i: number) => void) => {
    for (let i = most - 1; i >= 0; i--) {
      if (!isLine(row(i))) continue;
      move(i + 2);
      return;
    }
  };
  const { left, top, right, bottom } = region;
  search(
    (i) => ({ left, right, top: top + i, bottom: top + i + 1 }),
    (i) => {
      inner.top = top + i;
    },
  );
  search(
    (i) => ({ left, right, top: bottom - i - 1, bottom: bottom - i }),
    (i) => {
      inner.bottom = bottom - i;
    },
  );
  search(
    (i) => ({ top, bottom, left: left + i, right: left + i + 1 }),
    (i) => {
      inner.left = left + i;
    },
  );
  search(
    (i) => ({ top, bottom, left: right - i - 1, right: right - i }),
    (i) => {
      inner.right = right - i;
    },
  );
  return inner;
}

/** Bands of rows with ink; parts of one line of print, such as the strokes of 二, put together. */
function bandsOf(image: Grey, ink: Uint8Array, region: Region, mm: number): [number, number][] {
  const bands: [number, number][] = [];
  for (let y = region.top; y < region.bottom; y++) {
    if (inkIn(image, ink, { ...region, top: y, bottom: y + 1 }) === 0) continue;
    const open = bands.at(-1);
    if (open && y - open[1] <= 1) open[1] = y + 1;
    else bands.push([y, y + 1]);
  }
  const height = ([from, to]: readonly [number, number]) => to - from;
  const highest = Math.max(0, ...bands.map(height), 2.2 * mm);
  const lines: [number, number][] = [];
  for (const band of bands) {
    const open = lines.at(-1);
    const low = open && (height(open) < LOW_PART * highest || height(band) < LOW_PART * highest);
    if (open && low && band[1] - open[0] <= 1.25 * highest) open[1] = band[1];
    else lines.push([...band]);
  }
  return lines.filter((line) => height(line) >= LOWEST * mm);
}

interface Group {
  readonly left: number;
  right: number;
  ink: number;
}

/** From the first to the last word of a line; dirt that stands apart from it is left out. */
function stripOf(image: Grey, ink: Uint8Array, region: Region, mm: number): Strip | null {
  const gap = APART * (region.bottom - region.top);
  const groups: Group[] = [];
  for (let x = region.left; x < region.right; x++) {
    const column = inkIn(image, ink, { ...region, left: x, right: x + 1 });
    if (column === 0) continue;
    const open = groups.at(-1);
    if (open && x - open.right <= gap) {
      open.right = x + 1;
      open.ink += column;
    } else groups.push({ left: x, right: x + 1, ink: column });
  }
  const words = groups.filter((group) => group.ink >= LEAST_WORD * mm * mm);
  const [first] = words;
  const last = words.at(-1);
  return first && last ? { x0: first.left, y0: region.top, x1: last.right, y1: region.bottom } : null;
}

/** The lines of a region from the top down. */
export function stripsOf(image: Grey, ink: Uint8Array, outer: Region, mm: number): Strip[] {
  const inset = Math.round(0.3 * mm);
  const region = withoutLines(
    image,
    ink,
    {
      left: Math.max(0, Math.round(outer.left) + inset),
      top: Math.max(0, Math.round(outer.top) + inset),
      right: Math.min(image.width, Math.round(outer.right) - inset),
      bottom: Math.min(image.height, Math.round(outer.bottom) - inset),
    },
    mm,
  );
  if (region.right - region.left < mm || region.bottom - region.top < mm) return [];
  if (inkIn(image, ink, region) < LEAST_INK * mm * mm) return [];
  return bandsOf(image, ink, region, mm)
    .map(([top, bottom]) => stripOf(image, ink, { ...region, top, bottom }, mm))
    .filter((strip) => strip !== null);
}

/** The places of a grid's cells that hold no smaller grid. */
export function regionsOf(grids: readonly PageGrid[], scale: number): Region[] {
  return grids.flatMap((grid, g) =>
    grid.cells.flatMap(({ row, column, rowSpan, columnSpan }) => {
      const [left, right] = [grid.xs[column] as number, grid.xs[column + columnSpan] as number];
      const [top, bottom] = [grid.ys[row] as number, grid.ys[row + rowSpan] as number];
      // The inner grids come first.
      const holds = grids.slice(0, g).some(({ box: [x0, y0, x1, y1] }) => {
        const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
        return x > left && x < right && y > top && y < bottom;
      });
      return holds ? [] : [{ left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale }];
    }),
  );
}
