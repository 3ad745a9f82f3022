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
const FULL_COMMA = 0xff0c;
const QUOTES = new Set('"\'\u201c\u201d\u2018\u2019\u201e\u201f\u300c\u300d\u300e\u300f\u301d\u301e\uff02\uff07\u2033');
const MINUS = new Set('\u2212\uff0d\ufe63\u2010\u2011\u2012');
const SPACE = /[\s\u00a0\u3000\u2000-\u200a\u202f\u205f]/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/;

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

/** What becomes of a UTF-16 unit: taken as it is, folded to another, left out, or a gap. */
const TAKEN = 0;
const FOLDED = 1;
const LEFT_OUT = 2;
const BLANK = 3;
const BREAK = 4;

const IDEOGRAPHS = { from: 0x3100, to: 0xf900 };
const classes = new Uint8Array(0x10000);
const folds = new Map<number, string>();
for (let code = 0; code < 0x10000; code++) {
  // Ideographs, most of all there is, stand for themselves.
  if (code === IDEOGRAPHS.from) code = IDEOGRAPHS.to;
  const c = String.fromCharCode(code);
  if (c === '\n' || c === '\f') classes[code] = BREAK;
  else if (SPACE.test(c)) classes[code] = BLANK;
  else if (INVISIBLE.test(c) || QUOTES.has(c)) classes[code] = LEFT_OUT;
  else {
    const folded = foldCharacter(c);
    if (folded === c) continue;
    classes[code] = FOLDED;
    folds.set(code, folded);
  }
}

const NONE = 0;
const WHITE = 1;
const LINE = 2;

/**
 * The units that are left, each with its place and with what stood between it and the one before. Cells are short and
 * many: their room is taken once and used for one text after the other.
 */
class Units {
  codes = new Uint16Array(0);
  at = new Int32Array(0);
  gaps = new Uint8Array(0);
  length = 0;

  /** Takes the units of another text. */
  take(source: string, spans: readonly Span[]): void {
    let size = 0;
    for (const span of spans) size += Math.max(0, span.end - span.start);
    // A compatibility ideograph may fold to two units.
    if (this.codes.length < 2 * size) {
      this.codes = new Uint16Array(2 * size);
      this.at = new Int32Array(2 * size);
      this.gaps = new Uint8Array(2 * size);
    }
    this.length = 0;
    let gap = NONE;
    for (const [line, span] of spans.entries()) {
      if (line > 0) gap = LINE;
      for (let i = span.start; i < span.end; i++) {
        const code = source.charCodeAt(i);
        const kind = classes[code];
        if (kind === BREAK) gap = LINE;
        else if (kind === BLANK) gap = gap === LINE ? LINE : WHITE;
        else if (kind !== LEFT_OUT) {
          if (kind === TAKEN) this.push(code, i, gap);
          else this.pushText(folds.get(code) as string, i, gap);
          gap = NONE;
        }
      }
    }
  }

  private push(code: number, at: number, gap: number): void {
    this.codes[this.length] = code;
    this.at[this.length] = at;
    this.gaps[this.length++] = gap;
  }

  private pushText(text: string, at: number, gap: number): void {
    for (let k = 0; k < text.length; k++) this.push(text.charCodeAt(k), at, k === 0 ? gap : NONE);
  }

  digit(i: number): boolean {
    const code = i >= 0 && i < this.length ? (this.codes[i] as number) : 0;
    return code >= 0x30 && code <= 0x39;
  }

  /** One of the characters of a number: a digit, a point, a comma. */
  numeric(i: number): boolean {
    return this.digit(i) || this.is(i, POINT) || this.is(i, COMMA);
  }

  is(i: number, code: number): boolean {
    return i >= 0 && i < this.length && this.codes[i] === code;
  }
}

const POINT = 0x2e;
const COMMA = 0x2c;
const PERCENT = 0x25;

/** Letters and digits of a Latin word or number, between which a blank says something. */
function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === PERCENT ||
    (code >= 0x2b && code <= 0x2e)
  );
}

/** True where white space before unit `i` stands inside one number: broken over lines, or set with a thin space. */
function insideNumber(units: Units, i: number): boolean {
  if (units.is(i, PERCENT)) return true;
  if (!units.numeric(i - 1) || !units.numeric(i)) return false;
  if (units.gaps[i] === LINE) return units.digit(i - 1) || units.digit(i - 2);
  if (units.is(i, POINT)) return units.digit(i + 1) && units.gaps[i + 1] === NONE;
  if (units.is(i - 1, POINT)) return units.digit(i - 2);
  return thousandsGroup(units, i);
}

/** "1 614.27": one to three digits, a space, exactly three digits. */
function thousandsGroup(units: Units, i: number): boolean {
  const { gaps } = units;
  if (!(units.digit(i) && units.digit(i + 1) && units.digit(i + 2))) return false;
  if (units.digit(i + 3) && gaps[i + 3] === NONE) return false;
  if (gaps[i + 1] !== NONE || gaps[i + 2] !== NONE) return false;
  let k = i - 1;
  let digits = 0;
  while (units.digit(k)) {
    digits++;
    if (gaps[k] !== NONE) break;
    k--;
  }
  const before = i - digits - 1;
  return digits >= 1 && digits <= 3 && !units.is(before, POINT) && !units.is(before, COMMA);
}

