/** What tables, columns and concepts are called, for people: patterns/labels, which takes no part in extraction. */
import { z } from 'zod';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import type { TableName } from './column.ts';

const Both = z.strictObject({ en: z.string(), zh: z.string() });
export type Both = z.infer<typeof Both>;

export const DatasetLabelSchema = z.strictObject({
  title: Both,
  description: Both,
  /** Of docs/data-dictionary.md: its heading, the head of its tables, and how to open a dataset. */
  heading: Both,
  meaning: Both,
  reading: Both,
  tables: z.record(z.string(), Both),
  /** By column; `table.column` where it means something else in one table. */
  columns: z.record(z.string(), Both),
});

export const EnglishSchema = z.strictObject({
  concepts: z.record(z.string(), z.string()),
  measures: z.record(z.string(), z.string()),
  bases: z.record(z.string(), z.string()),
});

export interface Labels {
  readonly title: Both;
  readonly description: Both;
  readonly heading: Both;
  readonly meaning: Both;
  readonly reading: Both;
  readonly table: (name: TableName) => Both;
  readonly column: (table: TableName, column: string) => Both;
  /** English names of the vocabulary's ids. */
  readonly english: z.infer<typeof EnglishSchema>;
}

export const labels = compiledOnce((patterns: Patterns): Labels => {
  const { tables, columns, ...texts } = DatasetLabelSchema.parse(patterns.files.get('labels/dataset'));
  const found = (value: Both | undefined, what: string): Both => {
    if (!value) throw new Error(`patterns/labels/dataset.yaml: no label of ${what}`);
    return value;
  };
  return {
    ...texts,
    table: (name) => found(tables[name], name),
    column: (table, column) => found(columns[`${table}.${column}`] ?? columns[column], `${table}.${column}`),
    english: EnglishSchema.parse(patterns.files.get('labels/english')),
  };
});
