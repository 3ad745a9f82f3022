/** The cover: the lines before the contents and the first heading, and the title among them. */
import type { Section } from '../../contract.ts';
import type { Document } from '../../document.ts';
import { foldText } from '../../fold.ts';
import { match } from '../../patterns/regex.ts';
import { printed } from '../heads.ts';
import { type TextLine, unmarked } from './lines.ts';
import { nameOf, type ReportRules } from './rules.ts';

export interface Cover {
  /** As printed, without line breaks. */
  readonly title: string | null;
  /** The title folded. */
  readonly text: string;
  /** Names on lines of their own. */
  readonly names: readonly string[];
  readonly organisation: string | null;
}

const MOST_LINES = 40;
const LONGEST_LINE = 80;
/** A title is set on at most so many lines. */
const MOST_TITLE_LINES = 4;
/** Sites print the name of the file for a title. */
const FILE_NAME = /(?:\.(?:pdf|docx?|xlsx?|wps|html?)){1,2}$/i;

/** The lines above the first heading and the contents that may belong to a title. */
function coverLines(document: Document, lines: readonly TextLine[], sections: readonly Section[], rules: ReportRules) {
  const contents = document.blocks.find((block) => block.kind === 'paragraph' && block.role === 'contents');
  const firstContents = contents?.kind === 'paragraph' ? (contents.lines[0]?.start ?? Infinity) : Infinity;
  // A note on one matter has its title for its only heading.
  const [first, second] = sections;
  const titled = first && first.number === null && rules.title.cue.test(foldText(first.title)) ? second : first;
  const limit = Math.min(titled?.start ?? Infinity, firstContents);
  const cover: TextLine[] = [];
  for (const line of lines.slice(0, MOST_LINES)) {
    if (line.start >= limit) break;
    if (rules.coverSkip.some((skip) => skip.test(line.text))) continue;
    if (line.text.length > LONGEST_LINE || /[。；]/.test(line.text)) {
      if (cover.some(({ text }) => rules.title.cue.test(text))) break;
      continue;
    }
    cover.push(line);
  }
  return cover;
}

export function readCover(
  document: Document,
  lines: readonly TextLine[],
  sections: readonly Section[],
  rules: ReportRules,
): Cover {
  const cover = coverLines(document, lines, sections, rules);
  const at = cueIn(cover, rules);
  const names = cover.flatMap(({ text }) => nameOf(match(rules.title.name, text)?.groups.org, rules) ?? []);
  if (at < 0) {
    const [only] = cover;
    const title =
      only && nameOf(match(rules.title.name, only.text)?.groups.org, rules) ? printedOf(document, [only]) : null;
    return { title, text: title === null ? '' : (only as TextLine).text, names, organisation: names[0] ?? null };
  }
  const window = titleWindow(cover, at, rules);
  const text = window.map((line) => line.text).join('');
  const organisation = organisationIn(text, rules) ?? names[0] ?? null;
  return { title: printedOf(document, window), text, names, organisation };
}

/** The line that says what the document is; the name of a fund (一般公共预算) says it only where no other line does. */
function cueIn(cover: readonly TextLine[], rules: ReportRules): number {
  const says = ({ text }: TextLine) => rules.title.cue.test(text.replace(rules.kind.neutral, ''));
  const own = cover.findIndex(says);
  if (own < 0) return cover.findIndex(({ text }) => rules.title.cue.test(text));
  // The menu may print a title without the name above that of the text.
  const named = cover.findIndex((line) => says(line) && organisationIn(line.text, rules) !== null);
  return named >= 0 && titleWindow(cover, own, rules).length === 1 ? named : own;
}

/** The line with the cue, and the lines before it that carry the name or the year. */
function titleWindow(cover: readonly TextLine[], at: number, rules: ReportRules): TextLine[] {
  const cue = cover[at] as TextLine;
  if (organisationIn(cue.text, rules) !== null && match(rules.year.any, cue.text)) return [cue];
  let first = at;
  for (let i = at - 1; i >= Math.max(0, at - MOST_TITLE_LINES + 1); i--) {
    const { text } = cover[i] as TextLine;
    if (text.length > 50 || /[，：》]/.test(text)) break;
    first = i;
  }
  const before = cover.slice(first, at);
  // Of what stands above, only names (broken over lines or not) and years belong to the title.
  for (let i = 0; i < before.length; i++) {
    const window = [...before.slice(i), cue];
    if (organisationIn(window.map(({ text }) => text).join(''), rules) !== null) return window;
  }
  return [...before.filter(({ text }) => rules.title.yearOnly.test(text) || rules.placeholder.test(text)), cue];
}

export function organisationIn(title: string, rules: ReportRules): string | null {
  for (const pattern of rules.title.organisation) {
    const found = match(pattern, title)?.groups.org;
    if (found !== undefined) return nameOf(found, rules);
  }
  return null;
}

function printedOf(document: Document, lines: readonly TextLine[]): string {
  const spans = lines.flatMap(({ paragraph }) => paragraph.lines);
  const title = unmarked(printed(spans.map(({ start, end }) => document.text.slice(start, end)).join('')));
  return title.replace(FILE_NAME, '');
}
