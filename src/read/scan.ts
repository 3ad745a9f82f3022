/** Pages whose text is a picture. */
import type { Notice } from '../document.ts';
import type { Glyph } from '../layout/marks.ts';

/** An image over so much of a page without text is a scan of it. */
const SCAN = 0.2;
/** Over so much of it, beside a few printed characters such as a page number, as well. */
const WHOLE = { picture: 0.6, characters: 40 };
/** So many painted shapes on a page without text are letters drawn as outlines. */
const OUTLINES = 40;

export interface Painted {
  readonly glyphs: readonly Glyph[];
  /** Part of the page that one image covers, at most 1. */
  readonly picture: number;
  readonly shapes: number;
}

export function hasLostText({ glyphs, picture, shapes }: Painted): boolean {
  const written = glyphs.filter((glyph) => glyph.text.trim() !== '').length;
  if (written > 0) return picture >= WHOLE.picture && written < WHOLE.characters;
  return picture >= SCAN || shapes >= OUTLINES;
}

export function lostText(page: number | null): Notice {
  const message = 'the page is an image; what is written in it was not read';
  return { code: 'no-text-layer', severity: 'warning', page, message };
}
