import { describe, expect, it } from 'vitest';
import { tableFacts } from '../../../src/facts/tables/index.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { documentOf, type Part, reportOf } from './build.ts';

const patterns = loadPatterns();

function read(parts: readonly Part[]) {
  const document = documentOf(parts);
  const result = tableFacts({ document, sections: [], report: reportOf('final'), patterns });
  return {
    ...result,
    said: result.facts.map((f) => `${f.concept} ${f.subject?.path.join('/') ?? '-'} ${f.value}`),
    left: result.unmapped.map(({ start, end }) => document.text.slice(start, end)),
  };
}

describe('several tables in one grid', () => {
  const two = `收入决算表 ~ ~
单位：元 ~ ~
科目编码 | 科目名称 | 本年收入合计
合计 ~ | 5.00
支出决算表 ~ ~
单位：万元 ~ ~
科目编码 | 科目名称 | 本年支出合计
合计 ~ | 6.00`;

  it('are read one by one, each with its own title and unit', () => {
    const { tables, said } = read([{ table: two }]);
    expect(tables.map(({ id, kind, unit }) => `${id} ${kind} ${unit}`)).toEqual(['t1 02 元', 't2 03 万元']);
    expect(said).toEqual(['income.current_year - 5', 'expenditure.current_year - 60000']);
  });

  it('count their rows from their own first row', () => {
    const { facts, tables } = read([{ table: two }]);
    expect(facts[1]?.source).toMatchObject({ table: 't2', row: 3, column: 2 });
    expect(tables[1]?.rows).toEqual([['合计', '', '6.00']]);
  });

  it('stay one where titles are only listed', () => {
    const list = '序号 | 表名\n1 | 收入支出决算总表\n2 | 收入决算表\n3 | 支出决算表\n4 | 财政拨款收入支出决算总表';
    expect(read([{ table: list }]).tables.map(({ kind }) => kind)).toEqual([null]);
  });
});

describe('a grid that only holds title and unit', () => {
  const body = { table: '科目编码 | 科目名称 | 本年收入合计\n合计 ~ | 5.00' };

  it('belongs to the table below it', () => {
    const { tables, said } = read([{ table: '收入决算表 ~\n部门：松岭县档案馆 | 单位：万元' }, body]);
    expect(tables).toHaveLength(1);
    expect(said).toEqual(['income.current_year - 50000']);
  });

  it('is a table where none follows', () => {
    expect(read([{ table: '收入决算表 ~\n部门：松岭县档案馆 | 单位：万元' }, '以下为空。']).tables).toHaveLength(1);
  });
});

describe('a further part with other columns', () => {
  const first = {
    table:
      '科目编码 ~ ~ | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n类 | 款 | 项 | ^ | ^ | ^ | ^\n201 | | | 一般公共服务支出 | 5.00 | 3.00 | 2.00',
  };

  it('takes its amounts from the right where it has no head', () => {
    const { tables, said } = read([
      '支出决算表',
      '单位：元',
      first,
      { table: '20101 | 人大事务 | 5.00 | 3.00 | 2.00' },
    ]);
    expect(tables).toHaveLength(1);
    expect(said.slice(3)).toEqual([
      'expenditure.current_year 一般公共服务支出/人大事务 5',
      'expenditure.basic 一般公共服务支出/人大事务 3',
      'expenditure.project 一般公共服务支出/人大事务 2',
    ]);
  });

  it('joins under a head that says the same over other columns', () => {
    const second = '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n20101 | 人大事务 | 5.00 | 3.00 | 2.00';
    const { tables, said } = read(['支出决算表', '单位：元', first, { table: second }]);
    expect(tables).toHaveLength(1);
    expect(said).toHaveLength(6);
  });

  it('stays apart where words stand among its amounts', () => {
    const { tables, left } = read(['支出决算表', '单位：元', first, { table: '东闸 | 1 | 西闸 | 2 | 南闸' }]);
    expect([tables.length, left]).toEqual([2, ['1', '2']]);
  });
});

