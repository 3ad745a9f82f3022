/** Fields ([MS-DOC] 2.8.25): a mark, the instruction, a mark, the result, a mark. Read is the result only. */
import { enclosed } from '../word/enclosed.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Fields {
  /** Marks and instructions, to be passed over: ascending, none within another. */
  readonly skipped: readonly Range[];
  /** What fields without a result print, by their place, ascending. */
  readonly printed: readonly { readonly at: number; readonly text: string }[];
  /** Results of fields that make a table of contents. */
  readonly contents: readonly Range[];
}

const BEGIN = 0x13;
const SEPARATOR = 0x14;
const INSTRUCTION_LENGTH = 64;

/** The fields of a story that begins at `start`. A mark without its partner is passed over alone, so it hides no text. */
export function fieldsOf(text: string, start: number): Fields {
  const open: { begin: number; separator: number | null }[] = [];
  const ranges: Range[] = [];
  const printed: { at: number; text: string }[] = [];
  const contents: Range[] = [];
  /** Open fields whose instruction has not ended: what stands there is not printed. */
  let instructions = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of the format are control characters
  const mark = /[\u0013\u0014\u0015]/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const at = match.index;
    const code = text.charCodeAt(at);
    const top = open.at(-1);
    ranges.push({ start: start + at, end: start + at + 1 });
    if (code === BEGIN) {
      open.push({ begin: at, separator: null });
      instructions++;
    } else if (code === SEPARATOR) {
      if (top?.separator !== null) continue;
      top.separator = at;
      instructions--;
    } else if (top) {
      open.pop();
      const { begin, separator } = top;
      if (separator === null) instructions--;
      ranges.push({ start: start + begin, end: start + (separator ?? at) + 1 });
      const instruction = text.slice(begin + 1, Math.min(separator ?? at, begin + INSTRUCTION_LENGTH));
      const inside = separator === null && instructions === 0 ? enclosed(instruction) : '';
      if (inside !== '') printed.push({ at: start + begin, text: inside });
      if (separator !== null && /^\s{0,20}toc\b/i.test(instruction)) {
        contents.push({ start: start + separator, end: start + at });
      }
    }
  }
  printed.sort((a, b) => a.at - b.at);
  return { skipped: united(ranges), printed, contents: united(contents) };
}

function united(ranges: readonly Range[]): Range[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
