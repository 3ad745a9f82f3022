/**
 * Compares the native reader of .doc with LibreOffice over a directory:
 * node scripts/run.mjs scripts/witness-doc.ts <directory> [directory of converted .docx, kept between runs]
 * Dates and file names that LibreOffice would compute anew are printed as the file stores them (stored-fields.ts).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Document } from '../src/document.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { readDoc } from '../src/read/doc/index.ts';
import { readDocx } from '../src/read/docx/index.ts';
import { agreement, differences, gridsOf } from '../src/read/verify.ts';
import { withStoredFields } from './stored-fields.ts';

const BATCH = 20;
const AGREED = 0.995;

const [directory = '.', kept] = process.argv.slice(2);
const converted = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-witness-'));
const names = readdirSync(directory).filter((name) => name.endsWith('.doc'));
const docx = (name: string) => join(converted, name.replace(/\.doc$/, '.docx'));

function convert(): void {
  mkdirSync(converted, { recursive: true });
  const missing = kept && readdirSync(converted).length > 0 ? [] : names;
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH).map((name) => join(converted, name));
    for (const path of batch) writeFileSync(path, withStoredFields(bytes(join(directory, basename(path)))));
    const profile = `-env:UserInstallation=${pathToFileURL(join(converted, '.profile')).href}`;
    const args = [profile, '--headless', '--convert-to', 'docx', '--outdir', converted, ...batch];
    if (spawnSync('soffice', args, { stdio: 'ignore', timeout: 300_000 }).error) throw new Error('soffice failed');
  }
}

const bytes = (path: string) => new Uint8Array(readFileSync(path));
convert();
const patterns = loadPatterns();
const both: { name: string; ours: Document; theirs: Document }[] = [];
let onlyOurs = 0;
for (const name of names) {
  const ours = readDoc(bytes(join(directory, name)), patterns);
  const theirs = existsSync(docx(name)) ? readDocx(bytes(docx(name)), patterns) : null;
  if (ours.value && theirs?.value) both.push({ name, ours: ours.value, theirs: theirs.value });
  else if (ours.value) onlyOurs++;
  else if (theirs?.value) console.log(`${name}: only LibreOffice gives a document; ${ours.notices.at(-1)?.message}`);
}
const agreeing = both.filter(({ ours, theirs }) => agreement(ours, theirs) >= AGREED);
/** Tables with a letter or digit in them: rows that were deleted stay behind in LibreOffice as empty ones. */
const written = (document: Document) => gridsOf(document).filter((cells) => cells.some((cell) => !cell.endsWith(': ')));
const tabular = both.filter(({ ours, theirs }) => gridsOf(ours).length + gridsOf(theirs).length > 0);
const same = tabular.filter(({ ours, theirs }) => JSON.stringify(written(ours)) === JSON.stringify(written(theirs)));
/** Cell texts row by row, wherever a row begins: LibreOffice moves rows to the left edge and fills up the right. */
const texts = (document: Document) => written(document).map(rowsOf);
function rowsOf(cells: readonly string[]): string[] {
  const rows = new Map<string, string>();
  for (const cell of cells) {
    const [row = '', text = ''] = [/^row \d+/.exec(cell)?.[0], cell.slice(cell.indexOf(': ') + 2)];
    rows.set(row, `${rows.get(row) ?? ''}|${text}`);
  }
  return [...rows.values()].map((texts) => texts.replace(/^\|+|\|+$/g, ''));
}
const alike = tabular.filter(({ ours, theirs }) => JSON.stringify(texts(ours)) === JSON.stringify(texts(theirs)));
for (const { name, ours, theirs } of both) {
  const found = differences(ours, theirs, 'LibreOffice').map((each) => `  ${each.message.slice(0, 300)}`);
  const differs = agreement(ours, theirs) < AGREED || found.some((line) => /tables?\b/.test(line));
  if (differs) console.log([`${name}: ${(100 * agreement(ours, theirs)).toFixed(2)} %`, ...found].join('\n'));
}
const percent = (n: number, of: number) => `${n} of ${of} (${((100 * n) / Math.max(1, of)).toFixed(1)} %)`;
console.log(`${names.length} files: ${both.length} read by both, ${onlyOurs} by the native reader only`);
console.log(`letters and digits agree at ${100 * AGREED} % or better: ${percent(agreeing.length, both.length)}`);
console.log(`tables the same, cell for cell: ${percent(same.length, tabular.length)}`);
console.log(`texts of cells the same, row for row: ${percent(alike.length, tabular.length)}`);
