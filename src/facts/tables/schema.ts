/** What packs of patterns/tables may say; docs/tables.md explains it by example. */
import { z } from 'zod';
import { ConceptId, Expression, SubpatternMap } from '../../patterns/schema.ts';

const Text = z.string();
/** Words of `words` in patterns/tables/common.yaml, with blanks between. */
const Words = z.string().meta({ id: 'words', description: 'Words of tables/common, with blanks between them.' });

export const ColumnSchema = z.strictObject({
  id: Text.optional(),
  is: Words.optional(),
  head: Expression.optional(),
  concept: ConceptId.nullable(),
  with: z.array(Words).optional(),
  unless: z.array(Words).optional(),
});

export const RowSchema = z.strictObject({
  id: Text,
  is: Words.optional(),
  label: Expression.optional(),
  after: Text.optional(),
  unless: z.array(Text).default([]),
  opens: z.boolean().default(false),
  /** The column says what the row is about. */
  column: z.boolean().default(false),
  concept: ConceptId.nullable().default(null),
  concepts: z.record(Text, ConceptId).default({}),
});

export const ItemSchema = z.strictObject({
  concept: ConceptId,
  label: Expression,
  under: Expression.optional(),
  /** True: only in money. False: only where a counter is printed. */
  money: z.boolean().optional(),
});

const SubjectSchema = z.strictObject({
  scheme: z.enum(['functional', 'economic']),
  not: Expression.optional(),
  concepts: z.record(Text, ConceptId).default({}),
});

const SideSchema = z.strictObject({
  side: z.enum(['income', 'expenditure']).nullable().default(null),
  head: Expression.nullable().default(null),
  gives: z.array(Words).default([]),
  idle: z.array(Words).default([]),
  use: Text.optional(),
  columns: z.array(ColumnSchema).default([]),
  rows: z.array(RowSchema).default([]),
  rows_use: Text.optional(),
  subject: SubjectSchema.nullable().default(null),
});

const ExampleSchema = z.strictObject({
  name: Text,
  report: z.enum(['final', 'budget', 'other']).default('final'),
  title: Text,
  lines: z.array(Text).default([]),
  table: Text,
  after: z.array(Text).default([]),
  facts: z.array(Text),
});
export type TableExample = z.infer<typeof ExampleSchema>;

export const KindSchema = z.strictObject({
  kind: Text,
  title: Expression,
  signature: z.array(Expression).default([]),
  not: z.array(Expression).default([]),
  /** Cells that decide between kinds whose titles fit equally well. */
  when: z.array(Expression).default([]),
  shape: z.enum(['labelled', 'subjects', 'items']),
  scheme: z.enum(['functional', 'economic']).default('functional'),
  /** Rows may be projects. */
  projects: z.boolean().default(false),
  gives: z.union([z.array(Words), z.record(Words, Expression)]).default([]),
  idle: z.array(Words).default([]),
  use: Text.optional(),
  columns: z.array(ColumnSchema).default([]),
  rows: z.array(RowSchema).default([]),
  /** Rows of a table that is a mere list, without subjects. */
  list: Text.optional(),
  items: z.array(Text).default([]),
  /** What the total of a list of items is about. */
  total: ConceptId.optional(),
  sides: z.array(SideSchema).optional(),
  subpatterns: SubpatternMap.default({}),
  none: z.strictObject({ name: Text, income: ConceptId.nullable(), expenditure: ConceptId }).optional(),
  titles: z.array(Text).min(1),
  other_titles: z.array(Text).min(1),
  examples: z.array(ExampleSchema).min(1),
});

const MEASURES = [
  'final',
  'budget',
  'adjusted_budget',
  'execution',
  'change_amount',
  'change_rate',
  'completion_rate',
  'share',
] as const;
const BASES = ['prior_final', 'prior_budget', 'prior_execution', 'budget', 'adjusted_budget'] as const;

const MeasureSchema = z.strictObject({
  head: Expression,
  measure: z
    .enum([...MEASURES, 'ratio'])
    .nullable()
    .default(null),
  basis: z.enum(BASES).optional(),
  offset: z.number().default(0),
});

export const CommonSchema = z.strictObject({
  subpatterns: SubpatternMap,
  lead: Expression,
  tail: Expression,
  other_title: Expression,
  generic_title: Expression,
  default_measure: z.strictObject({ final: Expression, budget: Expression }),
  meta: z.array(Expression),
  unit: Expression,
  column_unit: Expression,
  document_unit: Expression,
  roles: z.strictObject({
    ordinal: Expression,
    code: Expression,
    name: Expression,
    unit_name: Expression,
    unit_code: Expression,
    project_name: Expression,
    project_code: Expression,
    government: Expression,
    economic: Expression,
    classified: Expression,
    note: Expression,
  }),
  measures: z.array(MeasureSchema),
  measure_subpatterns: SubpatternMap,
  measure_ending: Expression,
  measure_opening: Expression,
  measure_over: Expression,
  words: z.record(Words, z.array(Expression)),
  narrower: z.record(Words, z.array(Words)),
  implied: z.record(Words, z.array(Words)),
  sets: z.record(Text, z.array(ColumnSchema)),
  row_sets: z.record(Text, z.array(RowSchema)),
  items: z.array(ItemSchema),
  row: z.strictObject({
    ordinal_label: Expression,
    formula: Expression,
    total: Expression,
    lead: Expression,
    levels: z.array(Expression),
    suffix: Expression,
    glued_code: Expression,
    project: Expression,
    organisation: Expression,
    placeholder_name: Expression,
  }),
  cell: z.strictObject({ placeholder: Expression, nothing: Expression, date: Expression, amount: Expression }),
  notes: z.strictObject({
    lead: Expression,
    bare: Expression,
    instruction: Expression,
    placeholder: Expression,
    conditional: Expression,
    same: Expression,
    denial: Text,
    income: Expression,
    expenditure: Expression,
  }),
});

export type CommonPack = z.infer<typeof CommonSchema>;
export type KindPack = z.infer<typeof KindSchema>;
export type ColumnPack = z.infer<typeof ColumnSchema>;
export type RowPack = z.infer<typeof RowSchema>;
export type HeadMeasure = (typeof MEASURES)[number] | 'ratio';
export type HeadBasis = (typeof BASES)[number];
