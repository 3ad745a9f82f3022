/** `w:tbl`: rows and cells on the table's grid, merged cells joined, layout tables unwrapped. */
import { isLayout } from '../layout-table.ts';
import type { CellPart, Part, TablePart } from '../parts.ts';
import { chosen } from './inline.ts';
import { child, integer, toggle, value, type XmlElement } from './xml.ts';

interface Draft {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
}

interface Read {
  readonly element: XmlElement;
  readonly column: number;
  readonly columnSpan: number;
  /** Goes on the cell above. */
  readonly continues: boolean;
  readonly opens: boolean;
  readonly parts: readonly Part[];
}

export function tableParts(table: XmlElement, blocks: (cell: XmlElement) => Part[]): Part[] {
  const rows = inside(table, 'w:tr')
    .filter(rowIsThere)
    .map((row) => cellsOf(row, blocks));
  const contents = rows.map((row) =>
    row.filter((cell) => !cell.continues).map((cell) => ({ text: textOf(cell.parts), inner: innerLength(cell.parts) })),
  );
  if (isLayout(contents))
    return rows
      .flat()
      .filter((cell) => !cell.continues)
      .flatMap((cell) => [...cell.parts]);
  const turns = new Set<number>();
  rows.forEach((row, i) => {
    if (row.some((cell) => cell.parts.some(turnsPage))) turns.add(i);
  });
  const leading: Part[] = turns.has(0) ? [{ kind: 'page' }] : [];
  const part: TablePart = { kind: 'table', rows: merged(rows), ruled: true, turns };
  return [...leading, part, ...rows.flat().flatMap((cell) => tablesOf(cell.parts))];
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

function cellsOf(row: XmlElement, blocks: (cell: XmlElement) => Part[]): Read[] {
  let column = span(child(child(row, 'w:trPr'), 'w:gridBefore'), 0);
  const cells: Read[] = [];
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
      cells.push({ element, column, columnSpan, continues, opens: vMerge !== undefined, parts: blocks(element) });
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

/** A cell that goes on without one above of the same place and width stands for itself. */
function merged(rows: readonly (readonly Read[])[]): CellPart[][] {
  let above = new Map<number, Draft>();
  return rows.map((row) => {
    const next = new Map<number, Draft>();
    const drafts: Draft[] = [];
    for (const cell of row) {
      const open = above.get(cell.column);
      if (cell.continues && open && open.columnSpan === cell.columnSpan) {
        open.rowSpan++;
        next.set(cell.column, open);
        continue;
      }
      const { column, columnSpan } = cell;
      const draft: Draft = { text: textOf(cell.parts), column, columnSpan, rowSpan: 1 };
      drafts.push(draft);
      if (cell.opens) next.set(column, draft);
    }
    above = next;
    return drafts;
  });
}

function textOf(parts: readonly Part[]): string {
  const lines = parts.flatMap((part) => (part.kind === 'paragraph' ? part.lines : []));
  return lines
    .filter((line) => typeof line === 'string')
    .map((line) => line.trim())
    .join(' ');
}

function tablesOf(parts: readonly Part[]): TablePart[] {
  return parts.filter((part) => part.kind === 'table');
}

function innerLength(parts: readonly Part[]): number | null {
  const tables = tablesOf(parts);
  if (tables.length === 0) return null;
  return tables.flatMap((table) => table.rows.flat()).reduce((length, cell) => length + cell.text.length, 0);
}

function turnsPage(part: Part): boolean {
  if (part.kind === 'paragraph') return part.lines.some((line) => typeof line === 'object' && 'page' in line);
  return part.kind === 'page';
}
