/** Which documents are wanted, and in which order; both are in the address. */
import type { DocumentRow } from '../../src/review/data.ts';
import { coverage } from '../app/figures.ts';

/** Each has one value at most in a row, but `rule` and `severity`, of which a row may have several. */
export const FACETS = ['year', 'region', 'kind', 'form', 'severity', 'rule'] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['organisation', 'region', 'year', 'kind', 'facts', 'coverage', 'errors', 'warnings'] as const;
export type Sort = (typeof SORTS)[number];

export interface Filter {
  readonly text: string;
  readonly facets: Readonly<Partial<Record<Facet, string>>>;
  readonly sort: Sort;
  readonly descending: boolean;
}

/** Stands for what a document does not say. */
export const UNKNOWN = '?';

export function parseFilter(query: URLSearchParams): Filter {
  const facets: Partial<Record<Facet, string>> = {};
  for (const facet of FACETS) {
    const value = query.get(facet);
    if (value !== null) facets[facet] = value;
  }
  const sort = SORTS.find((each) => each === query.get('sort')) ?? 'organisation';
  return { text: query.get('q') ?? '', facets, sort, descending: query.get('order') === 'desc' };
}

export function filterQuery({ text, facets, sort, descending }: Filter): URLSearchParams {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  for (const facet of FACETS) if (facets[facet] !== undefined) query.set(facet, facets[facet]);
  if (sort !== 'organisation') query.set('sort', sort);
  if (descending) query.set('order', 'desc');
  return query;
}

export function facetValues(row: DocumentRow, facet: Facet): readonly string[] {
  switch (facet) {
    case 'year':
      return [row.year === null ? UNKNOWN : String(row.year)];
    case 'region':
      return [row.region ?? UNKNOWN];
    case 'kind':
      return [row.kind];
    case 'form':
      return [row.format];
    case 'severity': {
      const present = (['error', 'warning', 'info'] as const).filter((each) => row.findings[each] > 0);
      return present.length > 0 ? present : ['none'];
    }
    case 'rule':
      return Object.keys(row.rules);
  }
}

export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** Rows that pass the filter, and for each facet how many there would be of each value. */
export function filtered(
  rows: readonly DocumentRow[],
  filter: Filter,
): { readonly rows: DocumentRow[]; readonly counts: Readonly<Record<Facet, readonly Counted[]>> } {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  const wanted: DocumentRow[] = [];
  for (const row of rows) {
    if (!words.every((word) => searchable(row).includes(word))) continue;
    const failing = FACETS.filter((facet) => {
      const value = filter.facets[facet];
      return value !== undefined && !facetValues(row, facet).includes(value);
    });
    if (failing.length === 0) wanted.push(row);
    // A facet counts what the others leave, so that its other values can be chosen.
    for (const facet of failing.length === 0 ? FACETS : failing.length === 1 ? failing : []) {
      for (const value of facetValues(row, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return {
    rows: sorted(wanted, filter),
    counts: Object.fromEntries(FACETS.map((facet) => [facet, ordered(counts[facet], facet)])) as never,
  };
}

const folded = new WeakMap<DocumentRow, string>();

function searchable(row: DocumentRow): string {
  let text = folded.get(row);
  if (text === undefined) {
    text = [row.organisation, row.title, row.path, row.region, row.id].join('\n').toLowerCase();
    folded.set(row, text);
  }
  return text;
}

function ordered(counts: ReadonlyMap<string, number>, facet: Facet): Counted[] {
  const all = [...counts].map(([value, count]) => ({ value, count }));
  if (facet === 'year') return all.sort((a, b) => (a.value < b.value ? 1 : -1));
  return all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const KEYS: Readonly<Record<Sort, (row: DocumentRow) => string | number | null>> = {
  organisation: (row) => row.organisation,
  region: (row) => row.region,
  year: (row) => row.year,
  kind: (row) => row.kind,
  facts: (row) => row.facts,
  coverage: (row) => coverage(row),
  errors: (row) => row.findings.error,
  warnings: (row) => row.findings.warning,
};

const byName = new Intl.Collator('zh-Hans-CN');

/** What is not known comes last in either order. */
function sorted(rows: DocumentRow[], { sort, descending }: Filter): DocumentRow[] {
  const key = KEYS[sort];
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const order = typeof a.key === 'string' ? byName.compare(a.key, b.key as string) : a.key - (b.key as number);
    return descending ? -order : order;
  });
  return keyed.map(({ row }) => row);
}
