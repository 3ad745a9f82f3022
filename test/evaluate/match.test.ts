import { describe, expect, it } from 'vitest';
import { type Comparable, comparables, matchFacts } from '../../src/evaluate/match.ts';
import { fact, record } from './record.ts';

function comparable(changes: Partial<Comparable> = {}): Comparable {
  return { ...(comparables(record({ facts: [fact()] }))[0] as Comparable), ...changes };
}
const functional = (code: string | null, ...path: string[]) => ({ scheme: 'functional', code, path });

describe('matching facts', () => {
  it('takes values as decimal numbers', () => {
    expect(matchFacts([comparable({ value: '55.1' })], [comparable({ value: '55.10' })]).pairs).toHaveLength(1);
    expect(matchFacts([comparable({ value: '55.1' })], [comparable({ value: '55.11' })]).pairs).toHaveLength(0);
  });

  it('keeps null apart from zero', () => {
    expect(matchFacts([comparable({ value: null })], [comparable({ value: '0' })]).pairs).toHaveLength(0);
  });

  it('uses each fact once', () => {
    const matching = matchFacts([comparable(), comparable(), comparable()], [comparable(), comparable()]);
    expect([matching.pairs.length, matching.misses.length, matching.extras.length]).toEqual([2, 1, 0]);
  });

  it('compares subjects by code where both have one', () => {
    const gold = comparable({ subject: functional('2080501', '行政单位离退休') });
    expect(matchFacts([gold], [comparable({ subject: functional('2080501', '离退休') })]).pairs).toHaveLength(1);
    expect(matchFacts([gold], [comparable({ subject: functional('2080502', '行政单位离退休') })]).pairs).toHaveLength(
      0,
    );
  });

  it('compares subjects by the last name where one has no code', () => {
    const gold = comparable({ subject: functional(null, '节能环保支出', '污染防治') });
    expect(matchFacts([gold], [comparable({ subject: functional('21103', '污 染 防 治') })]).pairs).toHaveLength(1);
    expect(matchFacts([gold], [comparable({ subject: functional('211', '节能环保支出') })]).pairs).toHaveLength(0);
    expect(matchFacts([gold], [comparable({ subject: null })]).pairs).toHaveLength(0);
  });

  it('leaves a coded fact to the gold fact with that code', () => {
    const uncoded = comparable({ subject: functional(null, '其他支出') });
    const coded = comparable({ subject: functional('2299999', '其他支出') });
    const found = [
      comparable({ subject: functional('2299999', '其他支出') }),
      comparable({ subject: functional(null, '其他支出') }),
    ];
    expect(matchFacts([uncoded, coded], found).misses).toEqual([]);
  });

  it('names the fields in which the nearest fact at the place of a miss differs', () => {
    const [miss] = matchFacts(
      [comparable({ basis: 'budget' })],
      [comparable({ basis: 'prior_final', period: 2023 })],
    ).misses;
    expect(miss?.differs).toEqual(['basis', 'period']);
  });

  it('offers no nearest fact from another page', () => {
    const [miss] = matchFacts([comparable({ page: 2 })], [comparable()]).misses;
    expect(miss?.near).toBeNull();
  });
});

describe('facts of a record', () => {
  it('says the kind of the table for a cell and for a note under a table', () => {
    const table = { id: 't3', kind: '08', title: null, unit: null, pages: [1], header: [], rows: [] };
    const note = fact({ source: { ...fact().source, table: 't3' } });
    expect(comparables(record({ tables: [table], facts: [note, fact()] })).map((each) => each.where)).toEqual([
      'table:08',
      'narrative',
    ]);
  });
});
