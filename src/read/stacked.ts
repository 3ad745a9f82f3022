/** Lists of a page that lost its table: each cell stands on a line of its own, with the bar that closed it. */
import { folded } from '../layout/words.ts';
import type { CellPart } from './parts.ts';
import type { FlowLine, FlowRules } from './reflow.ts';
import type { TableRun } from './text-tables.ts';

const BAR = /[|\uff5c\u2502\u2503]/;
const BARS = /[|\uff5c\u2502\u2503]/g;
const NUMBER = /^[-\u2212]?[\d,]{1,20}(?:\.\d{1,8})?%?$/;
/** Shorter lists are as likely two cells of something else. */
const LEAST_ROWS = 3;

interface Cell {
  readonly text: string;
  readonly at: number;
}

/** The text of a line that holds one cell at most; null for rows and for prose. */
function single(lines: readonly FlowLine[], at: number): string | null {
  const line = lines[at];
  if (!line || 'page' in line) return null;
  if (BAR.test(line.text)) {
    const cells = line.text.split(BAR).filter((cell) => cell.trim() !== '');
    return cells.length <= 1 ? (cells[0] ?? '').trim() : null;
  }
  const next = lines[at + 1];
  const closed = next !== undefined && !('page' in next) && next.text.replace(BARS, '').trim() === '';
  return closed ? line.text.trim() : null;
}

/** Labels and numbers by turns, under a head of two cells whose second says that it is a figure. */
export function stackedRuns(lines: readonly FlowLine[], rules: FlowRules): TableRun[] {
  const runs: TableRun[] = [];
  for (let start = 0; start < lines.length; start++) {
    const cells: Cell[] = [];
    let end = start;
    for (let text = single(lines, end); text !== null; text = single(lines, ++end)) {
      if (text !== '') cells.push({ text, at: end });
    }
    const run = listOf(cells, end, rules);
    if (run) runs.push(run);
    if (end > start) start = end - 1;
  }
  return runs;
}

function listOf(cells: readonly Cell[], end: number, rules: FlowRules): TableRun | null {
  const isNumber = (i: number) => NUMBER.test(cells[i]?.text ?? '');
  let from = cells.length;
  while (from >= 2 && isNumber(from - 1) && !isNumber(from - 2)) from -= 2;
  const head = cells[from - 1];
  if (cells.length - from < 2 * LEAST_ROWS || !head || from < 2) return null;
  if (isNumber(from - 2) || !rules.stackedHead.test(folded(head.text))) return null;
  const rows: CellPart[][] = [];
  for (let i = from - 2; i < cells.length; i += 2) {
    rows.push(cells.slice(i, i + 2).map(({ text }) => ({ text, rowSpan: 1, columnSpan: 1 })));
  }
  return { start: (cells[from - 2] as Cell).at, end, table: { kind: 'table', ruled: false, rows } };
}

/** A line of one cell without its bars; lines of nothing but bars are gone. */
export function withoutBars(lines: readonly FlowLine[]): FlowLine[] {
  return lines.flatMap((line): FlowLine[] => {
    if ('page' in line || !BAR.test(line.text)) return [line];
    const cells = line.text.split(BAR).filter((cell) => cell.trim() !== '');
    if (cells.length > 1) return [line];
    return cells.map((text) => ({ ...line, text }));
  });
}
