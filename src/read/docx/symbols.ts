/** `w:sym`: characters that exist by their place in a symbol font. Those met in disclosures; boxes and circled numbers. */

const WINGDINGS: Readonly<Record<number, string>> = {
  108: '\u25cf',
  110: '\u25a0',
  111: '\u25a1',
  113: '\u25a1',
  117: '\u25c6',
  118: '\u2756',
  159: '\u2022',
  161: '\u25cb',
  167: '\u25aa',
  168: '\u25a1',
  216: '\u27a2',
  224: '\u2192',
  251: '\u2717',
  252: '\u2713',
  253: '\u2612',
  254: '\u2611',
};

const WINGDINGS_2: Readonly<Record<number, string>> = { 82: '\u2611', 84: '\u2612', 163: '\u25a1', 80: '\u2713' };

const SYMBOL: Readonly<Record<number, string>> = {
  176: '\u00b0',
  177: '\u00b1',
  179: '\u2265',
  180: '\u00d7',
  163: '\u2264',
  184: '\u00f7',
  185: '\u2260',
  183: '\u2022',
};

/** The character for a code in a font, or null where it is not known. */
export function symbol(font: string, code: number): string | null {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings 2$/i.test(font)) return circled(place, 0x69, 0x75) ?? WINGDINGS_2[place] ?? null;
  if (/^wingdings$/i.test(font)) return circled(place, 0x81, 0x8c) ?? WINGDINGS[place] ?? null;
  if (/^symbol$/i.test(font)) return SYMBOL[place] ?? (/[0-9%+.,()=<>/-]/.test(ascii(place)) ? ascii(place) : null);
  return code >= 0x20 && !(code >= 0xe000 && code <= 0xf8ff) && code <= 0xffff ? String.fromCharCode(code) : null;
}

/** Ten circled numbers from `white`, ten in black discs from `black`. */
function circled(place: number, white: number, black: number): string | null {
  if (place >= white && place < white + 10) return String.fromCharCode(0x2460 + place - white);
  if (place >= black && place < black + 10) return String.fromCharCode(0x2776 + place - black);
  return null;
}

function ascii(place: number): string {
  return place < 0x7f ? String.fromCharCode(place) : '';
}
