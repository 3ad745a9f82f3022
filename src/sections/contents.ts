/** Leaves out tables of contents that the reader did not mark: runs of titles with no text between them. */
import type { Head, Item } from './heads.ts';

/** What makes two headings the same entry: their kind, else their words. */
function keyOf(head: Head): string {
  const [reading] = head.readings;
  return reading && reading.form === 'title' ? reading.kind.id : head.text;
}

const isPart = (head: Head) => head.readings.some(({ kind, form }) => kind.part && form === 'title');

interface Run {
  readonly heads: number[];
  /** True where a line above says 目录, or a line shows leaders or page numbers. */
  readonly announced: boolean;
}

/** Runs of headings between two stretches of text. */
function runsOf(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  let heads: number[] = [];
  let announced = false;
  const close = () => {
    if (heads.length > 0) runs.push({ heads, announced });
    heads = [];
    announced = false;
  };
  items.forEach((item, i) => {
    if (item.type === 'contents-title') {
      close();
      announced = true;
    } else if (item.type === 'contents') announced = true;
    else if (item.type === 'text') close();
    else if (item.type === 'head') {
      heads.push(i);
      if (!item.head.alone || item.head.runOn.length > 0) close();
    }
  });
  close();
  return runs;
}

/** How many headings a run needs to be a table of contents. */
const SHORTEST = 3;
const REPEATED = 0.6;
/** So many headings that start over are enough. */
const LONGEST_START = 8;

/** The headings that are headings. */
export function withoutContents(items: readonly Item[]): Head[] {
  const headAt = (i: number) => (items[i] as Extract<Item, { type: 'head' }>).head;
  const dropped = new Set<number>();
  const lastPlace = new Map<string, number>();
  items.forEach((item, i) => {
    if (item.type === 'head') lastPlace.set(keyOf(item.head), i);
  });
  for (const run of runsOf(items)) {
    let rest = run.heads;
    let announced = run.announced;
    while (rest.length >= SHORTEST) {
      const cut = bodyStart(rest.map(headAt));
      const last = rest[cut - 1] as number;
      const comesAgain = (i: number) => (lastPlace.get(keyOf(headAt(i))) ?? 0) > last;
      // The headings that nothing repeats are those of the text, right after the contents.
      const entries = rest.slice(0, rest.slice(0, cut).findLastIndex(comesAgain) + 1);
      const known = entries.filter((i) => headAt(i).readings.length > 0);
      const repeated = known.filter(comesAgain);
      const listed = known.length >= SHORTEST && repeated.length >= REPEATED * known.length;
      if (!listed && !(announced && entries.length >= 2 && repeated.length > 0)) break;
      for (const i of entries) dropped.add(i);
      rest = rest.slice(entries.length);
      announced = false;
    }
  }
  return items.flatMap((item, i) => (item.type === 'head' && !dropped.has(i) ? [item.head] : []));
}

/** Where the contents end and the text begins: where the headings start over. */
function bodyStart(heads: readonly Head[]): number {
  const keys = heads.map(keyOf);
  for (let cut = 2; cut < heads.length; cut++) {
    if (keys[cut] === keys[0] && startsOver(keys, cut)) return cut;
  }
  const seen = new Set<string>();
  for (const [i, head] of heads.entries()) {
    const key = `${keyOf(head)} ${head.style} ${head.ordinal}`;
    if (seen.has(key)) return i;
    if (i === 0 || isPart(head)) seen.add(key);
  }
  return heads.length;
}

/** Whether the keys from `cut` on are again those from the first on. */
function startsOver(keys: readonly string[], cut: number): boolean {
  const length = Math.min(keys.length - cut, LONGEST_START);
  for (let i = 0; i < length; i++) if (keys[cut + i] !== keys[i]) return false;
  return true;
}
