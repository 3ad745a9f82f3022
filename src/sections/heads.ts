/** Walks over the blocks of a document and says of each whether it may be a heading, is text, or neither. */
import { type Block, blockSpan, type Document, type Paragraph, type Span } from '../document.ts';
import { type Folded, fold } from '../fold.ts';
import type { SectionRules, Style } from './kinds.ts';
import { type Opening, openingsOf } from './paragraphs.ts';
import { closedTitles, LONGEST_TITLE, type NumberToken, numberTokens, type Reading, readingsOf } from './title.ts';

export interface Head {
  readonly start: number;
  /** Where the heading ends and the text after it in the same paragraph begins. */
  readonly end: number;
  readonly number: string | null;
  readonly style: Style;
  readonly ordinal: number | null;
  readonly title: string;
  /** The title folded. */
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly runOn: readonly Reading[];
  /** True where the heading fills its paragraph. */
  readonly alone: boolean;
  /** The outline level that the format gives. */
  readonly outline: number | null;
  /** True for a heading whose words say no kind, but look like a heading. */
  readonly unknown: boolean;
}

/** `contents` is a line that shows itself to be one of a table of contents; `short` is neither heading nor text. */
export type Item =
  | { readonly type: 'head'; readonly start: number; readonly head: Head }
  | { readonly type: 'text' | 'short' | 'contents' | 'contents-title'; readonly start: number; readonly head: null };

/** A reading of a paragraph: the number taken, the title, and where in the folded text the title ends. */
interface Attempt {
  readonly token: NumberToken | null;
  readonly text: string;
  readonly end: number;
  readonly readings: readonly Reading[];
  readonly runOn: readonly Reading[];
  readonly unknown: boolean;
}

const HEAD_REACH = 120;
const LONGEST_SHORT = 45;
const LONGEST_UNNUMBERED = 50;
/** Longer paragraphs are not looked at as one title, not even with a parenthesis at the end. */
const LONGEST_WHOLE = 110;
/** A quick look for what `contents_line` may meet. */
const LEADER = /[.…·。_-]{2}|PAGEREF/;
/** How many paragraphs more a heading may take, and how much furniture may stand between. */
const MOST_JOINED = 3;
const MOST_BETWEEN = 3;
const NO_NUMBER: NumberToken = { style: 'none', ordinal: null, length: 0, glued: false };

export function itemsOf(document: Document, rules: SectionRules): Item[] {
  const items: Item[] = [];
  const openings = openingsOf(document);
  let at = 0;
  for (let i = 0; i < document.blocks.length; i++) {
    const block = document.blocks[i] as Block;
    if (block.kind === 'table') {
      const span = blockSpan(block);
      if (span.end > span.start) items.push({ type: 'text', start: span.start, head: null });
      continue;
    }
    while (at < openings.length && (openings[at] as Opening).index < i) at++;
    const opening = openings[at];
    if (opening?.index !== i) continue;
    const joined = joinedHead(document, openings, at, rules);
    if (joined) {
      items.push({ type: 'head', start: joined.head.start, head: joined.head });
      i = joined.last;
      continue;
    }
    items.push(itemOf(document, block, opening.folded, rules), ...innerHeads(document, block, rules));
  }
  return items;
}

function itemOf(document: Document, paragraph: Paragraph, folded: Folded, rules: SectionRules): Item {
  const { text } = folded;
  const { start } = folded.source(0, 1);
  if (rules.contentsTitle.test(text)) return { type: 'contents-title', start, head: null };
  if (text.length <= LONGEST_WHOLE && LEADER.test(text) && rules.contentsLine.test(text))
    return { type: 'contents', start, head: null };
  if (text.length <= LONGEST_WHOLE && isContentsLine(text, rules)) return { type: 'contents', start, head: null };
  const attempt = attemptOf(document, paragraph, folded, rules);
  if (attempt) return { type: 'head', start, head: headOf(document, paragraph, folded, attempt) };
  const isText = text.length > LONGEST_SHORT || /[，。；]/.test(text) || (text.length > 15 && text.endsWith('：'));
  return { type: isText ? 'text' : 'short', start, head: null };
}

/** A title that is one only without the number of a page at its end. */
function isContentsLine(text: string, rules: SectionRules): boolean {
  const bare = text.replace(rules.contentsPage, '');
  if (bare === text) return false;
  const { length } = numberTokens(bare, rules).find(({ glued }) => !glued) ?? NO_NUMBER;
  const title = bare.slice(length);
  if (title.length > LONGEST_TITLE || titleReadings(text.slice(length), rules).length > 0) return false;
  return rules.contentsEntry.test(title) || titleReadings(title, rules).length > 0;
}

