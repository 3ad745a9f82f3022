/** Joins a row and a column to the identity of a fact: concept and subject. */
import type { Subject } from '../../contract.ts';
import type { Classification } from '../classification.ts';
import { isOwnTotal, itemOf, type MappedBlock, type MappedColumn } from './columns.ts';
import { HAN } from './header.ts';
import type { Common, Kind, RowRule } from './mapping.ts';
import { type Heads, measureOf } from './measure.ts';
import { codedSubject, type Label, type RowState, uncodedSubject } from './rows.ts';

/** What a row says before its columns are looked at; null where nothing explains its label. */
export interface RowMeaning {
  readonly id: string;
  readonly subject: Subject | null;
  /** The concept in a column that adds nothing. */
  readonly concept: string | null;
  /** Concept by the key of the column. */
  readonly concepts: Readonly<Record<string, string>> | null;
  /** The column says the concept. */
  readonly column: boolean;
  /** A named project: only its own total is a fact. */
  readonly project: boolean;
  /** The measure that the label names: a row of 预算数 and one of 决算数. */
  readonly measure: Heads | null;
  /** The item's own condition on units. */
  readonly money: boolean | null;
}

export interface RowContext {
  readonly kind: Kind;
  readonly common: Common;
  readonly dictionary: Classification;
  readonly year: number | null;
  /** More than one unit has rows here, so a subject's amount belongs to its unit. */
  readonly byUnit: boolean;
  /** Ids of the rules, and concepts of the items, that meet a row of the block. */
  readonly present: ReadonlySet<string>;
  /** Projects that stand in several rows; one with a subject's code is then a part of its project. */
  readonly repeated: ReadonlySet<string>;
}

/** The id of the rules for 收入总计 and 支出总计. */
const TOTAL_ROW = 'total';

const PLAIN = {
  subject: null,
  concept: null,
  concepts: null,
  column: true,
  project: false,
  measure: null,
  money: null,
} as const;
const plainRow = (id: string, subject: Subject | null): RowMeaning => ({ ...PLAIN, id, subject });

function ruledRow(rule: RowRule): RowMeaning {
  const { id, concept, concepts, column } = rule;
  return { ...PLAIN, id, column, concept, concepts: Object.keys(concepts).length > 0 ? concepts : null };
}

/** The words of a label as rules name them; null where it has none. */
function wordsIn(name: string, common: Common): string | null {
  const words = common.words.of(name)?.filter((word) => word !== 'sum');
  return words && words.length > 0 ? common.words.reduce(words).join(' ') : null;
}

const meets = (rule: RowRule, name: string, words: string | null) =>
  (words !== null && rule.is === words) || (rule.label?.test(name) ?? false);

function ruleFor(label: Label, rules: readonly RowRule[], state: RowState, context: RowContext): RowRule | null {
  if (rules.length === 0) return null;
  const words = wordsIn(label.name, context.common);
  const found = rules.find(
    (rule) =>
      meets(rule, label.name, words) &&
      (rule.after === null || rule.after === state.opened) &&
      !rule.unless.some((id) => context.present.has(id)),
  );
  if (!found) return null;
  state.met.add(found.id);
  if (found.opens) state.opened = found.id;
  return found;
}

/** The total of income closes it, unless it opened the list: then only that of expenditure begins the lower side. */
export function endsUpper(name: string, lower: MappedBlock, state: RowState, { common }: RowContext): boolean {
  if (lower.side.head?.test(name)) return true;
  if (!state.met.has(TOTAL_ROW)) return false;
  const [first] = state.met;
  if (first !== TOTAL_ROW) return true;
  const words = wordsIn(name, common);
  return lower.side.rows.some((rule) => rule.id === TOTAL_ROW && rule.is !== null && rule.is === words);
}

function unitRow(label: Label, name: string, state: RowState): RowMeaning {
  state.unit = { name, code: label.unitCode };
  return plainRow('unit', { scheme: 'unit', code: label.unitCode, path: [name] });
}

