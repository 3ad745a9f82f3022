/**
 * Folding for matching: printed variants of one character become one form and layout white space goes away, while
 * every folded character still knows the printed one it came from.
 */
import type { Span } from './document.ts';

export interface Folded {
  readonly text: string;
  /** The printed span behind a span of the folded text. */
  source(start: number, end: number): Span;
}

/** CJK Radicals Supplement → ideograph (Unicode EquivalentUnifiedIdeograph; NFKC leaves these alone). */
const RADICALS = new Map(
  (
    '2e81:5382 2e82:4e5b 2e83:4e5a 2e84:4e59 2e85:4ebb 2e86:5182 2e88:5200 2e89:5202 2e8a:535c 2e8b:353e ' +
    '2e8c:5c0f 2e8d:5c0f 2e8e:5140 2e8f:5c23 2e90:5c22 2e92:5df3 2e93:5e7a 2e94:5f51 2e95:5f50 2e96:5fc4 ' +
    '2e98:624c 2e99:6535 2e9b:65e1 2e9c:65e5 2e9d:6708 2e9e:6b7a 2e9f:6bcd 2ea0:6c11 2ea1:6c35 2ea2:6c3a ' +
    '2ea3:706c 2ea4:722b 2ea5:722b 2ea6:4e2c 2ea7:725b 2ea8:72ad 2ea9:738b 2eaa:758b 2eab:7f52 2eac:793a ' +
    '2ead:793b 2eae:7af9 2eaf:7cf9 2eb0:7e9f 2eb1:7f53 2eb2:7f52 2eb6:7f8a 2eb8:7f8b 2eb9:8002 2eba:8080 ' +
    '2ebc:6708 2ebe:8279 2ec1:864e 2ec2:8864 2ec3:897f 2ec4:897f 2ec5:89c1 2ec6:89d2 2ec8:8ba0 2ec9:8d1d ' +
    '2eca:8db3 2ecb:8f66 2ecc:8fb6 2ecd:8fb6 2ece:8fb6 2ecf:9091 2ed0:9485 2ed1:957f 2ed2:9577 2ed3:957f ' +
    '2ed4:95e8 2ed6:961d 2ed7:96e8 2ed8:9752 2ed9:97e6 2eda:9875 2edb:98ce 2edc:98de 2edd:98df 2edf:9963 ' +
    '2ee0:9963 2ee2:9a6c 2ee3:9aa8 2ee4:9b3c 2ee5:9c7c 2ee6:9e1f 2ee7:5364 2ee8:9ea6 2ee9:9ec4 2eea:9efe ' +
    '2eeb:6589 2eec:9f50 2eed:6b6f 2eee:9f7f 2eef:7adc 2ef0:9f99 2ef1:9f9c 2ef2:4e80 2ef3:9f9f'
  )
    .trim()
    .split(/ +/)
    .map((pair) => pair.split(':').map((hex) => String.fromCodePoint(Number.parseInt(hex, 16))) as [string, string]),
);

/** Half-width punctuation that stands for its Chinese form; the comma is decided by its neighbours. */
const PUNCTUATION: Readonly<Record<string, string>> = { '(': '\uff08', ')': '\uff09', ';': '\uff1b', ':': '\uff1a' };
const FULL_COMMA = '\uff0c';
const QUOTES = new Set('"\'\u201c\u201d\u2018\u2019\u201e\u201f\u300c\u300d\u300e\u300f\u301d\u301e\uff02\uff07\u2033');
const MINUS = new Set('\u2212\uff0d\ufe63\u2010\u2011\u2012');
const SPACE = /[\s\u00a0\u3000\u2000-\u200a\u202f\u205f]/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/;
const ASCII_WORD = /[0-9A-Za-z.,%+-]/;
const DIGIT = /[0-9]/;

function foldCharacter(c: string): string {
  const code = c.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff5a) {
    const ascii = String.fromCharCode(code - 0xfee0);
    if (/[0-9A-Za-z]/.test(ascii)) return ascii;
  }
  if (c === '\uff05' || c === '\ufe6a') return '%';
  if (c === '\uff0e') return '.';
  if (c === '\ufe59' || c === '\u207d' || c === '\u208d') return '\uff08';
  if (c === '\ufe5a' || c === '\u207e' || c === '\u208e') return '\uff09';
  if (MINUS.has(c)) return '-';
  if (code >= 0x2e80 && code <= 0x2ef3) return RADICALS.get(c) ?? c;
  if ((code >= 0x2f00 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff)) return c.normalize('NFKC');
  return PUNCTUATION[c] ?? c;
}

