import { describe, expect, it } from 'vitest';
import type { Document, Paragraph } from '../../../src/document.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDoc } from '../../../src/read/doc/index.ts';
import { type DocumentForm, docBytes, type ParagraphForm, p, sprm, u16, u32 } from './build.ts';

const patterns = loadPatterns();
const DELETED = sprm(0x0800, 1);
const INSERTED = sprm(0x0801, 1);
const HIDDEN = sprm(0x083c, 1);
const SPECIAL = sprm(0x0855, 1);

function read(form: DocumentForm): Document {
  const { value, notices } = readDoc(docBytes(form), patterns);
  if (!value) throw new Error(notices.map((each) => each.message).join());
  return value;
}

function lines(form: DocumentForm): string[] {
  return read(form).text.split('\n').slice(0, -1);
}

function paragraphs(document: Document): Paragraph[] {
  return document.blocks.filter((block) => block.kind === 'paragraph');
}

describe('the text of a binary document', () => {
  it('is read from two-byte and from one-byte pieces', () => {
    expect(lines({ body: [p('2019年度部门决算'), p('收入')] })).toEqual(['2019年度部门决算', '收入']);
    expect(lines({ body: [p('Total \u0093 1,234.56 \u0094')], narrow: true })).toEqual([
      'Total \u201c 1,234.56 \u201d',
    ]);
  });

  it('leaves deletions out and keeps insertions', () => {
    const amount = p('支出', { text: '99.99', sprms: DELETED }, { text: '101.32', sprms: INSERTED }, '万元');
    expect(lines({ body: [amount] })).toEqual(['支出101.32万元']);
  });

  it('leaves hidden text out', () => {
    expect(
      lines({ body: [p('甲', { text: '乙', sprms: HIDDEN }, '丙'), p({ text: '丁', sprms: HIDDEN }), p('戊')] }),
    ).toEqual(['甲丙', '戊']);
  });

  it('joins a paragraph whose mark was deleted to the next one', () => {
    expect(lines({ body: [{ runs: ['一般公共'], markSprms: DELETED }, p('预算')] })).toEqual(['一般公共预算']);
  });

  it('reads fields by their result', () => {
    expect(lines({ body: [p('见 \u0013 HYPERLINK "x" \u0014网站\u0015。')] })).toEqual(['见 网站。']);
    const nested = p('第\u0013 IF \u0013 PAGE \u00141\u0015 = 1 \u0014一\u0015页');
    expect(lines({ body: [nested] })).toEqual(['第一页']);
  });

  it('shows a number that a field puts into a circle', () => {
    expect(lines({ body: [p('\u0013 eq \\o\\ac(○,3)\u0015基本支出')] })).toEqual(['③基本支出']);
  });

  it('hides no text behind a mark of a field that has no partner', () => {
    expect(lines({ body: [p('\u0013 收入12.5万元'), p('支出\u0014 3万元')] })).toEqual([' 收入12.5万元', '支出 3万元']);
  });

  it('tells the lines of a table of contents', () => {
    const document = read({ body: [p('\u0013 TOC \\o "1-3" \u0014第一部分 1'), p('第二部分 2\u0015'), p('第一部分')] });
    expect(paragraphs(document).map((each) => each.role)).toEqual(['contents', 'contents', 'body']);
  });

  it('prints breaks as lines, hyphens and spaces as they look, pictures not at all', () => {
    const special: ParagraphForm = {
      runs: ['甲\u000b乙\u000c丙', 'a\u001eb\u001fc\u00a0d', { text: '\u0001', sprms: SPECIAL }],
    };
    expect(lines({ body: [special] })).toEqual(['甲', '乙', '丙a-bc\u00a0d']);
  });

  it('takes outline levels as headings', () => {
    const document = read({ body: [{ runs: ['第一部分 概况'], sprms: sprm(0x2640, 0) }, p('正文')] });
    expect(paragraphs(document).map((each) => each.heading)).toEqual([1, null]);
  });

  it('reads notes after the body, and comments and headers not', () => {
    const note = [p({ text: '\u0002', sprms: SPECIAL }, ' 含结转')];
    const body = [p('支出', { text: '\u0002', sprms: SPECIAL }, '100万元'), p('完')];
    expect(lines({ body, footnotes: [note, [p('又注')]] })).toEqual(['支出100万元', '完', ' 含结转', '又注']);
  });

  it('reads a text box once, after the paragraph that it is anchored to', () => {
    const boxes = [
      { shape: 1025, text: [p('框内 12.00')] },
      { shape: 77, text: [p('组合框')] },
    ];
    const form = { body: [p('甲\u0008'), p('乙')], textBoxes: boxes, shapes: [{ position: 1, shape: 1025 }] };
    expect(lines(form)).toEqual(['甲', '框内 12.00', '乙', '组合框']);
  });

  it('applies what a fast save left in the piece table', () => {
    const changed = (pieces: readonly number[]) => {
      const table = [...pieces];
      // Prm0: sprmCFVanish with operand 1 for the one piece.
      table.splice(14, 2, (0x5c << 1) & 0xff, 1);
      return [2, ...u32(table.length), ...table];
    };
    const hidden = readDoc(docBytes({ body: [p('甲')], clx: changed }), patterns);
    expect(hidden.notices.map((each) => each.code)).toEqual(['empty']);
    const group = (pieces: readonly number[]) => {
      const table = [...pieces];
      table.splice(14, 2, 1, 0);
      return [1, ...u16(3), ...sprm(0x2640, 2), 2, ...u32(table.length), ...table];
    };
    expect(paragraphs(read({ body: [p('甲')], clx: group }))[0]?.heading).toBe(3);
  });
});
