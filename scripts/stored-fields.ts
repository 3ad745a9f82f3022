/**
 * A binary .doc whose dates, times and file names LibreOffice prints as stored. It computes them anew, so a conversion
 * would tell when and under which name it was made; a formula keeps its result.
 */
import { CompoundFile, isCompound } from '../src/read/doc/compound.ts';
import { readFib } from '../src/read/doc/fib.ts';

/** Where the tables are listed in Word 97 and later, and in Word 6 and 95. */
const PAIRS_AT = { 8: 154, 6: 0x58 };
/** The fields of the body and of the text boxes in that list; Word 6 has the first alone there. */
const FIELD_TABLES = { 8: [16, 57], 6: [16] };
/** [MS-DOC] 2.9.90: CREATEDATE, SAVEDATE, PRINTDATE, EDITTIME, FILENAME, DATE, TIME. */
const COMPUTED = new Set([21, 22, 23, 25, 29, 31, 32]);
const BEGIN = 0x13;
/** A formula: LibreOffice takes its result as it is. */
const FORMULA = 34;

export function withStoredFields(bytes: Uint8Array): Uint8Array {
  const compound = isCompound(bytes) ? new CompoundFile(bytes) : null;
  const document = compound?.stream('WordDocument')?.bytes;
  const fib = document && readFib(document);
  if (!compound || !document || !fib) return bytes;
  const tables = compound.stream(fib.tableStream)?.bytes;
  const changed = Buffer.from(bytes);
  for (const index of FIELD_TABLES[fib.generation]) {
    const pair = PAIRS_AT[fib.generation] + 8 * index;
    const [at, length] = [document.u32(pair), document.u32(pair + 4)];
    if (!tables || length < 4 || at + length > tables.length) continue;
    const table = Buffer.from(tables.slice(at, length).data);
    // As it stands in the file, and in what older savings left there; split over sectors it stays as it is.
    for (let place = changed.indexOf(table); place >= 0; place = changed.indexOf(table, place + length)) {
      asFormulas(changed.subarray(place, place + length));
    }
  }
  return changed;
}

/** A PLC of marks of two bytes: which mark, and where it begins a field the type. */
function asFormulas(table: Buffer): void {
  const n = Math.floor((table.length - 4) / 6);
  for (let at = 4 * (n + 1); at < table.length; at += 2) {
    const begins = ((table[at] as number) & 0x1f) === BEGIN;
    if (begins && COMPUTED.has(table[at + 1] ?? 0)) table[at + 1] = FORMULA;
  }
}
