/** Documents of Word 6 and 95: 8-bit text in one stretch, one-byte sprms, everything in one stream. */
import { compoundBytes, u16, u32 } from './build.ts';

export interface OldForm {
  /** Encoded text; 0x0D ends a paragraph. */
  readonly text: readonly number[];
  readonly language: number;
  /** Two bytes for each character (Word 95 of the Far East). */
  readonly wide?: boolean;
  /** Stretches of text in bytes with their sprms. */
  readonly runs?: readonly { readonly start: number; readonly end: number; readonly sprms: readonly number[] }[];
  /** The same for paragraphs. */
  readonly paragraphs?: readonly { readonly start: number; readonly end: number; readonly sprms: readonly number[] }[];
  /** Windows character sets of the fonts. */
  readonly fonts?: readonly number[];
}

const TEXT_AT = 1024;

export function oldDocBytes(form: OldForm): Uint8Array {
  const stream = new Array<number>(TEXT_AT).fill(0);
  const put = (at: number, bytes: readonly number[]) => stream.splice(at, bytes.length, ...bytes);
  put(0, [...u16(0xa5dc), ...u16(104), 0, 0, ...u16(form.language)]);
  put(10, u16(form.wide ? 0x1000 : 0));
  put(24, [...u32(TEXT_AT), ...u32(TEXT_AT + form.text.length)]);
  put(0x34, u32(form.text.length / (form.wide ? 2 : 1)));
  stream.push(...form.text);
  const page = (some: NonNullable<OldForm['runs']>, entry: number, bytesOf: (sprms: readonly number[]) => number[]) => {
    while (stream.length % 512 !== 0) stream.push(0);
    const number = stream.length / 512;
    const bytes = new Array<number>(512).fill(0);
    const edges = [...some.map((run) => run.start), some.at(-1)?.end ?? 0].map((edge) => TEXT_AT + edge);
    bytes.splice(0, 4 * edges.length, ...edges.flatMap(u32));
    let free = 510;
    some.forEach((run, i) => {
      const properties = bytesOf(run.sprms);
      free = (free - properties.length) & ~1;
      bytes.splice(free, properties.length, ...properties);
      bytes[4 * edges.length + i * entry] = free / 2;
    });
    bytes[511] = some.length;
    stream.push(...bytes);
    return [...u32(edges[0] ?? 0), ...u32(edges.at(-1) ?? 0), ...u16(number)];
  };
  const table = (at: number, bytes: readonly number[]) => {
    put(at, [...u32(stream.length), ...u32(bytes.length)]);
    stream.push(...bytes);
  };
  if (form.runs)
    table(
      0xb8,
      page(form.runs, 1, (sprms) => [sprms.length, ...sprms]),
    );
  if (form.paragraphs) {
    const papx = (sprms: readonly number[]) => {
      const bytes = [0, 0, ...sprms, ...(sprms.length % 2 === 0 ? [] : [0])];
      return [bytes.length / 2, ...bytes];
    };
    table(0xc0, page(form.paragraphs, 7, papx));
  }
  const fonts = (form.fonts ?? []).flatMap((charset) => [7, 0, 0, 0, charset, 0, 0x41, 0]);
  if (form.fonts) table(0xd0, [...u16(2 + fonts.length), ...fonts]);
  return compoundBytes({ WordDocument: stream });
}
