import { describe, expect, it } from 'vitest';
import { blocksOf, p, r, readBody, shown } from './build.ts';

const style = (id: string, inner: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}" ${more}><w:name w:val="${id}"/>${inner}</w:style>`;
const hidden = '<w:rPr><w:vanish/></w:rPr>';

describe('text of a paragraph', () => {
  it('keeps insertions and leaves deletions and what was moved away out', () => {
    const body = p(
      `${r('支出')}<w:del>${r('99.99')}</w:del><w:ins>${r('101.32')}</w:ins><w:moveFrom>${r('旧')}</w:moveFrom><w:moveTo>${r('万元')}</w:moveTo>`,
    );
    expect(blocksOf(body)).toEqual(['支出101.32万元']);
  });

  it('leaves deleted text of older files out, which stands in elements of its own', () => {
    expect(blocksOf(p(`<w:r><w:delText>12</w:delText></w:r>${r('34')}`))).toEqual(['34']);
  });

  it('leaves hidden text out: on the run, by a character style, by a paragraph style', () => {
    const styles = `${style('Quiet', hidden)}<w:style w:type="character" w:styleId="q"><w:name w:val="q"/>${hidden}</w:style>`;
    const body = [
      p(r('藏', '<w:vanish/>') + r('甲')),
      p(r('藏', '<w:rStyle w:val="q"/>') + r('乙')),
      p(r('藏') + r('丙', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Quiet"/>'),
    ];
    expect(blocksOf(body.join(''), { styles })).toEqual(['甲', '乙', '丙']);
  });

  it('shows what two hiding styles show together', () => {
    const styles = `${style('Quiet', hidden)}<w:style w:type="character" w:styleId="q"><w:name w:val="q"/>${hidden}</w:style>`;
    const body = p(r('见', '<w:rStyle w:val="q"/>'), '<w:pStyle w:val="Quiet"/>');
    expect(blocksOf(body, { styles })).toEqual(['见']);
  });

  it('inherits from the style that a style is based on, and survives styles based on each other', () => {
    const styles =
      style('A', '<w:basedOn w:val="B"/>') +
      style('B', `<w:basedOn w:val="A"/>${hidden}`) +
      style('C', '<w:basedOn w:val="C"/>');
    const body = p(r('藏'), '<w:pStyle w:val="A"/>') + p(r('见'), '<w:pStyle w:val="C"/>');
    expect(blocksOf(body, { styles })).toEqual(['见']);
  });

  it('joins a paragraph whose mark is deleted or hidden with the next', () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body =
      p(r('支出12.'), deleted) + p('50万元') + p(r('标题'), '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p('正文');
    expect(blocksOf(body)).toEqual(['支出12.50万元', '标题正文']);
  });

  it('prints results of fields and not their instructions', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = mark('begin') + instruction(' =1+1 ') + mark('separate') + r('2') + mark('end');
    const field = mark('begin') + instruction(' IF ') + inner + mark('separate') + r('结果') + mark('end');
    expect(blocksOf(p(r('甲') + field + r('乙')))).toEqual(['甲结果乙']);
    expect(blocksOf(p(`<w:fldSimple w:instr=" PAGE ">${r('3')}</w:fldSimple>`))).toEqual(['3']);
  });

  it('reads a circled number that is a field of two characters over each other', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(blocksOf(p(field + r('货物')))).toEqual(['③货物']);
  });

  it('reads tabs, hyphens, line breaks, symbols, links, content controls and the base of a gloss', () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    expect(blocksOf(p(r('项目') + run('<w:tab/>') + r('金额')))).toEqual(['项目 金额']);
    expect(blocksOf(p(r('3') + run('<w:noBreakHyphen/>') + r('5') + run('<w:softHyphen/>') + r('6')))).toEqual([
      '3-56',
    ]);
    expect(blocksOf(p(r('上') + run('<w:br/>') + r('下')))).toEqual(['上 / 下']);
    expect(blocksOf(p(run('<w:sym w:font="Wingdings" w:char="F0FE"/>') + r('是')))).toEqual(['☑是']);
    expect(
      blocksOf(p(`<w:hyperlink>${r('甲')}</w:hyperlink><w:sdt><w:sdtContent>${r('乙')}</w:sdtContent></w:sdt>`)),
    ).toEqual(['甲乙']);
    const ruby = `<w:ruby><w:rt>${r('jing')}</w:rt><w:rubyBase>${r('经')}</w:rubyBase></w:ruby>`;
    expect(blocksOf(p(run(ruby) + r('费')))).toEqual(['经费']);
  });

  it('reads blocks inside content controls and insertions', () => {
    const body = `<w:sdt><w:sdtContent>${p('甲')}<w:customXml>${p('乙')}</w:customXml></w:sdtContent></w:sdt><w:ins>${p('丙')}</w:ins><w:del>${p('丁')}</w:del>`;
    expect(blocksOf(body)).toEqual(['甲', '乙', '丙']);
  });
});

