/** PDFium in WebAssembly: its functions by their own names, and the memory they share with us. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

type Call = (...args: number[]) => number;

/** What is called here, of the 400 functions of PDFium; handles and addresses are numbers, 0 is none. */
const NAMES = [
  'malloc',
  'free',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetPageCount',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDFPage_GetRotation',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFPage_Flatten',
  'FPDFAnnot_GetSubtype',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetClipPath',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetStrokeColor',
  'FPDFPageObj_GetStrokeWidth',
  'FPDFPageObj_CountMarks',
  'FPDFPageObj_GetMark',
  'FPDFPageObj_RemoveMark',
  'FPDFPageObjMark_GetParamValueType',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFPath_GetDrawMode',
  'FPDFPath_CountSegments',
  'FPDFPath_GetPathSegment',
  'FPDFPathSegment_GetPoint',
  'FPDFPathSegment_GetType',
  'FPDFPathSegment_GetClose',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_IsHyphen',
  'FPDFText_GetTextObject',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetLooseCharBox',
  'FPDFTextObj_GetFont',
  'FPDFTextObj_GetFontSize',
  'FPDFFont_GetBaseFontName',
  'FPDFFont_GetGlyphWidth',
  'FPDFFont_GetAscent',
  'FPDFFont_GetDescent',
] as const;

type Functions = Readonly<Record<(typeof NAMES)[number], Call>>;

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** Bytes set aside for what functions write to. */
const SCRATCH = 512;

/** What a file holds that PDFium reads otherwise than it is shown. */
export class BeyondPdfium extends Error {}

export class Pdfium {
  readonly call: Functions;
  /** Where functions write their results; `float`, `double`, `integer` and `text` read them. */
  readonly at: number;
  /** The name of an entry of marks, as functions take it. */
  readonly actualText: number;
  private readonly memory: Memory;
  private failed = false;
  private bytes: Uint8Array;
  private view: DataView;

  constructor(exported: Functions & { readonly memory: Memory }) {
    for (const name of NAMES) if (typeof exported[name] !== 'function') throw new Error(`PDFium has no ${name}`);
    this.call = exported;
    this.memory = exported.memory;
    this.bytes = new Uint8Array(this.memory.buffer);
    this.view = new DataView(this.memory.buffer);
    this.at = exported.malloc(SCRATCH);
    this.actualText = this.copy(new TextEncoder().encode('ActualText\0'));
  }

  /** After a failure of the machine or of its memory PDFium is in no state to go on. */
  get broken(): boolean {
    return this.failed;
  }

  /** Whether an error was one of the machine. */
  noteFailure(error: unknown): boolean {
    const crash = error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
    if (crash) this.failed = true;
    return crash;
  }

  get size(): number {
    return this.memory.buffer.byteLength;
  }

  /** A copy of the bytes in the memory of PDFium; to be freed. */
  copy(bytes: Uint8Array): number {
    const address = this.call.malloc(bytes.length);
    if (address === 0) throw new Error('the file is too large');
    this.refresh();
    this.bytes.set(bytes, address);
    return address;
  }

  float(i: number): number {
    return this.data.getFloat32(this.at + 4 * i, true);
  }

  /** Left, bottom, right, top, as the function was asked to write them. */
  box(): [number, number, number, number] {
    return [this.float(0), this.float(1), this.float(2), this.float(3)];
  }

  matrix(): [number, number, number, number, number, number] {
    return [this.float(0), this.float(1), this.float(2), this.float(3), this.float(4), this.float(5)];
  }

  double(i: number): number {
    return this.data.getFloat64(this.at + 8 * i, true);
  }

  integer(i: number): number {
    return this.data.getUint32(this.at + 4 * i, true);
  }

  /** What a function wrote as text of so many bytes, the zero at its end included; a character for each byte. */
  text(length: number): string {
    this.refresh();
    const end = this.at + Math.max(0, Math.min(length, SCRATCH) - 1);
    return String.fromCharCode(...this.bytes.subarray(this.at, end));
  }

  static readonly room = SCRATCH;

  private get data(): DataView {
    // A view of memory that is gone says its length with an exception, an array with 0.
    if (this.bytes.byteLength === 0) this.refresh();
    return this.view;
  }

  /** Memory that grew is another buffer. */
  private refresh(): void {
    if (this.bytes.buffer === this.memory.buffer) return;
    this.bytes = new Uint8Array(this.memory.buffer);
    this.view = new DataView(this.memory.buffer);
  }
}

let loading: Promise<Pdfium> | null = null;

async function load(): Promise<Pdfium> {
  const require = createRequire(import.meta.url);
  const [{ init }, wasmBinary] = await Promise.all([
    import('@embedpdf/pdfium'),
    readFile(require.resolve('@embedpdf/pdfium/pdfium.wasm')),
  ]);
  const { pdfium, PDFiumExt_Init } = await init({ wasmBinary: wasmBinary as unknown as ArrayBuffer });
  PDFiumExt_Init();
  return new Pdfium(pdfium.wasmExports as unknown as ConstructorParameters<typeof Pdfium>[0]);
}

/** Memory that a document took stays with the engine; one that took so much is not kept for the next. */
const LARGEST = 96 * 1024 * 1024;

/** Lends the engine to `use`. One that failed inside, or grew large, is not lent again. */
export async function withEngine<T>(use: (pdfium: Pdfium) => Promise<T>): Promise<T | null> {
  loading ??= load();
  const mine = loading;
  // Where it cannot run at all the other engine reads.
  const pdfium = await mine.catch(() => null);
  if (!pdfium) return null;
  try {
    return await use(pdfium);
  } catch (error) {
    if (!pdfium.noteFailure(error)) throw error;
    return null;
  } finally {
    if ((pdfium.broken || pdfium.size > LARGEST) && loading === mine) loading = null;
  }
}
