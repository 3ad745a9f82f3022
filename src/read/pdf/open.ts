/** Opens a PDF with pdf-parse, and gives its pages one after the other as glyphs and ruling lines. */
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { matrixOf } from './matrix.ts';
import type { PdfFile, PdfPage } from './page.ts';
import { type Font, NO_FONT } from './state.ts';
import { faceOf } from './text.ts';
import { withThread } from './thread.ts';
import { walk } from './walk.ts';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const resource = (name: string) => `${folder}${sep}${name}${sep}`;

/** Loaded when the first PDF comes: a run without one need not wait for it. */
let loading: Promise<Library> | null = null;

type Library = Pick<typeof import('pdf-parse'), 'PDFParse'> &
  Pick<typeof import('pdfjs-dist/legacy/build/pdf.mjs'), 'PDFWorker'>;

async function load(): Promise<Library> {
  const { push } = Array.prototype;
  const [{ PDFParse }, { PDFWorker }] = await Promise.all([
    import('pdf-parse'),
    import('pdfjs-dist/legacy/build/pdf.mjs'),
  ]);
  // pdf.js puts a version several times slower in its place, for the whole process.
  if (Array.prototype.push !== push) Array.prototype.push = push;
  return { PDFParse, PDFWorker };
}

function library(): Promise<Library> {
  loading ??= load();
  return loading;
}

/** Larger images are not decoded: nothing here looks at pixels, and a bomb stays packed. */
const LARGEST_IMAGE = 4096;

/** `data` must be a copy: pdf.js takes the buffer away from its owner. */
const OPTIONS = {
  verbosity: 0,
  cMapUrl: resource('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: resource('standard_fonts'),
  maxImageSize: LARGEST_IMAGE,
  isEvalSupported: false,
  useSystemFonts: false,
  useWasm: false,
  enableXfa: false,
} as const;

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
    name: faceOf(raw.name ?? name),
    vertical: raw.vertical === true,
    scale: raw.fontMatrix?.[0] || NO_FONT.scale,
    verticalMetrics: raw.defaultVMetrics ?? NO_FONT.verticalMetrics,
    em: raw.isType3Font ? Math.abs((high - low) * (raw.fontMatrix?.[3] ?? 0)) || 1 : 1,
  };
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
export function withPdf<T>(bytes: Uint8Array, use: (file: PdfFile) => Promise<T>): Promise<T> {
  return withDocument(bytes, async (pdf, pages) => {
    const layers = await pdf.getOptionalContentConfig();
    return use({ pages, page: readingAhead(pages, (number) => readPage(pdf, number, layers)) });
  });
}

/** The same with the document of pdf.js, for what it tells apart from glyphs and rules. */
export async function withDocument<T>(
  bytes: Uint8Array,
  use: (pdf: PDFDocumentProxy, pages: number) => Promise<T>,
): Promise<T> {
  const { PDFParse, PDFWorker } = await library();
  return withThread(async (port) => {
    const worker = new PDFWorker({ port: port as never, verbosity: 0 });
    const parser = new PDFParse({ ...OPTIONS, worker, data: bytes.slice() });
    try {
      const info = await parser.getInfo();
      // pdf-parse hands out text only; its document gives glyphs and paths without opening the file twice.
      return await use((parser as unknown as { doc: PDFDocumentProxy }).doc, info.total);
    } finally {
      await parser.destroy().catch(() => undefined);
      worker.destroy();
    }
  });
}

/** An A3 page scanned at 600 dpi has 70 million. */
const LARGEST_SCAN = 75_000_000;

/** Pages drawn as PNG, so large that their longer side has `pixels`; each is handed to `use`. */
export async function withPictures(
  bytes: Uint8Array,
  pages: readonly { readonly number: number; readonly width: number; readonly height: number }[],
  pixels: number,
  use: (number: number, png: Uint8Array) => Promise<void>,
): Promise<void> {
  await withPainter(bytes, {}, async (parser) => {
    for (const { number, width, height } of pages) {
      const drawn = await draw(parser, number, Math.max(1, Math.round((width * pixels) / Math.max(width, height))));
      await use(number, drawn?.data ?? new Uint8Array());
    }
  });
}

export interface DrawnPage {
  readonly number: number;
  readonly png: Uint8Array;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/**
 * The first pages of a file drawn as PNG, each so many pixels wide, with fonts of the system where it brings none. A page
 * that cannot be drawn is left out.
 */
export async function withDrawnPages(
  bytes: Uint8Array,
  pixels: number,
  most: number,
  use: (page: DrawnPage) => Promise<void>,
): Promise<void> {
  const forEyes = { useSystemFonts: true };
  await withPainter(bytes, forEyes, async (parser) => {
    const { total } = await parser.getInfo();
    for (let number = 1; number <= Math.min(total, most); number++) {
      const drawn = await draw(parser, number, pixels).catch(() => null);
      if (!drawn) continue;
      const { data, width, height, scale } = drawn;
      await use({ number, png: data, width: width / scale, height: height / scale });
    }
  });
}

type Painter = InstanceType<Library['PDFParse']>;

async function withPainter(
  bytes: Uint8Array,
  more: { readonly useSystemFonts?: boolean },
  use: (parser: Painter) => Promise<void>,
): Promise<void> {
  const { PDFParse, PDFWorker } = await library();
  await withThread(async (port) => {
    const worker = new PDFWorker({ port: port as never, verbosity: 0 });
    const wasm = { useWasm: true, wasmUrl: resource('wasm') };
    const options = { ...OPTIONS, ...wasm, ...more, maxImageSize: LARGEST_SCAN, worker, data: bytes.slice() };
    const parser = new PDFParse(options);
    try {
      await use(parser);
    } finally {
      await parser.destroy().catch(() => undefined);
      worker.destroy();
    }
  });
}

async function draw(parser: Painter, page: number, desiredWidth: number) {
  const shot = { partial: [page], desiredWidth, imageBuffer: true, imageDataUrl: false };
  return (await parser.getScreenshot(shot)).pages[0];
}

/** While one page is laid out the next one is parsed. */
function readingAhead(pages: number, read: (number: number) => Promise<PdfPage>): PdfFile['page'] {
  const begun = new Map<number, Promise<PdfPage>>();
  const begin = (number: number) => {
    const page = begun.get(number) ?? read(number);
    // Whoever asks for the page learns of its failure; until then nobody does.
    page.catch(() => undefined);
    begun.set(number, page);
    return page;
  };
  return async (number) => {
    const page = begin(number);
    if (number < pages) begin(number + 1);
    begun.delete(number);
    return page;
  };
}
