/** Tables → facts: recognises the tables of a disclosure by title, head and rows, and reads every cell. */
import type { Report, Section, TableRecord } from '../../contract.ts';
import { type Block, boxOf, type Document, type Notice, pageAt, type Span, type Table } from '../../document.ts';
import { fold } from '../../fold.ts';
import { Decimal } from '../../number.ts';
import type { Patterns } from '../../patterns/load.ts';
import { match, matches } from '../../patterns/regex.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { sectionAt } from '../../sections/at.ts';
import { classification } from '../classification.ts';
import type { DraftFact } from '../draft.ts';
import { gridOf } from './grid.ts';
import { continuedFrame, frameOf } from './header.ts';
import { type Common, mappings } from './mapping.ts';
import { denialsIn } from './notes.ts';
import type { RowState } from './rows.ts';
import {
  defaultMeasure,
  type IgnoredKind,
  type Ledger,
  type OneTable,
  readTable,
  recordOf,
  type Setting,
} from './table.ts';
import { notesBelow, surroundings } from './title.ts';
import { DIGITS } from './values.ts';

export interface TableContext {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly report: Report;
  readonly patterns: Patterns;
}

export interface TableFacts {
  tables: TableRecord[];
  facts: DraftFact[];
  /** Spans of the numbers that facts stand on. */
  mapped: Span[];
  /** Numbers in tables that state nothing: codes, column numbers, years. */
  ignored: { span: Span; kind: IgnoredKind }[];
  /** Numbers in tables that no mapping explains. */
  unmapped: Span[];
  notices: Notice[];
  /** Folded subject name → the codes that the document's tables print for it, each with its path. */
  codes: Map<string, { code: string; path: string[] }[]>;
  /** Paragraphs that belong to a table: title, unit, notes. */
  consumed: Set<Block>;
}

/** The unit that a sentence of the text fixes for all tables, e.g. “以下各表金额单位均为万元”. */
function documentUnit(document: Document, common: Common): string | null {
  const units = new Set<string>();
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || block.role !== 'body') continue;
    const found = match(common.documentUnit, fold(document.text, block.lines).text)?.groups.unit;
    if (found) units.add(found);
  }
  return units.size === 1 ? ([...units][0] as string) : null;
}

/** Numbers in the lines around a table: years, printed codes, list numbers. */
function accountForLines(document: Document, block: Block, common: Common, out: Ledger): void {
  if (block.kind !== 'paragraph') return;
  const folded = fold(document.text, block.lines);
  const dates = [...matches(common.cell.date, folded.text)];
  for (const found of folded.text.matchAll(DIGITS)) {
    const end = found.index + found[0].length;
    const date = dates.some((d) => found.index >= d.start && end <= d.end);
    out.ignored.push({ span: folded.source(found.index, end), kind: date ? 'date' : 'other' });
  }
}

/** Notes below a table; one that states an amount is left to the narrative. */
function takeNotes(
  setting: Setting,
  one: OneTable,
  index: number,
  consumed: Set<Block>,
  out: Ledger,
  empty: boolean,
): void {
  const {
    document,
    mappings: { common },
  } = setting;
  const notes = notesBelow(document, index, common);
  for (const note of notes) {
    if (match(common.cell.amount, fold(document.text, note.lines).text)) continue;
    if (consumed.has(note)) continue;
    consumed.add(note);
    accountForLines(document, note, common, out);
  }
  const kind = one.around.kind;
  if (!kind || !empty) return;
  const inside = one.grid.cells
    .filter((c) => common.notes.lead.test(c.text) || common.notes.bare.test(c.text))
    .map((c) => [c.cell]);
  for (const denial of denialsIn(document, [...inside, ...notes.map((note) => note.lines)], kind, common)) {
    const { start, end } = denial.span;
    out.facts.push({
      concept: denial.concept,
      subject: null,
      measure: defaultMeasure(setting, one.around.title),
      basis: null,
      period: setting.report.fiscalYear,
      value: '0',
      unit: 'CNY',
      published: { text: denial.word, unit: null, unitSource: 'none' },
      interval: ['0', '0'],
      reason: null,
      approximate: false,
      stated: 'none',
      source: {
        kind: 'sentence',
        section: sectionAt(setting.sections, start),
        table: one.id,
        row: null,
        column: null,
        page: pageAt(document, start),
        start,
        end,
        quote: denial.quote,
        box: boxOf(document, start, end),
      },
      pattern: `${kind.key}#none`,
    });
  }
}

