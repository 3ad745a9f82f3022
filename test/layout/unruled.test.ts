import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/document.ts';
import { layOut } from '../../src/layout/index.ts';
import { paragraphsOf, tablesOf } from './document-text.ts';
import { laidOut, line, page, patterns } from './page-marks.ts';

/** Cells that end at the right of their columns, as numbers do; the first begins at the left. */
const row = (base: number, label: string, ...numbers: string[]) => [
  line(50, base, label),
  ...numbers.map((number, i) => line(250 + 80 * i - number.length * 5, base, number)),
];

const head = (base: number) => [line(60, base, '项目'), line(215, base, '预算数'), line(295, base, '决算数')];
const body = (from: number, step = 18) => [
  ...row(from, '一般公共服务支出', '12.50', '11.25'),
  ...row(from + step, '教育支出', '', '0.75'),
  ...row(from + 2 * step, '住房保障支出', '4.00', '4.00'),
  ...row(from + 3 * step, '合计', '16.50', '16.00'),
];
const expected = [
  '项目|预算数|决算数',
  '一般公共服务支出|12.50|11.25',
  '教育支出||0.75',
  '住房保障支出|4.00|4.00',
  '合计|16.50|16.00',
];

describe('a table without rules', () => {
  it('is read from columns of numbers, with a notice', () => {
    const { value, notices } = layOut([page([line(150, 60, '支出表'), ...head(80), ...body(98)])], patterns);
    expect(tablesOf(value)).toEqual([expected]);
    expect(paragraphsOf(value)).toEqual(['支出表']);
    expect(value.blocks.find((block): block is Table => block.kind === 'table')?.ruled).toBe(false);
    expect(notices).toMatchObject([{ code: 'tables-approximate', page: 1 }]);
  });

  it('has a column where only the head says so', () => {
    const columns = [...head(80), line(360, 80, '备注')];
    expect(tablesOf(laidOut(page([...columns, ...body(98)])))[0]?.slice(0, 2)).toEqual([
      '项目|预算数|决算数|备注',
      '一般公共服务支出|12.50|11.25|',
    ]);
  });

  it('keeps the line that says whose it is apart', () => {
    const owner = [line(50, 62, '部门：某某局'), line(290, 62, '单位：万元')];
    const document = laidOut(page([...owner, ...head(80), ...body(98)]));
    expect(tablesOf(document)).toEqual([expected]);
    expect(paragraphsOf(document)).toHaveLength(1);
  });

  it('takes a label on two lines as one', () => {
    const wrapped = [
      ...head(80),
      ...row(98, '机关事业单位基本', '1.00', '2.00'),
      line(50, 110, '养老保险'),
      ...body(130),
    ];
    expect(tablesOf(laidOut(page(wrapped)))[0]?.[1]).toBe('机关事业单位基本养老保险|1.00|2.00');
  });

  it('has the rows that lines between them make', () => {
    const rules = [68, 98, 128, 146, 164, 182].map((at) => ({ horizontal: true, at, from: 48, to: 340 }));
    const columns = [line(60, 86, '项目'), line(215, 80, '预算'), line(215, 92, '数'), line(295, 86, '决算数')];
    const marks = page(
      [
        ...columns,
        ...row(110, '机关事业单位基本', '1.00', '2.00'),
        line(50, 122, '养老保险'),
        ...row(140, '教育支出', '3.00', '4.00'),
        ...row(158, '科技支出', '5.00', '6.00'),
        ...row(176, '合计', '9.00', '12.00'),
      ],
      rules,
    );
    expect(tablesOf(laidOut(marks))[0]).toEqual([
      '项目|预算数|决算数',
      '机关事业单位基本养老保险|1.00|2.00',
      '教育支出|3.00|4.00',
      '科技支出|5.00|6.00',
      '合计|9.00|12.00',
    ]);
  });
});

describe('lines that are no table', () => {
  const none = (...lines: ReturnType<typeof line>[]) => tablesOf(laidOut(page(lines)));
  const long = '本年支出合计一百万元其中基本支出六十万元';

  it('are sentences with wide gaps', () => {
    const apart = (base: number, from: number) => [
      line(50, base, long.slice(0, from)),
      line(80 + 10 * from, base, `12.50万元，${long.slice(from)}`),
    ];
    expect(none(...[0, 1, 2, 3, 4, 5].flatMap((i) => apart(80 + 20 * i, 5 + i)))).toEqual([]);
  });

  it('are numbered items and short lists of names with numbers', () => {
    expect(
      none(...[1, 2, 3, 4, 5].flatMap((n) => [line(50, 60 + 20 * n, `${n}.`), line(70, 60 + 20 * n, long)])),
    ).toEqual([]);
    expect(none(...row(80, '编制人数', '12'), ...row(98, '实有人数', '11'))).toEqual([]);
  });

  it('are the entries of a contents', () => {
    const entries = [1, 2, 3, 4, 5].flatMap((n) => [
      line(50, 80 + 20 * n, `第${n}章支出情况`),
      line(340, 80 + 20 * n, String(n)),
    ]);
    expect(none(line(180, 80, '目录'), ...entries)).toEqual([]);
  });

  it('are columns in which two numbers would share a cell', () => {
    const crossed = [0, 1, 2, 3].flatMap((i) => [
      ...row(80 + 18 * i, '支出', '1.00', '2.00'),
      line(262, 80 + 18 * i, '3.00'),
    ]);
    expect(
      none(...crossed)
        .flat()
        .filter((cells) => /\d \d|\d\.\d+\d\.\d/.test(cells)),
    ).toEqual([]);
  });
});
