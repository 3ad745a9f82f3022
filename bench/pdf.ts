/**
 * PDF by every road, in one process and warm: npm run build && npm run bench:pdf [-- <path>…]
 * Rounds take turns, and the best time of each file counts: what others do on the machine falls on all alike.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { findInputs } from '../src/batch/inputs.ts';

const ROUNDS = 10;
/** Rounds of one road alone, for its memory. */
const ALONE = 30;

/** The built program: what turns TypeScript into modules on the way would be measured too. */
const dist = (path: string) => new URL(`../dist/${path}.js`, import.meta.url).href;
const built = <Module>(path: string): Promise<Module> => import(/* @vite-ignore */ dist(path));
const { extract } = await built<typeof import('../src/extract.ts')>('extract');
const { loadPatterns } = await built<typeof import('../src/patterns/load.ts')>('patterns/load');
const { readPdf } = await built<typeof import('../src/read/pdf.ts')>('read/pdf');
const { withPdfium } = await built<typeof import('../src/read/pdf/pdfium/open.ts')>('read/pdf/pdfium/open');
const { layOut } = await built<typeof import('../src/layout/index.ts')>('layout/index');
const { report: readReport, sectionTree } = await built<typeof import('../src/sections/index.ts')>('sections/index');
const { extractFacts } = await built<typeof import('../src/facts/index.ts')>('facts/index');
const { heapFlags } = await built<typeof import('../src/batch/pool.ts')>('batch/pool');
const { DEFAULT_LIMITS } = await built<typeof import('../src/batch/run.ts')>('batch/run');
const { check } = await built<typeof import('../src/checks/index.ts')>('checks/index');

const patterns = loadPatterns();
const paths = process.argv.slice(2);
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

/** The best time of each thing measured, by file. */
class Best {
  private readonly times = new Map<string, number[]>();

  note(what: string, file: number, since: number): void {
    const times = this.times.get(what) ?? [];
    times[file] = Math.min(times[file] ?? Number.POSITIVE_INFINITY, performance.now() - since);
    this.times.set(what, times);
  }

  /** Milliseconds for all files, in the order in which they were first noted. */
  sums(): [string, number][] {
    return [...this.times].map(([what, times]) => [what, times.reduce((a, b) => a + b)]);
  }
}

/** One record, stage by stage. */
async function stages(bytes: Uint8Array, file: number, best: Best): Promise<void> {
  let since = performance.now();
  const done = (stage: string) => {
    best.note(stage, file, since);
    since = performance.now();
  };
  const pages = await withPdfium(bytes, async (pdf) => {
    const all = [];
    for (let number = 1; number <= pdf.pages; number++) all.push(await pdf.page(number));
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

/** Peak memory of a process that does nothing but records with PDFium, without what runs this file. */
function peakAlone(): string {
  const program = `
    import { readFileSync } from 'node:fs';
    import { extract } from ${JSON.stringify(dist('extract'))};
    import { loadPatterns } from ${JSON.stringify(dist('patterns/load'))};
    const patterns = loadPatterns();
    const files = process.argv.slice(1).map((file) => new Uint8Array(readFileSync(file)));
    const options = { path: 'a.pdf', patterns, version: '0', pdfEngine: 'pdfium' };
    for (let round = 0; round < ${ALONE}; round++) for (const bytes of files) await extract(bytes, options);
    console.log(Math.round(process.resourceUsage().maxRSS / 1024));`;
  const args = [...heapFlags(DEFAULT_LIMITS), '--input-type=module', '-e', program, ...files.map(({ file }) => file)];
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim();
}

async function main(): Promise<void> {
  const [ways, parts] = [new Best(), new Best()];
  let pages = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    // The first round warms up.
    const [all, own] = round === 0 ? [new Best(), new Best()] : [ways, parts];
    for (const [i, { file, bytes }] of files.entries()) {
      for (const { name, run } of roads) {
        const since = performance.now();
        const read = await run(bytes, file);
        all.note(name, i, since);
        if (round === 0 && name === roads[0]?.name) pages += read;
      }
      await stages(bytes, i, own);
    }
  }
  console.log(`${files.length} files, ${pages} pages, best of ${ROUNDS} rounds for each file`);
  for (const [name, ms] of ways.sums())
    console.log(
      `${name.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms ${((1000 * pages) / ms).toFixed(0).padStart(6)} pages/s`,
    );
  const shares = parts.sums();
  const whole = shares.reduce((sum, [, ms]) => sum + ms, 0);
  for (const [stage, ms] of shares)
    console.log(`${stage.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms ${((100 * ms) / whole).toFixed(0).padStart(5)} %`);
  console.log(`(b) alone, ${ALONE} rounds, with the heap of a child of a batch: peak ${peakAlone()} MB`);
}

await main();
