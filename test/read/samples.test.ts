import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Sample, TableForm } from '../../scripts/samples/form.ts';
import { SAMPLES } from '../../scripts/samples/index.ts';
import { plain } from '../../scripts/samples/write.ts';
import type { Document, Table } from '../../src/document.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { read } from '../../src/read/index.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const patterns = loadPatterns();
const squeeze = (text: string) => text.replace(/[\s\u00a0]+/g, '');

/** The text at every slot of the grid, in merged slots too, so that a cell one row or column off shows. */
function composed(table: TableForm): string[][] {
  const grid: string[][] = table.rows.map(() => []);
  table.rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (grid[r]?.[column] !== undefined) column++;
      for (let y = r; y < r + (cell.rows ?? 1); y++)
        for (let x = column; x < column + (cell.columns ?? 1); x++)
          (grid[y] as string[])[x] = squeeze(plain(cell.text));
    }
  });
  return grid;
}

function slots(document: Document, table: Table): string[][] {
  const grid: string[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells)
    for (let y = cell.row; y < cell.row + cell.rowSpan; y++)
      for (let x = cell.column; x < cell.column + cell.columnSpan; x++)
        (grid[y] as string[])[x] = squeeze(document.text.slice(cell.start, cell.end));
  return grid;
}

function toLastFilled(grid: string[][]): string[][] {
  const last = grid.findLastIndex((row) => row.some((cell) => cell !== ''));
  return grid.slice(0, last + 1);
}

async function readSample(sample: Sample): Promise<Document> {
  const bytes = new Uint8Array(readFileSync(`${samples}/${sample.name}.${sample.format}`));
  const { value, notices } = await read(bytes, { patterns });
  if (!value) throw new Error(notices[0]?.message);
  return value;
}

const flowing = SAMPLES.filter(({ format }) => format !== 'pdf');

describe.each(flowing.map((sample) => [`${sample.name}.${sample.format}`, sample] as const))('%s', (_, sample) => {
  it('has its tables cell for cell', async () => {
    const document = await readSample(sample);
    const tables = document.blocks.filter((block) => block.kind === 'table');
    const written = sample.blocks.filter((block) => block.kind === 'table');
    // A sheet ends with its last row that is not blank.
    const grids = written.map((table) => (sample.format === 'xlsx' ? toLastFilled(composed(table)) : composed(table)));
    expect(tables.map((table) => slots(document, table))).toEqual(grids);
  });

  it('has its paragraphs in order, with the list numbers', async () => {
    const document = await readSample(sample);
    const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph' && block.role !== 'furniture');
    const found = paragraphs.map((block) =>
      squeeze(
        block.kind === 'paragraph' ? block.lines.map(({ start, end }) => document.text.slice(start, end)).join('') : '',
      ),
    );
    for (const block of sample.blocks) {
      if (block.kind === 'break' || block.kind === 'table' || block.kind === 'contents') continue;
      const wanted = squeeze(plain(block.text));
      if (wanted === '') continue;
      const index = found.findIndex((text) => text.endsWith(wanted));
      expect(index, wanted).toBeGreaterThanOrEqual(0);
      if (block.kind === 'heading' && block.auto) expect(found[index], 'a generated number').not.toBe(wanted);
      found.splice(0, index + 1);
    }
  });
});