function projectRow(label: Label, name: string): RowMeaning {
  const subject: Subject = { scheme: 'project', code: label.projectCode, path: [name] };
  return { ...plainRow('project', subject), project: true };
}

const isTotal = (name: string, common: Common) => common.row.total.test(name);

/** A table without subjects that lists kinds of income or expenditure. */
const isList = (mapped: MappedBlock, kind: Kind) =>
  kind.list.length > 0 && mapped.columns.every(({ key }) => key === null || key === 'total');

/** Rows of 收入决算表 and its kin. */
function subjectRow(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  const { common, kind } = context;
  const known = label.code !== null || context.dictionary.isSubjectName(label.name, 'functional');
  if (label.unit !== null && !isTotal(label.unit, common)) state.unit = { name: label.unit, code: label.unitCode };
  if (label.code === null) {
    const rules = isList(mapped, kind) && !known ? [...mapped.side.rows, ...kind.list] : mapped.side.rows;
    const rule = ruleFor(label, rules, state, context);
    if (rule) return ruledRow(rule);
    if (isTotal(label.name, common) || (label.name === '' && label.unit !== null && isTotal(label.unit, common)))
      return plainRow('total', null);
  }
  // 行政运行 for one project, or of one economic class, is a part of 行政运行.
  if (label.part) return null;
  if (label.project !== null && !isTotal(label.project, common)) {
    const part = label.code !== null && context.repeated.has(label.project);
    return kind.projects && !part ? projectRow(label, label.project) : null;
  }
  if (!HAN.test(label.name) || common.cell.nothing.test(label.name)) return null;
  if (label.code !== null) return ofUnit(codedSubject(label, label.code, state), state, context);
  return uncodedRow(label, state, context);
}

/** A subject's row; in a table of several units it belongs to the unit. */
function ofUnit(subject: Subject, state: RowState, context: RowContext): RowMeaning {
  if (!context.byUnit || !state.unit) return plainRow('subject', subject);
  return plainRow('unit', { scheme: 'unit', code: subject.code, path: [state.unit.name, ...subject.path] });
}

/** A row with a name and no code: a unit, a project, or a subject of a table that prints no codes. */
function uncodedRow(label: Label, state: RowState, context: RowContext): RowMeaning | null {
  const { common, kind, dictionary } = context;
  const known = kind.projects
    ? dictionary.isSubjectName(label.name, 'functional')
    : dictionary.isSubjectName(label.name);
  const organisation = common.row.organisation.test(label.name);
  if (!known && kind.projects) {
    if (organisation && label.of === 'unit') return unitRow(label, label.name, state);
    return label.explicit ? projectRow(label, label.name) : null;
  }
  if (!known && (label.of === 'unit' || (label.unitCode !== null && organisation)))
    return unitRow(label, label.name, state);
  if (!known && common.row.placeholderName.test(label.name)) return null;
  // What no dictionary knows is a local subject under 科目名称, under 项目 anything.
  const classified = label.heads.some((head) => common.roles.classified.test(head));
  if (!known && (state.met.size > 0 || !classified)) return null;
  return ofUnit(uncodedSubject(label, schemeOf(label, context), state, context), state, context);
}

/** The classification of an uncoded name: the kind's, unless the head or the name itself says otherwise. */
function schemeOf(label: Label, { common, kind, dictionary }: RowContext): 'functional' | 'economic' {
  if (label.heads.some((head) => common.roles.economic.test(head))) return 'economic';
  const other = kind.scheme === 'functional' ? 'economic' : 'functional';
  const foreign = dictionary.isSubjectName(label.name, other) && !dictionary.isSubjectName(label.name, kind.scheme);
  return foreign ? other : kind.scheme;
}