interface Glyph {
  readonly c: string;
  readonly at: number;
  /** What stood between the previous glyph and this one. */
  readonly gap: 'none' | 'space' | 'line';
}

function glyphs(source: string, spans: readonly Span[]): Glyph[] {
  const result: Glyph[] = [];
  let gap: Glyph['gap'] = 'none';
  spans.forEach((span, line) => {
    if (line > 0) gap = 'line';
    for (let i = span.start; i < span.end; i++) {
      const c = source[i] as string;
      if (c === '\n' || c === '\f') gap = 'line';
      else if (SPACE.test(c)) gap = gap === 'line' ? 'line' : 'space';
      else if (!INVISIBLE.test(c) && !QUOTES.has(c)) {
        result.push({ c: foldCharacter(c), at: i, gap });
        gap = 'none';
      }
    }
  });
  return result;
}

/** True where white space before glyph `i` stands inside one number: broken over lines, or set with a thin space. */
function insideNumber(list: readonly Glyph[], i: number): boolean {
  const before = list[i - 1]?.c ?? '';
  const after = list[i]?.c ?? '';
  if (after === '%') return true;
  if (!/[0-9.,]/.test(before) || !/[0-9.,]/.test(after)) return false;
  if (list[i]?.gap === 'line') return DIGIT.test(before) || DIGIT.test(list[i - 2]?.c ?? '');
  if (after === '.') return DIGIT.test(list[i + 1]?.c ?? '') && list[i + 1]?.gap === 'none';
  if (before === '.') return DIGIT.test(list[i - 2]?.c ?? '');
  return thousandsGroup(list, i);
}

/** "1 614.27": one to three digits, a space, exactly three digits. */
function thousandsGroup(list: readonly Glyph[], i: number): boolean {
  const digit = (k: number) => DIGIT.test(list[k]?.c ?? '');
  if (!(digit(i) && digit(i + 1) && digit(i + 2)) || (digit(i + 3) && list[i + 3]?.gap === 'none')) return false;
  if (list[i + 1]?.gap !== 'none' || list[i + 2]?.gap !== 'none') return false;
  let k = i - 1;
  let digits = 0;
  while (k >= 0 && digit(k)) {
    digits++;
    if (list[k]?.gap !== 'none') break;
    k--;
  }
  return digits >= 1 && digits <= 3 && !/[.,]/.test(list[i - digits - 1]?.c ?? '');
}

function foldComma(list: readonly Glyph[], i: number): string {
  const next = list[i + 1];
  const groups = next && next.gap !== 'space' && DIGIT.test(next.c) && DIGIT.test(list[i - 1]?.c ?? '');
  return groups ? ',' : FULL_COMMA;
}

/** Folds the lines of one paragraph or cell. */
export function fold(source: string, spans: readonly Span[]): Folded {
  const list = glyphs(source, spans);
  const offsets: number[] = [];
  let text = '';
  list.forEach((glyph, i) => {
    if (i > 0 && glyph.gap !== 'none') {
      const words = ASCII_WORD.test(text.at(-1) ?? '') && ASCII_WORD.test(glyph.c);
      if (words && !insideNumber(list, i)) {
        text += ' ';
        offsets.push((list[i - 1]?.at ?? 0) + 1);
      }
    }
    const folded = glyph.c === ',' ? foldComma(list, i) : glyph.c;
    for (let k = 0; k < folded.length; k++) offsets.push(glyph.at);
    text += folded;
  });
  return {
    text,
    source: (start, end) => {
      const from = offsets[start] ?? (offsets.at(-1) ?? spans[0]?.start ?? 0) + (offsets.length > 0 ? 1 : 0);
      return { start: from, end: end > start ? (offsets[end - 1] ?? from - 1) + 1 : from };
    },
  };
}

export function foldText(text: string): string {
  return fold(text, [{ start: 0, end: text.length }]).text;
}
