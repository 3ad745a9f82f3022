/** Small documents for examples. In tables `|` parts cells, ` ~` widens one, `^` hangs from the row above. */
import type { Report } from '../../contract.ts';
import { type Block, type CellInput, type Document, DocumentBuilder, type Paragraph } from '../../document.ts';

interface Open {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

export function cellsOf(source: string): { cells: CellInput[]; rows: number; columns: number } {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const open: Open[] = [];
  let columns = 0;
  lines.forEach((line, row) => {
    let column = 0;
    for (const raw of line.split('|')) {
      const words = raw.trim();
      if (words === '^') {
        const above = open.find(
          (c) => c.column <= column && column < c.column + c.columnSpan && c.row + c.rowSpan === row,
        );
        if (above) above.rowSpan++;
        column += above?.columnSpan ?? 1;
        continue;
      }
      const text = words.replace(/( ~)+$/, '').replace(/^~( ~)*$/, '');
      const columnSpan = 1 + (words.match(/ ~/g)?.length ?? 0);
      open.push({ row, column, rowSpan: 1, columnSpan, text });
      column += columnSpan;
    }
    columns = Math.max(columns, column);
  });
  const cells = open.map(({ text, ...place }) => ({ ...place, runs: [{ text, box: null }] }));
  return { cells, rows: lines.length, columns };
}

export type Part = string | { readonly table: string } | { readonly contents: string };

/** A line is a paragraph. */
export function documentOf(parts: readonly Part[]): Document {
  const builder = new DocumentBuilder();
  builder.page();
  const blocks: Block[] = parts.map((part): Block => {
    if (typeof part === 'object' && 'table' in part) {
      const { cells, rows, columns } = cellsOf(part.table);
      return { kind: 'table', rows, columns, cells: builder.cells(cells), ruled: true };
    }
    const text = typeof part === 'string' ? part : part.contents;
    const role = typeof part === 'string' ? 'body' : 'contents';
    const span = builder.line([{ text, box: null }]);
    return { kind: 'paragraph', lines: [span], role, heading: null } satisfies Paragraph;
  });
  return builder.finish('html', blocks);
}

export const reportOf = (kind: Report['kind'], fiscalYear: number | null): Report => ({
  title: null,
  organisation: null,
  kind,
  level: null,
  fiscalYear,
  region: null,
  units: [],
  duties: [],
});
