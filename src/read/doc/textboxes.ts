/** Text boxes: their text is a story of its own; shapes lead from an anchor in the body to a part of it. */
import { plc } from './bytes.ts';
import { storyStart } from './fib.ts';
import type { Range } from './fields.ts';
import type { WordFile } from './file.ts';

const SPA = 26;
const FTXBXS = 22;

export class TextBoxes {
  /** Where the text of boxes stands that have not been given yet, in the order of the file. */
  private readonly waiting = new Set<Range>();
  private readonly byShape = new Map<number, Range>();
  /** Anchor in the body → shape. */
  private readonly shapes = new Map<number, number>();

  constructor(file: WordFile) {
    const { stories } = file.fib;
    if (stories.textBoxes === 0) return;
    const start = storyStart(stories, 'textBoxes');
    const boxes = file.table('textBoxes');
    const text = plc(boxes, FTXBXS);
    // Without the positions of the boxes their text is still one story.
    if (text.positions.length < 2) this.waiting.add({ start, end: start + stories.textBoxes });
    for (let i = 0; i + 1 < text.positions.length; i++) {
      const at = text.elements + i * FTXBXS;
      const reusable = (boxes.u16(at + 8) & 1) !== 0;
      if (reusable) continue;
      const end = Math.min(stories.textBoxes, text.positions[i + 1] as number);
      const range = { start: start + (text.positions[i] as number), end: start + end };
      this.waiting.add(range);
      this.byShape.set(boxes.u32(at + 14), range);
    }
    const anchors = file.table('shapes');
    const places = plc(anchors, SPA);
    for (let i = 0; i + 1 < places.positions.length; i++) {
      this.shapes.set(places.positions[i] as number, anchors.u32(places.elements + i * SPA));
    }
  }

  /** The text anchored at a position, given once. */
  at(position: number): Range[] {
    const box = this.byShape.get(this.shapes.get(position) ?? -1);
    return box && this.waiting.delete(box) ? [box] : [];
  }

  /** What no anchor has given. */
  rest(): Range[] {
    const rest = [...this.waiting];
    this.waiting.clear();
    return rest;
  }
}
