/**
 * Workbooks against LibreOffice's CSV export: node scripts/run.mjs scripts/witness-sheets.ts ../shared/corpus/sheet
 * Shown values of all cells as a multiset for each file; prints every file that differs, and how. LibreOffice has Chinese
 * settings and is given the stored results without their formulas (stored-values.ts; “--computed” leaves them in). An
 * error is an error whatever its name; cells of hidden rows, columns and sheets, which notices count, are not looked for.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import * as xlsx from '@e965/xlsx';
import type { Document } from '../src/document.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { read } from '../src/read/index.ts';
import { mirrorRules } from '../src/read/mirror.ts';
import { withStoredValues } from './stored-values.ts';

const patterns = loadPatterns();
const corpus = process.argv[2] ?? '';
const computed = process.argv.includes('--computed');
const names = readdirSync(corpus)
  .filter((name) => /\.xlsx?$/.test(name))
  .sort();
/** All sheets, UTF-8, values as shown. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item></oor:items>`;

/** File number → its sheets as CSV; each file under a number of its own, for the export drops the extension. */
function exported(folder: string): Map<number, string[]> {
  mkdirSync(join(folder, 'in'));
  const files = names.map((name, i) => join(folder, 'in', `f${i}.${name.split('.').at(-1)}`));
  for (const [i, file] of files.entries()) {
    const bytes = readFileSync(join(corpus, names[i] as string));
    writeFileSync(file, computed ? bytes : withStoredValues(bytes));
  }
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), SETTINGS);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', FILTER, '--outdir', join(folder, 'out'), ...files];
  execFileSync('soffice', args, { stdio: 'pipe', timeout: 600_000, maxBuffer: 1 << 28 });
  const sheets = new Map<number, string[]>();
  for (const name of readdirSync(join(folder, 'out'))) {
    const number = Number(/^f(\d+)/.exec(name)?.[1]);
    sheets.set(number, [...(sheets.get(number) ?? []), join(folder, 'out', name)]);
  }
  return sheets;
}

function csvCells(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const found = text.matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
  return Array.from(found, (match) => (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').replace(/\s+/g, ' ').trim());
}

function cellsOf(document: Document): string[] {
  const spans = document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : block.lines));
  return spans.map(({ start, end }) => document.text.slice(start, end).replace(/\s+/g, ' ').trim());
}

/** What the workbook shows in hidden sheets, rows and columns. */
function hiddenCells(bytes: Uint8Array): string[] {
  const book = xlsx.read(bytes, { type: 'array', dense: true, cellStyles: true });
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name] as xlsx.WorkSheet;
    const hidden = Boolean(book.Workbook?.Sheets?.[i]?.Hidden);
    const rows = (sheet['!data'] ?? []) as readonly (readonly (xlsx.CellObject | undefined)[] | undefined)[];
    return rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) => {
        const out = hidden || sheet['!rows']?.[r]?.hidden || sheet['!cols']?.[c]?.hidden;
        return out && cell?.v !== undefined
          ? [
              String(cell.w ?? cell.v)
                .replace(/\s+/g, ' ')
                .trim(),
            ]
          : [];
      }),
    );
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{2,6})?\b/gi;
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const month = (number: number) => `${number}月`;

/**
 * A number whatever sign of currency or grouping its format adds, a date whatever parts it and in whatever language it
 * names its month, truth values as LibreOffice prints them.
 */
function canonical(shown: string): string {
  const cell = shown
    .replace(ENGLISH, (_, name: string) => month(MONTHS.indexOf(name.toLowerCase()) + 1))
    .replace(/[一二三四五六七八九十]{1,2}(?=月)/g, (name) => String(CHINESE.indexOf(name) + 1));
  if (/^(?:Err:\d{3}|#(?:N\/A|[A-Z]{3,5}(?:\/0)?[!?]))$/.test(cell)) return '#';
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(.*)$/.exec(cell);
  if (date) return `${date[1]}/${Number(date[2])}/${Number(date[3])}${date[4]}`;
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
    const bytes = new Uint8Array(readFileSync(join(corpus, name)));
    const { value, notices } = await read(bytes, { patterns });
    const has = (code: string) => notices.some((each) => each.code === code);
    const simple = has('tampered') ? mirrorRules(patterns).simplified : new Map<string, string>();
    const simplified = (cell: string) => Array.from(cell, (c) => simple.get(c) ?? c).join('');
    if (!value) continue;
    const expected = (theirs.get(i) ?? []).flatMap(csvCells).map((cell) => canonical(simplified(cell)));
    if (!expected.some((cell) => cell !== '')) continue;
    const found = cellsOf(value).map(canonical);
    const hidden = has('hidden-content') ? hiddenCells(bytes).map(canonical) : [];
    const missing = surplus(surplus(expected, found), hidden);
    const extra = surplus(found, expected);
    const filled = expected.filter((cell) => cell !== '').length;
    totals.files++;
    totals.cells += filled;
    totals.sameCells += filled - missing.length;
    if (missing.length === 0) totals.same++;
    else {
      const show = (cells: readonly string[]) => JSON.stringify(cells.slice(0, 4)).slice(0, 120);
      const line = `${name}: ${missing.length} of ${filled} missing ${show(missing)}, ${extra.length} more ${show(extra)}`;
      process.stdout.write(`${line}${hidden.length > 0 ? ', hidden parts left out' : ''}\n`);
    }
  }
  process.stdout.write(
    `${totals.same} of ${totals.files} files with every cell; ${totals.sameCells} of ${totals.cells} cells\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
