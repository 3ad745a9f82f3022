/**
 * A workbook without its formulas and pivot tables: the results that it stores are all that there is to show. LibreOffice
 * computes many anew (TODAY, functions that it does not know), which says nothing about how a stored value is shown.
 */
import { CFB } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const FORMULA = /<(?:\w{1,20}:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w{1,20}:)?f>)/g;
const COMPUTED_PART = /pivotTable|pivotCache|calcChain/;

export function withStoredValues(bytes: Uint8Array): Uint8Array {
  try {
    return bytes[0] === 0x50 ? ofXlsx(bytes) : ofXls(bytes);
  } catch {
    // Damaged or encrypted: the witness gets it as it is.
    return bytes;
  }
}

function ofXlsx(bytes: Uint8Array): Uint8Array {
  const kept: Record<string, Uint8Array> = {};
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    if (COMPUTED_PART.test(name)) continue;
    const edit = /worksheets\/[^/]+\.xml$/.test(name)
      ? (xml: string) => xml.replace(FORMULA, '')
      : /\.rels$|Content_Types|workbook\.xml$/.test(name)
        ? (xml: string) => xml.replace(/<pivotCaches>.*?<\/pivotCaches>/s, '').replace(REFERENCE, withoutComputed)
        : null;
    kept[name] = edit ? strToU8(edit(strFromU8(data))) : data;
  }
  return zipSync(kept);
}

const REFERENCE = /<(?:Relationship|Override)\s[^>]*>/g;
const withoutComputed = (element: string) => (COMPUTED_PART.test(element) ? '' : element);

/** Records of BIFF 5 and 8: number and length of two bytes each, then the data. */
const RECORD = { formula: 0x0006, string: 0x0207, number: 0x0203, boolean: 0x0205, label: 0x0204, unknown: 0x0fff };
/** What may stand between a formula and its text: shared, array and table formulas. */
const BETWEEN = new Set([0x04bc, 0x0221, 0x0236]);
/** Row, column and format of a cell. */
const CELL = 6;

function ofXls(bytes: Uint8Array): Uint8Array {
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const stream = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
  if (!stream) return bytes;
  const data = Buffer.from(stream.content as Uint8Array);
  for (let at = 0; at + 4 <= data.length; at += 4 + data.readUInt16LE(at + 2)) {
    if (data.readUInt16LE(at) === RECORD.formula && at + 26 <= data.length) storeResult(data, at);
  }
  stream.content = data as unknown as typeof stream.content;
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as unknown as Buffer);
}

/** The formula at `at` as a cell with its result; what is left of the record becomes one that nobody knows. */
function storeResult(data: Buffer, at: number): void {
  const length = data.readUInt16LE(at + 2);
  const result = at + 4 + CELL;
  const kind = data.readUInt16LE(result + 6) === 0xffff ? (data[result] ?? 0) : null;
  if (kind === null) split(data, at, RECORD.number, CELL + 8, length);
  else if (kind === 0) storeText(data, at);
  else if (kind === 1 || kind === 2) {
    data.writeUInt8(data[result + 2] ?? 0, result);
    data.writeUInt8(kind - 1, result + 1);
    split(data, at, RECORD.boolean, CELL + 2, length);
  }
}

function split(data: Buffer, at: number, type: number, used: number, length: number): void {
  header(data, at, type, used);
  header(data, at + 4 + used, RECORD.unknown, length - used - 4);
}

/** The text of a formula stands in a record of its own, which becomes the cell. */
function storeText(data: Buffer, at: number): void {
  let next = at + 4 + data.readUInt16LE(at + 2);
  while (next + 4 <= data.length && BETWEEN.has(data.readUInt16LE(next))) next += 4 + data.readUInt16LE(next + 2);
  if (next + 4 > data.length || data.readUInt16LE(next) !== RECORD.string) return;
  const cell = Buffer.from(data.subarray(at + 4, at + 4 + CELL));
  const length = data.readUInt16LE(next + 2);
  header(data, at, RECORD.unknown, next - CELL - at - 4);
  header(data, next - CELL, RECORD.label, CELL + length);
  cell.copy(data, next + 4 - CELL);
}

function header(data: Buffer, at: number, type: number, length: number): void {
  data.writeUInt16LE(type, at);
  data.writeUInt16LE(length, at + 2);
}
