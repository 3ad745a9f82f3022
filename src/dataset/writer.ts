/** Writes the rows of a table to one file, in one of several forms. */
import type { Value } from './column.ts';

export interface RowWriter {
  write(values: readonly Value[]): Promise<void>;
  /** When this resolves, the file is whole and on the disk. */
  close(): Promise<void>;
}

export const FORMS = ['parquet', 'csv', 'jsonl'] as const;
export type Form = (typeof FORMS)[number];
