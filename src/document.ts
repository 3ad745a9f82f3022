/**
 * The one document model that every reader produces and every later stage reads.
 *
 * `text` is the whole document as printed: a line per printed line, a table row per line with cells separated by
 * tabs, pages separated by a form feed. Every place in the pipeline is a pair of UTF-16 offsets into `text`;
 * pages and boxes are looked up from offsets, never stored twice.
 */

/** PDF points from the page's top left: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Format =
  | 'pdf'
  | 'docx'
  | 'doc'
  | 'html'
  | 'mhtml'
  | 'rtf'
  | 'xlsx'
  | 'xls'
  | 'txt'
  | 'ofd'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'bmp';

export type Severity = 'error' | 'warning' | 'info';

/** Something a stage noticed: what was seen, what was expected, where. `code` is one of `NOTICE_CODES`. */
export interface Notice {
  readonly code: NoticeCode;
  readonly severity: Severity;
  readonly page: number | null;
  readonly message: string;
}

/** The closed list of notice codes; docs/notices.md explains each. */
export const NOTICE_CODES = [
  'unsupported-format',
  'encrypted',
  'corrupt',
  'empty',
  'needs-libreoffice',
  'converter-failed',
  'readings-differ',
  'tables-approximate',
  'no-text-layer',
  'ocr',
  'ocr-failed',
  'charset-guessed',
  'clipped-text-dropped',
  'truncated',
  'hidden-content',
  'tampered',
  'unknown-element',
  'table-unrecognised',
  'column-unrecognised',
  'report-field-unknown',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** A value and what was noticed on the way to it. A reader that can give no document gives `null` and an error notice. */
export interface Result<T> {
  readonly value: T;
  readonly notices: readonly Notice[];
}

/** A page; `start`/`end` are offsets into the text, the form feed excluded. Size in points where the format has one. */
export interface Page extends Span {
  readonly number: number;
  readonly width: number | null;
  readonly height: number | null;
  /** True where the text was recognised in a picture: characters may be wrong. Absent elsewhere. */
  readonly ocr?: boolean;
}

/** A stretch of text on one line with its place on the page; sorted by `start`, never overlapping. */
export interface Run extends Span {
  readonly box: Box;
}

/**
 * A logical paragraph: the printed lines that belong together, in order, possibly over a page break.
 * `furniture` is a running head, foot or page number; `contents` is a line of a table of contents: neither is content.
 */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Span[];
  readonly role: 'body' | 'furniture' | 'contents';
  /** Outline level where the format marks headings (1 is the highest), else null. */
  readonly heading: number | null;
}

/** A cell at its top-left grid slot. `start === end` for an empty cell. */
export interface Cell extends Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table on its grid. Parts on following pages are joined, a repeated header left out. */
export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** False where the grid was inferred from the alignment of text, without rules or markup. */
  readonly ruled: boolean;
}

export type Block = Paragraph | Table;

/** A link of a web page to a document. */
export interface Attachment {
  /** What is printed for it; empty where nothing is. */
  readonly text: string;
  /** As the page writes it, so mostly relative to the address of the page. */
  readonly href: string;
}

export interface Document {
  readonly format: Format;
  readonly text: string;
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly runs: readonly Run[];
  /** In page order, each address once; absent where there are none. */
  readonly attachments?: readonly Attachment[];
}

/** The first and last offset of a block; an empty table or paragraph gives `start === end`. */
export function blockSpan(block: Block): Span {
  const spans = block.kind === 'paragraph' ? block.lines : block.cells;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return start <= end ? { start, end } : { start: 0, end: 0 };
}

/** Index of the last element whose `start` is at or before `offset`, or -1. */
function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** The number of the page that holds `offset`, counted from 1. */
export function pageAt(document: Pick<Document, 'pages'>, offset: number): number {
  return document.pages[Math.max(0, lastAtOrBefore(document.pages, offset))]?.number ?? 1;
}

/** The box around the first line of the range, or null where the format has no positions. */
export function boxOf(document: Pick<Document, 'runs'>, start: number, end: number): Box | null {
  let box: [number, number, number, number] | null = null;
  for (let i = Math.max(0, lastAtOrBefore(document.runs, start)); i < document.runs.length; i++) {
    const run = document.runs[i] as Run;
    if (run.start >= end) break;
    if (run.end <= start) continue;
    const [x0, y0, x1, y1] = run.box;
    if (box && y0 > box[3]) break;
    const width = (x1 - x0) / Math.max(1, run.end - run.start);
    const left = x0 + width * Math.max(0, start - run.start);
    const right = x1 - width * Math.max(0, run.end - end);
    box = box
      ? [Math.min(box[0], left), Math.min(box[1], y0), Math.max(box[2], right), Math.max(box[3], y1)]
      : [left, y0, right, y1];
  }
  return box && (box.map((n) => Math.round(n * 100) / 100) as unknown as Box);
}

/** Text of one cell as a reader hands it to the builder: its lines, each with optional positioned runs. */
export interface TextRun {
  readonly text: string;
  readonly box: Box | null;
}

export interface CellInput {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly runs: readonly TextRun[];
}

/** Writes the text of a document in reading order and hands out the spans; readers then assemble the blocks. */
export class DocumentBuilder {
  private text = '';
  private readonly pages: {
    number: number;
    start: number;
    end: number;
    width: number | null;
    height: number | null;
    ocr?: boolean;
  }[] = [];
  private readonly runs: Run[] = [];

  /** Begins the next page; the first call opens the document. */
  page(width: number | null = null, height: number | null = null, ocr = false): void {
    if (this.pages.length > 0) {
      this.closePage();
      this.text += '\f';
    }
    const place = { number: this.pages.length + 1, start: this.text.length, end: this.text.length };
    this.pages.push({ ...place, width, height, ...(ocr ? { ocr } : {}) });
  }

  /** Writes one printed line and its line break; the span leaves the break out. */
  line(runs: readonly TextRun[]): Span {
    const span = this.write(runs);
    this.text += '\n';
    return span;
  }

  /** Writes the cells of one table part, a line per row and a tab between cells; `rowOffset` moves the rows down. */
  cells(inputs: readonly CellInput[], rowOffset = 0): Cell[] {
    const ordered = [...inputs].sort((a, b) => a.row - b.row || a.column - b.column);
    const cells: Cell[] = [];
    ordered.forEach((input, i) => {
      const span = this.write(input.runs);
      const next = ordered[i + 1];
      this.text += next && next.row === input.row ? '\t' : '\n';
      const { row, column, rowSpan, columnSpan } = input;
      cells.push({ row: row + rowOffset, column, rowSpan, columnSpan, ...span });
    });
    return cells;
  }

  finish(format: Format, blocks: readonly Block[]): Document {
    if (this.pages.length === 0) this.page();
    this.closePage();
    return { format, text: this.text, pages: this.pages, blocks, runs: this.runs };
  }

  private write(runs: readonly TextRun[]): Span {
    const start = this.text.length;
    for (const run of runs) {
      const text = run.text.replace(/[\t\n\r\f\v]/g, ' ');
      if (run.box) this.runs.push({ start: this.text.length, end: this.text.length + text.length, box: run.box });
      this.text += text;
    }
    return { start, end: this.text.length };
  }

  private closePage(): void {
    const page = this.pages.at(-1);
    if (page) page.end = this.text.length;
  }
}
