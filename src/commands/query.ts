/** `gongkai query` and `gongkai pivot`: questions to a dataset. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Answer, Dataset } from '../dataset/duckdb.ts';
import { labels } from '../dataset/labels.ts';
import { csvLine } from '../dataset/lines.ts';
import { panelSql } from '../dataset/panel.ts';
import { loadPatterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import { EXIT, type Io, printable, UsageError } from './io.ts';
import { aligned } from './text-table.ts';

export interface QueryFlags {
  readonly csv?: boolean;
  readonly json?: boolean;
}

export async function queryCommand(directory: string, sql: string, flags: QueryFlags, io: Io): Promise<number> {
  const answer = await asked(resolve(io.cwd, directory), sql);
  if (flags.csv) io.stdout(csv(answer));
  else if (flags.json)
    io.stdout(answer.rows.map((row) => `${JSON.stringify(objectOf(answer.columns, row))}\n`).join(''));
  else
    io.stdout(
      aligned(
        answer.columns,
        answer.rows.map((row) => row.map((value) => printable(value ?? ''))),
      ),
    );
  return EXIT.done;
}

export interface PivotFlags {
  readonly concept?: readonly string[];
  readonly measure: string;
  readonly kind: string;
  readonly labels: 'id' | 'zh' | 'en';
  readonly out?: string;
}

const USUAL = [
  'income.total',
  'expenditure.total',
  'expenditure.basic',
  'expenditure.project',
  'three_public.total',
  'agency_operation',
  'procurement.total',
];

export async function pivotCommand(directory: string, flags: PivotFlags, io: Io): Promise<number> {
  const concepts = flags.concept ?? USUAL;
  const patterns = loadPatterns();
  const known = vocabulary(patterns).concepts;
  for (const concept of concepts) {
    if (!known.has(concept)) throw new UsageError(`no concept ${concept}; docs/data-dictionary.md lists them`);
  }
  const { english } = labels(patterns);
  const names = concepts.map((concept) => {
    if (flags.labels === 'zh') return known.get(concept)?.zh ?? concept;
    return flags.labels === 'en' ? (english.concepts[concept] ?? concept) : concept;
  });
  const { measure, kind, out } = flags;
  const text = csv(await asked(resolve(io.cwd, directory), panelSql({ concepts, names, measure, kind })));
  if (out === undefined) io.stdout(text);
  else await writeFile(resolve(io.cwd, out), `\ufeff${text}`);
  return EXIT.done;
}

async function asked(directory: string, sql: string): Promise<Answer> {
  const dataset = await Dataset.open(directory);
  try {
    return await dataset.ask(sql);
  } finally {
    dataset.close();
  }
}

function csv({ columns, rows }: Answer): string {
  return [columns, ...rows].map(csvLine).join('');
}

function objectOf(columns: readonly string[], row: readonly (string | null)[]): Record<string, string | null> {
  return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
}
