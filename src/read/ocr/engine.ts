/** Who recognises text in pictures: PP-OCR where its packages are installed, else the system's Tesseract. */
import { findPpOcr, type PpOcr, ppOcrRecogniser } from './pp-ocr/index.ts';
import type { Recogniser } from './recogniser.ts';
import { findTesseract, type Tesseract, tesseractRecogniser } from './tesseract.ts';

export const OCR_ENGINES = ['pp-ocr', 'tesseract'] as const;
export type OcrEngine = (typeof OCR_ENGINES)[number];

/** An engine that was found; plain data, for child processes are told of it. */
export type Ocr = PpOcr | Tesseract;

const TIMEOUT_MS = 60_000;

/** The engine asked for, or the first there is; null where there is none. */
export async function findOcr(engine?: OcrEngine): Promise<Ocr | null> {
  const found = engine === 'tesseract' ? null : findPpOcr();
  return found ?? (engine === 'pp-ocr' ? null : findTesseract());
}

/** A recogniser for one document: `timeout` for each call, `budget` for all of them, in milliseconds. */
export function recogniserOf(ocr: Ocr, timeout = TIMEOUT_MS, budget = Number.POSITIVE_INFINITY): Recogniser {
  return ocr.engine === 'pp-ocr' ? ppOcrRecogniser(ocr, timeout, budget) : tesseractRecogniser(ocr, timeout, budget);
}
