/**
 * Reads seeded mutants of binary .doc files: node scripts/run.mjs scripts/fuzz-doc.ts <directory> [mutants] [seed].
 * Ends with exit code 1 where one throws, takes over a second or gives neither a document nor an error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { loadPatterns } from '../src/patterns/load.ts';
import { readDoc } from '../src/read/doc/index.ts';
import { mutant } from '../test/read/doc/mutate.ts';

const FILES = 20;
const LIMIT_MS = 1000;
const MAX_BYTES = 200_000;

const [directory = '.', wanted = '5000', from = '1'] = process.argv.slice(2);
const names = readdirSync(directory).filter((name) => name.endsWith('.doc'));
const all = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(directory, name))) }));
const small = all.filter(({ bytes }) => bytes.length <= MAX_BYTES);
// Spread over the directory, so that the files differ.
const files = Array.from({ length: Math.min(FILES, small.length) }, (_, i) =>
  small.at(Math.floor((i * small.length) / FILES)),
).filter((file) => file !== undefined);

const patterns = loadPatterns();
const counts = { documents: 0, failures: 0, damaged: 0 };
let slowest = 0;
const faults: string[] = [];
const began = performance.now();
for (let i = 0; i < Number(wanted); i++) {
  const file = files[i % files.length] as (typeof files)[number];
  const seed = Number(from) + i;
  const bytes = mutant(file.bytes, seed);
  const start = performance.now();
  try {
    const { value, notices } = readDoc(bytes, patterns);
    if (value) counts.documents++;
    else counts.failures++;
    if (notices.some((each) => each.code === 'corrupt')) counts.damaged++;
    if (!value && !notices.some((each) => each.severity === 'error')) faults.push(`${file.name} ${seed}: no error`);
  } catch (error) {
    faults.push(`${file.name} ${seed}: ${(error as Error).stack}`);
  }
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > LIMIT_MS) faults.push(`${file.name} ${seed}: ${took.toFixed(0)} ms`);
}
const seconds = (performance.now() - began) / 1000;
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${wanted} mutants of ${files.length} files in ${seconds.toFixed(1)} s: ${counts.documents} documents, ` +
    `${counts.failures} named failures, ${counts.damaged} said to be damaged, slowest ${slowest.toFixed(0)} ms, peak ${memory} MB`,
);
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;
