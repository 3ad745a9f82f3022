import { describe, expect, it } from 'vitest';
import { numeral } from '../../../src/read/word/numerals.ts';

const CASES: readonly (readonly [string, number, string])[] = [
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 21, '二十一'],
  ['chineseCounting', 100, '一○○'],
  ['chineseCountingThousand', 19, '十九'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 1010, '一千零一十'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographDigital', 12, '一二'],
  ['ideographDigital', 20, '二〇'],
  ['ideographTraditional', 3, '丙'],
  ['ideographZodiacTraditional', 13, '丙子'],
  ['japaneseCounting', 110, '百十'],
  ['taiwaneseCountingThousand', 30, '三十'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalEnclosedCircleChinese', 21, '㉑'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalEnclosedFullstop', 2, '⒉'],
  ['decimalEnclosedFullstop', 21, '21'],
  ['ideographEnclosedCircle', 2, '㊁'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalZero', 7, '07'],
  ['upperRoman', 14, 'XIV'],
  ['lowerRoman', 9, 'ix'],
  ['upperLetter', 28, 'BB'],
  ['lowerLetter', 26, 'z'],
  ['numberInDash', 4, '- 4 -'],
  ['a format of tomorrow', 4, '4'],
];

describe('numeral', () => {
  it.each(CASES)('%s of %i is %s', (format, n, text) => {
    expect(numeral(format, n)).toBe(text);
  });
});
