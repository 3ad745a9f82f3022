/** Who reads a PDF; apart from the readers, so that naming one loads none. */
import type { OcrOptions } from '../recognition.ts';

export const PDF_ENGINES = ['pdfium', 'pdf-parse'] as const;
export type PdfEngine = (typeof PDF_ENGINES)[number];

export const DEFAULT_ENGINE: PdfEngine = 'pdfium';

export interface PdfOptions extends OcrOptions {
  readonly pdfEngine?: PdfEngine;
  /** Reads with both engines and notes where they differ. */
  readonly verifyPdf?: boolean;
}
