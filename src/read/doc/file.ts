/** The parts of a Word file that its text is made from, opened once. */
import { type Bytes, NOTHING } from './bytes.ts';
import type { CompoundFile } from './compound.ts';
import { type Fib, readFib, type TableName } from './fib.ts';
import { type Fonts, readFonts } from './fonts.ts';
import { type FormattedRuns, formattedRuns } from './pages.ts';
import { oldText, type Piece, pieceText, readPieces, westernText } from './pieces.ts';
import { StyleSheet } from './styles.ts';

export interface WordFile {
  readonly fib: Fib;
  readonly document: Bytes;
  /** Stream with long lists of sprms. */
  readonly data: Bytes;
  /** The text of all stories; an index is a character position. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly characters: FormattedRuns;
  readonly paragraphs: FormattedRuns;
  readonly styles: StyleSheet;
  readonly fonts: Fonts;
  /** False where a part of the file is missing or lies outside it. */
  readonly whole: boolean;
  table(name: TableName): Bytes;
  /** A table and all that follows it in its stream. */
  tableOnwards(name: TableName): Bytes;
}

export type Opened =
  | { readonly kind: 'file'; readonly file: WordFile }
  | { readonly kind: 'none' | 'encrypted' | 'unknown' | 'no-tables' };

export function openWordFile(compound: CompoundFile): Opened {
  const stream = compound.stream('WordDocument');
  if (!stream) return { kind: 'none' };
  const document = stream.bytes;
  const fib = readFib(document);
  if (!fib) return { kind: 'unknown' };
  if (fib.encrypted) return { kind: 'encrypted' };
  const tables = fib.generation === 6 ? stream : (compound.stream(fib.tableStream) ?? otherTables(compound, fib));
  if (!tables) return { kind: 'no-tables' };
  return { kind: 'file', file: assembled(compound, fib, stream.whole && tables.whole, document, tables.bytes) };
}

/** Some writers set the flag of one table stream and write the other. */
function otherTables(compound: CompoundFile, fib: Fib) {
  return compound.stream(fib.tableStream === '0Table' ? '1Table' : '0Table');
}

function assembled(compound: CompoundFile, fib: Fib, streams: boolean, document: Bytes, tables: Bytes): WordFile {
  const { generation } = fib;
  const table = (name: TableName) => {
    const { at, length } = fib.table(name);
    return length === 0 ? NOTHING : tables.slice(at, length);
  };
  const characters = formattedRuns(document, table('characterPages'), generation, 'characters');
  const fonts = readFonts(table('fonts'), generation);
  const { pieces, whole } = readPieces(table('pieces'), fib, document);
  const narrow = generation === 6 ? oldText(document, fib, characters, fonts) : westernText(document);
  const text = pieceText(pieces, document, narrow);
  return {
    fib,
    document,
    data: compound.stream('Data')?.bytes ?? NOTHING,
    text,
    pieces,
    characters,
    paragraphs: formattedRuns(document, table('paragraphPages'), generation, 'paragraphs'),
    styles: new StyleSheet(table('styles'), generation),
    fonts,
    whole: streams && whole && text.length >= fib.stories.main,
    table,
    tableOnwards: (name) => {
      const { at, length } = fib.table(name);
      return length === 0 ? NOTHING : tables.slice(at, tables.length);
    },
  };
}
