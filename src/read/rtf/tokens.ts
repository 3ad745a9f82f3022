/** Rich Text as tokens; the source is read as Latin-1, one character a byte. */

export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly number: number | null }
  | { readonly kind: 'symbol'; readonly name: string }
  /** Bytes of text: as written, or one in hex. */
  | { readonly kind: 'text'; readonly bytes: string };

/** A control word: letters, a number, and one blank that belongs to it. */
const WORD = /([A-Za-z]{1,32})(-?\d{1,10})? ?/y;
const TEXT = /[^\\{}\r\n]{1,100000}/y;

export function* tokens(source: string): Generator<Token> {
  let at = 0;
  while (at < source.length) {
    const c = source[at] as string;
    if (c === '{' || c === '}') {
      yield { kind: c === '{' ? 'open' : 'close' };
      at++;
    } else if (c === '\r' || c === '\n') at++;
    else if (c !== '\\') {
      TEXT.lastIndex = at;
      const text = TEXT.exec(source)?.[0] ?? c;
      yield { kind: 'text', bytes: text };
      at += text.length;
    } else {
      const { token, next } = control(source, at + 1);
      if (token) yield token;
      at = next;
    }
  }
}

function control(source: string, at: number): { token: Token | null; next: number } {
  const c = source[at] ?? '';
  if (c === "'") {
    const byte = Number.parseInt(source.slice(at + 1, at + 3), 16);
    const token: Token | null = Number.isNaN(byte) ? null : { kind: 'text', bytes: String.fromCharCode(byte) };
    return { token, next: at + 3 };
  }
  WORD.lastIndex = at;
  const word = WORD.exec(source);
  if (!word) return { token: c === '' ? null : { kind: 'symbol', name: c }, next: at + 1 };
  const name = word[1] as string;
  const number = word[2] === undefined ? null : Number(word[2]);
  const next = at + word[0].length;
  // Binary data of the given length, in which nothing is a token.
  if (name === 'bin') return { token: null, next: next + Math.max(0, number ?? 0) };
  return { token: { kind: 'word', name, number }, next };
}
