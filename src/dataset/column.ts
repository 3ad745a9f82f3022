/** What a table of the dataset is: a row for each thing in a record, columns with one type each, all of them flat. */
import type { DocumentRecord } from '../contract.ts';

/**
 * `amount` and `bound` are exact decimals that come as text; `bound` has one decimal more, for half a unit of the last
 * printed digit. `point` is a length on a page, the one thing here that may be a floating-point number.
 */
export type ColumnType = 'text' | 'integer' | 'flag' | 'amount' | 'bound' | 'point' | 'json';

export type Value = string | number | boolean | null;

export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  /** False where the value is never null. */
  readonly nullable: boolean;
  readonly value: (row: Row) => Value;
}

export interface Table<Row = unknown> {
  readonly name: TableName;
  readonly columns: readonly Column<Row>[];
  readonly rows: (record: DocumentRecord) => Row[];
  /** What identifies a row, and in which other table its document is. */
  readonly key: readonly string[];
}

export const TABLE_NAMES = ['documents', 'facts', 'tables', 'findings', 'mentions'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** DECIMAL(18, scale) fits 64 bits, which every tool reads; it holds amounts up to a hundred trillion yuan. */
export const PRECISION = 18;
export const SCALE: Readonly<Record<'amount' | 'bound', number>> = { amount: 4, bound: 5 };

/** The decimal as a whole number of its last place, or null where the column cannot hold it exactly. */
export function unscaled(value: string, type: 'amount' | 'bound'): bigint | null {
  const parts = partsOf(value, SCALE[type]);
  return parts === null || parts.more ? null : parts.unscaled;
}

/** The value where the column can hold it. */
export function held(value: string | null): string | null {
  return value !== null && unscaled(value, 'amount') !== null ? value : null;
}

/**
 * The ends of an interval. What arithmetic gave may have any number of digits: such an end moves outwards to the next
 * value that the column can hold, so that the interval still contains the exact one.
 */
export function ends(interval: readonly [string, string] | null): readonly [string | null, string | null] {
  return interval ? [outwards(interval[0], -1n), outwards(interval[1], 1n)] : [null, null];
}

function outwards(value: string, direction: bigint): string | null {
  const parts = partsOf(value, SCALE.bound);
  if (!parts?.more) return parts && value;
  const negative = value.startsWith('-');
  const away = negative === direction < 0n ? parts.unscaled + direction : parts.unscaled;
  const digits = String(away < 0n ? -away : away).padStart(SCALE.bound + 1, '0');
  const text = `${digits.slice(0, -SCALE.bound)}.${digits.slice(-SCALE.bound)}`.replace(/\.?0+$/, '');
  return away < 0n ? `-${text}` : text;
}

/** Cut off at the scale; `more` says that something was. */
function partsOf(value: string, scale: number): { readonly unscaled: bigint; readonly more: boolean } | null {
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,60}))?$/.exec(value);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const digits = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  if (digits >= 10n ** BigInt(PRECISION) - 1n) return null;
  return { unscaled: sign ? -digits : digits, more: /[1-9]/.test(fraction.slice(scale)) };
}

/** Short forms for the lists of columns. */
export function columnsOf<Row>() {
  const column =
    (type: ColumnType) =>
    (name: string, value: (row: Row) => Value, nullable = true): Column<Row> => ({ name, type, nullable, value });
  return {
    text: column('text'),
    integer: column('integer'),
    flag: column('flag'),
    amount: column('amount'),
    bound: column('bound'),
    point: column('point'),
    json: column('json'),
    /** Text that is never null. */
    name: (name: string, value: (row: Row) => string): Column<Row> => ({ name, type: 'text', nullable: false, value }),
    count: (name: string, value: (row: Row) => number): Column<Row> => ({
      name,
      type: 'integer',
      nullable: false,
      value,
    }),
  };
}
