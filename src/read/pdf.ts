/** PDF → document: the pages are read one after the other, then laid out together. */
import type { Document, Notice, Result } from '../document.ts';
import { layOut } from '../layout/index.ts';
import type { PageMarks } from '../layout/marks.ts';
import { loadPatterns, type Patterns } from '../patterns/load.ts';
import { type PdfFile, type PdfPage, withPdf } from './pdf/open.ts';
import { hasLostText, lostText } from './scan.ts';

function pageNotices(page: PdfPage): Notice[] {
  const notices: Notice[] = [];
  if (page.hidden > 0) {
    const message = `${page.hidden} characters that clipping or a hidden layer keeps from the eye were left out`;
    notices.push({ code: 'clipped-text-dropped', severity: 'info', page: page.number, message });
  }
  if (hasLostText(page)) notices.push(lostText(page.number));
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

async function readPages(file: PdfFile, notices: Notice[]): Promise<PageMarks[]> {
  const pages: PageMarks[] = [];
  for (let number = 1; number <= Math.min(file.pages, MOST_PAGES); number++) {
    try {
      const page = await file.page(number);
      notices.push(...pageNotices(page));
      pages.push(page);
    } catch (error) {
      notices.push(corrupt(number, 'warning', error));
      pages.push({ width: 0, height: 0, glyphs: [], rules: [] });
    }
  }
  if (file.pages > MOST_PAGES) {
    notices.push(corrupt(MOST_PAGES + 1, 'warning', new Error(`only the first ${MOST_PAGES} pages are read`)));
  }
  return pages;
}

export async function readPdf(
  bytes: Uint8Array,
  patterns: Patterns = loadPatterns(),
): Promise<Result<Document | null>> {
  if (bytes.length === 0) {
    return {
      value: null,
      notices: [{ code: 'empty', severity: 'error', page: null, message: 'the file has no bytes' }],
    };
  }
  const notices: Notice[] = [];
  try {
    const pages = await withPdf(bytes, (file) => readPages(file, notices));
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
