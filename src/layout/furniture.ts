/** Running heads, feet and page numbers: lines at the edges of pages that say nothing of their own. */
import type { PageLayout, TextLine } from './page.ts';
import { folded, type Words } from './words.ts';

/** How far from the edge of a page, in parts of its height, furniture is looked for. */
const MARGIN = 0.16;
/** How many lines at an edge may be furniture. */
const DEEP = 3;
/** A running line is printed on so many pages at one height. */
const LEAST_PAGES = 3;
const SAME_HEIGHT = 4;

interface Candidate {
  readonly item: TextLine;
  readonly page: PageLayout;
  readonly text: string;
  readonly edge: 'top' | 'bottom';
  /** How many lines stand between it and the edge. */
  readonly depth: number;
}

function candidates(page: PageLayout): Candidate[] {
  const found: Candidate[] = [];
  const take = (edge: 'top' | 'bottom') => {
    const items = edge === 'top' ? page.items : [...page.items].reverse();
    for (const [depth, item] of items.slice(0, DEEP).entries()) {
      if (item.kind === 'table') break;
      const inside =
        edge === 'top' ? item.line.bottom > MARGIN * page.height : item.line.top < (1 - MARGIN) * page.height;
      if (inside) break;
      if (!item.stray) found.push({ item, page, text: folded(item.line.text), edge, depth });
    }
  };
  take('top');
  take('bottom');
  return found;
}

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const letters = [...text.normalize('NFKC').toLowerCase()].map((letter) => romans[letter] ?? Number.NaN);
  const value = letters.reduce((sum, n, i) => sum + (n < (letters[i + 1] ?? 0) ? -n : n), 0);
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** Bare numbers count as page numbers if they run on with the pages. */
function bareNumbers(all: readonly Candidate[], words: Words): Set<TextLine> {
  const bare = all.filter((candidate) => words.bareNumber(candidate.text));
  const offsets = new Map<number, number>();
  const offsetOf = (candidate: Candidate) => {
    const value = numberOf(candidate.text);
    return value === null ? null : value - candidate.page.number;
  };
  for (const candidate of bare) {
    const offset = offsetOf(candidate);
    if (offset !== null) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  }
  const fits = (candidate: Candidate) => {
    const offset = offsetOf(candidate);
    return offset !== null && (offset === 0 || (offsets.get(offset) ?? 0) >= 2);
  };
  return new Set(bare.filter(fits).map((candidate) => candidate.item));
}

/** Lines of one wording at one height on many pages, from the edge inwards. */
function runningLines(all: readonly Candidate[], pages: number): Set<TextLine> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const key = `${candidate.edge} ${candidate.text}`;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const running = new Set<TextLine>();
  for (const group of groups.values()) {
    const sorted = group.sort((a, b) => a.item.line.base - b.item.line.base);
    const height = sorted[sorted.length >> 1]?.item.line.base ?? 0;
    const level = sorted.filter(({ item }) => Math.abs(item.line.base - height) <= SAME_HEIGHT);
    if (level.length >= Math.max(LEAST_PAGES, 0.25 * pages)) for (const { item } of level) running.add(item);
  }
  return running;
}

export function markFurniture(pages: readonly PageLayout[], words: Words): void {
  const all = pages.flatMap(candidates);
  const bare = bareNumbers(all, words);
  const running = runningLines(all, pages.length);
  // From the edge inwards: what stands behind a line of the text is text.
  const stopped = new Set<string>();
  for (const { item, page, text, edge } of all) {
    const key = `${page.number} ${edge}`;
    if (stopped.has(key)) continue;
    if (bare.has(item) || running.has(item) || words.pageNumber(text)) item.role = 'furniture';
    else stopped.add(key);
  }
}
