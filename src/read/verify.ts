/** Two readings of the same document compared: where they differ in characters, amounts or cells, one of them errs. */
import type { Document, Notice, Table } from '../document.ts';
import { notice } from './notices.ts';

/** What counts: white space, bullets and punctuation are written in more than one way. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;
const AMOUNT = /\d[\d,]{0,30}(?:\.\d{1,10})?/g;
const SHOWN = 10;

type Counts = ReadonlyMap<string, number>;

function counts(items: Iterable<string>): Counts {
  const found = new Map<string, number>();
  for (const item of items) found.set(item, (found.get(item) ?? 0) + 1);
  return found;
}

/** One sign where several are written for the same, such as ﬁ for fi. */
const writtenOnce = (text: string) => text.normalize('NFKC');

function lettersOf(document: Document): Counts {
  return counts(writtenOnce(document.text).match(LETTER_OR_DIGIT) ?? []);
}

/** What the first has more often than the second, each as often as it is too many. */
function surplus(first: Counts, second: Counts): string[] {
  return [...first].flatMap(([item, n]) => new Array<string>(Math.max(0, n - (second.get(item) ?? 0))).fill(item));
}

/** Share of letters and digits that both readings have, from 0 to 1. */
export function agreement(first: Document, second: Document): number {
  const [a, b] = [lettersOf(first), lettersOf(second)];
  const differing = surplus(a, b).length + surplus(b, a).length;
  const all = [...a.values()].reduce((sum, n) => sum + n, 0) + surplus(b, a).length;
  return all === 0 ? 1 : 1 - differing / all;
}

/** Tables as cells by place and span, in letters and digits. */
export function gridsOf(document: Document): string[][] {
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
  return tables.map((table) =>
    table.cells.map(({ row, column, rowSpan, columnSpan, start, end }) => {
      const text = writtenOnce(document.text.slice(start, end)).match(LETTER_OR_DIGIT)?.join('') ?? '';
      return `row ${row + 1}, column ${column + 1}${rowSpan * columnSpan > 1 ? ` (${rowSpan}×${columnSpan})` : ''}: ${text}`;
    }),
  );
}

/** A notice for characters, amounts and cells in which the readings differ; none where they agree. */
export function differences(document: Document, witness: Document, name: string): Notice[] {
  const found: Notice[] = [];
  const add = (what: string, ours: readonly string[], theirs: readonly string[], separator: string) => {
    if (ours.length === 0 && theirs.length === 0) return;
    const some = (items: readonly string[]) =>
      items.length === 0
        ? 'none'
        : `${items.length} (${items.slice(0, SHOWN).join(separator)}${items.length > SHOWN ? ' …' : ''})`;
    const message = `${what} only in this reading: ${some(ours)}; only in that of ${name}: ${some(theirs)}`;
    found.push(notice('readings-differ', 'warning', message));
  };
  const [a, b] = [lettersOf(document), lettersOf(witness)];
  add('letters and digits', surplus(a, b), surplus(b, a), '');
  const amounts = (of: Document) =>
    counts((writtenOnce(of.text).match(AMOUNT) ?? []).map((text) => text.replaceAll(',', '')));
  add('numbers', surplus(amounts(document), amounts(witness)), surplus(amounts(witness), amounts(document)), ', ');
  const [ours, theirs] = [gridsOf(document), gridsOf(witness)];
  if (ours.length !== theirs.length) {
    const message = `tables: ${ours.length} in this reading, ${theirs.length} in that of ${name}`;
    found.push(notice('readings-differ', 'warning', message));
  } else {
    ours.forEach((cells, i) => {
      const [x, y] = [counts(cells), counts(theirs[i] as string[])];
      add(`cells of table ${i + 1}`, surplus(x, y), surplus(y, x), '; ');
    });
  }
  return found;
}
