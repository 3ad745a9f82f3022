/** The parts of a document in printed order: body, text boxes at their anchors, then footnotes and endnotes. */
import { type Line, type Part, paragraph, type TablePart } from '../parts.ts';
import { NumberingState } from '../word/numbering.ts';
import { plc } from './bytes.ts';
import { type Stories, storyStart } from './fib.ts';
import type { WordFile } from './file.ts';
import { readLists } from './lists.ts';
import { sectionsOf } from './sections.ts';
import { type StoryParagraph, StoryReader } from './story.ts';
import { blocksOf, type RawBlock, type RawTable, tableParts } from './tables.ts';
import { TextBoxes } from './textboxes.ts';

const BODY_TEXT = 9;

export function partsOf(file: WordFile): Part[] {
  return new Printer(file).parts();
}

class Printer {
  private readonly file: WordFile;
  private readonly reader: StoryReader;
  private readonly numbering: NumberingState;
  private readonly boxes: TextBoxes;
  private readonly out: Part[] = [];
  /** Lines of list paragraphs with their labels, which are counted once. */
  private readonly labelled = new Map<StoryParagraph, readonly string[]>();

  constructor(file: WordFile) {
    this.file = file;
    this.reader = new StoryReader(file);
    const lists =
      file.fib.generation === 8 ? readLists(file.tableOnwards('lists'), file.table('listOverrides')) : new Map();
    this.numbering = new NumberingState(lists);
    this.boxes = new TextBoxes(file);
  }

  parts(): Part[] {
    const { stories } = this.file.fib;
    this.body(stories);
    // A box without an anchor that is known, in a group of shapes: at the end rather than not at all.
    for (const { start, end } of this.boxes.rest()) this.story(start, end);
    this.notes('footnoteText', storyStart(stories, 'footnotes'), stories.footnotes);
    this.notes('endnoteText', storyStart(stories, 'endnotes'), stories.endnotes);
    return this.out;
  }

  private body(stories: Stories): void {
    const sections = sectionsOf(this.file);
    const paragraphs = this.reader.paragraphs(0, stories.main);
    for (const block of blocksOf(paragraphs, this.file.fib.generation)) {
      const first = block.kind === 'table' ? block.first : block.paragraph;
      if (first.properties.pageBreakBefore && !first.continued) this.turn();
      this.block(block);
      if (block.kind === 'paragraph' && block.paragraph.mark === 'break') {
        const section = sections.get(block.paragraph.end);
        if (section === undefined || section) this.turn();
      }
    }
  }

  private turn(): void {
    if (this.out.length > 0 && this.out.at(-1)?.kind !== 'page') this.out.push({ kind: 'page' });
  }

  private block(block: RawBlock): void {
    if (block.kind === 'table') this.table(block);
    else {
      this.paragraph(block.paragraph);
      this.boxesOf([block.paragraph]);
    }
  }

  private table(table: RawTable): void {
    const inside: StoryParagraph[] = [];
    const parts = tableParts(table, (each) => {
      inside.push(each);
      return this.linesOf(each);
    });
    this.out.push(...parts.filter(printedTable));
    this.boxesOf(inside);
  }

  private paragraph(each: StoryParagraph): void {
    const lines = this.linesOf(each).filter((line) => line.trim() !== '');
    if (lines.length === 0) return;
    const { outlineLevel } = each.properties;
    this.out.push(
      paragraph(lines as Line[], {
        role: each.contents || each.style.contents ? 'contents' : 'body',
        heading: outlineLevel !== null && outlineLevel < BODY_TEXT ? outlineLevel + 1 : null,
      }),
    );
  }

  /** The lines of a paragraph, the first behind the label that its list gives it. */
  private linesOf(each: StoryParagraph): readonly string[] {
    const { list, listLevel } = each.properties;
    if (list === 0 || each.continued) return each.lines;
    let lines = this.labelled.get(each);
    if (!lines) {
      const [first = '', ...more] = each.lines;
      lines = [this.numbering.label(String(list), listLevel) + first, ...more];
      this.labelled.set(each, lines);
    }
    return lines;
  }

  private boxesOf(paragraphs: readonly StoryParagraph[]): void {
    for (const { anchors } of paragraphs) {
      for (const anchor of anchors) for (const { start, end } of this.boxes.at(anchor)) this.story(start, end);
    }
  }

  /** Text of another story, in the place where it is printed. */
  private story(start: number, end: number): void {
    const paragraphs = this.reader.paragraphs(start, end);
    for (const block of blocksOf(paragraphs, this.file.fib.generation)) this.block(block);
  }

  private notes(table: 'footnoteText' | 'endnoteText', start: number, length: number): void {
    if (length === 0) return;
    const { positions } = plc(this.file.table(table), 0);
    // Without the positions of the notes their text is still one story.
    const cuts = positions.length > 1 ? positions : [0, length];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const from = cuts[i] as number;
      this.story(start + from, start + Math.min(length, cuts[i + 1] as number));
    }
  }
}

function printedTable(table: TablePart): boolean {
  return table.rows.some((row) => row.some((cell) => cell.text !== ''));
}
