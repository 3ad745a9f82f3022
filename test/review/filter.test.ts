import { describe, expect, it } from 'vitest';
import { parseRoute } from '../../site/app/route.ts';
import { visible } from '../../site/app/visible.ts';
import { filtered, filterQuery, parseFilter } from '../../site/overview/filter.ts';
import type { DocumentRow } from '../../src/review/data.ts';

const row = (id: string, more: Partial<DocumentRow>): DocumentRow =>
  ({
    id,
    path: `${id}.pdf`,
    organisation: null,
    title: null,
    region: null,
    year: 2023,
    kind: 'final',
    format: 'pdf',
    mapped: 9,
    unmapped: 1,
    findings: { error: 0, warning: 0, info: 0 },
    rules: {},
    ...more,
  }) as DocumentRow;

const ROWS = [
  row('a', {
    organisation: '水利局',
    region: '湖南省',
    findings: { error: 2, warning: 1, info: 0 },
    rules: { share: [2, 1, 0] },
  }),
  row('b', { organisation: '教育局', region: '湖南省', year: 2022 }),
  row('c', { year: null }),
];
const wanted = (query: string) => filtered(ROWS, parseFilter(new URLSearchParams(query)));
const ids = (query: string) => wanted(query).rows.map(({ id }) => id);

describe('the filter of the overview', () => {
  it('finds by text, year, region, rule and severity', () => {
    expect(ids('q=水利')).toEqual(['a']);
    expect(ids('q=B.PDF')).toEqual(['b']);
    expect(ids('year=?')).toEqual(['c']);
    expect(ids('region=湖南省&severity=none')).toEqual(['b']);
    expect(ids('rule=share')).toEqual(['a']);
  });

  it('counts in each facet what the other facets leave', () => {
    const { counts } = wanted('year=2022');
    expect(counts.year.map(({ value, count }) => [value, count])).toEqual(
      [
        ['?', 1],
        ['2023', 1],
        ['2022', 1],
      ].sort(([a], [b]) => ((a as string) < (b as string) ? 1 : -1)),
    );
    expect(counts.severity).toEqual([{ value: 'none', count: 1 }]);
  });

  it('sorts in both orders, the unknown last', () => {
    expect(ids('sort=year')).toEqual(['b', 'a', 'c']);
    expect(ids('sort=year&order=desc')).toEqual(['a', 'b', 'c']);
    expect(ids('sort=errors&order=desc')[0]).toBe('a');
  });

  it('is in the address and comes back from it', () => {
    const filter = parseFilter(new URLSearchParams('q=x&year=2023&rule=sum.list&sort=facts&order=desc'));
    expect(parseFilter(filterQuery(filter))).toEqual(filter);
  });
});

describe('an address', () => {
  it('names a document by its id only', () => {
    expect(parseRoute('#/documents/0123456789abcdef/facts?at=f1')).toEqual({
      page: 'document',
      id: '0123456789abcdef',
      tab: 'facts',
      at: 'f1',
    });
    expect(parseRoute('#/documents/../../evil/text').page).toBe('overview');
  });
});

describe('text of documents', () => {
  it('shows what steers or hides itself', () => {
    expect(visible('a\u202eb\u200b\u0000\ttab')).toBe('a[U+202E]b[U+200B][U+0000]\ttab');
  });
});
