/**
 * The labels that Word generates before list paragraphs. Pure: the readers of both formats (.docx, .doc) give the
 * definitions and ask for a label at each list paragraph in document order.
 */
import { numeral } from './numerals.ts';

export interface LevelDefinition {
  /** An OOXML number format, e.g. `chineseCountingThousand`; `bullet` prints `text` as it is. */
  readonly format: string;
  /** `%1` to `%9` stand for the numbers of the levels: `（%2）`. */
  readonly text: string;
  readonly start: number;
  /** Begins anew after a paragraph of this level (counted from 1) or a higher one; 0 never, null after any higher. */
  readonly restart: number | null;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All numbers in the label as decimals. */
  readonly legal?: boolean;
}

export interface ListDefinition {
  /** Lists with the same counter count on together: in Word all instances of one abstract list. */
  readonly counter: string;
  readonly levels: readonly (LevelDefinition | undefined)[];
  /** Level (from 0) → number with which this list begins when it is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Longer than any label; a text without limit would be repeated with every paragraph. */
const MAX_TEXT = 256;

/** Symbol fonts put their bullets into the private use area; a reader sees a dot. */
const PRIVATE = /[\ue000-\uf8ff]/g;

export class NumberingState {
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly used = new Set<string>();
  private readonly lists: ReadonlyMap<string, ListDefinition>;

  constructor(lists: ReadonlyMap<string, ListDefinition>) {
    this.lists = lists;
  }

  /** Counts one paragraph of the list and gives its label with the suffix; '' where there is no such list or level. */
  label(listId: string, level: number): string {
    const list = this.lists.get(listId);
    const definition = list?.levels[level];
    if (!list || !definition) return '';
    const values = this.values(listId, list, level);
    const before = values[level];
    values[level] = before === undefined ? startOf(list, level) : before + 1;
    for (let deeper = level + 1; deeper < values.length; deeper++) {
      const restart = list.levels[deeper]?.restart ?? null;
      if (restart === null || (restart > 0 && level <= restart - 1)) values[deeper] = undefined;
    }
    const text = labelText(list, definition, values);
    if (text === '') return '';
    return text + (definition.suffix === 'tab' ? '\t' : definition.suffix === 'space' ? ' ' : '');
  }

  /** The counters of the list; where a list overrides the start of a level, its first use there begins it anew. */
  private values(listId: string, list: ListDefinition, level: number): (number | undefined)[] {
    let values = this.counters.get(list.counter);
    if (!values) {
      values = [];
      this.counters.set(list.counter, values);
    }
    const use = `${level} ${listId}`;
    if (!this.used.has(use)) {
      this.used.add(use);
      if (list.startOverrides.has(level)) values[level] = undefined;
    }
    return values;
  }
}

function startOf(list: ListDefinition, level: number): number {
  return list.startOverrides.get(level) ?? list.levels[level]?.start ?? 1;
}

function labelText(list: ListDefinition, definition: LevelDefinition, values: readonly (number | undefined)[]): string {
  const pattern = definition.text.slice(0, MAX_TEXT);
  if (definition.format === 'bullet') return pattern.replace(PRIVATE, '\u2022');
  return pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const format = list.levels[level]?.format ?? 'decimal';
    // A level that no paragraph has used yet shows its start.
    const value = values[level] ?? startOf(list, level);
    return numeral(definition.legal && format !== 'none' ? 'decimal' : format, value);
  });
}
