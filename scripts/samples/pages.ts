/** On which page of a written PDF a printed piece stands. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** The text of each page in the order in which it was drawn, without blanks and page numbers. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const { items } = await (await pdf.getPage(i)).getTextContent();
    texts.push(squeeze(items.map((item) => ('str' in item ? item.str : '')).join('')).replace(/—\d+—/g, ''));
  }
  await pdf.destroy();
  return texts;
}

/** Follows the pieces in print order; a repeated head of a table is jumped over. */
export class Pages {
  private readonly text: string;
  private readonly starts: number[] = [];
  private cursor = 0;

  constructor(texts: readonly string[] | null) {
    let text = '';
    for (const page of texts ?? ['']) {
      this.starts.push(text.length);
      text += page;
    }
    this.text = text;
    this.followed = texts !== null;
  }

  private readonly followed: boolean;

  next(piece: string): number {
    const wanted = squeeze(piece);
    if (!this.followed || wanted === '') return this.at(this.cursor);
    // A piece may run over a page break, so its beginning is enough; the lists' generated numbers stand between.
    const found = this.text.indexOf(wanted.slice(0, 12), this.cursor);
    const start = found < 0 ? this.text.indexOf(wanted.slice(0, 4), this.cursor) : found;
    if (start < 0 || start - this.cursor > 400)
      throw new Error(`not on the page: ${piece} after ${this.text.slice(this.cursor - 20, this.cursor + 60)}`);
    this.cursor = start + Math.min(wanted.length, this.text.length);
    return this.at(start);
  }

  /** Of a quote of a table, the row's label and one cell, the pieces need not stand side by side. */
  find(quote: string): number {
    if (!this.followed) return 1;
    const whole = this.text.indexOf(squeeze(quote));
    if (whole >= 0) return this.at(whole);
    const pieces = quote.split(' ').map(squeeze);
    const page = this.starts.findIndex((start, i) => {
      const text = this.text.slice(start, this.starts[i + 1]);
      return pieces.every((piece) => text.includes(piece));
    });
    if (page < 0) throw new Error(`on no page: ${quote}`);
    return page + 1;
  }

  private at(offset: number): number {
    return Math.max(1, this.starts.filter((start) => start <= offset).length);
  }
}