/** A comma between groups of digits stays; any other is the Chinese one. */
function commaAt(units: Units, i: number): number {
  const groups = units.digit(i + 1) && units.gaps[i + 1] !== WHITE && units.digit(i - 1);
  return groups ? COMMA : FULL_COMMA;
}

const CHUNK = 4096;

function textOf(codes: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += CHUNK) {
    // The engine takes a typed array here without walking over it, which a spread does.
    text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + CHUNK)) as unknown as number[]);
  }
  return text;
}

class FoldedText implements Folded {
  constructor(
    readonly text: string,
    private readonly offsets: Int32Array,
    private readonly from: number,
  ) {}

  source(start: number, end: number): Span {
    const { offsets } = this;
    const after = offsets.length > 0 ? (offsets[offsets.length - 1] as number) + 1 : this.from;
    const first = offsets[start] ?? after;
    return { start: first, end: end > start ? (offsets[end - 1] ?? first - 1) + 1 : first };
  }
}

/** Text of which every character stands where it was printed. */
class UnmovedText implements Folded {
  constructor(
    readonly text: string,
    private readonly from: number,
  ) {}

  source(start: number, end: number): Span {
    const { from, text } = this;
    const first = from + (start >= 0 && start < text.length ? start : text.length);
    return { start: first, end: end > start ? (end <= text.length ? from + end : first) : first };
  }
}

/** The unit that one unit folds to; 0 where it goes away or becomes more than one. */
const single = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const kind = classes[code];
  const folded = kind === FOLDED ? (folds.get(code) as string) : '';
  if (kind === TAKEN) single[code] = code;
  else if (folded.length === 1) single[code] = folded.charCodeAt(0);
}
const goesAway = (code: number) => (classes[code] as number) >= LEFT_OUT;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** One line from which nothing goes away but white space around it: most paragraphs. Null for any other. */
function unmoved(source: string, span: Span): Folded | null {
  let { start, end } = span;
  while (start < end && goesAway(source.charCodeAt(start))) start++;
  while (start < end && goesAway(source.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  let text = '';
  let taken = start;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    let folded = single[code] as number;
    if (folded === 0) return null;
    if (folded === COMMA) {
      const before = i > start ? (single[source.charCodeAt(i - 1)] as number) : 0;
      const after = i + 1 < end ? (single[source.charCodeAt(i + 1)] as number) : 0;
      if (!isDigit(before) || !isDigit(after)) folded = FULL_COMMA;
    }
    if (folded === code) continue;
    text += source.slice(taken, i) + String.fromCharCode(folded);
    taken = i + 1;
  }
  return new UnmovedText(taken === start ? source.slice(start, end) : text + source.slice(taken, end), start);
}

/** Paragraphs keep their spans, and every stage folds them: the same spans of the same text fold once. */
const known = new WeakMap<readonly Span[], { source: string; count: number; end: number; folded: Folded }>();

/** More is given back after the text that needed it. */
const ROOM = 1 << 18;
/** Room for the text that is being folded; no fold begins inside another. */
let units = new Units();
let codes = new Uint16Array(0);
let offsets = new Int32Array(0);

/** Folds the lines of one paragraph or cell. */
export function fold(source: string, spans: readonly Span[]): Folded {
  const before = known.get(spans);
  const count = spans.length;
  const end = spans.at(-1)?.end ?? 0;
  // A list that has grown since is not the same list.
  if (before?.source === source && before.count === count && before.end === end) return before.folded;
  const [first] = spans;
  const plain = count === 1 ? unmoved(source, first as Span) : null;
  if (plain) {
    known.set(spans, { source, count, end, folded: plain });
    return plain;
  }
  units.take(source, spans);
  if (codes.length < 2 * units.length) {
    codes = new Uint16Array(2 * units.length);
    offsets = new Int32Array(2 * units.length);
  }
  let length = 0;
  for (let i = 0; i < units.length; i++) {
    const code = units.codes[i] as number;
    if (
      i > 0 &&
      units.gaps[i] !== NONE &&
      isWord(code) &&
      isWord(codes[length - 1] as number) &&
      !insideNumber(units, i)
    ) {
      codes[length] = 0x20;
      offsets[length++] = (units.at[i - 1] as number) + 1;
    }
    codes[length] = code === COMMA ? commaAt(units, i) : code;
    offsets[length++] = units.at[i] as number;
  }
  const folded = new FoldedText(textOf(codes, length), offsets.slice(0, length), spans[0]?.start ?? 0);
  if (units.codes.length > ROOM) {
    units = new Units();
    [codes, offsets] = [new Uint16Array(0), new Int32Array(0)];
  }
  known.set(spans, { source, count, end, folded });
  return folded;
}

/** Names of packs and tables come again and again. */
const texts = new Map<string, string>();
const TEXTS = 4096;

export function foldText(text: string): string {
  const before = texts.get(text);
  if (before !== undefined) return before;
  const { text: folded } = fold(text, [{ start: 0, end: text.length }]);
  if (texts.size >= TEXTS) texts.clear();
  if (text.length <= 200) texts.set(text, folded);
  return folded;
}
