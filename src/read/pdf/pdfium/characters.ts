/** The characters of a page by the text object that draws them, without what PDFium makes up between them. */
import type { Pdfium } from './library.ts';

const SPACE = 0x20;
const CR = 0x0d;
const LF = 0x0a;
const HYPHEN = 0x2d;
/** What PDFium puts in place of a hyphen at the end of a line. */
const BROKEN = 0x02;
const LAST = 0x10ffff;

/** One string for each sign, not for each of its glyphs. */
const signs = new Map<number, string>();

function signOf(code: number): string {
  let sign = signs.get(code);
  if (sign === undefined) {
    sign = String.fromCodePoint(code);
    signs.set(code, sign);
  }
  return sign;
}

export class Characters {
  /** Where the pen stood, in the space of the page, by the number of the character. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** 0 where nothing is printed. */
  private readonly codes: Uint32Array;
  /** First number and the one after the last, of each stretch of characters of one object. */
  private readonly stretches = new Map<number, number[]>();

  private constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
  ) {
    const count = Math.max(0, pdfium.call.FPDFText_CountChars(textPage));
    this.xs = new Float64Array(count);
    this.ys = new Float64Array(count);
    this.codes = new Uint32Array(count);
    this.gather(count);
  }

  /** Hands the characters of a page to `use`. */
  static with<T>(pdfium: Pdfium, page: number, use: (characters: Characters) => T): T {
    const textPage = pdfium.call.FPDFText_LoadPage(page);
    if (textPage === 0) throw new Error('PDFium gives no text');
    try {
      return use(new Characters(pdfium, textPage));
    } finally {
      pdfium.call.FPDFText_ClosePage(textPage);
    }
  }

  has(object: number): boolean {
    return this.stretches.has(object);
  }

  /** Hands each glyph of an object to `use`: the number of its first character, and its text. */
  each(object: number, use: (index: number, text: string) => void): void {
    const { codes, xs, ys } = this;
    const stretches = this.stretches.get(object) ?? [];
    for (let s = 0; s < stretches.length; s += 2) {
      const end = stretches[s + 1] as number;
      for (let i = stretches[s] as number; i < end; ) {
        const first = i++;
        if (codes[first] === 0) continue;
        let text = signOf(codes[first] as number);
        // One glyph that stands for several characters gives each of them its place.
        for (; i < end && (codes[i] === 0 || (xs[i] === xs[first] && ys[i] === ys[first])); i++)
          if (codes[i] !== 0) text += signOf(codes[i] as number);
        use(first, text);
      }
    }
  }

  /** Width and height of the box around a character and the room that its font gives it, in the space of the page. */
  extentOf(index: number): readonly [number, number] {
    const { pdfium, textPage } = this;
    pdfium.call.FPDFText_GetLooseCharBox(textPage, index, pdfium.at);
    return [pdfium.float(2) - pdfium.float(0), pdfium.float(1) - pdfium.float(3)];
  }

  private gather(count: number): void {
    const { pdfium, textPage, codes } = this;
    const { call, at } = pdfium;
    let open: number[] = [];
    let last = 0;
    for (let index = 0; index < count; index++) {
      const code = call.FPDFText_GetUnicode(textPage, index) >>> 0;
      // A character without meaning is 0: pdf.js leaves it out as well.
      if (code === 0 || code > LAST) continue;
      const blank = code === SPACE || code === CR || code === LF;
      if (blank && call.FPDFText_IsGenerated(textPage, index) === 1) continue;
      const object = call.FPDFText_GetTextObject(textPage, index);
      if (object === 0) continue;
      if (object === last) open[open.length - 1] = index + 1;
      else {
        open = this.stretches.get(object) ?? [];
        open.push(index, index + 1);
        this.stretches.set(object, open);
        last = object;
      }
      const broken = code === BROKEN && call.FPDFText_IsHyphen(textPage, index) === 1;
      codes[index] = broken ? HYPHEN : code;
      call.FPDFText_GetCharOrigin(textPage, index, at, at + 8);
      this.xs[index] = pdfium.double(0);
      this.ys[index] = pdfium.double(1);
    }
  }
}
