/** Examples of equations: `expenditure.total = 474.7; assets.vehicle.total = 4 辆`, printed in a table and in a sentence. */
import { equations } from '../../checks/equations.ts';
import { check } from '../../checks/index.ts';
import type { Fact, TableRecord } from '../../contract.ts';
import { type Block, DocumentBuilder, type Span } from '../../document.ts';
import { Decimal, interval, parseNumber, plain } from '../../number.ts';
import type { Patterns } from '../../patterns/load.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { type Example, each } from '../definition.ts';
import { reportOf } from './document.ts';

const YEAR = 2024;

interface Stating {
  readonly concept: string;
  readonly code: string | null;
  readonly printed: string;
  readonly unit: string | null;
}

function stated(example: string, patterns: Patterns): Stating[] {
  return example.split(';').map((text) => {
    const [left = '', right = ''] = text.split('=').map((side) => side.trim());
    const [, concept = '', code = null] = /^([a-z_.0-9]+)(?:\[(\d+)\])?$/.exec(left) ?? [];
    const [printed = '', unit] = right.split(' ');
    const known = vocabulary(patterns).concepts.get(concept);
    if (!known) throw new Error(`no concept ${left} in the example ${example}`);
    return { concept, code, printed, unit: unit ?? (known.kind === 'money' ? '万元' : known.unit) };
  });
}

/** In a table of one column, or in one sentence. */
function written(statings: readonly Stating[], place: 'table' | 'sentence', patterns: Patterns) {
  const builder = new DocumentBuilder();
  builder.page();
  if (place === 'sentence') {
    const words = statings.map(({ printed }) => printed);
    const line = builder.line([{ text: words.join('，'), box: null }]);
    let at = line.start;
    const facts = statings.map((stating, i) => {
      const span = { start: at, end: at + stating.printed.length };
      at = span.end + 1;
      return factOf(stating, i, span, null, patterns);
    });
    const block: Block = { kind: 'paragraph', lines: [line], role: 'body', heading: null };
    return { document: builder.finish('txt', [block]), facts, tables: [] as TableRecord[] };
  }
  const inputs = statings.map(({ printed }, row) => {
    return { row, column: 0, rowSpan: 1, columnSpan: 1, runs: [{ text: printed, box: null }] };
  });
  const cells = builder.cells(inputs);
  const facts = statings.map((stating, i) => factOf(stating, i, cells[i] as Span, i, patterns));
  const block: Block = { kind: 'table', rows: cells.length, columns: 1, cells, ruled: true };
  const rows = statings.map(({ printed }) => [printed]);
  const table: TableRecord = { id: 't1', kind: '01', title: null, unit: '万元', pages: [1], header: [], rows };
  return { document: builder.finish('txt', [block]), facts, tables: [table] };
}

function factOf(
  { concept, code, printed, unit }: Stating,
  i: number,
  { start, end }: Span,
  row: number | null,
  patterns: Patterns,
): Fact {
  const { concepts, money } = vocabulary(patterns);
  const moneyed = concepts.get(concept)?.kind === 'money';
  const factor = (moneyed && unit !== null && money.get(unit)) || 1;
  const parsed = parseNumber(printed.replace(/^-/, ''));
  const value = parsed?.value.times(printed.startsWith('-') ? -1 : 1) ?? new Decimal(0);
  const [low, high] = interval(value, parsed?.decimals ?? 0, factor);
  const inTable = row !== null;
  return {
    id: `f${i + 1}`,
    concept,
    subject: code === null ? null : { scheme: 'economic', code, path: [code] },
    measure: moneyed ? 'final' : 'count',
    basis: null,
    period: YEAR,
    value: plain(value.times(factor)),
    unit: moneyed ? 'CNY' : unit,
    published: { text: printed, unit, unitSource: 'inline' },
    interval: [plain(low), plain(high)],
    reason: null,
    approximate: false,
    stated: 'number',
    source: {
      kind: inTable ? 'cell' : 'sentence',
      section: null,
      table: inTable ? 't1' : null,
      row,
      column: inTable ? 0 : null,
      page: 1,
      start,
      end,
      quote: '',
      box: null,
    },
    pattern: 'example',
  };
}

function verdict(id: string, example: string, place: 'table' | 'sentence', patterns: Patterns): string {
  const report = reportOf('final', YEAR);
  const { checks } = check({ ...written(stated(example, patterns), place, patterns), report, sections: [], patterns });
  const count = checks[id];
  return count?.fail ? 'broken' : count?.pass ? 'holds' : 'open';
}

/**
 * In a sentence parts may be left out, so that less than the whole decides nothing there; but nothing that is broken in
 * a table may hold in a sentence.
 */
export function equationExamples(_: string, patterns: Patterns): readonly Example[] {
  return equations(patterns).flatMap(({ id, passes, fails, open }) => {
    const run = (example: string, is: 'holds' | 'broken') => (given: Patterns) => {
      const table = verdict(id, example, 'table', given);
      const sentence = verdict(id, example, 'sentence', given);
      const undecided = is === 'broken' || open;
      if (table !== is && !(open && table === 'open' && is === 'holds'))
        return `expected ${is}, got ${table} in a table`;
      if (sentence === is || (undecided && sentence === 'open')) return null;
      return `expected ${is}, got ${sentence} in a sentence`;
    };
    const made = (list: 'passes' | 'fails', examples: readonly string[], is: 'holds' | 'broken') =>
      each(examples, `equations.${id}.${list}`, (text, at): Example => {
        return { at, text, question: `${id}: ${text}`, answer: { is }, run: run(text, is) };
      });
    return [...made('passes', passes, 'holds'), ...made('fails', fails, 'broken')];
  });
}
