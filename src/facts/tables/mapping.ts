/** The mappings of patterns/tables, validated and compiled: what a title, a column head and a row label mean. */
import { compiledOnce, type Patterns, packsIn } from '../../patterns/load.ts';
import { compile, type Subpatterns } from '../../patterns/regex.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import {
  type ColumnPack,
  type CommonPack,
  CommonSchema,
  type KindPack,
  KindSchema,
  type RowPack,
  type TableExample,
} from './schema.ts';
import { compileWords, type Words } from './words.ts';

export { CommonSchema, KindSchema, type TableExample } from './schema.ts';

export interface ColumnRule {
  readonly id: string;
  /** The words that the heads must have, sorted and joined; null where `head` decides. */
  readonly is: string | null;
  readonly head: RegExp | null;
  readonly concept: string | null;
  readonly with: readonly string[] | null;
  readonly unless: readonly string[];
}
export interface RowRule {
  readonly id: string;
  readonly is: string | null;
  readonly label: RegExp | null;
  readonly after: string | null;
  /** Ids of rules; where one of them meets a row of the block, this one holds for none. */
  readonly unless: readonly string[];
  readonly opens: boolean;
  readonly column: boolean;
  readonly concept: string | null;
  readonly concepts: Readonly<Record<string, string>>;
}
export interface Item {
  readonly concept: string;
  readonly label: RegExp;
  readonly under: RegExp | null;
  readonly money: boolean | null;
}
export interface SubjectRule {
  readonly scheme: 'functional' | 'economic';
  /** Heads under which the rows are no subjects of this scheme. */
  readonly not: RegExp | null;
  readonly concepts: Readonly<Record<string, string>>;
}
export interface Side {
  readonly side: 'income' | 'expenditure' | null;
  readonly head: RegExp | null;
  readonly gives: readonly string[];
  readonly idle: ReadonlySet<string>;
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
  /** Cells that decide between kinds whose titles fit equally well. */
  readonly when: readonly RegExp[];
  readonly shape: KindPack['shape'];
  readonly scheme: 'functional' | 'economic';
  readonly projects: boolean;
  /** Words that the title gives to all columns, each with what the title must say. */
  readonly gives: readonly { readonly words: readonly string[]; readonly title: RegExp }[];
  readonly sides: readonly Side[];
  readonly list: readonly RowRule[];
  readonly items: readonly Item[];
  readonly total: string | null;
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
const wholeOrNull = (source: string | null | undefined, subs: Subpatterns) =>
  source === null || source === undefined ? null : whole(source, subs);

/** Compiles the parts of one pack; a word or a concept that does not exist is an error. */
class Compiler {
  constructor(
    private readonly key: string,
    private readonly subs: Subpatterns,
    private readonly common: CommonPack,
    private readonly concepts: ReadonlyMap<string, unknown>,
  ) {}

  concept(id: string | null): string | null {
    if (id !== null && !this.concepts.has(id)) throw new Error(`${this.key}: unknown concept ${id}`);
    return id;
  }

  words(text: string): string[] {
    const names = text.split(' ').filter((word) => word !== '');
    const known = new Set(Object.keys(this.common.words).flatMap((word) => word.split(' ')));
    for (const name of names) if (!known.has(name)) throw new Error(`${this.key}: unknown word ${name}`);
    return names.sort();
  }

  column({ id, is, head, concept, with: needs, unless }: ColumnPack): ColumnRule {
    const words = is === undefined ? null : this.words(is).join(' ');
    if ((words === null) === (head === undefined)) throw new Error(`${this.key}: a column needs one of is, head`);
    return {
      id: id ?? (words === '' ? 'total' : (words ?? 'column').replaceAll(' ', '.')),
      is: words,
      head: wholeOrNull(head, this.subs),
      concept: this.concept(concept),
      with: needs ? needs.flatMap((word) => this.words(word)) : null,
      unless: (unless ?? []).flatMap((word) => this.words(word)),
    };
  }

  row(rule: RowPack): RowRule {
    if (rule.is === undefined && rule.label === undefined)
      throw new Error(`${this.key}: row ${rule.id} needs is or label`);
    for (const id of Object.values(rule.concepts)) this.concept(id);
    return {
      ...rule,
      is: rule.is === undefined ? null : this.words(rule.is).join(' '),
      label: wholeOrNull(rule.label, this.subs),
      after: rule.after ?? null,
      concept: this.concept(rule.concept),
    };
  }

  rows(name: string | undefined, own: readonly RowPack[] = []): RowRule[] {
    const shared = name === undefined ? [] : this.common.row_sets[name];
    if (!shared) throw new Error(`${this.key}: unknown row set ${name}`);
    return [...own, ...shared].map((rule) => this.row(rule));
  }

  columns(name: string | undefined, own: readonly ColumnPack[]): ColumnRule[] {
    const shared = name === undefined ? [] : this.common.sets[name];
    if (!shared) throw new Error(`${this.key}: unknown column set ${name}`);
    return [...own, ...shared].map((rule) => this.column(rule));
  }

