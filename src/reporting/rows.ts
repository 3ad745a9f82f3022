/** Findings as rows: CSV for spreadsheets, JSON for programs. */
import type { Told } from './told.ts';

const COLUMNS: readonly (readonly [string, (told: Told) => string | number | null])[] = [
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['document', ({ document }) => document],
  ['path', ({ path }) => path],
  ['organisation', ({ organisation }) => organisation],
  ['fiscal_year', ({ fiscalYear }) => fiscalYear],
  ['rule', ({ finding }) => finding.rule],
  ['verdict', ({ finding }) => finding.verdict],
  ['severity', ({ finding }) => finding.severity],
  ['page', ({ finding }) => finding.page],
  ['printed', ({ quote }) => quote],
  ['message_zh', ({ finding }) => finding.message.zh],
  ['message_en', ({ finding }) => finding.message.en],
  ['hint', ({ finding }) => finding.hint],
  ['suspect', ({ finding }) => finding.suspect],
  ['expected_low', ({ finding }) => finding.expected?.[0] ?? null],
  ['expected_high', ({ finding }) => finding.expected?.[1] ?? null],
  ['actual_low', ({ finding }) => finding.actual?.[0] ?? null],
  ['actual_high', ({ finding }) => finding.actual?.[1] ?? null],
  ['facts', ({ finding }) => finding.facts.join(' ')],
];

/** A text that a spreadsheet would take for a formula gets an apostrophe; a number keeps its minus. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=@\t\r]|^[+-](?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With the mark by which Excel knows UTF-8. */
export function csv(findings: readonly Told[]): string {
  const lines = [COLUMNS.map(([name]) => name), ...findings.map((told) => COLUMNS.map(([, of]) => of(told)))];
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The finding as in the record, with its fingerprint and its document. */
export function json({ finding, ...rest }: Told): object {
  return { ...rest, ...finding };
}
