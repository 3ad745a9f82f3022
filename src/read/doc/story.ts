/**
 * The paragraphs of a story (the body, the notes, the text boxes): what a reader of the printed page sees, without
 * deleted and hidden text, instructions of fields and marks.
 */
import type { Bytes } from './bytes.ts';
import { type Fields, fieldsOf, type Range } from './fields.ts';
import type { WordFile } from './file.ts';
import { nextStart, runAt } from './pages.ts';
import type { Piece } from './pieces.ts';
import {
  type CharacterProperties,
  characterProperties,
  type ParagraphProperties,
  paragraphProperties,
} from './properties.ts';
import type { Style } from './styles.ts';
import { symbolText } from './symbols.ts';

/** What ends a paragraph: 0x0D, the mark of a cell or row (0x07), a page or section break (0x0C), or the story. */
export type Mark = 'paragraph' | 'cell' | 'break' | 'end';

export interface StoryParagraph {
  /** Printed lines, without the mark; one empty line where there is no text. */
  readonly lines: readonly string[];
  readonly properties: ParagraphProperties;
  readonly style: Style;
  readonly mark: Mark;
  /** Character position behind the mark. */
  readonly end: number;
  /** The mark was deleted under revision: of a row, the row. */
  readonly deleted: boolean;
  /** Goes on after a page break within a paragraph. */
  readonly continued: boolean;
  /** Text of a field that makes a table of contents. */
  readonly contents: boolean;
  /** Positions of anchors of drawn objects, and of references to notes. */
  readonly anchors: readonly number[];
  readonly notes: readonly number[];
}

interface Segment extends Range {
  readonly properties: CharacterProperties;
}

/** Everything that is not printed as it stands. */
const CONTROL = /\p{Cc}/u;
const LINE_BREAK = 0x0b;
const COLUMN_BREAK = 0x0e;

export class StoryReader {
  private readonly file: WordFile;
  /** Where the last look-ups ended: the text is read in order. */
  private piece = 0;
  private characterRun = 0;
  private paragraphRun = 0;
  private readonly characterCache = new Map<Bytes, Map<Style, CharacterProperties>>();
  private readonly paragraphCache = new Map<Bytes, ParagraphProperties>();

  constructor(file: WordFile) {
    this.file = file;
  }

  /** The paragraphs from one position to another. */
  paragraphs(start: number, limit: number): StoryParagraph[] {
    const { text } = this.file;
    const end = Math.min(limit, text.length);
    const found: StoryParagraph[] = [];
    const collector = new Collector(text, fieldsOf(text, start, end), this.file);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of the format are control characters
    const mark = /[\r\u0007\f]/g;
    let continued = false;
    for (let at = start; at < end; ) {
      mark.lastIndex = at;
      const match = mark.exec(text);
      const markAt = match && match.index < end ? match.index : end - 1;
      const kind: Mark = match && match.index < end ? markOf(text.charCodeAt(markAt)) : 'end';
      const { properties, style } = this.paragraphAt(markAt);
      let last: CharacterProperties | null = null;
      this.segments(at, markAt + 1, style, (segment) => {
        last = segment.properties;
        collector.add(kind === 'end' ? segment : { ...segment, end: Math.min(segment.end, markAt) });
      });
      const ending = last as CharacterProperties | null;
      const gone = ending !== null && (ending.deleted || ending.hidden);
      at = markAt + 1;
      // A mark that is not there joins its paragraph to the next one.
      if (gone && kind === 'paragraph' && at < end && !properties.innerCell && !properties.innerRowEnd) continue;
      found.push({
        ...collector.take(),
        properties,
        style,
        mark: kind,
        end: at,
        deleted: ending?.deleted ?? false,
        continued,
      });
      continued = kind === 'break';
    }
    return found;
  }

  /** The paragraph properties at its mark. */
  private paragraphAt(position: number): { properties: ParagraphProperties; style: Style } {
    const { paragraphs, styles, data, fib } = this.file;
    const piece = this.pieceAt(position);
    if (!piece) return { properties: styles.style(0).paragraph, style: styles.style(0) };
    const place = piece.place + (position - piece.start) * piece.width;
    const run = runAt(paragraphs, place, Math.max(0, this.paragraphRun));
    this.paragraphRun = run;
    const sprms = paragraphs.sprms[run];
    const style = styles.style(paragraphs.styles[run] ?? 0);
    if (!sprms) return { properties: style.paragraph, style };
    let properties = sprms.length > 0 ? this.paragraphCache.get(sprms) : style.paragraph;
    if (!properties) {
      properties = paragraphProperties(style.paragraph, sprms, fib.generation, data);
      this.paragraphCache.set(sprms, properties);
    }
    return { properties: paragraphProperties(properties, piece.sprms, fib.generation, data), style };
  }

