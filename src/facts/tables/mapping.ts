/** The mappings of patterns/tables, validated and compiled: what a title, a column head and a row label mean. */
import { z } from 'zod';
import { compiledOnce, type Patterns, packsIn } from '../../patterns/load.ts';
import { compile, type Subpatterns } from '../../patterns/regex.ts';
import { ConceptId, Expression, SubpatternMap } from '../../patterns/schema.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';

const Text = z.string();
const ColumnSchema = z.strictObject({
  id: Text,
  head: Expression,
  concept: ConceptId.nullable(),
  with: Text.optional(),
});
const RowSchema = z.strictObject({
  id: Text,
  label: Expression,
  after: Text.optional(),
  concept: ConceptId.nullable().default(null),
  concepts: z.record(Text, ConceptId).default({}),
});
const SubjectSchema = z.strictObject({
  scheme: z.enum(['functional', 'economic']),
  not: Expression.optional(),
  concept: ConceptId.nullable().default(null),
  concepts: z.record(Text, ConceptId).default({}),
});
const SideSchema = z.strictObject({
  side: z.enum(['income', 'expenditure']).nullable().default(null),
  head: Expression.nullable().default(null),
  columns: z.array(ColumnSchema),
  rows: z.array(RowSchema).default([]),
  subject: SubjectSchema.nullable().default(null),
});
const ExampleSchema = z.strictObject({
  name: Text,
  report: z.enum(['final', 'budget']).default('final'),
  title: Text,
  lines: z.array(Text).default([]),
  table: Text,
  after: z.array(Text).default([]),
  facts: z.array(Text),
});
export const KindSchema = z.strictObject({
  kind: Text,
  title: Expression,
  signature: z.array(Expression).default([]),
  not: z.array(Expression).default([]),
  shape: z.enum(['labelled', 'subjects', 'columns']),
  scheme: z.enum(['functional', 'economic']).default('functional'),
  sides: z.array(SideSchema).optional(),
  columns: z.array(ColumnSchema).default([]),
  rows: z.array(RowSchema).default([]),
  subpatterns: SubpatternMap.default({}),
  none: z.strictObject({ name: Expression, income: ConceptId.nullable(), expenditure: ConceptId }).optional(),
  titles: z.array(Text).min(1),
  other_titles: z.array(Text).min(1),
  examples: z.array(ExampleSchema).min(1),
});
export type TableExample = z.infer<typeof ExampleSchema>;

const MeasureSchema = z.strictObject({
  head: Expression,
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
    note: Expression,
  }),
  measures: z.array(MeasureSchema),
  row: z.strictObject({
    ordinal_label: Expression,
    formula: Expression,
    total: Expression,
    lead: Expression,
    levels: z.array(Expression),
    suffix: Expression,
    glued_code: Expression,
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
    denial: Expression,
    income: Expression,
    expenditure: Expression,
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
