import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './document-text.ts';
import { laidOut, line, page } from './page-marks.ts';

/** Lines from the top down on a page whose text runs from 50 to 350: `indent` in ems. */
const text = (...lines: [words: string, indent?: number, font?: string][]) =>
  page(lines.map(([words, indent = 0, font = 'song'], i) => line(50 + 10 * indent, 80 + 20 * i, words, { font })));

const thirty = '本年支出合计一百万元其中基本支出六十万元项目支出四十万元完成预算';
const full = thirty.slice(0, 30);
const first = thirty.slice(0, 28);

describe('a paragraph', () => {
  it('goes on over lines that are full', () => {
    const document = laidOut(text([first, 2], [full], ['到此为止。'], [first, 2], ['另一段。']));
    expect(paragraphsOf(document)).toEqual([`${first} / ${full} / 到此为止。`, `${first} / 另一段。`]);
  });

  it('ends where more would have fitted on the line', () => {
    const document = laidOut(text([first, 2], ['只到这里'], ['不属于上一行'], [full], [full]));
    expect(paragraphsOf(document)).toEqual([`${first} / 只到这里`, '不属于上一行', `${full} / ${full}`]);
  });

  it('goes on where a number did not fit on the line before', () => {
    const short = full.slice(0, 26);
    const document = laidOut(text([first, 2], [short], ['12345.67万元。'], [full], [full]));
    expect(paragraphsOf(document)[0]).toBe(`${first} / ${short} / 12345.67万元。`);
  });

  it('takes in punctuation that a line break pushed off', () => {
    const document = laidOut(text([first, 2], [`${full.slice(0, 12)}（项）`], ['。主要用于支出。'], [full], [full]));
    expect(paragraphsOf(document)[0]).toBe(`${first} / ${full.slice(0, 12)}（项） / 。主要用于支出。`);
  });

  it('begins at an indent and at a number after the end of a sentence', () => {
    const ended = `${full.slice(0, 29)}。`;
    const document = laidOut(text([first, 2], [ended], ['（一）收入情况'], [first, 2], [ended], [first, 2], [full]));
    expect(paragraphsOf(document)).toEqual([
      `${first} / ${ended}`,
      '（一）收入情况',
      `${first} / ${ended}`,
      `${first} / ${full}`,
    ]);
  });

  it('ends with a heading that fills its line, where the next line is the first of a paragraph', () => {
    const heading = `（一）${first.slice(0, 25)}`;
    const document = laidOut(text([first, 2], ['到此为止。'], [heading, 2], [first, 2], [full], ['到此为止。']));
    expect(paragraphsOf(document).slice(1)).toEqual([heading, `${first} / ${full} / 到此为止。`]);
  });

  it('does not begin at a number in the middle of a sentence', () => {
    const document = laidOut(text([first, 2], [full], ['（一）中所列各项。'], [first, 2], [full]));
    expect(paragraphsOf(document)[0]).toBe(`${first} / ${full} / （一）中所列各项。`);
  });

  it('goes on over a page break and the page number there', () => {
    const upper = page([
      ...text([first, 2], [full], [full], [full], [full]).glyphs.map((g) => [g]),
      line(190, 580, '— 7 —'),
    ]);
    const document = laidOut(upper, text(['到下一页。'], [first, 2], [full]));
    expect(paragraphsOf(document)).toEqual([
      `${[first, full, full, full, full].join(' / ')} / 到下一页。`,
      'furniture: — 7 —',
      `${first} / ${full}`,
    ]);
  });

  it('ends before a wide gap', () => {
    const lines = [
      line(50, 80, full),
      line(50, 100, full),
      line(50, 120, full),
      line(50, 180, full),
      line(50, 200, full),
    ];
    expect(paragraphsOf(laidOut(page(lines)))).toHaveLength(2);
  });

  it('is a heading of its own, also when another font is all that sets it off', () => {
    const document = laidOut(
      text(['一、收入支出总体情况', 2, 'hei'], [first, 2], [full], ['二、收入情况', 2, 'hei'], [first, 2], [full]),
    );
    expect(paragraphsOf(document)).toEqual([
      '一、收入支出总体情况',
      `${first} / ${full}`,
      '二、收入情况',
      `${first} / ${full}`,
    ]);
  });

  it('is a title that runs over two lines in the middle of the page', () => {
    const title = [line(50, 80, `${full.slice(0, 29)}`, { font: 'hei' }), line(180, 100, '情况说明', { font: 'hei' })];
    const body = [0, 1, 2, 3, 4].map((i) => line(50, 140 + 20 * i, full));
    expect(paragraphsOf(laidOut(page([...title, ...body])))[0]).toBe(`${full.slice(0, 29)} / 情况说明`);
  });

  it('keeps two short lines in the middle of the page apart', () => {
    const document = laidOut(page([line(150, 80, '某某市某某局'), line(160, 120, '部门决算')]));
    expect(paragraphsOf(document)).toEqual(['某某市某某局', '部门决算']);
  });

  it('keeps a line to the right apart from the wide line below', () => {
    const lines = [line(300, 80, '公开表'), line(50, 100, `单位名称：某某局${'　'.repeat(10)}单位：万元`)];
    const document = laidOut(page([...lines, ...[0, 1, 2, 3, 4].map((i) => line(50, 140 + 20 * i, full))]));
    expect(paragraphsOf(document).slice(0, 2)).toEqual(['公开表', expect.stringContaining('单位名称')]);
  });
});
