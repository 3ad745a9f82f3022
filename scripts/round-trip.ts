/**
 * The facts of a DOCX sample from its other forms: node scripts/run.mjs scripts/round-trip.ts [sample…]
 * LibreOffice (soffice) saves each as DOC, RTF, HTML, PDF and TXT; every form must give the facts of the truth, TXT those of
 * the text and of the notes below tables. Exit status 1 where one does not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Comparable, comparables, matchFacts } from '../src/evaluate/match.ts';
import { extract } from '../src/extract.ts';
import { loadPatterns } from '../src/patterns/load.ts';

const FORMS: Readonly<Record<string, string>> = {
  doc: 'doc:MS Word 97',
  rtf: 'rtf',
  html: 'html:HTML',
  pdf: 'pdf',
  txt: 'txt:Text (encoded):UTF8',
};

/** What a form can carry: the page is another in each, and text has no tables, only the notes below them. */
function carried(facts: readonly Comparable[], form: string): Comparable[] {
  const flat = facts.map((fact) => ({ ...fact, page: 1 }));
  if (form !== 'txt') return flat;
  const text = flat.filter((fact) => fact.where === 'narrative' || fact.stated === 'none');
  return text.map((fact) => ({ ...fact, where: 'narrative' }));
}

function truthOf(name: string): Comparable[] {
  const lines = readFileSync(`test/golden/truth/${name}.jsonl`, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => ({ ...JSON.parse(line), quote: null }));
}

function convert(name: string, form: string, folder: string): Uint8Array {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const filter = FORMS[form] as string;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, `samples/${name}.docx`], {
    stdio: 'pipe',
    timeout: 120_000,
  });
  return Uint8Array.from(readFileSync(join(folder, `${name}.${form}`)));
}

const asked = process.argv.slice(2);
const names = readdirSync('samples')
  .filter((file) => file.endsWith('.docx'))
  .map((file) => file.slice(0, -'.docx'.length))
  .filter((name) => asked.length === 0 || asked.includes(name));
const patterns = loadPatterns();
const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
try {
  for (const name of names) {
    for (const form of Object.keys(FORMS)) {
      const { record } = await extract(convert(name, form, folder), { path: name, patterns, version: '0' });
      const truth = carried(truthOf(name), form);
      const found = record ? carried(comparables(record), form) : [];
      const { pairs } = matchFacts(truth, found);
      const same = pairs.length === truth.length && pairs.length === found.length;
      if (!same) process.exitCode = 1;
      console.log(
        `${name}.${form}: ${pairs.length} of ${truth.length} facts, ${found.length - pairs.length} others${same ? '' : '  <<<'}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
