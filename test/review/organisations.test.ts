import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../src/contract.ts';
import { Organisations, organisationKey } from '../../src/review/organisations.ts';

function record(year: number, facts: readonly object[], level = 'unit'): DocumentRecord {
  return {
    id: `d${year}${level}`,
    source: { path: `${year}.txt` },
    report: { organisation: '某 局', level, fiscalYear: year, kind: 'final', region: null },
    facts,
  } as unknown as DocumentRecord;
}

const total = (value: string, period: number, id = 'f1') => ({
  id,
  concept: 'income.total',
  subject: null,
  measure: 'final',
  period,
  value,
  interval: [value, value],
});

describe('an organisation over the years', () => {
  it('has a point for each year that a document states, and none for what is said of other years', () => {
    const organisations = new Organisations();
    organisations.add(record(2023, [total('30', 2023), total('20', 2022)]));
    organisations.add(record(2021, [total('10', 2021)]));
    const [[key, data] = []] = [...organisations.all()];
    expect(key).toBe(organisationKey(record(2021, [])));
    expect(data?.documents.map(({ year }) => year)).toEqual([2021, 2023]);
    expect(data?.points.map(({ year, value }) => [year, value])).toEqual([
      [2021, '10'],
      [2023, '30'],
    ]);
  });

  it('has no value for a year whose statements contradict each other, but shows them', () => {
    const organisations = new Organisations();
    organisations.add(record(2023, [total('30', 2023), total('31', 2023, 'f2')]));
    const [[, data] = []] = [...organisations.all()];
    expect(data?.points).toMatchObject([{ value: null, stated: [{ value: '30' }, { value: '31', fact: 'f2' }] }]);
  });

  it('is another one as a department', () => {
    expect(organisationKey(record(2023, []))).not.toBe(organisationKey(record(2023, [], 'department')));
  });
});
