import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/document.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDoc } from '../../../src/read/doc/index.ts';
import { definition, docBytes, type ParagraphForm, p, row, sprm, u16 } from './build.ts';

const patterns = loadPatterns();
const VERTICAL_FIRST = 0x60;
const VERTICAL_JOINED = 0x20;

/** Cells of each table as `row,column rows×columns text`. */
function tables(body: readonly ParagraphForm[]): string[][] {
  const { value: document } = readDoc(docBytes({ body }), patterns);
  if (!document) throw new Error('no document');
  const found = document.blocks.filter((block): block is Table => block.kind === 'table');
  return found.map((table) =>
    table.cells.map((cell) => {
      const spans = cell.rowSpan * cell.columnSpan > 1 ? ` ${cell.rowSpan}×${cell.columnSpan}` : '';
      return `${cell.row},${cell.column}${spans} ${document.text.slice(cell.start, cell.end)}`;
    }),
  );
}

const DEEP = [...sprm(0x2416, 1), ...sprm(0x6649, 2, 0, 0, 0)];
const inner = (text: string): ParagraphForm => ({ runs: [text], sprms: [...DEEP, ...sprm(0x244b, 1)] });
const innerEnd = (edges: readonly number[]): ParagraphForm => ({
  runs: [],
  sprms: [...DEEP, ...sprm(0x244c, 1), ...definition(edges)],
});
const CELL = sprm(0x2416, 1);

