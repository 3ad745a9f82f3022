/** The commands for many documents, in this process. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { call } from './call.ts';
import { DISCLOSURE } from './disclosure.ts';

const duckdb = await import('@duckdb/node-api').then(
  () => true,
  () => false,
);

describe('extract', () => {
  it('takes a list with addresses and dates, and keeps them', async () => {
    const list = 'x/a.txt\thttps://example.org/a\t2024-08-30\n';
    const root = await folder({ 'x/a.txt': DISCLOSURE, 'list.txt': list });
    expect((await call(['extract', '--from', 'list.txt', '--out', 'out', '--csv'], root)).code).toBe(0);
    expect(await readFile(join(root, 'out/documents.csv'), 'utf8')).toContain(
      ',a.txt,https://example.org/a,2024-08-30,',
    );
  });

  it('takes the list from standard input', async () => {
    const root = await folder({ 'a b.txt': DISCLOSURE });
    const { code, stdout } = await call(['extract', '--from', '-', '--out', 'out'], root, 'a b.txt\0');
    expect(stdout).toContain('1 input: 1 extracted');
    expect(code).toBe(0);
  });

  it('logs what happens as JSON on request', async () => {
    const root = await folder({ 'a.txt': DISCLOSURE });
    const { stderr } = await call(['extract', 'a.txt', '--out', 'out', '--log', 'json'], root);
    const messages = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).msg);
    expect(messages).toEqual(['started', 'extracting', 'extracted', 'writing']);
  });
});

describe('worker', () => {
  it('answers every line and ends with its input', async () => {
    const root = await folder({ 'a.txt': DISCLOSURE });
    const requests = ['{"id":1,"path":"a.txt"}', '', 'nonsense', '{"id":2,"path":"gone.txt"}'].join('\n');
    const { code, stdout } = await call(['worker', '--no-text'], root, requests);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      [1, 'extracted'],
      [null, 'failed'],
      [2, 'failed'],
    ]);
    expect(answers[0].text).toBeUndefined();
    expect(code).toBe(0);
  });
});

describe.skipIf(!duckdb)('query and pivot', async () => {
  const root = await folder({ 'in/a.txt': DISCLOSURE });
  await call(['extract', 'in', '--out', 'out'], root);

  it('print a table, CSV or JSON Lines', async () => {
    const sql = "select organisation, value from facts where concept = 'income.total' and measure = 'final' limit 1";
    expect((await call(['query', 'out', sql], root)).stdout).toBe(
      'organisation     value\n────────────  ────────\n青石县水务局  12005000\n',
    );
    expect((await call(['query', 'out', sql, '--csv'], root)).stdout).toBe(
      'organisation,value\r\n青石县水务局,12005000\r\n',
    );
    expect((await call(['query', 'out', sql, '--json'], root)).stdout).toBe(
      '{"organisation":"青石县水务局","value":"12005000"}\n',
    );
  });

  it('say what is wrong with a query or a directory', async () => {
    expect(await call(['query', 'out', 'select nothing from facts'], root)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"nothing" not found'),
    });
    expect((await call(['query', 'in', 'select 1'], root)).stderr).toContain('is it the output of gongkai extract?');
  });

  it('print one sheet with a row for each organisation and year', async () => {
    const { stdout } = await call(['pivot', 'out', '--concept', 'income.total', '--labels', 'zh'], root);
    expect(stdout).toBe('organisation,region,fiscal_year,收入总计,conflicts\r\n青石县水务局,,2024,12005000,0\r\n');
    await call(['pivot', 'out', '--out', 'panel.csv'], root);
    expect(await readFile(join(root, 'panel.csv'), 'utf8')).toMatch(
      /^\ufefforganisation,region,fiscal_year,income\.total,/,
    );
  });
});
