import { describe, expect, it } from 'vitest';
import { pageAt, type Table } from '../../src/document.ts';
import { paragraphsOf, tablesOf } from './document-text.ts';
import { fill, grid, laidOut, line, page } from './page-marks.ts';

const xs = [50, 150, 250, 350];
const down = (from: number, rows: number) => Array.from({ length: rows + 1 }, (_, i) => from + 20 * i);
const head = ['科目', '基本支出', '项目支出'];

const table = (top: number, rows: readonly (readonly string[])[], edges = xs) => {
  const ys = down(top, rows.length);
  return { glyphs: fill(edges, ys, rows), rules: grid(edges, ys) };
};

describe('a table over two pages', () => {
  const first = table(100, [head, ['合计', '1.00', '2.00'], ['行政', '3.00', '4.00']]);
  const rest = [
    ['事业', '5.00', '6.00'],
    ['其他', '7.00', '8.00'],
  ];
  const joined = [...[head, ['合计', '1.00', '2.00'], ['行政', '3.00', '4.00']], ...rest].map((row) => row.join('|'));
  const upper = page([line(150, 90, '支出决算表'), ...first.glyphs, line(195, 580, '- 1 -')], first.rules);

  it('is one table without the head that is printed again', () => {
    const next = table(60, [head, ...rest]);
    const document = laidOut(upper, page(next.glyphs, next.rules));
    expect(tablesOf(document)).toEqual([joined]);
    expect(paragraphsOf(document)).toContain('furniture: 科目\t基本支出\t项目支出');
    const cells = (document.blocks.find((block) => block.kind === 'table') as Table).cells;
    expect(cells.map((cell) => pageAt(document, cell.start)).filter((n) => n === 2)).toHaveLength(6);
  });

  it('is one table where no head is printed again', () => {
    const next = table(60, rest);
    expect(tablesOf(laidOut(upper, page(next.glyphs, next.rules)))).toEqual([joined]);
  });

  it('is one table where its title is printed again', () => {
    const next = table(100, [head, ...rest]);
    const document = laidOut(upper, page([line(150, 90, '支出决算表'), ...next.glyphs], next.rules));
    expect(tablesOf(document)).toEqual([joined]);
    expect(paragraphsOf(document)).toContain('furniture: 支出决算表');
  });

  it('is one table where its title says that it goes on', () => {
    const next = table(100, [head, ...rest]);
    const document = laidOut(upper, page([line(150, 90, '支出决算表（续）'), ...next.glyphs], next.rules));
    expect(tablesOf(document)).toEqual([joined]);
  });

  it('knows a head with a year again', () => {
    const dated = ['科目', '2022年决算数', '2023年决算数'];
    const [one, two] = [table(100, [dated, ['合计', '1.00', '2.00']]), table(60, [dated, ...rest])];
    expect(tablesOf(laidOut(page(one.glyphs, one.rules), page(two.glyphs, two.rules)))).toEqual([
      [dated, ['合计', '1.00', '2.00'], ...rest].map((row) => row.join('|')),
    ]);
  });

  it('is one table where a double line leaves a thin empty row', () => {
    const next = table(60, rest);
    const double = { horizontal: true, at: 53, from: 50, to: 350 };
    const sides = [50, 350].map((at) => ({ horizontal: false, at, from: 53, to: 60 }));
    expect(tablesOf(laidOut(upper, page(next.glyphs, [...next.rules, double, ...sides])))).toEqual([joined]);
  });

  it('is two tables with another title or other columns', () => {
    const next = table(100, [head, ...rest]);
    expect(tablesOf(laidOut(upper, page([line(150, 90, '收入决算表'), ...next.glyphs], next.rules)))).toHaveLength(2);
    const other = table(60, rest, [50, 120, 200, 350]);
    expect(tablesOf(laidOut(upper, page(other.glyphs, other.rules)))).toHaveLength(2);
  });

  it('is two tables where text stands between', () => {
    const next = table(100, [head, ...rest]);
    const noted = page([...first.glyphs, line(50, 300, '注：本表反映支出。')], first.rules);
    expect(tablesOf(laidOut(noted, page(next.glyphs, next.rules)))).toHaveLength(2);
  });

  it('widens the cells of a part whose columns are not split', () => {
    const split = [50, 70, 90, 110, 200, 350];
    const codes = table(
      100,
      [
        ['类', '款', '项', '科目', '支出'],
        ['208', '05', '01', '退休', '1.00'],
      ],
      split,
    );
    const next = table(60, [['2080502', '事业', '2.00']], [50, 110, 200, 350]);
    expect(tablesOf(laidOut(page(codes.glyphs, codes.rules), page(next.glyphs, next.rules)))).toEqual([
      ['类|款|项|科目|支出', '208|05|01|退休|1.00', '2080502 3x1|事业|2.00'],
    ]);
  });

  it('keeps a first row of data that only looks like the last', () => {
    const same = [
      ['合计', '1.00', '2.00'],
      ['行政', '3.00', '4.00'],
    ];
    const [one, two] = [table(100, same), table(60, same)];
    expect(tablesOf(laidOut(page(one.glyphs, one.rules), page(two.glyphs, two.rules)))[0]).toHaveLength(4);
  });
});

describe('lines that are no table', () => {
  it('are a frame around a text, and a chart without words', () => {
    const frame = grid([40, 360], [60, 200]);
    const chart = grid([100, 200, 300], [300, 350, 400]);
    const document = laidOut(page([line(50, 100, '框中的话。')], [...frame, ...chart]));
    expect(tablesOf(document)).toEqual([]);
    expect(paragraphsOf(document)).toEqual(['框中的话。']);
  });

  it('are bounded: a page of a hundred thousand pieces is read in time', () => {
    const pieces = Array.from({ length: 100_000 }, (_, i) => ({
      horizontal: i % 2 === 0,
      at: (i * 7.3) % 590,
      from: (i * 3.1) % 500,
      to: ((i * 3.1) % 500) + 30,
    }));
    const start = performance.now();
    laidOut(page([line(50, 100, '话。')], pieces));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
