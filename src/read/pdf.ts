/** PDF → document: the pages are read one after the other, then laid out together. */
import type { Document, Notice, Result } from '../document.ts';
import { layOut } from '../layout/index.ts';
import type { PageMarks } from '../layout/marks.ts';
import { loadPatterns, type Patterns } from '../patterns/load.ts';
import { WORKING } from './ocr/picture.ts';
import type { Recogniser } from './ocr/recogniser.ts';
import { mayHideLayers } from './pdf/layers.ts';
import { withPdf, withPictures } from './pdf/open.ts';
import { DEFAULT_ENGINE, type PdfEngine, type PdfOptions } from './pdf/options.ts';
import type { PdfFile, PdfPage } from './pdf/page.ts';
import { withPdfium } from './pdf/pdfium/open.ts';
import { tagDifferences } from './pdf/tags.ts';
import { recognised, unrecognised } from './recognition.ts';
import { hasLostText, lostText } from './scan.ts';
import { differences } from './verify.ts';

function pageNotices(page: PdfPage): Notice[] {
  const notices: Notice[] = [];
  if (page.hidden > 0) {
    const message = `${page.hidden} characters that clipping or a hidden layer keeps from the eye were left out`;
    notices.push({ code: 'clipped-text-dropped', severity: 'info', page: page.number, message });
  }
  return notices;
}

/** More than any disclosure has; a damaged file may claim a thousand million. */
const MOST_PAGES = 10_000;

const corrupt = (page: number | null, severity: 'error' | 'warning', error: unknown): Notice => ({
  code: 'corrupt',
  severity,
  page,
  message: `${page === null ? 'the PDF cannot be opened' : 'the page cannot be read'}: ${error instanceof Error ? error.message : String(error)}`,
});

interface Pages {
  readonly pages: PageMarks[];
  /** Those that are pictures. */
  readonly lost: PdfPage[];
  readonly notices: Notice[];
}

async function readPages(file: PdfFile): Promise<Pages> {
  const pages: PageMarks[] = [];
  const lost: PdfPage[] = [];
  const notices: Notice[] = [];
  for (let number = 1; number <= Math.min(file.pages, MOST_PAGES); number++) {
    try {
      const page = await file.page(number);
      notices.push(...pageNotices(page));
      if (hasLostText(page)) lost.push(page);
      pages.push(page);
    } catch (error) {
      notices.push(corrupt(number, 'warning', error));
      pages.push({ width: 0, height: 0, glyphs: [], rules: [] });
    }
  }
  if (file.pages > MOST_PAGES) {
    notices.push(corrupt(MOST_PAGES + 1, 'warning', new Error(`only the first ${MOST_PAGES} pages are read`)));
  }
  return { pages, lost, notices };
}

/** What PDFium cannot read, or might read more of than is shown, the other engine reads. */
async function pagesOf(bytes: Uint8Array, engine: PdfEngine): Promise<Pages> {
  const read = engine === 'pdfium' && !mayHideLayers(bytes) ? await withPdfium(bytes, readPages) : null;
  return read ?? withPdf(bytes, readPages);
}

/** Puts what is recognised in the place of pages that are pictures. */
async function recognisePictures(bytes: Uint8Array, pages: PageMarks[], lost: readonly PdfPage[], ocr: Recogniser) {
  const notices: Notice[] = [];
  const done = new Set<number>();
  try {
    await withPictures(bytes, lost, WORKING, async (number, png) => {
      done.add(number);
      const size = pages[number - 1] as PageMarks;
      const marks = await recognised(png, size, number, ocr, notices);
      if (marks) pages[number - 1] = marks;
    });
  } catch (error) {
    for (const { number } of lost) if (!done.has(number)) notices.push(unrecognised(number, error));
  }
  return notices;
}

async function readWith(
  engine: PdfEngine,
  bytes: Uint8Array,
  patterns: Patterns,
  ocr: Recogniser | null,
): Promise<Result<Document | null>> {
  try {
    const { pages, lost, notices } = await pagesOf(bytes, engine);
    if (ocr && lost.length > 0) notices.push(...(await recognisePictures(bytes, pages, lost, ocr)));
    else for (const { number } of lost) notices.push(lostText(number));
    const { value, notices: more } = layOut(pages, patterns);
    if (notices.length === 0 && value.text.trim() === '') {
      notices.push({ code: 'empty', severity: 'warning', page: null, message: 'no page has any text' });
    }
    return { value, notices: [...notices, ...more] };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      const message = 'the PDF opens only with a password';
      return { value: null, notices: [{ code: 'encrypted', severity: 'error', page: null, message }] };
    }
    return { value: null, notices: [corrupt(null, 'error', error)] };
  }
}

/** What another engine reads otherwise, or the tags of the file tell. Recognised text is no engine's. */
async function doubts(reading: Result<Document | null>, engine: PdfEngine, bytes: Uint8Array, patterns: Patterns) {
  const other: PdfEngine = engine === 'pdfium' ? 'pdf-parse' : 'pdfium';
  const { value: witness } = await readWith(other, bytes, patterns, null);
  const recognised = reading.value?.pages.some((page) => page.ocr);
  const { value } = recognised ? await readWith(engine, bytes, patterns, null) : reading;
  const differing = value && witness ? differences(value, witness, other) : [];
  const tags = value ? await tagDifferences(value, bytes).catch(() => []) : [];
  return [...differing, ...tags];
}

export async function readPdf(
  bytes: Uint8Array,
  patterns: Patterns = loadPatterns(),
  { ocr = null, pdfEngine = DEFAULT_ENGINE, verifyPdf = false }: PdfOptions = {},
): Promise<Result<Document | null>> {
  if (bytes.length === 0) {
    return {
      value: null,
      notices: [{ code: 'empty', severity: 'error', page: null, message: 'the file has no bytes' }],
    };
  }
  const reading = await readWith(pdfEngine, bytes, patterns, ocr);
  if (!verifyPdf) return reading;
  const differing = await doubts(reading, pdfEngine, bytes, patterns);
  return { value: reading.value, notices: [...reading.notices, ...differing] };
}
