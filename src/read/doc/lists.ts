/** List definitions ([MS-DOC] 2.9.131, 2.9.150) as the numbering that both Word formats share takes them. */
import type { LevelDefinition, ListDefinition } from '../word/numbering.ts';
import type { Bytes } from './bytes.ts';
import { eachSprm, SPRM } from './sprm.ts';

const LSTF = 28;
const LVLF = 28;
const LFO = 16;
const LEVELS = 9;
const MAX_LISTS = 4096;

/** MSONFC → OOXML name, in the order of their numbers. */
const FORMATS = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ' +
  'ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal ' +
  'japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero ' +
  'bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ' +
  'ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ' +
  'ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified ' +
  'chineseCountingThousand chineseCounting koreanDigital koreanCounting koreanLegal koreanDigital2'
).split(' ');
const SUFFIXES = ['tab', 'space', 'nothing'] as const;

export function formatName(nfc: number): string {
  if (nfc === 57) return 'numberInDash';
  return nfc === 0xff ? 'none' : (FORMATS[nfc] ?? 'decimal');
}

/** Number of a list as paragraphs give it (from 1) → its definition. `definitions` reaches beyond its table. */
export function readLists(definitions: Bytes, overrides: Bytes): Map<string, ListDefinition> {
  const byIdentifier = readDefinitions(definitions);
  const lists = new Map<string, ListDefinition>();
  const count = overrides.count(4, LFO, Math.min(overrides.u32(0), MAX_LISTS));
  let at = 4 + LFO * count;
  for (let i = 0; i < count; i++) {
    const lfo = 4 + LFO * i;
    const identifier = overrides.i32(lfo);
    const base = byIdentifier.get(identifier);
    const levels = [...(base ?? [])];
    const startOverrides = new Map<number, number>();
    // Each override begins with four bytes that mean nothing.
    at += 4;
    for (let n = Math.min(overrides.u8(lfo + 12), LEVELS); n > 0 && at < overrides.length; n--) {
      const start = overrides.i32(at);
      const flags = overrides.u32(at + 4);
      const level = flags & 0xf;
      at += 8;
      if ((flags & 0x20) !== 0) {
        const read = readLevel(overrides, at);
        levels[level] = read.level;
        at = read.end;
        if ((flags & 0x10) !== 0) startOverrides.set(level, read.level.start);
      } else if ((flags & 0x10) !== 0) {
        startOverrides.set(level, Math.max(0, start));
      }
    }
    if (levels.length > 0) lists.set(String(i + 1), { counter: String(identifier), levels, startOverrides });
  }
  return lists;
}

/** The levels stand behind the table of lists: one for a simple list, nine for each other one. */
function readDefinitions(bytes: Bytes): Map<number, LevelDefinition[]> {
  const found = new Map<number, LevelDefinition[]>();
  const count = bytes.count(2, LSTF, Math.min(bytes.u16(0), MAX_LISTS));
  let at = 2 + LSTF * count;
  for (let i = 0; i < count; i++) {
    const lstf = 2 + LSTF * i;
    const simple = (bytes.u8(lstf + 26) & 1) !== 0;
    const levels: LevelDefinition[] = [];
    for (let level = 0; level < (simple ? 1 : LEVELS) && at < bytes.length; level++) {
      const read = readLevel(bytes, at);
      levels.push(read.level);
      at = read.end;
    }
    found.set(bytes.i32(lstf), levels);
  }
  return found;
}

/** An LVL: the fixed part, sprms for paragraph and number, and the text with its numbers as characters 0 to 8. */
function readLevel(bytes: Bytes, at: number): { level: LevelDefinition; end: number } {
  const flags = bytes.u8(at + 5);
  const textAt = at + LVLF + bytes.u8(at + 24) + bytes.u8(at + 25);
  const length = bytes.count(textAt + 2, 2, bytes.u16(textAt));
  let text = '';
  for (let i = 0; i < length; i++) {
    const code = bytes.u16(textAt + 2 + 2 * i);
    text += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  let hidden = false;
  eachSprm(bytes.slice(at + LVLF + bytes.u8(at + 25), bytes.u8(at + 24)), 8, (opcode, operand, _, list) => {
    if (opcode === SPRM.characterHidden) hidden = list.u8(operand) === 1;
  });
  return {
    level: {
      format: formatName(bytes.u8(at + 4)),
      text: hidden ? '' : text,
      start: Math.max(0, bytes.i32(at)),
      restart: (flags & 0x08) !== 0 ? bytes.u8(at + 26) : null,
      suffix: SUFFIXES[bytes.u8(at + 15)] ?? 'tab',
      legal: (flags & 0x04) !== 0,
    },
    end: textAt + 2 + 2 * length,
  };
}
