/** Tables that lost their rules: rows of a text whose cells are parted by bars or tabs. */
import { folded } from '../layout/words.ts';
import { notice } from './notices.ts';
import type { CellPart, TablePart } from './parts.ts';
import type { FlowLine, FlowRules } from './reflow.ts';

export const TABLES_APPROXIMATE = notice(
  'tables-approximate',
  'warning',
  'tables stand in the text as rows without rules; merged cells are lost and columns may shift',
);

const BAR = /[|\uff5c\u2502\u2503]/;
/** The line between head and body of a table in Markdown or drawn with characters. */
const RULE = /^[\s|+:\-=\u2500-\u257f\uff5c]+$/;

interface Row {
  readonly by: 'bar' | 'tab';
  readonly cells: readonly string[];
}

export interface TableRun {
  readonly start: number;
  readonly end: number;
  readonly table: TablePart;
}

/** Maximal runs of two or more rows with the same separator. */
export function tableRuns(lines: readonly FlowLine[], rules: FlowRules): TableRun[] {
  const runs: TableRun[] = [];
  const rows = lines.map((line) => ('page' in line ? null : rowOf(line.text, rules)));
  for (let start = 0; start < rows.length; start++) {
    const by = rows[start]?.by;
    if (by === undefined) continue;
    let end = start;
    const kept: (readonly string[])[] = [];
    for (let row = rows[end]; row && row.by === by; row = rows[++end]) if (row.cells.length > 0) kept.push(row.cells);
    if (kept.length >= 2) runs.push({ start, end, table: tableOf(kept) });
    start = end - 1;
  }
  return runs;
}

/** The cells of a row, none for a rule between rows; null for a line that is no row. */
function rowOf(line: string, rules: FlowRules): Row | null {
  if (BAR.test(line)) {
    if (RULE.test(line)) return { by: 'bar', cells: [] };
    const cells = line.split(BAR).map((cell) => cell.trim());
    return cells.filter((cell) => cell !== '').length > 0 && cells.length >= 3 ? { by: 'bar', cells } : null;
  }
  const cells = line
    .trimEnd()
    .split('\t')
    .map((cell) => cell.trim());
  if (cells.length < 2 || (cells.length === 2 && !pair(cells as [string, string], rules))) return null;
  return { by: 'tab', cells };
}

/** Two cells are a row, unless they are a list number with its text or a title with its page. */
function pair([first, second]: [string, string], rules: FlowRules): boolean {
  if (first === '' || second === '') return false;
  const label = folded(first);
  return !(label.length <= 6 && rules.words.numbering(label)) && !/^\d{1,3}$/.test(folded(second));
}

/**
 * Heads of the columns that the last head above spans, pushed to the left because nothing stands below the others:
 * `项目 | 预算数 | 增减 | |` over `金额 | 比例 | | |`.
 */
function belowLast(row: readonly string[], above: readonly string[] | undefined, width: number): readonly string[] {
  if (!above) return row;
  const filled = (cells: readonly string[]) => cells.findLastIndex((cell) => cell !== '') + 1;
  const [count, before] = [filled(row), filled(above) - 1];
  const packed = row.slice(0, count).every((cell) => cell !== '' && !/\d/.test(cell));
  const whole = before > 0 && above.slice(0, before).every((cell) => cell !== '');
  if (count < 2 || !packed || !whole || before + count !== width) return row;
  return [...Array.from({ length: before }, () => ''), ...row.slice(0, count)];
}

function tableOf(rows: readonly (readonly string[])[]): TablePart {
  // `| a | b |`: bars at the ends close the row and part nothing.
  const framed = rows.every((row) => row[0] === '') ? 1 : 0;
  const closed = rows.every((row) => row.at(-1) === '' && row.length > 2);
  const cells = rows.map((row) => row.slice(framed, closed ? -1 : undefined));
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const inner = cells.map((row, at) => belowLast(row, cells[at - 1], width));
  const used = Array.from({ length: width }, (_, column) => inner.some((row) => (row[column] ?? '') !== ''));
  return {
    kind: 'table',
    ruled: false,
    rows: inner.map((row) =>
      row.filter((_, column) => used[column]).map((text): CellPart => ({ text, rowSpan: 1, columnSpan: 1 })),
    ),
  };
}
