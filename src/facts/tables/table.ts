/** Reads one table of a known kind into facts, and accounts for every number it prints. */
import type { Fact, Report, Section, Subject, TableRecord } from '../../contract.ts';
import { boxOf, type Document, type Notice, pageAt, type Span, type Table } from '../../document.ts';
import { interval, plain } from '../../number.ts';
import type { Vocabulary } from '../../patterns/vocabulary.ts';
import { sectionAt } from '../../sections/at.ts';
import type { Classification } from '../classification.ts';
import { type DraftFact, NO_ID } from '../draft.ts';
import { type MappedBlock, type MappedColumn, mapBlocks, PLAIN_COLUMN } from './columns.ts';
import { comparesWithBudget } from './compares.ts';
import { type Grid, type GridCell, printedRows } from './grid.ts';
import { type Frame, HAN } from './header.ts';
import { layoutOf, type TableLayout } from './layout.ts';
import type { Kind, Mappings } from './mapping.ts';
import { conceptOf, endsUpper, itemNamed, presentIn, type RowContext, type RowMeaning, rowMeaning } from './meaning.ts';
import type { Heads, Measure } from './measure.ts';
import { cleanLabel, type Label, labelOf, newRowState, pairLabel, type RowState } from './rows.ts';
import type { Surroundings } from './title.ts';
import { type CellValue, cellValue, isNumeric, looseNumbers, type NumberValue } from './values.ts';

export type IgnoredKind = 'date' | 'ordinal' | 'code' | 'threshold' | 'formula' | 'other';
export interface Ledger {
  readonly facts: DraftFact[];
  readonly mapped: Span[];
  readonly ignored: { span: Span; kind: IgnoredKind }[];
  readonly unmapped: Span[];
  readonly notices: Notice[];
}

export interface Setting {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly report: Report;
  readonly mappings: Mappings;
  readonly vocabulary: Vocabulary;
  readonly dictionary: Classification;
  /** The unit that the text fixes for all tables. */
  readonly documentUnit: string | null;
}

export interface OneTable {
  readonly id: string;
  readonly table: Table;
  readonly grid: Grid;
  readonly around: Surroundings;
  readonly frame: Frame;
  /** Rows of the parts before this one, where a table goes on after a break. */
  readonly rowOffset: number;
  /** What the rows so far left behind, by block; a part that goes on shares it. */
  readonly states: RowState[];
}

export function recordOf(setting: Setting, one: OneTable): TableRecord {
  const { document } = setting;
  const { grid, frame, around } = one;
  const pages = new Set<number>();
  for (const cell of one.table.cells) if (cell.end > cell.start) pages.add(pageAt(document, cell.start));
  if (pages.size === 0 && one.table.cells[0]) pages.add(pageAt(document, one.table.cells[0].start));
  return {
    id: one.id,
    kind: around.kind?.kind ?? null,
    title: around.title,
    unit: around.unit,
    pages: [...pages].sort((a, b) => a - b),
    header: printedRows(document, grid, 0, frame.body),
    rows: printedRows(document, grid, frame.body, grid.rows),
  };
}

/** The measure of a column that does not say: the title's word, else the kind of report. */
export function defaultMeasure(setting: Setting, title: string | null): 'final' | 'budget' {
  const words = setting.mappings.common.defaultMeasure;
  const text = (title ?? '').replace(/\s+/g, '');
  if (words.final.test(text)) return 'final';
  if (setting.report.kind === 'budget') return 'budget';
  return setting.report.kind !== 'final' && words.budget.test(text) ? 'budget' : 'final';
}

class Reader {
  private readonly seen = new Set<GridCell>();
  /** Heads and labels that no rule explained. */
  private readonly unread = new Set<string>();
  private readonly inherent: 'final' | 'budget';
  /** A change without a base of its own is one from the budget. */
  private compares = false;

  constructor(
    private readonly setting: Setting,
    private readonly one: OneTable,
    private readonly kind: Kind,
    private readonly out: Ledger,
  ) {
    this.inherent = defaultMeasure(setting, one.around.title);
  }

