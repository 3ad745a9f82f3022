/** The font table: which character set a font is for, and whether it is a font of symbols. */
import type { Bytes } from './bytes.ts';
import type { Generation } from './fib.ts';

const MAX_FONTS = 4096;

export interface Fonts {
  /** Windows character set of the font; 0 where there is no such font. */
  charset(font: number): number;
  name(font: number): string;
}

/** SttbfFfn: in Word 97 a count and then FFN with a length byte each; in Word 6 a length in bytes and shorter FFN. */
export function readFonts(table: Bytes, generation: Generation): Fonts {
  const fonts: { charset: number; name: string }[] = [];
  let at = generation === 8 ? 4 : 2;
  while (at < table.length && fonts.length < MAX_FONTS) {
    const length = table.u8(at);
    const ffn = table.slice(at + 1, length);
    if (length === 0) break;
    fonts.push({ charset: ffn.u8(3), name: generation === 8 ? wideName(ffn, 39) : narrowName(ffn, 5) });
    at += 1 + length;
  }
  return { charset: (font) => fonts[font]?.charset ?? 0, name: (font) => fonts[font]?.name ?? '' };
}

function wideName(ffn: Bytes, start: number): string {
  let name = '';
  for (let at = start; at + 1 < ffn.length && ffn.u16(at) !== 0; at += 2) name += String.fromCharCode(ffn.u16(at));
  return name;
}

function narrowName(ffn: Bytes, start: number): string {
  let name = '';
  for (let at = start; at < ffn.length && ffn.u8(at) !== 0; at++) name += String.fromCharCode(ffn.u8(at));
  return name;
}
