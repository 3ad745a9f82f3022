/** The code pages in which Rich Text writes its bytes. */
import { charsetOf } from '../charset.ts';

/** `\fcharset` → Windows code page; 0 and 1 stand for the page of the document. */
const OF_CHARSET: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const LABELS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

export function codePageOf(charset: number): number | null {
  return OF_CHARSET[charset] ?? null;
}

const decoders = new Map<number, InstanceType<typeof TextDecoder>>();

export function decodeBytes(bytes: string, codePage: number): string {
  if (/^[\x20-\x7e]*$/.test(bytes)) return bytes;
  let decoder = decoders.get(codePage);
  if (!decoder) {
    decoder = new TextDecoder(LABELS[codePage] ?? charsetOf(`windows-${codePage}`) ?? 'windows-1252');
    decoders.set(codePage, decoder);
  }
  return decoder.decode(Buffer.from(bytes, 'latin1'));
}
