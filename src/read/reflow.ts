/**
 * Lines of a text without markup to paragraphs. A text that wraps its lines at one width has them joined; in any other
 * a line is a paragraph. Page numbers between lines are furniture and do not part a sentence.
 */
import { folded, type Words, words } from '../layout/words.ts';
import { compiledOnce } from '../patterns/load.ts';
import { match } from '../patterns/regex.ts';
import { type Line, type ParagraphPart, type Part, paragraph } from './parts.ts';
import { rulesOf, rulesSchema } from './rules.ts';

export interface TextLine {
  readonly text: string;
  /** A blank line stands above. */
  readonly gap: boolean;
  /** Markup broke the line inside one block (`<br>`): it goes on unless it looks like a new paragraph. */
  readonly soft?: boolean;
  /** Outline level where markup names a heading. */
  readonly heading?: number | null;
}

export type FlowLine = TextLine | { readonly page: true };

const PACK = 'layout-text';
const NAMES = ['open', 'insertedPageNumber', 'stackedHead'] as const;
export const TextRulesSchema = rulesSchema(NAMES);
export const textRules = compiledOnce((patterns) => rulesOf(patterns.files.get(PACK), NAMES, PACK));

/** What lines of text say about themselves. */
export interface FlowRules {
  readonly words: Words;
  readonly open: RegExp;
  readonly insertedPageNumber: RegExp;
  /** The head of a column of figures. */
  readonly stackedHead: RegExp;
}

export const flowRules = compiledOnce((patterns): FlowRules => {
  const { open, insertedPageNumber, stackedHead } = textRules(patterns);
  return {
    words: words(patterns),
    open: open.regex,
    insertedPageNumber: insertedPageNumber.regex,
    stackedHead: stackedHead.regex,
  };
});

/** Columns of a fixed-width print: two for a full-width character. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const c of text) width += (c.codePointAt(0) as number) >= 0x1100 ? 2 : 1;
  return width;
}

/** What a text may wrap its lines by: columns, or characters whatever their width (counted as two columns each). */
type Measure = 'columns' | 'characters';
const MEASURES: readonly Measure[] = ['columns', 'characters'];

interface Read extends Readonly<Record<Measure, number>> {
  readonly text: string;
  readonly folded: string;
  readonly gap: boolean;
  readonly indented: boolean;
  readonly soft: boolean;
  readonly heading: number | null;
  furniture: boolean;
}

/** Wider lines are paragraphs, not printed lines. */
const WIDEST_PAGE = 200;
/** A line may fall short of the width by so much, and by the number that did not fit any more. */
const SHORTFALL = 8;
const leadingNumber = (text: string) => /^[\d.,]{1,20}/.exec(text)?.[0] ?? '';
const sizeOf = (text: string, by: Measure) => (by === 'columns' ? printedWidth(text) : 2 * [...text].length);

interface Wrap {
  readonly by: Measure;
  readonly width: number;
}

/** The width at which the text wraps its lines, or null where it does not. */
function wrapOf(lines: readonly Read[], rules: FlowRules): Wrap | null {
  for (const by of MEASURES) {
    const widths = lines.map((line) => line[by]).sort((a, b) => a - b);
    const width = widths[Math.floor(widths.length * 0.98)] ?? 0;
    if (width < 24 || width > WIDEST_PAGE) continue;
    const full = lines.filter((line) => line[by] >= width - SHORTFALL);
    const long = lines.filter((line) => line[by] >= width / 2);
    const unfinished = full.filter((line) => !rules.words.sentenceEnd(line.folded));
    if (full.length >= 5 && full.length * 2 >= long.length && unfinished.length * 2 >= full.length)
      return { by, width };
  }
  return null;
}

export function reflow(lines: readonly FlowLine[], rules: FlowRules): Part[] {
  const read = lines.map((line): Read | null => ('page' in line ? null : readLine(line)));
  const printed = read.filter((line) => line !== null);
  markPageNumbers(printed, rules);
  const body = printed.filter((line) => !line.furniture);
  const flow = new Flow(rules, wrapOf(body, rules));
  for (const line of read) {
    if (line === null) flow.page();
    else if (line.furniture) flow.furniture(line.text);
    else flow.line(line);
  }
  return flow.finish();
}

