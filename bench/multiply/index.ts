/** Many documents from few: each with one printed figure changed, so that no two are equal. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { changedPdf } from './pdf.ts';

/** A figure with two decimals; its last digit is the one that changes. */
const FIGURE = /\d\.\d(\d)(?![\d.])/g;

export function changed(name: string, bytes: Uint8Array, variant: number): Uint8Array {
  if (name.endsWith('.pdf')) return changedPdf(bytes, variant);
  if (name.endsWith('.docx')) return changedDocx(bytes, variant);
  if (name.endsWith('.doc')) return changedDoc(bytes, variant);
  return Buffer.from(changedText(Buffer.from(bytes).toString('latin1'), variant), 'latin1');
}

function changedText(text: string, variant: number): string {
  const places = [...text.matchAll(FIGURE)].map((match) => match.index + match[0].length - 1);
  if (places.length === 0) throw new Error('no figure found');
  const at = places[variant % places.length] as number;
  const digit = (Number(text[at]) + 1 + (Math.floor(variant / places.length) % 9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
}

function changedDocx(bytes: Uint8Array, variant: number): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  return zipSync({ ...parts, 'word/document.xml': strToU8(changedText(xml, variant)) });
}

/** In a binary .doc the text is UTF-16, or one byte for each letter; the figure keeps its length. */
function changedDoc(bytes: Uint8Array, variant: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const places = [...text.matchAll(/\d\0\.\0\d\0(\d)\0(?![\d.])/g)].map((match) => match.index + 6);
  if (places.length === 0) return Buffer.from(changedText(text, variant), 'latin1');
  const at = places[variant % places.length] as number;
  const copy = Buffer.from(bytes);
  copy[at] = 48 + ((Number(text[at]) + 1 + (Math.floor(variant / places.length) % 9)) % 10);
  return copy;
}
