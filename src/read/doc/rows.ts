/**
 * The definition of a table row ([MS-DOC] 2.6.3): where its cells begin and end, and which are merged. The sprms are
 * applied in turn, for some writers define a row and then insert, delete or merge cells.
 */
import type { Bytes } from './bytes.ts';
import type { Generation } from './fib.ts';
import { eachSprm, SPRM } from './sprm.ts';

export interface RowDefinition {
  /** Edges of the cells in twips, ascending: one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly CellDefinition[];
}

export interface CellDefinition {
  /** Joined to the cell on its left. */
  readonly merged: boolean;
  /** Joined to the cell above, unless it is the first of its kind. */
  readonly vertical: 'none' | 'first' | 'joined';
}

interface MutableCell {
  width: number;
  /** Two bits: in what Word writes 1 opens a merge and 2 continues it; the specification has it the other way round. */
  merge: number;
  vertical: 'none' | 'first' | 'joined';
}

const MAX_CELLS = 64;

/** Null where no sprm defines cells. */
export function rowDefinition(sprms: readonly Bytes[], generation: Generation): RowDefinition | null {
  const row = new Row(generation);
  for (const list of sprms) {
    eachSprm(list, generation, (opcode, at, length, bytes) => row.apply(opcode, bytes.slice(at, length)));
  }
  return row.definition();
}

class Row {
  private readonly generation: Generation;
  private left = 0;
  private halfGap = 0;
  private cells: MutableCell[] = [];

  constructor(generation: Generation) {
    this.generation = generation;
  }

  definition(): RowDefinition | null {
    if (this.cells.length === 0) return null;
    const edges = [this.left];
    for (const cell of this.cells) edges.push((edges.at(-1) as number) + Math.max(1, cell.width));
    return { edges, cells: this.cells.map(({ vertical }, i) => ({ vertical, merged: this.isMerged(i) })) };
  }

  /** In a row of marked cells those are joined to the left that are marked otherwise than the first. */
  private isMerged(index: number): boolean {
    const merge = this.cells[index]?.merge ?? 0;
    let first = index;
    while ((this.cells[first - 1]?.merge ?? 0) !== 0) first--;
    return merge !== 0 && merge !== this.cells[first]?.merge;
  }

  apply(opcode: number, operand: Bytes): void {
    switch (opcode) {
      case SPRM.tableDefinition:
        this.define(operand);
        break;
      case SPRM.tableLeft:
        // The text of the first cell begins there; its edge lies half a gap before.
        this.left = operand.i16(0) - this.halfGap;
        break;
      case SPRM.tableHalfGap:
        this.left += this.halfGap - operand.i16(0);
        this.halfGap = operand.i16(0);
        break;
      case SPRM.tableInsert:
        this.insert(operand.u8(0), operand.u8(1), operand.u16(2));
        break;
      case SPRM.tableDelete:
        this.cells.splice(operand.u8(0), Math.max(0, operand.u8(1) - operand.u8(0)));
        break;
      case SPRM.tableColumnWidth:
        for (const cell of this.range(operand)) cell.width = operand.u16(2);
        break;
      case SPRM.tableMerge:
        this.range(operand).forEach((cell, i) => {
          cell.merge = i === 0 ? 1 : 2;
        });
        break;
      case SPRM.tableSplit:
        for (const cell of this.range(operand)) cell.merge = 0;
        break;
      case SPRM.tableVerticalMerge:
        this.mergeDown(operand);
        break;
    }
  }

  /** The count of cells, their edges, and a TC for each as far as they are given. */
  private define(operand: Bytes): void {
    const n = Math.min(operand.u8(0), MAX_CELLS, Math.max(0, Math.floor((operand.length - 3) / 2)));
    const size = this.generation === 6 ? 10 : 20;
    const firstCell = 1 + 2 * (operand.u8(0) + 1);
    this.left = operand.i16(1);
    this.cells = Array.from({ length: n }, (_, i) => {
      const at = firstCell + size * i;
      const flags = at + 2 <= operand.length ? operand.u16(at) : 0;
      return {
        width: operand.i16(3 + 2 * i) - operand.i16(1 + 2 * i),
        merge: flags & 3,
        vertical: this.generation === 6 || (flags & 0x20) === 0 ? 'none' : (flags & 0x40) !== 0 ? 'first' : 'joined',
      };
    });
  }

  private insert(first: number, count: number, width: number): void {
    // A position behind the last cell asks for the cells in between as well.
    const from = Math.min(first, this.cells.length);
    const missing = Math.max(0, Math.min(first, MAX_CELLS) - this.cells.length);
    const n = Math.min(count + missing, MAX_CELLS - this.cells.length);
    const added = Array.from({ length: n }, (): MutableCell => {
      return { width, merge: 0, vertical: 'none' };
    });
    this.cells.splice(from, 0, ...added);
  }

  private mergeDown(operand: Bytes): void {
    const cell = this.cells[operand.u8(0)];
    const flags = operand.u8(1);
    if (cell) cell.vertical = (flags & 1) === 0 ? 'none' : (flags & 2) !== 0 ? 'first' : 'joined';
  }

  private range(operand: Bytes): MutableCell[] {
    return this.cells.slice(operand.u8(0), operand.u8(1));
  }
}
