/** The style sheet ([MS-DOC] 2.9.271): what paragraphs and characters have by their styles, through inheritance. */
import type { Bytes } from './bytes.ts';
import type { Generation } from './fib.ts';
import {
  type CharacterProperties,
  characterProperties,
  type ParagraphProperties,
  PLAIN_CHARACTER,
  PLAIN_PARAGRAPH,
  paragraphProperties,
} from './properties.ts';

const PARAGRAPH = 1;
const CHARACTER = 2;
const NO_STYLE = 0xfff;
const MAX_STYLES = 4096;
/** Deeper inheritance is not Word's; it stops there. */
const MAX_DEPTH = 12;
/** Built-in styles: `heading 1` to `heading 9` and `toc 1` to `toc 9`. */
const FIRST_HEADING = 1;
const FIRST_CONTENTS = 19;

interface RawStyle {
  readonly identifier: number;
  readonly kind: number;
  readonly base: number;
  readonly paragraph: Bytes | null;
  readonly characters: Bytes | null;
}

export interface Style {
  readonly paragraph: ParagraphProperties;
  readonly characters: CharacterProperties;
  /** A built-in style of lines of a table of contents. */
  readonly contents: boolean;
}

const PLAIN_STYLE: Style = {
  paragraph: PLAIN_PARAGRAPH,
  characters: PLAIN_CHARACTER,
  contents: false,
};

export class StyleSheet {
  private readonly raw: readonly (RawStyle | null)[];
  private readonly generation: Generation;
  private readonly resolved = new Map<number, Style>();

  constructor(table: Bytes, generation: Generation) {
    this.generation = generation;
    this.raw = readStyles(table, generation);
  }

  style(index: number): Style {
    return this.resolve(index, 0);
  }

  private resolve(index: number, depth: number): Style {
    const known = this.resolved.get(index);
    if (known) return known;
    const raw = this.raw[index];
    if (!raw || depth > MAX_DEPTH) return PLAIN_STYLE;
    const base = raw.base === NO_STYLE || raw.base === index ? PLAIN_STYLE : this.resolve(raw.base, depth + 1);
    const builtIn = (first: number) =>
      raw.identifier >= first && raw.identifier < first + 9 ? raw.identifier - first : null;
    const before = { ...base.paragraph, outlineLevel: builtIn(FIRST_HEADING) ?? base.paragraph.outlineLevel };
    const style: Style = {
      paragraph: raw.paragraph ? paragraphProperties(before, raw.paragraph, this.generation, null) : before,
      characters: raw.characters
        ? characterProperties(base.characters, base.characters, raw.characters, this.generation, null)
        : base.characters,
      contents: builtIn(FIRST_CONTENTS) !== null || base.contents,
    };
    this.resolved.set(index, style);
    return style;
  }
}

function readStyles(table: Bytes, generation: Generation): (RawStyle | null)[] {
  const styles: (RawStyle | null)[] = [];
  const header = table.u16(0);
  const count = Math.min(table.u16(2), MAX_STYLES);
  const base = table.u16(4);
  let at = 2 + header;
  while (styles.length < count && at + 2 <= table.length) {
    const length = table.u16(at);
    styles.push(length === 0 ? null : readStyle(table.slice(at + 2, length), base, generation));
    at += 2 + length;
  }
  return styles;
}

/** An STD: a fixed part, the name, and a list of property exceptions, each on an even byte. */
function readStyle(std: Bytes, base: number, generation: Generation): RawStyle {
  const kind = std.u16(2) & 0xf;
  const letters = generation === 8 ? std.u16(base) : std.u8(base);
  let at = generation === 8 ? base + 2 + 2 * (letters + 1) : base + 1 + letters + 1;
  const exceptions: Bytes[] = [];
  for (let i = 0; i < Math.min(3, std.u16(4) & 0xf); i++) {
    at += at & 1;
    const length = std.u16(at);
    exceptions.push(std.slice(at + 2, length));
    at += 2 + length;
  }
  const [first, second] = exceptions;
  return {
    identifier: std.u16(0) & 0xfff,
    kind,
    base: std.u16(2) >> 4,
    // The exceptions of a paragraph begin with the number of the style itself.
    paragraph: kind === PARAGRAPH && first ? first.slice(2, first.length) : null,
    characters: (kind === PARAGRAPH ? second : kind === CHARACTER ? first : null) ?? null,
  };
}
