/** Gives the value columns of each block their rule: what an amount there is about, before the row is read. */
import type { Block, Column, Frame } from './header.ts';
import type { ColumnRule, Kind, Side } from './mapping.ts';

export interface MappedColumn {
  readonly column: Column;
  readonly rule: ColumnRule | null;
}

export interface MappedBlock {
  readonly block: Block;
  readonly side: Side;
  readonly columns: readonly MappedColumn[];
  /** The other side of a statement that prints income above expenditure in one block. */
  readonly below: MappedBlock | null;
}

/** The side by its head, else by its place: income stands left. */
function sideOf(block: Block, index: number, kind: Kind): Side {
  const heads = [...block.heads, ...[...block.labels, ...block.values].flatMap((column) => column.path)];
  const byHead = kind.sides.filter((side) => side.head && heads.some((head) => side.head?.test(head)));
  return (byHead.length === 1 ? byHead[0] : kind.sides[Math.min(index, kind.sides.length - 1)]) as Side;
}

/** The identity that a rule and the heads' measure give a column. */
const identity = ({ column, rule }: MappedColumn) =>
  [rule?.id, column.measure, column.basis, column.offset, column.year].join(' ');

function rulesFor(block: Block, side: Side): MappedColumn[] {
  const find = (column: Column, met: ReadonlySet<string>) => {
    // A column without any head says nothing, though a rule may allow for heads that only name a measure.
    if (column.head === '') return null;
    const path = column.path.join('/');
    return side.columns.find((rule) => rule.head.test(path) && (rule.with === undefined || met.has(rule.with))) ?? null;
  };
  const met = new Set(block.values.map((column) => find(column, new Set())?.id ?? ''));
  const mapped = block.values.map((column) => ({ column, rule: find(column, met) }));
  // Two columns of one meaning: at least one head was misread, and nothing tells which.
  const alike = (one: MappedColumn) => mapped.filter((other) => identity(other) === identity(one)).length > 1;
  return mapped.map((one) => (alike(one) ? { column: one.column, rule: null } : one));
}

export function mapBlocks(frame: Frame, kind: Kind): MappedBlock[] {
  const map = (block: Block, side: Side, below: MappedBlock | null): MappedBlock => {
    return { block, side, columns: rulesFor(block, side), below };
  };
  const [only] = frame.blocks;
  const [upper, lower] = kind.sides;
  if (only && frame.blocks.length === 1 && upper && lower) return [map(only, upper, map(only, lower, null))];
  return frame.blocks.map((block, i) => map(block, sideOf(block, i, kind), null));
}
