/**
 * The paragraphs of a story (the body, the notes, the text boxes): what a reader of the printed page sees, without
 * deleted and hidden text, instructions of fields and marks.
 */
import { symbol } from '../docx/symbols.ts';
import type { Bytes } from './bytes.ts';
import { type Fields, fieldsOf } from './fields.ts';
import type { WordFile } from './file.ts';
import { nextStart, runAt } from './pages.ts';
import type { Piece } from './pieces.ts';
import {
  type CharacterProperties,
  characterProperties,
  depthOf,
  type ParagraphProperties,
  paragraphProperties,
} from './properties.ts';
import type { Style } from './styles.ts';

export interface StoryParagraph {
  /** Printed lines, without the mark; one empty line where there is no text. */
  readonly lines: readonly string[];
  readonly properties: ParagraphProperties;
  readonly style: Style;
  /** Ends with the mark of a cell or row (0x07). */
  readonly cellMark: boolean;
  /** The mark was deleted under revision: of a row, the row. */
  readonly deleted: boolean;
  /** Text of a field that makes a table of contents. */
  readonly contents: boolean;
  /** Positions of anchors of drawn objects. */
  readonly anchors: readonly number[];
}

type Taken = Pick<StoryParagraph, 'lines' | 'contents' | 'anchors'>;

/** What is not read as text, in numbers. */
export interface Seen {
  pictures: number;
  symbols: number;
}

type Visitor = (start: number, end: number, properties: CharacterProperties) => void;

/** What ends a paragraph. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of the format are control characters
const MARK = /[\r\u0007\f]/g;
const CELL_MARK = 0x07;
/** Everything that is not printed as it stands. */
const CONTROL = /\p{Cc}/u;
const PICTURE = 0x01;
const ANCHOR = 0x08;
const HYPHEN = 0x1e;
/** Line, page and column break. */
const BREAKS = new Set([0x0b, 0x0c, 0x0e]);

export class StoryReader {
  readonly seen: Seen = { pictures: 0, symbols: 0 };
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
    const story = this.file.text.slice(start, Math.max(start, limit));
    const end = start + story.length;
    const found: StoryParagraph[] = [];
    const collector = new Collector(this.file, fieldsOf(story, start), this.seen);
    /** A paragraph whose mark is not there: its text opens the next one, unless a table begins or ends between. */
    let carried: Omit<StoryParagraph, keyof Taken> | null = null;
    for (let at = start; at < end; ) {
      const next = this.markFrom(story, start, at - start);
      const mark = next < 0 ? end - 1 : start + next;
      const { properties, style } = this.paragraphAt(mark);
      if (carried && depthOf(carried.properties) !== depthOf(properties))
        found.push({ ...collector.take(), ...carried });
      let ending: CharacterProperties = style.characters;
      this.segments(at, mark + 1, style, (from, to, its) => {
        ending = its;
        collector.add(from, next < 0 ? to : Math.min(to, mark), its);
      });
      at = mark + 1;
      const cellMark = story.charCodeAt(next) === CELL_MARK;
      const read = { properties, style, cellMark, deleted: ending.deleted };
      const inner = properties.innerCell || properties.innerRowEnd;
      carried = (ending.deleted || ending.hidden) && !cellMark && !inner && at < end ? read : null;
      if (!carried) found.push({ ...collector.take(), ...read });
    }
    return found;
  }

  /** Where the next paragraph mark stands in the story, or -1. */
  private markFrom(story: string, start: number, from: number): number {
    MARK.lastIndex = from;
    for (let match = MARK.exec(story); match; match = MARK.exec(story)) {
      if (match[0] !== '\f' || this.endsParagraph(start + match.index)) return match.index;
    }
    return -1;
  }

  /** 0x0C at the end of a section is a paragraph mark; within a paragraph it only turns the page. */
  private endsParagraph(position: number): boolean {
    const piece = this.pieceAt(position);
    if (!piece) return true;
    const place = piece.place + (position - piece.start) * piece.width;
    const end = this.file.paragraphs.ends[runAt(this.file.paragraphs, place, Math.max(0, this.paragraphRun))];
    return end === undefined || end === place + piece.width;
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
  private segments(start: number, end: number, style: Style, visit: Visitor): void {
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
      visit(at, to, this.characters(characters.sprms[run], piece, style));
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

/** Puts printed lines together from segments in ascending order. */
class Collector {
  private readonly file: WordFile;
  private readonly fields: Fields;
  private readonly seen: Seen;
  /** The next skipped range, printed field and contents: all come in order. */
  private skip = 0;
  private print = 0;
  private contentsAt = 0;
  private line = '';
  private lines: string[] = [];
  private anchors: number[] = [];
  private inContents = false;

  constructor(file: WordFile, fields: Fields, seen: Seen) {
    this.file = file;
    this.fields = fields;
    this.seen = seen;
  }

  add(start: number, end: number, properties: CharacterProperties): void {
    const { skipped } = this.fields;
    const shown = !properties.deleted && !properties.hidden;
    for (let at = start; at < end; ) {
      while ((skipped[this.skip]?.end ?? Number.POSITIVE_INFINITY) <= at) this.skip++;
      const next = skipped[this.skip];
      if (next && next.start <= at) {
        const to = Math.min(end, next.end);
        this.printFields(to, shown);
        at = to;
      } else {
        const to = Math.min(end, next?.start ?? end);
        if (shown) this.write(at, to, properties);
        at = to;
      }
    }
  }

  take(): Taken {
    const { anchors, inContents: contents } = this;
    const lines = [...this.lines, this.line];
    this.lines = [];
    this.line = '';
    this.anchors = [];
    this.inContents = false;
    return { lines, anchors, contents };
  }

  private printFields(limit: number, shown: boolean): void {
    for (let next = this.fields.printed[this.print]; next && next.at < limit; ) {
      if (shown) this.line += next.text;
      next = this.fields.printed[++this.print];
    }
  }

  private write(start: number, end: number, { symbol: symbolic, special }: CharacterProperties): void {
    if (symbolic) {
      const text = symbol(this.file.fonts.name(symbolic.font), symbolic.code);
      if (text === null) this.seen.symbols += end - start;
      else this.line += text.repeat(end - start);
    } else {
      const chunk = this.file.text.slice(start, end);
      if (CONTROL.test(chunk)) this.marks(chunk, start, special);
      else this.line += chunk;
    }
    const { contents } = this.fields;
    while ((contents[this.contentsAt]?.end ?? Number.POSITIVE_INFINITY) <= start) this.contentsAt++;
    if ((contents[this.contentsAt]?.start ?? Number.POSITIVE_INFINITY) < end) this.inContents = true;
  }

  /** Marks of notes, optional hyphens, second bytes of a character: of what is not named here nothing is printed. */
  private marks(chunk: string, start: number, special: boolean): void {
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code >= 0x20 || code === 0x09) this.line += chunk.charAt(i);
      else if (BREAKS.has(code)) this.newLine();
      else if (code === HYPHEN) this.line += '-';
      else if (code === ANCHOR) this.anchors.push(start + i);
      else if (code === PICTURE && special) this.seen.pictures++;
    }
  }

  private newLine(): void {
    this.lines.push(this.line);
    this.line = '';
  }
}
