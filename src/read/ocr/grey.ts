/** Grey images: one byte for each pixel, 0 is black. */

export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const WHITE = 255;

export function toPgm({ width, height, pixels }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}

/** How bright a pixel is, as the eye sees it, on white paper. */
export function greyOf(rgba: ArrayLike<number>, width: number, height: number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let i = 0, k = 0; i < pixels.length; i++, k += 4) {
    const light = (299 * (rgba[k] as number) + 587 * (rgba[k + 1] as number) + 114 * (rgba[k + 2] as number)) / 1000;
    const alpha = (rgba[k + 3] as number) / 255;
    pixels[i] = Math.round(WHITE - alpha * (WHITE - light));
  }
  return { width, height, pixels };
}

/** Only what no colour prints: the ink of a stamp is left out, black stays. */
export function withoutColour(rgba: ArrayLike<number>, width: number, height: number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let i = 0, k = 0; i < pixels.length; i++, k += 4)
    pixels[i] = Math.max(rgba[k] as number, rgba[k + 1] as number, rgba[k + 2] as number);
  return { width, height, pixels };
}

/** A part of an image in a white margin. */
export function cut(image: Grey, x0: number, y0: number, x1: number, y1: number, margin = 0): Grey {
  const width = Math.max(1, x1 - x0) + 2 * margin;
  const height = Math.max(1, y1 - y0) + 2 * margin;
  const pixels = new Uint8Array(width * height).fill(WHITE);
  for (let y = Math.max(0, y0); y < Math.min(image.height, y1); y++) {
    const from = Math.max(0, x0);
    const row = image.pixels.subarray(y * image.width + from, y * image.width + Math.min(image.width, x1));
    pixels.set(row, (y - y0 + margin) * width + margin + from - x0);
  }
  return { width, height, pixels };
}

/** Paints a part of an image white. */
export function blank(image: Grey, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = Math.max(0, y0); y < Math.min(image.height, y1); y++)
    image.pixels.fill(WHITE, y * image.width + Math.max(0, x0), y * image.width + Math.min(image.width, x1));
}

/** Ink or paper, each pixel against its surroundings, so that shadows and shaded cells do no harm. */
export function inkOf({ width, height, pixels }: Grey): Uint8Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] as number;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] as number) + row;
    }
  }
  const reach = Math.max(8, Math.round(width / 40));
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach)];
      const at = (r: number, c: number) => sums[r * (width + 1) + c] as number;
      const sum = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
      const value = pixels[y * width + x] as number;
      const mean = sum / ((bottom - top) * (right - left));
      if ((value < mean * INK && value < mean - CONTRAST) || value < BLACK) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** So dark beside its surroundings ink is, and at least by so much. */
const INK = 0.8;
const CONTRAST = 35;
/** The inside of a black area is not darker than its surroundings. */
const BLACK = 70;

/** Ink without the dots that noise makes: pieces of fewer pixels than any point of print. */
export function withoutSpecks({ width, height }: Grey, ink: Uint8Array, least = 9): Uint8Array {
  const clean = ink.slice();
  const seen = new Uint8Array(ink.length);
  const piece: number[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1 || seen[start] === 1) continue;
    piece.length = 0;
    piece.push(start);
    seen[start] = 1;
    for (let n = 0; n < piece.length; n++) {
      const i = piece[n] as number;
      const x = i % width;
      const y = (i - x) / width;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (ink[next] !== 1 || seen[next] === 1) continue;
          seen[next] = 1;
          piece.push(next);
        }
      }
    }
    if (piece.length < least) for (const i of piece) clean[i] = 0;
  }
  return clean;
}

/** An image in which all is white but the ink and what is within some pixels of it. */
export function onlyAround({ width, height, pixels }: Grey, ink: Uint8Array, reach = 3): Grey {
  const shown = new Uint8Array(pixels.length).fill(WHITE);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] !== 1) continue;
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      for (let row = Math.max(0, y - reach); row < Math.min(height, y + reach + 1); row++)
        shown.set(pixels.subarray(row * width + left, row * width + right), row * width + left);
    }
  }
  return { width, height, pixels: shown };
}

/** The image in another size, smoothly. */
export function enlarged({ width, height, pixels }: Grey, factor: number): Grey {
  const [wide, high] = [Math.round(width * factor), Math.round(height * factor)];
  const larger = new Uint8Array(wide * high);
  const at = (x: number, y: number) => pixels[Math.min(height - 1, y) * width + Math.min(width - 1, x)] as number;
  for (let y = 0; y < high; y++) {
    const v = y / factor;
    const [y0, dy] = [Math.floor(v), v % 1];
    for (let x = 0; x < wide; x++) {
      const u = x / factor;
      const [x0, dx] = [Math.floor(u), u % 1];
      const top = at(x0, y0) * (1 - dx) + at(x0 + 1, y0) * dx;
      const bottom = at(x0, y0 + 1) * (1 - dx) + at(x0 + 1, y0 + 1) * dx;
      larger[y * wide + x] = top * (1 - dy) + bottom * dy;
    }
  }
  return { width: wide, height: high, pixels: larger };
}

/** The image in another size, each pixel the mean of what it covers. */
export function resized({ width, height, pixels }: Grey, wide: number, high: number): Grey {
  const columns = shares(width, wide);
  const smaller = new Uint8Array(wide * high);
  shares(height, high).forEach((rows, y) => {
    for (let x = 0; x < wide; x++) {
      let sum = 0;
      let weight = 0;
      for (const [row, down] of rows) {
        for (const [column, across] of columns[x] as Share[]) {
          sum += down * across * (pixels[row * width + column] as number);
          weight += down * across;
        }
      }
      smaller[y * wide + x] = Math.round(sum / weight);
    }
  });
  return { width: wide, height: high, pixels: smaller };
}

type Share = readonly [pixel: number, share: number];

/** Which pixels of a side each pixel of the new one covers, one whole pixel at least. */
function shares(length: number, count: number): Share[][] {
  return Array.from({ length: count }, (_, i) => {
    const from = (i * length) / count;
    const to = Math.min(length, Math.max(((i + 1) * length) / count, from + 1));
    const covered: Share[] = [];
    for (let pixel = Math.floor(from); pixel < Math.min(length, Math.ceil(to)); pixel++)
      covered.push([pixel, Math.min(pixel + 1, to) - Math.max(pixel, from)]);
    return covered;
  });
}
