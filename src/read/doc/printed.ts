/** The parts of a document in printed order: body, text boxes at their anchors, then footnotes and endnotes. */
import { type Part, paragraph } from '../parts.ts';
import { NumberingState } from '../word/numbering.ts';
import { plc } from './bytes.ts';
import { storyStart } from './fib.ts';
import type { Range } from './fields.ts';
import type { WordFile } from './file.ts';
import { tableParts } from './grid.ts';
import { readLists } from './lists.ts';
import { type Seen, type StoryParagraph, StoryReader } from './story.ts';
import { blocksOf, type RawBlock } from './tables.ts';
import { TextBoxes } from './textboxes.ts';

/** Outline level of text that is no heading. */
const BODY_TEXT = 9;

/**
 * The format has page breaks but no layout: where a long paragraph or table turned the page is not known, so no page is
 * counted (as in a .docx without the marks of its last layout).
 */
export function partsOf(file: WordFile): { parts: Part[]; seen: Seen } {
  const printer = new Printer(file);
  return { parts: printer.parts(), seen: printer.seen };
}

class Printer {
  private readonly file: WordFile;
  private readonly reader: StoryReader;
  private readonly numbering: NumberingState;
  private readonly boxes: TextBoxes;

  constructor(file: WordFile) {
    this.file = file;
    this.reader = new StoryReader(file);
    this.numbering = new NumberingState(readLists(file.tableOnwards('lists'), file.table('listOverrides')));
    this.boxes = new TextBoxes(file);
  }

  get seen(): Seen {
    return this.reader.seen;
  }

  parts(): Part[] {
    const { stories } = this.file.fib;
    return [
      ...this.story({ start: 0, end: stories.main }),
      // A box whose anchor is not known, in a group of shapes: at the end rather than not at all.
      ...this.boxes.rest().flatMap((box) => this.story(box)),
      ...this.notes('footnoteText', storyStart(stories, 'footnotes'), stories.footnotes),
      ...this.notes('endnoteText', storyStart(stories, 'endnotes'), stories.endnotes),
    ];
  }

  private story({ start, end }: Range): Part[] {
    const paragraphs = this.reader.paragraphs(start, end);
    return blocksOf(paragraphs, this.file.fib.generation).flatMap((block) => this.block(block));
  }

  private block(block: RawBlock): Part[] {
    if (block.kind === 'table') {
      const contents = block.rows.map((row) => row.cells.map((cell) => cell.flatMap((each) => this.block(each))));
      return tableParts(block, contents);
    }
    const { anchors } = block.paragraph;
    const boxes = anchors.flatMap((anchor) => this.boxes.at(anchor));
    return [...this.paragraph(block.paragraph), ...boxes.flatMap((box) => this.story(box))];
  }

  private paragraph(each: StoryParagraph): Part[] {
    const printed = each.lines.filter((line) => line.trim() !== '');
    const [first = '', ...more] = printed;
    const lines = [this.label(each) + first, ...more];
    if (lines.every((line) => line.trim() === '')) return [];
    const { outlineLevel } = each.properties;
    const heading = outlineLevel !== null && outlineLevel < BODY_TEXT ? outlineLevel + 1 : null;
    return [paragraph(lines, { role: each.contents || each.style.contents ? 'contents' : 'body', heading })];
  }

  /** The number or bullet that the list of the paragraph gives it. */
  private label(each: StoryParagraph): string {
    const { list, listLevel } = each.properties;
    return list === 0 ? '' : this.numbering.label(String(list), listLevel);
  }

  private notes(table: 'footnoteText' | 'endnoteText', start: number, length: number): Part[] {
    if (length === 0) return [];
    const { positions } = plc(this.file.table(table), 0);
    // Without the positions of the notes their text is still one story.
    const cuts = positions.length > 1 ? positions : [0, length];
    return cuts
      .slice(0, -1)
      .flatMap((from, i) => this.story({ start: start + from, end: start + Math.min(length, cuts[i + 1] as number) }));
  }
}
