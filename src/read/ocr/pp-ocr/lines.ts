/** Finding the lines of print in a page: the network says how likely each pixel belongs to one. */
import { type Grey, resized } from '../grey.ts';
import type { Network } from './model.ts';

/** Pixels of the longer side that the network looks at: small print of A4 is still eight pixels high. */
const SIDE = 960;
/** The sides are multiples of this. */
const STEP = 32;
/** Mean and deviation of the colours that the network was taught with. */
const COLOURS = [
  [0.485, 0.229],
  [0.456, 0.224],
  [0.406, 0.225],
] as const;
/** A pixel likelier than that belongs to a line, and the pixels of a line are on average likelier than the other. */
const PIXEL = 0.3;
const LINE = 0.5;
const SMALLEST = 3;
/** The network marks the core of a line: it grows by this part of its area over its edge. */
const GROWN = 1.6;
const MOST = 2000;

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Boxes in pixels of the image, from the top down. */
export async function lineBoxes(image: Grey, network: Network): Promise<Box[]> {
  const scale = SIDE / Math.max(image.width, image.height);
  const side = (length: number) => Math.max(STEP, Math.round((length * scale) / STEP) * STEP);
  const [width, height] = [side(image.width), side(image.height)];
  const { pixels } = resized(image, width, height);
  const input = new Float32Array(3 * pixels.length);
  COLOURS.forEach(([mean, deviation], channel) => {
    const at = channel * pixels.length;
    for (let i = 0; i < pixels.length; i++) input[at + i] = ((pixels[i] as number) / 255 - mean) / deviation;
  });
  const { values } = await network.run(input, [1, 3, height, width]);
  const [across, down] = [image.width / width, image.height / height];
  return cores(values, width, height).map(({ x0, y0, x1, y1 }) => {
    const grown = (GROWN * (x1 - x0) * (y1 - y0)) / (2 * (x1 - x0 + y1 - y0));
    return {
      x0: Math.max(0, Math.round((x0 - grown) * across)),
      y0: Math.max(0, Math.round((y0 - grown) * down)),
      x1: Math.min(image.width, Math.round((x1 + grown) * across)),
      y1: Math.min(image.height, Math.round((y1 + grown) * down)),
    };
  });
}

/** Boxes around pixels that hang together. */
function cores(likely: Float32Array, width: number, height: number): Box[] {
  const found: Box[] = [];
  const seen = new Uint8Array(likely.length);
  for (let start = 0; start < likely.length && found.length < MOST; start++) {
    if (seen[start] === 1 || (likely[start] as number) <= PIXEL) continue;
    const piece = [start];
    seen[start] = 1;
    let [x0, y0, x1, y1, sum] = [width, height, 0, 0, 0];
    for (let n = 0; n < piece.length; n++) {
      const i = piece[n] as number;
      const x = i % width;
      const y = (i - x) / width;
      sum += likely[i] as number;
      [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x + 1), Math.min(y0, y), Math.max(y1, y + 1)];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (seen[next] === 1 || (likely[next] as number) <= PIXEL) continue;
          seen[next] = 1;
          piece.push(next);
        }
      }
    }
    if (x1 - x0 >= SMALLEST && y1 - y0 >= SMALLEST && sum / piece.length >= LINE) found.push({ x0, y0, x1, y1 });
  }
  return found;
}

/** Boxes that stand beside each other, each group from left to right. */
export function inLines(boxes: readonly Box[]): Box[][] {
  const lines: Box[][] = [];
  const height = ({ y0, y1 }: Box) => y1 - y0;
  for (const box of boxes) {
    const beside = (other: Box) =>
      Math.min(other.y1, box.y1) - Math.max(other.y0, box.y0) > 0.5 * Math.min(height(other), height(box));
    const line = lines.find((each) => each.some(beside));
    if (line) line.push(box);
    else lines.push([box]);
  }
  return lines.map((line) => line.sort((a, b) => a.x0 - b.x0));
}
