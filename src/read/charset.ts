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
  if (charset === 'utf-8' || damaged.broken * 10 < letters) return damaged;
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

/** UTF-16 that does not say so: ASCII characters (digits, line breaks) have their zero bytes all on one side. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length & ~1, 20_000);
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
  const [even, odd] = zeros as [number, number];
  const charset = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : null;
  if (charset === null || Math.max(even, odd) * 200 < length) return null;
  const text = new TextDecoder(charset).decode(bytes.subarray(0, length));
  const usual =
    text.match(/[\t\n\r -~\u00a0-\u00ff\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return usual * 20 >= text.length * 19 ? charset : null;
}
