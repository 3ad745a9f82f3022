/** A row for each table of a document, recognised or not, with its cells as printed. */
import type { DocumentRecord, TableRecord } from '../../contract.ts';
import { columnsOf, type Table } from '../column.ts';

interface Row {
  readonly record: DocumentRecord;
  readonly table: TableRecord;
  readonly facts: number;
}

const { name, count, text, integer, json } = columnsOf<Row>();

export const tables: Table<Row> = {
  name: 'tables',
  key: ['document_id', 'table_id'],
  rows: (record) => {
    const counts = new Map<string, number>();
    for (const { source } of record.facts) {
      if (source.table !== null) counts.set(source.table, (counts.get(source.table) ?? 0) + 1);
    }
    return record.tables.map((table) => ({ record, table, facts: counts.get(table.id) ?? 0 }));
  },
  columns: [
    name('document_id', ({ record }) => record.id),
    name('table_id', ({ table }) => table.id),
    text('organisation', ({ record }) => record.report.organisation),
    integer('fiscal_year', ({ record }) => record.report.fiscalYear),
    text('kind', ({ table }) => table.kind),
    text('title', ({ table }) => table.title),
    text('unit', ({ table }) => table.unit),
    integer('first_page', ({ table }) => table.pages[0] ?? null),
    integer('last_page', ({ table }) => table.pages.at(-1) ?? null),
    count('row_count', ({ table }) => table.rows.length),
    count('column_count', ({ table }) => longest(table)),
    count('facts', ({ facts }) => facts),
    json('header', ({ table }) => JSON.stringify(table.header), false),
    json('cells', ({ table }) => JSON.stringify(table.rows), false),
  ],
};

function longest({ header, rows }: TableRecord): number {
  let length = 0;
  for (const row of [...header, ...rows]) length = Math.max(length, row.length);
  return length;
}
