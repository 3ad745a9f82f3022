import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../src/contract.ts';
import { extract } from '../../src/extract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { PDF_ENGINES, type PdfEngine } from '../../src/read/pdf/options.ts';
import { withEngine } from '../../src/read/pdf/pdfium/library.ts';
import { withPdfium } from '../../src/read/pdf/pdfium/open.ts';
import { readPdf } from '../../src/read/pdf.ts';
import { shared } from '../shared.ts';
import { ownersPdf } from './owners-pdf.ts';
import { clipped, FIRST_OWN, raw, stream, type TinyFile, type TinyPage, text, tinyPdf } from './tiny-pdf.ts';

const patterns = loadPatterns();
const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const pdfs = [`${shared}/real`, samples]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.pdf'));

/** A record without its places on the page, and those places. */
function parted(record: DocumentRecord) {
  const boxes: number[] = [];
  const rest = JSON.stringify(record, (key, value) => {
    if (key !== 'box' || !Array.isArray(value)) return value;
    boxes.push(...value);
    return value.length;
  });
  return { boxes, rest };
}

describe('the two engines', () => {
  it.each(pdfs.map((path) => [basename(path), path]))('give one record: %s', async (_, path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const [a, b] = await Promise.all(
      PDF_ENGINES.map((pdfEngine) => extract(bytes, { path, patterns, version: '0', pdfEngine })),
    );
    if (!a?.record || !b?.record) throw new Error('no record');
    expect(b.text).toBe(a.text);
    const [one, other] = [parted(a.record), parted(b.record)];
    expect(other.rest).toBe(one.rest);
    // PDFium counts with 32 bits.
    const apart = one.boxes.map((value, i) => Math.abs(value - (other.boxes[i] as number)));
    expect(Math.max(...apart)).toBeLessThan(0.021);
  });
});

describe.each(PDF_ENGINES)('with %s', (pdfEngine: PdfEngine) => {
  const shown = async (bytes: Uint8Array) => {
    const { value, notices } = await readPdf(bytes, patterns, { pdfEngine });
    const { text, pages, runs } = value ?? {};
    return { lines: text?.trim().split('\n'), codes: notices.map(({ code }) => code), pages, runs };
  };
  const read = (page: TinyPage, file: TinyFile = {}) => shown(tinyPdf([page], file));
  const words = (...content: string[]) => content.map((line, i) => text(60, 64 + 30 * i, line));

  it('what a mark would put in the place of printed text is not read', async () => {
    const marked = (inner: string) => raw(`/Span << /ActualText <FEFF0039> >> BDC ${inner} EMC`);
    const { lines } = await read({ content: [marked(text(60, 64, '1.50')(300)), marked(text(60, 94, '支出')(300))] });
    expect(lines).toEqual(['1.50', '支出']);
  });

  it('spaces that are repeated are all there', async () => {
    const content = [text(60, 64, '收   入'), text(60, 94, '第一部分  '), text(110, 94, '2022')];
    expect((await read({ content })).lines).toEqual(['收   入', '第一部分  2022']);
  });

  it('a hyphen at the end of a line stays one', async () => {
    expect((await read({ content: words('a-', 'b', '-', '-') })).lines?.join('')).toBe('a-b--');
  });

  it('a digit is not lost beside the same one', async () => {
    const content = [text(60, 64, '1'), text(65, 64, '1'), text(70, 64, '1'), text(75, 64, '.50')];
    expect((await read({ content })).lines).toEqual(['111.50']);
  });

  it('a word of which a hidden copy lies under it is read', async () => {
    const content = [clipped(0, 0, 10, 10, [text(60, 64, '总计')]), text(60, 64, '总计')];
    expect(await read({ content })).toMatchObject({ lines: ['总计'], codes: ['clipped-text-dropped'] });
  });

  it('text that is drawn with neither fill nor stroke is read', async () => {
    expect((await read({ content: [raw('3 Tr'), ...words('收入')] })).lines).toEqual(['收入']);
  });

  it('text inside forms is read where they stand, and cut where they end', async () => {
    const form = (body: string, entries: string) => stream(`/Type /XObject /Subtype /Form ${entries}`, body);
    const fonts = '/Resources << /Font << /Han 3 0 R >> >>';
    const line = (x: number, y: number, words: string) => text(x, y, words)(100);
    const objects = [form(`${line(10, 20, '收入')} ${line(10, 90, '支出')}`, `/BBox [0 50 100 100] ${fonts}`)];
    const page = {
      content: [raw('q 1 0 0 1 100 100 cm /Inner Do Q')],
      resources: `/XObject << /Inner ${FIRST_OWN} 0 R >>`,
    };
    expect(await read(page, { objects })).toMatchObject({ lines: ['收入'], codes: ['clipped-text-dropped'] });
  });

  it('text of a stamp is read', async () => {
    const look = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /Han 3 0 R >> >>',
      text(2, 14, '作废')(20),
    );
    const stamp = `<< /Type /Annot /Subtype /Stamp /Rect [60 200 160 220] /F 4 /AP << /N ${FIRST_OWN} 0 R >> >>`;
    const page = { content: words('收入'), entries: `/Annots [${FIRST_OWN + 1} 0 R]` };
    expect((await read(page, { objects: [look, stamp] })).lines).toEqual(['收入', '作废']);
  });

  it.each([
    ['that is off', '/OFF [7 0 R]', ['收入']],
    ['that is on', '/OFF []', ['收入', '支出']],
  ])('a layer %s', async (_, off, expected) => {
    const layer = '<< /Type /OCG /Name (layer) >>';
    const catalog = `/OCProperties << /OCGs [${FIRST_OWN} 0 R] /D << ${off} >> >>`;
    const [shown, layered] = words('收入', '支出') as [(height: number) => string, (height: number) => string];
    const page = {
      content: [shown, raw(`/OC /Layer BDC ${layered(300)} EMC`)],
      resources: `/Properties << /Layer ${FIRST_OWN} 0 R >>`,
    };
    expect((await read(page, { catalog, objects: [layer] })).lines).toEqual(expected);
  });

  it('characters of a font that procedures draw have the names of these', async () => {
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] ' +
      `/CharProcs << /one ${FIRST_OWN + 1} 0 R /nine ${FIRST_OWN + 1} 0 R >> /Resources << >> ` +
      '/Encoding << /Differences [65 /one /nine] >> /FirstChar 65 /LastChar 66 /Widths [700 700] >>';
    const objects = [font, stream('', '700 0 0 0 700 700 d1 0 0 700 700 re f')];
    const page = { content: [raw('BT /Drawn 10 Tf 60 200 Td (AB) Tj ET')], fonts: `/Drawn ${FIRST_OWN} 0 R` };
    expect((await read(page, { objects })).lines).toEqual(['19']);
  });

  it('text that runs down has its glyphs below each other', async () => {
    const font = '<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UCS2-V /DescendantFonts [5 0 R] >>';
    const page = {
      content: [raw('BT /Down 10 Tf 60 200 Td <65365165> Tj ET')],
      fonts: `/Down ${FIRST_OWN} 0 R`,
    };
    const { lines, runs } = await read(page, { objects: [font] });
    expect(lines).toEqual(['收', '入']);
    expect(runs?.map(({ box }) => box.map(Math.round))).toEqual([
      [55, 100, 65, 110],
      [55, 110, 65, 120],
    ]);
  });

  it('a file that only its owner may change is read', async () => {
    const { lines, codes } = await shown(ownersPdf('12.50'));
    expect({ lines, codes }).toEqual({ lines: ['12.50'], codes: [] });
  });

  it('a page counts from the corner of its crop box', async () => {
    const { lines, pages } = await read({ content: words('收入'), entries: '/CropBox [50 0 300 260]' });
    expect(lines).toEqual(['收入']);
    expect(pages).toMatchObject([{ width: 250, height: 260 }]);
  });
});

