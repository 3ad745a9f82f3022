import { expect, it } from 'vitest';
import { fileName, plan } from '../../src/dataset/plan.ts';

const document = (id: string, fiscalYear: number | null, facts: number) => ({ id, fiscalYear, facts });

it('keeps a small dataset in one file, documents in their order', () => {
  const documents = [document('a', 2024, 3), document('b', 2022, 3)];
  expect(plan(documents, 6)).toEqual([{ label: null, ids: ['a', 'b'] }]);
  expect(fileName('facts', null, 'csv')).toBe('facts.csv');
});

it('splits a large one by year, the unknown last, and each year by rows', () => {
  const documents = [
    document('a', 2024, 3),
    document('b', null, 3),
    document('c', 2022, 3),
    document('d', 2024, 4),
    document('e', 2024, 9),
  ];
  expect(plan(documents, 7)).toEqual([
    { label: '2022-0001', ids: ['c'] },
    { label: '2024-0001', ids: ['a', 'd'] },
    { label: '2024-0002', ids: ['e'] },
    { label: 'unknown-0001', ids: ['b'] },
  ]);
  expect(fileName('facts', '2024-0001', 'parquet')).toBe('facts-2024-0001.parquet');
});

it('makes one empty file of nothing', () => {
  expect(plan([])).toEqual([{ label: null, ids: [] }]);
});
