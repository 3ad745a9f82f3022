/** Small disclosures written with their facts: sentences and rows of words and stated numbers. */
import { type Checked, check } from '../../src/checks/index.ts';
import type { Fact, Finding, Measure, Report, Section, Stated, Subject, TableRecord } from '../../src/contract.ts';
import { type Block, type CellInput, DocumentBuilder, type Span } from '../../src/document.ts';
import { Decimal, interval, parseNumber, plain } from '../../src/number.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { vocabulary } from '../../src/patterns/vocabulary.ts';

export const patterns = loadPatterns();
const { money, concepts } = vocabulary(patterns);

export interface Stating {
  readonly concept: string;
  readonly printed: string;
  readonly subject: Subject | null;
  readonly measure: Measure;
  readonly basis: string | null;
  readonly period: number | null;
  readonly unit: string | null;
  readonly negative: boolean;
  readonly stated: Stated;
  readonly approximate: boolean;
  /** How many of the words after it give its reason. */
  readonly reason?: number;
}

const RATES: readonly Measure[] = ['change_rate', 'completion_rate', 'share'];

/** A stated number of 2024, in 万元 unless said otherwise. */
export function f(concept: string, printed: string, changes: Partial<Stating> = {}): Stating {
  const kind = concepts.get(concept)?.kind;
  if (kind === undefined) throw new Error(`no concept ${concept}`);
  const measure = changes.measure ?? (kind === 'money' ? 'final' : 'count');
  const unit = RATES.includes(measure) ? '%' : kind === 'money' ? '万元' : (concepts.get(concept)?.unit ?? null);
  const basis = measure === 'completion_rate' ? 'budget' : measure.startsWith('change') ? 'prior_final' : null;
  const rest = { subject: null, period: 2024, negative: false, stated: 'number' as const, approximate: false };
  return { concept, printed, measure, basis, unit, ...rest, ...changes };
}

export const share = (concept: string, of: string, printed: string, changes: Partial<Stating> = {}) =>
  f(concept, printed, { measure: 'share', basis: of, ...changes });
export const functional = (code: string | null, ...path: string[]): Subject => ({ scheme: 'functional', code, path });
export const economic = (code: string, ...path: string[]): Subject => ({ scheme: 'economic', code, path });

type Words = readonly (string | Stating)[];
export interface TableParts {
  readonly kind: string;
  readonly rows: readonly Words[];
  readonly ruled?: boolean;
}
export type Part = string | Words | TableParts;

const isTable = (part: Part): part is TableParts => typeof part === 'object' && 'rows' in part;
const text = (word: string | Stating) => (typeof word === 'string' ? word : word.printed);

class Writer {
  readonly facts: Fact[] = [];
  readonly tables: TableRecord[] = [];
  readonly blocks: Block[] = [];
  private readonly builder = new DocumentBuilder();

  constructor() {
    this.builder.page();
  }

  sentence(words: Words): void {
    const span = this.builder.line([{ text: words.map(text).join(''), box: null }]);
    this.blocks.push({ kind: 'paragraph', lines: [span], role: 'body', heading: null });
    let at = span.start;
    words.forEach((word, i) => {
      const end = at + text(word).length;
      if (typeof word !== 'string') {
        const reason = words
          .slice(i + 2, i + 2 + (word.reason ?? 0))
          .map(text)
          .join('');
        const from = end + text(words[i + 1] ?? '').length;
        this.state(
          word,
          { start: at, end },
          null,
          reason === '' ? null : { text: reason, start: from, end: from + reason.length },
        );
      }
      at = end;
    });
  }

