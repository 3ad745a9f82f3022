/** Marks the lines of a table of contents among the parts of a flowing format; tables part the runs. */

import type { Document, Format } from '../document.ts';
import { type Entry, markEntries } from '../layout/contents.ts';
import { folded, type Words, words } from '../layout/words.ts';
import type { Patterns } from '../patterns/load.ts';
import { assemble, type Part } from './parts.ts';

/** The document of the parts, its table of contents told from the text. */
export function documentOf(format: Format, parts: readonly Part[], patterns: Patterns): Document {
  return assemble(format, withContents(parts, words(patterns)));
}

function withContents(parts: readonly Part[], words: Words): Part[] {
  const roles = parts.map((part) => (part.kind === 'paragraph' ? { role: part.role } : null));
  let run: Entry[] = [];
  const settle = () => {
    markEntries(run, words);
    run = [];
  };
  parts.forEach((part, i) => {
    const item = roles[i];
    if (part.kind === 'table') settle();
    else if (part.kind === 'paragraph' && part.role === 'body' && item) {
      const text = folded(part.lines.filter((line) => typeof line === 'string').join(' '));
      if (text !== '') run.push({ item, text });
    }
  });
  settle();
  return parts.map((part, i) => (part.kind === 'paragraph' ? { ...part, role: roles[i]?.role ?? part.role } : part));
}
