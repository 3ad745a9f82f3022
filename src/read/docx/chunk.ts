/** `w:altChunk`: programs that make a DOCX of a web page put the page in whole and leave the rest to Word. */
import type { Patterns } from '../../patterns/load.ts';
import { contentOf } from '../format.ts';
import { decodedPage, htmlParts } from '../html/index.ts';
import { pageOf } from '../mhtml.ts';
import type { Part } from '../parts.ts';

/** The parts of an embedded page; null for anything else. */
export function chunkParts(bytes: Uint8Array, patterns: Patterns): Part[] | null {
  const { kind } = contentOf(bytes);
  if (kind === 'html') return htmlParts(decodedPage(bytes).text, patterns);
  const page = kind === 'mhtml' ? pageOf(bytes).page : null;
  return page && htmlParts(decodedPage(page.bytes, page.charset).text, patterns);
}
