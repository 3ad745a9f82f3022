/**
 * Binary .doc per second: this reader, word-extractor and LibreOffice (20 files a call), over the same files in one run.
 * node scripts/run.mjs bench/read/doc.ts <directory> [rounds]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import WordExtractor from 'word-extractor';
import { loadPatterns } from '../../src/patterns/load.ts';
import { readDoc } from '../../src/read/doc/index.ts';

const BATCH = 20;

const [directory = 'samples', rounds = '3'] = process.argv.slice(2);
const names = readdirSync(directory).filter((name) => name.endsWith('.doc'));
const files = names.map((name) => new Uint8Array(readFileSync(join(directory, name))));
const bytes = files.reduce((sum, file) => sum + file.length, 0);
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
const patterns = loadPatterns();

async function timed(name: string, read: () => number | Promise<number>): Promise<number> {
  const start = performance.now();
  const documents = await read();
  const seconds = (performance.now() - start) / 1000;
  const rate = files.length / seconds;
  console.log(
    `${name.padEnd(28)} ${seconds.toFixed(2).padStart(7)} s  ${rate.toFixed(1).padStart(8)} files/s  ${documents} documents`,
  );
  return rate;
}

function native(): number {
  return files.filter((file) => readDoc(file, patterns).value !== null).length;
}

async function extractor(): Promise<number> {
  let documents = 0;
  for (const file of files) {
    const text = await new WordExtractor().extract(Buffer.from(file)).catch(() => null);
    if (text) documents++;
  }
  return documents;
}

function libreOffice(): number {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  try {
    for (let from = 0; from < names.length; from += BATCH) {
      const batch = names.slice(from, from + BATCH).map((name) => resolve(directory, name));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const args = [profile, '--headless', '--convert-to', 'docx', '--outdir', join(folder, 'out'), ...batch];
      if (spawnSync('soffice', args, { stdio: 'ignore' }).error) return 0;
    }
    return readdirSync(join(folder, 'out')).length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rates: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  rates.push(await timed(`native, ${round === 0 ? 'cold' : `round ${round + 1}`}`, native));
  await timed(`word-extractor, ${round === 0 ? 'cold' : `round ${round + 1}`}`, extractor);
}
const batched = await timed(`LibreOffice, ${BATCH} a call`, libreOffice);
rates.push(await timed('native, once more', native));
const median = rates.slice(1).sort((a, b) => a - b)[Math.floor((rates.length - 1) / 2)] as number;
console.log(
  `native: cold ${((rates[0] as number) / batched).toFixed(0)} times, warm ${(median / batched).toFixed(0)} times LibreOffice; ` +
    `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