  /** The stretches of equal character properties. */
  private segments(start: number, end: number, style: Style, visit: (segment: Segment) => void): void {
    const { characters } = this.file;
    for (let at = start; at < end; ) {
      const piece = this.pieceAt(at);
      if (!piece) return;
      const place = piece.place + (at - piece.start) * piece.width;
      const run = runAt(characters, place, Math.max(0, this.characterRun));
      this.characterRun = run;
      const placeEnd = run < 0 ? nextStart(characters, place) : (characters.ends[run] as number);
      const runEnd = piece.start + Math.ceil((placeEnd - piece.place) / piece.width);
      const to = Math.max(at + 1, Math.min(end, piece.end, runEnd));
      visit({ start: at, end: to, properties: this.characters(characters.sprms[run], piece, style) });
      at = to;
    }
  }

  private characters(sprms: Bytes | undefined, piece: Piece, style: Style): CharacterProperties {
    const { generation } = this.file.fib;
    const base = style.characters;
    const styleOf = (index: number) => this.file.styles.style(index).characters;
    let found = base;
    if (sprms && sprms.length > 0) {
      let byStyle = this.characterCache.get(sprms);
      if (!byStyle) {
        byStyle = new Map();
        this.characterCache.set(sprms, byStyle);
      }
      const known = byStyle.get(style);
      found = known ?? characterProperties(base, base, sprms, generation, styleOf);
      if (!known) byStyle.set(style, found);
    }
    return characterProperties(found, base, piece.sprms, generation, styleOf);
  }

  private pieceAt(position: number): Piece | null {
    const { pieces } = this.file;
    const holds = (piece: Piece | undefined) => piece && position >= piece.start && position < piece.end;
    if (holds(pieces[this.piece])) return pieces[this.piece] as Piece;
    if (holds(pieces[this.piece + 1])) return pieces[++this.piece] as Piece;
    let low = 0;
    let high = pieces.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle] as Piece).start <= position) low = middle + 1;
      else high = middle - 1;
    }
    if (!holds(pieces[high])) return null;
    this.piece = high;
    return pieces[high] as Piece;
  }
}

function markOf(code: number): Mark {
  return code === 0x0d ? 'paragraph' : code === 0x07 ? 'cell' : 'break';
}

/** Puts printed lines together from segments in ascending order. */
class Collector {
  private readonly text: string;
  private readonly fields: Fields;
  private readonly file: WordFile;
  private skip = 0;
  private contentsAt = 0;
  private line = '';
  private lines: string[] = [];
  private anchors: number[] = [];
  private notes: number[] = [];
  private inContents = false;

  constructor(text: string, fields: Fields, file: WordFile) {
    this.text = text;
    this.fields = fields;
    this.file = file;
  }

  add({ start, end, properties }: Segment): void {
    const { skipped } = this.fields;
    let at = start;
    while (at < end) {
      while ((skipped[this.skip]?.end ?? Number.POSITIVE_INFINITY) <= at) this.skip++;
      const next = skipped[this.skip];
      const to = Math.min(end, next && next.start > at ? next.start : next ? Math.min(next.start, end) : end);
      if (to > at && !properties.deleted && !properties.hidden) this.write(at, to, properties);
      at = Math.max(to, next && next.start <= to ? Math.min(end, next.end) : to);
    }
  }

  take() {
    const { anchors, notes, inContents: contents } = this;
    const lines = [...this.lines, this.line];
    this.lines = [];
    this.line = '';
    this.anchors = [];
    this.notes = [];
    this.inContents = false;
    return { lines, anchors, notes, contents };
  }

  private write(start: number, end: number, properties: CharacterProperties): void {
    if (properties.symbol) {
      const { font, code } = properties.symbol;
      this.line += symbolText(this.file.fonts.name(font), code).repeat(end - start);
    } else {
      const chunk = this.text.slice(start, end);
      if (CONTROL.test(chunk)) this.marks(chunk, start, properties.special);
      else this.line += chunk;
    }
    const { contents } = this.fields;
    while ((contents[this.contentsAt]?.end ?? Number.POSITIVE_INFINITY) <= start) this.contentsAt++;
    if ((contents[this.contentsAt]?.start ?? Number.POSITIVE_INFINITY) < end) this.inContents = true;
  }

  private marks(chunk: string, start: number, special: boolean): void {
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charAt(i);
      const code = c.charCodeAt(0);
      if (code >= 0x20 || code === 0x09) this.line += c;
      else if (code === LINE_BREAK || code === COLUMN_BREAK) this.newLine();
      else if (code === 0x1e) this.line += '\u2011';
      else if (code === 0x08) this.anchors.push(start + i);
      else if (code === 0x02 && special) this.notes.push(start + i);
      else if (code === 0x07 || code === 0x0c || code === 0x0d) this.line += ' ';
      // Pictures, optional hyphens, bytes that were the second of a character: nothing to read.
    }
  }

  private newLine(): void {
    this.lines.push(this.line);
    this.line = '';
  }
}
