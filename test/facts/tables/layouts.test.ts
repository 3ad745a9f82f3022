import { describe, expect, it } from 'vitest';
import { tableFacts } from '../../../src/facts/tables/index.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { documentOf, type Part, reportOf } from './build.ts';

const patterns = loadPatterns();

function read(parts: readonly Part[], kind: 'final' | 'budget' = 'final') {
  const document = documentOf(parts);
  const result = tableFacts({ document, sections: [], report: reportOf(kind), patterns });
  const text = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end);
  return {
    ...result,
    document,
    said: result.facts.map((f) => `${f.concept} ${f.subject?.path.join('/') ?? '-'} ${f.value}`),
    left: result.unmapped.map(text),
    passed: result.ignored.map(({ span, kind: why }) => `${why} ${text(span)}`),
  };
}

describe('a figure that the edge of its cell broke', () => {
  const value = (cell: string) =>
    read(['支出决算表', '单位：元', { table: `科目编码 | 科目名称 | 本年支出合计\n213 | 农林水支出 | ${cell}` }]).said;

  it.each([
    ['1,234, 500.00', '1234500'],
    ['302,10 0.00', '302100'],
    ['1234. 56', '1234.56'],
  ])('%s is one number', (cell, said) => {
    expect(value(cell)).toEqual([`expenditure.current_year 农林水支出 ${said}`]);
  });

  it.each(['12.50 13.40', '1,234 500.00', '12,34 56.00'])('%s is none', (cell) => {
    expect(value(cell)).toEqual([]);
  });

  it('stands in a cell of its own', () => {
    expect(value('￥12，345．60')).toEqual(['expenditure.current_year 农林水支出 12345.6']);
  });
});

