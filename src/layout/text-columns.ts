/** Prose set in two columns: its lines are read down the left one, then down the right one. */
import type { Box } from '../document.ts';
import { greatest, least } from './extent.ts';
import { type Line, lineFrom } from './lines.ts';
import type { Glyph } from './marks.ts';
import { segmentsOf } from './segments.ts';

/** The margins of one column. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
}

export interface ColumnLine {
  readonly line: Line;
  readonly column: TextColumn;
}

/** Lines of one column each, in reading order, from `top` on. */
export interface ColumnText {
  readonly top: number;
  readonly lines: readonly ColumnLine[];
}

/** Where between the edges of the page the channel may run. */
const MIDDLE = [0.3, 0.7] as const;
/** Its least width, in parts of the font size. */
const CHANNEL = 0.9;
/** So many lines on both sides of it make columns. */
const LEAST = 6;
/** Columns of prose, not of a table: so many of their lines are whole, and reach their margin. */
const WHOLE = 0.85;
const FULL = 0.45;
/** Letters in a line of prose, in the middle. */
const LETTERS = 8;
const HAN = /\p{Script=Han}/u;

interface Halves {
  readonly line: Line;
  readonly left: readonly Glyph[];
  readonly right: readonly Glyph[];
}

/** The middle of the widest gap near the middle of the page; null where there is none. */
function gapOf({ glyphs, size }: Line, width: number): number | null {
  let best: number | null = null;
  let widest = CHANNEL * size;
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const gap = before ? glyph.box[0] - before.box[2] : 0;
    const at = glyph.box[0] - gap / 2;
    if (gap > widest && at > MIDDLE[0] * width && at < MIDDLE[1] * width) [best, widest] = [at, gap];
    before = glyph;
  }
  return best;
}

/** A line cut at a place; null where no channel runs there. */
function cutAt(line: Line, at: number): Halves | null {
  const glyphs = line.glyphs.filter(({ text }) => text.trim() !== '');
  const left = glyphs.filter(({ box }) => box[2] <= at);
  const right = glyphs.filter(({ box }) => box[0] >= at);
  const [last, first] = [left.at(-1), right[0]];
  const crossed = left.length + right.length < glyphs.length;
  const narrow = last && first && first.box[0] - last.box[2] < CHANNEL * line.size;
  return crossed || narrow ? null : { line, left, right };
}

/** The lines of one side, and its margins; null where they are no prose. */
function proseOf(sides: readonly (readonly Glyph[])[]): { lines: Line[]; column: TextColumn } | null {
  const lines = sides.flatMap((glyphs) => (glyphs.length > 0 ? [lineFrom(glyphs)] : []));
  if (lines.length < LEAST) return null;
  const column = { left: least(lines.map(({ x0 }) => x0)), right: greatest(lines.map(({ x1 }) => x1)) };
  const count = (holds: (line: Line) => boolean) => lines.filter(holds).length;
  const whole = count((line) => segmentsOf(line).length === 1);
  const full = count(({ x1, size }) => x1 > column.right - 1.5 * size);
  const letters = lines.map(({ glyphs }) => glyphs.filter(({ text }) => HAN.test(text)).length).sort((a, b) => a - b);
  const prose = whole >= WHOLE * lines.length && full >= FULL * lines.length;
  return prose && (letters[lines.length >> 1] as number) >= LETTERS ? { lines, column } : null;
}

function columnsOf(run: readonly Halves[]): ColumnText | null {
  if (run.filter(({ left, right }) => left.length > 0 && right.length > 0).length < LEAST) return null;
  const sides = [proseOf(run.map(({ left }) => left)), proseOf(run.map(({ right }) => right))];
  const lines = sides.flatMap((side) => side?.lines.map((line) => ({ line, column: side.column })) ?? []);
  return sides.includes(null) ? null : { top: (run[0] as Halves).line.base, lines };
}

/**
 * Runs of lines that share a channel in the middle of the page, which neither a letter nor a table crosses. What is
 * left are the lines that run over the whole page.
 */
export function textColumns(
  lines: readonly Line[],
  tables: readonly Box[],
  width: number,
): { readonly columns: readonly ColumnText[]; readonly rest: readonly Line[] } {
  const gaps = lines.flatMap((line) => gapOf(line, width) ?? []).sort((a, b) => a - b);
  const at = gaps.length < LEAST ? null : (gaps[gaps.length >> 1] as number);
  if (at === null) return { columns: [], rest: lines };
  const columns: ColumnText[] = [];
  const rest: Line[] = [];
  let run: Halves[] = [];
  const close = () => {
    const found = columnsOf(run);
    if (found) columns.push(found);
    else rest.push(...run.map(({ line }) => line));
    run = [];
  };
  for (const line of lines) {
    const halves = cutAt(line, at);
    const last = run.at(-1)?.line.base ?? line.base;
    if (!halves || tables.some((box) => box[1] < line.base && box[3] > last)) close();
    if (halves) run.push(halves);
    else rest.push(line);
  }
  close();
  return { columns, rest };
}
