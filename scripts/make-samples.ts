/**
 * Writes samples/ and the truth about them in test/golden/truth/: node scripts/run.mjs scripts/make-samples.ts [name…]
 * DOC and PDF need LibreOffice (soffice); their bytes differ from run to run, so name only what is to be written anew.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asDocx } from './samples/docx.ts';
import type { Sample } from './samples/form.ts';
import { SAMPLES } from './samples/index.ts';
import { Pages, pageTexts } from './samples/pages.ts';
import { asHtml, asText, pieces } from './samples/write.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const forms = join(root, 'samples');
const truths = join(root, 'test/golden/truth');

function convert(sample: Sample): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  try {
    const source = join(folder, `${sample.name}.docx`);
    writeFileSync(source, asDocx(sample));
    const filter = sample.format === 'doc' ? 'doc:MS Word 97' : 'pdf';
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, source], {
      stdio: 'pipe',
      timeout: 120_000,
    });
    return readFileSync(join(folder, `${sample.name}.${sample.format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytes(sample: Sample): Uint8Array {
  if (sample.format === 'txt') return Buffer.from(asText(sample), 'utf8');
  if (sample.format === 'html') return Buffer.from(asHtml(sample), 'utf8');
  return sample.format === 'docx' ? asDocx(sample) : convert(sample);
}

async function write(sample: Sample): Promise<number> {
  const content = bytes(sample);
  writeFileSync(join(forms, `${sample.name}.${sample.format}`), content);
  const printed = pieces(sample.blocks);
  // Only a PDF has pages; every other form is one page.
  const pages = new Pages(sample.format === 'pdf' ? await pageTexts(content) : null);
  const facts = printed.flatMap(({ piece, where }) => {
    const page = pages.next(typeof piece === 'string' ? piece : piece.text);
    return typeof piece === 'string' ? [] : piece.facts.map((fact) => ({ ...fact, where, page }));
  });
  const order = (where: string) => (where === 'narrative' ? 'z' : where);
  facts.sort((a, b) => order(a.where).localeCompare(order(b.where)));
  const lines = (list: readonly object[]) => list.map((each) => `${JSON.stringify(each)}\n`).join('');
  writeFileSync(join(truths, `${sample.name}.jsonl`), lines(facts));
  writeFileSync(join(truths, `${sample.name}.report.json`), `${JSON.stringify(sample.report, null, 2)}\n`);
  if (sample.defects.length > 0) {
    const defects = sample.defects.map((defect) => ({ ...defect, page: pages.find(defect.quote), scope: 'number' }));
    writeFileSync(join(truths, `${sample.name}.defects.jsonl`), lines(defects));
  }
  return facts.length;
}

mkdirSync(forms, { recursive: true });
mkdirSync(truths, { recursive: true });
const wanted = process.argv.slice(2);
for (const sample of SAMPLES.filter((each) => wanted.length === 0 || wanted.includes(each.name))) {
  const facts = await write(sample);
  process.stdout.write(`${sample.name}.${sample.format}: ${facts} facts\n`);
}
