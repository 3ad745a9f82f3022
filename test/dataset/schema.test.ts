import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { DocumentRecord } from '../../src/contract.ts';
import { TABLE_NAMES } from '../../src/dataset/column.ts';
import { labels } from '../../src/dataset/labels.ts';
import { dataPackage } from '../../src/dataset/package.ts';
import { recordJsonSchema, type recordSchema } from '../../src/dataset/schema.ts';
import { schemasOf } from '../../src/dataset/table-schemas.ts';
import { extract } from '../../src/extract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { datasetOf } from './records.ts';

// The compiler holds the schema and the types to each other.
type Schema = z.infer<typeof recordSchema>;
const toSchema = (record: DocumentRecord): Schema => record;
const toRecord = (record: Schema): DocumentRecord => record;

const patterns = loadPatterns();
const bytes = new TextEncoder().encode(DISCLOSURE);

async function made(): Promise<DocumentRecord> {
  const { record } = await extract(bytes, { path: 'a.txt', patterns, version: '0.0.0' });
  if (!record) throw new Error('no record');
  return toRecord(toSchema(record));
}

describe('the JSON Schema of a record', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(recordJsonSchema());

  it('holds for a record', async () => {
    validate(await made());
    expect(validate.errors).toBeNull();
  });

  it('does not hold for a record with another key, or a number as a value', async () => {
    const record = await made();
    expect(validate({ ...record, extra: 1 })).toBe(false);
    expect(validate({ ...record, facts: record.facts.map((fact) => ({ ...fact, value: 1.5 })) })).toBe(false);
  });
});

describe('the schemas of the tables', () => {
  const words = labels(patterns);

  it('hold for the lines of a dataset', async () => {
    const out = await datasetOf([await made()], ['jsonl']);
    const schemas = schemasOf('json-schema', words);
    for (const name of TABLE_NAMES) {
      const validate = new Ajv2020({ allErrors: true }).compile(schemas[name] as object);
      for (const line of (await readFile(join(out, `${name}.jsonl`), 'utf8')).split('\n').filter(Boolean)) {
        validate(JSON.parse(line));
        expect(validate.errors, name).toBeNull();
      }
    }
  });

  it('of Spark name its types', () => {
    const { fields } = schemasOf('spark', words).facts as { fields: { name: string }[] };
    const value = { name: 'value', type: 'decimal(18,4)', nullable: true, metadata: {} };
    expect(fields.find(({ name }) => name === 'value')).toEqual(value);
  });
});

describe('datapackage.json', () => {
  const file = { table: 'facts', form: 'csv', name: 'facts.csv', rows: 3, bytes: 10, sha256: 'aa' } as const;
  const options = { version: '0.0.0', patterns: 'x', labels: labels(patterns) };

  it('describes each file and its columns', () => {
    const { resources } = dataPackage({ files: [file], ...options }) as { resources: Record<string, unknown>[] };
    const facts = resources.find(({ name }) => name === 'facts-csv') as Record<string, unknown>;
    expect(facts).toMatchObject({ path: 'facts.csv', format: 'csv', rows: 3, bytes: 10, hash: 'sha256:aa' });
    const { fields, primaryKey } = facts.schema as { fields: { name: string }[]; primaryKey: string[] };
    expect(primaryKey).toEqual(['document_id', 'fact_id']);
    expect(fields.find(({ name }) => name === 'fiscal_year')).toMatchObject({
      type: 'integer',
      columnType: 'date:fiscal-year',
    });
  });

  it('lists the parts of a table in several files', () => {
    const files = [1, 2].map((i) => ({ ...file, name: `facts-2024-000${i}.csv` }));
    const { resources } = dataPackage({ files, ...options }) as { resources: Record<string, unknown>[] };
    expect(resources.find(({ name }) => name === 'facts-csv')).toMatchObject({
      path: ['facts-2024-0001.csv', 'facts-2024-0002.csv'],
      rows: 6,
    });
  });
});
