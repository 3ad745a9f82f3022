/** Which documents go into which files: one file for each table, or shards by fiscal year where there are many facts. */
import type { TableName } from './column.ts';
import type { Form } from './writer.ts';

export interface PlannedDocument {
  readonly id: string;
  readonly fiscalYear: number | null;
  readonly facts: number;
}

export interface Shard {
  /** Part of the file names, e.g. `2023-0001`; null where the table is one file. */
  readonly label: string | null;
  readonly ids: readonly string[];
}

/** As many rows as a worksheet of Excel holds, less a head. */
export const MAX_ROWS = 1_000_000;

/** Documents in their order; shards by year, the unknown last, each of at most `maxRows` facts unless one document has more. */
export function plan(documents: Iterable<PlannedDocument>, maxRows: number = MAX_ROWS): Shard[] {
  const years = new Map<number, PlannedDocument[]>();
  const all: PlannedDocument[] = [];
  let facts = 0;
  for (const document of documents) {
    all.push(document);
    facts += document.facts;
    const year = document.fiscalYear ?? Number.POSITIVE_INFINITY;
    const own = years.get(year);
    if (own) own.push(document);
    else years.set(year, [document]);
  }
  if (facts <= maxRows) return [{ label: null, ids: all.map(({ id }) => id) }];
  return [...years].sort(([a], [b]) => a - b).flatMap(([year, own]) => shardsOfYear(year, own, maxRows));
}

function shardsOfYear(year: number, documents: readonly PlannedDocument[], maxRows: number): Shard[] {
  const parts: string[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const { id, facts } of documents) {
    if (rows + facts > maxRows) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)?.push(id);
    rows += facts;
  }
  const name = Number.isFinite(year) ? String(year) : 'unknown';
  return parts.map((ids, i) => ({ label: `${name}-${String(i + 1).padStart(4, '0')}`, ids }));
}

export function fileName(table: TableName, label: string | null, form: Form): string {
  return `${table}${label === null ? '' : `-${label}`}.${form}`;
}
