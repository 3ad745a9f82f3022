/** The mappings of patterns/tables, validated and compiled: what a title, a column head and a row label mean. */
import { z } from 'zod';
import { compiledOnce, type Patterns, packsIn } from '../../patterns/load.ts';
import { compile, type Subpatterns } from '../../patterns/regex.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';

const Text = z.string();
const ColumnSchema = z.object({
  id: Text,
  head: Text,
  concept: Text.nullable(),
  with: Text.optional(),
});
const RowSchema = z.object({
  id: Text,
  label: Text,
  after: Text.optional(),
  concept: Text.nullable().default(null),
  concepts: z.record(Text, Text).default({}),
});
const SubjectSchema = z.object({
  scheme: z.enum(['functional', 'economic']),
  not: Text.optional(),
  concept: Text.nullable().default(null),
  concepts: z.record(Text, Text).default({}),
});
const SideSchema = z.object({
  side: z.enum(['income', 'expenditure']).nullable().default(null),
  head: Text.nullable().default(null),
  columns: z.array(ColumnSchema),
  rows: z.array(RowSchema).default([]),
  subject: SubjectSchema.nullable().default(null),
});
const ExampleSchema = z.object({
  name: Text,
  report: z.enum(['final', 'budget']).default('final'),
  title: Text,
  lines: z.array(Text).default([]),
  table: Text,
  after: z.array(Text).default([]),
  facts: z.array(Text),
});
const KindSchema = z.object({
  kind: Text,
  title: Text,
  signature: z.array(Text).default([]),
  not: z.array(Text).default([]),
  shape: z.enum(['labelled', 'subjects', 'columns']),
  scheme: z.enum(['functional', 'economic']).default('functional'),
  sides: z.array(SideSchema).optional(),
  columns: z.array(ColumnSchema).default([]),
  rows: z.array(RowSchema).default([]),
  subpatterns: z.record(Text, Text).default({}),
  none: z.object({ name: Text, income: Text.nullable(), expenditure: Text }).optional(),
  titles: z.array(Text).min(1),
  other_titles: z.array(Text).min(1),
  examples: z.array(ExampleSchema).min(1),
});
export type TableExample = z.infer<typeof ExampleSchema>;

const MeasureSchema = z.object({
  head: Text,
  measure: z
    .enum([
      'final',
      'budget',
      'adjusted_budget',
      'execution',
      'change_amount',
      'change_rate',
      'completion_rate',
      'share',
    ])
    .nullable()
    .default(null),
  basis: z.enum(['prior_final', 'prior_budget', 'prior_execution', 'budget', 'adjusted_budget']).optional(),
  offset: z.number().default(0),
});

const CommonSchema = z.object({
  subpatterns: z.record(Text, Text),
  lead: Text,
  tail: Text,
  other_title: Text,
  generic_title: Text,
  default_measure: z.object({ final: Text, budget: Text }),
  meta: z.array(Text),
  unit: Text,
  column_unit: Text,
  document_unit: Text,
  roles: z.object({ ordinal: Text, code: Text, name: Text, unit_name: Text, unit_code: Text, note: Text }),
  measures: z.array(MeasureSchema),
  row: z.object({
    ordinal_label: Text,
    formula: Text,
    total: Text,
    lead: Text,
    levels: z.array(Text),
    suffix: Text,
    glued_code: Text,
    organisation: Text,
    placeholder_name: Text,
  }),
  cell: z.object({ placeholder: Text, nothing: Text, date: Text, amount: Text }),
  notes: z.object({
    lead: Text,
    bare: Text,
    instruction: Text,
    placeholder: Text,
    conditional: Text,
    same: Text,
    denial: Text,
    income: Text,
    expenditure: Text,
  }),
});

export interface ColumnRule {
  readonly id: string;
  readonly head: RegExp;
  readonly concept: string | null;
  readonly with: string | undefined;
}
export interface RowRule {
  readonly id: string;
  readonly label: RegExp;
  readonly after: string | undefined;
  readonly concept: string | null;
  readonly concepts: Readonly<Record<string, string>>;
}
export interface SubjectRule {
  readonly scheme: 'functional' | 'economic';
  /** Heads under which the rows are no subjects of this scheme. */
  readonly not: RegExp | null;
  readonly concept: string | null;
  readonly concepts: Readonly<Record<string, string>>;
}
export interface Side {
  readonly side: 'income' | 'expenditure' | null;
  readonly head: RegExp | null;
  readonly columns: readonly ColumnRule[];
  readonly rows: readonly RowRule[];
  readonly subject: SubjectRule | null;
}
export interface Kind {
  /** Key of the pack, e.g. `tables/02-income`: the head of a fact's `pattern`. */
  readonly key: string;
  readonly kind: string;
  /** With the lead and tail; the group `core` is the title proper. */
  readonly title: RegExp;
  readonly signature: readonly RegExp[];
  readonly not: readonly RegExp[];
  readonly shape: 'labelled' | 'subjects' | 'columns';
  readonly scheme: 'functional' | 'economic';
  readonly sides: readonly Side[];
  readonly none: { readonly income: string | null; readonly expenditure: string } | null;
  /** The denied matter's name, as an expression. */
  readonly noneName: string;
  /** Titles of this kind, and titles that look like it but are not; the tests try them. */
  readonly titles: readonly string[];
  readonly otherTitles: readonly string[];
  readonly examples: readonly TableExample[];
}

