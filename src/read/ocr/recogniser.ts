/** What turns pictures of print into words; the readers take it as an option. */
import type { Grey } from './grey.ts';

/** A recognised word with its box in pixels of its image. */
export interface Word {
  readonly text: string;
  /** From 0 to 100. */
  readonly confidence: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** The same for words of one printed line. */
  readonly line: string;
}

export type Mode = 'line' | 'page';

export interface Recogniser {
  /** Name and version, for people. */
  readonly name: string;
  /** The words of each image, in order. Digits are looked for only where `digits` says so. */
  recognise(images: readonly Grey[], mode: Mode, digits?: boolean): Promise<Word[][]>;
}

/** What amounts, rates and codes are written with. */
export const DIGITS = '0123456789.,-%';

/** Throws once the time for a call, or that for all calls of a document, is used up. */
export type Clock = () => void;

export function clockOf(timeout: number, end: number): Clock {
  const last = performance.now() + timeout;
  return () => {
    const now = performance.now();
    if (now >= end) throw new Error('the time for recognition is used up');
    if (now >= last) throw new Error(`no result within ${Math.round(timeout / 100) / 10} seconds`);
  };
}
