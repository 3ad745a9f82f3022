/** Walks the printed part of a page: lines of blocks, tables on the way. */

import { isLayout } from '../layout-table.ts';
import type { CellPart, TablePart } from '../parts.ts';
import type { FlowLine } from '../reflow.ts';
import { isHidden } from './hidden.ts';
import { attribute, type Element, isElement, type Node, textOf, unprinted } from './tree.ts';

export type Item = FlowLine | TablePart;

export interface Leaving {
  readonly navigation: ReadonlySet<Element>;
  readonly hidden: ReadonlySet<string>;
  /** Length of the text inside an element. */
  readonly length: (element: Element) => number;
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table caption tbody thead tfoot tr td th ul'.split(
    ' ',
  ),
);

export function itemsOf(root: Element, leaving: Leaving): Item[] {
  const walker = new Walker(leaving);
  walker.children(root);
  walker.flush();
  return walker.items;
}

class Walker {
  readonly items: Item[] = [];
  private text = '';
  private gap = false;
  private soft = false;
  private heading: number | null = null;
  private preserved = false;
  private readonly leaving: Leaving;

  constructor(leaving: Leaving) {
    this.leaving = leaving;
  }

  children(element: Element): void {
    for (const child of element.childNodes) this.node(child);
  }

  private node(node: Node): void {
    const text = textOf(node);
    if (text !== null) this.addText(text);
    else if (isElement(node) && !this.leftOut(node)) this.element(node);
  }

  leftOut(element: Element): boolean {
    return (
      unprinted(element) ||
      element.tagName === 'del' ||
      this.leaving.navigation.has(element) ||
      isHidden(element, this.leaving.hidden)
    );
  }

  private element(element: Element): void {
    const name = element.tagName;
    if (name === 'br') this.lineBreak();
    else if (name === 'table') this.table(element);
    else if (!BLOCKS.has(name)) this.children(element);
    else {
      const outer = { heading: this.heading, preserved: this.preserved };
      this.flush();
      if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
      if (name === 'pre') this.preserved = true;
      this.children(element);
      this.flush();
      this.heading = outer.heading;
      this.preserved = outer.preserved;
    }
  }

  private addText(text: string): void {
    if (!this.preserved) {
      this.text += text.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    text.split(/\r\n|[\r\n]/).forEach((line, i) => {
      if (i > 0) {
        if (this.text.trim() === '') this.gap = true;
        this.flush();
      }
      this.text += line;
    });
  }

  /** The first break ends the line; each further one is a blank line. */
  private lineBreak(): void {
    if (this.text.trim() === '') {
      this.gap = true;
      this.text = '';
      return;
    }
    this.flush();
    this.soft = true;
  }

  /** Ends the line at the edge of a block. */
  flush(): void {
    const text = this.text.replace(/^ (?=\S)/, '');
    if (text.trim() !== '') {
      this.items.push({ text, gap: this.gap, soft: this.soft && !this.gap, heading: this.heading });
      this.gap = false;
    }
    this.soft = false;
    this.text = '';
  }

  private table(table: Element): void {
    this.flush();
    const rows = this.rowsOf(table);
    const caption = table.childNodes.find((child) => isElement(child) && child.tagName === 'caption');
    if (caption && isElement(caption) && !this.leftOut(caption)) {
      this.children(caption);
      this.flush();
    }
    if (isLayout(rows.map((row) => row.map(({ content }) => ({ text: content.text, inner: this.inner(content) }))))) {
      for (const cell of rows.flat()) {
        this.children(cell.element);
        this.flush();
      }
      return;
    }
    const cells = rows.map((row) =>
      row.map(({ content, rowSpan, columnSpan }): CellPart => ({ text: content.text, rowSpan, columnSpan })),
    );
    if (cells.some((row) => row.some((cell) => cell.text !== '')))
      this.items.push({ kind: 'table', rows: cells, ruled: true });
    this.gap = false;
    for (const inner of rows.flat().flatMap((cell) => cell.content.tables)) this.table(inner);
  }

  private inner({ tables }: CellContent): number | null {
    return tables.length === 0 ? null : tables.reduce((length, table) => length + this.leaving.length(table), 0);
  }

  /** Head, bodies, foot: in the order in which a browser prints them. */
  private rowsOf(table: Element): Cell[][] {
    const sections = table.childNodes.filter(isElement).filter((section) => !this.leftOut(section));
    const order = (section: Element) => (section.tagName === 'thead' ? 0 : section.tagName === 'tfoot' ? 2 : 1);
    const groups = sections
      .sort((a, b) => order(a) - order(b))
      .map((section) => {
        const rows =
          section.tagName === 'tr'
            ? [section]
            : section.childNodes.filter(isElement).filter((row) => row.tagName === 'tr');
        return rows.filter((row) => !this.leftOut(row));
      });
    return groups.flatMap((rows) => rows.map((row, i) => this.cellsOf(row, rows.length - i)));
  }

  private cellsOf(row: Element, rowsLeft: number): Cell[] {
    const cells = row.childNodes.filter(isElement).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
    return cells
      .filter((cell) => !this.leftOut(cell))
      .map((element) => {
        const rowSpan = span(element, 'rowspan');
        return {
          element,
          content: contentOf(element, this),
          columnSpan: span(element, 'colspan') || 1,
          // A span of 0 reaches to the end of the row group. Others are not cut there: programs part head and body at will.
          rowSpan: rowSpan === 0 ? rowsLeft : rowSpan,
        };
      });
  }
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) || value < 0 ? 1 : value;
}

export interface CellContent {
  readonly text: string;
  readonly tables: readonly Element[];
}

interface Cell {
  readonly element: Element;
  readonly content: CellContent;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The text of a cell on one line, and the tables inside it. */
function contentOf(cell: Element, walker: Walker): CellContent {
  let text = '';
  const tables: Element[] = [];
  const visit = (node: Node): void => {
    const value = textOf(node);
    if (value !== null) text += value.replace(/[\s\u00a0]+/g, ' ');
    else if (!isElement(node) || walker.leftOut(node)) return;
    else if (node.tagName === 'table') tables.push(node);
    else {
      const parts = node.tagName === 'br' || BLOCKS.has(node.tagName);
      if (parts) text += ' ';
      node.childNodes.forEach(visit);
      if (parts) text += ' ';
    }
  };
  cell.childNodes.forEach(visit);
  return { text: text.replace(/ {2,}/g, ' ').trim(), tables };
}