function attemptOf(document: Document, paragraph: Paragraph, folded: Folded, rules: SectionRules): Attempt | null {
  const { text } = folded;
  const tokens = numberTokens(text, rules);
  for (const token of tokens.filter((candidate) => !candidate.glued)) {
    const attempt = numbered(document, paragraph, folded, token, rules);
    if (attempt) return attempt;
  }
  if (text.length <= LONGEST_UNNUMBERED + (paragraph.heading === null ? 0 : 30)) {
    const marked = paragraph.heading !== null;
    const said = marked || closedTitles(text).some((title) => rules.unnumbered.test(title));
    const readings = said ? titleReadings(text, rules).filter(({ form }) => form !== 'bare' || marked) : [];
    if (readings.length > 0) return { token: null, text, end: text.length, readings, runOn: [], unknown: false };
  }
  for (const token of tokens.filter((candidate) => candidate.glued)) {
    const title = text.slice(token.length);
    if (title.length > LONGEST_TITLE) continue;
    const readings = titleReadings(title, rules);
    if (readings.length > 0) return { token, text: title, end: text.length, readings, runOn: [], unknown: false };
  }
  return null;
}

/** Titles met before: each is asked for twice, and forms repeat them. Emptied when full, so that it stays small. */
const met = new WeakMap<SectionRules, Map<string, readonly Reading[]>>();
const MOST_MET = 2000;

function titleReadings(title: string, rules: SectionRules): readonly Reading[] {
  if (title.length > LONGEST_WHOLE) return [];
  let titles = met.get(rules);
  if (!titles || titles.size >= MOST_MET) {
    titles = new Map();
    met.set(rules, titles);
  }
  let readings = titles.get(title);
  if (!readings) {
    readings = [];
    for (const closed of closedTitles(title)) {
      if (closed.length <= LONGEST_TITLE) readings = readingsOf(closed, rules, false);
      if (readings.length > 0) break;
    }
    titles.set(title, readings);
  }
  return readings;
}

function numbered(
  document: Document,
  paragraph: Paragraph,
  folded: Folded,
  token: NumberToken,
  rules: SectionRules,
): Attempt | null {
  const { text } = folded;
  for (const end of titleEnds(document, paragraph, folded, token.length)) {
    const title = text.slice(token.length, end);
    const readings = titleReadings(title, rules);
    if (readings.length === 0) continue;
    const unknown = end === text.length && closedTitles(title).some((t) => looksLikeHeading(t, token, rules));
    return { token, text: title, end, readings, runOn: [], unknown };
  }
  const rest = text.slice(token.length, token.length + HEAD_REACH);
  const runOn = readingsOf(rest.slice(0, LONGEST_TITLE), rules, true);
  const [first] = runOn;
  if (first) {
    return {
      token,
      text: rest.slice(0, first.end),
      end: token.length + first.end,
      readings: [],
      runOn,
      unknown: false,
    };
  }
  const closed = closedTitles(rest);
  const unknown = text.length <= LONGEST_TITLE && closed.some((title) => looksLikeHeading(title, token, rules));
  return unknown ? { token, text: rest, end: text.length, readings: [], runOn: [], unknown } : null;
}

function looksLikeHeading(title: string, token: NumberToken, rules: SectionRules): boolean {
  if (rules.unknown.subject.test(title)) return true;
  if (rules.unknown.not.test(title) || title.length > LONGEST_SHORT) return false;
  return title !== '' && (token.style === 'part' || rules.unknown.ending.test(title));
}

/** Where a heading may end in its paragraph: with it, with a line, at 。 or ：, or at a gap. */
function titleEnds(document: Document, paragraph: Paragraph, folded: Folded, from: number): number[] {
  const { text } = folded;
  const ends: number[] = text.length <= LONGEST_WHOLE ? [text.length] : [];
  const to = Math.min(text.length, from + LONGEST_TITLE + 1);
  const stretch = folded.source(from, to);
  // Where as many characters are printed, no line ends and no gap is left.
  const inside = stretch.end - stretch.start > to - from ? insideEnds(document, paragraph, folded, from, to) : null;
  const marks: number[] = [];
  for (const mark of ['。', '：']) {
    const at = text.indexOf(mark, from);
    if (at > from && at <= from + LONGEST_TITLE && at < text.length - 1) marks.push(at + 1);
  }
  return inside ? [...ends, ...inside.lines, ...marks, ...inside.gaps.slice(0, 8).reverse()] : [...ends, ...marks];
}

