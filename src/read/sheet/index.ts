/** Workbooks, XLSX and XLS: a page for each sheet, what is shown and not what is stored, hidden parts left out and named. */
import type { WorkBook } from '@e965/xlsx';
import type { Notice } from '../../document.ts';
import type { Patterns } from '../../patterns/load.ts';
import { documentOf } from '../contents.ts';
import { causeOf, failure, notice, type Reading } from '../notices.ts';
import { type Part, paragraph } from '../parts.ts';
import { unzipped } from '../zip.ts';
import { gridOf, type SheetGrid } from './cells.ts';
import type { NumberFormat } from './formats.ts';
import { withoutFormulas } from './records.ts';
import { partsOf } from './regions.ts';

export async function readSheets(bytes: Uint8Array, format: 'xlsx' | 'xls', patterns: Patterns): Promise<Reading> {
  let workbook: WorkBook;
  let shown: NumberFormat;
  try {
    // The library would inflate whatever it is given.
    if (format === 'xlsx') unzipped(bytes, (name) => /\.(?:xml|rels|bin)$/i.test(name));
    ({ workbook, shown } = await open(bytes));
  } catch (error) {
    const cause = causeOf(error);
    if (/password|encrypt/i.test(cause)) return failure('encrypted', 'the workbook is encrypted; a password is needed');
    return failure('corrupt', `the workbook is damaged: ${cause.slice(0, 200)}`);
  }
  const notices: Notice[] = [];
  const parts: Part[] = [];
  workbook.SheetNames.forEach((name, i) => {
    const sheet = workbook.Sheets[name];
    // A sheet that is nothing but a chart repeats values of another.
    if (!sheet || sheet['!type'] === 'chart') return;
    if (workbook.Workbook?.Sheets?.[i]?.Hidden) {
      notices.push(notice('hidden-content', 'info', `the sheet “${name}” is hidden and was left out`));
      return;
    }
    const grid = gridOf(sheet, shown);
    notices.push(...remarks(name, grid));
    const found = sheetParts(name, grid);
    if (found.length > 0) parts.push(...(parts.length > 0 ? [{ kind: 'page' } as const] : []), ...found);
  });
  if (parts.length === 0)
    return { value: null, notices: [...failure('empty', 'the workbook shows no text').notices, ...notices] };
  return { value: documentOf(format, parts, patterns), notices };
}

/** Loaded when needed: the library and its code pages are large. */
async function open(bytes: Uint8Array): Promise<{ workbook: WorkBook; shown: NumberFormat }> {
  const [xlsx, codepages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')]);
  xlsx.set_cptable(codepages);
  const workbook = xlsx.read(withoutFormulas(bytes, xlsx.CFB), {
    type: 'array',
    dense: true,
    cellStyles: true,
    cellNF: true,
    cellHTML: false,
    bookVBA: false,
    sheetRows: 100_000,
  });
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return { workbook, shown: (format, value) => xlsx.SSF.format(format, value, { date1904 }) };
}

/** A sheet whose table has no line above is named by its tab, unless the program named it. */
function sheetParts(name: string, grid: SheetGrid): Part[] {
  const parts = partsOf(grid);
  const named = !/^(?:sheet|工作表)\s?\d{0,4}$/i.test(name);
  return named && parts[0]?.kind === 'table' ? [paragraph([name]), ...parts] : parts;
}

function remarks(name: string, grid: SheetGrid): Notice[] {
  const notices: Notice[] = [];
  const add = (code: Notice['code'], message: string) =>
    notices.push(notice(code, 'info', `sheet “${name}”: ${message}`));
  if (grid.hiddenRows > 0) add('hidden-content', `${grid.hiddenRows} hidden rows were left out`);
  if (grid.hiddenColumns > 0) add('hidden-content', `${grid.hiddenColumns} hidden columns were left out`);
  if (grid.unknown > 0) add('unknown-element', `${grid.unknown} formulas have no stored result; their cells are blank`);
  return notices;
}
