/** `gongkai tables`: what was recognised of each table; `--csv` writes them as printed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TableRecord } from '../contract.ts';
import { tableFacts } from '../facts/tables/index.ts';
import type { ColumnLayout, TableLayout } from '../facts/tables/layout.ts';
import { EXIT, type Io, printable, UsageError } from './io.ts';
import { type DocumentFlags, oneDocument } from './one.ts';
import { patternsFor } from './pattern-options.ts';

export type TablesFlags = DocumentFlags & { readonly csv?: string };

/** Rows shown of each table. */
const SHOWN = 3;

export async function tablesCommand(file: string, flags: TablesFlags, io: Io): Promise<number> {
  const one = await oneDocument(file, flags, io);
  if (!one) return EXIT.failed;
  const { sections, report } = one.record;
  const { tables, layouts } = tableFacts({
    document: one.document,
    sections,
    report,
    patterns: patternsFor(flags, io),
  });
  io.stdout(tables.map((table, i) => tableText(table, layouts[i] as TableLayout, io.colours)).join('\n'));
  if (tables.length === 0) io.stdout('No tables.\n');
  if (flags.csv !== undefined) await writeTables(tables, resolve(io.cwd, flags.csv), io);
  return EXIT.done;
}

function tableText(table: TableRecord, layout: TableLayout, colours: Io['colours']): string {
  const { id, kind, title, unit, pages, header, rows } = table;
  const line = (lead: string) => (row: readonly string[]) => `  ${colours.dim(lead)} ${printable(row.join(' | '))}`;
  const about = [
    `unit ${unit ?? 'unknown'}`,
    `page ${pages.join(', ')}`,
    `pack ${layout.pack ?? 'none'}`,
    count(layout.facts, 'fact'),
    `${count(layout.unmapped, 'number')} unmapped`,
  ];
  const lines = [
    `${colours.bold(id)}  ${kind ?? 'not recognised'}  ${printable(title ?? 'no title')}`,
    `  ${about.join(', ')}`,
    ...header.map(line('head')),
    ...rows.slice(0, SHOWN).map(line('row ')),
    ...(rows.length > SHOWN ? [`  … ${rows.length - SHOWN} more`] : []),
    ...(kind === null ? [] : layout.columns.map(columnText)),
  ];
  return `${lines.join('\n')}\n`;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

function columnText({ number, heads, means, value }: ColumnLayout): string {
  const head = heads.length > 0 ? printable(heads.join('/')) : 'no head';
  return `  ${String(number).padStart(3)} ${head} ${value ? '=' : 'is'} ${means ?? '? (no rule)'}`;
}

/** A file for each table, named by its number, kind and title; UTF-8 with a mark, for spreadsheets. */
async function writeTables(tables: readonly TableRecord[], directory: string, io: Io): Promise<void> {
  await mkdir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot make ${directory}: ${error.code}`);
  });
  for (const [i, table] of tables.entries()) {
    const name = [String(i + 1).padStart(2, '0'), table.kind ?? 'unknown', ...(table.title ? [table.title] : [])];
    const safe = name
      .join('-')
      .replace(/[^\p{Script=Han}\p{L}\p{N}-]/gu, '')
      .slice(0, 80);
    const lines = [...table.header, ...table.rows].map((row) => row.map(csvCell).join(','));
    await writeFile(join(directory, `${safe}.csv`), `\ufeff${lines.join('\r\n')}\r\n`);
  }
  io.stderr(`${tables.length} files in ${printable(directory)}\n`);
}

/** Quoted where it must be; text that a spreadsheet would run as a formula is kept text. */
export function csvCell(text: string): string {
  const harmless = /^[-+]?[\d,.]*%?$/.test(text) || !/^[=+\-@\t\r]/.test(text);
  const cell = harmless ? text : `'${text}`;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
