import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { read } from '../../../src/read/index.ts';
import type { Recogniser } from '../../../src/read/ocr/recogniser.ts';
import { framesOf } from '../../../src/read/ocr/tiff.ts';
import { patterns } from '../shown.ts';

const [WIDTH, HEIGHT] = [400, 300];

/** Reads every picture as one word, so that the tests need no Tesseract. */
const reader: Recogniser = {
  name: 'test',
  recognise: async (images) =>
    images.map((_, i) => [{ text: '决算', confidence: 99, x0: 700, y0: 520, x1: 2100, y1: 970, line: `${i}` }]),
};

/** White, with a row of blots where the word stands. */
function inked(row: number, bytes: number): Buffer {
  const line = Buffer.alloc(row * bytes, 0xff);
  for (let at = 0; at < line.length; at++) {
    const [y, x] = [Math.floor(at / row), at % row];
    const blot = y >= 60 && y < 110 && x >= row / 5 && x < (row * 3) / 5 && Math.floor(x / (row / 40)) % 2 === 0;
    if (blot) line[at] = 0;
  }
  return line;
}

/** A TIFF with a black-and-white frame for each row of bytes, uncompressed; `next` overrides the link of the last. */
function tiff(frames: readonly (readonly [width: number, height: number])[], next = 0): Uint8Array {
  const parts: Buffer[] = [];
  let at = 8;
  frames.forEach(([width, height], i) => {
    const size = Math.ceil(width / 8) * height;
    const tags = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 1],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, at],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, size],
    ];
    const directory = Buffer.alloc(2 + 12 * tags.length + 4);
    directory.writeUInt16LE(tags.length, 0);
    tags.forEach(([tag = 0, type = 0, value = 0], n) => {
      directory.writeUInt16LE(tag, 2 + 12 * n);
      directory.writeUInt16LE(type, 4 + 12 * n);
      directory.writeUInt32LE(1, 6 + 12 * n);
      directory.writeUInt32LE(value, 10 + 12 * n);
    });
    const last = i === frames.length - 1;
    const end = at + size + directory.length;
    const following = frames[i + 1] ? end + Math.ceil((frames[i + 1]?.[0] ?? 0) / 8) * (frames[i + 1]?.[1] ?? 0) : 0;
    directory.writeUInt32LE(last ? next : following, directory.length - 4);
    parts.push(inked(Math.ceil(width / 8), height), directory);
    at = end;
  });
  const first = 8 + Math.ceil((frames[0]?.[0] ?? 0) / 8) * (frames[0]?.[1] ?? 0);
  const head = Buffer.from('49492a0000000000', 'hex');
  head.writeUInt32LE(first, 4);
  return new Uint8Array(Buffer.concat([head, ...parts]));
}

function bmp(): Uint8Array {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(WIDTH, 18);
  // The upper row first.
  head.writeInt32LE(-HEIGHT, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const all = Buffer.concat([head, inked(WIDTH * 3, HEIGHT)]);
  all.writeUInt32LE(all.length, 2);
  return new Uint8Array(all);
}

const codes = (notices: readonly { code: string; page: number | null }[]) =>
  notices.map(({ code, page }) => `${code} ${page}`);

describe('pictures of pages', () => {
  it('of a TIFF are pages', async () => {
    const { value, notices } = await read(
      tiff([
        [WIDTH, HEIGHT],
        [HEIGHT, WIDTH],
      ]),
      { patterns, ocr: reader },
    );
    expect(value?.format).toBe('tiff');
    expect(value?.pages.map(({ ocr }) => ocr)).toEqual([true, true]);
    expect(codes(notices)).toEqual(['ocr 1', 'ocr 2']);
  });

  it('of a BMP is a page', async () => {
    const { value, notices } = await read(bmp(), { patterns, ocr: reader });
    expect(value?.format).toBe('bmp');
    expect(codes(notices)).toEqual(['ocr 1']);
  });

  it('say so where nothing reads them, and are named where they are too small', async () => {
    expect(codes((await read(tiff([[WIDTH, HEIGHT]]), { patterns })).notices)).toEqual(['no-text-layer null']);
    const icon = new Uint8Array(createCanvas(64, 64).toBuffer('image/png'));
    const { notices } = await read(icon, { patterns, ocr: reader });
    expect(notices).toMatchObject([{ code: 'unsupported-format', message: expect.stringContaining('64 × 64') }]);
  });

  it('that are damaged, or lead in circles, are refused before they are decoded', async () => {
    const circle = tiff([[WIDTH, HEIGHT]], 8 + Math.ceil(WIDTH / 8) * HEIGHT);
    expect(framesOf(circle)).toBeNull();
    for (const bytes of [circle, circle.subarray(0, 100)])
      expect(codes((await read(bytes, { patterns, ocr: reader })).notices)).toEqual(['corrupt null']);
    const huge = tiff([[WIDTH, HEIGHT]]);
    new DataView(huge.buffer).setUint32(8 + 50 * HEIGHT + 2 + 8, 0xffffff, true);
    expect(codes((await read(huge, { patterns, ocr: reader })).notices)).toEqual(['ocr-failed 1']);
  });
});