/** Rows of the 总表: a rule, or on the expenditure side a 类. */
function labelledRow(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  const { dictionary } = context;
  const rule = ruleFor(label, mapped.side.rows, state, context);
  if (rule) return ruledRow(rule);
  const { subject } = mapped.side;
  if (!subject) return null;
  const other = subject.scheme === 'functional' ? 'economic' : 'functional';
  const shared = dictionary.isSubjectName(label.name, other);
  const own = dictionary.isSubjectName(label.name, subject.scheme);
  state.economic ||= shared && !own;
  // 其他支出 below 工资福利支出 is economic, whatever else has the name.
  if (!own || (shared && state.economic)) return null;
  if (subject.not && mapped.block.labels.some((column) => subject.not?.test(column.head))) return null;
  const concepts = Object.keys(subject.concepts).length > 0 ? subject.concepts : null;
  return {
    ...plainRow('subject', { scheme: subject.scheme, code: label.code, path: [label.name] }),
    concepts,
  };
}

/** A row, or a number, that an item names. */
export function itemNamed(name: string, chapter: string, kind: Kind): RowMeaning | null {
  const item = itemOf(name, chapter, kind.items);
  return item && { ...PLAIN, id: item.concept, column: false, concept: item.concept, money: item.money };
}

/** The single row of 三公, one row per item, per measure, or per unit. */
function itemRow(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  const { common, kind } = context;
  if (label.chapter) state.chapter = label.name;
  const heads = measureOf([label.name], common);
  if (label.name !== '' && heads.path.length === 0) return { ...plainRow('total', null), measure: heads };
  const own = ruleFor(label, mapped.side.rows, state, context);
  if (own) return ruledRow(own);
  const item = itemNamed(label.name, state.chapter, kind);
  if (item) return item;
  if (label.name === '' || isTotal(label.name, common)) {
    const list = mapped.columns.every(({ key }) => key === null || key === 'total');
    const others = [...context.present].filter((id) => id.includes('.'));
    return list && !isOwnTotal(kind, others) ? null : plainRow('total', null);
  }
  const organisation = common.row.organisation.test(label.name);
  return organisation || label.of === 'unit' ? unitRow(label, label.name, state) : null;
}

export function rowMeaning(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  if (context.kind.shape === 'labelled') return label.name === '' ? null : labelledRow(label, mapped, state, context);
  if (context.kind.shape === 'items') return itemRow(label, mapped, state, context);
  const nothing = label.name === '' && label.code === null && label.unit === null && label.project === null;
  return nothing ? null : subjectRow(label, mapped, state, context);
}

/** Ids of the rules, and concepts of the items, that some label of the block meets. */
export function presentIn(names: Iterable<string>, mapped: MappedBlock, kind: Kind, common: Common): Set<string> {
  const present = new Set<string>();
  const rules = [...mapped.side.rows, ...(mapped.below?.side.rows ?? []), ...kind.list];
  const conditional = new Set(rules.flatMap((rule) => rule.unless));
  const asked = rules.filter((rule) => conditional.has(rule.id));
  for (const name of new Set(names)) {
    const words = asked.length > 0 ? wordsIn(name, common) : null;
    for (const rule of asked) if (meets(rule, name, words)) present.add(rule.id);
    const item = kind.items.length > 0 ? itemOf(name, '', kind.items) : null;
    if (item) present.add(item.concept);
  }
  return present;
}

const PROJECT_FUNDS = 'project.funds';

/** The concept of a cell; null where row and column together explain nothing. */
export function conceptOf(row: RowMeaning, column: MappedColumn): { concept: string; pattern: string } | null {
  const { key, id } = column;
  if (key === null) return null;
  const concept = row.subject === null ? column.whole : column.concept;
  const plain = key === 'total';
  if (row.project) return plain ? { concept: PROJECT_FUNDS, pattern: row.id } : null;
  const byKey = row.concepts?.[key];
  if (byKey) return { concept: byKey, pattern: `${row.id}.${key.replaceAll(' ', '.')}` };
  if (row.concept !== null) return plain ? { concept: row.concept, pattern: row.id } : null;
  return row.column && concept !== null && !row.concepts ? { concept, pattern: id } : null;
}
