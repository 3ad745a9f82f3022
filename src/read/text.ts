/** Plain text: lines to paragraphs, rows of `a | b | c` or with tabs to tables. */

import type { Notice } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { decode } from './charset.ts';
import { documentOf } from './contents.ts';
import { notice, type Reading } from './notices.ts';
import type { Part } from './parts.ts';
import { type FlowLine, flowRules, reflow } from './reflow.ts';
import { stackedRuns, withoutBars } from './stacked.ts';
import { TABLES_APPROXIMATE, tableRuns } from './text-tables.ts';

export function readText(bytes: Uint8Array, patterns: Patterns): Reading {
  const { text, charset, guessed, broken } = decode(bytes);
  const notices: Notice[] = [];
  if (guessed) notices.push(notice('charset-guessed', 'info', `no character set is named; read as ${charset}`));
  if (broken > 0) notices.push(notice('corrupt', 'warning', `${broken} characters are damaged (read as ${charset})`));
  const parts = textParts(flowLines(text), patterns);
  if (parts.some((part) => part.kind === 'table')) notices.push(TABLES_APPROXIMATE);
  return { value: documentOf('txt', parts, patterns), notices };
}

/** Lines without the blank ones, which remain as `gap` of the next. */
export function flowLines(text: string): FlowLine[] {
  const lines: FlowLine[] = [];
  let gap = false;
  for (const page of text.split('\f')) {
    if (lines.length > 0 || page !== text.split('\f', 1)[0]) lines.push({ page: true });
    for (const line of page.split(/\r\n|[\n\r\u0085\u2028\u2029\v]/)) {
      if (/^[\s\ufeff\u200b\0]*$/.test(line)) gap = true;
      else {
        lines.push({ text: line.replaceAll('\0', ''), gap });
        gap = false;
      }
    }
  }
  return lines;
}

/** Tables where rows follow each other; what stands between them is reflowed by itself. */
export function textParts(lines: readonly FlowLine[], patterns: Patterns): Part[] {
  const rules = flowRules(patterns);
  const groups: Part[][] = [];
  let from = 0;
  const rows = tableRuns(lines, rules);
  const lists = stackedRuns(lines, rules).filter((list) =>
    rows.every(({ start, end }) => end <= list.start || list.end <= start),
  );
  for (const { start, end, table } of [...rows, ...lists].sort((a, b) => a.start - b.start)) {
    groups.push(reflow(withoutBars(lines.slice(from, start)), rules), [table]);
    from = end;
  }
  return [...groups, reflow(withoutBars(lines.slice(from)), rules)].flat();
}
