/** Printed lines to paragraphs: what a line break parted is put together again, also over a page break. */
import { greatest, least } from './extent.ts';
import type { Line } from './lines.ts';
import type { Glyph } from './marks.ts';
import type { Item, PageLayout, TextLine } from './page.ts';
import { folded, type Words } from './words.ts';

/** The text area of a page: left and right margin and the usual way from line to line. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  /** False where the page's own lines do not show its margins. */
  readonly sure: boolean;
}

interface Placed {
  readonly item: TextLine;
  readonly line: Line;
  readonly text: string;
  readonly page: number;
  readonly area: Area;
  /** The next line begins further out, at the margin: this one is the first of its paragraph. */
  readonly opens: boolean;
}

const WORD = /^[0-9A-Za-z.,%+-]/;
const OPENING = /^[（([“‘《〈【「『]/;
const CLOSING = /^[，。、；：！？）)\]》〉」』】”’%％‰]/;

/** Width of what a line break keeps whole at the start of a line: a number or a letter, its brackets and points. */
export function firstTokenWidth(glyphs: readonly Glyph[]): number {
  const [first] = glyphs;
  if (!first) return 0;
  let i = 0;
  while (i < glyphs.length - 1 && OPENING.test((glyphs[i] as Glyph).text)) i++;
  if (WORD.test((glyphs[i] as Glyph).text)) while (i < glyphs.length && WORD.test((glyphs[i] as Glyph).text)) i++;
  else i++;
  while (i < glyphs.length && CLOSING.test((glyphs[i] as Glyph).text)) i++;
  return (glyphs[Math.max(0, i - 1)] as Glyph).box[2] - first.box[0];
}

/** The outermost place where at least two lines end, or begin. */
function margin(places: readonly number[], size: number, outward: 1 | -1): number | null {
  const sorted = [...places].sort((a, b) => outward * (b - a));
  for (let i = 1; i < sorted.length; i++) {
    if (Math.abs((sorted[i] as number) - (sorted[i - 1] as number)) <= 0.6 * size) return sorted[i - 1] as number;
  }
  return null;
}

/** Where a line ends, a point that hangs out into the margin left out. */
function endOf({ glyphs, x1 }: Line): number {
  const last = glyphs.at(-1);
  return last && glyphs.length > 1 && CLOSING.test(last.text) ? last.box[0] : x1;
}

/** So much of a page's lines must end at its right margin to show where that is. */
const SURE = 0.4;
const FEW = 5;
/** Text narrower than this, in parts of the page, has been set in the middle or in a list. */
const NARROW = 0.5;

/** Half of a page's lines say where its margins are; where they do not, the other pages, tables and paper do. */
function areaOf(page: PageLayout, usual: Area | null): Area {
  const lines = bodyLines(page).map((item) => item.line);
  const size = median(lines.map((line) => line.size)) ?? 12;
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = (lines[i] as Line).base - (lines[i - 1] as Line).base;
    if (step > 0.8 * size && step < 4 * size) steps.push(step);
  }
  const starts = lines.map((line) => line.x0);
  const ends = lines.map(endOf);
  const first = margin(starts, size, -1) ?? least(starts);
  const own = margin(ends, size, 1);
  const sure =
    own !== null &&
    lines.length >= FEW &&
    own - first >= NARROW * page.width &&
    ends.filter((end) => end > own - size).length >= SURE * ends.length;
  const left = sure || !usual ? first : Math.min(first, usual.left);
  const tables = page.items.map((item) => (item.kind === 'table' ? (item.xs.at(-1) as number) : 0));
  const right = sure ? own : Math.max(own ?? 0, usual?.right ?? greatest([...tables, page.width - left]));
  return { left, right, pitch: median(steps) ?? usual?.pitch ?? 2 * size, sure };
}

function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? null;
}

/** The area that most pages of one width have. */
function usualArea(all: readonly Area[]): Area | null {
  const known = all.some((area) => area.sure) ? all.filter((area) => area.sure) : all;
  const left = median(known.map((area) => area.left));
  const right = median(known.map((area) => area.right));
  const pitch = median(known.map((area) => area.pitch));
  return left === null || right === null || pitch === null ? null : { left, right, pitch, sure: false };
}

const bodyLines = (page: PageLayout) =>
  page.items.filter(
    (item): item is TextLine => item.kind === 'line' && item.role === 'body' && !item.stray && !item.column,
  );

function areas(pages: readonly PageLayout[]): Map<PageLayout, Area> {
  const result = new Map<PageLayout, Area>();
  const widths = new Map<number, Area[]>();
  const written = pages.filter((page) => page.items.some((item) => item.kind === 'line' && item.role === 'body'));
  for (const page of written) {
    if (bodyLines(page).length < FEW) continue;
    const width = Math.round(page.width);
    widths.set(width, [...(widths.get(width) ?? []), areaOf(page, null)]);
  }
  for (const page of written) result.set(page, areaOf(page, usualArea(widths.get(Math.round(page.width)) ?? [])));
  return result;
}