  read(): readonly MappedBlock[] {
    const { grid, frame, around, states } = this.one;
    const { common } = this.setting.mappings;
    const blocks = mapBlocks(frame, this.kind, around.titleText, common);
    while (states.length < blocks.length) states.push(newRowState());
    const byUnit = this.countUnits(blocks) > 1;
    this.compares = comparesWithBudget(
      blocks,
      this.setting.report.fiscalYear,
      (mapped) => this.namesIn(mapped),
      common,
    );
    const contexts = blocks.map((mapped): RowContext => {
      const present = presentIn(this.namesIn(mapped), mapped, this.kind, common);
      const { dictionary, report } = this.setting;
      const repeated = this.kind.projects ? this.repeatedIn(mapped) : new Set<string>();
      return { kind: this.kind, common, dictionary, year: report.fiscalYear, byUnit, present, repeated };
    });
    for (let r = frame.body; r < grid.rows; r++) {
      if (frame.ordinals.has(r)) continue;
      if (this.kind.shape === 'items' && this.isOfPairs(r)) {
        this.readPairs(r);
        continue;
      }
      for (const [i, mapped] of blocks.entries())
        this.readRow(r, mapped, states[i] as RowState, contexts[i] as RowContext);
    }
    return blocks;
  }

  /** A row with words under the heads of amounts: names and numbers in turn, as statistics below 三公 are printed. */
  private isOfPairs(row: number): boolean {
    const { grid, frame } = this.one;
    return grid.row(row).some(({ text, cell }) => {
      return cell.row === row && frame.columns[cell.column]?.role === 'value' && HAN.test(text) && !this.isBlank(text);
    });
  }

  private isBlank(text: string): boolean {
    return text === '' || this.setting.mappings.common.cell.nothing.test(text);
  }

  /** Each number belongs to the words right before it. */
  private readPairs(row: number): void {
    const { common } = this.setting.mappings;
    const { grid, frame } = this.one;
    let named: GridCell | null = null;
    for (const cell of grid.row(row)) {
      const isOrdinal = frame.columns[cell.cell.column]?.role === 'ordinal';
      if (cell.cell.row !== row || isOrdinal || this.isBlank(cell.text)) continue;
      const value = cellValue(cell, common, this.setting.vocabulary);
      if (value.kind === 'number' && !this.seen.has(cell)) {
        this.seen.add(cell);
        const label = pairLabel(named, this.setting.document, common);
        this.take(cell, value, PLAIN_COLUMN, label, itemNamed(label.name, '', this.kind), frame.ragged);
        named = null;
      } else named = value.kind === 'text' ? cell : null;
    }
  }

  /** The names down the side of a block, before any row is read. */
  private namesIn({ block }: MappedBlock): string[] {
    const { grid, frame } = this.one;
    const names: string[] = [];
    for (let r = frame.body; r < grid.rows; r++) {
      for (const { role, index } of block.labels) {
        const cell = role === 'name' ? grid.at(r, index) : null;
        if (cell && cell.text !== '') names.push(cleanLabel(cell.text, this.setting.mappings.common).name);
      }
    }
    return names;
  }

  /** The projects that stand in more than one row. */
  private repeatedIn({ block }: MappedBlock): Set<string> {
    const { grid, frame } = this.one;
    const once = new Set<string>();
    const more = new Set<string>();
    for (let r = frame.body; r < grid.rows; r++) {
      const { project } = labelOf(this.setting.document, grid, block, r, newRowState(), this.setting.mappings.common);
      if (project === null) continue;
      if (once.has(project)) more.add(project);
      once.add(project);
    }
    return more;
  }

  /** How many units have rows here: by a column of their own, or where a column of units holds no subject. */
  private countUnits(blocks: readonly MappedBlock[]): number {
    const { grid, frame } = this.one;
    const { common } = this.setting.mappings;
    const names = new Set<string>();
    for (const { block } of blocks) {
      if (!block.labels.some((column) => column.of === 'unit')) continue;
      for (let r = frame.body; r < grid.rows; r++) {
        const label = labelOf(this.setting.document, grid, block, r, newRowState(), common);
        const subject = label.code !== null || this.setting.dictionary.isSubjectName(label.name);
        const unit = label.unit ?? (label.of === 'unit' && !subject ? label.name : '');
        if (unit !== '' && !common.row.total.test(unit)) names.add(unit);
      }
    }
    return names.size;
  }

