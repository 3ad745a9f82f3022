/** The columns of the dataset's tables for other tools: a schema of Spark, of Frictionless Data, or JSON Schema of a row. */
import { type Column, type ColumnType, PRECISION, SCALE, type Table } from './column.ts';
import type { Labels } from './labels.ts';
import { tableSchema } from './package.ts';
import type { SchemaFormat } from './schema-formats.ts';
import { TABLES } from './tables/index.ts';

const SPARK: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  json: 'string',
  integer: 'integer',
  flag: 'boolean',
  point: 'double',
  amount: `decimal(${PRECISION},${SCALE.amount})`,
  bound: `decimal(${PRECISION},${SCALE.bound})`,
};

/** As `StructType.fromJson` reads it. */
function spark(table: Table): object {
  const fields = table.columns.map(({ name, type, nullable }) => ({ name, type: SPARK[type], nullable, metadata: {} }));
  return { type: 'struct', fields };
}

const JSON_TYPES: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  json: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
  integer: { type: 'integer' },
  flag: { type: 'boolean' },
  point: { type: 'number' },
  // Decimals are text, as in the records: a reader of JSON makes doubles of numbers.
  amount: { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$' },
  bound: { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$' },
};

/** A line of the table as JSON Lines. */
function jsonSchema(table: Table, labels: Labels): object {
  const property = ({ name, type, nullable }: Column<unknown>): object => {
    const { en } = labels.column(table.name, name);
    const own = JSON_TYPES[type];
    return { description: en, ...(nullable ? { anyOf: [own, { type: 'null' }] } : own) };
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: table.name,
    type: 'object',
    properties: Object.fromEntries(table.columns.map((column) => [column.name, property(column)])),
    required: table.columns.map(({ name }) => name),
    additionalProperties: false,
  };
}

export function schemasOf(format: SchemaFormat, labels: Labels): Record<string, object> {
  const of = (table: Table): object =>
    format === 'spark'
      ? spark(table)
      : format === 'frictionless'
        ? tableSchema(table, labels)
        : jsonSchema(table, labels);
  return Object.fromEntries(TABLES.map((table) => [table.name, of(table)]));
}
