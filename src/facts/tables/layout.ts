/** What was understood of a table, for people who wonder why a number has no fact. */
import type { MappedBlock, MappedColumn } from './columns.ts';
import type { Column } from './header.ts';
import type { OneTable } from './table.ts';

export interface ColumnLayout {
  /** From 1. */
  readonly number: number;
  /** Heads from the top down, as matched. */
  readonly heads: readonly string[];
  /** `code`, `name`, `ordinal`, … for labels, what the amounts are about otherwise; null where nothing explains them. */
  readonly means: string | null;
  readonly value: boolean;
}

export interface TableLayout {
  readonly id: string;
  /** The pack that maps it. */
  readonly pack: string | null;
  readonly columns: readonly ColumnLayout[];
  facts: number;
  unmapped: number;
}

export function layoutOf(one: OneTable, blocks: readonly MappedBlock[]): TableLayout {
  const over = new Map(blocks.flatMap(({ block }) => block.values.map(({ index }) => [index, block.heads] as const)));
  const mapped = new Map(blocks.flatMap(({ columns }) => columns.map((each) => [each.column.index, each] as const)));
  const byRow = one.around.kind?.shape !== 'subjects';
  const columns = one.frame.columns
    .filter((column) => column.role !== 'note' || column.head !== '')
    .map((column): ColumnLayout => {
      const value = column.role === 'value';
      const heads = headsOf(column, over.get(column.index) ?? []);
      const means = value ? meaningOf(mapped.get(column.index), byRow) : labelOf(column);
      return { number: column.index + 1, heads, means, value };
    });
  return { id: one.id, pack: one.around.kind?.key ?? null, columns, facts: 0, unmapped: 0 };
}

/** The path, and the head that only named a measure. */
function headsOf(column: Column, over: readonly string[]): string[] {
  const heads = [...over, ...column.path];
  return heads.at(-1) === column.head || column.head === '' ? heads : [...heads, column.head];
}

const labelOf = ({ role, of }: Column) => (of === 'subject' ? role : `${role} of ${of}`);

function meaningOf(mapped: MappedColumn | undefined, byRow: boolean): string | null {
  if (!mapped || mapped.key === null) return null;
  const { column, concept, key } = mapped;
  const what = concept ?? (byRow ? `by row${key === 'total' ? '' : `, ${key}`}` : `${key}, which no concept is for`);
  const year = column.year ?? (column.offset === 0 ? null : `year ${column.offset}`);
  const parts = [what, column.measure, column.basis === null ? null : `on ${column.basis}`, year, column.unit];
  return parts.filter((part) => part !== null).join(' ');
}
