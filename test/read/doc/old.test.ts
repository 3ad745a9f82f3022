import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDoc } from '../../../src/read/doc/index.ts';
import { u16 } from './build.ts';
import { type OldForm, oldDocBytes } from './build-old.ts';

const patterns = loadPatterns();
const CHINA = 0x0804;
const latin1 = (text: string) => [...text].map((c) => c.charCodeAt(0));
/** 支出12.5万元 in GBK. */
const GBK = [0xd6, 0xa7, 0xb3, 0xf6, ...latin1('12.5'), 0xcd, 0xf2, 0xd4, 0xaa];

function lines(form: OldForm): string[] {
  const { value, notices } = readDoc(oldDocBytes(form), patterns);
  if (!value) throw new Error(notices.map((each) => each.message).join());
  return value.text.split('\n').slice(0, -1);
}

describe('a document of Word 6 or 95', () => {
  it('is read in the code page of its language', () => {
    expect(lines({ language: CHINA, text: [...GBK, 13] })).toEqual(['支出12.5万元']);
    expect(lines({ language: 0x0419, text: [0xc2, 0xe8, 0xed, 0xee, 13] })).toEqual(['Вино']);
    expect(lines({ language: 0x0409, text: [...latin1('\u0093a\u0094'), 13] })).toEqual(['\u201ca\u201d']);
    expect(lines({ language: 0x0404, text: [0xa4, 0xe4, 0xa5, 0x58, 13] })).toEqual(['支出']);
  });

  it('is read in the character set of a font where that is another one', () => {
    const text = [...latin1('Total '), ...GBK, 13];
    const runs = [
      { start: 0, end: 6, sprms: [] },
      // sprmCFtc: font 1.
      { start: 6, end: 6 + GBK.length, sprms: [93, ...u16(1)] },
      { start: 6 + GBK.length, end: text.length, sprms: [] },
    ];
    expect(lines({ language: 0x0409, text, runs, fonts: [0, 134] })).toEqual(['Total 支出12.5万元']);
  });

  it('may have characters of two bytes', () => {
    expect(lines({ language: CHINA, wide: true, text: [...u16(0x652f), ...u16(0x51fa), ...u16(13)] })).toEqual([
      '支出',
    ]);
  });

  it('loses deleted text', () => {
    const text = [...latin1('99.99101.32'), 13];
    const runs = [
      { start: 0, end: 5, sprms: [65, 1] },
      { start: 5, end: 12, sprms: [66, 1] },
    ];
    expect(lines({ language: CHINA, text, runs })).toEqual(['101.32']);
  });

  it('has tables', () => {
    const text = latin1('ab\u0007c\u0007\u0007');
    const edges = [0, 1000, 2000].flatMap(u16);
    const row = [190, ...u16(2 + edges.length), 2, ...edges];
    const paragraphs = [
      { start: 0, end: 3, sprms: [24, 1] },
      { start: 3, end: 5, sprms: [24, 1] },
      { start: 5, end: 6, sprms: [24, 1, 25, 1, ...row] },
    ];
    const { value } = readDoc(oldDocBytes({ language: CHINA, text, paragraphs }), patterns);
    expect(value?.blocks.map((block) => block.kind)).toEqual(['table']);
    expect(value?.text).toBe('ab\tc\n');
  });
});
