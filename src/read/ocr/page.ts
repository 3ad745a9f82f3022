/** A picture of a page to glyphs and ruling lines: cell by cell where lines make a grid, as print elsewhere. */
import { greatest, least } from '../../layout/extent.ts';
import { gridsOf, type PageGrid } from '../../layout/grid.ts';
import type { Glyph, PageMarks, Rule } from '../../layout/marks.ts';
import { regionsOf, type Strip, stripsOf } from './cells.ts';
import { blank, type Grey, inkOf, onlyAround, withoutSpecks } from './grey.ts';
import { rulesIn } from './lines.ts';
import { stripTexts } from './numbers.ts';
import { type Drawable, drawn } from './picture.ts';
import type { Recogniser, Word } from './recogniser.ts';
import { skewOf } from './skew.ts';

/** Height of ink in parts of the font size: of Han characters, and of digits, which stand on the baseline. */
const HAN_INK = 0.9;
const DIGIT_INK = 0.7;
const BELOW = 0.07;
/** Words nearer than this, in parts of the font size, have nothing between them. */
const JOINED = 1.2;
/** In millimetres: a smaller grid is a letter of a title. */
const SMALLEST = { width: 40, height: 6 };
/** In pixels to both sides: the blurred rim of a line. */
const THICKNESS = 2;
const FONT = 'ocr';

export interface Recognised extends PageMarks {
  /** Places where readings differ or are missing; question marks stand for their digits. */
  readonly doubtful: number;
}

export async function recognisedPage(
  image: Drawable,
  size: { readonly width: number; readonly height: number },
  recogniser: Recogniser,
): Promise<Recognised> {
  const first = await drawn(image);
  const lean = skewOf(first.all, inkOf(first.all));
  const { all, black } = lean === 0 ? first : await drawn(image, lean);
  const scale = size.width / all.width;
  const mm = 72 / 25.4 / scale;
  const { rules, grids } = ruledBy(black, all, scale, mm);
  for (const rule of rules) eraseRule(black, rule, scale);
  const ink = withoutSpecks(black, inkOf(black));
  const strips = regionsOf(grids, scale).flatMap((region) => stripsOf(black, ink, region, mm));
  const { texts, doubtful } = await stripTexts(onlyAround(black, ink), strips, recogniser);
  const glyphs = strips.flatMap((strip, i) => stripGlyphs(strip, texts[i] as string, scale));
  const outside: Grey = { ...all, pixels: all.pixels.slice() };
  for (const rule of rules) eraseRule(outside, rule, scale);
  for (const { box } of grids) {
    const [x0, y0, x1, y1] = box.map((value) => Math.round(value / scale)) as [number, number, number, number];
    const rim = Math.round(0.3 * mm);
    blank(outside, x0 - rim, y0 - rim, x1 + rim, y1 + rim);
  }
  const print = withoutSpecks(outside, inkOf(outside));
  const [words = []] = print.includes(1) ? await recogniser.recognise([outside], 'page') : [];
  const tight = words.map((word) => tightened(word, outside, print));
  return { ...size, glyphs: [...glyphs, ...printGlyphs(tight, scale)], rules, ocr: true, doubtful };
}

/** Black lines, or coloured ones where there are no others: the rim of a stamp is none. */
function ruledBy(black: Grey, all: Grey, scale: number, mm: number) {
  const ruled = (image: Grey) => ruling(rulesIn(image, inkOf(image), scale), mm * scale);
  const found = ruled(black);
  return found.grids.length > 0 ? found : ruled(all);
}

/** The lines that make tables, and those that go far across the page. */
function ruling(found: readonly Rule[], mm: number): { rules: Rule[]; grids: PageGrid[] } {
  const grids = gridsOf(found).grids.filter(
    ({ box: [x0, y0, x1, y1] }) => x1 - x0 >= SMALLEST.width * mm && y1 - y0 >= SMALLEST.height * mm,
  );
  const rules = found.filter(({ horizontal, at, from, to }) => {
    const middle = (from + to) / 2;
    const [x, y] = horizontal ? [middle, at] : [at, middle];
    const inside = grids.some(({ box }) => x > box[0] - mm && x < box[2] + mm && y > box[1] - mm && y < box[3] + mm);
    return inside || (horizontal && to - from >= SMALLEST.width * mm);
  });
  return { rules, grids };
}

