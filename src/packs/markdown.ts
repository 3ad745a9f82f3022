/** Values of packs as Markdown. */
import { isMap } from '../patterns/merge.ts';

type Row = readonly string[];

export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** In a table a bar would end the cell, in code as well. */
export const escaped = (text: string) =>
  text
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

export function code(text: string): string {
  const clean = escaped(text);
  if (clean === '') return '';
  const fence = clean.includes('`') ? '``' : '`';
  return `${fence}${clean}${fence}`;
}

/** A value in a cell. */
function cell(value: unknown): string {
  if (value === undefined || value === '') return '';
  if (value === null) return '–';
  if (Array.isArray(value)) return value.map(cell).join('<br>');
  if (isMap(value))
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${cell(inner)}`)
      .join('<br>');
  return code(String(value));
}

function columnsOf(rows: readonly unknown[]): string[] {
  return [...new Set(rows.flatMap((row) => (isMap(row) ? Object.keys(row) : [])))];
}

/** A list as a list, or as a table of the keys of its entries; a map as a table. */
export function rendered(value: unknown): string {
  if (Array.isArray(value)) {
    const columns = columnsOf(value);
    if (columns.length === 0) return value.map((item) => `- ${cell(item)}`).join('\n');
    return table(
      columns,
      value.map((item) => columns.map((column) => (isMap(item) ? cell(item[column]) : cell(item)))),
    );
  }
  if (!isMap(value)) return cell(value);
  const entries = Object.entries(value);
  const columns = columnsOf(Object.values(value));
  if (columns.length === 0 || entries.some(([, inner]) => !isMap(inner))) {
    return table(
      ['', ''],
      entries.map(([key, inner]) => [code(key), cell(inner)]),
    );
  }
  return table(
    ['', ...columns],
    entries.map(([key, inner]) => [
      code(key),
      ...columns.map((column) => cell((inner as Record<string, unknown>)[column])),
    ]),
  );
}
