/** Writes a composed sample as a workbook: a sheet a table, amounts as numbers with a format, merged heads. */
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import type { BlockForm, CellForm, Sample, TableForm } from './form.ts';
import { squeeze } from './pages.ts';
import { dumpedPages, pieces, plain } from './write.ts';

const AMOUNT = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

type Merge = { s: { r: number; c: number }; e: { r: number; c: number } };

/** A printed number becomes a number whose format prints it again; codes and words stay text. */
function put(sheet: WorkSheet, row: number, column: number, text: string, amount: boolean): void {
  if (text === '') return;
  const address = utils.encode_cell({ r: row, c: column });
  if (!amount || !AMOUNT.test(text)) {
    sheet[address] = { t: 's', v: text };
    return;
  }
  const decimals = text.split('.')[1]?.length ?? 0;
  const fraction = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  sheet[address] = { t: 'n', v: Number(text.replace(/,/g, '')), z: `${text.includes(',') ? '#,##0' : '0'}${fraction}` };
}

/** Places a row's cells, leaving out the slots that cells above cover. */
function placed(rows: TableForm['rows']): { cell: CellForm; row: number; column: number }[] {
  const taken = new Set<string>();
  return rows.flatMap((row, r) => {
    let column = 0;
    return row.map((cell) => {
      while (taken.has(`${r} ${column}`)) column++;
      const start = column;
      for (let i = 0; i < (cell.rows ?? 1); i++)
        for (let j = 0; j < (cell.columns ?? 1); j++) taken.add(`${r + i} ${start + j}`);
      return { cell, row: r, column: start };
    });
  });
}

function tableSheet(table: TableForm): WorkSheet {
  const width = table.widths.length;
  const sheet: WorkSheet = {};
  const merges: Merge[] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: width - 1 } }];
  put(sheet, 0, 0, table.title, false);
  table.above.forEach((text, i) => {
    const parts = text.split(/　+/);
    const places =
      parts.length === 1 ? [width - 1] : parts.map((_, n) => Math.round((n * (width - 1)) / (parts.length - 1)));
    parts.forEach((part, n) => {
      put(sheet, i + 1, places[n] as number, part, false);
    });
  });
  const top = 1 + table.above.length;
  for (const { cell, row, column } of placed(table.rows)) {
    const [columns, rows] = [cell.columns ?? 1, cell.rows ?? 1];
    put(sheet, top + row, column, plain(cell.text), typeof cell.text !== 'string');
    if (columns > 1 || rows > 1)
      merges.push({ s: { r: top + row, c: column }, e: { r: top + row + rows - 1, c: column + columns - 1 } });
  }
  const bottom = top + table.rows.length;
  table.below.forEach((text, i) => {
    put(sheet, bottom + i, 0, plain(text), false);
    merges.push({ s: { r: bottom + i, c: 0 }, e: { r: bottom + i, c: width - 1 } });
  });
  const last = bottom + table.below.length - 1;
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: last, c: width - 1 } });
  sheet['!merges'] = merges;
  sheet['!cols'] = table.widths.map((wch) => ({ wch }));
  return sheet;
}

/** Sheets in order: a table each, and what stands before it up to a break. */
export function sheets(blocks: readonly BlockForm[]): BlockForm[][] {
  const list: BlockForm[][] = [];
  let open: BlockForm[] = [];
  const close = () => {
    if (open.length > 0) list.push(open);
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'break') close();
    if (block.kind === 'table') list.push([block]);
    else if (block.kind !== 'break') open.push(block);
  }
  close();
  return list;
}

/** The texts of the pages of a form that has pages without being drawn: sheets, or pages of a dump; null for one page. */
export function printedPages(sample: Sample): string[] | null {
  if (sample.wrap) return dumpedPages(sample).map((lines) => squeeze(lines.join('')));
  if (sample.format !== 'xlsx') return null;
  return sheets(sample.blocks).map((blocks) =>
    squeeze(
      pieces(blocks)
        .map(({ piece }) => (typeof piece === 'string' ? piece : piece.text))
        .join(''),
    ),
  );
}

/** GK01 收入支出决算总表 as the ministry's software names a final account's sheets, 表1 for a budget's. */
function sheetName(sample: Sample, title: string, number: number): string {
  if (sample.report.kind === 'budget') return `表${number}`;
  return `GK${String(number).padStart(2, '0')} ${title}`;
}

export function asXlsx(sample: Sample): Uint8Array {
  const book: WorkBook = { SheetNames: [], Sheets: {} };
  sheets(sample.blocks).forEach((blocks, i) => {
    const first = blocks[0] as BlockForm;
    const texts = blocks.map((block) => (block.kind === 'break' || block.kind === 'table' ? '' : plain(block.text)));
    const label = first.kind === 'table' ? sheetName(sample, first.title, i - 1) : i === 0 ? '封面' : '目录';
    const name = label.slice(0, 31);
    book.SheetNames.push(name);
    book.Sheets[name] =
      first.kind === 'table' ? tableSheet(first) : utils.aoa_to_sheet(texts.flatMap((text) => [[text], []]));
  });
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}
