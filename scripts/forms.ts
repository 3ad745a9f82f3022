/** A document saved in forms for which no other program is needed: what benches and fuzzing read. */
import * as xlsx from '@e965/xlsx';
import type { Block, Document, Span } from '../src/document.ts';
import { withPdf } from '../src/read/pdf/open.ts';
import { fromMarks, ofd } from '../test/read/ofd/build.ts';

/** The tables of a document, a sheet for each. */
export function workbookOf(document: Document, bookType: 'xlsx' | 'xls'): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const rows = Array.from({ length: block.rows }, () => new Array<string>(block.columns).fill(''));
    for (const cell of block.cells) (rows[cell.row] as string[])[cell.column] = textOf(document, cell);
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows));
  }
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType }) as Buffer);
}

function textOf({ text }: Document, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A page in a web archive. */
export function mhtmlOf(page: Uint8Array): Uint8Array {
  const body = Buffer.from(page).toString('base64');
  const part = ['--x', 'Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', body, '--x--', ''];
  const lines = ['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="x"', '', ...part];
  return new Uint8Array(Buffer.from(lines.join('\r\n'), 'latin1'));
}

/** The glyphs and rules of a PDF. */
export async function ofdOf(pdf: Uint8Array): Promise<Uint8Array> {
  return withPdf(pdf, async (file) => {
    const pages: string[] = [];
    for (let number = 1; number <= file.pages; number++) pages.push(fromMarks(await file.page(number)));
    return ofd(pages);
  });
}

export function rtfOf(document: Document): Uint8Array {
  const body = document.blocks.map((block) => rtfBlock(document, block)).join('\n');
  return new Uint8Array(Buffer.from(`{\\rtf1\\ansi\\uc1\\deff0{\\fonttbl{\\f0 SimSun;}}\n${body}}`, 'latin1'));
}

function rtfBlock(document: Document, block: Block): string {
  if (block.kind === 'paragraph')
    return `\\pard ${block.lines.map((line) => escaped(textOf(document, line))).join('')}\\par`;
  const rows: string[] = [];
  for (let row = 0; row < block.rows; row++) {
    const cells = block.cells.filter((cell) => cell.row === row);
    const edges = cells.map(({ column, columnSpan }) => `\\cellx${(column + columnSpan) * 1000}`).join('');
    const texts = cells.map((cell) => `\\intbl ${escaped(textOf(document, cell))}\\cell`).join(' ');
    rows.push(`\\trowd${edges}\\pard ${texts}\\row`);
  }
  return rows.join('\n');
}

const escaped = (text: string) =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
    .map((code) =>
      code < 0x80 && !'\\{}'.includes(String.fromCharCode(code)) ? String.fromCharCode(code) : `\\u${code}?`,
    )
    .join('');
