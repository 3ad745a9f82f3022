/** A table as text, a line for each row: CSV that Excel opens as UTF-8, or JSON Lines. */
import { type FileHandle, open } from 'node:fs/promises';
import type { Column, ColumnType, Value } from './column.ts';
import type { RowWriter } from './writer.ts';

const BUFFER = 1 << 20;
const BOM = '\ufeff';

export class LineTable implements RowWriter {
  private waiting: string[] = [];
  private length = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly line: (values: readonly Value[]) => string,
  ) {}

  static async csv(path: string, columns: readonly Column<unknown>[]): Promise<LineTable> {
    const table = new LineTable(await open(path, 'w'), csvLine);
    await table.add(`${BOM}${csvLine(columns.map(({ name }) => name))}`);
    return table;
  }

  static async jsonLines(path: string, columns: readonly Column<unknown>[]): Promise<LineTable> {
    const heads = columns.map(({ name }) => JSON.stringify(name));
    const line = (values: readonly Value[]) =>
      `{${values.map((value, i) => `${heads[i]}:${json(value, (columns[i] as Column<unknown>).type)}`).join(',')}}\n`;
    return new LineTable(await open(path, 'w'), line);
  }

  async write(values: readonly Value[]): Promise<void> {
    await this.add(this.line(values));
  }

  async close(): Promise<void> {
    await this.flush();
    await this.file.datasync();
    await this.file.close();
  }

  private async add(text: string): Promise<void> {
    this.waiting.push(text);
    this.length += text.length;
    if (this.length >= BUFFER) await this.flush();
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('');
    this.waiting = [];
    this.length = 0;
    await this.file.appendFile(text, 'utf8');
  }
}

export function csvLine(values: readonly Value[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** Null is an empty cell, an empty text two quotes. */
function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (value === '') return '""';
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Decimals stay text, as in the records: a reader of JSON makes doubles of numbers. */
function json(value: Value, type: ColumnType): string {
  return type === 'json' && typeof value === 'string' ? value : JSON.stringify(value);
}