/** Zeros printed in a table and a note that denies all of it agree. */
const isZero = ({ value }: DraftFact) => value !== null && new Decimal(value).isZero();

/** A table with its place among the blocks. */
interface Placed {
  readonly one: OneTable;
  readonly index: number;
}

/** True where nothing but page furniture and the lower table's own title stands between two blocks. */
function adjoin(document: Document, from: number, to: number, belongs: readonly Block[]): boolean {
  return document.blocks.slice(from + 1, to).every((block) => {
    if (block.kind === 'table') return false;
    return block.role === 'furniture' || belongs.includes(block) || fold(document.text, block.lines).text === '';
  });
}

/** This table as a further part of the one before, where the reader did not join them; null for a table of its own. */
function continued(
  setting: Setting,
  before: Placed | null,
  part: Placed,
  last: TableRecord | undefined,
): OneTable | null {
  if (!before || !last || !before.one.around.kind) return null;
  const { around, frame, grid } = part.one;
  const first = before.one;
  const headless = frame.body === around.top;
  const sameHead = frame.columns.every((column, i) => column.head === first.frame.columns[i]?.head);
  const sameKind = around.kind === null ? around.title === null : around.kind === first.around.kind;
  if (!sameKind || grid.columns !== first.grid.columns || !(headless || (around.title === null && sameHead)))
    return null;
  if (!adjoin(setting.document, before.index, part.index, around.belongs)) return null;
  const next = headless ? continuedFrame(first.frame, grid, around.top, setting.mappings.common) : frame;
  return {
    ...part.one,
    id: first.id,
    around: { ...first.around, top: around.top, belongs: around.belongs },
    frame: next,
    rowOffset: last.header.length + last.rows.length - next.body,
    states: first.states,
  };
}

/** The numbers of a table too large to lay out are at least listed. */
function listNumbers(document: Document, table: Table, out: Ledger): void {
  for (const cell of table.cells) {
    const folded = fold(document.text, [cell]);
    for (const n of folded.text.matchAll(DIGITS)) out.unmapped.push(folded.source(n.index, n.index + n[0].length));
  }
  const page = pageAt(document, table.cells[0]?.start ?? 0);
  out.notices.push({ code: 'table-unrecognised', severity: 'warning', page, message: 'a table too large to read' });
}

function readAll(setting: Setting, out: Ledger, consumed: Set<Block>, states: RowState[]): TableRecord[] {
  const { document, mappings: maps } = setting;
  const records: TableRecord[] = [];
  let before: Placed | null = null;
  document.blocks.forEach((table, index) => {
    if (table.kind !== 'table') return;
    const grid = gridOf(document, table);
    if (!grid) {
      listNumbers(document, table, out);
      return;
    }
    const around = surroundings(document, index, grid, maps);
    const frame = frameOf(grid, around.top, around.kind?.shape === 'labelled', maps.common);
    const own: OneTable = { id: `t${records.length + 1}`, table, grid, around, frame, rowOffset: 0, states: [] };
    const last = records.at(-1);
    const further = continued(setting, before, { one: own, index }, last);
    const one = further ?? own;
    const record = recordOf(setting, one);
    if (further && last) {
      last.rows.push(...record.rows);
      last.pages = [...new Set([...last.pages, ...record.pages])].sort((a, b) => a - b);
    } else records.push(record);
    const had = out.facts.length;
    readTable(setting, one, out);
    states.push(...one.states);
    for (const paragraph of one.around.belongs) {
      if (!consumed.has(paragraph)) accountForLines(document, paragraph, maps.common, out);
      consumed.add(paragraph);
    }
    takeNotes(setting, one, index, consumed, out, out.facts.slice(had).every(isZero));
    if (!one.around.kind) noteUnknown(setting, one, record, out);
    before = { one, index };
  });
  return records;
}

