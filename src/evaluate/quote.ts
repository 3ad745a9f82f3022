/** Where a quote that a person copied from a document is printed. */
import type { Span } from '../document.ts';
import { fold, foldText } from '../fold.ts';

/** Every place of the page with the quote; for a quote of a table (the row's label and one cell) the whole row. */
export function quoteSpans(text: string, page: number, quote: string): Span[] {
  const within = pageSpan(text, page);
  if (!within) return [];
  const whole = find(text, within, foldText(quote));
  if (whole.length > 0) return whole;
  const pieces = quote.split(/\s+/).map(foldText).filter(Boolean);
  return linesOf(text, within).filter((line) => {
    const folded = fold(text, [line]).text;
    return pieces.every((piece) => folded.includes(piece));
  });
}

function find(text: string, within: Span, wanted: string): Span[] {
  const folded = fold(text, [within]);
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let i = folded.text.indexOf(wanted); i >= 0; i = folded.text.indexOf(wanted, i + wanted.length)) {
    spans.push(folded.source(i, i + wanted.length));
  }
  return spans;
}

function pageSpan(text: string, page: number): Span | null {
  let start = 0;
  for (let i = 1; i < page; i++) {
    const next = text.indexOf('\f', start);
    if (next < 0) return null;
    start = next + 1;
  }
  const end = text.indexOf('\f', start);
  return { start, end: end < 0 ? text.length : end };
}

function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 || next > span.end ? span.end : next;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
