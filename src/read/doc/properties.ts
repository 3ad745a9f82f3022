/** What sprms say of characters and paragraphs, as far as the text, its lists and its tables need it. */
import type { Bytes } from './bytes.ts';
import type { Generation } from './fib.ts';
import { eachSprm, SPRM } from './sprm.ts';

export interface CharacterProperties {
  readonly deleted: boolean;
  readonly hidden: boolean;
  /** The character is a mark with a meaning of its own (a note, a picture, a symbol). */
  readonly special: boolean;
  /** A character of a font of symbols, in place of the one in the text. */
  readonly symbol: { readonly font: number; readonly code: number } | null;
  readonly style: number | null;
}

export interface ParagraphProperties {
  /** Number of a list from 1; 0 for none. */
  readonly list: number;
  readonly listLevel: number;
  /** 0 to 8, or 9 for body text; null where nothing tells. */
  readonly outlineLevel: number | null;
  readonly inTable: boolean;
  /** Depth of tables around the paragraph as the later sprms give it; see `depthOf`. */
  readonly tableDepth: number;
  readonly rowEnd: boolean;
  readonly innerCell: boolean;
  readonly innerRowEnd: boolean;
  /** Sprms with the table properties of the row that the paragraph ends, in the order in which they apply. */
  readonly rows: readonly Bytes[];
}

export const PLAIN_CHARACTER: CharacterProperties = {
  deleted: false,
  hidden: false,
  special: false,
  symbol: null,
  style: null,
};

export const PLAIN_PARAGRAPH: ParagraphProperties = {
  list: 0,
  listLevel: 0,
  outlineLevel: null,
  inTable: false,
  tableDepth: 0,
  rowEnd: false,
  innerCell: false,
  innerRowEnd: false,
  rows: [],
};

/** Tables nested deeper are not drawn by Word either. */
const MAX_DEPTH = 32;
const TABLE_GROUP = 5;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A property that can also say “as the style” and “not as the style”. */
function toggled(operand: number, style: boolean): boolean {
  if (operand === 0x80) return style;
  if (operand === 0x81) return !style;
  return (operand & 1) !== 0;
}

/**
 * Applies sprms over `before`. `style` is what toggles refer to; `styleOf` gives the properties of a character style,
 * null within the style sheet, where a style names no other one.
 */
export function characterProperties(
  before: CharacterProperties,
  style: CharacterProperties,
  sprms: Bytes,
  generation: Generation,
  styleOf: ((index: number) => CharacterProperties) | null,
): CharacterProperties {
  if (sprms.length === 0) return before;
  const found: Mutable<CharacterProperties> = { ...before };
  let reference = style;
  eachSprm(sprms, generation, (opcode, at, length, bytes) => {
    const byte = bytes.u8(at);
    if (opcode === SPRM.characterDeleted) found.deleted = toggled(byte, false);
    else if (opcode === SPRM.characterHidden) found.hidden = toggled(byte, reference.hidden);
    else if (opcode === SPRM.characterSpecial) found.special = byte !== 0;
    else if (opcode === SPRM.characterPlain) found.hidden = style.hidden;
    else if (opcode === SPRM.characterSymbol) {
      // In Word 6 the operand is a font and a byte.
      const code = length >= 4 ? bytes.u16(at + 2) : bytes.u8(at + 2);
      found.symbol = { font: bytes.u16(at), code };
      found.special = true;
    } else if (opcode === SPRM.characterStyle && styleOf) {
      found.style = bytes.u16(at);
      reference = styleOf(bytes.u16(at));
      // Toggles of the two kinds of style cancel each other out.
      found.hidden = style.hidden !== reference.hidden;
    }
  });
  return found;
}

/** Applies sprms over `before`; `data` is the stream that long lists of sprms are moved to. */
export function paragraphProperties(
  before: ParagraphProperties,
  sprms: Bytes,
  generation: Generation,
  data: Bytes | null,
): ParagraphProperties {
  if (sprms.length === 0) return before;
  const found: Mutable<ParagraphProperties> = { ...before };
  apply(found, sprms, generation, data);
  return found;
}

function apply(found: Mutable<ParagraphProperties>, sprms: Bytes, generation: Generation, data: Bytes | null): void {
  let tables = false;
  eachSprm(sprms, generation, (opcode, at, _, bytes) => {
    const byte = bytes.u8(at);
    if (opcode === SPRM.inTable) found.inTable = byte !== 0;
    else if (opcode === SPRM.tableDepth) found.tableDepth = limited(bytes.i32(at));
    else if (opcode === SPRM.tableDepthChange) found.tableDepth = limited(found.tableDepth + bytes.i32(at));
    else if (opcode === SPRM.rowEnd) found.rowEnd = byte !== 0;
    else if (opcode === SPRM.innerCell) found.innerCell = byte !== 0;
    else if (opcode === SPRM.innerRowEnd) found.innerRowEnd = byte !== 0;
    else if (opcode === SPRM.list) found.list = listNumber(bytes.i16(at));
    else if (opcode === SPRM.listLevel) found.listLevel = Math.min(byte, 8);
    else if (opcode === SPRM.outlineLevel) found.outlineLevel = Math.min(byte, 9);
    else if (((opcode >> 10) & 7) === TABLE_GROUP) tables = true;
    else if (data && isElsewhere(opcode)) applyElsewhere(found, bytes.u32(at), opcode, data);
  });
  if (tables) found.rows = [...found.rows, sprms];
}

/** Word 97 knew one depth only and says it with a flag. */
export function depthOf(properties: ParagraphProperties): number {
  return Math.max(properties.inTable ? 1 : 0, properties.tableDepth);
}

function limited(depth: number): number {
  return Math.min(Math.max(0, depth), MAX_DEPTH);
}

/** Negative numbers and 0x7FF say that a list was taken away, or is one of Word 6 that has no definition. */
function listNumber(value: number): number {
  return value > 0 && value < 0x7ff ? value : 0;
}

function isElsewhere(opcode: number): boolean {
  return opcode === SPRM.hugeParagraph || opcode === SPRM.hugeParagraphOld || opcode === SPRM.tableProperties;
}

/** Sprms in the data stream: a length and the list. What is found there points nowhere further. */
function applyElsewhere(found: Mutable<ParagraphProperties>, at: number, opcode: number, data: Bytes): void {
  const sprms = data.slice(at + 2, data.u16(at));
  if (opcode === SPRM.tableProperties) found.rows = [...found.rows, sprms];
  else apply(found, sprms, 8, null);
}
