import { describe, expect, it } from 'vitest';
import { corrected } from '../../../src/read/ocr/misread.ts';
import type { Recogniser } from '../../../src/read/ocr/recogniser.ts';
import { patterns } from '../shown.ts';

describe('what recognition misreads', () => {
  it('is set right word by word, and digits stay', async () => {
    const box = { confidence: 90, x0: 0, y0: 0, x1: 9, y1: 9, line: '0' };
    const seen = ['科日编码', '三、国防文出', '12.60'].map((text) => ({ ...box, text }));
    const ocr: Recogniser = { name: 'test', recognise: async () => [seen] };
    const [words = []] = await corrected(ocr, patterns).recognise([], 'line');
    expect(words.map(({ text }) => text)).toEqual(['科目编码', '三、国防支出', '12.60']);
  });
});
