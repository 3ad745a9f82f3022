/**
 * A workbook without its formulas and pivot tables: the results that it stores are all that there is to show. LibreOffice
 * computes many anew (TODAY, functions that it does not know), which says nothing about how a stored value is shown.
 */
import { CFB } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { withoutFormulas } from '../src/read/sheet/records.ts';

const FORMULA = /<(?:\w{1,20}:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w{1,20}:)?f>)/g;
const COMPUTED_PART = /pivotTable|pivotCache|calcChain/;

export function withStoredValues(bytes: Uint8Array): Uint8Array {
  try {
    return bytes[0] === 0x50 ? ofXlsx(bytes) : withoutFormulas(bytes, CFB);
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
