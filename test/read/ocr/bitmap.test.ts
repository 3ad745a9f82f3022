import { describe, expect, it } from 'vitest';
import { gridsOf } from '../../../src/layout/grid.ts';
import { regionsOf, stripsOf } from '../../../src/read/ocr/cells.ts';
import { cut, type Grey, inkOf, withoutColour, withoutSpecks } from '../../../src/read/ocr/grey.ts';
import { rulesIn } from '../../../src/read/ocr/lines.ts';
import { agreedNumber, looksNumeric, stripTexts } from '../../../src/read/ocr/numbers.ts';
import { sizeOf } from '../../../src/read/ocr/picture.ts';
import { skewOf } from '../../../src/read/ocr/skew.ts';

/** Points in a pixel at 150 dpi. */
const SCALE = 72 / 150;

function paper(width: number, height: number): Grey {
  return { width, height, pixels: new Uint8Array(width * height).fill(240) };
}

function bar({ width, pixels }: Grey, x0: number, y0: number, x1: number, y1: number, value = 30): void {
  for (let y = y0; y < y1; y++) pixels.fill(value, y * width + x0, y * width + x1);
}

const xs = [50, 250, 400, 550];
const ys = [60, 100, 140, 180];

/** A grid with two pixels for a line, and a block of ink in one cell. */
function tablePicture(): Grey {
  const image = paper(600, 400);
  for (const y of ys) bar(image, 50, y, 552, y + 2);
  for (const x of xs) bar(image, x, 60, x + 2, 182);
  bar(image, 270, 110, 330, 130);
  return image;
}

describe('lines in a bitmap', () => {
  it('make the grid that they draw', () => {
    const image = tablePicture();
    const { grids } = gridsOf(rulesIn(image, inkOf(image), SCALE));
    expect(grids).toHaveLength(1);
    expect(grids[0]?.cells).toHaveLength(9);
    const far = grids[0]?.xs.filter((x, i) => Math.abs(x / SCALE - (xs[i] as number)) > 3);
    expect(far).toEqual([]);
  });

  it('are found where they lean by a few pixels and are broken by specks', () => {
    const image = paper(600, 200);
    for (let x = 20; x < 580; x++)
      if (x % 97 !== 0) bar(image, x, 100 + Math.floor(x / 150), x + 1, 102 + Math.floor(x / 150));
    const found = rulesIn(image, inkOf(image), SCALE);
    expect(Math.min(...found.map(({ from }) => from)) / SCALE).toBeLessThan(25);
    expect(Math.max(...found.map(({ to }) => to)) / SCALE).toBeGreaterThan(575);
  });

  it('are not found in areas of ink or short strokes', () => {
    const image = paper(600, 200);
    bar(image, 50, 50, 300, 100);
    bar(image, 400, 50, 425, 53);
    expect(rulesIn(image, inkOf(image), SCALE).filter(({ horizontal }) => horizontal).length).toBe(0);
  });
});

describe('a cell of a bitmap', () => {
  it('has a strip for each printed line, and none where it is empty', () => {
    const image = tablePicture();
    const ink = inkOf(image);
    const { grids } = gridsOf(rulesIn(image, ink, SCALE));
    const strips = regionsOf(grids, SCALE).map((region) => stripsOf(image, ink, region, 150 / 25.4));
    expect(strips.filter((each) => each.length > 0)).toEqual([[{ x0: 270, y0: 110, x1: 330, y1: 130 }]]);
  });

  it('is cut out with a white margin', () => {
    const part = cut(tablePicture(), 270, 110, 330, 130, 5);
    expect([part.width, part.height, part.pixels[0], part.pixels[5 * 70 + 5]]).toEqual([70, 30, 255, 30]);
  });
});

describe('ink', () => {
  it('is told from shadows', () => {
    const image = paper(400, 100);
    for (let x = 0; x < 400; x++) bar(image, x, 0, x + 1, 100, 240 - Math.floor(x / 4));
    bar(image, 350, 40, 360, 60, 20);
    const ink = inkOf(image);
    expect(ink.reduce((sum, each) => sum + each, 0)).toBe(200);
  });

  it('loses specks and keeps points', () => {
    const image = paper(100, 100);
    bar(image, 20, 20, 22, 22);
    bar(image, 50, 50, 54, 54);
    const clean = withoutSpecks(image, inkOf(image));
    expect(clean.reduce((sum, each) => sum + each, 0)).toBe(16);
  });

  it('of a red stamp is left out', () => {
    expect([...withoutColour([250, 30, 30, 255, 20, 20, 20, 255], 2, 1).pixels]).toEqual([250, 20]);
  });
});

describe('the lean of a scan', () => {
  it.each([-1.5, 0, 0.7])('of %f degrees is measured', (degrees) => {
    const image = paper(800, 800);
    const slope = Math.tan((degrees * Math.PI) / 180);
    for (let row = 100; row < 700; row += 60)
      for (let x = 50; x < 750; x++) bar(image, x, Math.round(row + x * slope), x + 1, Math.round(row + x * slope) + 8);
    expect(Math.abs(skewOf(image, inkOf(image)) - degrees)).toBeLessThan(0.05);
  });
});

describe('readings of a number', () => {
  it('count where two agree', () => {
    expect(agreedNumber(['54.52', '94.52', '54.52'])).toBe('54.52');
    expect(agreedNumber(['54.52', '94.52', '64.52'])).toBeNull();
    expect(agreedNumber(['4,11.86', '4,11.86', ''])).toBeNull();
    expect(agreedNumber(['2022-2024', '2022-2024'])).toBe('2022-2024');
  });

  it('are not what dashes and strokes are taken for', async () => {
    const seen = ['一', '丨', '一', '12.50'];
    const word = (text: string) => [{ text, confidence: 90, x0: 0, y0: 0, x1: 9, y1: 9, line: '0' }];
    const recognise = async (images: readonly Grey[], _mode: string, digits = false) =>
      images.map((_, i) => (digits ? [] : word(seen[i] ?? '')));
    const strips = [40, 2, 20, 60].map((width) => ({ x0: 0, y0: 0, x1: width, y1: width === 40 ? 4 : 20 }));
    const { texts, doubtful } = await stripTexts(paper(80, 40), strips, { name: 'test', recognise });
    expect(texts.slice(0, 3)).toEqual(['—', '丨', '一']);
    expect([texts[3], doubtful]).toEqual(['??.??', 1]);
  });

  it('are looked for in what is mostly digits', () => {
    expect(['12.50', 'l2.5O', '', '-', '1,234'].map(looksNumeric)).toEqual([true, true, true, true, true]);
    expect(['栏次', '2022年度决算', '合计'].map(looksNumeric)).toEqual([false, false, false]);
  });
});

describe('the size of a picture', () => {
  it('stands in its header, before anything is decoded', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000640000003208020000', 'hex');
    expect(sizeOf(png)).toEqual({ width: 100, height: 50 });
    const jpeg = Buffer.from('ffd8ffe000044a46ffc0001108003200640301220002', 'hex');
    expect(sizeOf(jpeg)).toEqual({ width: 100, height: 50 });
    expect(sizeOf(Buffer.from('ffd8ffe0ffff', 'hex'))).toBeNull();
  });
});
