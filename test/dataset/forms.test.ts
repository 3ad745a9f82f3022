import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/dataset/column.ts';
import { ParquetTable } from '../../src/dataset/parquet.ts';
import { TABLES } from '../../src/dataset/tables/index.ts';
import { finding, record } from '../evaluate/record.ts';
import { folder } from '../folder.ts';
import { datasetOf, report } from './records.ts';

const TEXT = '“三公”经费, 合计\n=SUM(A1)';
const table = {
  id: 't1',
  kind: '01',
  title: null,
  unit: '万元',
  pages: [2, 3],
  header: [['项目']],
  rows: [['收入', '1']],
};
const mention = { text: '7', page: 1, start: 0, end: 1, section: null, context: '共7' };
const records = [
  report(
    TEXT,
    2024,
    [{ concept: 'income.total', value: '16142700.35', interval: ['16142700.345', '16142700.355'] }],
    'final',
    {
      tables: [table],
      findings: [finding({ expected: ['104.2788433', '104.3'], actual: null })],
      mentions: { ...record().mentions, unmapped: [mention] },
    },
  ),
  report('乙局', 2023, [{ concept: 'income.total', value: '0.30000000000000004' }]),
];

/** This reader makes doubles of decimals; what DuckDB reads is in cookbook.test.ts. */
async function rowsOf(out: string, name: string): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(join(out, `${name}.parquet`)) });
}

describe('Parquet', async () => {
  const out = await datasetOf(records);

  it('holds amounts as decimals, documents in their order', async () => {
    const facts = await rowsOf(out, 'facts');
    expect(facts.map(({ organisation, value }) => [organisation, value])).toEqual([
      [TEXT, expect.closeTo(16142700.35, 4)],
      ['乙局', null],
    ]);
    const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(join(out, 'facts.parquet')));
    const decimal = { type: 'INT64', converted_type: 'DECIMAL', precision: 18 };
    expect(schema.find(({ name }) => name === 'value')).toMatchObject({ ...decimal, scale: 4 });
    expect(schema.find(({ name }) => name === 'low')).toMatchObject({ ...decimal, scale: 5 });
  });

  it('keeps the text of a value that the column cannot hold', async () => {
    const facts = await rowsOf(out, 'facts');
    expect(facts.map(({ value_exact }) => value_exact)).toEqual([null, '0.30000000000000004']);
  });

  it('has a row for each table, finding and unmapped number', async () => {
    expect(await rowsOf(out, 'tables')).toMatchObject([
      { table_id: 't1', first_page: 2, last_page: 3, column_count: 2, cells: '[["收入","1"]]' },
    ]);
    expect(await rowsOf(out, 'findings')).toMatchObject([
      { finding: 1, expected_low: expect.closeTo(104.27884, 5), actual_low: null },
    ]);
    expect(await rowsOf(out, 'mentions')).toMatchObject([{ text: '7', context: '共7' }]);
    expect(await rowsOf(out, 'documents')).toMatchObject([
      { facts: 1, unmapped: 1 },
      { facts: 1, unmapped: 0 },
    ]);
  });

  it('of nothing is a file without rows', async () => {
    const empty = await datasetOf([]);
    for (const { name } of TABLES) expect(await rowsOf(empty, name)).toEqual([]);
  });

  it('is written in groups, however many rows there are', async () => {
    const path = join(await folder(), 'many.parquet');
    const column: Column<unknown> = { name: 'n', type: 'integer', nullable: false, value: () => 0 };
    const many = await ParquetTable.create(path, [column], 'test');
    for (let i = 0; i < 50_001; i++) await many.write([i]);
    await many.close();
    const file = await asyncBufferFromFile(path);
    const { row_groups, num_rows } = await parquetMetadataAsync(file);
    expect([num_rows, row_groups.length]).toEqual([50_001n, 3]);
    expect((await parquetReadObjects({ file, rowStart: 49_999 })).map(({ n }) => n)).toEqual([49_999, 50_000]);
  });
});

describe('CSV', async () => {
  const out = await datasetOf(records, ['csv']);
  const text = await readFile(join(out, 'facts.csv'), 'utf8');

  it('begins with the mark that Excel knows, and a head', () => {
    expect(text.startsWith('\ufeffdocument_id,fact_id,organisation,')).toBe(true);
  });

  it('quotes what would break it', () => {
    expect(text).toContain(',"“三公”经费, 合计\n=SUM(A1)",');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('holds amounts as they are', () => {
    expect(text).toContain(',16142700.35,,CNY,16142700.345,16142700.355,');
    expect(text).toContain(',,0.30000000000000004,CNY,');
  });
});

describe('JSON Lines', async () => {
  const out = await datasetOf(records, ['jsonl']);

  it('hold amounts as text and the cells of a table as lists', async () => {
    const lines = async (name: string) =>
      (await readFile(join(out, `${name}.jsonl`), 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect((await lines('facts'))[0]).toMatchObject({ organisation: TEXT, value: '16142700.35', approximate: false });
    expect((await lines('tables'))[0]).toMatchObject({ header: [['项目']], cells: [['收入', '1']] });
  });
});
