/**
 * Number formats of generated list labels, under their OOXML names (ECMA-376 17.18.59, ST_NumberFormat). The binary
 * format has the same formats under numbers; its reader maps them to these names.
 */

const IDEOGRAPHS = '\u3007一二三四五六七八九';
const LEGAL_SIMPLIFIED = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

interface Counting {
  readonly digits: string;
  /** What stands for 10, 100, 1000. */
  readonly units: readonly string[];
  /** Printed for a place left out inside the number; empty where the language leaves it out. */
  readonly gap: string;
  /** True where 10 to 19 begin with “one”. */
  readonly leadingOne: boolean;
}

const PLAIN: Counting = { digits: IDEOGRAPHS, units: ['十', '百', '千'], gap: '零', leadingOne: false };
const LEGAL: Counting = { digits: LEGAL_SIMPLIFIED, units: ['拾', '佰', '仟'], gap: '零', leadingOne: true };

/** Counting words below 10,000: 二十三, 一百零五; a larger number falls back to digits. */
function counting(n: number, { digits, units, gap, leadingOne }: Counting): string {
  if (n <= 0 || n > 9999) return positional(n, digits);
  let text = '';
  let skipped = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += gap;
    skipped = false;
    const silent = digit === 1 && place === 1 && text === '' && !leadingOne;
    text += (silent ? '' : (digits[digit] ?? '')) + (units[place - 1] ?? '');
  }
  return text;
}

/** Japanese counting leaves out “one” before every unit and has no word for a gap. */
function japaneseCounting(n: number): string {
  return counting(n, { ...PLAIN, gap: '' }).replace(/一(?=[十百千])/g, '');
}

/** Digit by digit: 一二 for 12. */
function positional(n: number, digits: string): string {
  return String(n).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** Two-digit numbers as words, from 100 on digit by digit. */
function chineseCounting(n: number): string {
  return n < 100 ? counting(n, PLAIN) : positional(n, '\u25cb一二三四五六七八九');
}

function letters(n: number, first: string): string {
  if (n <= 0) return '';
  const letter = String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26));
  return letter.repeat(Math.min(40, Math.floor((n - 1) / 26) + 1));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  if (n <= 0 || n > 32767) return String(n);
  let text = '';
  let rest = n;
  for (const [value, numeral] of ROMAN) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}

/** A run of characters in the Unicode order; a number outside of it is printed plainly. */
function series(n: number, first: number, count: number): string {
  return n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n);
}

function circled(n: number): string {
  if (n === 0) return '\u24ea';
  if (n > 20 && n <= 35) return series(n - 20, 0x3251, 15);
  if (n > 35 && n <= 50) return series(n - 35, 0x32b1, 15);
  return series(n, 0x2460, 20);
}

function cyclic(n: number, characters: string): string {
  return n >= 1 && n <= characters.length ? (characters[n - 1] as string) : String(n);
}

function sexagenary(n: number): string {
  return n >= 1 && n <= 60 ? `${STEMS[(n - 1) % 10]}${BRANCHES[(n - 1) % 12]}` : String(n);
}

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

const fullWidth = (n: number): string => positional(n, '\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19');

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letters(n, 'A'),
  lowerLetter: (n) => letters(n, 'a'),
  ordinal,
  hex: (n) => n.toString(16).toUpperCase(),
  numberInDash: (n) => `- ${n} -`,
  chineseCounting,
  chineseCountingThousand: (n) => counting(n, PLAIN),
  chineseLegalSimplified: (n) => counting(n, LEGAL),
  ideographDigital: (n) => positional(n, IDEOGRAPHS),
  ideographTraditional: (n) => cyclic(n, STEMS),
  ideographZodiac: (n) => cyclic(n, BRANCHES),
  ideographZodiacTraditional: sexagenary,
  ideographEnclosedCircle: (n) => series(n, 0x3280, 10),
  ideographLegalTraditional: (n) => counting(n, { ...LEGAL, digits: LEGAL_TRADITIONAL }),
  japaneseCounting,
  japaneseDigitalTenThousand: (n) => positional(n, IDEOGRAPHS),
  japaneseLegal: (n) => counting(n, { ...LEGAL, digits: LEGAL_TRADITIONAL, gap: '' }),
  taiwaneseCounting: chineseCounting,
  taiwaneseCountingThousand: (n) => counting(n, PLAIN),
  taiwaneseDigital: (n) => positional(n, '\u25cb一二三四五六七八九'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => series(n, 0x2488, 20),
  decimalEnclosedParen: (n) => series(n, 0x2474, 20),
  none: () => '',
};

export function knownFormat(format: string): boolean {
  return format in FORMATS || format === 'bullet';
}

/** A number in an OOXML number format; a format nobody knows prints plain digits. */
export function numeral(format: string, n: number): string {
  return (FORMATS[format] ?? String)(n);
}
