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
import { pageTexts } from './samples/pages.ts';
import { truthFiles } from './samples/truth.ts';
import { asHtml, asText } from './samples/write.ts';
import { asXlsx, printedPages } from './samples/xlsx.ts';

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
  if (sample.format === 'xlsx') return asXlsx(sample);
  return sample.format === 'docx' ? asDocx(sample) : convert(sample);
}

async function write(sample: Sample): Promise<number> {
  const content = bytes(sample);
  writeFileSync(join(forms, `${sample.name}.${sample.format}`), content);
  const pages = sample.format === 'pdf' ? await pageTexts(content) : printedPages(sample);
  const files = truthFiles(sample, pages);
  for (const [name, text] of files) writeFileSync(join(truths, name), text);
  return (files.get(`${sample.name}.jsonl`) as string).split('\n').length - 1;
}

mkdirSync(forms, { recursive: true });
mkdirSync(truths, { recursive: true });
const wanted = process.argv.slice(2);
for (const sample of SAMPLES.filter((each) => wanted.length === 0 || wanted.includes(each.name))) {
  const facts = await write(sample);
  process.stdout.write(`${sample.name}.${sample.format}: ${facts} facts\n`);
}
