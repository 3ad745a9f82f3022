/** From paragraphs to paragraphs and tables: rows end with a mark, tables lie within cells. */
import type { Generation } from './fib.ts';
import { depthOf } from './properties.ts';
import { type RowDefinition, rowDefinition } from './rows.ts';
import type { StoryParagraph } from './story.ts';

export interface RawTable {
  readonly kind: 'table';
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  readonly cells: readonly (readonly RawBlock[])[];
  readonly definition: RowDefinition | null;
}

export type RawBlock = RawTable | { readonly kind: 'paragraph'; readonly paragraph: StoryParagraph };

interface OpenTable {
  readonly rows: RawRow[];
  cells: RawBlock[][];
  cell: RawBlock[];
}

export function blocksOf(paragraphs: readonly StoryParagraph[], generation: Generation): RawBlock[] {
  const blocks: RawBlock[] = [];
  const open: OpenTable[] = [];
  const close = () => {
    const { rows, cells, cell } = open.pop() as OpenTable;
    // A table that ends within a row: a file cut short.
    if (cell.length > 0) cells.push(cell);
    if (cells.length > 0) rows.push({ cells, definition: null });
    if (rows.length > 0) (open.at(-1)?.cell ?? blocks).push({ kind: 'table', rows });
  };
  for (const paragraph of paragraphs) {
    const depth = depthOf(paragraph.properties);
    while (open.length > depth) close();
    while (open.length < depth) open.push({ rows: [], cells: [], cell: [] });
    const table = open.at(-1);
    if (table) addToTable(table, paragraph, depth, generation);
    else blocks.push({ kind: 'paragraph', paragraph });
  }
  while (open.length > 0) close();
  return blocks;
}

function addToTable(table: OpenTable, paragraph: StoryParagraph, depth: number, generation: Generation): void {
  const { properties } = paragraph;
  const outer = depth === 1 && paragraph.cellMark;
  if ((outer && properties.rowEnd) || (depth > 1 && properties.innerRowEnd)) {
    // What stands before a row mark without a cell mark of its own is a cell that lost it.
    if (table.cell.length > 0) table.cells.push(table.cell);
    if (table.cells.length > 0 && !paragraph.deleted) {
      table.rows.push({ cells: table.cells, definition: rowDefinition(properties.rows, generation) });
    }
    table.cells = [];
    table.cell = [];
    return;
  }
  table.cell.push({ kind: 'paragraph', paragraph });
  if (outer || (depth > 1 && properties.innerCell)) {
    table.cells.push(table.cell);
    table.cell = [];
  }
}
