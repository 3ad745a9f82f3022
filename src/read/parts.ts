/**
 * What the readers of flowing formats (TXT, HTML, DOCX, DOC) find, before it has places: paragraphs, tables as rows of
 * cells, page turns. `assemble` lays tables on their grid and writes everything into one text.
 */
import { type Block, type Cell, type CellInput, type Document, DocumentBuilder, type Format } from '../document.ts';
import { type PlacedCell, placed } from './grid.ts';

/** A line of a paragraph, or what a page turn puts between two of its lines. */
export type Line = string | { readonly furniture: string } | { readonly page: true };

export interface ParagraphPart {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
  readonly role: 'body' | 'furniture' | 'contents';
  readonly heading: number | null;
}

export interface CellPart {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The grid column, where the format says it; else the first free one of the row. */
  readonly column?: number;
}

export interface TablePart {
  readonly kind: 'table';
  readonly rows: readonly (readonly CellPart[])[];
  readonly ruled: boolean;
  /** Rows before which a new page begins. */
  readonly turns?: ReadonlySet<number>;
}

export type Part = ParagraphPart | TablePart | { readonly kind: 'page' };

export function paragraph(
  lines: readonly Line[],
  more: { role?: ParagraphPart['role']; heading?: number | null } = {},
): ParagraphPart {
  return { kind: 'paragraph', lines, role: more.role ?? 'body', heading: more.heading ?? null };
}

export function assemble(format: Format, parts: readonly Part[]): Document {
  const builder = new DocumentBuilder();
  builder.page();
  const blocks: Block[] = [];
  for (const part of parts) {
    if (part.kind === 'page') builder.page();
    else if (part.kind === 'table') blocks.push(table(builder, part));
    else blocks.push(...paragraphs(builder, part));
  }
  return builder.finish(format, blocks);
}

/** The paragraph, then the furniture that interrupts it. */
function paragraphs(builder: DocumentBuilder, part: ParagraphPart): Block[] {
  const lines: Block & { kind: 'paragraph' } = { kind: 'paragraph', lines: [], role: part.role, heading: part.heading };
  const spans = [];
  const furniture: Block[] = [];
  for (const line of part.lines) {
    if (typeof line === 'string') spans.push(builder.line([{ text: line, box: null }]));
    else if ('page' in line) builder.page();
    else {
      const span = builder.line([{ text: line.furniture, box: null }]);
      furniture.push({ kind: 'paragraph', lines: [span], role: 'furniture', heading: null });
    }
  }
  return spans.length > 0 ? [{ ...lines, lines: spans }, ...furniture] : furniture;
}

function table(builder: DocumentBuilder, part: TablePart): Block {
  const grid = placed(part.rows);
  const cells: Cell[] = [];
  const turns = [...(part.turns ?? [])].filter((row) => row > 0 && row < grid.rows).sort((a, b) => a - b);
  let from = 0;
  for (const to of [...turns, grid.rows]) {
    if (from > 0) builder.page();
    const within = grid.cells.filter((cell) => cell.row >= from && cell.row < to);
    for (const cell of builder.cells(within.map(input))) cells.push(cell);
    from = to;
  }
  return { kind: 'table', rows: grid.rows, columns: grid.columns, cells, ruled: part.ruled };
}

function input({ text, ...place }: PlacedCell): CellInput {
  return { ...place, runs: text === '' ? [] : [{ text, box: null }] };
}
