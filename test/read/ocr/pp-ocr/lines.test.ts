import { describe, expect, it } from 'vitest';
import { inLines, lineBoxes } from '../../../../src/read/ocr/pp-ocr/lines.ts';
import type { Network } from '../../../../src/read/ocr/pp-ocr/model.ts';

const white = (width: number, height: number) => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(255),
});

/** Finds print where `likely` says so, in pixels of what the network sees. */
const network = (likely: (x: number, y: number) => number): Network => ({
  run: async (_, [, , height = 0, width = 0]) => ({
    values: Float32Array.from({ length: width * height }, (_, i) => likely(i % width, Math.floor(i / width))),
    shape: [1, 1, height, width],
  }),
});

describe('lines of print in a page', () => {
  it('are boxes a little larger than their cores, in pixels of the image', async () => {
    const likely = network((x, y) => (x >= 96 && x < 480 && y >= 96 && y < 112 ? 0.9 : 0));
    const [box, ...more] = await lineBoxes(white(1920, 1920), likely);
    expect(more).toEqual([]);
    expect(box).toEqual({ x0: 167, y0: 167, x1: 985, y1: 249 });
  });

  it('are not specks, and not what the network doubts', async () => {
    const speck = network((x, y) => (x < 2 && y < 2 ? 0.9 : 0));
    const doubt = network((x, y) => (x < 200 && y < 20 ? 0.4 : 0));
    expect(await lineBoxes(white(960, 960), speck)).toEqual([]);
    expect(await lineBoxes(white(960, 960), doubt)).toEqual([]);
  });

  it('that stand beside each other are one line, from left to right', () => {
    const [left, right, below] = [
      { x0: 0, y0: 2, x1: 100, y1: 22 },
      { x0: 300, y0: 0, x1: 400, y1: 20 },
      { x0: 0, y0: 30, x1: 100, y1: 50 },
    ];
    expect(inLines([right, left, below])).toEqual([[left, right], [below]]);
  });
});
