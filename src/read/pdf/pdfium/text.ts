/** Glyphs out of text objects. What PDFium leaves out, copies and repeated spaces, is put back: the layout decides. */
import type { Box } from '../../../document.ts';
import { type Matrix, mapPoint } from '../matrix.ts';
import { faceOf, GlyphSink, type Look, PIECE_GAP } from '../text.ts';
import type { Character, Characters } from './characters.ts';
import { BeyondPdfium, Pdfium } from './library.ts';

const SPACE = ' ';
/** PDFium takes a text object for a copy of one of so many before it. */
const COPIES = 5;
/** Copies stand no farther apart, in parts of the width of a character. */
const COPY_REACH = 0.9;
/** Copies differ in length by less, in parts of the font size. */
const ALIKE = 0.01;
/** Glyphs on one baseline differ in height by less, in parts of the font size. */
const LEVEL = 0.1;
/** More spaces in a row than a line holds. */
const MOST_SPACES = 200;

interface Font {
  readonly name: string;
  readonly em: 1;
  /** Advance of each character at size 1. */
  readonly widths: Map<string, number>;
}

/** A glyph in the coordinates of its object: `u` along the baseline, `v` across. */
interface Placed {
  readonly text: string;
  readonly u: number;
  readonly v: number;
  readonly width: number;
}

/** A text object; `own` leads from the text to what holds the object, `shown` to the page as it is shown. */
export interface TextObject {
  readonly object: number;
  readonly own: Matrix;
  readonly shown: Matrix;
}

interface Shown extends TextObject {
  readonly handle: number;
  readonly font: Font;
  readonly size: number;
  readonly sign: 1 | -1;
}

interface Recent {
  readonly shown: Shown;
  readonly glyphs: readonly Placed[];
}

export class TextReader {
  readonly sink = new GlyphSink();
  private readonly fonts = new Map<number, Font>();
  private recent: Recent[] = [];

  /** `base` leads from the page of PDFium to the page as it is shown. */
  constructor(
    private readonly pdfium: Pdfium,
    private readonly characters: Characters,
    private readonly base: Matrix,
  ) {}

  /** Copies are looked for among the objects of one page or form. */
  enter(): void {
    this.recent = [];
  }

  show(text: TextObject, clip: Box): void {
    const { call, at } = this.pdfium;
    const handle = call.FPDFTextObj_GetFont(text.object);
    const font = this.fontOf(handle);
    const signed = call.FPDFTextObj_GetFontSize(text.object, at) ? this.pdfium.float(0) : 0;
    const shown: Shown = { ...text, handle, font, size: Math.abs(signed), sign: signed < 0 ? -1 : 1 };
    const found = this.characters.of(text.object);
    const glyphs = found ? this.placed(found, shown) : this.missing(shown);
    this.recent.push({ shown, glyphs });
    if (this.recent.length > COPIES) this.recent.shift();
    this.add(glyphs, shown, clip);
  }

  private add(glyphs: readonly Placed[], { font, size, sign, shown }: Shown, clip: Box): void {
    const look: Look = { size, turned: sign < 0, font, clip };
    let before: Placed | null = null;
    let end = 0;
    for (const glyph of glyphs) {
      const { text, u, v, width } = glyph;
      const follows = before !== null && Math.abs(v - before.v) < LEVEL * size;
      if (follows && Math.abs(u - end) > PIECE_GAP * size) this.sink.endPiece();
      end = u + width * sign;
      this.sink.add(text, u, end, v, look, shown, true);
      before = glyph;
    }
    this.sink.endPiece();
  }

  /** Characters put back onto their baseline, and between them the spaces that were repeated. */
  private placed(characters: readonly Character[], shown: Shown): Placed[] {
    const [a, b, c, d, e, f] = shown.shown;
    const area = a * d - b * c;
    if (area === 0) return [];
    const glyphs: Placed[] = [];
    let end = 0;
    let blank = true;
    for (const character of characters) {
      const [x, y] = mapPoint(this.base, character.x, character.y);
      const u = (d * (x - e) - c * (y - f)) / area;
      const v = (a * (y - f) - b * (x - e)) / area;
      const { text } = character;
      const width = this.widthOf(character, shown);
      if (blank || text === SPACE) this.spaces(glyphs, end, u, v, shown);
      glyphs.push({ text, u, v, width });
      end = u + width * shown.sign;
      blank = text === SPACE;
    }
    if (blank) this.trailing(glyphs, end, glyphs.at(-1)?.v ?? 0, shown);
    return glyphs;
  }