/** Wraps an expression so that it must meet the whole text. */
const whole = (source: string, subs: Subpatterns) => compile(`^(?:${source})$`, subs);

function compileKind(
  key: string,
  raw: unknown,
  common: z.infer<typeof CommonSchema>,
  concepts: ReadonlyMap<string, unknown>,
): Kind {
  const parsed = KindSchema.parse(raw);
  const subs = { ...common.subpatterns, ...parsed.subpatterns };
  const known = (id: string | null) => {
    if (id !== null && !concepts.has(id)) throw new Error(`${key}: unknown concept ${id}`);
    return id;
  };
  const sides = parsed.sides ?? [SideSchema.parse({ columns: parsed.columns, rows: parsed.rows })];
  for (const rule of sides.flatMap((s) => [...s.rows, ...(s.subject ? [s.subject] : [])])) {
    for (const id of Object.values(rule.concepts)) known(id);
  }
  return {
    key,
    kind: parsed.kind,
    title: whole(`(?:${common.lead})(?<core>${parsed.title})(?:${common.tail})`, subs),
    signature: parsed.signature.map((s) => whole(s, subs)),
    not: parsed.not.map((s) => whole(s, subs)),
    shape: parsed.shape,
    scheme: parsed.scheme,
    sides: sides.map((s) => ({
      side: s.side,
      head: s.head === null ? null : whole(s.head, subs),
      columns: s.columns.map((c) => ({ id: c.id, head: whole(c.head, subs), concept: known(c.concept), with: c.with })),
      rows: s.rows.map((r) => ({ ...r, label: whole(r.label, subs), after: r.after, concept: known(r.concept) })),
      subject: s.subject && { ...s.subject, not: s.subject.not === undefined ? null : compile(s.subject.not, subs) },
    })),
    none: parsed.none
      ? {
          income: known(parsed.none.income),
          expenditure: known(parsed.none.expenditure) as string,
        }
      : null,
    noneName: parsed.none?.name ?? '',
    titles: parsed.titles,
    otherTitles: parsed.other_titles,
    examples: parsed.examples,
  };
}

function compileCommon(common: z.infer<typeof CommonSchema>) {
  const subs = common.subpatterns;
  const w = (s: string) => whole(s, subs);
  return {
    otherTitle: w(common.other_title),
    genericTitle: w(common.generic_title),
    defaultMeasure: {
      final: compile(common.default_measure.final, subs),
      budget: compile(common.default_measure.budget, subs),
    },
    meta: common.meta.map(w),
    unit: compile(common.unit, subs),
    columnUnit: compile(common.column_unit, subs),
    documentUnit: compile(common.document_unit, subs),
    roles: {
      ordinal: w(common.roles.ordinal),
      code: w(common.roles.code),
      name: w(common.roles.name),
      unitName: w(common.roles.unit_name),
      unitCode: w(common.roles.unit_code),
      note: w(common.roles.note),
    },
    measures: common.measures.map((m) => ({ ...m, head: w(m.head) })),
    row: {
      ordinalLabel: w(common.row.ordinal_label),
      formula: w(common.row.formula),
      total: w(common.row.total),
      lead: compile(`^(?:${common.row.lead})`, subs),
      levels: common.row.levels.map((s) => compile(`^(?:${s})`, subs)),
      suffix: compile(common.row.suffix, subs),
      gluedCode: w(common.row.glued_code),
      organisation: w(common.row.organisation),
      placeholderName: compile(common.row.placeholder_name, subs),
    },
    cell: {
      placeholder: w(common.cell.placeholder),
      nothing: w(common.cell.nothing),
      date: compile(common.cell.date, subs),
      amount: compile(common.cell.amount, subs),
    },
    notes: {
      lead: w(common.notes.lead),
      bare: w(common.notes.bare),
      instruction: w(common.notes.instruction),
      placeholder: compile(common.notes.placeholder, subs),
      conditional: compile(common.notes.conditional, subs),
      same: compile(common.notes.same, subs),
      denial: common.notes.denial,
      income: compile(common.notes.income, subs),
      expenditure: compile(common.notes.expenditure, subs),
      subs,
    },
  };
}

export type Common = ReturnType<typeof compileCommon>;
export interface Mappings {
  readonly common: Common;
  readonly kinds: readonly Kind[];
}

export const mappings = compiledOnce((patterns: Patterns): Mappings => {
  const common = CommonSchema.parse(patterns.files.get('tables/common'));
  const { concepts } = vocabulary(patterns);
  const kinds = packsIn(patterns, 'tables')
    .filter(([key]) => key !== 'tables/common')
    .map(([key, raw]) => compileKind(key, raw, common, concepts));
  return { common: compileCommon(common), kinds };
});
