/** The kinds of schema that the tables of a dataset have. */
export const SCHEMA_FORMATS = ['json-schema', 'frictionless', 'spark'] as const;
export type SchemaFormat = (typeof SCHEMA_FORMATS)[number];