function noteUnknown(setting: Setting, one: OneTable, record: TableRecord, out: Ledger): void {
  const first = one.table.cells[0];
  const page = first ? pageAt(setting.document, first.start) : null;
  const message = `${one.id}: no mapping knows this table${record.title === null ? '' : ` (${record.title})`}`;
  out.notices.push({ code: 'table-unrecognised', severity: 'info', page, message });
}

/** The names above a code, as far as the document prints them, and its own. */
function pathOf(code: string, names: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let length = 3; length <= code.length; length += 2) {
    const name = names.get(code.slice(0, length));
    if (name !== undefined) path.push(name);
  }
  return path;
}

/** The codes that the document prints, by folded name; parents missing from one table come from another. */
function printedCodes(states: readonly RowState[]): { codes: TableFacts['codes']; names: Map<string, string> } {
  const printed = states.flatMap((state) => [...state.names]);
  const names = new Map<string, string>();
  for (const [code, name] of printed) if (!names.has(code)) names.set(code, name);
  const codes: TableFacts['codes'] = new Map();
  for (const [code, name] of printed) {
    const known = codes.get(name) ?? [];
    if (known.some((entry) => entry.code === code)) continue;
    codes.set(name, [...known, { code, path: [...pathOf(code.slice(0, -2), names), name] }]);
  }
  return { codes, names };
}

/**
 * Rows without a code take the one that another table prints for the name, else the only one that the dictionary
 * knows; short paths take their parents from the table that prints them.
 */
function complete(
  facts: readonly DraftFact[],
  codes: TableFacts['codes'],
  names: ReadonlyMap<string, string>,
  setting: Setting,
): void {
  const { dictionary, report } = setting;
  for (const { subject } of facts) {
    if (!subject || (subject.scheme !== 'functional' && subject.scheme !== 'economic')) continue;
    const name = subject.path.at(-1) as string;
    if (subject.code === null) {
      const parents = subject.path.slice(0, -1);
      const printed = (codes.get(name) ?? []).filter((entry) => endsAlike(entry.path, parents));
      const distinct = new Set(printed.map((entry) => entry.code));
      if (distinct.size === 1) subject.code = [...distinct][0] as string;
      if (distinct.size === 0) subject.code = dictionary.code(subject.scheme, name, report.fiscalYear, parents);
    }
    const above = subject.code === null ? [] : pathOf(subject.code.slice(0, -2), names);
    if (above.length >= subject.path.length) subject.path = [...above, name];
  }
}

/** A row without parents is a 类; one with parents has the same parent in the other table. */
function endsAlike(path: readonly string[], parents: readonly string[]): boolean {
  return parents.length === 0 ? path.length === 1 : path.at(-2) === parents.at(-1);
}

export function tableFacts(context: TableContext): TableFacts {
  const { document, patterns } = context;
  const maps = mappings(patterns);
  const setting: Setting = {
    ...context,
    mappings: maps,
    vocabulary: vocabulary(patterns),
    dictionary: classification(patterns),
    documentUnit: documentUnit(document, maps.common),
  };
  const out: Ledger = { facts: [], mapped: [], ignored: [], unmapped: [], notices: [] };
  const consumed = new Set<Block>();
  const states: RowState[] = [];
  const tables = readAll(setting, out, consumed, states);
  const { codes, names } = printedCodes(states);
  complete(out.facts, codes, names, setting);
  return { tables, ...out, codes, consumed };
}