function readLine({ text, gap, soft = false, heading = null }: TextLine): Read {
  const trimmed = text.trim();
  const indented = /^(?: {2,}|\t|[\u3000\u00a0]{2})/.test(text);
  const line = folded(trimmed);
  // A justified line that was spread over its letters is as wide as any other.
  const printed = text.slice(0, text.trimEnd().length - trimmed.length) + line.replace(/ /g, '');
  return {
    text: trimmed,
    folded: line,
    gap,
    columns: sizeOf(printed, 'columns'),
    characters: sizeOf(printed, 'characters'),
    indented,
    soft,
    heading,
    furniture: false,
  };
}

/** Bare numbers are page numbers where they count on by one, each some lines after the last. */
function markPageNumbers(lines: readonly Read[], rules: FlowRules): void {
  const bare: { index: number; value: number }[] = [];
  lines.forEach((line, index) => {
    if (rules.words.pageNumber(line.folded)) line.furniture = true;
    else if (/^\d{1,3}$/.test(line.folded)) bare.push({ index, value: Number(line.folded) });
  });
  let chain: { index: number; value: number }[] = [];
  const settle = () => {
    if (chain.length >= 3) for (const { index } of chain) (lines[index] as Read).furniture = true;
    chain = [];
  };
  for (const number of bare) {
    const last = chain.at(-1);
    if (last && !(number.value === last.value + 1 && number.index - last.index >= 5)) settle();
    chain.push(number);
  }
  settle();
}

/** Collects the lines of one paragraph at a time. */
class Flow {
  private readonly parts: Part[] = [];
  private lines: Line[] = [];
  private heading: number | null = null;
  private last: Read | null = null;
  /** A page number or page turn stands between the last line and the next. */
  private interrupted = false;

  constructor(
    private readonly rules: FlowRules,
    private readonly wrap: Wrap | null,
  ) {}

  page(): void {
    if (this.last) this.lines.push({ page: true });
    else this.parts.push({ kind: 'page' });
    this.interrupted = true;
  }

  furniture(text: string): void {
    if (this.last) this.lines.push({ furniture: text });
    else this.parts.push(paragraph([text], { role: 'furniture' }));
    this.interrupted = true;
  }

  line(line: Read): void {
    if (this.last && !this.goesOn(this.last, line)) this.close();
    if (!this.last) this.heading = line.heading;
    this.lines.push(line.text);
    this.last = line;
    this.interrupted = false;
  }

  finish(): Part[] {
    this.close();
    return this.parts;
  }

  private goesOn(last: Read, next: Read): boolean {
    const open = this.rules.open.test(last.folded);
    if (this.rules.words.numbering(next.folded) && !open) return false;
    if (this.interrupted) return this.goesOnOverPages(last, next);
    if (next.gap || next.indented) return false;
    if (next.soft && !this.rules.words.sentenceEnd(last.folded)) return true;
    if (this.wrap === null || last.heading !== null || next.heading !== null) return false;
    const { by, width } = this.wrap;
    const short = width - last[by];
    if (this.rules.words.sentenceEnd(last.folded)) return short <= 2;
    return short <= SHORTFALL + sizeOf(leadingNumber(next.folded), by);
  }

  /** Over a page break blank lines say nothing: a sentence that has not ended goes on. */
  private goesOnOverPages(last: Read, next: Read): boolean {
    if (next.indented || this.rules.words.sentenceEnd(last.folded)) return false;
    return this.wrap === null ? last.columns >= 40 : this.wrap.width - last[this.wrap.by] <= SHORTFALL;
  }

  /** What stands after the last line of the paragraph comes after the paragraph. */
  private close(): void {
    let end = this.lines.length;
    while (end > 0 && typeof this.lines[end - 1] !== 'string') end--;
    if (end > 0) {
      const lines = this.lines.slice(0, end).flatMap((line) => this.split(line));
      this.parts.push(paragraph(lines, { heading: this.heading }));
    }
    for (const line of this.lines.slice(end)) {
      if (typeof line === 'string') continue;
      this.parts.push('page' in line ? { kind: 'page' } : furniturePart(line.furniture));
    }
    this.lines = [];
    this.last = null;
    this.interrupted = false;
  }

  /** A page number inside a line becomes furniture between its two halves. */
  private split(line: Line): Line[] {
    if (typeof line !== 'string') return [line];
    const found = match(this.rules.insertedPageNumber, line);
    if (!found) return [line];
    const rest = this.split(line.slice(found.end));
    return [line.slice(0, found.start), { furniture: found.text }, ...rest];
  }
}

function furniturePart(text: string): ParagraphPart {
  return paragraph([text], { role: 'furniture' });
}
