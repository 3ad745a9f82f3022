/** A PDF whose owner keeps its changing for himself: encrypted, and open to everybody for reading. */
import { createHash } from 'node:crypto';
import { FIRST_OWN, raw, tinyPdf } from './tiny-pdf.ts';

/** What fills up a password, and stands for none. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const PERMISSIONS = -4;
const ID = Buffer.alloc(2);

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j] as number, state[i] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) % 256;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) % 256;
      j = (j + (state[i] as number)) % 256;
      swap(i, j);
      return byte ^ (state[((state[i] as number) + (state[j] as number)) % 256] as number);
    }),
  );
}

const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();

/** `words` in Latin letters and digits: the dictionaries hold no strings, which would have to be encrypted as well. */
export function ownersPdf(words: string): Uint8Array {
  const owner = rc4(md5(Buffer.from('owner'), PADDING.subarray(0, 27)).subarray(0, 5), PADDING);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(PADDING, owner, permissions, ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  const trailer =
    `/ID [<${ID.toString('hex')}> <${ID.toString('hex')}>] /Encrypt << /Filter /Standard /V 1 /R 2 ` +
    `/P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`;
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const content = [raw(`BT /Plain 10 Tf 60 200 Td (${words}) Tj ET`)];
  const page = { content, fonts: `/Plain ${FIRST_OWN} 0 R` };
  const open = Buffer.from(tinyPdf([page], { trailer, objects: [font] }));
  // The only stream: the content of the page.
  const at = /(\d+) 0 obj\n<< {2}\/Length (\d+) >>\nstream\n/.exec(open.toString('latin1'));
  if (!at) throw new Error('no content');
  const [number, length] = [Number(at[1]), Number(at[2])];
  const start = at.index + at[0].length;
  const own = md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10);
  rc4(own, open.subarray(start, start + length)).copy(open, start);
  return new Uint8Array(open);
}