/** A line is many runs, one for each row of its pixels. */
function eraseRule(image: Grey, { horizontal, at, from, to }: Rule, scale: number): void {
  const place = Math.round(at / scale) - 1;
  const [start, end] = [Math.floor(from / scale) - 2, Math.ceil(to / scale) + 2];
  const [before, after] = [place - THICKNESS, place + THICKNESS + 1];
  if (horizontal) blank(image, start, before, end, after);
  else blank(image, before, start, after, end);
}

const isWide = (character: string) => (character.codePointAt(0) as number) >= 0x2000;

/** Characters spread over a box by their usual widths. */
function spread(text: string, x0: number, x1: number, base: number, size: number): Glyph[] {
  const characters = [...text];
  const widths = characters.map((each) => (isWide(each) ? 1 : 0.5));
  const unit = (x1 - x0) / (widths.reduce((a, b) => a + b, 0) || 1);
  let x = x0;
  return characters.map((each, i) => {
    const from = x;
    x += (widths[i] as number) * unit;
    return {
      text: each,
      box: [from, base - 0.88 * size, x, base + 0.12 * size],
      x: from,
      base,
      size,
      font: FONT,
      direction: 0,
    };
  });
}

function stripGlyphs({ x0, y0, x1, y1 }: Strip, text: string, scale: number): Glyph[] {
  const han = /\p{Script=Han}/u.test(text);
  const size = ((y1 - y0) * scale) / (han ? HAN_INK : DIGIT_INK);
  const base = y1 * scale - (han ? BELOW * size : 0);
  return spread(text, x0 * scale, x1 * scale, base, size);
}

/** A word in the height of its ink: Tesseract gives the height of the whole row, and guesses it in short ones. */
function tightened(word: Word, { width, height }: Grey, ink: Uint8Array): Word {
  const has = (y: number) => ink.subarray(y * width + word.x0, y * width + word.x1).includes(1);
  let [y0, y1] = [Math.max(0, word.y0), Math.min(height, word.y1)];
  while (y0 < y1 && !has(y0)) y0++;
  while (y1 > y0 && !has(y1 - 1)) y1--;
  // What has no ink of its own says nothing of the height of its line.
  return y1 > y0 ? { ...word, y0, y1 } : { ...word, y0: Number.NaN, y1: Number.NaN };
}

/** Words of a page, all of a line on one baseline and in one size. */
function printGlyphs(words: readonly Word[], scale: number): Glyph[] {
  const lines = new Map<string, Word[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const all = [...lines.values()].flatMap((line) => {
    const inked = line.filter(({ y0 }) => !Number.isNaN(y0));
    const bottom = greatest(inked.map(({ y1 }) => y1)) * scale;
    const top = least(inked.map(({ y0 }) => y0)) * scale;
    // A line without any ink was imagined.
    return inked.length === 0 ? [] : [{ line, bottom, size: (bottom - top) / HAN_INK }];
  });
  const usual = all.map(({ size }) => size).sort((a, b) => a - b)[all.length >> 1] ?? 0;
  return all.flatMap(({ line, bottom, size: own }) => {
    const size = Math.abs(own - usual) < 0.25 * usual ? usual : own;
    return line.flatMap(({ text, x0, x1 }, i) => {
      // Boxes of words are drawn tightly around their ink.
      const next = (line[i + 1]?.x0 ?? x1) * scale;
      const end = next > x0 * scale && next - x1 * scale < JOINED * size ? next : x1 * scale;
      return spread(text, x0 * scale, end, bottom - BELOW * size, size);
    });
  });
}
