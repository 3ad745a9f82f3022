/**
 * The review site of many records, in a real browser: how long until the overview can be used, until a filter has
 * answered, until a document is there.
 * npm run build && node scripts/run.mjs bench/review.ts [records]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keptReading, ReadingCache } from '../src/batch/cache.ts';
import { extractedOf } from '../src/batch/entry.ts';
import { run } from '../src/commands/program.ts';
import type { DocumentRecord } from '../src/contract.ts';
import { loadDocuments } from '../src/dataset/load.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { buildSite } from '../src/review/build.ts';
import { launch } from '../test/review/chromium.ts';

const COUNT = Number(process.argv[2] ?? 5000);
const OPENED = 30;
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));

/** The records of the samples again and again, each of another body and year, with their texts and readings. */
async function multiply(): Promise<string> {
  const samples = join(work, 'samples');
  const quiet = { stdout: () => undefined, stderr: () => undefined, cwd: root, terminal: false, colours: {} as never };
  await run(['extract', 'samples', '--out', samples, '--jobs', '0', '--no-ocr'], quiet).catch(() => undefined);
  const documents = await loadDocuments(samples);
  const out = join(work, 'out');
  for (const folder of ['documents', 'text']) mkdirSync(join(out, folder), { recursive: true });
  const cache = new ReadingCache(out, 'bench');
  const lines: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    const { record, text } = documents[i % documents.length] as (typeof documents)[number];
    const sha256 = createHash('sha256').update(String(i)).digest('hex');
    const made: DocumentRecord = {
      ...record,
      id: sha256.slice(0, 16),
      source: { ...record.source, sha256, path: `${i}/${record.source.path}` },
      report: {
        ...record.report,
        organisation: `${record.report.organisation}${i % 1700}`,
        fiscalYear: 2015 + (i % 10),
      },
    };
    const reading = await keptReading(samples, record.source.sha256, text);
    if (reading) await cache.put(sha256, { value: reading, notices: [] });
    writeFileSync(join(out, 'documents', `${made.id}.json`), JSON.stringify(made));
    writeFileSync(join(out, 'text', `${made.id}.txt`), text);
    lines.push(`    ${JSON.stringify({ path: made.source.path, status: 'extracted', ...extractedOf(made) })}`);
  }
  writeFileSync(join(out, 'run.json'), `{\n  "inputs": [\n${lines.join(',\n')}\n  ]\n}\n`);
  return out;
}

/** Runs in the page: the time of the first frame in which `selector` is there, from `from` on. */
const SHOWN = `(selector, from) => new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(selector)) requestAnimationFrame(() => resolve(performance.now() - from));
    else requestAnimationFrame(look);
  };
  look();
})`;

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
const ms = (times: readonly number[]) =>
  `${Math.round(median(times))} ms (${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))})`;

async function measure(index: string): Promise<void> {
  const browser = await launch();
  try {
    const overview: number[] = [];
    for (let i = 0; i < 5; i++) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(index);
      // From the beginning of the navigation to a frame with rows and charts.
      overview.push(await page.evaluate<number>(`(${SHOWN})('table.documents tbody th a', 0)`));
      await page.close();
    }
    console.log(`overview usable: ${ms(overview)}`);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(index);
    await page.waitForSelector('table.documents tbody th a');
    const typed = await page.evaluate<number[]>(`(async () => {
      const times = [];
      const input = document.querySelector('input[type=search]');
      for (const text of ['1', '12', '123', '12', '']) {
        const from = performance.now();
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - from);
      }
      return times;
    })()`);
    console.log(`a letter in the search: ${ms(typed)}`);
    const scrolled = await page.evaluate<number[]>(`(async () => {
      const times = [];
      const box = document.querySelector('.rows .wide');
      for (let i = 1; i <= 20; i++) {
        const from = performance.now();
        box.scrollTop = (box.scrollHeight / 20) * i;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - from);
      }
      return times;
    })()`);
    console.log(`a jump in the list: ${ms(scrolled)}`);
    const ids = readdirSync(join(fileURLToPath(index), '../data/documents')).map((name) => name.slice(0, 16));
    const opened: number[] = [];
    for (const id of ids.filter((_, i) => i % Math.ceil(ids.length / OPENED) === 0)) {
      await page.goto(`${index}#/`);
      await page.waitForSelector('table.documents');
      opened.push(
        await page.evaluate<number>(
          `(async () => { const from = performance.now(); location.hash = '#/documents/${id}/text'; return (${SHOWN})('.printed', from); })()`,
        ),
      );
    }
    console.log(`a document open: ${ms(opened)}, ${opened.length} documents`);
  } finally {
    await browser.close();
  }
}

try {
  const out = await multiply();
  const target = join(work, 'site');
  const began = performance.now();
  await buildSite(out, target, { patterns: loadPatterns(), images: null });
  const seconds = (performance.now() - began) / 1000;
  const size = (name: string) => (statSync(join(target, 'data', name)).size / 2 ** 20).toFixed(1);
  console.log(`${COUNT} records, load ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    `built in ${seconds.toFixed(1)} s; overview.js ${size('overview.js')} MiB, names.js ${size('names.js')} MiB`,
  );
  await measure(pathToFileURL(join(target, 'index.html')).href);
} finally {
  rmSync(work, { recursive: true, force: true });
}
