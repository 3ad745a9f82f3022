/**
 * How well amounts are recognised in scans: node scripts/run.mjs scripts/ocr-accuracy.ts <file.pdf> [page…]
 * Pages of a PDF with a text layer are scanned in several qualities; the text layer is the truth.
 */
import { readFileSync } from 'node:fs';
import type { Document } from '../src/document.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { findOcr, type OcrEngine, recogniserOf } from '../src/read/ocr/engine.ts';
import { readPdf } from '../src/read/pdf.ts';
import { type Dirt, pdfOfScans, scansOf } from './scan.ts';

const QUALITIES: Readonly<Record<string, Dirt>> = {
  '300 dpi, clean': { dpi: 300, quality: 90 },
  '200 dpi, 0.4°, grain 8, JPEG 75': { dpi: 200, lean: 0.4, grain: 8, quality: 75 },
  '200 dpi, -1.3°, grain 8, JPEG 60, stamp': { dpi: 200, lean: -1.3, grain: 8, quality: 60, stamp: true },
  '150 dpi, 0.8°, grain 12, JPEG 60': { dpi: 150, lean: 0.8, grain: 12, quality: 60 },
};

const [file = 'samples/sichuan-2022-final.pdf', ...asked] = process.argv.slice(2);
const patterns = loadPatterns();
const found = await findOcr(process.env.OCR_ENGINE as OcrEngine | undefined);
if (!found) throw new Error('nothing here recognises text in pictures');
const bytes = readFileSync(file);
const { value: truth } = await readPdf(bytes.slice(), patterns);
if (!truth) throw new Error('the PDF cannot be read');
const numbers = asked.length > 0 ? asked.map(Number) : truth.pages.map(({ number }) => number);

const AMOUNT = /\d[\d,]*\.\d+/g;
type Counts = Map<string, number>;

function counted(texts: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const total = (counts: Counts) => [...counts.values()].reduce((a, b) => a + b, 0);
const common = (a: Counts, b: Counts) => [...a].reduce((sum, [key, n]) => sum + Math.min(n, b.get(key) ?? 0), 0);

function cellsOn(document: Document, page: { start: number; end: number }): string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells
          .filter(({ start, end }) => start >= page.start && end <= page.end && end > start)
          .map(({ start, end }) => document.text.slice(start, end).replace(/\s/g, ''))
      : [],
  );
}

for (const [name, dirt] of Object.entries(QUALITIES)) {
  const began = performance.now();
  const scans = await scansOf(bytes.slice(), numbers, dirt);
  const { value, notices } = await readPdf(pdfOfScans(scans), patterns, { ocr: recogniserOf(found) });
  if (!value) throw new Error(notices[0]?.message);
  const sums = { amounts: 0, read: 0, right: 0, cells: 0, cellsRight: 0, characters: 0, charactersRight: 0 };
  const wrong: string[] = [];
  numbers.forEach((number, i) => {
    const [was, is] = [truth.pages[number - 1], value.pages[i]];
    if (!was || !is) return;
    const [textWas, textIs] = [truth.text.slice(was.start, was.end), value.text.slice(is.start, is.end)];
    const [amounts, read] = [counted(textWas.match(AMOUNT) ?? []), counted(textIs.match(AMOUNT) ?? [])];
    sums.amounts += total(amounts);
    sums.read += total(read);
    sums.right += common(amounts, read);
    for (const [key, n] of read) if (n > (amounts.get(key) ?? 0)) wrong.push(`${number}:${key}`);
    const [cells, cellsRead] = [counted(cellsOn(truth, was)), counted(cellsOn(value, is))];
    sums.cells += total(cells);
    sums.cellsRight += common(cells, cellsRead);
    const letters = (text: string) => counted(text.match(/[\p{Script=Han}\d]/gu) ?? []);
    sums.characters += total(letters(textWas));
    sums.charactersRight += common(letters(textWas), letters(textIs));
  });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { amounts, read, right, cells, cellsRight, characters, charactersRight } = sums;
  console.log(
    `${name}: amounts ${right} of ${amounts}, ${read - right} wrong; filled cells ${cellsRight} of ${cells}; letters and digits ${charactersRight} of ${characters}; ${seconds} s`,
  );
  console.log(`   wrong: ${wrong.join(' ')}`);
}