  private readRow(row: number, upper: MappedBlock, state: RowState, context: RowContext): void {
    const { grid } = this.one;
    const shift = this.shiftOf(row, upper);
    const read = labelOf(this.setting.document, grid, upper.block, row, state, context.common);
    const label = shift > 0 ? { ...read, code: null } : read;
    if (upper.below && endsUpper(label.name, upper.below, state, context)) state.below = true;
    const mapped = state.below && upper.below ? upper.below : upper;
    const meaning = rowMeaning(label, mapped, state, context);
    const unsure = this.one.frame.ragged || (shift === 0 && this.isShort(row, mapped));
    for (const column of mapped.columns) {
      const cell = grid.at(row, column.column.index - shift);
      if (!cell || this.seen.has(cell) || cell.cell.row !== row) continue;
      const value = cellValue(cell, context.common, this.setting.vocabulary);
      if (value.kind !== 'number' && value.kind !== 'placeholder') continue;
      this.seen.add(cell);
      this.take(cell, value, column, label, meaning, unsure || this.spansValues(cell, shift));
    }
  }

  /**
   * A row that ends early. Nothing is lost by it where the table elsewhere keeps its empty cells; where it keeps none,
   * no amount is known to stand in its column.
   */
  private isShort(row: number, { columns }: MappedBlock): boolean {
    const missing = columns.some(({ column, key }) => key !== null && this.one.grid.at(row, column.index) === null);
    return missing && !this.keepsBlanks();
  }

  private blanks: boolean | null = null;

  /** Whether some row has an empty cell before a filled one among its amounts. */
  private keepsBlanks(): boolean {
    const { grid, frame } = this.one;
    for (let r = frame.body; r < grid.rows && this.blanks === null; r++) {
      const cells = grid.row(r).filter(({ cell }) => frame.columns[cell.column]?.role === 'value');
      const first = cells.findIndex(({ text }) => text === '');
      if (first >= 0 && cells.slice(first).some(({ text }) => text !== '')) this.blanks = true;
    }
    this.blanks ??= false;
    return this.blanks;
  }

  /**
   * How far a total's row stands too far left because its label lost the columns that it spanned: the row then has
   * its label and exactly as many cells as there are amounts.
   */
  private shiftOf(row: number, { block }: MappedBlock): number {
    const { grid, frame } = this.one;
    const missing = block.labels.length - 1;
    if (frame.blocks.length !== 1 || missing < 1 || grid.at(row, grid.columns - 1) !== null) return 0;
    const cells = grid.row(row);
    const whole = cells.every(({ cell }, i) => cell.row === row && cell.columnSpan === 1 && cell.column === i);
    if (!whole || cells.length !== block.values.length + 1) return 0;
    const [label, ...rest] = cells;
    const total = label && this.setting.mappings.common.row.total.test(label.text);
    return total && rest.every((cell) => cell.text === '' || isNumeric(cell)) ? missing : 0;
  }

  /** A cell over several value columns belongs to none of them. */
  private spansValues(cell: GridCell, shift: number): boolean {
    const from = cell.cell.column + shift;
    let values = 0;
    for (let c = from; c < from + cell.cell.columnSpan; c++) if (this.one.frame.columns[c]?.role === 'value') values++;
    return values > 1;
  }

  private take(
    cell: GridCell,
    value: Extract<CellValue, { kind: 'number' | 'placeholder' }>,
    column: MappedColumn,
    label: Label,
    row: RowMeaning | null,
    unsure: boolean,
  ): void {
    const identity = row && !unsure ? conceptOf(row, column) : null;
    const fact = identity && this.fact(cell, value, column, label, row as RowMeaning, identity);
    if (fact) {
      this.out.facts.push(fact);
      if (value.kind === 'number') this.out.mapped.push(value.span);
      return;
    }
    if (value.kind === 'placeholder') return;
    this.out.unmapped.push(value.span);
    this.unread.add(unsure ? '' : row ? column.column.head : label.printed);
  }

  /** One notice for the rows and heads that no rule explains; `''` stands for rows with cells missing. */
  private noteUnread(): void {
    if (this.unread.size === 0) return;
    const { cells } = this.one.table;
    const page = cells[0] ? pageAt(this.setting.document, cells[0].start) : null;
    const names = [...this.unread].filter((name) => name !== '').slice(0, 5);
    const parts = [
      this.unread.has('') ? 'rows or heads with cells missing' : '',
      names.length > 0 ? `no rule for ${names.join(', ')}` : '',
    ].filter((part) => part !== '');
    const message = `${this.one.id}: amounts left unmapped: ${parts.join('; ')}`;
    this.out.notices.push({ code: 'column-unrecognised', severity: 'warning', page, message });
  }

