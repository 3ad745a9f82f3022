/** Pages drawn for the review site. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GlobalFonts, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawPages } from '../../src/review/pictures.ts';
import { folder } from '../folder.ts';
import { text, tinyPdf } from '../read/tiny-pdf.ts';

const idOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const page = (words: string) => tinyPdf([{ width: 300, height: 200, content: [text(20, 40, words, 24)] }]);
const CHINESE = GlobalFonts.families.some(({ family }) => /CJK/.test(family));

describe('pictures of pages', () => {
  it('are as wide as they should be, with the size of the page in points', async () => {
    const bytes = page('收入');
    const root = await folder({ 'in/a.pdf': bytes, 'in/broken.pdf': '%PDF-1.7 broken' });
    const drawn = await drawPages(join(root, 'in'), root, new Set([idOf(bytes)]));
    const picture = drawn.get(idOf(bytes))?.[1];
    expect(picture).toMatchObject({ file: `pages/${idOf(bytes)}/1.webp`, width: 300, height: 200 });
    const image = await loadImage(await readFile(join(root, picture?.file ?? '')));
    expect([image.width, image.height]).toEqual([1200, 800]);
  });

  it.skipIf(!CHINESE)('have the characters of a file without fonts, not a box for each', async () => {
    const [one, other] = [page('收入总计'), page('支出决算')];
    const root = await folder({ 'in/a.pdf': one, 'in/b.pdf': other });
    const drawn = await drawPages(join(root, 'in'), root, new Set([idOf(one), idOf(other)]));
    const bytes = (pdf: Uint8Array) => readFile(join(root, drawn.get(idOf(pdf))?.[1]?.file ?? ''));
    expect((await bytes(one)).equals(await bytes(other))).toBe(false);
  });
});
