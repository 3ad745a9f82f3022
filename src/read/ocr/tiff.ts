/** The pages of a TIFF file, as fax machines and scanners make them; decoded one at a time. */
import type { Drawable } from './picture.ts';
import { MOST_PIXELS } from './picture.ts';

/** A directory of the file ([TIFF 6.0] section 2): where it stands, and what it says of its picture. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly tiled: boolean;
  /** Bits of a pixel. */
  readonly depth: number;
}

const MAX_FRAMES = 1000;
const MAX_ENTRIES = 500;
const TAG = { width: 256, height: 257, bits: 258, samples: 277, tileWidth: 322 };
const SHORT = 3;

/** What the directories say, before anything is decoded; null where they are damaged or lead in circles. */
export function framesOf(bytes: Uint8Array): Frame[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const frames: Frame[] = [];
  const seen = new Set<number>();
  try {
    for (let at = view.getUint32(4, little); at !== 0; ) {
      const entries = view.getUint16(at, little);
      if (seen.has(at) || frames.length >= MAX_FRAMES || entries === 0 || entries > MAX_ENTRIES) return null;
      seen.add(at);
      const values = new Map<number, number>();
      for (let i = 0; i < entries; i++) {
        const entry = at + 2 + 12 * i;
        const short = view.getUint16(entry + 2, little) === SHORT;
        const count = view.getUint32(entry + 4, little);
        const inline = short ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
        // Three bit depths do not fit into the entry: colours of eight bits are meant.
        values.set(view.getUint16(entry, little), short && count > 2 ? 8 : inline);
      }
      const of = (tag: number) => values.get(tag) ?? 0;
      const depth = Math.max(1, of(TAG.bits)) * Math.max(1, of(TAG.samples));
      frames.push({ width: of(TAG.width), height: of(TAG.height), tiled: values.has(TAG.tileWidth), depth });
      at = view.getUint32(at + 2 + 12 * entries, little);
    }
  } catch {
    return null;
  }
  return frames.length > 0 ? frames : null;
}

/** The picture of one directory. */
export async function frame(bytes: Uint8Array, index: number): Promise<Drawable> {
  const said = framesOf(bytes)?.[index];
  if (!said || said.width < 1 || said.height < 1) throw new Error('its header is damaged');
  const { width, height, depth, tiled } = said;
  if (width * height > MOST_PIXELS || depth > 64)
    throw new Error(`it has ${width} × ${height} pixels of ${depth} bits`);
  if (tiled) throw new Error('it is made of tiles, as no scanner writes it');
  const { default: utif } = await import('utif2');
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const ifd = utif.decode(buffer)[index];
  if (!ifd) throw new Error('its header is damaged');
  utif.decodeImage(buffer, ifd);
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const canvas = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(utif.toRGBA8(ifd));
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