  /** The items of `ids`; `three_public.*` stands for all below it. */
  items(ids: readonly string[]): Item[] {
    const meets = (concept: string) =>
      ids.some((id) => (id.endsWith('*') ? concept.startsWith(id.slice(0, -1)) : concept === id));
    return this.common.items
      .filter(({ concept }) => meets(concept))
      .map(({ concept, label, under, money }) => ({
        concept: this.concept(concept) as string,
        label: whole(label, this.subs),
        under: under === undefined ? null : compile(under, this.subs),
        money: money ?? null,
      }));
  }

  sides(parsed: KindPack): Side[] {
    const { rows, columns, idle, use } = parsed;
    const own = { side: null, head: null, gives: [], idle, use, columns, rows, rows_use: undefined, subject: null };
    return (parsed.sides ?? [own]).map((s) => {
      for (const id of Object.values(s.subject?.concepts ?? {})) this.concept(id);
      return {
        side: s.side,
        head: wholeOrNull(s.head, this.subs),
        gives: s.gives.flatMap((word) => this.words(word)),
        idle: new Set(s.idle.flatMap((word) => this.words(word))),
        columns: this.columns(s.use, s.columns),
        rows: this.rows(s.rows_use, s.rows),
        subject: s.subject && {
          ...s.subject,
          not: s.subject.not === undefined ? null : compile(s.subject.not, this.subs),
        },
      };
    });
  }
}

function compileKind(key: string, raw: unknown, common: CommonPack, concepts: ReadonlyMap<string, unknown>): Kind {
  const parsed = KindSchema.parse(raw);
  const subs = { ...common.subpatterns, ...parsed.subpatterns };
  const compiler = new Compiler(key, subs, common, concepts);
  const gives = Array.isArray(parsed.gives)
    ? parsed.gives.map((word) => [word, ''] as const)
    : Object.entries(parsed.gives);
  return {
    key,
    kind: parsed.kind,
    title: whole(`(?:${common.lead})(?<core>${parsed.title})(?:${common.tail})`, subs),
    signature: parsed.signature.map((s) => whole(s, subs)),
    not: parsed.not.map((s) => whole(s, subs)),
    when: parsed.when.map((s) => whole(s, subs)),
    shape: parsed.shape,
    scheme: parsed.scheme,
    projects: parsed.projects,
    gives: gives.map(([words, title]) => ({ words: compiler.words(words), title: compile(title, subs) })),
    sides: compiler.sides(parsed),
    list: compiler.rows(parsed.list),
    items: compiler.items(parsed.items),
    total: compiler.concept(parsed.total ?? null),
    none: parsed.none
      ? {
          income: compiler.concept(parsed.none.income),
          expenditure: compiler.concept(parsed.none.expenditure) as string,
        }
      : null,
    noneName: parsed.none?.name ?? '',
    titles: parsed.titles,
    otherTitles: parsed.other_titles,
    examples: parsed.examples,
  };
}

function compileRow(common: CommonPack) {
  const subs = common.subpatterns;
  const w = (s: string) => whole(s, subs);
  return {
    ordinalLabel: w(common.row.ordinal_label),
    formula: w(common.row.formula),
    total: w(common.row.total),
    lead: compile(`^(?:${common.row.lead})`, subs),
    levels: common.row.levels.map((s) => compile(`^(?:${s})`, subs)),
    suffix: compile(common.row.suffix, subs),
    gluedCode: w(common.row.glued_code),
    project: w(common.row.project),
    organisation: w(common.row.organisation),
    placeholderName: compile(common.row.placeholder_name, subs),
  };
}

function compileNotes(common: CommonPack) {
  const subs = common.subpatterns;
  const { notes } = common;
  return {
    lead: whole(notes.lead, subs),
    bare: whole(notes.bare, subs),
    instruction: whole(notes.instruction, subs),
    placeholder: compile(notes.placeholder, subs),
    conditional: compile(notes.conditional, subs),
    same: compile(notes.same, subs),
    denial: notes.denial,
    income: compile(notes.income, subs),
    expenditure: compile(notes.expenditure, subs),
    subs,
  };
}

function compileRoles(common: CommonPack) {
  const w = (s: string) => whole(s, common.subpatterns);
  return {
    ordinal: w(common.roles.ordinal),
    code: w(common.roles.code),
    name: w(common.roles.name),
    unitName: w(common.roles.unit_name),
    unitCode: w(common.roles.unit_code),
    projectName: w(common.roles.project_name),
    projectCode: w(common.roles.project_code),
    government: w(common.roles.government),
    economic: w(common.roles.economic),
    classified: w(common.roles.classified),
    note: w(common.roles.note),
  };
}

function compileCommon(common: CommonPack) {
  const subs = common.subpatterns;
  const w = (s: string) => whole(s, subs);
  const forMeasures = { ...subs, ...common.measure_subpatterns };
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
    roles: compileRoles(common),
    measures: common.measures.map((m) => ({ ...m, head: whole(m.head, forMeasures) })),
    measureEnding: compile(common.measure_ending, subs),
    measureOpening: compile(common.measure_opening, subs),
    measureOver: compile(`^(?:${common.measure_over})$`, subs),
    words: compileWords(common, subs),
    row: compileRow(common),
    cell: {
      placeholder: w(common.cell.placeholder),
      nothing: w(common.cell.nothing),
      date: compile(common.cell.date, subs),
      amount: compile(common.cell.amount, subs),
    },
    notes: compileNotes(common),
  };
}

export type Common = Omit<ReturnType<typeof compileCommon>, 'words'> & { readonly words: Words };
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
