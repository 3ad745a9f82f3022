/**
 * Formatted disk pages ([MS-DOC] 2.9.33, 2.9.175): 512 bytes each that give runs of text, by their place in the file,
 * the sprms that were applied to them.
 */
import { type Bytes, NOTHING, plc } from './bytes.ts';
import type { Generation } from './fib.ts';

const PAGE = 512;
/** A page number in Word 97 is 22 bits of the four that are there. */
const PAGE_NUMBER = 0x3fffff;

/** Runs in the order of the file; run i reaches from `starts[i]` to `ends[i]`. */
export interface FormattedRuns {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Sprms; for paragraphs behind the style. Runs of the same bytes share one object. */
  readonly sprms: readonly Bytes[];
  /** Styles of paragraphs; empty for characters. */
  readonly styles: readonly number[];
}

interface Properties {
  readonly sprms: Bytes;
  readonly style: number;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties;
}

export type PageKind = 'characters' | 'paragraphs';

/** The pages that a PlcfBte lists, each once. */
export function formattedRuns(document: Bytes, bte: Bytes, generation: Generation, kind: PageKind): FormattedRuns {
  const { positions, elements, size } = plc(bte, generation === 6 ? 2 : 4);
  const runs: Run[] = [];
  const seen = new Set<number>();
  for (let i = 0; i + 1 < positions.length; i++) {
    const at = elements + i * size;
    const number = generation === 6 ? bte.u16(at) : bte.u32(at) & PAGE_NUMBER;
    if (seen.has(number) || (number + 1) * PAGE > document.length) continue;
    seen.add(number);
    readPage(
      document.slice(number * PAGE, PAGE),
      generation,
      kind,
      positions[i] as number,
      positions[i + 1] as number,
      runs,
    );
  }
  // In a sound file they are in order already.
  runs.sort((a, b) => a.start - b.start);
  return {
    starts: runs.map((run) => run.start),
    ends: runs.map((run) => run.end),
    sprms: runs.map((run) => run.properties.sprms),
    styles: kind === 'paragraphs' ? runs.map((run) => run.properties.style) : [],
  };
}

/** Adds the runs of one page; what it says of text outside of its own range is damage. */
function readPage(page: Bytes, generation: Generation, kind: PageKind, from: number, to: number, runs: Run[]): void {
  // An entry is a byte for characters; for paragraphs it is followed by a cache of line heights.
  const entry = kind === 'characters' ? 1 : generation === 6 ? 7 : 13;
  const n = Math.min(page.u8(PAGE - 1), Math.floor((PAGE - 5) / (4 + entry)));
  const shared = new Map<number, Properties>();
  for (let i = 0; i < n; i++) {
    const start = Math.max(from, page.u32(4 * i));
    const end = Math.min(to, page.u32(4 * i + 4));
    if (end <= start) continue;
    const at = page.u8(4 * (n + 1) + i * entry) * 2;
    let properties = shared.get(at);
    if (!properties) {
      properties = kind === 'characters' ? characterProperties(page, at) : paragraphProperties(page, at, generation);
      shared.set(at, properties);
    }
    runs.push({ start, end, properties });
  }
}

function characterProperties(page: Bytes, at: number): Properties {
  return { sprms: at === 0 ? NOTHING : page.slice(at + 1, page.u8(at)), style: 0 };
}

/** The length counts words; in Word 97 a zero says that the next byte has it, without the byte that is left over. */
function paragraphProperties(page: Bytes, at: number, generation: Generation): Properties {
  if (at === 0) return { sprms: NOTHING, style: 0 };
  const words = page.u8(at);
  if (generation === 8 && words === 0) {
    return { style: page.u16(at + 2), sprms: page.slice(at + 4, 2 * page.u8(at + 1) - 2) };
  }
  return { style: page.u16(at + 1), sprms: page.slice(at + 3, 2 * words - (generation === 6 ? 2 : 3)) };
}

/** Index of the run that holds the place, or -1; `hint` is where the last look-up ended. */
export function runAt(runs: FormattedRuns, place: number, hint = 0): number {
  const { starts, ends } = runs;
  if (place >= (starts[hint] ?? Number.POSITIVE_INFINITY)) {
    if (place < (ends[hint] as number)) return hint;
    const next = hint + 1;
    if (place >= (starts[next] ?? Number.POSITIVE_INFINITY) && place < (ends[next] as number)) return next;
  }
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= place) low = middle + 1;
    else high = middle - 1;
  }
  return high >= 0 && place < (ends[high] as number) ? high : -1;
}

/** Where the first run behind the place begins. */
export function nextStart(runs: FormattedRuns, place: number): number {
  let low = 0;
  let high = runs.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs.starts[middle] as number) > place) high = middle;
    else low = middle + 1;
  }
  return runs.starts[low] ?? Number.POSITIVE_INFINITY;
}
