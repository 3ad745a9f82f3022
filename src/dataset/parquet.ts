/** A table as a Parquet file, written in groups of rows: memory does not depend on how many there are. */
import { type FileHandle, open } from 'node:fs/promises';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type Column, type ColumnType, PRECISION, SCALE, unscaled, type Value } from './column.ts';
import type { RowWriter } from './writer.ts';

/** Rows held in memory at a time; some tens of megabytes for the widest table. */
const GROUP = 20_000;
/** Cells of whole tables are long: a group ends early when its text grows beyond this many characters. */
const GROUP_CHARACTERS = 32 * 1024 * 1024;

type Physical = Omit<SchemaElement, 'name' | 'repetition_type'>;

const TYPES: Readonly<Record<ColumnType, Physical>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  flag: { type: 'BOOLEAN' },
  point: { type: 'DOUBLE' },
  amount: { type: 'INT64', converted_type: 'DECIMAL', precision: PRECISION, scale: SCALE.amount },
  bound: { type: 'INT64', converted_type: 'DECIMAL', precision: PRECISION, scale: SCALE.bound },
};

export class ParquetTable implements RowWriter {
  private readonly bytes = new ByteWriter(1 << 16);
  private readonly parquet: ParquetWriter;
  private columns: unknown[][];
  private rows = 0;
  private characters = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly definition: readonly Column<unknown>[],
    createdBy: string,
  ) {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: definition.length },
      ...definition.map(
        ({ name, type, nullable }): SchemaElement => ({
          name,
          ...TYPES[type],
          repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
        }),
      ),
    ];
    this.parquet = new ParquetWriter({ writer: this.bytes, schema, createdBy });
    this.columns = definition.map(() => []);
  }

  static async create(path: string, columns: readonly Column<unknown>[], createdBy: string): Promise<ParquetTable> {
    return new ParquetTable(await open(path, 'w'), columns, createdBy);
  }

  async write(values: readonly Value[]): Promise<void> {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as Value;
      if (typeof value === 'string') this.characters += value.length;
      (this.columns[i] as unknown[]).push(stored(value, (this.definition[i] as Column<unknown>).type));
    }
    if (++this.rows >= GROUP || this.characters >= GROUP_CHARACTERS) await this.group();
  }

  async close(): Promise<void> {
    await this.group();
    this.parquet.finish();
    await this.flush();
    await this.file.datasync();
    await this.file.close();
  }

  private async group(): Promise<void> {
    if (this.rows === 0) return;
    const columnData = this.definition.map(
      ({ name }, i): ColumnSource => ({ name, data: this.columns[i] as unknown[] }),
    );
    this.parquet.write({ columnData, rowGroupSize: this.rows });
    this.columns = this.definition.map(() => []);
    this.rows = 0;
    this.characters = 0;
    await this.flush();
  }

  private async flush(): Promise<void> {
    const bytes = this.bytes.getBytes();
    for (let at = 0; at < bytes.length; ) at += (await this.file.write(bytes, at)).bytesWritten;
    this.bytes.index = 0;
  }
}

function stored(value: Value, type: ColumnType): unknown {
  if (value === null) return null;
  if (type === 'amount' || type === 'bound') return unscaled(value as string, type);
  return value;
}
