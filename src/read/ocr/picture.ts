/** Decoding of images and turning them, with the canvas that pdf-parse brings along. */
import { type Grey, greyOf, withoutColour } from './grey.ts';

/** An A3 page at 600 dpi has 70 million. */
export const MOST_PIXELS = 75_000_000;
/** Pixels of the longer side that recognition works with at most: A4 at 300 dpi. */
export const WORKING = 3508;

export interface Picture {
  /** With everything that is printed, and without coloured ink. */
  readonly all: Grey;
  readonly black: Grey;
}

/** Width and height as the header says, before anything is decoded. */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  // A bitmap that begins with its upper row has a negative height.
  if (bytes.length > 26 && view.getUint16(0) === 0x424d)
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    // Frames of all kinds; tables and arithmetic conditions are none.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

type Canvas = typeof import('@napi-rs/canvas');
export type Drawable = Parameters<ReturnType<ReturnType<Canvas['createCanvas']>['getContext']>['drawImage']>[0] & {
  readonly width: number;
  readonly height: number;
};

/** A PNG, JPEG or BMP, at the size that recognition works with. */
export async function decoded(bytes: Uint8Array): Promise<Drawable> {
  const size = sizeOf(bytes);
  if (!size || size.width < 1 || size.height < 1) throw new Error('its header is damaged');
  if (size.width * size.height > MOST_PIXELS) throw new Error(`it has ${size.width} × ${size.height} pixels`);
  const { loadImage } = await import('@napi-rs/canvas');
  return loadImage(Buffer.from(bytes));
}

/** Draws a picture at working size, turned by some degrees counterclockwise. */
export async function drawn(image: Drawable, degrees = 0): Promise<Picture> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const scale = WORKING / Math.max(image.width, image.height);
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.translate(width / 2, height / 2);
  context.rotate((-degrees * Math.PI) / 180);
  context.drawImage(image, -width / 2, -height / 2, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { all: greyOf(data, width, height), black: withoutColour(data, width, height) };
}