describe('recognising a table', () => {
  const small = '科目编码 | 科目名称 | 本年收入合计\n合计 ~ | 5.00';

  it('takes the nearest title above and its unit, and consumes both', () => {
    const { tables, consumed, document } = read([
      '三、支出决算表',
      '收入决算表',
      '公开02表',
      '单位：万元',
      { table: small },
    ]);
    expect(tables[0]).toMatchObject({ kind: '02', title: '收入决算表', unit: '万元' });
    expect([...consumed]).toEqual(document.blocks.slice(1, 4).reverse());
  });

  it('ignores the same words in a table of contents', () => {
    expect(read([{ contents: '二、收入决算表' }, { table: '甲 | 乙\n丙 | 丁' }]).tables[0]?.kind).toBeNull();
  });

  it('reads a title and a unit fused into the first rows', () => {
    const rows = `收入决算表 ~ ~\n公开03表 ~ ~\n单位：槐荫县档案馆 ~ | 金额单位：元\n${small}`;
    expect(read([{ table: rows }]).tables[0]).toMatchObject({ kind: '02', title: '收入决算表', unit: '元' });
  });

  it('goes by the title, not by the printed code', () => {
    expect(read(['公开03表', '收入决算表', '单位：元', { table: small }]).tables[0]?.kind).toBe('02');
  });

  it('knows a table without a title by its heads', () => {
    const table = '科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出\n合计 ~ | 1.00 | 1.00 | |';
    expect(read([{ table }]).tables[0]?.kind).toBe('03');
  });

  it('does not take a longer title for a shorter one', () => {
    const { tables, notices, left } = read([
      '债务支出决算表',
      '单位：元',
      { table: '科目名称 | 金额\n债券付息 | 5.00' },
    ]);
    expect(tables[0]).toMatchObject({ kind: null, title: '债务支出决算表' });
    expect(notices[0]?.code).toBe('table-unrecognised');
    expect(left).toEqual(['5.00']);
  });

  it('is not led astray by a title wider than the table', () => {
    const { facts } = read([{ table: `收入决算表${' ~'.repeat(9)}\n单位：元${' ~'.repeat(9)}\n${small}` }]);
    expect(facts[0]?.value).toBe('5');
  });

  it('joins a title that was set on two lines', () => {
    const { tables } = read([
      '财政拨款',
      '收入支出决算总表',
      '单位：元',
      { table: '项目 | 决算数\n一般公共预算财政拨款 | 5.00' },
    ]);
    expect(tables[0]?.kind).toBe('04');
  });

  it('trusts no head of a table whose head ends early', () => {
    const table =
      '科目编码 | 科目名称 | 本年支出\n^ | ^ | 合计 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00';
    const { facts, notices } = read(['支出决算表', '单位：元', { table }]);
    expect([facts, notices[0]?.code]).toEqual([[], 'column-unrecognised']);
  });

  it('reads a statement of two sides by its complete head row', () => {
    const table = '收入 | 支出\n项目 | 决算数 | 项目 | 决算数\n一、事业收入 | 5.00 | 五、教育支出 | 4.00';
    expect(read(['收入支出决算总表', '单位：元', { table }]).said).toEqual([
      'income.institutional - 5',
      'expenditure.current_year 教育支出 4',
    ]);
  });

  it('takes two columns of one meaning for neither', () => {
    const table = '科目编码 | 科目名称 | 基本支出 | 基本支出 | 项目支出\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00';
    expect(read(['支出决算表', '单位：元', { table }]).said).toEqual(['expenditure.project 一般公共服务支出 2']);
  });

  it('continues a table after a break', () => {
    const first = '科目编码 | 科目名称 | 本年支出合计\n201 | 一般公共服务支出 | 5.00';
    const { tables, facts } = read(['支出决算表', '单位：元', { table: first }, { table: '20101 | 人大事务 | 5.00' }]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toHaveLength(2);
    expect(facts[1]).toMatchObject({
      subject: { code: '20101', path: ['一般公共服务支出', '人大事务'] },
      source: { table: 't1', row: 2 },
    });
  });
});

describe('parts of one table', () => {
  const head = '科目编码 | 科目名称 | 本年支出合计\n';

  it('join under a repeated head, the number of the page between them', () => {
    const parts = [
      '支出决算表',
      '单位：元',
      { table: `${head}201 | 一般公共服务支出 | 5.00` },
      '8',
      { table: `${head}20101 | 人大事务 | 5.00` },
    ];
    const { tables, facts } = read(parts);
    expect(tables).toHaveLength(1);
    expect(facts[1]?.source).toMatchObject({ table: 't1', row: 2 });
    expect(facts[1]?.value).toBe('5');
  });

  it('share the doubt about a head that ends early', () => {
    const table = '科目编码 | 科目名称 | 本年支出\n^ | ^ | 合计 | 基本支出\n201 | 一般公共服务支出 | 5.00 | 3.00';
    expect(read(['支出决算表', '单位：元', { table }, { table: '205 | 教育支出 | 5.00 | 3.00' }]).said).toEqual([]);
  });

  it('stay apart where a note ends the first', () => {
    const parts = [
      '支出决算表',
      '单位：元',
      { table: `${head}201 | 一般公共服务支出 | 5.00` },
      '注：决算口径。',
      { table: '1 | 河道处 | 5.00' },
    ];
    expect(read(parts).tables).toHaveLength(2);
  });
});

describe('units', () => {
  it('keep a head that carries the unit', () => {
    const table = '项目（万元） | 决算数（万元）\n一、事业收入 | 5.00';
    expect(read(['收入支出决算总表', { table }]).said).toEqual(['income.institutional - 50000']);
  });

  const table = '科目编码 | 科目名称 | 本年收入合计\n合计 ~ | 5.00';

  it('takes an organisation after 单位： for no unit and leaves the value open', () => {
    const [fact] = read(['收入决算表', '单位：元坝县档案馆', { table }]).facts;
    expect(fact).toMatchObject({
      value: null,
      unit: null,
      interval: null,
      published: { text: '5.00', unitSource: 'none' },
    });
  });

  it('takes the unit that a sentence fixes for all tables', () => {
    const [fact] = read(['以下各表金额单位均为万元。', '收入决算表', { table }]).facts;
    expect(fact).toMatchObject({ value: '50000', published: { unit: '万元', unitSource: 'document' } });
  });

  it('prefers the unit in a column head', () => {
    const [fact] = read(['收入决算表', '单位：元', { table: table.replace('合计\n', '合计（万元）\n') }]).facts;
    expect(fact).toMatchObject({ value: '50000', interval: ['49950', '50050'] });
  });
});

describe('cells', () => {
  const row = (cells: string) =>
    read([
      '支出决算表',
      '单位：元',
      { table: `科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n合计 ~ | ${cells}` },
    ]);

  it('makes no fact of blanks and dashes', () => {
    expect(row('5.00 | — | /').said).toEqual(['expenditure.current_year - 5']);
  });

  it('gives a placeholder no value', () => {
    expect(row('XX | *** | 1.00').facts.map((f) => [f.value, f.stated])).toEqual([
      [null, 'placeholder'],
      [null, 'placeholder'],
      ['1', 'number'],
    ]);
  });

  it('reads minus signs and accounting parentheses', () => {
    expect(row('-5.00 | （5.00） | －2').facts.map((f) => f.value)).toEqual(['-5', '-5', '-2']);
  });

  it('takes a printed 0 without decimals as exact', () => {
    expect(row('0 | 0.00 |').facts.map((f) => f.interval)).toEqual([
      ['0', '0'],
      ['-0.005', '0.005'],
    ]);
  });

  it('leaves a percentage among amounts unmapped', () => {
    expect(row('5.00 | 99.8% |').left).toEqual(['99.8']);
  });

  it('leaves a cell with two numbers and a row with cells missing unmapped', () => {
    const double = row('5.00 5.00 | 1.00 |');
    expect([double.said, double.left]).toEqual([['expenditure.basic - 1'], ['5.00', '5.00']]);
    const { said, left, notices } = row('5.00 | 5.00');
    expect([said, left, notices[0]?.code]).toEqual([[], ['5.00', '5.00'], 'column-unrecognised']);
  });

  it('covers exactly the number', () => {
    const { document, facts } = row(' 1,234.50 | |');
    const { start, end } = facts[0]?.source ?? { start: 0, end: 0 };
    expect(document.text.slice(start, end)).toBe('1,234.50');
  });

  it('counts codes, column numbers and years as ignored', () => {
    const table = '科目编码 | 科目名称 | 2024年决算数\n栏次 | | 1\n201 | 一般公共服务支出 | 5.00';
    expect(read(['支出决算表', '单位：元', { table }]).passed).toEqual(['date 2024', 'ordinal 1', 'code 201']);
  });
});

describe('subjects', () => {
  it('finds the parents of rows without codes by the dictionary', () => {
    const table = '功能分类科目 | 合计\n一般公共服务支出 | 5.00\n财政事务 | 5.00\n行政运行 | 5.00\n教育支出 | 1.00';
    const { facts } = read(['支出预算表', '单位：元', { table }], 'budget');
    expect(facts.map((f) => `${f.subject?.code} ${f.subject?.path.join('/')}`)).toEqual([
      '201 一般公共服务支出',
      '20106 一般公共服务支出/财政事务',
      '2010601 一般公共服务支出/财政事务/行政运行',
      '205 教育支出',
    ]);
  });

  it('takes the code of a 类 from the table that prints it, even against the dictionary', () => {
    const totals =
      '收入 ~ | 支出 ~\n项目 | 决算数 | 项目 | 决算数\n一、事业收入 | 5.00 | 八、社会保障和就业支出 | 5.00';
    const coded = '科目编码 | 科目名称 | 本年支出合计\n298 | 社会保障和就业支出 | 5.00';
    const { facts, codes } = read([
      '收入支出决算总表',
      '单位：元',
      { table: totals },
      '支出决算表',
      '单位：元',
      { table: coded },
    ]);
    expect(facts[1]?.subject).toEqual({ scheme: 'functional', code: '298', path: ['社会保障和就业支出'] });
    expect(codes.get('社会保障和就业支出')).toEqual([{ code: '298', path: ['社会保障和就业支出'] }]);
  });

  it('gives the amounts of several units to the units', () => {
    const table =
      '科目编码 ~ ~ | 单位名称（科目） | 合计\n类 | 款 | 项 | ^ | ^\n | | | 甲镇文化站 | 2.00\n207 | 01 | 09 | 群众文化 | 2.00\n' +
      ' | | | 乙镇文化站 | 3.00\n207 | 01 | 09 | 群众文化 | 3.00';
    const { facts } = read(['部门支出总表', '单位：元', { table }], 'budget');
    expect(facts.map((f) => [f.subject?.scheme, f.subject?.path.join('/')])).toEqual([
      ['unit', '甲镇文化站'],
      ['unit', '甲镇文化站/群众文化'],
      ['unit', '乙镇文化站'],
      ['unit', '乙镇文化站/群众文化'],
    ]);
  });
});

describe('a statement in one block', () => {
  it('reads expenditure below income', () => {
    const table = `项目 | 决算数\n收入 |\n一、事业收入 | 5.00\n本年收入合计 | 5.00\n收入总计 | 5.00
支出 |\n一、教育支出 | 4.00\n本年支出合计 | 4.00\n年末结转和结余 | 1.00\n支出总计 | 5.00`;
    expect(read(['收入支出决算总表', '单位：元', { table }]).said).toEqual([
      'income.institutional - 5',
      'income.current_year - 5',
      'income.total - 5',
      'expenditure.current_year 教育支出 4',
      'expenditure.current_year - 4',
      'expenditure.carried_out - 1',
      'expenditure.total - 5',
    ]);
  });
});

describe('notes', () => {
  const empty = { table: '科目编码 | 科目名称 | 合计 | 基本支出\n合计 ~ | |' };

  it('are consumed unless they state an amount', () => {
    const parts = ['支出决算表', '单位：元', empty, '注：本表按决算口径。', '说明：其中上级拨款12.5万元。'];
    const { consumed, document } = read(parts);
    expect(consumed.has(document.blocks[3] as never)).toBe(true);
    expect(consumed.has(document.blocks[4] as never)).toBe(false);
  });

  it('say nothing where they still hold a placeholder', () => {
    expect(
      read(['国有资本经营预算财政拨款支出决算表', empty, '说明：XX局没有国有资本经营预算财政拨款支出，本表为空。'])
        .said,
    ).toEqual([]);
  });

  it('say nothing where the table has amounts', () => {
    const filled = { table: '科目编码 | 科目名称 | 合计\n合计 ~ | 5.00' };
    const parts = ['国有资本经营预算财政拨款支出决算表', '单位：元', filled, '注：没有国有资本经营预算财政拨款支出。'];
    expect(read(parts).said).toEqual(['capital.expenditure - 5']);
  });
});

describe('a table out of all proportion', () => {
  it('does not hang', () => {
    const wide = Array.from({ length: 300 }, (_, i) => `${i}.5`).join(' | ');
    const started = performance.now();
    const { left } = read(['支出决算表', { table: Array.from({ length: 300 }, () => wide).join('\n') }]);
    expect(left).toHaveLength(300 * 300);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('does not hang on six hundred columns of words, with an amount in the last', () => {
    const names = Array.from({ length: 600 }, (_, i) => `名称${'甲乙丙丁'[i % 4]}`).join(' | ');
    const rows = Array.from({ length: 200 }, () => `${names} | 1.50`);
    const started = performance.now();
    read(['支出决算表', { table: [`${names} | 合计`, ...rows].join('\n') }]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('does not hang on a row of twenty thousand cells', () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => `名 | ${i}.5`).join(' | ');
    const started = performance.now();
    read(['收入支出决算总表', { table: cells }]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a head printed once more in the body', () => {
  it('is no row, nor are its column numbers amounts', () => {
    const head = '类 | 款 | 项 | 科目名称 | 本年支出合计 | 基本支出\n';
    const again = '类 | 款 | 项 | 科目名称 | 1 | 2\n';
    const table = `${head}201 | | | 一般公共服务支出 | 5.00 | 5.00\n${head}${again}205 | | | 教育支出 | 1.00 | 1.00`;
    expect(read(['支出决算表', '单位：元', { table }]).said).toEqual([
      'expenditure.current_year 一般公共服务支出 5',
      'expenditure.basic 一般公共服务支出 5',
      'expenditure.current_year 教育支出 1',
      'expenditure.basic 教育支出 1',
    ]);
  });
});

describe('letter-spaced heads and labels', () => {
  it('read like any other', () => {
    const table = '科 目 编 码 | 科 目 名 称 | 本年支出 合 计\n合　　计 ~ | 5.00';
    expect(read(['支 出 决 算 表', '单 位：元', { table }]).said).toEqual(['expenditure.current_year - 5']);
  });
});

describe('what stands below an empty table', () => {
  const empty = { table: '科目编码 | 科目名称 | 本年收入 | 本年支出\n合计 ~ | |' };
  const title = '政府性基金预算财政拨款收入支出决算表';

  it('denies income and expenditure in clauses of their own', () => {
    const note = '注：本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。';
    expect(read([title, empty, note]).said).toEqual(['income.fiscal.fund - 0', 'fund.expenditure - 0']);
  });

  it('need not call itself a note', () => {
    const { said, consumed, document } = read([title, empty, '我站2024年度无政府性基金预算财政拨款收入和支出。']);
    expect(said).toEqual(['income.fiscal.fund - 0', 'fund.expenditure - 0']);
    expect(consumed.has(document.blocks[2] as never)).toBe(true);
  });

  it('is no note after other words', () => {
    const parts = [title, empty, '八、基金情况', '我站2024年度无政府性基金预算财政拨款收入和支出。'];
    expect(read(parts).said).toEqual([]);
  });
});

describe('words under the head of an amount', () => {
  it('do not make the number of the row a figure', () => {
    const table = '项目 | 行次 | 预算数 | 决算数\n支出合计 | 1 | 10.00 | 8.29\n公务接待批次（批次） | 15 | 见备注 | 31';
    expect(read(['“三公”经费情况表', '单位：元', { table }]).said.filter((each) => / 15$/.test(each))).toEqual([]);
  });
});
