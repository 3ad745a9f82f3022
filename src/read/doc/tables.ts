/** From paragraphs to paragraphs and tables: rows end with a mark, tables lie within cells. */
import type { CellPart, TablePart } from '../parts.ts';
import type { Generation } from './fib.ts';
import { depthOf } from './properties.ts';
import { type RowDefinition, rowDefinition } from './rows.ts';
import type { StoryParagraph } from './story.ts';

/** Edges of different rows that lie closer (twips, 1 mm) are one edge; no character fits between them. */
const SAME_EDGE = 60;
/** Cells without a definition. */
const ASSUMED_WIDTH = 1440;

export interface RawTable {
  readonly kind: 'table';
  readonly rows: readonly RawRow[];
  /** The first paragraph, for a page break before it. */
  readonly first: StoryParagraph;
}

interface RawRow {
  readonly cells: readonly CellContent[];
  readonly definition: RowDefinition | null;
}

interface CellContent {
  readonly paragraphs: StoryParagraph[];
  readonly tables: RawTable[];
}

export type RawBlock = RawTable | { readonly kind: 'paragraph'; readonly paragraph: StoryParagraph };

interface OpenTable {
  readonly first: StoryParagraph;
  readonly rows: RawRow[];
  cells: CellContent[];
  cell: CellContent;
}

export function blocksOf(paragraphs: readonly StoryParagraph[], generation: Generation): RawBlock[] {
  const blocks: RawBlock[] = [];
  const open: OpenTable[] = [];
  const close = () => {
    const table = open.pop() as OpenTable;
    // A table that ends within a row: a file cut short.
    if (!isEmpty(table.cell)) table.cells.push(table.cell);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, definition: null });
    if (table.rows.length === 0) return;
    const raw: RawTable = { kind: 'table', rows: table.rows, first: table.first };
    const around = open.at(-1);
    if (around) around.cell.tables.push(raw);
    else blocks.push(raw);
  };
  for (const paragraph of paragraphs) {
    const depth = depthOf(paragraph.properties);
    while (open.length > depth) close();
    while (open.length < depth) open.push({ first: paragraph, rows: [], cells: [], cell: emptyCell() });
    const table = open.at(-1);
    if (table) addToTable(table, paragraph, depth, generation);
    else blocks.push({ kind: 'paragraph', paragraph });
  }
  while (open.length > 0) close();
  return blocks;
}

function addToTable(table: OpenTable, paragraph: StoryParagraph, depth: number, generation: Generation): void {
  const { properties, mark } = paragraph;
  const outer = depth === 1 && mark === 'cell';
  if ((outer && properties.rowEnd) || (depth > 1 && properties.innerRowEnd)) {
    // What stands before a row mark without a cell mark of its own is a cell that lost it.
    if (!isEmpty(table.cell)) table.cells.push(table.cell);
    if (table.cells.length > 0 && !paragraph.deleted) {
      table.rows.push({ cells: table.cells, definition: rowDefinition(properties.rows, generation) });
    }
    table.cells = [];
    table.cell = emptyCell();
    return;
  }
  table.cell.paragraphs.push(paragraph);
  if (outer || (depth > 1 && properties.innerCell)) {
    table.cells.push(table.cell);
    table.cell = emptyCell();
  }
}

function emptyCell(): CellContent {
  return { paragraphs: [], tables: [] };
}

function isEmpty(cell: CellContent): boolean {
  return cell.paragraphs.length === 0 && cell.tables.length === 0;
}

/** A table on its grid, and after it the tables within its cells. `textOf` gives the printed lines of a paragraph. */
export function tableParts(table: RawTable, textOf: (paragraph: StoryParagraph) => readonly string[]): TablePart[] {
  const edges = table.rows.map((row) => rowEdges(row));
  const columns = columnIndex(edges);
  const inner: TablePart[] = [];
  const rows: MutablePart[][] = [];
  /** Grid column → the cell that a cell below may join. */
  let above = new Map<number, MutablePart>();
  table.rows.forEach((row, r) => {
    const parts: MutablePart[] = [];
    const joinable = new Map<number, MutablePart>();
    row.cells.forEach((content, c) => {
      const text = cellText(content, textOf);
      const nested = content.tables.flatMap((each) => tableParts(each, textOf));
      inner.push(...nested);
      const rowEdgesHere = edges[r] as number[];
      const start = columns(rowEdgesHere[c] as number);
      const end = columns(rowEdgesHere[c + 1] as number);
      const definition = row.definition?.cells[c];
      const left = parts.at(-1);
      if (definition?.merged && left) {
        left.columnSpan += Math.max(1, end - start);
        left.text = joined(left.text, text);
        return;
      }
      const over = definition?.vertical === 'joined' ? above.get(start) : undefined;
      if (over) {
        over.rowSpan++;
        over.text = joined(over.text, text);
        joinable.set(start, over);
        return;
      }
      const part = { text, column: start, columnSpan: Math.max(1, end - start), rowSpan: 1 };
      parts.push(part);
      if (definition && definition.vertical !== 'none') joinable.set(start, part);
    });
    above = joinable;
    rows.push(parts);
  });
  return [{ kind: 'table', rows, ruled: true }, ...inner];
}

type MutablePart = { -readonly [K in keyof CellPart]: CellPart[K] };

function joined(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first} ${second}`;
}

function cellText(content: CellContent, textOf: (paragraph: StoryParagraph) => readonly string[]): string {
  return content.paragraphs
    .flatMap((paragraph) => textOf(paragraph))
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** One edge more than there are cells, whatever the definition has. */
function rowEdges({ cells, definition }: RawRow): number[] {
  const edges = (definition?.edges ?? [0]).slice(0, cells.length + 1);
  while (edges.length <= cells.length) edges.push((edges.at(-1) as number) + ASSUMED_WIDTH);
  return edges;
}

/** Edge → grid column. Edges that nearly meet are one, unless they belong to one row. */
function columnIndex(rows: readonly (readonly number[])[]): (edge: number) => number {
  /** Edge → the greatest smaller one of the same row, where it is near. */
  const apart = new Map<number, number>();
  const all = new Set<number>();
  for (const edges of rows) {
    edges.forEach((edge, i) => {
      all.add(edge);
      const before = edges[i - 1];
      if (before !== undefined && edge - before <= SAME_EDGE) {
        apart.set(edge, Math.max(before, apart.get(edge) ?? before));
      }
    });
  }
  const columns = new Map<number, number>();
  let column = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of [...all].sort((a, b) => a - b)) {
    if (edge - first > SAME_EDGE || (apart.get(edge) ?? Number.NEGATIVE_INFINITY) >= first) {
      column++;
      first = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
