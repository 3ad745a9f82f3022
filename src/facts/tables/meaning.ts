/** Joins a row and a column to the identity of a fact: concept and subject. */
import type { Subject } from '../../contract.ts';
import type { Classification } from '../classification.ts';
import type { MappedBlock, MappedColumn } from './columns.ts';
import type { Common, Kind, RowRule } from './mapping.ts';
import { codedSubject, type Label, type RowState, uncodedSubject } from './rows.ts';

/** What a row says before its columns are looked at; null where nothing explains its label. */
export interface RowMeaning {
  readonly rule: RowRule | null;
  readonly subject: Subject | null;
  /** Concept by column id where the row, not the column, carries the concept. */
  readonly concepts: Readonly<Record<string, string>>;
  readonly concept: string | null;
  readonly id: string;
}

export interface RowContext {
  readonly kind: Kind;
  readonly common: Common;
  readonly dictionary: Classification;
  readonly year: number | null;
  /** More than one unit has rows here, so a subject's amount belongs to its unit. */
  readonly byUnit: boolean;
}

const HAN = /[\u4e00-\u9fff]/;

function ruleFor(label: Label, mapped: MappedBlock, state: RowState): RowRule | null {
  const found = mapped.side.rows.find(
    (rule) => rule.label.test(label.name) && (rule.after === undefined || state.met.has(rule.after)),
  );
  if (found) state.met.add(found.id);
  return found ?? null;
}

function plainRow(id: string, subject: Subject | null): RowMeaning {
  return { rule: null, subject, concepts: {}, concept: null, id };
}

function unitRow(label: Label, state: RowState): RowMeaning {
  state.unit = { name: label.name, code: label.unitCode };
  return plainRow('unit', { scheme: 'unit', code: label.unitCode, path: [label.name] });
}

/** Rows of 收入决算表 and its kin. */
function subjectRow(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  const { common, kind } = context;
  if (label.code === null) {
    const rule = ruleFor(label, mapped, state);
    if (rule) return { rule, subject: null, concepts: rule.concepts, concept: rule.concept, id: rule.id };
    if (common.row.total.test(label.name)) return plainRow('total', null);
  }
  if (!HAN.test(label.name) || common.cell.nothing.test(label.name)) return null;
  if (label.code !== null) {
    const subject = codedSubject(label, label.code, state);
    if (!context.byUnit || !state.unit) return plainRow('subject', subject);
    return plainRow('unit', { scheme: 'unit', code: subject.code, path: [state.unit.name, ...subject.path] });
  }
  const known = context.dictionary.isSubjectName(label.name);
  const unit = label.unitColumn || (label.unitCode !== null && common.row.organisation.test(label.name));
  if (!known && unit) return unitRow(label, state);
  if (!known && common.row.placeholderName.test(label.name)) return null;
  return plainRow('subject', uncodedSubject(label, kind.scheme, state, context));
}

/** Rows of the 总表: a rule, or on the expenditure side a 类. */
function labelledRow(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  const rule = ruleFor(label, mapped, state);
  if (rule) return { rule, subject: null, concepts: rule.concepts, concept: rule.concept, id: rule.id };
  const subject = mapped.side.subject;
  if (!subject || !context.dictionary.isSubjectName(label.name, subject.scheme)) return null;
  if (subject.not && mapped.block.labels.some((column) => subject.not?.test(column.head))) return null;
  const own: Subject = { scheme: subject.scheme, code: label.code, path: [label.name] };
  return { rule: null, subject: own, concepts: subject.concepts, concept: subject.concept, id: 'subject' };
}

/** The single row of 三公, or one row per item, or one per unit. */
function columnsRow(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  const { common } = context;
  const list = mapped.columns.every(({ column, rule }) => column.path.length === 0 || rule?.concept === null);
  if (list) {
    const rule = ruleFor(label, mapped, state);
    return rule && { rule, subject: null, concepts: rule.concepts, concept: rule.concept, id: rule.id };
  }
  if (label.name === '' || common.row.total.test(label.name)) return plainRow('total', null);
  if (ruleFor(label, mapped, state)?.id === 'total') return plainRow('total', null);
  if (common.row.organisation.test(label.name)) return unitRow(label, state);
  return null;
}

export function rowMeaning(label: Label, mapped: MappedBlock, state: RowState, context: RowContext): RowMeaning | null {
  if (context.kind.shape === 'labelled') return label.name === '' ? null : labelledRow(label, mapped, state, context);
  if (context.kind.shape === 'columns') return columnsRow(label, mapped, state, context);
  return label.name === '' && label.code === null ? null : subjectRow(label, mapped, state, context);
}

/** The concept of a cell; null where row and column together explain nothing. */
export function conceptOf(row: RowMeaning, { rule }: MappedColumn): { concept: string; pattern: string } | null {
  if (Object.keys(row.concepts).length > 0) {
    const concept = rule ? row.concepts[rule.id] : undefined;
    return concept && rule ? { concept, pattern: `${row.id}.${rule.id}` } : null;
  }
  if (row.concept !== null) return rule ? { concept: row.concept, pattern: row.id } : null;
  return rule?.concept ? { concept: rule.concept, pattern: rule.id } : null;
}
