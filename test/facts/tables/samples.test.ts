/** Every number in a table of a real file is a fact, an unmapped mention or named as no value. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document.ts';
import { type TableFacts, tableFacts } from '../../../src/facts/tables/index.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { read } from '../../../src/read/index.ts';
import { report as readReport, sectionTree } from '../../../src/sections/index.ts';

const patterns = loadPatterns();
const folders = ['../../../samples/', '../../../../shared/real/']
  .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
  .filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:pdf|docx|doc|html|txt)$/.test(name))
    .map((name) => ({ name, path: `${folder}${name}` })),
);

async function tablesOf(path: string): Promise<{ document: Document; found: TableFacts } | null> {
  const { value: document } = await read(new Uint8Array(readFileSync(path)), { patterns, convertDoc: null });
  if (!document) return null;
  const tree = sectionTree(document, patterns);
  const { value: report } = readReport(document, tree, patterns);
  return { document, found: tableFacts({ document, sections: tree.sections, report, patterns }) };
}

/** The cells with a digit that is accounted for not at all, or twice. */
function faults({ text, blocks }: Document, found: TableFacts): string[] {
  const times = new Uint8Array(text.length);
  for (const { start, end } of [...found.mapped, ...found.ignored.map(({ span }) => span), ...found.unmapped])
    for (let i = start; i < end; i++) times[i] = (times[i] as number) + 1;
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  const wrong = (i: number) => /\d/.test(text[i] as string) && times[i] !== 1;
  return cells
    .filter(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i).some(wrong))
    .map(({ start, end }) => text.slice(start, end));
}

describe('numbers in tables', () => {
  it.each(files)('of $name are each accounted for once', async ({ path }) => {
    const read = await tablesOf(path);
    expect(read && faults(read.document, read.found)).toEqual([]);
  });
});
