/** `gongkai schema`: what a record and the tables of a dataset consist of, for other programs. */
import { labels } from '../dataset/labels.ts';
import { bundleJsonSchema, recordJsonSchema } from '../dataset/schema.ts';
import type { SchemaFormat } from '../dataset/schema-formats.ts';
import { schemasOf } from '../dataset/table-schemas.ts';
import { loadPatterns } from '../patterns/load.ts';
import { EXIT, type Io, UsageError } from './io.ts';

export interface SchemaFlags {
  readonly format: SchemaFormat;
}

export function schemaCommand(of: string | undefined, { format }: SchemaFlags, io: Io): number {
  io.stdout(`${JSON.stringify(schemaOf(of, format), null, 2)}\n`);
  return EXIT.done;
}

function schemaOf(of: string | undefined, format: SchemaFormat): object {
  if (of === 'record' || (of === undefined && format === 'json-schema')) {
    if (format !== 'json-schema') throw new UsageError(`a record has a JSON Schema, none of ${format}`);
    return recordJsonSchema();
  }
  if (of === 'bundle') {
    if (format !== 'json-schema') throw new UsageError(`a bundle has a JSON Schema, none of ${format}`);
    return bundleJsonSchema();
  }
  const schemas = schemasOf(format, labels(loadPatterns()));
  if (of === undefined) return schemas;
  const schema = schemas[of];
  if (!schema) throw new UsageError(`expected record, bundle or one of ${Object.keys(schemas).join(', ')}, not ${of}`);
  return schema;
}
