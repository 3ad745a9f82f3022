/** How a number format shows its value to readers of disclosures, where the library follows the settings of the United States. */
import type { CellObject } from '@e965/xlsx';

/** `SSF.format` of the library, which is loaded when needed. */
export type NumberFormat = (format: string, value: number) => string;

/** A language without a sign of currency: `[$-804]`. The library takes long ones for a currency. */
const LANGUAGE = /\[\$-[0-9a-f]{1,8}\]/gi;
/** The short dates of the system, whose order and length are the reader's. */
const SYSTEM_DATES: ReadonlyMap<string, string> = new Map([
  ['m/d/yy', 'yyyy/m/d'],
  ['m/d/yy h:mm', 'yyyy/m/d h:mm'],
]);
/** What the library shows under the dates that the file format leaves to East Asian systems (27 to 36, 50 to 58). */
const SHORT_DATE = /^\d{1,2}\/\d{1,2}\/\d{2}$/;

/** The text of a number under a format that the library does not show as here; null where it does. */
export function shownHere({ v, w, z }: CellObject, format: NumberFormat): string | null {
  if (typeof v !== 'number') return null;
  if (z === undefined) return w !== undefined && SHORT_DATE.test(w) ? format('yyyy/m/d', v) : null;
  const bare = String(z).replace(LANGUAGE, '');
  const here = SYSTEM_DATES.get(bare) ?? bare;
  if (here === z) return null;
  try {
    return format(here, v);
  } catch {
    // A format that the library does not read: what it made of the whole.
    return null;
  }
}
