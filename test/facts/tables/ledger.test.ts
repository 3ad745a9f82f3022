import { describe, expect, it } from 'vitest';
import type { Cell, Document, Table } from '../../../src/document.ts';
import { tableFacts } from '../../../src/facts/tables/index.ts';
import { mappings } from '../../../src/facts/tables/mapping.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { documentOf, reportOf } from './build.ts';

const patterns = loadPatterns();

/** A small generator with a seed, so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** Moves, widens and drops cells at random, as broken layouts do. */
function damage(document: Document, next: (below: number) => number): Document {
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph') return block;
    const cells = block.cells.flatMap((cell): Cell[] => {
      const what = next(12);
      if (what === 0) return [{ ...cell, column: Math.max(0, cell.column + next(3) - 1) }];
      if (what === 1) return [{ ...cell, columnSpan: 1 + next(4), rowSpan: 1 + next(3) }];
      if (what === 2) return [{ ...cell, row: Math.max(0, cell.row - 1) }];
      return [cell];
    });
    return { ...block, cells } satisfies Table;
  });
  return { ...document, blocks };
}

/** The places of digits in table cells that the ledger misses or counts twice. */
function faults(document: Document): string[] {
  const { mapped, ignored, unmapped } = tableFacts({ document, sections: [], report: reportOf('final'), patterns });
  const counted = new Map<number, number>();
  for (const { start, end } of [...mapped, ...ignored.map((entry) => entry.span), ...unmapped]) {
    for (let i = start; i < end; i++) counted.set(i, (counted.get(i) ?? 0) + 1);
  }
  const result: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') continue;
    for (const { start, end } of block.cells) {
      for (let i = start; i < end; i++) {
        if (/\d/.test(document.text[i] as string) && counted.get(i) !== 1) result.push(document.text.slice(start, end));
      }
    }
  }
  return result;
}

describe('the ledger of a table', () => {
  for (const { key, examples } of mappings(patterns).kinds) {
    it(`counts every number of ${key} once, also in damaged layouts`, () => {
      for (const example of examples) {
        const document = documentOf([example.title, ...example.lines, { table: example.table }, ...example.after]);
        expect(faults(document)).toEqual([]);
        for (let seed = 1; seed <= 20; seed++)
          expect([seed, faults(damage(document, random(seed)))]).toEqual([seed, []]);
      }
    });
  }
});