describe('reading with both engines', () => {
  const doubtsOf = async (content: TinyPage['content'], fonts = '', objects: string[] = []) => {
    const bytes = tinyPdf([{ content, fonts }], { objects });
    const readings = PDF_ENGINES.map((pdfEngine) => readPdf(bytes, patterns, { pdfEngine, verifyPdf: true }));
    return (await Promise.all(readings)).map(({ notices }) =>
      notices.map(({ code, message }) => `${code}: ${message}`),
    );
  };

  it('says nothing where they agree', async () => {
    expect(await doubtsOf([text(60, 64, '收入12.50')])).toEqual([[], []]);
  });

  it('names the characters and numbers in which they differ', async () => {
    // Only PDFium has the ornaments of this font.
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>';
    const content = [text(60, 64, '收入12.50'), raw('BT /Signs 10 Tf 60 200 Td (7) Tj ET')];
    const [ours, theirs] = await doubtsOf(content, `/Signs ${FIRST_OWN} 0 R`, [font]);
    expect(ours).toEqual([
      'readings-differ: letters and digits only in this reading: none; only in that of pdf-parse: 1 (7)',
      'readings-differ: numbers only in this reading: none; only in that of pdf-parse: 1 (7)',
    ]);
    expect(theirs?.[1]).toContain('numbers only in this reading: 1 (7); only in that of pdfium: none');
  });
});

describe('PDFium', () => {
  it('takes no more memory for many documents than for few', async () => {
    const bytes = new Uint8Array(readFileSync(`${samples}/yunnan-2022-final.pdf`));
    const sizes: number[] = [];
    for (let i = 0; i < 60; i++) {
      await withPdfium(bytes, async (file) => {
        for (let number = 1; number <= file.pages; number++) await file.page(number);
      });
      sizes.push((await withEngine(async ({ size }) => size)) ?? 0);
    }
    expect(sizes.at(-1)).toBe(sizes[9]);
  });
});
