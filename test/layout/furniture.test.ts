import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './document-text.ts';
import { laidOut, line, page } from './page-marks.ts';

const body = (words: string) => [line(50, 150, words), line(50, 300, `${words}续`)];

describe('page furniture', () => {
  it('is a page number in any form at the edge', () => {
    const forms = ['- 3 -', '—10—', '第 3 页 共 20 页', '3/20'];
    const document = laidOut(...forms.map((form) => page([...body('正文'), line(190, 580, form)])));
    expect(paragraphsOf(document).filter((words) => words.startsWith('furniture'))).toEqual(
      forms.map((form) => `furniture: ${form}`),
    );
  });

  it('is a bare number that runs on with the pages', () => {
    const pages = ['4', '5', '6'].map((number) => page([...body('正文'), line(195, 580, number)]));
    expect(paragraphsOf(laidOut(...pages)).filter((words) => words.startsWith('furniture'))).toHaveLength(3);
  });

  it('is no bare number that stands alone', () => {
    const document = laidOut(page([...body('正文'), line(195, 580, '795')]), page(body('正文')), page(body('正文')));
    expect(paragraphsOf(document)).toContain('795');
  });

  it('is a line that comes again at one height on many pages', () => {
    const pages = ['甲', '乙', '丙', '丁'].map((words) => page([line(150, 40, '某某局年度决算'), ...body(words)]));
    expect(paragraphsOf(laidOut(...pages)).filter((words) => words === 'furniture: 某某局年度决算')).toHaveLength(4);
  });

  it('is no line that comes again below a line of the text', () => {
    const pages = ['甲', '乙', '丙', '丁'].map((words) =>
      page([line(50, 40, words), line(300, 56, '单位：万元'), ...body(words)]),
    );
    expect(paragraphsOf(laidOut(...pages)).filter((words) => words === '单位：万元')).toHaveLength(4);
  });

  it('is a watermark across the page', () => {
    const watermark = line(100, 200, '内部资料').map((glyph) => ({ ...glyph, direction: null }));
    expect(paragraphsOf(laidOut(page([...body('正文'), watermark])))).toContain('furniture: 内部资料');
  });
});

describe('a table of contents', () => {
  const list = (entries: readonly string[], start = 80) => entries.map((words, i) => line(50, start + 20 * i, words));

  it('is what follows its heading with leaders and pages', () => {
    const contents = page(
      list(['目 录', '第一部分 概况……………1', '一、职责……………1', '二、一个很长的标题', '的后半……………2', '三、机构……………3']),
    );
    const text = page(list(['第一部分 概况', '一、职责', '职责是这样的。']));
    expect(paragraphsOf(laidOut(contents, text))).toEqual([
      ...['目 录', '第一部分 概况……………1', '一、职责……………1', '二、一个很长的标题', '的后半……………2', '三、机构……………3'].map(
        (words) => `contents: ${words}`,
      ),
      '第一部分 概况',
      '一、职责',
      '职责是这样的。',
    ]);
  });

  it('without pages ends where its first title comes again', () => {
    const contents = page(list(['目录', '第一部分 概况', '一、职责', '第二部分 说明']));
    const text = page(list(['第一部分 概况', '一、职责', '职责是这样的。']));
    const found = paragraphsOf(laidOut(contents, text));
    expect(found.slice(0, 4)).toEqual(
      ['目录', '第一部分 概况', '一、职责', '第二部分 说明'].map((words) => `contents: ${words}`),
    );
    expect(found.slice(4)).toEqual(['第一部分 概况', '一、职责', '职责是这样的。']);
  });

  it('is no sentence that ends in dots', () => {
    const document = laidOut(page(list(['收入合计十万元，占百分之十……', '其余不列。'])));
    expect(paragraphsOf(document).every((words) => !words.startsWith('contents'))).toBe(true);
  });
});
