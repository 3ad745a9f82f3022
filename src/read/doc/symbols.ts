/** Characters of symbol fonts that stand for a character of their own; forms in disclosures tick their boxes with them. */

const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  117: '◆',
  118: '◆',
  161: '○',
  168: '□',
  216: '➢',
  251: '×',
  252: '√',
  253: '☒',
  254: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '×',
  80: '√',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  163: '□',
};

/** Wingdings has ① to ⑩ from 0x81 and ❶ to ❿ from 0x8C. */
function circled(code: number): string | null {
  if (code >= 0x81 && code <= 0x8a) return String.fromCharCode(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCharCode(0x2776 + code - 0x8c);
  return null;
}

/** The character; one of an unknown symbol font stays in the private use area, where it does not pass for another. */
export function symbolText(font: string, code: number): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (low <= 0xff) {
    if (name === 'wingdings') return circled(low) ?? WINGDINGS[low] ?? String.fromCharCode(0xf000 + low);
    if (name === 'wingdings 2') return WINGDINGS_2[low] ?? String.fromCharCode(0xf000 + low);
    if (code >= 0xf000) return String.fromCharCode(code);
  }
  return code >= 0x20 ? String.fromCharCode(code) : '';
}