  private fact(
    cell: GridCell,
    value: Extract<CellValue, { kind: 'number' | 'placeholder' }>,
    mapped: MappedColumn,
    label: Label,
    row: RowMeaning,
    identity: { concept: string; pattern: string },
  ): DraftFact | null {
    const concept = this.setting.vocabulary.concepts.get(identity.concept);
    if (!concept || !mayCarry(concept.subject, row.subject)) return null;
    const { column } = mapped;
    const said = { ...column, ...(column.measure === null && row.measure ? row.measure : {}) };
    const { measure, basis, period } = this.measured(said, concept.kind);
    const rate = measure === 'change_rate' || measure === 'completion_rate' || measure === 'share';
    const kindOfValue = rate ? 'percent' : concept.kind;
    if (value.kind === 'number' && !this.fits(value.unit, kindOfValue)) return null;
    const unit = column.unit ?? label.counter;
    if (!rate && !this.agrees(unit, kindOfValue, row.money ?? mapped.money)) return null;
    if (kindOfValue === 'count' && value.kind === 'number' && value.decimals > 0 && !value.value.isInteger())
      return null;
    return {
      id: NO_ID,
      concept: identity.concept,
      subject: concept.kind === 'money' ? row.subject : unitOnly(row.subject),
      measure,
      basis,
      period,
      ...this.amount(value, kindOfValue, concept.unit, unit),
      reason: null,
      approximate: false,
      source: this.source(cell, value.span, label, column.head),
      pattern: `${this.kind.key}#${identity.pattern}`,
    };
  }

  /** Measure, basis and year: as the heads say, else as the kind of report implies. */
  private measured(said: Pick<Heads, 'measure' | 'basis' | 'offset' | 'year'>, kind: string) {
    const { inherent } = this;
    const change = said.measure === 'change_amount' || said.measure === 'change_rate';
    const rate = change || said.measure === 'completion_rate' || said.measure === 'share';
    // What a final account executed is its final figure, as in sentences.
    const named = said.measure === 'execution' && inherent === 'final' ? 'final' : said.measure;
    const measure: Measure = kind !== 'money' && !rate ? 'count' : (named ?? inherent);
    const prior = this.compares ? 'budget' : inherent === 'final' ? 'prior_final' : 'prior_budget';
    const basis = change ? (said.basis ?? prior) : measure === 'completion_rate' ? (said.basis ?? 'budget') : null;
    const year = this.setting.report.fiscalYear;
    const period = change ? year : (said.year ?? (year === null ? null : year + said.offset));
    return { measure, basis, period };
  }

  /** A count under a money unit, or money under a counter, was misread; some items need one or the other. */
  private agrees(unit: string | null, kind: string, money: boolean | null): boolean {
    const inMoney = unit !== null && this.setting.vocabulary.money.has(unit);
    if (money === false && (unit === null || inMoney)) return false;
    if (money === true && unit !== null && !inMoney) return false;
    return unit === null || (kind === 'money' ? inMoney : !inMoney);
  }

  /** Whether the unit in a cell is one of the column's kind: a % among amounts is something else. */
  private fits(unit: string | null, kind: string): boolean {
    const { money, percent, counters } = this.setting.vocabulary;
    if (unit === null) return true;
    return kind === 'money' ? money.has(unit) : kind === 'percent' ? percent.includes(unit) : counters.includes(unit);
  }

