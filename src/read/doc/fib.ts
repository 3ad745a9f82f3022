/**
 * The file information block ([MS-DOC] 2.5): where everything else is. Word 97 and later count their way through three
 * arrays of given length; Word 6 and 95 have the same fields at fixed offsets and one stream for all.
 */
import type { Bytes } from './bytes.ts';

/** Word 6 and 95 write 8-bit text and one-byte sprms (6); Word 97 to 2007 pieces of either width (8). */
export type Generation = 6 | 8;

export interface Place {
  readonly at: number;
  readonly length: number;
}

/** Character counts of the stories, in the order in which their text stands. */
export interface Stories {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly headerTextBoxes: number;
}

/** Tables by name → number of the (offset, length) pair in FibRgFcLcb97, and offset of the pair in a Word 6 block. */
const TABLES = {
  styles: [1, 0x60],
  footnoteReferences: [2, 0x68],
  footnoteText: [3, 0x70],
  characterPages: [12, 0xb8],
  paragraphPages: [13, 0xc0],
  fonts: [15, 0xd0],
  pieces: [33, 0x160],
  shapes: [40, 0],
  endnoteReferences: [46, 0x1d2],
  endnoteText: [47, 0x1da],
  drawing: [50, 0],
  textBoxes: [56, 0],
  lists: [73, 0],
  listOverrides: [74, 0],
} as const;
export type TableName = keyof typeof TABLES;

export interface Fib {
  readonly generation: Generation;
  readonly nFib: number;
  readonly encrypted: boolean;
  /** Name of the stream with the tables. */
  readonly tableStream: string;
  readonly language: number;
  /** Character set of the writing system in Word 6 and 95 (256 is Macintosh). */
  readonly charset: number;
  /** Characters of two bytes in a Word 95 file of the Far East. */
  readonly wide: boolean;
  /** The text where no piece table is. */
  readonly text: Place;
  readonly stories: Stories;
  table(name: TableName): Place;
}

const FIRST_OF_WORD_6 = 101;
const FIRST_OF_WORD_97 = 190;

/** Null where the stream does not begin as a Word document that this reader knows. */
export function readFib(bytes: Bytes): Fib | null {
  const magic = bytes.u16(0);
  const nFib = bytes.u16(2);
  // Word 6 of the Far East has its own magic numbers.
  const known = magic === 0xa5ec || magic === 0xa5dc || (magic >= 0xa697 && magic <= 0xa699);
  if (!known || nFib < FIRST_OF_WORD_6 || bytes.length < 68) return null;
  const flags = bytes.u16(10);
  const start = bytes.u32(24);
  const common = {
    nFib,
    encrypted: (flags & 0x0100) !== 0,
    language: bytes.u16(6),
    charset: bytes.u16(20),
    text: { at: start, length: Math.max(0, bytes.u32(28) - start) },
  };
  if (nFib >= FIRST_OF_WORD_97) return { ...common, ...modern(bytes, flags) };
  return {
    ...common,
    generation: 6,
    tableStream: 'WordDocument',
    wide: (flags & 0x1000) !== 0,
    stories: storiesAt(bytes, 0x34),
    table: (name) => pair(bytes, TABLES[name][1]),
  };
}

function modern(bytes: Bytes, flags: number) {
  // The lengths of the arrays are given; a block that gives none has the layout of Word 97.
  const words = bytes.u16(32) || 14;
  const longs = bytes.u16(34 + 2 * words) || 22;
  const longsAt = 36 + 2 * words;
  const pairsAt = longsAt + 4 * longs + 2;
  const pairs = bytes.u16(pairsAt - 2) || 93;
  return {
    generation: 8 as const,
    tableStream: (flags & 0x0200) !== 0 ? '1Table' : '0Table',
    wide: false,
    stories: storiesAt(bytes, longsAt + 12),
    table: (name: TableName) => {
      const [index] = TABLES[name];
      return index < pairs ? pair(bytes, pairsAt + 8 * index) : { at: 0, length: 0 };
    },
  };
}

function pair(bytes: Bytes, at: number): Place {
  return at === 0 ? { at: 0, length: 0 } : { at: bytes.u32(at), length: Math.max(0, bytes.i32(at + 4)) };
}

function storiesAt(bytes: Bytes, at: number): Stories {
  const count = (i: number) => Math.max(0, bytes.i32(at + 4 * i));
  return {
    main: count(0),
    footnotes: count(1),
    headers: count(2),
    macros: count(3),
    comments: count(4),
    endnotes: count(5),
    textBoxes: count(6),
    headerTextBoxes: count(7),
  };
}

const ORDER: readonly (keyof Stories)[] = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'textBoxes',
  'headerTextBoxes',
];

/** Where a story begins among the characters of all. */
export function storyStart(stories: Stories, name: keyof Stories): number {
  let start = 0;
  for (const each of ORDER) {
    if (each === name) break;
    start += stories[each];
  }
  return start;
}
