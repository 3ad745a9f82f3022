/**
 * A harvest end to end: the samples multiplied, the forms in a stated mix, through the built program on all cores.
 * npm run build && npm run bench:batch [-- <files>]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../src/batch/entry.ts';
import { entriesOf } from '../src/batch/finish.ts';
import { changed } from './multiply/index.ts';
import { type Sample, sample } from './tree.ts';

const COUNT = Number(process.argv[2] ?? 2000);
const JOBS = availableParallelism();
/** Shares of a harvest, in percent. */
const MIX: Readonly<Record<string, number>> = { '.pdf': 50, '.doc': 15, '.docx': 20, '.html': 10, '.txt': 5 };
const EVERY_MS = 250;

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));

/** Returns how many there are of each form. */
function multiply(): Record<string, number> {
  const samples = readdirSync(join(root, 'samples')).filter((name) => MIX[extname(name)] !== undefined);
  const counts: Record<string, number> = {};
  for (const [form, share] of Object.entries(MIX)) {
    const own = samples.filter((name) => extname(name) === form);
    counts[form] = Math.round((COUNT * share) / 100);
    for (let i = 0; i < (counts[form] as number); i++) {
      const name = own[i % own.length] as string;
      const bytes = changed(name, readFileSync(join(root, 'samples', name)), Math.floor(i / own.length));
      const folder = join(work, 'in', String(i % 100).padStart(2, '0'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${basename(name, form)}-${i}${form}`), bytes);
    }
  }
  return counts;
}

interface Watched {
  readonly code: number | string | null;
  readonly samples: readonly Sample[];
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function watched(child: ChildProcess): Promise<Watched> {
  const began = performance.now();
  const samples: Sample[] = [];
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const timer = setInterval(() => samples.push(sample(child.pid as number, began)), EVERY_MS);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearInterval(timer);
  return { code: code ?? signal, samples, seconds: (performance.now() - began) / 1000, stdout, stderr };
}

function extractAll(): Promise<Watched> {
  const args = [cli, 'extract', join(work, 'in'), '--out', join(work, 'out'), '--jobs', String(JOBS), '--log', 'json'];
  return watched(spawn(process.execPath, args));
}

/** The same PDFs through poppler, as many at a time. */
async function pdftotext(): Promise<number> {
  const began = performance.now();
  const command = `find "$1" -name '*.pdf' -print0 | xargs -0 -P ${JOBS} -n 1 sh -c 'pdftotext -layout "$0" /dev/null'`;
  await once(spawn('sh', ['-c', command, 'sh', join(work, 'in')], { stdio: 'ignore' }), 'close');
  return (performance.now() - began) / 1000;
}

function bytesBelow(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name)).size;
  }
  return sum;
}

const mib = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
const peak = (samples: readonly Sample[]) => samples.reduce((most, { rss }) => Math.max(most, rss), 0);

function when(stderr: string, message: string): number {
  const lines = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { time: number; msg: string });
  const begun = lines[0]?.time ?? 0;
  return ((lines.find(({ msg }) => msg === message)?.time ?? begun) - begun) / 1000;
}

/** Where the processors were busy with it between two moments. */
function busy(samples: readonly Sample[], from: number, to: number): number {
  const within = samples.filter(({ seconds }) => seconds >= from && seconds <= to);
  const [first, last] = [within[0], within.at(-1)];
  return first && last && last.seconds > first.seconds ? (last.cpu - first.cpu) / (last.seconds - first.seconds) : 0;
}

/** The share of the time in which it ran or wanted to, on a machine that others use too. */
function wanting(samples: readonly Sample[], from: number, to: number): number {
  let [sum, time] = [0, 0];
  for (let i = 1; i < samples.length; i++) {
    const [before, after] = [samples[i - 1] as Sample, samples[i] as Sample];
    if (before.seconds < from || after.seconds > to) continue;
    time += after.seconds - before.seconds;
    for (const [pid, value] of after.wanted) sum += value - (before.wanted.get(pid) ?? value);
  }
  return sum / Math.max(0.001, time);
}

const counts = multiply();
console.log(
  `${COUNT} files: ${Object.entries(counts)
    .map(([form, count]) => `${count} ${form.slice(1)}`)
    .join(', ')}; ${JOBS} cores, load before ${loadavg()[0]?.toFixed(1)}`,
);
const run = await extractAll();
const { samples, seconds, stderr, code } = run;
if (code !== 0) throw new Error(`the run ended with ${code}: ${stderr.slice(-2000)}`);
console.log(
  run.stdout
    .split('\n')
    .filter((line) => line.includes(' inputs: '))
    .join('\n'),
);
let pages = 0;
const byForm = new Map<string, number>();
for await (const entry of entriesOf(join(work, 'out')) as AsyncIterable<Entry>) {
  if (entry.status !== 'extracted') continue;
  pages += entry.pages;
  byForm.set(entry.format, (byForm.get(entry.format) ?? 0) + entry.pages);
}
const written = when(stderr, 'writing');
console.log(
  `end to end        ${seconds.toFixed(1)} s: ${(COUNT / seconds).toFixed(2)} files/s, ${(pages / seconds).toFixed(1)} pages/s`,
);
console.log(`first record      ${when(stderr, 'extracted').toFixed(2)} s after the inputs were listed`);
console.log(`extraction        ${written.toFixed(1)} s; dataset ${(seconds - written).toFixed(1)} s`);
console.log(
  `processors        ${((100 * busy(samples, 2, written)) / JOBS).toFixed(0)}% of ${JOBS} cores while extracting, ${((100 * busy(samples, 0, seconds)) / JOBS).toFixed(0)}% over all; ran or waited for one ${((100 * wanting(samples, 2, written)) / JOBS).toFixed(0)}%`,
);
const third = Math.floor(samples.length / 3);
console.log(
  `memory of all     peak ${mib(peak(samples))} MiB; thirds of the run ${[0, 1, 2].map((i) => mib(peak(samples.slice(i * third, (i + 1) * third)))).join(', ')} MiB`,
);
for (const name of ['documents', 'text', '.gongkai/read']) {
  console.log(
    `bytes per file    ${name.padEnd(14)} ${(bytesBelow(join(work, 'out', name)) / COUNT / 1024).toFixed(1)} KiB`,
  );
}
const tables = readdirSync(join(work, 'out')).filter((name) => name.endsWith('.parquet'));
const parquet = tables.reduce((sum, name) => sum + statSync(join(work, 'out', name)).size, 0);
console.log(`bytes per file    ${'Parquet'.padEnd(14)} ${(parquet / COUNT / 1024).toFixed(1)} KiB`);
const again = await extractAll();
console.log(`the same again    ${again.seconds.toFixed(1)} s, peak ${mib(peak(again.samples))} MiB`);
const poppler = await pdftotext();
console.log(
  `pdftotext -layout ${poppler.toFixed(1)} s for the ${counts['.pdf']} PDFs, ${((byForm.get('pdf') ?? 0) / poppler).toFixed(0)} pages/s`,
);
rmSync(work, { recursive: true });
