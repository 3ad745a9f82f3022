import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfOfScans, type Scan, scansOf } from '../../../scripts/scan.ts';
import { extract } from '../../../src/extract.ts';
import { read } from '../../../src/read/index.ts';
import { findOcr, OCR_ENGINES, type Ocr, recogniserOf } from '../../../src/read/ocr/engine.ts';
import type { Recogniser } from '../../../src/read/ocr/recogniser.ts';
import { findTesseract } from '../../../src/read/ocr/tesseract.ts';
import { readPdf } from '../../../src/read/pdf.ts';
import { tablesOf } from '../../layout/document-text.ts';
import { ofd } from '../ofd/build.ts';
import { documentIn, patterns } from '../shown.ts';

const engines = await Promise.all(OCR_ENGINES.map(async (engine) => ({ engine, found: await findOcr(engine) })));
for (const { engine, found } of engines)
  if (!found) console.warn(`${engine} is not installed: tests of recognition by it are skipped`);
const sample = () => new Uint8Array(readFileSync(new URL('../../../samples/sichuan-2022-final.pdf', import.meta.url)));
const AMOUNT = /\d[\d,]*\.\d+/g;
const amounts = (text: string): string[] => [...(text.match(AMOUNT) ?? [])];

let scan: Scan;
beforeAll(async () => {
  [scan] = (await scansOf(sample(), [6], { dpi: 200, lean: 0.6, grain: 8, quality: 70 })) as [Scan];
}, 120_000);

describe('a scanned page', () => {
  it('is named where nothing can recognise it', async () => {
    const { value, notices } = await readPdf(pdfOfScans([scan]), patterns);
    expect(value?.text.trim()).toBe('');
    expect(value?.pages[0]?.ocr).toBeUndefined();
    expect(notices).toMatchObject([{ code: 'no-text-layer', page: 1 }]);
    const image = await read(scan.jpeg, { patterns });
    expect(image).toMatchObject({ value: null, notices: [{ code: 'no-text-layer', severity: 'error' }] });
  });

  it('that the recogniser fails on is named, and the others are kept', async () => {
    const failing: Recogniser = { name: 'none', recognise: () => Promise.reject(new Error('no result')) };
    const { value, notices } = await readPdf(pdfOfScans([scan]), patterns, { ocr: failing });
    expect(value?.pages).toHaveLength(1);
    expect(notices).toMatchObject([{ code: 'ocr-failed', page: 1 }]);
  }, 120_000);
});

describe.each(engines)('a scanned page, by $engine,', ({ found }) => {
  const recogniser = () => recogniserOf(found as Ocr);
  it.skipIf(!found)(
    'gives its table cell by cell, its amounts, and says so',
    async () => {
      const truth = documentIn(await readPdf(sample(), patterns));
      const page = truth.pages[5] as (typeof truth.pages)[number];
      const { value, notices } = await readPdf(pdfOfScans([scan]), patterns, { ocr: recogniser() });
      const document = value as NonNullable<typeof value>;
      expect(document.pages[0]?.ocr).toBe(true);
      expect(notices).toMatchObject([{ code: 'ocr', page: 1, severity: 'warning' }]);
      const blocks = document.blocks.filter((block) => block.kind === 'table');
      expect(blocks).toMatchObject([{ rows: 33, columns: 6, ruled: true }]);
      const was = amounts(truth.text.slice(page.start, page.end));
      const is = amounts(document.text);
      const known = new Set(was);
      expect(is.filter((each) => !known.has(each))).toEqual([]);
      expect(is.length).toBeGreaterThanOrEqual(was.length - 1);
      expect(tablesOf(document)[0]).toContainEqual(expect.stringMatching(/公共预算财政拨款收入\|1\|476\.20\|/));
    },
    300_000,
  );

  it.skipIf(!found)(
    'gives facts whose findings suspect the extraction',
    async () => {
      const ocr = recogniser();
      const { record, document } = await extract(scan.jpeg, { patterns, ocr, path: 'a.jpg', version: '0' });
      expect(document?.format).toBe('jpeg');
      expect(record?.facts.length).toBeGreaterThan(5);
      expect(record?.notices.filter(({ code }) => code === 'ocr')).toHaveLength(1);
      expect(record?.findings.filter(({ suspect }) => suspect !== 'extraction')).toEqual([]);
    },
    300_000,
  );

  it.skipIf(!found)(
    'of an OFD is recognised as well',
    async () => {
      const resources =
        '<ofd:MultiMedias><ofd:MultiMedia ID="8" Type="Image"><ofd:MediaFile>a.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>';
      const page = '<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="8"/>';
      const bytes = ofd([page], { resources, more: { 'Doc_0/Res/a.jpg': scan.jpeg } });
      const { value, notices } = await read(bytes, { patterns, ocr: recogniser() });
      expect(notices).toMatchObject([{ code: 'ocr', page: 1 }]);
      expect(value?.text).toContain('476.20');
    },
    300_000,
  );
});

describe('a picture that is no page', () => {
  it('of too many pixels is refused before it is decoded', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000fffff000fffff08020000', 'hex');
    const never: Recogniser = { name: 'none', recognise: async () => [] };
    const { value, notices } = await read(new Uint8Array(png), { patterns, ocr: never });
    expect(value).toBeNull();
    expect(notices[0]?.message).toMatch(/pixels/);
  });
});

describe('Tesseract', () => {
  it('that is not on the path is not found', async () => {
    expect(await findTesseract('/nonexistent')).toBeNull();
  });
});

describe.each(engines)('recognition by $engine', ({ found }) => {
  it.skipIf(!found)('is ended when the time is used up', async () => {
    const image = { width: 2000, height: 2000, pixels: new Uint8Array(4_000_000).fill(255) };
    const ocr = recogniserOf(found as Ocr, 1);
    await expect(ocr.recognise([image], 'page')).rejects.toThrow(/no result within/);
    await expect(recogniserOf(found as Ocr, 1000, 0).recognise([image], 'page')).rejects.toThrow(/used up/);
  });
});
