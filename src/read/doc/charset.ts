/**
 * The code pages of 8-bit text. Decoding keeps one UTF-16 unit for each byte, because everything in the file counts
 * bytes: the second byte of a character becomes FILLER, which the reader of the text leaves out.
 */
import type { Bytes } from './bytes.ts';

export const FILLER = '\u0000';

/** Windows character set (as a font has it) → encoding. */
const BY_CHARSET: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** Primary language → encoding, where it is not that of the West. */
const BY_LANGUAGE: ReadonlyMap<number, string> = new Map([
  [0x01, 'windows-1256'],
  [0x02, 'windows-1251'],
  [0x05, 'windows-1250'],
  [0x08, 'windows-1253'],
  [0x0d, 'windows-1255'],
  [0x0e, 'windows-1250'],
  [0x11, 'shift_jis'],
  [0x12, 'euc-kr'],
  [0x15, 'windows-1250'],
  [0x18, 'windows-1250'],
  [0x19, 'windows-1251'],
  [0x1a, 'windows-1250'],
  [0x1b, 'windows-1250'],
  [0x1e, 'windows-874'],
  [0x1f, 'windows-1254'],
  [0x22, 'windows-1251'],
  [0x23, 'windows-1251'],
  [0x24, 'windows-1250'],
  [0x25, 'windows-1257'],
  [0x26, 'windows-1257'],
  [0x27, 'windows-1257'],
  [0x2a, 'windows-1258'],
]);
const CHINESE = 0x04;
/** Taiwan, Hong Kong, Macao: written in Big5. */
const TRADITIONAL = new Set([0x0404, 0x0c04, 0x1404]);

const TWO_BYTES = new Set(['shift_jis', 'euc-kr', 'gb18030', 'big5']);

export function charsetEncoding(charset: number): string | null {
  return BY_CHARSET.get(charset) ?? null;
}

export function languageEncoding(language: number): string {
  const primary = language & 0x3ff;
  if (primary === CHINESE) return TRADITIONAL.has(language) ? 'big5' : 'gb18030';
  return BY_LANGUAGE.get(primary) ?? 'windows-1252';
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(encoding: string): InstanceType<typeof TextDecoder> {
  let found = decoders.get(encoding);
  if (!found) {
    found = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, found);
  }
  return found;
}

/** Two bytes to a unit, in the order of the file. */
export function decodeWide(bytes: Bytes): string {
  return decoder('utf-16le').decode(bytes.data);
}

/** What Windows has in place of the control characters 0x80 to 0x9F. */
const WESTERN =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Not by TextDecoder: that of Node 20 takes windows-1252 for Latin-1. */
function decodeWestern(bytes: Bytes): string {
  const { buffer, byteOffset, length } = bytes.data;
  const text = Buffer.from(buffer, byteOffset, length).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (c) => WESTERN.charAt(c.charCodeAt(0) - 0x80));
}

/** One unit for each byte. */
export function decodeNarrow(bytes: Bytes, encoding: string): string {
  if (encoding === 'windows-1252') return decodeWestern(bytes);
  if (!TWO_BYTES.has(encoding)) return decoder(encoding).decode(bytes.data);
  const units: string[] = [];
  const two = decoder(encoding);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.u8(at);
    if (byte < 0x80) {
      units.push(String.fromCharCode(byte));
    } else if (isLead(byte, encoding) && bytes.u8(at + 1) >= 0x40) {
      units.push(two.decode(bytes.data.subarray(at, at + 2)).charAt(0), FILLER);
      at++;
    } else {
      units.push(two.decode(bytes.data.subarray(at, at + 1)).charAt(0) || '\ufffd');
    }
  }
  return units.join('');
}

/** Bytes that begin a pair; in Shift JIS the half-width kana stand alone. */
function isLead(byte: number, encoding: string): boolean {
  if (encoding === 'shift_jis') return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
  return byte >= 0x81 && byte <= 0xfe;
}
