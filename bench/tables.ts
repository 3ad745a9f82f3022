/** Cells per second of the table stage alone: node scripts/run.mjs bench/tables.ts [path…]; the samples without a path. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { findInputs } from '../src/batch/inputs.ts';
import type { Report, Section } from '../src/contract.ts';
import type { Document } from '../src/document.ts';
import { tableFacts } from '../src/facts/tables/index.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { read } from '../src/read/index.ts';
import { report as readReport, sectionTree } from '../src/sections/index.ts';

/** The first round compiles the packs and warms the engine up; it is shown, not counted. */
const ROUNDS = 6;
/** One table of so many rows, to show that nothing grows faster than the cells. */
const GROWTH = [1000, 4000, 16_000];

interface Input {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly report: Report;
}

const patterns = loadPatterns();

async function load(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const { file } of await findInputs(paths, process.cwd())) {
    const { value: document } = await read(new Uint8Array(await readFile(file)), { patterns, convertDoc: null });
    if (!document) continue;
    const tree = sectionTree(document, patterns);
    inputs.push({ document, sections: tree.sections, report: readReport(document, tree, patterns).value });
  }
  return inputs;
}

const cellsIn = ({ document }: Input) =>
  document.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.cells.length : 0), 0);

function time(inputs: readonly Input[]): { seconds: number; facts: number } {
  // Time of the processor: what else runs on the machine does not count.
  const start = process.cpuUsage();
  let facts = 0;
  for (const input of inputs) facts += tableFacts({ ...input, patterns }).facts.length;
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, facts };
}

/** The table of a sample with the most rows, its body repeated. */
function grown(input: Input, rows: number): Input {
  const tables = input.document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const [longest] = tables.sort((a, b) => b.rows - a.rows);
  if (!longest) return input;
  const times = Math.ceil(rows / longest.rows);
  const cells = Array.from({ length: times }, (_, i) =>
    longest.cells.map((cell) => ({ ...cell, row: cell.row + i * longest.rows })),
  ).flat();
  const place = input.document.blocks.indexOf(longest);
  const blocks = [...input.document.blocks.slice(0, place), { ...longest, rows: longest.rows * times, cells }];
  return {
    ...input,
    document: { ...input.document, blocks: blocks.filter((b) => b.kind !== 'table' || b.rows >= rows) },
  };
}

const args = process.argv.slice(2);
const inputs = await load(args.length > 0 ? args : ['samples']);
const cells = inputs.reduce((sum, input) => sum + cellsIn(input), 0);
for (let round = 0; round < ROUNDS; round++) {
  const { seconds, facts } = time(inputs);
  const label = round === 0 ? 'cold  ' : `warm ${round}`;
  console.log(
    `${label}: ${inputs.length} documents, ${cells} cells, ${facts} facts in ${(seconds * 1000).toFixed(0)} ms: ${Math.round(cells / seconds).toLocaleString('en')} cells/s`,
  );
}
const [largest] = [...inputs].sort((a, b) => cellsIn(b) - cellsIn(a));
for (const rows of largest ? GROWTH : []) {
  const input = grown(largest as Input, rows);
  const { seconds } = time([input]);
  console.log(
    `${rows} rows: ${cellsIn(input)} cells in ${(seconds * 1000).toFixed(0)} ms: ${Math.round(cellsIn(input) / seconds).toLocaleString('en')} cells/s`,
  );
}
