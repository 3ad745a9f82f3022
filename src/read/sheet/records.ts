/**
 * Binary workbooks of Excel 5 to 2003 without what only computes: formulas become their stored results, and records that
 * show nothing become one that is passed over. The library trusts counts inside of those, and a damaged one costs it
 * minutes or all memory. Lengths stay as they are, for the workbook names its sheets by their places.
 */
import type { CFB as Compound } from '@e965/xlsx';

/** Number and length of two bytes each, then the data ([MS-XLS] 2.1.4). */
const RECORD = {
  number: 0x0203,
  boolean: 0x0205,
  label: 0x0204,
  blank: 0x0201,
  string: 0x0207,
  unread: 0x0050,
};
const FIRST = 0x0809;
const FILE_PASS = 0x002f;
/** Sheets, formats, shared strings, rows, columns, cells, merges, and what tells the character set and the dates. */
const SHOWN = new Set([
  FIRST,
  0x000a,
  0x0022,
  0x0031,
  0x003c,
  0x0042,
  0x0055,
  0x007d,
  0x0081,
  0x0085,
  0x0092,
  0x00bd,
  0x00be,
  0x00d6,
  0x00e0,
  0x00e5,
  0x00fc,
  0x00fd,
  0x0200,
  0x0201,
  0x0203,
  0x0204,
  0x0205,
  0x0207,
  0x0208,
  0x0225,
  0x027e,
  0x041e,
]);
/** Some writers give formulas the number that they had in Excel 3 or 4. */
const FORMULAS = new Set([0x0006, 0x0206, 0x0406]);
/** What may stand between a formula and its text: shared, array and table formulas. */
const BETWEEN = new Set([0x04bc, 0x0221, 0x0236]);
/** Row, column and format of a cell; then the result of a formula. */
const CELL = 6;
const LEAST_FORMULA = 20;

/** The same bytes where they are no such workbook, or cannot be opened. */
export function withoutFormulas(bytes: Uint8Array, cfb: typeof Compound): Uint8Array {
  if (bytes[0] === 0x09 && bytes[1] === 0x08) {
    const stream = Buffer.from(bytes);
    return storedOnly(stream) ? stream : bytes;
  }
  if (bytes[0] !== 0xd0) return bytes;
  try {
    return rewritten(bytes, cfb);
  } catch {
    // A damaged container: what the library makes of it decides.
    return bytes;
  }
}

function rewritten(bytes: Uint8Array, cfb: typeof Compound): Uint8Array {
  const file = cfb.read(Buffer.from(bytes), { type: 'buffer' });
  const name = ['/Workbook', '/Book'].find((each) => cfb.find(file, each)?.content);
  if (!name) return bytes;
  const stream = Buffer.from(cfb.find(file, name)?.content as Uint8Array);
  if (!storedOnly(stream)) return bytes;
  // By itself: other streams (properties, macros) may be damaged, and show nothing.
  const alone = cfb.utils.cfb_new();
  cfb.utils.cfb_add(alone, name, stream);
  return new Uint8Array(cfb.write(alone, { type: 'buffer' }) as unknown as Buffer);
}

/** False where the stream is older, or encrypted. */
function storedOnly(data: Buffer): boolean {
  if (data.length < 4 || data.readUInt16LE(0) !== FIRST) return false;
  const next = (at: number) => at + 4 + data.readUInt16LE(at + 2);
  for (let at = 0; at + 4 <= data.length; at = next(at)) if (data.readUInt16LE(at) === FILE_PASS) return false;
  // A record may become two on the way: the next one is where the changed length says.
  for (let at = 0; at + 4 <= data.length; at = next(at)) {
    const type = data.readUInt16LE(at);
    const formula = FORMULAS.has(type) && data.readUInt16LE(at + 2) >= LEAST_FORMULA && next(at) <= data.length;
    if (formula) storeResult(data, at);
    else if (!SHOWN.has(type) && type !== 0) data.writeUInt16LE(RECORD.unread, at);
  }
  return true;
}

function storeResult(data: Buffer, at: number): void {
  const result = at + 4 + CELL;
  const kind = data.readUInt16LE(result + 6) === 0xffff ? (data[result] ?? 0) : null;
  if (kind === null) split(data, at, RECORD.number, CELL + 8);
  else if (kind === 0) storeText(data, at);
  else if (kind === 1 || kind === 2) {
    data.writeUInt8(data[result + 2] ?? 0, result);
    data.writeUInt8(kind - 1, result + 1);
    split(data, at, RECORD.boolean, CELL + 2);
  } else split(data, at, RECORD.blank, CELL);
}

/** A cell of `used` bytes; what is left of the formula is a record that is passed over. */
function split(data: Buffer, at: number, type: number, used: number): void {
  const length = data.readUInt16LE(at + 2);
  header(data, at, type, used);
  header(data, at + 4 + used, RECORD.unread, length - used - 4);
}

/** The text of a formula stands in a record of its own, which becomes the cell. */
function storeText(data: Buffer, at: number): void {
  let next = at + 4 + data.readUInt16LE(at + 2);
  while (next + 4 <= data.length && BETWEEN.has(data.readUInt16LE(next))) next += 4 + data.readUInt16LE(next + 2);
  if (next + 4 > data.length || data.readUInt16LE(next) !== RECORD.string || next - at - 4 - CELL > 0xffff) {
    split(data, at, RECORD.blank, CELL);
    return;
  }
  const cell = Buffer.from(data.subarray(at + 4, at + 4 + CELL));
  const length = data.readUInt16LE(next + 2);
  header(data, at, RECORD.unread, next - CELL - at - 4);
  header(data, next - CELL, RECORD.label, CELL + length);
  cell.copy(data, next + 4 - CELL);
}

function header(data: Buffer, at: number, type: number, length: number): void {
  data.writeUInt16LE(type, at);
  data.writeUInt16LE(length, at + 2);
}
