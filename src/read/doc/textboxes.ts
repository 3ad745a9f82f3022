/** Text boxes: their text is a story of its own; shapes lead from an anchor in the body to a part of it. */
import { plc } from './bytes.ts';
import { storyStart } from './fib.ts';
import type { Range } from './fields.ts';
import type { WordFile } from './file.ts';

const SPA = 26;
const FTXBXS = 22;

export class TextBoxes {
  /** Shape → where its text stands. */
  private readonly boxes = new Map<number, Range>();
  /** Anchor in the body → shape. */
  private readonly shapes = new Map<number, number>();

  constructor(file: WordFile) {
    const { stories } = file.fib;
    if (stories.textBoxes === 0) return;
    const start = storyStart(stories, 'textBoxes');
    const boxes = file.table('textBoxes');
    const text = plc(boxes, FTXBXS);
    for (let i = 0; i + 1 < text.positions.length; i++) {
      const at = text.elements + i * FTXBXS;
      const reusable = (boxes.u16(at + 8) & 1) !== 0;
      const end = Math.min(stories.textBoxes, text.positions[i + 1] as number);
      if (!reusable)
        this.boxes.set(boxes.u32(at + 14), { start: start + (text.positions[i] as number), end: start + end });
    }
    const anchors = file.table('shapes');
    const places = plc(anchors, SPA);
    for (let i = 0; i + 1 < places.positions.length; i++) {
      this.shapes.set(places.positions[i] as number, anchors.u32(places.elements + i * SPA));
    }
  }

  /** The text anchored at a position, given once. */
  at(position: number): Range[] {
    const shape = this.shapes.get(position);
    const box = shape === undefined ? undefined : this.boxes.get(shape);
    if (!box) return [];
    this.boxes.delete(shape as number);
    return [box];
  }

  /** What no anchor has given. */
  rest(): Range[] {
    const rest = [...this.boxes.values()];
    this.boxes.clear();
    return rest;
  }
}
