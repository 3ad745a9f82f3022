/**
 * The piece table ([MS-DOC] 2.8.35): which bytes of the file are the text, in order. The text of all stories becomes one
 * string in which a character position of the file is an index.
 */
import { Bytes, NOTHING, plc } from './bytes.ts';
import { charsetEncoding, decodeNarrow, decodeWide, FILLER, languageEncoding } from './charset.ts';
import type { Fib, Generation } from './fib.ts';
import type { Fonts } from './fonts.ts';
import { type FormattedRuns, nextStart, runAt } from './pages.ts';
import { eachSprm, MODERN_OPCODE, SPRM } from './sprm.ts';

const PCD = 8;
const PREFIX_SPRMS = 1;
const PREFIX_PIECES = 2;
const COMPRESSED = 0x40000000;

export interface Piece {
  /** Character positions. */
  readonly start: number;
  readonly end: number;
  /** Place of the first character in the document stream, and bytes for each. */
  readonly place: number;
  readonly width: 1 | 2;
  /** What was changed last, without a run of its own (“fast saved”). */
  readonly sprms: Bytes;
}

export interface PieceTable {
  readonly pieces: readonly Piece[];
  /** False where pieces lie outside the file, or there was no table where one was needed. */
  readonly whole: boolean;
}

export function readPieces(clx: Bytes, fib: Fib, document: Bytes): PieceTable {
  const { groups, table } = splitClx(clx);
  const { positions, elements } = plc(table, PCD);
  const pieces: Piece[] = [];
  let whole = true;
  // No text is longer than the file: pieces that share their bytes would multiply it.
  let room = document.length;
  for (let i = 0; i + 1 < positions.length; i++) {
    const start = positions[i] as number;
    const at = elements + i * PCD;
    const fc = table.u32(at + 2);
    const narrow = fib.generation === 8 ? (fc & COMPRESSED) !== 0 : !fib.wide;
    const width = narrow ? 1 : 2;
    const place = fib.generation === 8 ? (narrow ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff) : fc;
    const length = (positions[i + 1] as number) - start;
    if (document.count(place, width, length) < length) whole = false;
    room -= length;
    if (room < 0) break;
    const sprms = prm(table.u16(at + 6), groups, fib.generation);
    if (length > 0) pieces.push({ start, end: start + length, place, width, sprms });
  }
  if (room < 0) whole = false;
  if (pieces.length > 0) return { pieces, whole };
  return { pieces: contiguous(fib, document), whole: fib.generation === 6 };
}

/** Without a table the text stands in one stretch, as a Word that was not in a hurry saved it. */
function contiguous(fib: Fib, document: Bytes): Piece[] {
  const { at, length } = fib.text;
  const characters = Object.values(fib.stories).reduce((sum, n) => sum + n, 0);
  const wide = fib.generation === 6 ? fib.wide : length >= 2 * characters;
  const width = wide ? 2 : 1;
  const n = document.count(at, width, Math.min(characters, Math.floor(length / width)));
  return n > 0 ? [{ start: 0, end: n, place: at, width, sprms: NOTHING }] : [];
}

function splitClx(clx: Bytes): { groups: Bytes[]; table: Bytes } {
  const groups: Bytes[] = [];
  let at = 0;
  while (at < clx.length && clx.u8(at) === PREFIX_SPRMS) {
    const length = Math.max(0, clx.i16(at + 1));
    groups.push(clx.slice(at + 3, length));
    at += 3 + length;
  }
  if (clx.u8(at) !== PREFIX_PIECES) return { groups, table: NOTHING };
  return { groups, table: clx.slice(at + 5, clx.u32(at + 1)) };
}

/** The modifier of a piece: one sprm with a byte in it, or the number of a group. */
function prm(value: number, groups: readonly Bytes[], generation: Generation): Bytes {
  if (value === 0) return NOTHING;
  if ((value & 1) !== 0) return groups[value >> 1] ?? NOTHING;
  if (generation === 6) return new Bytes(Uint8Array.of((value >> 1) & 0x7f, value >> 8));
  const opcode = MODERN_OPCODE.get((value >> 1) & 0x7f);
  if (opcode === undefined) return NOTHING;
  return new Bytes(Uint8Array.of(opcode & 0xff, opcode >> 8, value >> 8, 0));
}

/** The text of all pieces; what lies outside the file is filled with nothing to read, so that the rest keeps its place. */
export function pieceText(pieces: readonly Piece[], document: Bytes, narrow: (piece: Piece) => string): string {
  let text = '';
  for (const piece of pieces) {
    const { place, start, end, width } = piece;
    const there = width === 2 ? decodeWide(document.slice(place, 2 * (end - start))) : narrow(piece);
    text = text.padEnd(start, FILLER) + there;
  }
  return text.padEnd(pieces.at(-1)?.end ?? 0, FILLER);
}

/** 8-bit text of Word 97: always that of the West, for everything else is wide. */
export function westernText(document: Bytes): (piece: Piece) => string {
  return (piece) => decodeNarrow(document.slice(piece.place, piece.end - piece.start), 'windows-1252');
}

/** 8-bit text of Word 6 and 95: each run in the character set of its font, else of the document's language. */
export function oldText(document: Bytes, fib: Fib, characters: FormattedRuns, fonts: Fonts): (piece: Piece) => string {
  const general = (fib.charset === 256 ? 'macintosh' : charsetOf(fib.charset)) ?? languageEncoding(fib.language);
  return (piece) => {
    const parts: string[] = [];
    const limit = piece.place + piece.end - piece.start;
    let run = 0;
    for (let at = piece.place; at < limit; ) {
      run = runAt(characters, at, Math.max(0, run));
      const end = Math.min(limit, run < 0 ? nextStart(characters, at) : (characters.ends[run] as number));
      let font = -1;
      if (run >= 0) {
        eachSprm(characters.sprms[run] as Bytes, 6, (opcode, operand, _, bytes) => {
          if (opcode === SPRM.characterFont) font = bytes.u16(operand);
        });
      }
      parts.push(decodeNarrow(document.slice(at, end - at), charsetOf(fonts.charset(font)) ?? general));
      at = end;
    }
    return parts.join('');
  };
}

/** Only a charset that tells a code page: most fonts say “Western” and mean the default. */
function charsetOf(charset: number): string | null {
  return charset === 0 || charset === 1 || charset === 2 ? null : charsetEncoding(charset);
}
