/** Tables of contents: their lines repeat titles without being them. */
import type { PageLayout, Role } from './page.ts';
import { folded, type Words } from './words.ts';

/** Without its leaders and its page, to know the title when it comes again. */
const core = (text: string) => text.replace(/[.…·‥•_\-—\s（）()\d]{1,200}$/, '').replace(/\s/g, '');

/** Longer lines are sentences. */
const LONGEST_ENTRY = 60;

/** Lines of a contents that may follow without a mark of their own: a long title set on two lines. */
const PATIENCE = 1;

/** A line of any format in print order: its folded text, and where its role is kept. */
export interface Entry {
  readonly item: { role: Role };
  readonly text: string;
}

class Run {
  private readonly seen = new Set<string>();
  private waiting: Entry['item'][] = [];
  private marked = 0;
  /** The first title of the text ended the contents. */
  private again = false;

  constructor(private readonly words: Words) {}

  /** False where the contents are over. */
  take(item: Entry['item'], text: string): boolean {
    const { words } = this;
    const title = core(text);
    const leads = words.contentsLeader(text);
    const paged = leads || words.contentsOpen(text) || words.contentsPage(text);
    if (!leads && (text.length > LONGEST_ENTRY || words.sentenceEnd(text))) return false;
    if (!paged && this.seen.has(title)) {
      this.again = true;
      return false;
    }
    this.seen.add(title);
    if (paged || words.contentsHeading(text)) {
      for (const before of this.waiting) before.role = 'contents';
      this.waiting = [];
      item.role = 'contents';
      this.marked += paged ? 1 : 0;
      return true;
    }
    this.waiting.push(item);
    return this.marked < 3 || this.waiting.length <= PATIENCE;
  }

  /** Entries without pages are known by the first of them coming again. */
  close(): void {
    if (this.marked >= 3 || !this.again) return;
    for (const item of this.waiting) item.role = 'contents';
  }
}

export function markContents(pages: readonly PageLayout[], words: Words): void {
  const lines: Entry[] = [];
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind === 'line' && item.role === 'body') lines.push({ item, text: folded(item.line.text) });
    }
  }
  markEntries(lines, words);
}

/** Gives the role `contents` to those of the body lines that are entries of a table of contents. */
export function markEntries(lines: readonly Entry[], words: Words): void {
  for (let i = 0; i < lines.length; i++) {
    const { item, text } = lines[i] as (typeof lines)[number];
    if (words.contentsHeading(text)) {
      item.role = 'contents';
      i = followRun(lines, i + 1, words) - 1;
    } else if (words.contentsLeader(text) && isAmongLeaders(lines, i, words)) item.role = 'contents';
  }
}

/** A line with leaders and a page that stands alone may be a sentence. */
function isAmongLeaders(lines: readonly { text: string }[], i: number, words: Words): boolean {
  return [i - 2, i - 1, i + 1, i + 2].some((k) => words.contentsLeader(lines[k]?.text ?? ''));
}

/** Index of the first line after the contents that begin at `start`. */
function followRun(lines: readonly Entry[], start: number, words: Words): number {
  const run = new Run(words);
  let i = start;
  while (i < lines.length) {
    const { item, text } = lines[i] as (typeof lines)[number];
    if (!run.take(item, text)) break;
    i++;
  }
  run.close();
  return i;
}
