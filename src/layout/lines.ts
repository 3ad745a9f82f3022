/** Glyphs to printed lines, and lines to runs of text with their boxes. */
import type { Box, TextRun } from '../document.ts';
import type { Glyph } from './marks.ts';

export interface Line {
  /** From left to right, white space at both ends left out. */
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
  readonly base: number;
  /** The size and font of most of its glyphs. */
  readonly size: number;
  readonly font: string;
  readonly text: string;
}

/** Glyphs that follow each other without a gap: they stand or fall together. */
export interface Piece {
  readonly glyphs: Glyph[];
  readonly base: number;
  size: number;
  x0: number;
  x1: number;
}

/** Most glyphs are seen at once to be none: printed ASCII, or a character behind the blocks with white space. */
function isSpace({ text }: Glyph): boolean {
  const code = text.charCodeAt(0);
  if ((code > 0x20 && code < 0x85) || (code > 0x3000 && code < 0xfe00)) return false;
  return text.trim() === '';
}

const WORD = /^[0-9A-Za-z.,%+-]/;
const DIGIT = /[0-9.,]$/;
/** In parts of the font size: what holds a piece together, and what is a printed space. */
const PIECE_GAP = 0.2;
const GAPS = { digits: 0.4, words: 0.22, other: 0.8 };
/** A letter has its shadow among so many before it. */
const SHADOWS = 3;
/** Part of the lower one's height by which two pieces of one line stand side by side. */
const SIDE_BY_SIDE = 0.5;

export function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | null = null;
  for (const glyph of glyphs) {
    const gap: number = open ? glyph.box[0] - open.x1 : 0;
    const follows: boolean =
      open !== null &&
      Math.abs(glyph.base - open.base) < 0.1 * glyph.size &&
      gap < PIECE_GAP * glyph.size &&
      gap > -PIECE_GAP * glyph.size;
    if (open && follows) {
      open.glyphs.push(glyph);
      open.x1 = Math.max(open.x1, glyph.box[2]);
      open.size = Math.max(open.size, glyph.size);
    } else {
      open = { glyphs: [glyph], base: glyph.base, size: glyph.size, x0: glyph.box[0], x1: glyph.box[2] };
      pieces.push(open);
    }
  }
  return pieces;
}

interface Band {
  top: number;
  bottom: number;
  readonly pieces: Piece[];
}

/** Pieces that stand side by side, from the top down. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  if (pieces.length < 2) {
    const line = pieces.length === 1 ? lineOf([...pieces]) : null;
    return line ? [line] : [];
  }
  const bands: Band[] = [];
  for (const piece of [...pieces].sort((a, b) => a.base - b.base || a.x0 - b.x0)) {
    const top = piece.base - 0.75 * piece.size;
    const bottom = piece.base + 0.05 * piece.size;
    const band = bands.at(-1);
    const common = band ? Math.min(bottom, band.bottom) - Math.max(top, band.top) : 0;
    if (band && common >= SIDE_BY_SIDE * Math.min(bottom - top, band.bottom - band.top)) {
      band.pieces.push(piece);
      if (bottom - top > band.bottom - band.top) [band.top, band.bottom] = [top, bottom];
    } else bands.push({ top, bottom, pieces: [piece] });
  }
  const lines: Line[] = [];
  for (const band of bands) {
    const line = lineOf(band.pieces);
    if (line) lines.push(line);
  }
  return lines;
}

function lineOf(pieces: Piece[]): Line | null {
  const glyphs = withoutShadows(glyphsOf(pieces.sort((a, b) => a.x0 - b.x0)));
  let start = 0;
  let end = glyphs.length;
  while (start < end && isSpace(glyphs[start] as Glyph)) start++;
  while (end > start && isSpace(glyphs[end - 1] as Glyph)) end--;
  return start === end ? null : lineFrom(glyphs.slice(start, end));
}

function glyphsOf(pieces: readonly Piece[]): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const piece of pieces) for (const glyph of piece.glyphs) glyphs.push(glyph);
  return glyphs;
}

/** A line of these glyphs in this order; there must be one. */
export function lineFrom(glyphs: readonly Glyph[]): Line {
  const [first] = glyphs as [Glyph, ...Glyph[]];
  const fonts = new Map<string, number>();
  const sizes = new Map<number, number>();
  let [x0, top, x1, bottom] = first.box as [number, number, number, number];
  for (const { box, font, size, text } of glyphs) {
    x0 = Math.min(x0, box[0]);
    top = Math.min(top, box[1]);
    x1 = Math.max(x1, box[2]);
    bottom = Math.max(bottom, box[3]);
    // Digits are often set in another font than the words they stand among.
    if (!WORD.test(text)) fonts.set(font, (fonts.get(font) ?? 0) + 1);
    const rounded = Math.round(size * 4) / 4;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + 1);
  }
  const text = textOf(glyphs);
  const size = mostCommon(sizes) ?? first.size;
  const base = (glyphs.find((glyph) => Math.abs(glyph.size - size) < 0.2) ?? first).base;
  return { glyphs, x0, x1, top, bottom, base, size, font: mostCommon(fonts) ?? first.font, text };
}

