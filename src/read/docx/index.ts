/**
 * DOCX by a walker of our own over the OOXML parts: list labels generated as Word does, hidden and deleted text left
 * out, merged cells on their grid. (mammoth keeps hidden text and loses the labels; it is the witness in the tests.)
 */
import type { Document, Notice } from '../../document.ts';
import type { Patterns } from '../../patterns/load.ts';
import { documentOf } from '../contents.ts';
import { causeOf, failure, notice, type Reading } from '../notices.ts';
import type { Part } from '../parts.ts';
import { NumberingState } from '../word/numbering.ts';
import { Body, type BodyContext } from './body.ts';
import { chunkParts } from './chunk.ts';
import type { Seen } from './inline.ts';
import { readNumbering } from './numbering.ts';
import { Package } from './package.ts';
import { Styles } from './styles.ts';
import { child, childrenOf, type XmlElement } from './xml.ts';

export function readDocx(bytes: Uint8Array, patterns: Patterns): Reading {
  try {
    return readPackage(new Package(bytes), patterns);
  } catch (error) {
    return failure('corrupt', `the DOCX is damaged: ${causeOf(error)}`);
  }
}

function readPackage(source: Package, patterns: Patterns): Reading {
  const root = source.xml(source.main) as XmlElement;
  const body = child(root, 'w:body');
  if (!body) return failure('corrupt', `the DOCX is damaged: ${source.main} has no body`);
  const styles = new Styles(source.related('styles'));
  const numbering = readNumbering(source.related('numbering'), styles);
  const seen: Seen = { footnotes: [], endnotes: [], pictures: 0, objects: 0, symbols: 0 };
  const relations = source.relations(source.main);
  const context: BodyContext = {
    styles,
    numbering,
    labels: new NumberingState(numbering.lists),
    seen,
    paged: hasPageMarks(body),
    chunk: (id) => {
      const target = relations.get(id)?.target ?? null;
      const bytes = target === null ? null : source.bytes(target);
      const parts = bytes && chunkParts(bytes, patterns);
      if (!parts) seen.objects++;
      return parts;
    },
  };
  const parts = [
    ...new Body(context).blocks(body),
    ...notes(context, source.related('footnotes'), 'w:footnote', seen.footnotes),
    ...notes(context, source.related('endnotes'), 'w:endnote', seen.endnotes),
  ];
  if (!parts.some((part) => part.kind !== 'page')) return failure('empty', emptiness(seen));
  const document: Document = documentOf('docx', withoutDoubleTurns(parts), patterns);
  return { value: document, notices: remarks(seen, numbering.unknownFormats) };
}

function hasPageMarks(element: XmlElement): boolean {
  return element.name === 'w:lastRenderedPageBreak' || element.children.some(hasPageMarks);
}

/** Notes stand at the end, in the order of their marks in the text. */
function notes(context: BodyContext, root: XmlElement | null, name: string, ids: readonly string[]): Part[] {
  const byId = new Map(childrenOf(root ?? undefined, name).map((note) => [note.attributes['w:id'] ?? '', note]));
  return [...new Set(ids)].flatMap((id) => {
    const note = byId.get(id);
    return note ? new Body({ ...context, paged: false }).blocks(note) : [];
  });
}

/** Word writes a page break of the author and then its own mark for the same turn. */
function withoutDoubleTurns(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => !(part.kind === 'page' && parts[i - 1]?.kind === 'page'));
}

function emptiness(seen: Seen): string {
  const pictures = seen.pictures > 0 ? `only ${seen.pictures} pictures and ` : '';
  return `the document holds ${pictures}no text`;
}

function remarks(seen: Seen, formats: readonly string[]): Notice[] {
  const notices: Notice[] = [];
  const add = (message: string) => notices.push(notice('unknown-element', 'info', message));
  if (seen.objects > 0) add(`${seen.objects} embedded objects were passed over`);
  if (seen.symbols > 0) add(`${seen.symbols} characters of symbol fonts are not known and were left out`);
  if (formats.length > 0) add(`list numbers in the formats ${formats.join(', ')} are written as plain digits`);
  return notices;
}
