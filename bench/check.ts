/** Time of the checks alone over the samples, or over the files given: node scripts/run.mjs bench/check.ts [file…]. */
import { readdir, readFile } from 'node:fs/promises';
import process from 'node:process';
import { type CheckInput, check } from '../src/checks/index.ts';
import { extractFacts } from '../src/facts/index.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { read } from '../src/read/index.ts';
import { libreOfficeConverter } from '../src/read/libreoffice.ts';
import { report as readReport, sectionTree } from '../src/sections/index.ts';

/** Rounds over all files that compile the patterns and warm the engine up, as the first files of a batch do. */
const WARM = 20;
const ROUNDS = 40;

const args = process.argv.slice(2);
const samples = (await readdir('samples')).filter((name) => !name.endsWith('.md')).map((name) => `samples/${name}`);
const files = args.length > 0 ? args : samples;
const patterns = loadPatterns();
const convertDoc = await libreOfficeConverter();

const inputs: { readonly file: string; readonly input: CheckInput }[] = [];
for (const file of files) {
  const { value: document } = await read(new Uint8Array(await readFile(file)), { patterns, convertDoc });
  if (!document) continue;
  const tree = sectionTree(document, patterns);
  const { value: report } = readReport(document, tree, patterns);
  const found = extractFacts({ document, tree, report, patterns });
  const input = { document, report, sections: tree.sections, tables: found.tables, facts: found.facts, patterns };
  inputs.push({ file, input });
}
for (let round = 0; round < WARM; round++) for (const { input } of inputs) check(input);

let facts = 0;
let time = 0;
let clock = 0;
for (const { file, input } of inputs) {
  const began = performance.now();
  const start = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) check(input);
  clock += performance.now() - began;
  const { user, system } = process.cpuUsage(start);
  const each = (user + system) / 1000 / ROUNDS;
  console.log(`  ${each.toFixed(2).padStart(7)} ms  ${String(input.facts.length).padStart(5)} facts  ${file}`);
  facts += input.facts.length;
  time += each;
}
const thousands = facts / 1000;
console.log(
  `${inputs.length} documents, ${facts} facts: ${((1000 * inputs.length) / time).toFixed(0)} documents/s, ` +
    `${((2 * time) / thousands).toFixed(1)} ms of processor time per 2,000 facts, ` +
    `${((2 * clock) / ROUNDS / thousands).toFixed(1)} ms by the clock`,
);
