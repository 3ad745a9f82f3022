/**
 * The record as a schema, and from it its JSON Schema. test/dataset/schema.test.ts holds it to the types of
 * src/contract.ts, in both directions.
 */
import { z } from 'zod';
import { BUNDLE_SCHEMA, DOCUMENT_SCHEMA } from '../contract.ts';
import { NOTICE_CODES } from '../document.ts';

const whole = z.int().min(0);
const text = z.string();
const optionalText = text.nullable();
/** An exact decimal as text. */
const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
const interval = z.tuple([decimal, decimal]).nullable();
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().nullable();
const span = { start: whole, end: whole };
const place = { page: whole, ...span };
const severity = z.enum(['error', 'warning', 'info']);

const report = z.strictObject({
  title: optionalText,
  organisation: optionalText,
  kind: z.enum(['final', 'budget', 'three_public', 'government', 'other']),
  level: z.enum(['department', 'unit']).nullable(),
  fiscalYear: whole.nullable(),
  region: optionalText,
  units: z.array(text),
  duties: z.array(text),
});

const section = z.strictObject({
  id: text,
  kind: optionalText,
  number: optionalText,
  title: text,
  level: whole,
  ...place,
});

const table = z.strictObject({
  id: text,
  kind: optionalText,
  title: optionalText,
  unit: optionalText,
  pages: z.array(whole),
  header: z.array(z.array(text)),
  rows: z.array(z.array(text)),
});

const subject = z.strictObject({
  scheme: z.enum(['functional', 'economic', 'project', 'unit']),
  code: optionalText,
  path: z.array(text),
});

const source = z.strictObject({
  kind: z.enum(['sentence', 'cell']),
  section: optionalText,
  table: optionalText,
  row: whole.nullable(),
  column: whole.nullable(),
  ...place,
  quote: text,
  box,
});

const fact = z.strictObject({
  id: text,
  concept: text,
  subject: subject.nullable(),
  measure: z.enum([
    'final',
    'budget',
    'adjusted_budget',
    'execution',
    'count',
    'change_amount',
    'change_rate',
    'completion_rate',
    'share',
  ]),
  basis: optionalText,
  period: whole.nullable(),
  value: decimal.nullable(),
  unit: optionalText,
  published: z.strictObject({
    text,
    unit: optionalText,
    unitSource: z.enum(['inline', 'distributed', 'table', 'document', 'none']),
  }),
  interval,
  reason: z.strictObject({ text, ...span }).nullable(),
  approximate: z.boolean(),
  stated: z.enum(['number', 'unchanged', 'none', 'blank', 'placeholder']),
  source,
  pattern: text,
});

const mentions = z.strictObject({
  total: whole,
  mapped: whole,
  ignored: z.strictObject({
    date: whole,
    ordinal: whole,
    code: whole,
    threshold: whole,
    formula: whole,
    other: whole,
  }),
  unmapped: z.array(z.strictObject({ text, ...place, section: optionalText, context: text })),
});

const finding = z.strictObject({
  rule: text,
  verdict: z.enum([
    'mismatch',
    'last-digit',
    'balancing-share',
    'partial-list',
    'wrong-base',
    'wrong-direction',
    'conflict',
    'wrong-name',
    'missing',
    'residue',
    'stale',
  ]),
  severity,
  message: z.strictObject({ zh: text, en: text }),
  expected: interval,
  actual: interval,
  suspect: z.enum(['document', 'extraction']),
  hint: optionalText,
  facts: z.array(text),
  ...place,
  box,
});

const unevaluable = z.enum(['missing', 'unknown', 'zero', 'unread', 'open', 'ambiguous', 'excused']);

const checks = z.record(
  text,
  z.strictObject({
    pass: whole,
    fail: whole,
    unevaluable: whole,
    why: z.partialRecord(unevaluable, whole).optional(),
  }),
);

export const recordSchema = z.strictObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  generator: z.strictObject({ name: z.literal('gongkai'), version: text, patterns: text }),
  source: z.strictObject({
    path: text,
    url: text.optional(),
    date: text.optional(),
    bytes: whole,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    format: z.enum([
      'pdf',
      'docx',
      'doc',
      'html',
      'mhtml',
      'rtf',
      'xlsx',
      'xls',
      'txt',
      'ofd',
      'png',
      'jpeg',
      'tiff',
      'bmp',
    ]),
    pages: whole,
    attachments: z
      .array(z.strictObject({ text, href: text }).readonly())
      .readonly()
      .optional(),
  }),
  report,
  sections: z.array(section),
  tables: z.array(table),
  facts: z.array(fact),
  mentions,
  checks,
  findings: z.array(finding),
  notices: z.array(z.strictObject({ code: z.enum(NOTICE_CODES), severity, page: whole.nullable(), message: text })),
});

/** A line of bundles.jsonl. */
export const bundleSchema = z.strictObject({
  schema: z.literal(BUNDLE_SCHEMA),
  folder: text,
  organisation: text,
  fiscalYear: whole,
  kind: text,
  documents: z.array(text).readonly(),
  checks,
  findings: z.array(finding.extend({ document: text })).readonly(),
  failed: z.strictObject({ code: text, message: text, page: whole.nullable() }).optional(),
});

export function bundleJsonSchema(): object {
  return { title: 'A disclosure in several files', ...z.toJSONSchema(bundleSchema) };
}

export function recordJsonSchema(): object {
  return { title: 'A record of gongkai', ...z.toJSONSchema(recordSchema) };
}