describe('text boxes', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;

  it('are read once, though the file holds them twice for older programs', () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('收入12.50万元')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('收入12.50万元')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(blocksOf(p(`${r('见框')}<w:r>${both}</w:r>`))).toEqual(['见框', '收入12.50万元']);
  });

  it('of older files are read too', () => {
    expect(blocksOf(p(`<w:r><w:pict><v:shape><v:textbox>${box('旧框')}</v:textbox></v:shape></w:pict></w:r>`))).toEqual(
      ['旧框'],
    );
  });
});

describe('notes', () => {
  it('stand after the body in the order of their marks, without a number in the text', () => {
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(text)}`)}</w:footnote>`;
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('线')}</w:footnote>${note(1, '注一')}${note(2, '注二')}${note(3, '无人提及')}`;
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = p(r('支出12.5') + mark(2) + r('万元')) + p(mark(1) + r('完'));
    expect(blocksOf(body, { footnotes })).toEqual(['支出12.5万元', '完', '注二', '注一']);
  });
});

describe('pages', () => {
  const mark = '<w:r><w:lastRenderedPageBreak/></w:r>';

  it('are known where Word left its marks, also inside a paragraph', () => {
    const document = readBody(p('一') + p(mark + r('二')) + p(r('三上') + mark + r('三下')));
    expect(document.text).toBe('一\n\f二\n三上\n\f三下\n');
    expect(shown(document)).toEqual(['一', '二', '三上 / 三下']);
    expect(document.pages.map((page) => page.number)).toEqual([1, 2, 3]);
  });

  it('count a break of the author and the mark after it once', () => {
    const document = readBody(p(`${r('一')}<w:r><w:br w:type="page"/></w:r>`) + p(mark + r('二')));
    expect(document.pages).toHaveLength(2);
  });

  it('are one where there is no mark, for breaks alone do not tell the page', () => {
    const document = readBody(p(`${r('一')}<w:r><w:br w:type="page"/></w:r>`) + p('二', '<w:pageBreakBefore/>'));
    expect(document.pages).toHaveLength(1);
  });
});

describe('headings and contents', () => {
  it('take the outline level from the paragraph, its style, or the name of a built-in style', () => {
    const styles =
      style('T', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 3"/></w:style>';
    const body =
      p('甲', '<w:outlineLvl w:val="0"/>') +
      p('乙', '<w:pStyle w:val="T"/>') +
      p('丙', '<w:pStyle w:val="2"/>') +
      p('丁', '<w:pStyle w:val="T"/><w:outlineLvl w:val="9"/>');
    const levels = readBody(body, { styles }).blocks.map((block) => block.kind === 'paragraph' && block.heading);
    expect(levels).toEqual([1, 2, 3, null]);
  });

  it('tell the lines of a table of contents by the field, the control or the style', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const begin = `${mark('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${mark('separate')}`;
    const styles = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="toc 2"/></w:style>';
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt>`;
    const body =
      p(begin + r('域')) +
      p('中') +
      p(mark('end')) +
      p('外') +
      control +
      p('样式', '<w:pStyle w:val="x"/>') +
      p('正文');
    const roles = readBody(body, { styles }).blocks.map((block) => block.kind === 'paragraph' && block.role);
    expect(roles).toEqual(['contents', 'contents', 'body', 'contents', 'contents', 'body']);
  });
});
