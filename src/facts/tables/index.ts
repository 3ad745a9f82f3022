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
import { type DraftFact, NO_ID } from '../draft.ts';
import { complete, type PrintedCodes, printedCodes } from './completion.ts';
import { type Grid, gridOf } from './grid.ts';
import { frameOf } from './header.ts';
import type { TableLayout } from './layout.ts';
import { type Common, mappings } from './mapping.ts';
import { denialOf, denialsIn } from './notes.ts';
import { continued, type Part, type Placed, partsOf } from './parts.ts';
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
import { isHeading, LONGEST_NOTE, notesBelow, surroundings } from './title.ts';
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
  codes: PrintedCodes;
  /** What was understood of each table, in the order of `tables`. */
  layouts: TableLayout[];
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
  const { kind } = one.around;
  const own = kind && empty ? denialOf(kind, common) : null;
  const isDenial = (text: string) => own !== null && text.length <= LONGEST_NOTE && match(own, text) !== null;
  const notes = notesBelow(document, index, common, isDenial);
  for (const note of notes) {
    if (match(common.cell.amount, fold(document.text, note.lines).text)) continue;
    if (consumed.has(note)) continue;
    consumed.add(note);
    accountForLines(document, note, common, out);
  }
  if (!kind || !empty) return;
  const inside = one.grid.cells
    .filter(({ text }) => common.notes.lead.test(text) || common.notes.bare.test(text) || isDenial(text))
    .map((c) => [c.cell]);
  for (const denial of denialsIn(document, [...inside, ...notes.map((note) => note.lines)], kind, common)) {
    const { start, end } = denial.span;
    out.facts.push({
      id: NO_ID,
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

/** The numbers of a table too large to lay out are at least listed. */
function listNumbers(document: Document, table: Table, out: Ledger): void {
  for (const cell of table.cells) {
    const folded = fold(document.text, [cell]);
    for (const n of folded.text.matchAll(DIGITS)) out.unmapped.push(folded.source(n.index, n.index + n[0].length));
  }
  const page = pageAt(document, table.cells[0]?.start ?? 0);
  out.notices.push({ code: 'table-unrecognised', severity: 'warning', page, message: 'a table too large to read' });
}

class TableReader {
  readonly records: TableRecord[] = [];
  readonly layouts: TableLayout[] = [];
  readonly states: RowState[] = [];
  private before: Placed | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly out: Ledger,
    private readonly consumed: Set<Block>,
  ) {}

  read(): void {
    const { document, mappings: maps } = this.setting;
    document.blocks.forEach((table, index) => {
      if (table.kind !== 'table') return;
      const grid = gridOf(document, table);
      if (!grid) listNumbers(document, table, this.out);
      else if (isHeading(grid, maps) && tableFollows(document, index)) this.takeHeading(grid);
      else for (const [i, part] of partsOf(table, grid, maps).entries()) this.take(part, index, i === 0);
    });
  }

  /** A grid that only names the next table is no table. */
  private takeHeading(grid: Grid): void {
    for (const { folded, text } of grid.cells) {
      for (const found of text.matchAll(DIGITS))
        this.out.ignored.push({ span: folded.source(found.index, found.index + found[0].length), kind: 'other' });
    }
  }

  private take({ table, grid }: Part, index: number, first: boolean): void {
    const { setting, out, consumed } = this;
    const { document, mappings: maps } = setting;
    const around = surroundings(document, first ? index : null, grid, maps);
    const frame = frameOf(grid, around.top, around.kind?.shape === 'labelled', maps.common);
    const id = `t${this.records.length + 1}`;
    const own: OneTable = { id, table, grid, around, frame, rowOffset: 0, states: [] };
    const last = this.records.at(-1);
    const further = first ? continued(setting, this.before, { one: own, index }, last) : null;
    const one = further ?? own;
    const record = recordOf(setting, one);
    if (further && last) {
      last.rows.push(...record.rows);
      last.pages = [...new Set([...last.pages, ...record.pages])].sort((a, b) => a - b);
    } else this.records.push(record);
    const had = out.facts.length;
    this.keep(readTable(setting, one, out), further !== null);
    this.states.push(...one.states);
    for (const paragraph of one.around.belongs) {
      if (!consumed.has(paragraph)) accountForLines(document, paragraph, maps.common, out);
      consumed.add(paragraph);
    }
    takeNotes(setting, one, index, consumed, out, out.facts.slice(had).every(isZero));
    if (!one.around.kind) noteUnknown(setting, one, record, out);
    this.before = { one, index };
  }

  /** A further part adds to what the first one gave. */
  private keep(layout: TableLayout, further: boolean): void {
    const last = this.layouts.at(-1);
    if (!further || !last) this.layouts.push(layout);
    else {
      last.facts += layout.facts;
      last.unmapped += layout.unmapped;
    }
  }
}

/** Whether the next thing that counts is a table. */
function tableFollows(document: Document, index: number): boolean {
  const next = document.blocks.slice(index + 1, index + 6).find((block) => {
    return block.kind === 'table' || fold(document.text, block.lines).text !== '';
  });
  return next?.kind === 'table';
}

function noteUnknown(setting: Setting, one: OneTable, record: TableRecord, out: Ledger): void {
  const first = one.table.cells[0];
  const page = first ? pageAt(setting.document, first.start) : null;
  const message = `${one.id}: no mapping knows this table${record.title === null ? '' : ` (${record.title})`}`;
  out.notices.push({ code: 'table-unrecognised', severity: 'info', page, message });
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
  const reader = new TableReader(setting, out, consumed);
  reader.read();
  const printed = printedCodes(reader.states);
  complete(out.facts, printed, setting.dictionary, setting.report.fiscalYear);
  return { tables: reader.records, layouts: reader.layouts, ...out, codes: printed.codes, consumed };
}
