/** What an engine gives of a PDF: its pages one after the other, as glyphs and ruling lines. */
import type { Glyph, Rule } from '../../layout/marks.ts';

/** What is painted on a page, as far as reading needs it. */
export interface Painting {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Characters that clips or hidden layers keep from the eye. */
  readonly hidden: number;
  /** Part of the page that one image covers, at most 1. */
  readonly picture: number;
  /** Painted areas and curves, which letters without text layer are made of. */
  readonly shapes: number;
}

export interface PdfPage extends Painting {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfFile {
  readonly pages: number;
  page(number: number): Promise<PdfPage>;
}
