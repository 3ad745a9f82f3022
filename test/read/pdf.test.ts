import { describe, expect, it } from 'vitest';
import { boxOf } from '../../src/document.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { PDF_ENGINES } from '../../src/read/pdf/options.ts';
import { readPdf as readWith } from '../../src/read/pdf.ts';
import { paragraphsOf, tablesOf } from '../layout/document-text.ts';
import { bar, clipped, fill, gbk, grid, raw, stroke, type TinyPage, text, tinyPdf, upwards } from './tiny-pdf.ts';

const xs = [50, 150, 250, 350];
const ys = [50, 70, 90, 110];
const rows = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '12.50', '11.25'],
  ['项目支出', '', '0.75'],
];
const words = fill(xs, ys, rows);
const asText = rows.map((row) => row.join('|'));

describe.each(PDF_ENGINES)('read by %s', (pdfEngine) => {
  const readPdf = (bytes: Uint8Array) => readWith(bytes, loadPatterns(), { pdfEngine });

  async function read(...pages: TinyPage[]) {
    const { value, notices } = await readPdf(tinyPdf(pages));
    if (!value) throw new Error(`no document: ${notices[0]?.message}`);
    return { document: value, notices };
  }

  describe('a PDF table', () => {
    it('is read from stroked lines', async () => {
      const { document } = await read({ content: [...grid(xs, ys), ...words] });
      expect(tablesOf(document)).toEqual([asText]);
    });

    it('is read from thin filled rectangles', async () => {
      const { document } = await read({ content: [...grid(xs, ys, bar), ...words] });
      expect(tablesOf(document)).toEqual([asText]);
    });

    it('is read from dashed, coloured and broken lines', async () => {
      const pieces = grid(xs, ys, (x0, y0, x1, y1) => {
        const parts = Array.from({ length: 20 }, (_, i) => [i / 20, (i + 0.8) / 20] as const);
        const between = (a: number, b: number, t: number) => a + (b - a) * t;
        const drawn = parts.map(([from, to]) =>
          stroke(between(x0, x1, from), between(y0, y1, from), between(x0, x1, to), between(y0, y1, to)),
        );
        return (height) => drawn.map((part) => part(height)).join(' ');
      });
      const { document } = await read({ content: [raw('0.8 0 0 RG [3 2] 0 d'), ...pieces, ...words] });
      expect(tablesOf(document)).toEqual([asText]);
    });

    it('is not read from white lines', async () => {
      const { document } = await read({
        content: [raw('1 1 1 RG'), ...grid([50, 350], ys), ...grid(xs, [50, 110]), text(60, 64, '只有一段话。')],
      });
      expect(tablesOf(document)).toEqual([]);
    });

    it('keeps merged cells with their spans', async () => {
      const content = [
        ...[50, 110].map((y) => stroke(50, y, 350, y)),
        stroke(150, 70, 350, 70),
        stroke(50, 90, 350, 90),
        ...[50, 150, 350].map((x) => stroke(x, 50, x, 110)),
        stroke(250, 70, 250, 110),
        text(60, 74, '科目'),
        text(230, 64, '本年支出'),
        text(160, 84, '合计'),
        text(260, 84, '其中'),
        text(60, 104, '总计'),
        text(260, 104, '3.00'),
      ];
      const { document } = await read({ content });
      expect(tablesOf(document)).toEqual([['科目 1x2|本年支出 2x1', '合计|其中', '总计||3.00']]);
    });

    it('is closed at sides that no line is drawn at', async () => {
      const content = [
        ...ys.map((y) => stroke(50, y, 350, y)),
        ...[150, 250].map((x) => stroke(x, 50, x, 110)),
        ...words,
      ];
      const { document } = await read({ content });
      expect(tablesOf(document)).toEqual([asText]);
    });

    it('is kept apart from another on the same page', async () => {
      const lower = ys.map((y) => y + 100);
      const content = [
        ...grid(xs, ys),
        ...words,
        text(180, 135, '另一张表'),
        ...grid(xs, lower),
        ...fill(xs, lower, rows),
      ];
      const { document } = await read({ content });
      expect(tablesOf(document)).toEqual([asText, asText]);
    });

    it('puts a word that overflows its cell into the cell it begins in', async () => {
      const narrow = [50, 100, 200];
      const content = [
        ...grid(narrow, [50, 70, 90]),
        text(52, 64, '甲乙丙丁戊己'),
        text(150, 64, '7'),
        text(52, 84, '丁'),
      ];
      const { document } = await read({ content });
      expect(tablesOf(document)).toEqual([['甲乙丙丁戊己|7', '丁|']]);
    });

    it('joins a number that the cell broke, and keeps two numbers apart', async () => {
      const narrow = [50, 90, 190];
      const content = [
        ...grid(narrow, [50, 80, 110]),
        text(52, 62, '12,345,'),
        text(52, 76, '67.89'),
        text(102, 62, '1.50'),
        text(102, 76, '2.25'),
        text(102, 104, '9'),
      ];
      const { document } = await read({ content });
      expect(tablesOf(document)).toEqual([['12,345,67.89|1.50 2.25', '|9']]);
    });
  });

  describe('text of a PDF', () => {
    it('leaves out what clips hide, and says so', async () => {
      const hidden = clipped(0, 0, 400, 100, [text(60, 64, '收入'), text(60, 140, '收入')]);
      const { document, notices } = await read({ content: [hidden, text(60, 180, '支出')] });
      expect(paragraphsOf(document)).toEqual(['收入', '支出']);
      expect(notices).toMatchObject([{ code: 'clipped-text-dropped', page: 1 }]);
    });

    it('keeps a word of which a clip cuts off the end', async () => {
      const { document, notices } = await read({
        content: [clipped(0, 0, 95, 100, [text(60, 64, '社会保障和就业支出')])],
      });
      expect(paragraphsOf(document)).toEqual(['社会保障和就业支出']);
      expect(notices).toEqual([]);
    });

    it('is printed once where it is drawn twice to look bold', async () => {
      const { document } = await read({ content: [text(60, 64, '总计12.50'), text(60.3, 64, '总计12.50')] });
      expect(paragraphsOf(document)).toEqual(['总计12.50']);
    });

    it('is read in fonts that are not embedded', async () => {
      // 预算 1,234.5 in GBK.
      const { document } = await read({ content: [gbk(60, 64, 'd4a4cbe3312c3233342e35')] });
      expect(document.text.normalize('NFKC').trim()).toBe('预算1,234.5');
    });

    it('keeps the place of every character', async () => {
      const { document } = await read({ content: [text(60, 64, '收入12.50')] });
      const start = document.text.indexOf('12.50');
      expect(boxOf(document, start, start + 5)).toEqual([80, 55.2, 105, 65.2]);
      expect(document.runs.map((run) => document.text.slice(run.start, run.end)).join('')).toBe('收入12.50');
    });

    it('is upright on a page that is shown turned', async () => {
      const turned = [upwards(64, 240, '收入决算表'), upwards(84, 240, '单位：万元')];
      const { document } = await read({ rotate: 90, content: turned });
      expect(paragraphsOf(document)).toEqual(['收入决算表', '单位：万元']);
      expect(document.pages[0]).toMatchObject({ width: 300, height: 400 });
    });

    it('is read along its own direction on a page that is not shown turned', async () => {
      const lying =
        (line: typeof stroke): typeof stroke =>
        (x0, y0, x1, y1) =>
          line(y0, 300 - x0, y1, 300 - x1);
      const content = [
        ...grid([50, 150, 250], [50, 70, 90], lying(stroke)),
        upwards(64, 240, '科目'),
        upwards(64, 140, '决算数'),
        upwards(84, 240, '合计'),
        upwards(84, 140, '3.50'),
      ];
      const { document } = await read({ content });
      expect(tablesOf(document)).toEqual([['科目|决算数', '合计|3.50']]);
      const at = document.text.indexOf('3.50');
      expect(boxOf(document, at, at + 4)).toEqual([75.2, 120, 85.2, 140]);
    });
  });

  describe('a file that is no good', () => {
    const code = async (bytes: Uint8Array) => {
      const { value, notices } = await readPdf(bytes);
      return { value, codes: notices.map((notice) => `${notice.severity} ${notice.code}`) };
    };

    it('is corrupt when cut short or something else', async () => {
      const whole = tinyPdf([{ content: [text(60, 64, '收入')] }]);
      expect(await code(whole.slice(0, 40))).toEqual({ value: null, codes: ['error corrupt'] });
      expect(await code(new TextEncoder().encode('not a PDF'))).toEqual({ value: null, codes: ['error corrupt'] });
    });

    it('is empty without bytes', async () => {
      expect(await code(new Uint8Array())).toEqual({ value: null, codes: ['error empty'] });
    });

    it('is encrypted when only a password opens it', async () => {
      const key = '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a';
      const lock = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
      expect(await code(tinyPdf([{ content: [] }], { trailer: lock }))).toEqual({
        value: null,
        codes: ['error encrypted'],
      });
    });

    it('ends in a document or a notice wherever a byte is wrong, and not in the end of the process', async () => {
      const whole = tinyPdf(['收入', '支出', '结余', '结转'].map((words) => ({ content: [text(60, 64, words)] })));
      const start = new TextDecoder().decode(whole).indexOf('\nxref');
      for (let at = start + 5; at < whole.length; at += 7) {
        const broken = whole.slice();
        broken[at] = 0x39;
        const { value, codes } = await code(broken);
        expect(value !== null || codes.includes('error corrupt')).toBe(true);
      }
    });

    it('leaves the bytes it was given as they were', async () => {
      const bytes = tinyPdf([{ content: [text(60, 64, '收入')] }]);
      await readPdf(bytes);
      expect(bytes.length).toBeGreaterThan(0);
    });
  });

  it('a PDF without any text says so', async () => {
    const { notices } = await read({ content: [] });
    expect(notices).toMatchObject([{ code: 'empty', severity: 'warning' }]);
  });

  describe('a page without text', () => {
    const image = 'q 380 0 0 280 10 10 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q';

    it('is said to be an image', async () => {
      const { document, notices } = await read({ content: [raw(image)] }, { content: [text(60, 64, '收入')] });
      expect(notices).toMatchObject([{ code: 'no-text-layer', page: 1, severity: 'warning' }]);
      expect(document.pages).toHaveLength(2);
    });

    it('is said to be an image too large to be decoded, also beside a page number', async () => {
      const large = `q 390 0 0 290 5 5 cm BI /W 100 /H 100 /CS /G /BPC 1 ID ${'a'.repeat(1300)} EI Q`;
      const { notices } = await read({ content: [raw(large), text(190, 290, '— 3 —')] });
      expect(notices).toMatchObject([{ code: 'no-text-layer', page: 1 }]);
    });

    it('is only empty when nothing is drawn', async () => {
      const { notices } = await read({ content: [] }, { content: [text(60, 64, '收入')] });
      expect(notices).toEqual([]);
    });
  });
});
