import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/docx/index.ts';
import { blocksOf, docx, p, patterns } from './build.ts';

const level = (i: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...inner: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${inner.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const listed = (text: string, numId: number, ilvl = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
const report = abstract(
  0,
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
);

describe('list numbers', () => {
  it('are generated into the text, and begin anew where the list says so', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = report + num(1, 0) + num(2, 0, restart);
    const body =
      listed('收入', 1) + listed('财政', 1, 1) + listed('基本', 1, 2) + listed('支出', 1) + listed('另起', 2);
    expect(blocksOf(body, { numbering })).toEqual(['一、收入', '（一）财政', '1.基本', '二、支出', '一、另起']);
  });

  it('come from the style, at the level that is bound to it', () => {
    const bound = abstract(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
    );
    const style = (id: string, inner: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
    const styles =
      style('H1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('H2', '<w:basedOn w:val="H1"/>') +
      style('H3', '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
    const styled = (text: string, id: string) => p(text, `<w:pStyle w:val="${id}"/>`);
    const body =
      styled('甲', 'H1') +
      styled('乙', 'H2') +
      styled('丙', 'H3') +
      p('丁', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(blocksOf(body, { styles, numbering: bound + num(1, 0) })).toEqual(['一、甲', '（一）乙', '丙', '丁']);
  });

  it('follow a list that a numbering style stands for', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const linked = abstract(1, '<w:numStyleLink w:val="L"/>');
    const numbering =
      abstract(0, '<w:styleLink w:val="L"/>', level(0, 'decimalEnclosedCircle', '%1')) + linked + num(1, 0) + num(2, 1);
    expect(blocksOf(listed('甲', 2) + listed('乙', 2), { styles, numbering })).toEqual(['①甲', '②乙']);
  });

  it('take a level that the list replaces', () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`;
    expect(blocksOf(listed('甲', 1), { numbering: report + num(1, 0, override) })).toEqual(['A)甲']);
  });

  it('do not count paragraphs that are hidden as a whole', () => {
    const gone = p(
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    );
    expect(blocksOf(listed('甲', 1) + gone + listed('乙', 1), { numbering: report + num(1, 0) })).toEqual([
      '一、甲',
      '二、乙',
    ]);
  });

  it('in a format that nobody knows are digits, with a notice', () => {
    const { value, notices } = readDocx(
      docx(listed('甲', 1), { numbering: abstract(0, level(0, 'klingon', '%1.')) + num(1, 0) }),
      patterns,
    );
    expect(value?.text).toBe('1.甲\n');
    expect(notices.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      expect.stringMatching(/^unknown-element: .*klingon/),
    ]);
  });
});
