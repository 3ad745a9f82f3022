/** One flow of text (body, note, text box): lines to paragraphs, paragraphs to cells or to the flow itself. */
import { type Line, type Part, paragraph } from '../parts.ts';
import { RtfTables } from './tables.ts';

/** Properties of the paragraph; a group gives back those that it found. */
export interface ParagraphState {
  readonly heading: number | null;
  /** Nesting as the paragraph says it; 0 where it says nothing. */
  readonly nesting: number;
  readonly inTable: boolean;
}

export const PLAIN: ParagraphState = { heading: null, nesting: 0, inTable: false };

export class RtfFlow {
  readonly tables = new RtfTables();
  private readonly parts: Part[] = [];
  private text = '';
  private lines: Line[] = [];
  private inner: Part[] = [];
  paragraph = PLAIN;

  print(text: string): void {
    this.text += text;
  }

  set(change: Partial<ParagraphState>): void {
    this.paragraph = { ...this.paragraph, ...change };
  }

  endLine(): void {
    if (this.text.trim() !== '') this.lines.push(this.text);
    this.text = '';
  }

  endParagraph(): void {
    const { inTable, nesting, heading } = this.paragraph;
    const level = inTable || nesting > 0 ? Math.max(1, nesting) : 0;
    this.parts.push(...this.tables.put(level, this.takeParagraph(level === 0 ? heading : null)));
  }

  endCell(level: number): void {
    this.parts.push(...this.tables.put(level, this.takeParagraph(null)));
    this.tables.endCell(level);
  }

  endRow(level: number): void {
    this.tables.endRow(level);
  }

  /** The level of `\nestcell` and `\nestrow`, which do not say it. */
  get innerLevel(): number {
    return Math.max(2, this.paragraph.nesting);
  }

  finish(): Part[] {
    this.paragraph = PLAIN;
    this.endParagraph();
    return [...this.parts, ...this.tables.closeTo(0)];
  }

  /** A flow inside this paragraph comes after it. */
  append(parts: readonly Part[]): void {
    this.inner.push(...parts);
  }

  private takeParagraph(heading: number | null): Part[] {
    this.endLine();
    const { lines, inner } = this;
    this.lines = [];
    this.inner = [];
    return lines.length > 0 ? [paragraph(lines, { heading }), ...inner] : inner;
  }
}
