import { describe, expect, it } from 'vitest';
import { blocksOf, p, r, readBody, tbl, tc, tr } from './build.ts';

const down = (kind = '') => `<w:vMerge${kind && ` w:val="${kind}"`}/>`;
const wide = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;

describe('tables', () => {
  it('have merged cells once, with their spans', () => {
    const table = tbl(
      tr(tc('项目', wide(2) + down('restart')), tc('合计', down('restart')), tc('其中', wide(2))),
      tr(tc('', wide(2) + down()), tc('', down('continue')), tc('基本'), tc('项目支出')),
      tr(tc('208'), tc('社会保障'), tc('3.50'), tc('1.50'), tc('2.00')),
    );
    expect(blocksOf(table)).toEqual([
      '[3x5] 项目@0,0+2>2 合计@0,2+2 其中@0,3>2 基本@1,3 项目支出@1,4 208@2,0 社会保障@2,1 3.50@2,2 1.50@2,3 2.00@2,4',
    ]);
  });

  it('keep a cell that goes on with nothing above it', () => {
    const table = tbl(tr(tc('甲'), tc('乙')), tr(tc('丙', down()), tc('丁')));
    expect(blocksOf(table)).toEqual(['[2x2] 甲@0,0 乙@0,1 丙@1,0 丁@1,1']);
  });

  it('merge sideways in the older way', () => {
    const table = tbl(
      tr(tc('收入', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('支出')),
      tr(tc('甲'), tc('1.00'), tc('2.00')),
    );
    expect(blocksOf(table)).toEqual(['[2x3] 收入@0,0>2 支出@0,2 甲@1,0 1.00@1,1 2.00@1,2']);
  });

  it('leave out deleted and hidden rows and skip slots before a row', () => {
    const row = (trPr: string, ...cells: string[]) => `<w:tr><w:trPr>${trPr}</w:trPr>${cells.join('')}</w:tr>`;
    const table = tbl(
      tr(tc('甲'), tc('1.00')),
      row('<w:del w:id="1"/>', tc('删'), tc('9.99')),
      row('<w:hidden/>', tc('藏'), tc('9.99')),
      row('<w:gridBefore w:val="1"/>', tc('2.00')),
    );
    expect(blocksOf(table)).toEqual(['[2x2] 甲@0,0 1.00@0,1 2.00@1,1']);
  });

  it('join the paragraphs of a cell, with their list numbers', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const listed = (text: string) => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const table = tbl(tr(tc(listed('甲') + listed('乙')), tc('1.00')), tr(tc('丙'), tc('2.00')));
    expect(blocksOf(table, { numbering })).toEqual(['[2x2] 1.甲 2.乙@0,0 1.00@0,1 丙@1,0 2.00@1,1']);
  });

  it('give a table inside a cell its own place after the outer one', () => {
    const inner = tbl(tr(tc('内'), tc('3.00')));
    const table = tbl(
      tr(tc('甲'), tc('1.00')),
      tr(tc('乙'), tc('2.00')),
      tr(tc(`${p('丙')}${inner}${p('')}`), tc('3.00')),
    );
    expect(blocksOf(table)).toEqual(['[3x2] 甲@0,0 1.00@0,1 乙@1,0 2.00@1,1 丙@2,0 3.00@2,1', '[1x2] 内@0,0 3.00@0,1']);
  });

  it('that only frame text are unwrapped', () => {
    const table = tbl(tr(tc(p('一、收入') + p('本年收入12.50万元。'))));
    expect(blocksOf(table)).toEqual(['一、收入', '本年收入12.50万元。']);
  });

  it('that only frame another table are unwrapped', () => {
    const inner = tbl(tr(tc('甲'), tc('1.00')));
    expect(blocksOf(tbl(tr(tc(p('标题') + inner + p('')))))).toEqual(['标题', '[1x2] 甲@0,0 1.00@0,1']);
  });

  it('have one column where the edges of rows miss each other by a hair', () => {
    const grid = (...widths: number[]) =>
      `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`;
    const rows = tr(tc('甲'), tc('1.00', wide(2))) + tr(tc('乙', wide(2)), tc('2.00'));
    expect(blocksOf(tbl(grid(3000, 12, 2000), rows))).toEqual(['[2x2] 甲@0,0 1.00@0,1 乙@1,0 2.00@1,1']);
    expect(blocksOf(tbl(grid(3000, 900, 2000), rows))).toEqual(['[2x3] 甲@0,0 1.00@0,1>2 乙@1,0>2 2.00@1,2']);
  });

  it('run over pages where Word marked them', () => {
    const mark = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const table = tbl(tr(tc('甲'), tc('1.00')), tr(tc(p(mark + r('乙'))), tc('2.00')));
    const document = readBody(table);
    expect(document.text).toBe('甲\t1.00\n\f乙\t2.00\n');
    expect(document.blocks).toHaveLength(1);
  });
});
