/** The summary at the end of a run, for a person: documents where they are few, groups, what failed, totals. */
import type { Entry, Run } from '../batch/entry.ts';
import type { CheckCount } from '../contract.ts';
import { evaluatedShare, obligations } from '../reporting/obligations.ts';
import { type Io, printable } from './io.ts';

type ExtractedEntry = Extract<Entry, { status: 'extracted' }>;

const MAX_GROUPS = 40;
const HEAD = ['year', 'kind', 'facts', 'coverage', 'errors', 'warnings', 'info'] as const;

/** As many documents and as many failures as somebody reads on a terminal. */
const MAX_DOCUMENTS = 60;
const MAX_FAILURES = 20;

export async function summary(
  run: Run,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  out: string,
  colours: Io['colours'],
): Promise<string> {
  const { totals } = run;
  const listed = totals.inputs <= MAX_DOCUMENTS;
  const shown: Entry[] = [];
  let failures = 0;
  const checks: CheckCount[] = [];
  for await (const entry of entries) {
    if (entry.status === 'extracted' && entry.checks) checks.push(entry.checks);
    if (listed || (entry.status === 'failed' && ++failures <= MAX_FAILURES)) shown.push(entry);
  }
  const parts = [documentLines(shown, colours), noticeLines(shown, colours), otherLines(shown, colours)];
  const more = listed ? 0 : totals.failed - Math.min(failures, MAX_FAILURES);
  if (more > 0) parts.push([`and ${more} more failures: failures.jsonl`]);
  parts.push(groupLines(run, colours));
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => [...part, '']);
  if (checks.length > 0) lines.push(checkLine(checks));
  lines.push(totalLine(run, colours), `Output in ${out}`);
  return `${lines.join('\n')}\n`;
}

/** How many documents there are of each form, year and region, the commonest first, and of each kind of failure. */
function groupLines({ groups }: Run, colours: Io['colours']): string[] {
  const line = (title: string, counts: Readonly<Record<string, number>>, byName: boolean): string[] => {
    const entries = Object.entries(counts);
    if (entries.length === 0) return [];
    if (!byName) entries.sort(([, a], [, b]) => b - a);
    const shown = entries.slice(0, MAX_GROUPS).map(([name, count]) => `${printable(name)} ${count}`);
    const rest = entries.length > MAX_GROUPS ? [`${entries.length - MAX_GROUPS} more`] : [];
    return [colours.dim(`${title.padEnd(13)}${[...shown, ...rest].join(' · ')}`)];
  };
  return [
    ...line('by form', groups.format, false),
    ...line('by year', groups.fiscalYear, true),
    ...line('by region', groups.region, false),
    ...line('by failure', groups.failure, false),
  ];
}

/** Mapped over mapped and unmapped mentions; a dash where the document prints no amount at all. */
export function coverage(mapped: number, unmapped: number): string {
  // Rounded down, so that 100% means that nothing is unmapped.
  return mapped + unmapped === 0 ? '–' : `${Math.floor((mapped / (mapped + unmapped)) * 1000) / 10}%`;
}

function documentLines(entries: readonly Entry[], colours: Io['colours']): string[] {
  const extracted = entries.filter((entry): entry is ExtractedEntry => entry.status === 'extracted');
  if (extracted.length === 0) return [];
  const rows = extracted.map((entry) => [
    entry.fiscalYear === null ? '?' : String(entry.fiscalYear),
    entry.kind,
    String(entry.facts),
    coverage(entry.mapped, entry.unmapped),
    String(entry.findings.error),
    String(entry.findings.warning),
    String(entry.findings.info),
  ]);
  const widths = HEAD.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] as string).length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number))).join('  ');
  // Names come last: Han characters are two columns wide and would break the alignment.
  return [
    colours.dim(`${line(HEAD)}  organisation · file`),
    ...extracted.map((entry, i) => {
      const text = line(rows[i] as string[]);
      const name = entry.organisation ?? 'organisation unknown';
      return `${entry.findings.error > 0 ? colours.yellow(text) : text}  ${printable(name)} ${colours.dim(`· ${printable(entry.path)}`)}`;
    }),
  ];
}

/** What a record's user should know of how it was read; the records hold the full messages. */
function noticeLines(entries: readonly Entry[], colours: Io['colours']): string[] {
  return entries.flatMap((entry) => {
    if (entry.status !== 'extracted' || Object.keys(entry.notices).length === 0) return [];
    const counts = Object.entries(entry.notices).map(([code, count]) => `${count} × ${code}`);
    return [colours.dim(`notices      ${printable(entry.path)}: ${counts.join(', ')}`)];
  });
}

function otherLines(entries: readonly Entry[], colours: Io['colours']): string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    const path = printable(entry.path);
    if (entry.status === 'duplicate') lines.push(colours.dim(`duplicate    ${path} = ${printable(entry.of)}`));
    else if (entry.status === 'unsupported') lines.push(colours.dim(`not read     ${path}: ${entry.reason.message}`));
    else if (entry.status === 'failed')
      lines.push(`${colours.red('failed')}       ${path}: ${reasonText(entry.reason)}`);
  }
  return lines;
}

export function reasonText(reason: { code: string; message: string; page: number | null }): string {
  return printable(`${reason.page === null ? '' : `page ${reason.page}: `}${reason.message} [${reason.code}]`);
}

/** How many of the checks that apply were evaluated, and why the others were not; docs/contract.md explains the reasons. */
function checkLine(checks: readonly CheckCount[]): string {
  const all = obligations(checks.map((count) => ({ all: count })));
  const why = Object.entries(all.why).sort(([, a], [, b]) => b - a);
  const open =
    why.length === 0 ? '' : `; not evaluated: ${why.map(([reason, count]) => `${reason} ${count}`).join(', ')}`;
  return `Checks: ${all.evaluated} of ${all.applicable} evaluated (${evaluatedShare(all)})${open}`;
}

function totalLine(run: Run, colours: Io['colours']): string {
  const { inputs, extracted, duplicate, unsupported, failed, facts } = run.totals;
  const parts = [`${extracted} extracted with ${facts} facts`];
  if (duplicate > 0) parts.push(`${duplicate} duplicate`);
  if (unsupported > 0) parts.push(`${unsupported} not read`);
  parts.push(failed > 0 ? colours.red(`${failed} failed`) : '0 failed');
  return `${inputs} input${inputs === 1 ? '' : 's'}: ${parts.join(', ')}`;
}
