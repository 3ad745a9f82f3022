/** The tables of a tagged PDF as its own tags tell them: a second witness that no ruling line has part in. */
import { type Document, type Notice, pageAt } from '../../document.ts';
import { withDocument } from './open.ts';

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Text by the id of its marked content. */
function textsOf(items: readonly object[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items as { type?: string; id?: string | null; str?: string }[]) {
    if (item.type === 'endMarkedContent') open.pop();
    else if (item.type) open.push(item.id ?? null);
    else {
      const id = open.findLast((found) => found !== null);
      if (id) texts.set(id, (texts.get(id) ?? '') + (item.str ?? ''));
    }
  }
  return texts;
}

const textOf = (node: Node, texts: ReadonlyMap<string, string>): string =>
  node.type === 'content'
    ? (texts.get(node.id ?? '') ?? '')
    : (node.children ?? []).map((child) => textOf(child, texts)).join('');

function* withRole(node: Node, role: string): Generator<Node> {
  if (node.role === role) yield node;
  else for (const child of node.children ?? []) yield* withRole(child, role);
}

/** More pages are not looked at: a witness may not cost more than the reading. */
const MOST_PAGES = 500;
const SHOWN = 5;
const LONGEST_ROW = 80;

/** For each page its tables, rows and cells, white space left out. */
export function taggedTables(bytes: Uint8Array): Promise<string[][][][]> {
  return withDocument(bytes, async (pdf, count) => {
    const pages: string[][][][] = [];
    for (let number = 1; number <= Math.min(count, MOST_PAGES); number++) {
      const page = await pdf.getPage(number);
      const tree = (await page.getStructTree()) as Node | null;
      const tables = [...withRole(tree ?? {}, 'Table')];
      const content = tables.length > 0 ? await page.getTextContent({ includeMarkedContent: true }) : { items: [] };
      const texts = textsOf(content.items);
      const cellsOf = (row: Node) =>
        (row.children ?? [])
          .filter((cell) => /^T[DH]$/.test(cell.role ?? ''))
          .map((cell) => textOf(cell, texts).replace(/\s/g, ''));
      pages.push(tables.map((table) => [...withRole(table, 'TR')].map(cellsOf)));
      page.cleanup();
    }
    return pages;
  });
}

/** Rows of tables that the reading has otherwise than the tags of the file, page by page; none where it has no tags. */
export async function tagDifferences(document: Document, bytes: Uint8Array): Promise<Notice[]> {
  const read = new Map<number, string[]>();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const rows = new Map<number, { page: number; cells: string[] }>();
    for (const { row, start, end } of block.cells) {
      const text = document.text.slice(start, end).replace(/\s/g, '');
      const found = rows.get(row) ?? { page: pageAt(document, start), cells: [] };
      rows.set(row, { ...found, cells: text === '' ? found.cells : [...found.cells, text] });
    }
    for (const { page, cells } of rows.values()) read.set(page, [...(read.get(page) ?? []), cells.join('|')]);
  }
  // A head that is printed again on a later page is in the tags of that page and once in the reading.
  const known = new Set([...read.values()].flat());
  return (await taggedTables(bytes)).flatMap((tables, i): Notice[] => {
    if (tables.length === 0) return [];
    const tagged = tables.flat().map((row) => row.filter((cell) => cell !== '').join('|'));
    const tags = new Set(tagged);
    const ours = (read.get(i + 1) ?? []).filter((row) => row !== '' && !tags.has(row));
    const theirs = tagged.filter((row) => row !== '' && !known.has(row));
    if (ours.length === 0 && theirs.length === 0) return [];
    const message = `rows of tables only in this reading: ${some(ours)}; only in the tags of the file: ${some(theirs)}`;
    return [{ code: 'readings-differ', severity: 'warning', page: i + 1, message }];
  });
}

function some(rows: readonly string[]): string {
  if (rows.length === 0) return 'none';
  const shown = rows.slice(0, SHOWN).map((row) => row.slice(0, LONGEST_ROW));
  return `${rows.length} (${shown.join('; ')}${rows.length > SHOWN ? ' …' : ''})`;
}
