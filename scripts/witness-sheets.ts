/**
 * Workbooks against LibreOffice's CSV export: node scripts/run.mjs scripts/witness-sheets.ts ../shared/corpus/sheet
 * Shown values of all cells as a multiset for each file; prints every file that differs, and how.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Document } from '../src/document.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { read } from '../src/read/index.ts';

const patterns = loadPatterns();
const corpus = process.argv[2] ?? '';
const names = readdirSync(corpus)
  .filter((name) => /\.xlsx?$/.test(name))
  .sort();
/** All sheets, UTF-8, values as shown. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

/** File number → its values; each file under a number of its own, for the export drops the extension. */
function exported(folder: string): Map<number, string[]> {
  mkdirSync(join(folder, 'in'));
  const files = names.map((name, i) => join(folder, 'in', `f${i}.${name.split('.').at(-1)}`));
  for (const [i, file] of files.entries()) writeFileSync(file, readFileSync(join(corpus, names[i] as string)));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', FILTER, '--outdir', join(folder, 'out'), ...files];
  execFileSync('soffice', args, { stdio: 'pipe', timeout: 600_000, maxBuffer: 1 << 28 });
  const values = new Map<number, string[]>();
  for (const name of readdirSync(join(folder, 'out'))) {
    const number = Number(/^f(\d+)/.exec(name)?.[1]);
    const cells = csvCells(readFileSync(join(folder, 'out', name), 'utf8').replace(/^\ufeff/, ''));
    values.set(number, (values.get(number) ?? []).concat(cells));
  }
  return values;
}

function csvCells(text: string): string[] {
  const found = text.matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
  return Array.from(found, (match) => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').replace(/\s+/g, ' ').trim());
}

function cellsOf(document: Document): string[] {
  const spans = document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : block.lines));
  return spans.map(({ start, end }) => document.text.slice(start, end).replace(/\s+/g, ' ').trim());
}

/** A number whatever sign of currency or grouping its format adds, truth values as LibreOffice prints them. */
function canonical(cell: string): string {
  if (/^(?:TRUE|FALSE)$/.test(cell)) return cell === 'TRUE' ? '1' : '0';
  const bare = cell.replace(/^\((.*)\)$/, '-$1').replace(/[$£€¥, ]/g, '');
  return bare !== '' && Number.isFinite(Number(bare)) ? String(Number(Number(bare).toPrecision(9))) : cell;
}

function surplus(of: readonly string[], over: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of over) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return of.filter((cell) => {
    const left = counts.get(cell) ?? 0;
    counts.set(cell, left - 1);
    return cell !== '' && left <= 0;
  });
}

const folder = mkdtempSync(join(tmpdir(), 'witness-'));
try {
  const theirs = exported(folder);
  const totals = { files: 0, same: 0, cells: 0, sameCells: 0 };
  for (const [i, name] of names.entries()) {
    const { value, notices } = await read(new Uint8Array(readFileSync(join(corpus, name))), { patterns });
    const expected = (theirs.get(i) ?? []).map(canonical);
    if (!value || !expected.some((cell) => cell !== '')) continue;
    const found = cellsOf(value).map(canonical);
    const missing = surplus(expected, found);
    const extra = surplus(found, expected);
    const filled = expected.filter((cell) => cell !== '').length;
    totals.files++;
    totals.cells += filled;
    totals.sameCells += filled - missing.length;
    if (missing.length === 0) totals.same++;
    else {
      const hidden = notices.filter(({ code }) => code === 'hidden-content').length;
      const show = (cells: readonly string[]) => JSON.stringify(cells.slice(0, 4)).slice(0, 120);
      const line = `${name}: ${missing.length} of ${filled} missing ${show(missing)}, ${extra.length} more ${show(extra)}`;
      process.stdout.write(`${line}${hidden > 0 ? ', hidden parts left out' : ''}\n`);
    }
  }
  process.stdout.write(
    `${totals.same} of ${totals.files} files with every cell; ${totals.sameCells} of ${totals.cells} cells\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