  table({ kind, rows, ruled = true }: TableParts): void {
    const id = `t${this.tables.length + 1}`;
    const inputs = rows.flatMap((row, r) =>
      row.map((word, c): CellInput => {
        const runs = [{ text: text(word), box: null }];
        return { row: r, column: c, rowSpan: 1, columnSpan: 1, runs };
      }),
    );
    const cells = this.builder.cells(inputs);
    for (const cell of cells) {
      const word = rows[cell.row]?.[cell.column];
      if (word !== undefined && typeof word !== 'string') this.state(word, cell, { id, ...cell });
    }
    const columns = Math.max(...rows.map((row) => row.length));
    this.blocks.push({ kind: 'table', rows: rows.length, columns, cells, ruled });
    const printed = rows.map((row) => row.map(text));
    this.tables.push({ id, kind, title: null, unit: '万元', pages: [1], header: [], rows: printed });
  }

  private state(
    word: Stating,
    span: Span,
    cell: { id: string; row: number; column: number } | null,
    reason: Fact['reason'] = null,
  ): void {
    const { printed, unit, negative, stated, reason: _, ...identity } = word;
    const parsed = parseNumber(printed.replace(/^[-+]/, ''));
    const moneyed = !RATES.includes(word.measure) && concepts.get(word.concept)?.kind === 'money';
    const factor = moneyed ? (unit === null ? null : (money.get(unit) ?? null)) : 1;
    const base = moneyed ? 'CNY' : RATES.includes(word.measure) ? 'percent' : unit;
    const known = stated === 'unchanged' || stated === 'none' ? new Decimal(0) : (parsed?.value ?? null);
    const value = known === null || factor === null ? null : known.times(negative ? -1 : 1);
    const [low, high] =
      value === null || !parsed || factor === null
        ? [value, value]
        : interval(value, parsed.decimals, factor).map((bound) => bound);
    this.facts.push({
      id: `f${this.facts.length + 1}`,
      ...identity,
      value: value && plain(value.times(factor ?? 1)),
      unit: base,
      published: { text: printed, unit, unitSource: unit === null ? 'none' : 'inline' },
      interval: low && high ? [plain(low), plain(high)] : null,
      reason,
      stated,
      source: {
        kind: cell ? 'cell' : 'sentence',
        section: null,
        table: cell?.id ?? null,
        row: cell?.row ?? null,
        column: cell?.column ?? null,
        page: 1,
        ...span,
        quote: '',
        box: null,
        ...{ start: span.start, end: span.end },
      },
      pattern: 'test',
    });
  }

  finish() {
    return { document: this.builder.finish('txt', this.blocks), facts: this.facts, tables: this.tables };
  }
}

export const REPORT: Report = {
  title: '青石县水务局2024年度部门决算',
  organisation: '青石县水务局',
  kind: 'final',
  level: 'department',
  fiscalYear: 2024,
  region: null,
  units: [],
  duties: [],
};

export interface Disclosure extends Checked {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly TableRecord[];
}

export interface Frame {
  readonly report?: Partial<Report>;
  /** Sections by the words they begin with; each ends where the next begins. */
  readonly sections?: readonly (Pick<Section, 'kind' | 'title'> & { readonly from: string })[];
}

/** Writes the parts, and checks what they say. */
export function disclose(parts: readonly Part[], frame: Frame = {}): Disclosure {
  const writer = new Writer();
  for (const part of parts) {
    if (isTable(part)) writer.table(part);
    else writer.sentence(typeof part === 'string' ? [part] : part);
  }
  const { document, facts, tables } = writer.finish();
  const starts = (frame.sections ?? []).map(({ from }) => document.text.indexOf(from));
  const sections = (frame.sections ?? []).map(({ kind, title }, i): Section => {
    const start = starts[i] as number;
    const end = starts[i + 1] ?? document.text.length;
    return { id: String(i + 1), kind, number: null, title, level: 1, page: 1, start, end };
  });
  const report = { ...REPORT, ...frame.report };
  return { text: document.text, facts, tables, ...check({ document, report, sections, tables, facts, patterns }) };
}

/** `rule verdict`, for findings of a family or all. */
export const said = (findings: readonly Finding[], family = '') =>
  findings.filter(({ rule }) => rule.startsWith(family)).map(({ rule, verdict }) => `${rule} ${verdict}`);

export const printedAt = ({ text }: Disclosure, { start, end }: Span) => text.slice(start, end);