/** Whether paragraphs begin with an indent: then two lines that begin at one place further in are two of them. */
function isIndented(known: ReadonlyMap<PageLayout, Area>): boolean {
  let all = 0;
  let indented = 0;
  for (const [page, area] of known) {
    for (const { line } of bodyLines(page)) {
      const shift = (line.x0 - area.left) / line.size;
      all++;
      if (shift > 1.5 && shift < 2.6) indented++;
    }
  }
  return indented >= 0.1 * all;
}

function isOpening({ line }: TextLine, next: Item | undefined, area: Area): boolean {
  if (next?.kind !== 'line' || next.stray || next.line.base < line.base) return false;
  const indent = line.x0 - area.left;
  return indent > 1.5 * line.size && indent < 2.6 * line.size && next.line.x0 - area.left < 0.5 * line.size;
}

/** True where the line ends because nothing more fitted on it. */
function isFull(before: Placed, after: Placed): boolean {
  const room = before.area.right - before.line.x1;
  return room < firstTokenWidth(after.line.glyphs) + 0.6 * before.line.size;
}

function isCentred({ line, area }: Placed): boolean {
  const [left, right] = [line.x0 - area.left, area.right - line.x1];
  return left > 1.5 * line.size && Math.abs(left - right) < 1.5 * line.size;
}

/** The font of the Han character nearest to a line's end or beginning. */
function fontAt(line: Line, end: 'first' | 'last'): string {
  const isWord = (glyph: Glyph) => !WORD.test(glyph.text) && glyph.text.trim() !== '';
  const found = end === 'first' ? line.glyphs.find(isWord) : line.glyphs.findLast(isWord);
  return (found ?? line).font;
}

function isOrphanPunctuation(before: Placed, after: Placed, words: Words): boolean {
  return words.closing(after.text) && Math.abs(before.line.size - after.line.size) < 0.3 * before.line.size;
}

/** A title too long for one line: full, and the rest of it in the middle below. */
function isTitleEnd(before: Placed, after: Placed): boolean {
  const begins = before.line.x0 - before.area.left <= 1.5 * before.line.size || isCentred(before);
  return begins && isCentred(after) && fontAt(before.line, 'last') === fontAt(after.line, 'first');
}

function beginsNumbered(before: Placed, after: Placed, first: Placed, words: Words): boolean {
  if (!words.numbering(after.text)) return false;
  const otherFont = fontAt(before.line, 'last') !== fontAt(after.line, 'first');
  return otherFont || words.sentenceEnd(before.text) || words.numbering(first.text);
}

interface Style {
  readonly words: Words;
  readonly indented: boolean;
}

/** Whether a line goes on with the paragraph that the line before belongs to. */
function goesOn(before: Placed, after: Placed, first: Placed, { words, indented }: Style): boolean {
  const { line } = after;
  const { size } = line;
  if (isOrphanPunctuation(before, after, words)) return true;
  if (Math.abs(before.line.size - size) > 0.12 * size) return false;
  const gap = before.page === after.page ? line.base - before.line.base : 0;
  if (gap > Math.max(1.6 * before.area.pitch, 1.8 * size)) return false;
  if (!isFull(before, after) || beginsNumbered(before, after, first, words)) return false;
  const ended = words.sentenceEnd(before.text);
  if (!ended && isTitleEnd(before, after)) return true;
  const shift = line.x0 - after.area.left - (before.line.x0 - before.area.left);
  if (shift < -4 * size) return false;
  const level = Math.abs(shift) <= 0.5 * size;
  if (level && before === first && indented && (ended || after.opens)) return false;
  return line.x0 - after.area.left <= 1.2 * size || (level && !ended);
}

/** Groups the body lines of all pages; other lines stand alone. The items of a group are one paragraph. */
export function paragraphsOf(pages: readonly PageLayout[], words: Words): TextLine[][] {
  const known = areas(pages);
  const style = { words, indented: isIndented(known) };
  const groups: TextLine[][] = [];
  let open: { first: Placed; last: Placed; items: TextLine[] } | null = null;
  for (const page of pages) {
    const area = known.get(page);
    for (const [i, item] of page.items.entries()) {
      if (item.kind === 'table') {
        open = null;
        continue;
      }
      if (item.role !== 'body' || item.stray || !area) {
        groups.push([item]);
        // Furniture stands between the lines of a paragraph that runs over a page break.
        if (item.role === 'contents') open = null;
        continue;
      }
      const own = item.column ? { ...area, ...item.column } : area;
      const opens = isOpening(item, page.items[i + 1], own);
      const placed = { item, line: item.line, text: folded(item.line.text), page: page.number, area: own, opens };
      if (open && goesOn(open.last, placed, open.first, style)) {
        open.items.push(item);
        open.last = placed;
      } else {
        open = { first: placed, last: placed, items: [item] };
        groups.push(open.items);
      }
    }
  }
  return groups;
}
