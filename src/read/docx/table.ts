/** `w:tbl`: rows and cells on the table's grid, merged cells joined, layout tables unwrapped. */
import type { Part } from '../parts.ts';
import { SAME_EDGE } from '../word/columns.ts';
import { type ReadCell, wordTable } from '../word/table.ts';
import { chosen } from './inline.ts';
import { child, childrenOf, integer, toggle, value, type XmlElement } from './xml.ts';

/** Of columns whose widths are not told. */
const ASSUMED_WIDTH = 1440;

export function tableParts(table: XmlElement, blocks: (cell: XmlElement) => Part[]): Part[] {
  const rows = inside(table, 'w:tr')
    .filter(rowIsThere)
    .map((row) => cellsOf(row, blocks));
  const edge = edgesOf(table);
  return wordTable(rows.map((row) => row.map((cell) => ({ ...cell, start: edge(cell.start), end: edge(cell.end) }))));
}

/** Grid column → its left edge in twips. A grid without sound widths gives columns of equal width. */
function edgesOf(table: XmlElement): (column: number) => number {
  const grid = childrenOf(child(table, 'w:tblGrid'), 'w:gridCol').map((each) => integer(each.attributes['w:w']) ?? 0);
  const narrow = grid.filter((width) => width <= SAME_EDGE).length;
  if (narrow * 2 > grid.length || grid.some((width) => width <= 0)) return (column) => column * ASSUMED_WIDTH;
  const edges = [0];
  for (const width of grid) edges.push((edges.at(-1) as number) + width);
  const last = edges.length - 1;
  return (column) => edges[column] ?? (edges[last] as number) + (column - last) * ASSUMED_WIDTH;
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

/** The cells of a row, their edges counted in grid columns. */
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
      cells[cells.length - 1] = { ...last, end: column + columnSpan };
    } else {
      const vMerge = child(tcPr, 'w:vMerge');
      const continues = isContinued(vMerge);
      const parts = blocks(element);
      // LibreOffice writes cells that were merged sideways in a .doc without width and as if merged down.
      if (last && continues && parts.length === 0 && integer(child(tcPr, 'w:tcW')?.attributes['w:w']) === 0) continue;
      cells.push({ start: column, end: column + columnSpan, continues, opens: vMerge !== undefined, parts });
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
