/** Pages of PDFs as pictures, drawn from the documents themselves. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInputs } from '../batch/inputs.ts';
import { Items } from '../batch/items.ts';
import { withDrawnPages } from '../read/pdf/open.ts';
import type { PagePicture } from './data.ts';
import { writePicture } from './files.ts';
import { withChineseFonts } from './fonts.ts';

/** Wide enough to read the small print of a table. */
const WIDTH = 1200;
/** Of WebP: digits stay sharp, a page has some ten kilobytes. */
const QUALITY = 70;
/** Pages beyond are left without a picture. */
const MOST_PAGES = 500;

type Drawn = Record<number, PagePicture>;

/** Draws the pages of the wanted documents, by id, wherever below the folder `inputs` they lie, archives included. */
export async function drawPages(
  inputs: string,
  target: string,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Drawn>> {
  const found = new Map<string, Drawn>();
  const spool = await mkdtemp(join(tmpdir(), 'gongkai-review-'));
  const items = new Items((name) => join(spool, name));
  try {
    for await (const { content } of items.of(await findInputs([inputs], inputs, target))) {
      if (!('key' in content)) continue;
      const id = content.key.slice(0, 16);
      if (wanted.has(id) && !found.has(id)) found.set(id, await drawDocument(await readFile(content.file), id, target));
      await content.dispose();
    }
  } finally {
    await rm(spool, { recursive: true, force: true });
  }
  return found;
}

/** A page that cannot be drawn has no picture; the others have. */
async function drawDocument(bytes: Uint8Array, id: string, target: string): Promise<Drawn> {
  const { loadImage, createCanvas } = await import('@napi-rs/canvas');
  await withChineseFonts();
  const pictures: Drawn = {};
  try {
    await withDrawnPages(bytes, WIDTH, MOST_PAGES, async ({ number, png, width, height }) => {
      const image = await loadImage(Buffer.from(png));
      const canvas = createCanvas(image.width, image.height);
      canvas.getContext('2d').drawImage(image, 0, 0);
      const file = `pages/${id}/${number}.webp`;
      await writePicture(target, file, await canvas.encode('webp', QUALITY));
      pictures[number] = { file, width, height };
    });
  } catch {
    // The record says what is wrong with the file.
  }
  return pictures;
}
