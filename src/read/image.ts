/** A picture of a page as a document. */
import type { Notice } from '../document.ts';
import { layOut } from '../layout/index.ts';
import type { Patterns } from '../patterns/load.ts';
import { failure, type Reading } from './notices.ts';
import { sizeOf } from './ocr/picture.ts';
import { type OcrOptions, recognised } from './recognition.ts';

/** Few pictures say how large they were printed; most were A4. In points. */
const LONGER_SIDE = 841.89;

export async function readImage(
  bytes: Uint8Array,
  format: 'png' | 'jpeg',
  patterns: Patterns,
  { ocr }: OcrOptions,
): Promise<Reading> {
  const size = sizeOf(bytes);
  if (!size || size.width < 1 || size.height < 1) return failure('corrupt', 'the picture is damaged');
  if (!ocr)
    return failure('no-text-layer', 'the file is a picture; no Tesseract that reads Chinese (chi_sim) was used');
  const scale = LONGER_SIDE / Math.max(size.width, size.height);
  const notices: Notice[] = [];
  const page = { width: size.width * scale, height: size.height * scale };
  const marks = await recognised(bytes, page, 1, ocr, notices);
  if (!marks) return { value: null, notices: notices.map((each) => ({ ...each, severity: 'error' })) };
  const { value, notices: more } = layOut([marks], patterns, format);
  return { value, notices: [...notices, ...more] };
}
