/** Pictures of pages as a document: one page, or those of a TIFF. */
import type { Notice } from '../document.ts';
import { layOut } from '../layout/index.ts';
import type { PageMarks } from '../layout/marks.ts';
import type { Patterns } from '../patterns/load.ts';
import { failure, type Reading } from './notices.ts';
import { type Drawable, sizeOf } from './ocr/picture.ts';
import { frame, framesOf } from './ocr/tiff.ts';
import { type OcrOptions, recognised } from './recognition.ts';

export type PictureFormat = 'png' | 'jpeg' | 'tiff' | 'bmp';

/** Few pictures say how large they were printed; most were A4. In points. */
const LONGER_SIDE = 841.89;
/** A page of text has more, even on a screen; emblems, buttons and portraits among harvested files have less. */
const LEAST_PIXELS = 100_000;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly content: Uint8Array | (() => Promise<Drawable>);
}

export async function readImage(
  bytes: Uint8Array,
  format: PictureFormat,
  patterns: Patterns,
  { ocr }: OcrOptions,
): Promise<Reading> {
  const pictures = picturesOf(bytes, format);
  if (pictures.length === 0 || pictures.some(({ width, height }) => width < 1 || height < 1))
    return failure('corrupt', 'the picture is damaged');
  const largest = pictures.reduce((most, { width, height }) => Math.max(most, width * height), 0);
  if (largest < LEAST_PIXELS) {
    const [{ width, height }] = pictures as [Picture];
    return failure('unsupported-format', `the file is a picture too small for a page (${width} × ${height} pixels)`);
  }
  if (!ocr) return failure('no-text-layer', 'the file is a picture, and nothing here recognises text in pictures');
  const notices: Notice[] = [];
  const pages: PageMarks[] = [];
  let read = 0;
  for (const [i, { width, height, content }] of pictures.entries()) {
    const scale = LONGER_SIDE / Math.max(width, height);
    const page = { width: width * scale, height: height * scale };
    const marks = await recognised(content, page, i + 1, ocr, notices);
    if (marks) read++;
    pages.push(marks ?? { ...page, glyphs: [], rules: [] });
  }
  if (read === 0) return { value: null, notices: notices.map((each) => ({ ...each, severity: 'error' })) };
  const { value, notices: more } = layOut(pages, patterns, format);
  return { value, notices: [...notices, ...more] };
}

function picturesOf(bytes: Uint8Array, format: PictureFormat): Picture[] {
  if (format === 'tiff') {
    const frames = framesOf(bytes) ?? [];
    return frames.map(({ width, height }, i) => ({ width, height, content: () => frame(bytes, i) }));
  }
  const size = sizeOf(bytes);
  return size ? [{ ...size, content: bytes }] : [];
}
