import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Document, pageAt, type Table } from '../../src/document.ts';
import { tagDifferences, taggedTables } from '../../src/read/pdf/tags.ts';
import { readPdf } from '../../src/read/pdf.ts';
import { shared } from '../shared.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const pdfs = [`${shared}/real`, samples]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.pdf'));

async function documentOf(path: string): Promise<Document> {
  const { value } = await readPdf(new Uint8Array(readFileSync(path)));
  if (!value) throw new Error(`${path} does not read`);
  return value;
}

/** The rows of a document's tables page by page, white space left out. */
function rowsByPage(document: Document): Map<number, string[]> {
  const pages = new Map<number, string[]>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    for (const [page, row] of rowsOf(document, block)) pages.set(page, [...(pages.get(page) ?? []), row]);
  }
  return pages;
}

function rowsOf(document: Document, table: Table): [number, string][] {
  const rows = new Map<number, string[]>();
  const pages = new Map<number, number>();
  for (const { row, start, end } of table.cells) {
    rows.set(row, [...(rows.get(row) ?? []), document.text.slice(start, end).replace(/\s/g, '')]);
    pages.set(row, pageAt(document, start));
  }
  return [...rows].map(([row, cells]) => [pages.get(row) as number, cells.join('|')]);
}

const tagged = `${shared}/real/ghzy-2024-final.pdf`;

describe.skipIf(!existsSync(tagged))('a tagged disclosure', () => {
  it('has every cell where its own tags have it', async () => {
    const truth = await taggedTables(new Uint8Array(readFileSync(tagged)));
    const document = await documentOf(tagged);
    const found = rowsByPage(document);
    // One row of the tags holds no cell.
    const expected = truth.map((tables) => tables.flat().filter((row) => row.length > 0));
    expect(expected.map((_, i) => found.get(i + 1) ?? [])).toEqual(
      expected.map((rows) => rows.map((row) => row.join('|'))),
    );
    expect(expected.flat(2)).toHaveLength(1273);
    // A cell that hangs down counts in each of its rows: so many were compared when the grid was first measured.
    const cells = document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
    expect(cells.reduce((sum, cell) => sum + cell.rowSpan, 0)).toBe(1300);
  });

  it('is doubted where its tags tell another row', async () => {
    const bytes = new Uint8Array(readFileSync(tagged));
    const document = await documentOf(tagged);
    expect(await tagDifferences(document, bytes)).toEqual([]);
    const amount = /\d{3}\.\d\d(?=\t)/.exec(document.text) as RegExpExecArray;
    const page = pageAt(document, amount.index);
    const text =
      document.text.slice(0, amount.index) +
      '000.00'.padEnd(amount[0].length) +
      document.text.slice(amount.index + amount[0].length);
    expect(await tagDifferences({ ...document, text }, bytes)).toMatchObject([
      {
        code: 'readings-differ',
        page,
        message: expect.stringMatching(/only in this reading: 1 .*000\.00.*tags of the file: 1 /),
      },
    ]);
  });
});

const installed = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** How often each match occurs. */
function counts(text: string, what: RegExp): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [match] of text.normalize('NFKC').matchAll(what)) found[match] = (found[match] ?? 0) + 1;
  return found;
}

describe.skipIf(!installed || pdfs.length === 0)('the text of a PDF', () => {
  it.each(pdfs)('has the characters and amounts that pdftotext finds: %s', async (path) => {
    const { text } = await documentOf(path);
    const other = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
    for (const what of [/[\p{L}\p{N}\p{P}]/gu, /[0-9][0-9,]*\.[0-9]{2}/g]) {
      expect(counts(text, what)).toEqual(counts(other, what));
    }
  });
});
