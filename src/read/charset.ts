/** Bytes to text: byte order mark, strict UTF-8, the declared label, GB 18030, in this order. */

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  /** True where neither the bytes nor a label decided. */
  readonly guessed: boolean;
  /** Bytes that the character set does not know. */
  readonly broken: number;
}

/** GB 18030 reads everything that GB 2312 and GBK write, and their decoders in Node lose characters. */
const GB_LABEL = /^(?:x-)?(?:gb[-_ ]?2312(?:-80)?|gbk|gb[-_ ]?18030|cp936|ms936|windows-936|chinese|euc-cn)$/i;

export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const mark = byteOrderMark(bytes) ?? wideWithoutMark(bytes);
  if (mark) return lenient(bytes, mark, false);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, charset: 'utf-8', guessed: false, broken: 0 };
  } catch {
    return legacy(bytes, declared);
  }
}

/** The name under which a declared label is decoded, or null for a label nobody knows. */
export function charsetOf(label: string): string | null {
  const name = label.trim().replace(/^["']|["']$/g, '');
  if (GB_LABEL.test(name)) return 'gb18030';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function legacy(bytes: Uint8Array, declared: string | null): Decoded {
  const charset = declared === null ? null : charsetOf(declared);
  const damaged = lenient(bytes, 'utf-8', charset !== 'utf-8');
  // A few bad bytes in what is otherwise UTF-8; in another character set nearly all letters would be bad.
  const letters = damaged.text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (charset === 'utf-8' || damaged.broken * 4 < letters) return damaged;
  // A page that names a Western character set out of habit and holds something else.
  if (charset !== null && !/^(?:windows-125|iso-8859-)/.test(charset)) return lenient(bytes, charset, false);
  return lenient(bytes, 'gb18030', true);
}

function lenient(bytes: Uint8Array, charset: string, guessed: boolean): Decoded {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, guessed, broken: text.split('\ufffd').length - 1 };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** What Chinese text is made of; the halves swapped, digits and punctuation fall out of it. */
const USUAL = /[\t\n\r -~\u00a0-\u00ff\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/** UTF-16 that does not say so: ASCII characters (digits, line breaks) have a zero byte, and in one order it is text. */
export function wideWithoutMark(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, Math.min(bytes.length & ~1, 20_000));
  if (head.length < 4 || head.filter((byte) => byte === 0).length * 100 < head.length) return null;
  for (const charset of ['utf-16le', 'utf-16be']) {
    const text = new TextDecoder(charset).decode(head);
    if ((text.match(USUAL)?.length ?? 0) * 20 >= text.length * 19) return charset;
  }
  return null;
}
