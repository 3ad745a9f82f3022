/** Records and their dataset, without documents: for questions to it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentRecord, Fact } from '../../src/contract.ts';
import { TABLE_NAMES } from '../../src/dataset/column.ts';
import { serialise } from '../../src/dataset/serialise.ts';
import { shardFiles } from '../../src/dataset/shard.ts';
import type { Form } from '../../src/dataset/writer.ts';
import { fact, record } from '../evaluate/record.ts';
import { folder } from '../folder.ts';

export interface Statement extends Partial<Fact> {
  readonly concept: string;
  readonly value: string;
}

let made = 0;

/** A report of an organisation and a year that states the given values. */
export function report(
  organisation: string,
  fiscalYear: number,
  statements: readonly Statement[],
  kind: 'final' | 'budget' = 'final',
  changes: Partial<DocumentRecord> = {},
): DocumentRecord {
  const id = (++made).toString(16).padStart(16, '0');
  const facts = statements.map((statement, i) =>
    fact({
      id: `f${i + 1}`,
      measure: kind,
      period: fiscalYear,
      interval: [statement.value, statement.value],
      ...statement,
    }),
  );
  const base = record();
  return {
    ...base,
    id,
    source: { ...base.source, path: `${organisation}-${fiscalYear}-${kind}.txt`, sha256: id.padStart(64, '0') },
    report: { ...base.report, organisation, fiscalYear, kind },
    facts,
    ...changes,
  };
}

/** A directory with the records and the tables made of them. */
export async function datasetOf(
  records: readonly DocumentRecord[],
  forms: readonly Form[] = ['parquet'],
): Promise<string> {
  const out = await folder();
  await mkdir(join(out, 'documents'));
  for (const each of records) await writeFile(join(out, 'documents', `${each.id}.json`), serialise(each));
  const files = TABLE_NAMES.flatMap((table) =>
    forms.map((form) => ({ table, form, name: `${table}.${form}`, temporary: join(out, `${table}.${form}`) })),
  );
  await shardFiles({ ids: records.map(({ id }) => id), files, createdBy: 'test' }, out);
  return out;
}