  /** Value, unit and interval; without a unit anywhere the value stays null. */
  private amount(
    value: Extract<CellValue, { kind: 'number' | 'placeholder' }>,
    kind: string,
    counter: string | null,
    head: string | null,
  ): Pick<Fact, 'value' | 'unit' | 'published' | 'interval' | 'stated'> {
    const text = this.setting.document.text.slice(value.span.start, value.span.end).trim();
    const { money } = this.setting.vocabulary;
    const own = value.kind === 'number' ? value.unit : null;
    const around = [head, this.one.around.unit].find((unit) => unit !== null && money.has(unit)) ?? null;
    const printed =
      kind === 'money'
        ? (own ?? around ?? this.setting.documentUnit)
        : kind === 'percent'
          ? '%'
          : (own ?? head ?? counter);
    const unitSource = own ? 'inline' : kind !== 'money' || around ? 'table' : printed ? 'document' : 'none';
    const factor = kind === 'money' ? (printed === null ? null : (money.get(printed) ?? null)) : 1;
    const unit =
      kind === 'money' ? (factor === null ? null : 'CNY') : kind === 'percent' ? 'percent' : (counter ?? printed);
    const published = { text, unit: printed, unitSource } as const;
    if (value.kind === 'placeholder') return { value: null, unit, published, interval: null, stated: 'placeholder' };
    if (factor === null) return { value: null, unit, published, interval: null, stated: 'number' };
    const { value: number, decimals } = value as NumberValue;
    const [low, high] = interval(number, decimals, factor);
    return {
      value: plain(number.times(factor)),
      unit,
      published,
      interval: [plain(low), plain(high)],
      stated: 'number',
    };
  }

  private source(cell: GridCell, span: Span, label: Label, head: string): Fact['source'] {
    const { document, sections } = this.setting;
    return {
      kind: 'cell',
      section: sectionAt(sections, span.start),
      table: this.one.id,
      row: cell.cell.row + this.one.rowOffset,
      column: cell.cell.column,
      page: pageAt(document, span.start),
      start: span.start,
      end: span.end,
      quote: label.printed === '' ? head : label.printed,
      box: boxOf(document, span.start, span.end),
    };
  }

  /** Sorts what is left: codes, column numbers, years in heads, and numbers that nothing explains. */
  account(): void {
    for (const cell of this.one.grid.cells) {
      if (!this.seen.has(cell)) accountFor(cell, this.one, this.setting, this.out, true);
    }
    this.noteUnread();
  }
}

/**
 * Whether a concept may carry a row's subject. Economic classes and projects only where the vocabulary says so: an
 * amount of 办公费 is no amount of the whole.
 */
function mayCarry(allowed: string | null, subject: Subject | null): boolean {
  if (subject === null || subject.scheme === 'unit' || subject.scheme === 'functional') return true;
  return allowed?.includes(subject.scheme) ?? false;
}

const unitOnly = (subject: Subject | null) => (subject?.scheme === 'unit' ? subject : null);

/** Puts the numbers of a cell that gave no fact where they belong in the ledger. */
export function accountFor(cell: GridCell, one: OneTable, setting: Setting, out: Ledger, known: boolean): void {
  if (!/\d/.test(cell.text)) return;
  const { common } = setting.mappings;
  const { frame } = one;
  const role = frame.columns[cell.cell.column]?.role ?? 'value';
  const head = cell.cell.row < frame.body || frame.ordinals.has(cell.cell.row);
  const value = cellValue(cell, common, setting.vocabulary);
  if (value.kind === 'number' && !head) {
    const integer = value.decimals === 0 && value.unit === null;
    if (role === 'ordinal') out.ignored.push({ span: value.span, kind: 'ordinal' });
    else if (role === 'code' && integer) out.ignored.push({ span: value.span, kind: 'code' });
    else out.unmapped.push(value.span);
    return;
  }
  for (const { span, kind } of looseNumbers(cell, common)) {
    const stray = role === 'value' && !head && kind !== 'date' && kind !== 'ordinal';
    if (stray || (kind === 'amount' && !known)) out.unmapped.push(span);
    else if (head && isNumeric(cell)) out.ignored.push({ span, kind: 'ordinal' });
    else out.ignored.push({ span, kind: kind === 'amount' ? 'threshold' : kind });
  }
}

/** Reads a table into the ledger and says what was understood of it. */
export function readTable(setting: Setting, one: OneTable, out: Ledger): TableLayout {
  const { kind } = one.around;
  const before = { facts: out.facts.length, unmapped: out.unmapped.length };
  let blocks: readonly MappedBlock[] = [];
  if (kind) {
    const reader = new Reader(setting, one, kind, out);
    blocks = reader.read();
    reader.account();
  } else for (const cell of one.grid.cells) accountFor(cell, one, setting, out, false);
  const layout = layoutOf(one, blocks);
  layout.facts = out.facts.length - before.facts;
  layout.unmapped = out.unmapped.length - before.unmapped;
  return layout;
}