/** Where lines end and where white space is printed. */
function insideEnds(document: Document, paragraph: Paragraph, folded: Folded, from: number, to: number) {
  const lines = paragraph.lines.slice(1, 3);
  const ends: number[] = [];
  const gaps: number[] = [];
  let previous = -1;
  for (let i = from; i < to; i++) {
    const { start, end } = folded.source(i, i + 1);
    const newLine = lines.some((line) => previous >= 0 && previous <= line.start && start >= line.start);
    if (newLine && i > from) ends.push(i);
    else if (previous >= 0 && i >= from + 4 && /\s/.test(document.text.slice(previous, start))) gaps.push(i);
    previous = end;
  }
  return { lines: ends, gaps };
}

function headOf(document: Document, paragraph: Paragraph, folded: Folded, attempt: Attempt): Head {
  const first = paragraph.lines[0] as Span;
  const last = folded.source(attempt.end - 1, attempt.end).end;
  const from = attempt.token ? folded.source(0, attempt.token.length).end : first.start;
  return {
    start: folded.source(0, 1).start,
    end: last,
    number: attempt.token ? printed(document.text.slice(folded.source(0, 1).start, from)) : null,
    style: attempt.token?.style ?? 'none',
    ordinal: attempt.token?.ordinal ?? null,
    title: printedTitle(document.text, from, last),
    text: closedTitles(attempt.text)[0] as string,
    readings: attempt.readings,
    runOn: attempt.runOn,
    alone: attempt.end === folded.text.length,
    outline: paragraph.heading,
    unknown: attempt.unknown,
  };
}

/** Printed text without line breaks, and without the spaces that only set Han characters apart. */
export function printed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![!-~]) | (?![!-~])/g, '')
    .trim();
}

function printedTitle(text: string, from: number, to: number): string {
  return printed(text.slice(from, to)).replace(/[。：:；、,.，]{1,4}$/, '');
}

/** A heading over two or three paragraphs: 第一部分 and its title, or a title whose end went to the next line. */
function joinedHead(
  document: Document,
  openings: readonly Opening[],
  at: number,
  rules: SectionRules,
): { head: Head; last: number } | null {
  const { paragraph: first, folded, index } = openings[at] as Opening;
  if (folded.text.length > LONGEST_TITLE || /[。；，]/.test(folded.text)) return null;
  const token = numberTokens(folded.text, rules).find((candidate) => !candidate.glued);
  if (!token) return null;
  const alone = titleReadings(folded.text.slice(token.length), rules).length > 0;
  let { lines } = first;
  for (let k = at + 1; k < openings.length && k <= at + MOST_JOINED; k++) {
    const { paragraph, folded: following, index: last } = openings[k] as Opening;
    const next = following.text;
    if (last > index + k - at + MOST_BETWEEN || !continues(document, index, last)) return null;
    if (next.length > LONGEST_UNNUMBERED || /[。；，：]/.test(next) || numberTokens(next, rules).some((t) => !t.glued))
      return null;
    lines = [...lines, ...paragraph.lines];
    const both = fold(document.text, lines);
    const title = both.text.slice(token.length);
    const readings = titleReadings(title, rules);
    // A title that is whole already only takes the words that close titles; an item of a list takes no next heading.
    const item = folded.text.length > token.length && token.style !== 'part' && titleReadings(next, rules).length > 0;
    if (readings.length > 0 && (alone ? next.length <= 4 : !item)) {
      const attempt = { token, text: title, end: both.text.length, readings, runOn: [], unknown: false };
      return { head: headOf(document, { ...first, lines }, both, attempt), last };
    }
    if (alone) return null;
  }
  return null;
}

/** Nothing but furniture between two paragraphs. */
function continues(document: Document, from: number, to: number): boolean {
  return document.blocks.slice(from + 1, to).every((block) => block.kind === 'paragraph' && block.role !== 'contents');
}

/** Headings at the start of later lines: the reader took them for the rest of the paragraph. */
function innerHeads(document: Document, paragraph: Paragraph, rules: SectionRules): Item[] {
  const items: Item[] = [];
  paragraph.lines.slice(1).forEach((line, k) => {
    const raw = document.text.slice(line.start, Math.min(line.end, line.start + 90));
    if (line.end - line.start > 90 || !/^\s*[第（(一二三四五六七八九十]/.test(raw)) return;
    const folded = fold(document.text, [line]);
    const token = numberTokens(folded.text, rules)[0];
    if (!token || token.glued || folded.text.length > LONGEST_TITLE + token.length) return;
    const readings = titleReadings(folded.text.slice(token.length), rules).filter(({ form }) => form === 'title');
    if (readings.length === 0) return;
    const text = folded.text.slice(token.length);
    const attempt = { token, text, end: folded.text.length, readings, runOn: [], unknown: false };
    const head = headOf(document, { ...paragraph, lines: [line] }, folded, attempt);
    items.push({ type: 'head', start: line.start, head: { ...head, alone: k === paragraph.lines.length - 2 } });
  });
  return items;
}
