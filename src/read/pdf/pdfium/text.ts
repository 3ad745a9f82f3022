/** Glyphs out of text objects. What PDFium leaves out, copies and repeated spaces, is put back: the layout decides. */
import type { Box } from '../../../document.ts';
import type { Matrix } from '../matrix.ts';
import { faceOf, GlyphSink, type Look, PIECE_GAP } from '../text.ts';
import type { Characters } from './characters.ts';
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

/** A text object; `own` leads from the text to what holds the object, `shown` to the page as it is shown. */
class TextObject implements Look {
  /** Of its last glyph. */
  lastWidth = 0;
  readonly size: number;
  readonly turned: boolean;
  /** 1, or -1 where the text runs against its baseline. */
  readonly sign: number;

  constructor(
    readonly object: number,
    readonly own: Matrix,
    readonly shown: Matrix,
    readonly clip: Box,
    readonly handle: number,
    readonly font: Font,
    size: number,
  ) {
    this.size = Math.abs(size);
    this.turned = size < 0;
    this.sign = size < 0 ? -1 : 1;
  }
}

export class TextReader {
  readonly sink = new GlyphSink();
  private readonly fonts = new Map<number, Font>();
  /** The last text objects, in a ring. */
  private recent: TextObject[] = [];
  private count = 0;
  /** Where the last glyph of the piece ends; null at its beginning. */
  private end: number | null = null;
  private level = 0;

  /** `base` leads from the page of PDFium to the page as it is shown. */
  constructor(
    private readonly pdfium: Pdfium,
    private readonly characters: Characters,
    private readonly base: Matrix,
  ) {}

  /** Copies are looked for among the objects of one page or form. */
  enter(): void {
    this.recent = [];
    this.count = 0;
  }

  show(object: number, own: Matrix, shown: Matrix, clip: Box): void {
    const { call, at } = this.pdfium;
    const handle = call.FPDFTextObj_GetFont(object);
    const size = call.FPDFTextObj_GetFontSize(object, at) ? this.pdfium.float(0) : 0;
    const text = new TextObject(object, own, shown, clip, handle, this.fontOf(handle), size);
    this.end = null;
    if (this.characters.has(object)) this.print(text, text);
    else this.restore(text);
    this.sink.endPiece();
    this.recent[this.count++ % COPIES] = text;
  }

  /** Puts the characters of `source` onto the baseline of `text`, and between them the spaces that were repeated. */
  private print(text: TextObject, source: TextObject): void {
    const { characters, base } = this;
    const [a, b, c, d, e, f] = source.shown;
    const area = a * d - b * c;
    if (area === 0) return;
    let end = 0;
    let level = 0;
    let blank = true;
    characters.each(source.object, (index, sign) => {
      const px = characters.xs[index] as number;
      const py = characters.ys[index] as number;
      const x = base[0] * px + base[2] * py + base[4] - e;
      const y = base[1] * px + base[3] * py + base[5] - f;
      const u = (d * x - c * y) / area;
      level = (a * y - b * x) / area;
      const width = this.widthOf(sign, index, source);
      if (blank || sign === SPACE) this.spaces(end, u, level, text);
      this.put(sign, u, level, width, text);
      end = u + width * text.sign;
      blank = sign === SPACE;
    });
    if (blank) this.trailing(end, level, text);
  }

  private put(sign: string, u: number, v: number, width: number, text: TextObject): void {
    const { size } = text;
    const level = Math.abs(v - this.level) < LEVEL * size;
    if (this.end !== null && level && Math.abs(u - this.end) > PIECE_GAP * size) this.sink.endPiece();
    const end = u + width * text.sign;
    this.sink.add(sign, u, end, v, text, text.shown, true);
    this.end = end;
    this.level = v;
    text.lastWidth = width;
  }

  /** As many spaces as fit between two places. */
  private spaces(from: number, to: number, v: number, text: TextObject): void {
    const room = (to - from) * text.sign;
    if (room <= 0) return;
    const width = this.spaceOf(text);
    const count = Math.min(MOST_SPACES, Math.floor(room / width + 0.2));
    const step = room / count;
    for (let i = 0; i < count; i++) this.put(SPACE, from + i * step * text.sign, v, Math.min(width, step), text);
  }

  /** Spaces at the end: the box around a text object ends where its last space begins. */
  private trailing(from: number, v: number, text: TextObject): void {
    const room = this.endOf(text) - from * text.sign;
    if (room < -ALIKE * text.size) return;
    this.spaces(from, from + (room + this.spaceOf(text)) * text.sign, v, text);
  }

  /** A text object without characters is a copy of one before it, or only spaces. */
  private restore(text: TextObject): void {
    const end = this.endOf(text);
    for (let i = this.count - 1; i >= Math.max(0, this.count - COPIES); i--) {
      const other = this.recent[i % COPIES] as TextObject;
      if (this.characters.has(other.object) && this.isCopy(text, end, other)) {
        this.print(text, other);
        return;
      }
    }
    this.trailing(0, 0, text);
  }

  private isCopy({ handle, size, own }: TextObject, end: number, other: TextObject): boolean {
    if (other.handle !== handle || other.size !== size) return false;
    const [dx, dy] = [own[4] - other.own[4], own[5] - other.own[5]];
    const apart = Math.hypot(dx, dy) / (Math.hypot(own[0], own[1]) || 1);
    return apart <= COPY_REACH * other.lastWidth && Math.abs(this.endOf(other) - end) <= ALIKE * size;
  }

  /** Where the box around a text object ends along its baseline, counted from where it begins. */
  private endOf({ object, own, sign }: TextObject): number {
    const { call, at } = this.pdfium;
    if (!call.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0;
    const [left, bottom, right, top] = this.pdfium.box();
    const [a, b, , , e, f] = own;
    const ends = Math.abs(a) >= Math.abs(b) ? [(left - e) / a, (right - e) / a] : [(bottom - f) / b, (top - f) / b];
    const end = Math.max(...ends.map((u) => u * sign));
    return Number.isFinite(end) ? end : 0;
  }

  private spaceOf({ handle, font, size }: TextObject): number {
    let width = font.widths.get(SPACE);
    if (width === undefined) {
      width = this.advance(handle, SPACE) || 0.5;
      font.widths.set(SPACE, width);
    }
    return width * size;
  }

  /** Advance of a glyph in the coordinates of its object. */
  private widthOf(sign: string, index: number, { handle, font, size, shown }: TextObject): number {
    let width = font.widths.get(sign);
    if (width === undefined) {
      width = this.advance(handle, sign);
      if (width <= 0 && size > 0) {
        const [wide, tall] = this.characters.extentOf(index);
        const [a, b] = [Math.abs(shown[0]), Math.abs(shown[1])];
        width = Math.min(1, (a >= b ? wide / a : tall / b) / size);
      }
      font.widths.set(sign, Number.isFinite(width) ? width : 0);
    }
    return width * size;
  }

  private advance(handle: number, sign: string): number {
    const { call, at } = this.pdfium;
    return call.FPDFFont_GetGlyphWidth(handle, sign.codePointAt(0) as number, 1, at) ? this.pdfium.float(0) : 0;
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
