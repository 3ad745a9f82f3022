/** The description of a dataset in the form of Frictionless Data (datapackage.json): files, columns, keys. */
import type { Column, ColumnType, Table, TableName } from './column.ts';
import type { Labels } from './labels.ts';
import type { WrittenFile } from './shard.ts';
import { TABLES } from './tables/index.ts';
import type { Form } from './writer.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  flag: 'boolean',
  amount: 'number',
  bound: 'number',
  point: 'number',
  json: 'string',
};

/**
 * Types of the Fiscal Data Package, for the columns that they fit. What a value and a subject stand for depends on other
 * columns of the same row, so these have none.
 */
const FISCAL: Readonly<Record<string, string>> = {
  fiscal_year: 'date:fiscal-year',
  organisation: 'administrative-classification:generic:level1:label',
};

const MEDIA: Readonly<Record<Form, string>> = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv',
  jsonl: 'application/jsonl',
};

export interface PackageOf {
  readonly files: readonly WrittenFile[];
  readonly version: string;
  readonly patterns: string;
  readonly labels: Labels;
}

export function dataPackage({ files, version, patterns, labels }: PackageOf): object {
  const forms = [...new Set(files.map(({ form }) => form))];
  return {
    profile: 'data-package',
    name: 'gongkai-dataset',
    title: labels.title.en,
    description: `${labels.title.zh}\n\n${labels.description.zh}\n\n${labels.description.en}`,
    generator: { name: 'gongkai', version, patterns },
    resources: TABLES.flatMap((table) => forms.map((form) => resource(table, form, files, labels))),
  };
}

function resource(table: Table, form: Form, files: readonly WrittenFile[], labels: Labels): object {
  const own = files.filter((file) => file.table === table.name && file.form === form);
  const { en, zh } = labels.table(table.name);
  return {
    name: form === 'parquet' ? table.name : `${table.name}-${form}`,
    title: `${en} ${zh}`,
    path: own.length === 1 ? own[0]?.name : own.map(({ name }) => name),
    format: form,
    mediatype: MEDIA[form],
    ...(form === 'parquet' ? {} : { encoding: 'utf-8' }),
    ...(form === 'csv' ? { dialect: { lineTerminator: '\r\n', doubleQuote: true, header: true } } : {}),
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
    ...(own.length === 1 ? { bytes: own[0]?.bytes, hash: `sha256:${own[0]?.sha256}` } : { parts: own.map(part) }),
    schema: tableSchema(table, labels),
  };
}

function part({ name, rows, bytes, sha256 }: WrittenFile): object {
  return { path: name, rows, bytes, hash: `sha256:${sha256}` };
}

export function tableSchema(table: Table, labels: Labels): object {
  return {
    fields: table.columns.map((column) => field(table.name, column, labels)),
    primaryKey: table.key,
    ...(table.name === 'documents'
      ? {}
      : {
          foreignKeys: [{ fields: ['document_id'], reference: { resource: 'documents', fields: ['document_id'] } }],
        }),
    missingValues: [''],
  };
}

function field(table: TableName, { name, type, nullable }: Column<unknown>, labels: Labels): object {
  const { en, zh } = labels.column(table, name);
  const columnType = FISCAL[name];
  return {
    name,
    type: TYPES[type],
    description: `${en} ${zh}`,
    ...(columnType ? { columnType } : {}),
    ...(nullable ? {} : { constraints: { required: true } }),
  };
}
