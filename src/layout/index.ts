/** Marks of pages → document: lines, paragraphs, tables, page furniture, contents. */
import {
  type Block,
  blockSpan,
  type Cell,
  type Document,
  DocumentBuilder,
  type Format,
  type Notice,
  type Result,
  type Span,
} from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { cellInputs, paddingOf } from './cells.ts';
import { markContents } from './contents.ts';
import { markFurniture } from './furniture.ts';
import { textRuns } from './lines.ts';
import type { PageMarks } from './marks.ts';
import { layOutPage, type PageLayout, type TablePart, type TextLine } from './page.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type JoinedTable, joinTables } from './tables.ts';
import { findUnruled } from './unruled.ts';
import { words } from './words.ts';

/** Writes the pages and remembers where each line and each cell came to stand. */
class Writer {
  readonly builder = new DocumentBuilder();
  readonly lines = new Map<TextLine, Span>();
  readonly cells = new Map<JoinedTable, Cell[]>();
  /** Heads printed again on a following page, a span for each row. */
  readonly repeated: Span[][] = [];

  constructor(private readonly tables: ReadonlyMap<TablePart, JoinedTable>) {}

  page(page: PageLayout): void {
    const { width, height, box } = page.shown;
    this.builder.page(width, height, page.ocr);
    for (const item of page.items) {
      if (item.kind === 'line') this.lines.set(item, this.builder.line(textRuns(item.line.glyphs, box)));
      else this.part(item, page);
    }
  }

  private part(part: TablePart, page: PageLayout): void {
    const table = this.tables.get(part) as JoinedTable;
    const placed = table.parts.find((candidate) => candidate.part === part) as JoinedTable['parts'][number];
    const { repeated, cells, offset } = placed;
    const { box } = page.shown;
    const padding = paddingOf(cells);
    const above = cells.filter((cell) => cell.row < repeated);
    const below = cells.filter((cell) => cell.row >= repeated);
    const head = cellInputs(above, 0, padding, box);
    const body = cellInputs(below, repeated, padding, box);
    if (head.length > 0) this.repeated.push(rowSpans(this.builder.cells(head)));
    const written = this.builder.cells(body, offset);
    const before = this.cells.get(table);
    if (before) for (const cell of written) before.push(cell);
    else this.cells.set(table, written);
  }
}

function rowSpans(cells: readonly Cell[]): Span[] {
  const rows = new Map<number, { start: number; end: number }>();
  for (const { row, start, end } of cells) {
    const span = rows.get(row);
    if (span) span.end = Math.max(span.end, end);
    else rows.set(row, { start, end });
  }
  return [...rows.values()];
}

function blocksOf(writer: Writer, paragraphs: readonly TextLine[][]): Block[] {
  const blocks: Block[] = [];
  for (const items of paragraphs) {
    const lines = items.map((item) => writer.lines.get(item) as Span);
    blocks.push({ kind: 'paragraph', lines, role: (items[0] as TextLine).role, heading: null });
  }
  for (const lines of writer.repeated) blocks.push({ kind: 'paragraph', lines, role: 'furniture', heading: null });
  for (const [{ rows, columns, parts }, cells] of writer.cells) {
    blocks.push({ kind: 'table', rows, columns, cells, ruled: parts[0]?.part.ruled ?? true });
  }
  return blocks.sort((a, b) => blockSpan(a).start - blockSpan(b).start);
}

const approximate = (page: number): Notice => ({
  code: 'tables-approximate',
  severity: 'warning',
  page,
  message: 'a table has no ruling lines between its columns; they were inferred from how its text is aligned',
});

export function layOut(marks: readonly PageMarks[], patterns: Patterns, format: Format = 'pdf'): Result<Document> {
  const vocabulary = words(patterns);
  const pages = marks.map((page, i) => layOutPage(page, i + 1));
  markFurniture(pages, vocabulary);
  markContents(pages, vocabulary);
  const notices = pages.filter(findUnruled).map((page) => approximate(page.number));
  const tables = joinTables(pages, vocabulary);
  const paragraphs = paragraphsOf(pages, vocabulary);
  const writer = new Writer(tables);
  for (const page of pages) writer.page(page);
  return { value: writer.builder.finish(format, blocksOf(writer, paragraphs)), notices };
}
