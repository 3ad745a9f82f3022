/** Opens a PDF with pdf-parse, and gives its pages one after the other as glyphs and ruling lines. */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { matrixOf } from './matrix.ts';
import { type Font, NO_FONT } from './state.ts';
import { type Walked, walk } from './walk.ts';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const resource = (name: string) => `${folder}${sep}${name}${sep}`;

/** Runs `load`, and undoes what it puts in the place of `push` for the whole process: a version several times slower. */
async function keepingPush<T>(load: () => Promise<T>): Promise<T> {
  const { push } = Array.prototype;
  try {
    return await load();
  } finally {
    if (Array.prototype.push !== push) Array.prototype.push = push;
  }
}

/** Loaded when the first PDF comes: a run without one need not wait for it. */
let loading: Promise<Library> | null = null;

type Library = Pick<typeof import('pdf-parse'), 'PDFParse'> &
  Pick<typeof import('pdfjs-dist/legacy/build/pdf.mjs'), 'PDFWorker'>;

function library(): Promise<Library> {
  loading ??= keepingPush(async () => {
    const [{ PDFParse }, { PDFWorker }] = await Promise.all([
      import('pdf-parse'),
      import('pdfjs-dist/legacy/build/pdf.mjs'),
    ]);
    return { PDFParse, PDFWorker };
  });
  return loading;
}

/** Larger images are not decoded: nothing here looks at pixels, and a bomb stays packed. */
const LARGEST_IMAGE = 4096;

export interface PdfPage extends Walked {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

interface PdfFont {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly isType3Font?: boolean;
  readonly bbox?: readonly number[];
}

function fontOf(name: string, raw: PdfFont | null): Font {
  if (!raw) return NO_FONT;
  const [, low = 0, , high = 0] = raw.bbox ?? [];
  return {
    name: raw.name ?? name,
    vertical: raw.vertical === true,
    scale: raw.fontMatrix?.[0] || NO_FONT.scale,
    verticalMetrics: raw.defaultVMetrics ?? NO_FONT.verticalMetrics,
    em: raw.isType3Font ? Math.abs((high - low) * (raw.fontMatrix?.[3] ?? 0)) || 1 : 1,
  };
}

export interface PdfFile {
  readonly pages: number;
  page(number: number): Promise<PdfPage>;
}

async function readPage(pdf: PDFDocumentProxy, number: number, layers: Layers): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const operators = await page.getOperatorList();
    const fonts = new Map<string, Font>();
    const font = (name: string): Font => {
      let known = fonts.get(name);
      if (!known) {
        known = fontOf(name, page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
        fonts.set(name, known);
      }
      return known;
    };
    const layerVisible = (properties: unknown) => layers.isVisible(properties as never);
    const marks = walk(operators, { base: matrixOf(transform), width, height, font, layerVisible });
    return { number, width, height, ...marks };
  } finally {
    page.cleanup();
  }
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/** Opens a file, hands it to `use`, and closes it whatever happens. */
export async function withPdf<T>(bytes: Uint8Array, use: (file: PdfFile) => Promise<T>): Promise<T> {
  const { PDFParse, PDFWorker } = await library();
  const worker = new PDFWorker({ verbosity: 0 });
  const parser = new PDFParse({
    // A copy: pdf.js takes the buffer away from its owner.
    data: bytes.slice(),
    worker,
    verbosity: 0,
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
    maxImageSize: LARGEST_IMAGE,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const info = await keepingPush(() => parser.getInfo());
    // pdf-parse hands out text only; its document gives glyphs and paths without opening the file twice.
    const pdf = (parser as unknown as { doc: PDFDocumentProxy }).doc;
    const layers = await pdf.getOptionalContentConfig();
    return await use({ pages: info.total, page: (number) => readPage(pdf, number, layers) });
  } finally {
    await parser.destroy().catch(() => undefined);
    worker.destroy();
  }
}