describe('a title over each page', () => {
  const page = (rows: string, place: string) => [
    '支出决算表',
    place,
    { table: `类 | 款 | 项 | 科目名称 | 本年支出合计\n${rows}` },
  ];
  const first = page('201 | | | 一般公共服务支出 | 5.00\n201 | 01 | | 人大事务 | 5.00', '单位：元');
  const second = (place: string) => page('201 | 01 | 01 | 行政运行 | 5.00', place);

  it('stands over one table where all around it is the same', () => {
    const { tables, said } = read([...first, ...second('单位：元')]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([3]);
    expect(said[2]).toBe('expenditure.current_year 一般公共服务支出/人大事务/行政运行 5');
  });

  it('may say that it goes on', () => {
    const further = ['支出决算表（续）', ...second('单位：元').slice(1)];
    expect(read([...first, ...further]).tables).toHaveLength(1);
  });

  it('stands over another table where the organisation is another', () => {
    expect(read([...first, ...second('部门：松岭县水文站')]).tables).toHaveLength(2);
  });
});

describe('rows that end early', () => {
  const head = '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 经营支出';

  it('keep their places where the table elsewhere prints empty cells', () => {
    const table = `${head}\n201 | 一般公共服务支出 | 5.00 | | 5.00 |\n205 | 教育支出 | 2.00 | 2.00`;
    const { said, left } = read(['支出决算表', '单位：元', { table }]);
    expect(said.slice(2)).toEqual(['expenditure.current_year 教育支出 2', 'expenditure.basic 教育支出 2']);
    expect(left).toEqual([]);
  });

  it('are left unmapped where empty cells may have been lost anywhere', () => {
    const table = `${head}\n201 | 一般公共服务支出 | 5.00 | 1.00 | 3.00 | 1.00\n205 | 教育支出 | 2.00 | 2.00`;
    const { said, left } = read(['支出决算表', '单位：元', { table }]);
    expect([said.length, left]).toEqual([4, ['2.00', '2.00']]);
  });

  it('align from the right where a total lost the columns that its label spanned', () => {
    const table = `类 | 款 | 项 | 科目名称 | 本年支出合计 | 基本支出\n合计 | 215.00 | 210.00\n201 | | | 一般公共服务支出 | 215.00 | 210.00`;
    const { said } = read(['支出决算表', '单位：元', { table }]);
    expect(said.slice(0, 2)).toEqual(['expenditure.current_year - 215', 'expenditure.basic - 210']);
  });
});

describe('empty columns', () => {
  it('by the hundred say nothing, nor do those between code and name', () => {
    const blanks = ' |'.repeat(200);
    const table = `科目编码 | | 科目名称 | 本年收入合计${blanks}\n201 | | 一般公共服务支出 | 5.00${blanks}`;
    const { said, tables } = read(['收入决算表', '单位：元', { table }]);
    expect(said).toEqual(['income.current_year 一般公共服务支出 5']);
    expect(tables[0]?.header[0]).toHaveLength(4);
  });
});

describe('heads and rows that say something else', () => {
  it('leave an amount under an unknown head unmapped', () => {
    const table = '科目编码 | 科目名称 | 本年支出合计 | 其中：应急资金\n201 | 一般公共服务支出 | 5.00 | 1.00';
    const { said, left } = read(['支出决算表', '单位：元', { table }]);
    expect([said.length, left]).toEqual([1, ['1.00']]);
  });

  it('give no amount of the whole to an economic class', () => {
    const table = '科目编码 | 科目名称 | 合计 | 一般公共预算\n302 | 商品和服务支出 | 5.00 | 4.00';
    expect(read(['支出决算表', '单位：元', { table }]).left).toEqual(['5.00', '4.00']);
  });

  it('take no count from a money column and no money from a count', () => {
    const table = '项目 | 统计数（万元）\n公务用车保有量 | 4\n公务接待费 | 5.00';
    expect(read(['“三公”经费支出决算表', { table }]).said).toEqual(['three_public.reception - 50000']);
  });
});
