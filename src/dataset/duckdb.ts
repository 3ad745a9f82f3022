/** A dataset as views of DuckDB, which is installed only where somebody wants to ask it something. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLE_NAMES } from './column.ts';

export class QueryError extends Error {}

export interface Answer {
  readonly columns: readonly string[];
  /** Values as text, decimals exact; null where there is none. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export class Dataset {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly isDecimal: (value: unknown) => boolean,
  ) {}

  static async open(directory: string): Promise<Dataset> {
    const { DuckDBInstance, DuckDBDecimalValue } = await duckdb();
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const names = await readdir(directory).catch(() => {
      throw new QueryError(`no directory ${directory}`);
    });
    for (const table of TABLE_NAMES) {
      const own = names.filter((name) => name.startsWith(table) && name.endsWith('.parquet')).sort();
      if (own.length === 0)
        throw new QueryError(`no ${table}.parquet in ${directory}: is it the output of gongkai extract?`);
      const files = own.map((name) => quoted(join(directory, name))).join(', ');
      await connection.run(`create view ${table} as select * from read_parquet([${files}])`);
    }
    return new Dataset(connection, (value) => value instanceof DuckDBDecimalValue);
  }

  async ask(sql: string): Promise<Answer> {
    try {
      const reader = await this.connection.runAndReadAll(sql);
      const rows = reader.getRows().map((row) => row.map((value) => this.text(value)));
      return { columns: reader.deduplicatedColumnNames(), rows };
    } catch (error) {
      throw new QueryError((error as Error).message);
    }
  }

  /** Decimals without the zeros that fill their scale. */
  private text(value: unknown): string | null {
    if (value === null || value === undefined) return null;
    return this.isDecimal(value)
      ? String(value)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, '')
      : String(value);
  }

  close(): void {
    this.connection.closeSync();
  }
}

/** As a literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function duckdb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new QueryError('this needs DuckDB, which is not installed: npm install @duckdb/node-api@1.5.6-r.1');
  }
}
