/** The paragraphs of the text itself, their beginnings folded once for headings and report fields alike. */
import type { Document, Paragraph, Span } from '../document.ts';
import { type Folded, fold } from '../fold.ts';

export interface Opening {
  /** Index of the block. */
  readonly index: number;
  readonly paragraph: Paragraph;
  /** The whole paragraph, or of a longer one at least the first hundred characters. */
  readonly folded: Folded;
}

const REACH = 170;
const ENOUGH = 120;
const cache = new WeakMap<Document, readonly Opening[]>();

/** Every body paragraph with text. */
export function openingsOf(document: Document): readonly Opening[] {
  let openings = cache.get(document);
  if (!openings) {
    openings = document.blocks.flatMap((block, index): Opening[] => {
      if (block.kind === 'table' || block.role !== 'body') return [];
      const folded = openingOf(document.text, block);
      return folded.text === '' ? [] : [{ index, paragraph: block, folded }];
    });
    cache.set(document, openings);
  }
  return openings;
}

function openingOf(text: string, paragraph: Paragraph): Folded {
  const { lines } = paragraph;
  const limit = (lines[0]?.start ?? 0) + REACH;
  if ((lines.at(-1)?.end ?? 0) <= limit) return fold(text, lines);
  const clipped: Span[] = [];
  for (const { start, end } of lines) {
    if (start >= limit) break;
    clipped.push({ start, end: Math.min(end, limit) });
  }
  const folded = fold(text, clipped);
  return folded.text.length >= ENOUGH ? folded : fold(text, lines);
}
