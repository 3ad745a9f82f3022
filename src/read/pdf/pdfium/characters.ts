/** The characters of a page by the text object that draws them, without what PDFium makes up between them. */
import type { Pdfium } from './library.ts';

/** A character and where the pen stood, in the space of the page. */
export interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Its number on the text page. */
  readonly index: number;
}

const SPACE = 0x20;
const CR = 0x0d;
const LF = 0x0a;
/** What PDFium puts in place of a hyphen at the end of a line. */
const HYPHEN = 0x02;
const LAST = 0x10ffff;

export class Characters {
  private readonly byObject = new Map<number, Character[]>();

  private constructor(
    private readonly pdfium: Pdfium,
    private readonly textPage: number,
  ) {
    this.gather();
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

  of(object: number): readonly Character[] | null {
    return this.byObject.get(object) ?? null;
  }

  /** Width and height of the box around a character and the room that its font gives it, in the space of the page. */
  extentOf({ index }: Character): readonly [number, number] {
    const { pdfium, textPage } = this;
    pdfium.call.FPDFText_GetLooseCharBox(textPage, index, pdfium.at);
    const [left, top, right, bottom] = pdfium.floats(4) as [number, number, number, number];
    return [right - left, top - bottom];
  }

  private gather(): void {
    const { pdfium, textPage } = this;
    const { call, at } = pdfium;
    const count = call.FPDFText_CountChars(textPage);
    let open: Character[] = [];
    let last = 0;
    for (let index = 0; index < count; index++) {
      const code = call.FPDFText_GetUnicode(textPage, index) >>> 0;
      // A character without meaning is 0: pdf.js leaves it out as well.
      if (code === 0 || code > LAST) continue;
      const blank = code === SPACE || code === CR || code === LF;
      if (blank && call.FPDFText_IsGenerated(textPage, index) === 1) continue;
      const object = call.FPDFText_GetTextObject(textPage, index);
      if (object === 0) continue;
      if (object !== last) {
        open = this.byObject.get(object) ?? [];
        this.byObject.set(object, open);
        last = object;
      }
      const hyphen = code === HYPHEN && call.FPDFText_IsHyphen(textPage, index) === 1;
      call.FPDFText_GetCharOrigin(textPage, index, at, at + 8);
      addTo(open, hyphen ? '-' : String.fromCodePoint(code), pdfium.double(0), pdfium.double(1), index);
    }
  }
}

/** One glyph that stands for several characters gives each of them its place. */
function addTo(open: Character[], text: string, x: number, y: number, index: number): void {
  const before = open.at(-1);
  if (before && before.x === x && before.y === y) open[open.length - 1] = { ...before, text: before.text + text };
  else open.push({ text, x, y, index });
}
