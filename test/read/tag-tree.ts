/** The tables of a tagged PDF as its own tags tell them: a second witness that no ruling line has part in. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

/** For each page its tables, rows and cells, white space left out. */
export async function taggedTables(bytes: Uint8Array): Promise<string[][][][]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[][][][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Node | null;
    const texts = textsOf((await page.getTextContent({ includeMarkedContent: true })).items);
    const cellsOf = (row: Node) =>
      (row.children ?? [])
        .filter((cell) => /^T[DH]$/.test(cell.role ?? ''))
        .map((cell) => textOf(cell, texts).replace(/\s/g, ''));
    pages.push([...withRole(tree ?? {}, 'Table')].map((table) => [...withRole(table, 'TR')].map(cellsOf)));
  }
  await task.destroy();
  return pages;
}
