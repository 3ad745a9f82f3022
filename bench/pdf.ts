/**
 * PDF by every road, in one process and warm: npm run build && npm run bench:pdf [-- <path>…]
 * Rounds take turns and the best of each counts, so that what others do on the machine falls on all alike.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findInputs } from '../src/batch/inputs.ts';

const ROUNDS = 8;
/** Rounds of one road alone, for its memory. */
const ALONE = 30;
const MEMORY = '--memory';

/** The built program: what turns TypeScript into modules on the way would be measured too. */
const built = <Module>(path: string): Promise<Module> =>
  import(/* @vite-ignore */ new URL(`../dist/${path}.js`, import.meta.url).href);
const { extract } = await built<typeof import('../src/extract.ts')>('extract');
const { loadPatterns } = await built<typeof import('../src/patterns/load.ts')>('patterns/load');
const { readPdf } = await built<typeof import('../src/read/pdf.ts')>('read/pdf');
const { withPdfium } = await built<typeof import('../src/read/pdf/pdfium/open.ts')>('read/pdf/pdfium/open');
const { layOut } = await built<typeof import('../src/layout/index.ts')>('layout/index');
const { report: readReport, sectionTree } = await built<typeof import('../src/sections/index.ts')>('sections/index');
const { extractFacts } = await built<typeof import('../src/facts/index.ts')>('facts/index');
const { check } = await built<typeof import('../src/checks/index.ts')>('checks/index');

const patterns = loadPatterns();
const [option, ...named] = process.argv.slice(2);
const paths = option === MEMORY ? named : process.argv.slice(2);
const inputs = await findInputs(paths.length > 0 ? paths : ['samples', '../shared/real'], process.cwd());
const files = inputs
  .filter(({ place }) => place.path.endsWith('.pdf'))
  .map(({ file }) => ({ file: String(file), bytes: new Uint8Array(readFileSync(file)) }));

type Engine = 'pdfium' | 'pdf-parse';
const options = (path: string, pdfEngine: Engine) => ({ path, patterns, version: '0', pdfEngine });

async function document(bytes: Uint8Array): Promise<number> {
  const { value } = await readPdf(bytes, patterns, { pdfEngine: 'pdfium' });
  return value?.pages.length ?? 0;
}

async function record(bytes: Uint8Array, engine: Engine): Promise<number> {
  const { record } = await extract(bytes, options('a.pdf', engine));
  return record?.source.pages ?? 0;
}

function tool(name: string, args: readonly string[], file: string): number {
  execFileSync(name, [...args.map((arg) => (arg === 'FILE' ? file : arg))], {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });
  return 0;
}

const installed = (name: string) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;

interface Road {
  readonly name: string;
  run(bytes: Uint8Array, file: string): number | Promise<number>;
}

const roads: Road[] = [
  { name: '(a) PDFium to document', run: document },
  { name: '(b) PDFium to record', run: (bytes) => record(bytes, 'pdfium') },
  { name: '(c) pdf-parse to record', run: (bytes) => record(bytes, 'pdf-parse') },
];
if (installed('pdftotext')) {
  roads.push({ name: '(d) pdftotext -layout', run: (_, file) => tool('pdftotext', ['-layout', 'FILE', '-'], file) });
  roads.push({ name: '    its start alone', run: () => tool('pdftotext', ['-v'], '') });
}
if (installed('mutool')) {
  const args = ['draw', '-F', 'stext.json', '-o', '-', 'FILE'];
  roads.push({ name: '(e) mutool stext.json', run: (_, file) => tool('mutool', args, file) });
}

async function once({ run }: Road): Promise<{ seconds: number; pages: number }> {
  const start = performance.now();
  let pages = 0;
  for (const { bytes, file } of files) pages += await run(bytes, file);
  return { seconds: (performance.now() - start) / 1000, pages };
}

/** Seconds that each stage takes, in the order of the stages. */
async function stages(): Promise<Map<string, number>> {
  const spent = new Map<string, number>();
  let since = performance.now();
  const done = (stage: string) => {
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - since);
    since = performance.now();
  };
  for (const { bytes } of files) {
    since = performance.now();
    const pages = await withPdfium(bytes, async (file) => {
      const all = [];
      for (let number = 1; number <= file.pages; number++) all.push(await file.page(number));
      return all;
    });
    done('glyphs and rules');
    const { value } = layOut(pages ?? [], patterns);
    done('layout');
    const tree = sectionTree(value, patterns);
    const { value: report } = readReport(value, tree, patterns);
    done('sections and report');
    const { facts, tables } = extractFacts({ document: value, tree, report, patterns });
    done('facts');
    check({ document: value, report, sections: tree.sections, tables, facts, patterns, altered: false });
    done('checks');
  }
  return spent;
}

/** Peak memory of a process that does nothing but records with PDFium. */
async function memory(): Promise<void> {
  for (let round = 0; round < ALONE; round++) for (const { bytes } of files) await record(bytes, 'pdfium');
  console.log(Math.round(process.resourceUsage().maxRSS / 1024));
}

async function main(): Promise<void> {
  const best = new Map<Road, number>();
  let pages = 0;
  let shares = new Map<string, number>();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const road of roads) {
      const { seconds, pages: read } = await once(road);
      pages = Math.max(pages, read);
      // The first round warms up.
      if (round > 0) best.set(road, Math.min(best.get(road) ?? Number.POSITIVE_INFINITY, seconds));
    }
    const spent = await stages();
    const sum = [...spent.values()].reduce((a, b) => a + b);
    if (round > 0 && sum < least) [least, shares] = [sum, spent];
  }
  console.log(`${files.length} files, ${pages} pages, best of ${ROUNDS} rounds`);
  for (const [{ name }, seconds] of best)
    console.log(
      `${name.padEnd(26)} ${(seconds * 1000).toFixed(0).padStart(6)} ms ${(pages / seconds).toFixed(0).padStart(6)} pages/s`,
    );
  for (const [stage, spent] of shares)
    console.log(
      `${stage.padEnd(26)} ${spent.toFixed(0).padStart(6)} ms ${((100 * spent) / least).toFixed(0).padStart(5)} %`,
    );
  const run = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
  const own = fileURLToPath(import.meta.url);
  const alone = spawnSync(process.execPath, [run, own, MEMORY, ...paths], { encoding: 'utf8' });
  console.log(`(b) alone, ${ALONE} rounds: peak ${alone.stdout.trim()} MB`);
}

await (option === MEMORY ? memory() : main());
