/** Writes the rows of some documents as the files of one shard of the dataset: every record is read once. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentRecord } from '../contract.ts';
import type { TableName } from './column.ts';
import { LineTable } from './lines.ts';
import { ParquetTable } from './parquet.ts';
import { TABLES } from './tables/index.ts';
import type { Form, RowWriter } from './writer.ts';

export interface ShardFile {
  readonly table: TableName;
  readonly form: Form;
  /** The final name in the dataset. */
  readonly name: string;
  /** Where it is written first. */
  readonly temporary: string;
}

export interface ShardJob {
  /** The ids of the documents, in order. */
  readonly ids: readonly string[];
  readonly files: readonly ShardFile[];
  readonly createdBy: string;
}

export interface WrittenFile {
  readonly table: TableName;
  readonly form: Form;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export type ShardResult = readonly WrittenFile[];

export async function shardFiles(job: ShardJob, out: string): Promise<ShardResult> {
  const writers: RowWriter[] = [];
  for (const file of job.files) writers.push(await writerOf(file, job.createdBy));
  const counts = new Map<TableName, number>();
  for (const id of job.ids) {
    const record = JSON.parse(await readFile(join(out, 'documents', `${id}.json`), 'utf8')) as DocumentRecord;
    for (const table of TABLES) {
      const own = writers.filter((_, i) => job.files[i]?.table === table.name);
      if (own.length === 0) continue;
      const rows = table.rows(record);
      counts.set(table.name, (counts.get(table.name) ?? 0) + rows.length);
      for (const row of rows) {
        const values = table.columns.map((column) => column.value(row));
        for (const writer of own) await writer.write(values);
      }
    }
  }
  for (const writer of writers) await writer.close();
  return Promise.all(
    job.files.map(async ({ table, form, name, temporary }) => ({
      table,
      form,
      name,
      rows: counts.get(table) ?? 0,
      bytes: (await stat(temporary)).size,
      sha256: await digest(temporary),
    })),
  );
}

function writerOf({ table, form, temporary }: ShardFile, createdBy: string): Promise<RowWriter> {
  const found = TABLES.find(({ name }) => name === table);
  if (!found) throw new Error(`no table ${table}`);
  if (form === 'parquet') return ParquetTable.create(temporary, found.columns, createdBy);
  return form === 'csv' ? LineTable.csv(temporary, found.columns) : LineTable.jsonLines(temporary, found.columns);
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