describe('a table of a binary document', () => {
  it('keeps rows, columns and empty cells', () => {
    const body = [p('表'), ...row(['项目', '决算数'], [0, 3000, 6000]), ...row(['总计', ''], [0, 3000, 6000]), p('注')];
    expect(tables(body)).toEqual([['0,0 项目', '0,1 决算数', '1,0 总计', '1,1 ']]);
  });

  it('spans the columns that lie between the edges of a cell', () => {
    const body = [
      ...row(['项目', '本年支出'], [0, 2000, 8000]),
      ...row(['项', '合计', '基本', '项目'], [0, 2000, 4000, 6000, 8000]),
    ];
    expect(tables(body)).toEqual([['0,0 项目', '0,1 1×3 本年支出', '1,0 项', '1,1 合计', '1,2 基本', '1,3 项目']]);
  });

  it('takes edges within a millimetre as one, but never two of the same row', () => {
    const body = [
      ...row(['甲', '1.00', '2.00'], [-108, 2000, 4000, 6000]),
      ...row(['乙', '3.00', '4.00'], [-94, 2014, 3986, 6000]),
    ];
    expect(tables(body)).toEqual([['0,0 甲', '0,1 1.00', '0,2 2.00', '1,0 乙', '1,1 3.00', '1,2 4.00']]);
    const narrow = [...row(['a', 'b', 'c'], [0, 2000, 2040, 4000]), ...row(['d', 'e'], [0, 2010, 4000])];
    expect(tables(narrow)[0]).toEqual(['0,0 a', '0,1 b', '0,2 c', '1,0 d', '1,1 1×2 e']);
  });

  it('joins cells downwards', () => {
    const body = [
      ...row(['科目', '甲'], [0, 2000, 4000], [VERTICAL_FIRST, 0]),
      ...row(['', '乙'], [0, 2000, 4000], [VERTICAL_JOINED, 0]),
      ...row(['新', '丙'], [0, 2000, 4000], [VERTICAL_FIRST, 0]),
    ];
    expect(tables(body)).toEqual([['0,0 2×1 科目', '0,1 甲', '1,1 乙', '2,0 新', '2,1 丙']]);
  });

  it('joins cells sideways, whichever of the two notations a writer has', () => {
    for (const flags of [
      [1, 2, 0],
      [2, 1, 0],
    ]) {
      const body = [
        ...row(['收入', '', '支出'], [0, 2000, 4000, 6000], flags),
        ...row(['1', '2', '3'], [0, 2000, 4000, 6000]),
      ];
      expect(tables(body)).toEqual([['0,0 1×2 收入', '0,2 支出', '1,0 1', '1,1 2', '1,2 3']]);
    }
  });

  it('applies what was changed after the definition of a row', () => {
    const changed = (cells: readonly string[], ...sprms: number[][]): ParagraphForm[] => {
      const forms = row(cells, [0, 2000, 4000, 6000]);
      const last = forms.at(-1) as ParagraphForm;
      return [...forms.slice(0, -1), { ...last, sprms: [...(last.sprms ?? []), ...sprms.flat()] }];
    };
    const plain = row(['1', '2', '3', '4'], [0, 2000, 4000, 6000, 8000]);
    // Merge cells 1 to 2; join cell 0 down; delete cell 2; insert a cell of 2000 before cell 1.
    const merge = changed(['a', 'b', 'c'], sprm(0x5624, 1, 3));
    expect(tables([...merge, ...plain])[0]?.slice(0, 2)).toEqual(['0,0 a', '0,1 1×2 b']);
    const down = changed(['', 'b', 'c'], sprm(0xd62b, 2, 0, 1));
    const first = changed(['上', 'b', 'c'], sprm(0xd62b, 2, 0, 3));
    expect(tables([...first, ...down])[0]?.[0]).toBe('0,0 2×1 上');
    const insert = changed(['a', '', 'b', 'c'], sprm(0x7621, 1, 1, ...u16(2000)));
    expect(tables([...insert, ...plain])[0]?.slice(0, 4)).toEqual(['0,0 a', '0,1 ', '0,2 b', '0,3 c']);
    const removed = changed(['a', 'b'], sprm(0x5622, 1, 2));
    expect(tables([...removed, ...plain])[0]?.slice(0, 2)).toEqual(['0,0 a', '0,1 b']);
  });

  it('puts the paragraphs of a cell on one line', () => {
    const first: ParagraphForm = { runs: ['机关事业单位'], sprms: CELL };
    const body = [first, ...row(['基本养老保险', '10.00'], [0, 3000, 6000]), ...row(['甲', '1'], [0, 3000, 6000])];
    expect(tables(body)[0]?.[0]).toBe('0,0 机关事业单位 基本养老保险');
  });

  it('gives a nested table after the one around it', () => {
    const body = [
      ...row(['名称', '内容'], [0, 3000, 6000]),
      ...row(['说明', '金额'], [0, 3000, 6000]).slice(0, 1),
      inner('内一'),
      inner('内二'),
      innerEnd([0, 1000, 2000]),
      ...row(['外', ''], [0, 3000, 6000]).slice(0, 1),
      row(['', ''], [0, 3000, 6000]).at(-1) as ParagraphForm,
      ...row(['合计', '5'], [0, 3000, 6000]),
    ];
    expect(tables(body)).toEqual([
      ['0,0 名称', '0,1 内容', '1,0 说明', '1,1 外', '2,0 合计', '2,1 5'],
      ['0,0 内一', '0,1 内二'],
    ]);
  });

  it('loses rows whose mark was deleted', () => {
    const gone = row(['删', '9'], [0, 3000, 6000]).map((form) => ({ ...form, markSprms: sprm(0x0800, 1) }));
    const body = [...row(['甲', '1'], [0, 3000, 6000]), ...gone, ...row(['乙', '2'], [0, 3000, 6000])];
    expect(tables(body)).toEqual([['0,0 甲', '0,1 1', '1,0 乙', '1,1 2']]);
  });

  it('survives rows without a definition and a file that ends within a row', () => {
    const bare = row(['甲', '1'], [0, 3000, 6000]).map((form, i) =>
      i === 2 ? { ...form, sprms: [...CELL, ...sprm(0x2417, 1)] } : form,
    );
    const body = [...bare, ...row(['乙', '2'], [0, 3000, 6000]).slice(0, 2)];
    expect(tables(body)).toEqual([['0,0 甲', '0,1 1', '1,0 乙', '1,1 2']]);
  });
});
