/** The rows of one record in every table of the dataset, for programs that write the dataset themselves. */
import type { DocumentRecord } from '../contract.ts';
import type { TableName } from './column.ts';
import { TABLES } from './tables/index.ts';

/** The rows of each table as the text of a JSON array; decimals and nested cells are text in it, as in Parquet. */
export type Rows = Readonly<Record<TableName, string>>;

export function rowsOf(record: DocumentRecord): Rows {
  const texts = TABLES.map(({ name, columns, rows }) => {
    const objects = rows(record).map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, column.value(row)])),
    );
    return [name, JSON.stringify(objects)];
  });
  return Object.fromEntries(texts);
}
