/** Ordinals as printed before headings: 十二, 12, ①, ㈠. */

const DIGITS = '〇一二三四五六七八九';

/** The first characters of the Unicode blocks that number with one character. */
const ENCLOSED: readonly (readonly [number, number])[] = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x3220, 10],
];

/** The value of an ordinal, or null. 一十一 and 十一 are both 11. */
export function ordinalOf(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  for (const [first, count] of ENCLOSED) {
    const index = text.charCodeAt(0) - first;
    if (text.length === 1 && index >= 0 && index < count) return index + 1;
  }
  let value = 0;
  let digit: number | null = null;
  for (const c of text.replaceAll('零', '〇')) {
    if (c === '十' || c === '百') {
      value += (digit ?? 1) * (c === '十' ? 10 : 100);
      digit = null;
      continue;
    }
    const next = DIGITS.indexOf(c);
    if (next < 0) return null;
    digit = (digit ?? 0) * 10 + next;
  }
  value += digit ?? 0;
  return value > 0 ? value : null;
}