  /** As many spaces as fit between two places. */
  private spaces(glyphs: Placed[], from: number, to: number, v: number, shown: Shown): void {
    const { sign } = shown;
    const width = this.spaceOf(shown);
    const room = (to - from) * sign;
    const count = Math.min(MOST_SPACES, Math.floor(room / width + 0.2));
    for (let i = 0; i < count; i++) {
      const step = (room / count) * sign;
      glyphs.push({ text: SPACE, u: from + i * step, v, width: Math.min(width, room / count) });
    }
  }

  /** Spaces at the end: the box around a text object ends where its last space begins. */
  private trailing(glyphs: Placed[], from: number, v: number, shown: Shown): void {
    const { sign } = shown;
    const room = this.endOf(shown) - from * sign;
    if (room < -ALIKE * shown.size) return;
    const width = this.spaceOf(shown);
    this.spaces(glyphs, from, from + (room + width) * sign, v, shown);
  }

  /** A text object without characters is a copy of one before it, or only spaces. */
  private missing(shown: Shown): readonly Placed[] {
    const end = this.endOf(shown);
    const copied = this.recent.findLast((other) => this.isCopy(shown, end, other));
    if (copied) return copied.glyphs;
    const glyphs: Placed[] = [];
    this.trailing(glyphs, 0, 0, shown);
    return glyphs;
  }

  private isCopy({ handle, size, own }: Shown, end: number, { shown: other, glyphs }: Recent): boolean {
    if (other.handle !== handle || other.size !== size) return false;
    const [dx, dy] = [own[4] - other.own[4], own[5] - other.own[5]];
    const apart = Math.hypot(dx, dy) / (Math.hypot(own[0], own[1]) || 1);
    return apart <= COPY_REACH * (glyphs.at(-1)?.width ?? 0) && Math.abs(this.endOf(other) - end) <= ALIKE * size;
  }

  /** Where the box around a text object ends along its baseline, counted from where it begins. */
  private endOf({ object, own, sign }: Shown): number {
    const { call, at } = this.pdfium;
    if (!call.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0;
    const [left, bottom, right, top] = this.pdfium.floats(4) as [number, number, number, number];
    const [a, b, , , e, f] = own;
    const ends = Math.abs(a) >= Math.abs(b) ? [(left - e) / a, (right - e) / a] : [(bottom - f) / b, (top - f) / b];
    const end = Math.max(...ends.map((u) => u * sign));
    return Number.isFinite(end) ? end : 0;
  }

  private spaceOf({ handle, font, size }: Shown): number {
    let width = font.widths.get(SPACE);
    if (width === undefined) {
      width = this.advance(handle, SPACE) || 0.5;
      font.widths.set(SPACE, width);
    }
    return width * size;
  }

  /** Advance of a glyph in the coordinates of its object. */
  private widthOf(character: Character, { handle, font, size, shown }: Shown): number {
    const { text } = character;
    let width = font.widths.get(text);
    if (width === undefined) {
      width = this.advance(handle, text);
      if (width <= 0 && size > 0) {
        const [wide, tall] = this.characters.extentOf(character);
        const [a, b] = [Math.abs(shown[0]), Math.abs(shown[1])];
        width = Math.min(1, (a >= b ? wide / a : tall / b) / size);
      }
      font.widths.set(text, Number.isFinite(width) ? width : 0);
    }
    return width * size;
  }

  private advance(handle: number, text: string): number {
    const { call, at } = this.pdfium;
    return call.FPDFFont_GetGlyphWidth(handle, text.codePointAt(0) as number, 1, at) ? this.pdfium.float(0) : 0;
  }

  private fontOf(handle: number): Font {
    const known = this.fonts.get(handle);
    if (known) return known;
    const { pdfium } = this;
    const { call, at } = pdfium;
    const name = faceOf(pdfium.text(call.FPDFFont_GetBaseFontName(handle, at, Pdfium.room)));
    // Fonts drawn by procedures have no name. PDFium does not read their characters by the names of these.
    if (name === '') throw new BeyondPdfium('a font is drawn by procedures');
    const font: Font = { name, em: 1, widths: new Map() };
    this.fonts.set(handle, font);
    return font;
  }
}
