/** Documents and pages per second over the samples, or over the directories given: npm run bench [-- <path>…]. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { findInputs } from '../src/batch/inputs.ts';
import { promisesDocument } from '../src/batch/recognise.ts';
import { extract } from '../src/extract.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { libreOfficeConverter } from '../src/read/libreoffice.ts';
import { VERSION } from '../src/version.ts';

/** The first round compiles the patterns and warms the engine up; it is shown, not counted. */
const ROUNDS = 4;

const args = process.argv.slice(2);
const inputs = (await findInputs(args.length > 0 ? args : ['samples'], process.cwd())).filter(({ place }) =>
  promisesDocument(place.path),
);
const patterns = loadPatterns();
const convertDoc = await libreOfficeConverter();
const files = await Promise.all(inputs.map(async (input) => ({ ...input, bytes: await readFile(input.file) })));

for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  let documents = 0;
  let pages = 0;
  let facts = 0;
  for (const {
    place: { path },
    bytes,
  } of files) {
    const one = performance.now();
    const { record } = await extract(Uint8Array.from(bytes), { path, patterns, convertDoc, version: VERSION });
    if (round === ROUNDS - 1) console.log(`  ${(performance.now() - one).toFixed(0).padStart(6)} ms  ${path}`);
    if (!record) continue;
    documents++;
    pages += record.source.pages;
    facts += record.facts.length;
  }
  const seconds = (performance.now() - start) / 1000;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${round === 0 ? 'cold' : `warm ${round}`}: ${documents} documents, ${pages} pages, ${facts} facts in ${seconds.toFixed(2)} s: ` +
      `${(documents / seconds).toFixed(1)} documents/s, ${(pages / seconds).toFixed(1)} pages/s, peak ${memory} MB`,
  );
}
