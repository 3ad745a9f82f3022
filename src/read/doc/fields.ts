/** Fields ([MS-DOC] 2.8.25): a mark, the instruction, a mark, the result, a mark. Read is the result only. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Fields {
  /** Marks and instructions, to be passed over: ascending, none within another. */
  readonly skipped: readonly Range[];
  /** Results of fields that make a table of contents. */
  readonly contents: readonly Range[];
}

const BEGIN = 0x13;
const SEPARATOR = 0x14;
const INSTRUCTION_LENGTH = 64;

/** The fields of one story. A mark without its partner is passed over alone, so that it hides no text. */
export function fieldsOf(text: string, start: number, end: number): Fields {
  const open: { begin: number; separator: number | null }[] = [];
  const ranges: Range[] = [];
  const contents: Range[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of the format are control characters
  const mark = /[\u0013\u0014\u0015]/g;
  mark.lastIndex = start;
  for (let match = mark.exec(text); match && match.index < end; match = mark.exec(text)) {
    const at = match.index;
    const code = text.charCodeAt(at);
    const top = open.at(-1);
    ranges.push({ start: at, end: at + 1 });
    if (code === BEGIN) {
      open.push({ begin: at, separator: null });
    } else if (code === SEPARATOR) {
      if (top && top.separator === null) top.separator = at;
    } else if (top) {
      open.pop();
      const { begin, separator } = top;
      ranges.push({ start: begin, end: (separator ?? at) + 1 });
      const instruction = text.slice(begin + 1, Math.min(separator ?? at, begin + INSTRUCTION_LENGTH));
      if (separator !== null && /^\s{0,20}toc\b/i.test(instruction)) contents.push({ start: separator, end: at });
    }
  }
  return { skipped: united(ranges), contents: united(contents) };
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
