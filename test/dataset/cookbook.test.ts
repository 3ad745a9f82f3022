import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, Dataset } from '../../src/dataset/duckdb.ts';
import { finding } from '../evaluate/record.ts';
import { datasetOf, report } from './records.ts';

const text = readFileSync(new URL('../../docs/cookbook.md', import.meta.url), 'utf8');
/** Each query with the heading that it stands below. */
const QUERIES: { heading: string; sql: string }[] = [];
for (const section of text.split(/^## /m).slice(1)) {
  const heading = section.slice(0, section.indexOf('\n'));
  for (const [, sql] of section.matchAll(/```sql\n([\s\S]+?)```/g)) QUERIES.push({ heading, sql: sql as string });
}

/** An optional dependency. */
const duckdb = await import('@duckdb/node-api').then(
  () => true,
  () => false,
);

const subject = { scheme: 'functional' as const, code: '2080501', path: ['社会保障和就业支出', '行政单位离退休'] };

function year(organisation: string, fiscalYear: number, factor: number) {
  const money = (concept: string, value: number) => ({ concept, value: String(value * factor) });
  return report(
    organisation,
    fiscalYear,
    [
      money('three_public.total', 900),
      // The same in the text, less precisely.
      { concept: 'three_public.total', value: String(901 * factor), interval: ['0', '100000'] },
      money('three_public.vehicle', 700),
      money('three_public.reception', 200),
      money('expenditure.total', 50_000),
      money('expenditure.basic.personnel', 30_000),
      { concept: 'staff.actual', value: '10', measure: 'count', unit: '人' },
      money('procurement.total', 4000),
      money('procurement.goods', 4000),
      money('procurement.sme', 3000),
      { ...money('general.expenditure', 40), subject },
      { ...money('general.expenditure', 50), subject, measure: 'budget' },
    ],
    'final',
    { findings: [finding({ rule: 'sum.income', expected: ['1', '2'], actual: ['3', '3'] })] },
  );
}

describe.skipIf(!duckdb)('the cookbook', () => {
  let dataset: Dataset;

  beforeAll(async () => {
    const records = [year('甲局', 2023, 1), year('甲局', 2024, 2), year('乙局', 2024, 3)];
    records.push(report('甲局', 2024, [{ concept: 'expenditure.total', value: '90000' }], 'budget'));
    dataset = await Dataset.open(await datasetOf(records));
  });
  afterAll(() => dataset.close());

  const ask = (heading: string, number = 0): Promise<Answer> =>
    dataset.ask(QUERIES.filter((query) => query.heading === heading)[number]?.sql ?? 'no such query');

  it('has queries', () => expect(QUERIES.length).toBeGreaterThan(8));

  it.each(QUERIES.map(({ heading, sql }, i) => [i, heading, sql]))(
    'answers query %i, below “%s”',
    async (_, __, sql) => {
      expect((await dataset.ask(sql as string)).rows.length).toBeGreaterThan(0);
    },
  );

  it('takes the most precise of several places', async () => {
    const { rows } = await ask('Three public expenses over the years');
    expect(rows).toEqual([
      ['乙局', '2024', '2700', null, '2100', '600'],
      ['甲局', '2023', '900', null, '700', '200'],
      ['甲局', '2024', '1800', null, '1400', '400'],
    ]);
  });

  it('compares only those that report every year', async () => {
    const { rows } = await ask('Three public expenses over the years', 1);
    expect(rows).toEqual([
      ['2023', '1', '900'],
      ['2024', '1', '1800'],
    ]);
  });

  it('divides personnel cost by heads', async () => {
    expect((await ask('Personnel cost per head')).rows.map((row) => row[4])).toEqual(['9000', '6000', '3000']);
  });

  it('recomputes the share of small enterprises', async () => {
    expect((await ask('What is bought from small enterprises')).rows[0]?.at(-1)).toBe('75');
  });

  it('shows gaps in coverage', async () => {
    expect(await ask('Which departments are missing in which year')).toEqual({
      columns: ['organisation', '2023', '2024'],
      rows: [
        ['乙局', '0', '1'],
        ['甲局', '1', '2'],
      ],
    });
  });

  it('sets the budget against the final accounts', async () => {
    expect((await ask('Budget against final accounts')).rows).toEqual([
      ['甲局', '2024', '90000', '100000', '10000', '111.1'],
    ]);
  });
});
