/** Opens a PDF with PDFium and gives its pages one after the other. */
import type { Matrix } from '../matrix.ts';
import type { PdfFile, PdfPage } from '../page.ts';
import { BeyondPdfium, type Pdfium, withEngine } from './library.ts';
import { paintingOf } from './walk.ts';

/** Annotations that leave nothing on the page by themselves: links and pop-up notes. */
const UNSEEN = new Set([2, 16]);
/** More than a page has; each costs a look. */
const MOST_ANNOTATIONS = 500;

/** From PDF space to the page as it is shown, y downwards, and the size of the page. */
function shown([left, top, right, bottom]: readonly number[], rotation: number) {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [left, bottom, right, top];
  const bases: Matrix[] = [
    [1, 0, 0, -1, -x0, y1],
    [0, 1, 1, 0, -y0, -x0],
    [-1, 0, 0, 1, x1, -y0],
    [0, -1, -1, 0, y1, x1],
  ];
  const [width, height] = rotation % 2 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
  return { base: bases[rotation] ?? (bases[0] as Matrix), width, height };
}

function hasAnnotations({ call }: Pdfium, page: number): boolean {
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS);
  for (let i = 0; i < count; i++) {
    const annotation = call.FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    const unseen = UNSEEN.has(call.FPDFAnnot_GetSubtype(annotation));
    call.FPDFPage_CloseAnnot(annotation);
    if (!unseen) return true;
  }
  return false;
}

/** Stamps and form fields lie on the page; drawn into it they are read like the rest. */
function loadPage(pdfium: Pdfium, file: number, number: number): number {
  const { call } = pdfium;
  const load = () => {
    const page = call.FPDF_LoadPage(file, number - 1);
    if (page === 0) throw new Error('PDFium cannot load it');
    return page;
  };
  const page = load();
  if (!hasAnnotations(pdfium, page)) return page;
  call.FPDFPage_Flatten(page, 0);
  call.FPDF_ClosePage(page);
  return load();
}

function readPage(pdfium: Pdfium, file: number, number: number): PdfPage {
  const { call, at } = pdfium;
  const page = loadPage(pdfium, file, number);
  try {
    call.FPDF_GetPageBoundingBox(page, at);
    const { base, width, height } = shown(pdfium.box(), call.FPDFPage_GetRotation(page));
    return { number, width, height, ...paintingOf(pdfium, page, { base, width, height }) };
  } finally {
    call.FPDF_ClosePage(page);
  }
}

/** Gives the pages until one shows that the file is not for PDFium. */
class File implements PdfFile {
  trusted = true;

  constructor(
    private readonly pdfium: Pdfium,
    private readonly file: number,
    readonly pages: number,
  ) {}

  async page(number: number): Promise<PdfPage> {
    if (!this.trusted) throw new Error('left to the other engine');
    try {
      return readPage(this.pdfium, this.file, number);
    } catch (error) {
      if (this.pdfium.noteFailure(error) || error instanceof BeyondPdfium) this.trusted = false;
      throw error;
    }
  }
}

/** Hands a file to `use`; null where PDFium cannot open it, or what it gave cannot be trusted. */
export async function withPdfium<T>(bytes: Uint8Array, use: (file: PdfFile) => Promise<T>): Promise<T | null> {
  return withEngine(async (pdfium) => {
    const { call } = pdfium;
    const copy = pdfium.copy(bytes);
    const handle = call.FPDF_LoadMemDocument(copy, bytes.length, 0);
    try {
      const file = new File(pdfium, handle, handle === 0 ? 0 : call.FPDF_GetPageCount(handle));
      if (file.pages === 0) return null;
      const result = await use(file);
      return file.trusted ? result : null;
    } finally {
      if (!pdfium.broken) {
        if (handle !== 0) call.FPDF_CloseDocument(handle);
        call.free(copy);
      }
    }
  });
}
