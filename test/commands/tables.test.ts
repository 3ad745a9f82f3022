import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/commands/io.ts';
import { csvCell, tablesCommand } from '../../src/commands/tables.ts';

const page = `<html><body><p>2024年度松岭县档案馆部门决算</p><p>支出决算表</p><p>单位：万元</p>
<table><tr><td>科目编码</td><td>科目名称</td><td>本年支出合计</td><td>其中：应急资金</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>5.00</td><td>1.00</td></tr></table></body></html>`;

describe('gongkai tables', () => {
  let folder = '';
  const said: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tables-'));
    await writeFile(join(folder, 'a.html'), page);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (flags: { csv?: string }, file = 'a.html') => {
    said.length = 0;
    const io = {
      stdout: (text: string) => said.push(text),
      stderr: () => {},
      cwd: folder,
      terminal: false,
      colours: picocolors.createColors(false),
    };
    return tablesCommand(file, flags, io as never);
  };

  it('prints title, kind, unit, facts and what each column means', async () => {
    expect(await run({})).toBe(EXIT.done);
    const text = said.join('');
    expect(text).toContain('t1  03  支出决算表');
    expect(text).toContain('unit 万元, page 1, pack tables/03-expenditure, 1 fact, 1 number unmapped');
    expect(text).toContain('3 本年支出合计 = expenditure.current_year');
    expect(text).toContain('4 其中：应急资金 = ? (no rule)');
  });

  it('writes each table as printed', async () => {
    await run({ csv: 'csv' });
    expect(await readdir(join(folder, 'csv'))).toEqual(['01-03-支出决算表.csv']);
    const text = await readFile(join(folder, 'csv', '01-03-支出决算表.csv'), 'utf8');
    expect(text.split('\r\n')[1]).toBe('201,一般公共服务支出,5.00,1.00');
  });

  it('fails on a file that is not there', async () => {
    expect(await run({}, 'b.html')).toBe(EXIT.failed);
  });
});

describe('a cell of the CSV', () => {
  it.each([
    ['1,234.50', '"1,234.50"'],
    ['-5.00', '-5.00'],
    ['=1+1', "'=1+1"],
    ['@导入', "'@导入"],
    ['引“号"', '"引“号"""'],
  ])('%s is written %s', (text, written) => expect(csvCell(text)).toBe(written));
});