function mostCommon<T>(counts: ReadonlyMap<T, number>): T | null {
  let best: T | null = null;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}

/** In reading order, and without the copies that are printed over a letter to make it bold. */
function withoutShadows(glyphs: Glyph[]): Glyph[] {
  let sorted = true;
  for (let i = 1; i < glyphs.length && sorted; i++) {
    sorted = (glyphs[i] as Glyph).box[0] >= (glyphs[i - 1] as Glyph).box[0] - 0.01;
  }
  if (!sorted) glyphs.sort((a, b) => a.box[0] - b.box[0]);
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    if (!isShadowOfLast(glyph, kept)) kept.push(glyph);
  }
  return kept;
}

function isShadowOfLast(glyph: Glyph, kept: readonly Glyph[]): boolean {
  for (let i = kept.length - 1; i >= Math.max(0, kept.length - SHADOWS); i--) {
    if (isShadow(glyph, kept[i] as Glyph)) return !isSpace(glyph);
  }
  return false;
}

function isShadow(a: Glyph, b: Glyph): boolean {
  return (
    a.text === b.text &&
    Math.abs(a.size - b.size) < 0.1 * a.size &&
    Math.abs(a.box[0] - b.box[0]) < 0.1 * a.size &&
    Math.abs(a.base - b.base) < 0.2 * a.size
  );
}

/** True where white space stands between two neighbours though no space is printed. */
function isApart(before: Glyph, after: Glyph): boolean {
  const size = Math.max(before.size, after.size);
  const gap = after.box[0] - before.box[2];
  // The least of all: most neighbours touch.
  if (gap <= GAPS.words * size) return false;
  const words = WORD.test(before.text) && WORD.test(after.text);
  const digits = words && DIGIT.test(before.text) && DIGIT.test(after.text);
  return gap > (digits ? GAPS.digits : words ? GAPS.words : GAPS.other) * size;
}

/** The text of glyphs, a space where two stand apart. */
function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before && isPrintedApart(before, glyph)) text += ' ';
    text += glyph.text;
    before = glyph;
  }
  return text;
}

const isPrintedApart = (before: Glyph, after: Glyph) => isApart(before, after) && !isSpace(before) && !isSpace(after);

/** Runs of glyphs of about one width, so that a part of a run is about that part of its box. */
export function textRuns(glyphs: readonly Glyph[], shown: (box: Box) => Box = (box) => box): TextRun[] {
  const runs: TextRun[] = [];
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i++] as Glyph;
    const wide = isWide(first);
    let text = first.text;
    let [x0, y0, x1, y1] = first.box;
    let before = first;
    let apart = false;
    for (; i < glyphs.length; i++) {
      const glyph = glyphs[i] as Glyph;
      apart = isPrintedApart(before, glyph);
      if (apart || isWide(glyph) !== wide) break;
      const { box } = glyph;
      if (box[0] < x0) x0 = box[0];
      if (box[1] < y0) y0 = box[1];
      if (box[2] > x1) x1 = box[2];
      if (box[3] > y1) y1 = box[3];
      text += glyph.text;
      before = glyph;
    }
    runs.push({ text, box: shown([x0, y0, x1, y1]) });
    if (apart) runs.push({ text: ' ', box: null });
  }
  return runs;
}

const isWide = ({ box, size }: Glyph) => box[2] - box[0] > 0.75 * size;
