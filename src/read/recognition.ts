/** Pages that are pictures, given to what recognises text where there is anything; a page that it cannot read stays as it was. */
import type { Notice } from '../document.ts';
import type { PageMarks } from '../layout/marks.ts';
import { causeOf } from './notices.ts';
import { recognisedPage } from './ocr/page.ts';
import { type Drawable, decoded } from './ocr/picture.ts';
import type { Recogniser } from './ocr/recogniser.ts';
import { lostText } from './scan.ts';

export interface OcrOptions {
  /** Null or absent where nothing recognises text in pictures. */
  readonly ocr?: Recogniser | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The marks of a picture of a page, or null; says what became of it. */
export async function recognised(
  picture: Uint8Array | (() => Promise<Drawable>),
  size: Size,
  page: number,
  ocr: Recogniser,
  notices: Notice[],
): Promise<PageMarks | null> {
  try {
    const image = typeof picture === 'function' ? await picture() : await decoded(picture);
    const marks = await recognisedPage(image, size, ocr);
    if (marks.glyphs.length === 0) {
      notices.push(lostText(page));
      return null;
    }
    const { doubtful } = marks;
    const doubt = doubtful > 0 ? `; in ${doubtful} places readings differ, and ? stands for each digit` : '';
    const message = `the page is a picture; its text was recognised by ${ocr.name} and may be wrong${doubt}`;
    notices.push({ code: 'ocr', severity: 'warning', page, message });
    return marks;
  } catch (error) {
    notices.push(unrecognised(page, error));
    return null;
  }
}

export function unrecognised(page: number, error: unknown): Notice {
  const message = `the page is a picture, and its text could not be recognised: ${causeOf(error).slice(0, 200)}`;
  return { code: 'ocr-failed', severity: 'warning', page, message };
}
