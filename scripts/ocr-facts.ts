/** What is left of the facts when a PDF is scanned: node scripts/run.mjs scripts/ocr-facts.ts <file.pdf> */
import { readFileSync } from 'node:fs';
import type { Fact } from '../src/contract.ts';
import { extract } from '../src/extract.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { findOcr, type OcrEngine, recogniserOf } from '../src/read/ocr/engine.ts';
import { pdfOfScans, scansOf } from './scan.ts';

const [file = 'samples/sichuan-2022-final.pdf'] = process.argv.slice(2);
const found = await findOcr(process.env.OCR_ENGINE as OcrEngine | undefined);
if (!found) throw new Error('nothing here recognises text in pictures');
const options = { patterns: loadPatterns(), path: 'a.pdf', version: '0' };
const bytes = readFileSync(file);
const { record: truth } = await extract(new Uint8Array(bytes), options);
if (!truth) throw new Error('the PDF cannot be read');
const numbers = Array.from({ length: truth.source.pages }, (_, i) => i + 1);
const scans = await scansOf(new Uint8Array(bytes), numbers, { dpi: 200, lean: 0.4, grain: 8, quality: 75 });
const { record, notices } = await extract(pdfOfScans(scans), { ...options, ocr: recogniserOf(found) });

/** Without the place in the text, which is another one. */
const keyOf = ({ concept, measure, period, value, source }: Fact) =>
  JSON.stringify([source.kind, concept, measure, period, value]);
const left = new Map<string, number>();
for (const key of truth.facts.map(keyOf)) left.set(key, (left.get(key) ?? 0) + 1);
let right = 0;
for (const fact of record?.facts ?? []) {
  const n = left.get(keyOf(fact)) ?? 0;
  if (n > 0) right++;
  else console.log('wrong or elsewhere', keyOf(fact));
  left.set(keyOf(fact), n - 1);
}
console.log(`facts: ${right} of ${truth.facts.length}; ${(record?.facts.length ?? 0) - right} others`);
console.log(
  'findings',
  record?.findings.map(({ rule, suspect, page }) => `${rule} ${suspect} p${page}`),
);
console.log('notices', notices.map(({ code, page }) => `${code} p${page}`).join(' '));
