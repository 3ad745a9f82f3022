/** `w:tbl`: rows and cells on the table's grid, merged cells joined, layout tables unwrapped. */
import type { Part } from '../parts.ts';
import { columnIndex, SAME_EDGE } from '../word/columns.ts';
import { type ReadCell, wordTable } from '../word/table.ts';
import { chosen } from './inline.ts';
import { child, childrenOf, integer, toggle, value, type XmlElement } from './xml.ts';

export function tableParts(table: XmlElement, blocks: (cell: XmlElement) => Part[]): Part[] {
  const rows = inside(table, 'w:tr')
    .filter(rowIsThere)
    .map((row) => cellsOf(row, blocks));
  return wordTable(withoutSlivers(rows, edgesOf(table)));
}

/** The edges of the table's grid columns in twips; null where their widths are not given. */
function edgesOf(table: XmlElement): number[] | null {
  const edges = [0];
  for (const column of childrenOf(child(table, 'w:tblGrid'), 'w:gridCol')) {
    const width = integer(column.attributes['w:w']);
    if (width === null || width <= 0) return null;
    edges.push((edges.at(-1) as number) + width);
  }
  return edges;
}

/** Edges that differ by less than a millimetre from row to row make columns in the file, but not in print. */
function withoutSlivers(rows: readonly (readonly ReadCell[])[], edges: readonly number[] | null): ReadCell[][] {
  const last = Math.max(...rows.flat().map((cell) => cell.column + cell.columnSpan), 0);
  if (!edges || edges.length <= last) return rows.map((row) => [...row]);
  const start = (cell: ReadCell) => edges[cell.column] as number;
  const end = (cell: ReadCell) => edges[cell.column + cell.columnSpan] as number;
  const kept = rows.map((row) => row.filter((cell) => end(cell) - start(cell) > SAME_EDGE || cell.parts.length > 0));
  const column = columnIndex(kept.map((row) => row.flatMap((cell) => [start(cell), end(cell)])));
  return kept.map((row) =>
    row.map((cell) => {
      const first = column(start(cell));
      return { ...cell, column: first, columnSpan: Math.max(1, column(end(cell)) - first) };
    }),
  );
}

/** Children of this name, also those inside content controls and insertions. */
function inside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => {
    if (each.name === name) return [each];
    if (each.name === 'w:sdt') return inside(child(each, 'w:sdtContent') ?? each, name);
    if (each.name === 'mc:AlternateContent') return inside(chosen(each) ?? each, name);
    return ['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(each.name) ? inside(each, name) : [];
  });
}

function rowIsThere(row: XmlElement): boolean {
  const trPr = child(row, 'w:trPr');
  return !child(trPr, 'w:del') && !toggle(child(trPr, 'w:hidden'));
}

function cellsOf(row: XmlElement, blocks: (cell: XmlElement) => Part[]): ReadCell[] {
  let column = span(child(child(row, 'w:trPr'), 'w:gridBefore'), 0);
  const cells: ReadCell[] = [];
  for (const element of inside(row, 'w:tc')) {
    const tcPr = child(element, 'w:tcPr');
    if (child(tcPr, 'w:cellDel')) continue;
    const columnSpan = span(child(tcPr, 'w:gridSpan'), 1);
    const last = cells.at(-1);
    // The older way to merge sideways.
    if (last && isContinued(child(tcPr, 'w:hMerge'))) {
      cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
    } else {
      const vMerge = child(tcPr, 'w:vMerge');
      const continues = isContinued(vMerge);
      const parts = blocks(element);
      // LibreOffice writes cells that were merged sideways in a .doc without width and as if merged down.
      if (last && continues && parts.length === 0 && integer(child(tcPr, 'w:tcW')?.attributes['w:w']) === 0) continue;
      cells.push({ column, columnSpan, continues, opens: vMerge !== undefined, parts });
    }
    column += columnSpan;
  }
  return cells;
}

function span(element: XmlElement | undefined, fallback: number): number {
  const number = integer(value(element));
  return number === null || number < fallback ? fallback : Math.min(number, 1000);
}

function isContinued(merge: XmlElement | undefined): boolean {
  return merge !== undefined && value(merge) !== 'restart';
}
