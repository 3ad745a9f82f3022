/** The texts of strips. A number counts only where two readings of it agree: a wrong digit looks as good as a right one. */
import { foldText } from '../../fold.ts';
import type { Strip } from './cells.ts';
import { cut, enlarged, type Grey } from './grey.ts';
import type { Recogniser, Word } from './recogniser.ts';

/** Around a strip, in pixels: letters at the rim of an image are misread. */
const MARGIN = 14;
/** Another size gives the recogniser another look. */
const LARGER = 1.6;
/** Width of one digit in parts of its height. */
const NARROW = 0.75;
/** Stands for a digit that is not known. */
const UNKNOWN = '?';

export interface Texts {
  readonly texts: readonly string[];
  /** Numbers whose readings differ, and strips that nothing was recognised in. */
  readonly doubtful: number;
}

export async function stripTexts(image: Grey, strips: readonly Strip[], recogniser: Recogniser): Promise<Texts> {
  const images = strips.map(({ x0, y0, x1, y1 }) => cut(image, x0 - 2, y0 - 2, x1 + 2, y1 + 2, MARGIN));
  const read = (await recogniser.recognise(images, 'line')).map(joined);
  const texts = read.map((text, i) => ([...text].length <= 1 && isDash(strips[i] as Strip) ? '—' : text));
  const numeric = texts.flatMap((text, i) =>
    text !== '—' && (looksNumeric(text) || isNarrow(strips[i] as Strip)) ? [i] : [],
  );
  const parts = (which: readonly number[]) => which.map((i) => images[i] as Grey);
  const second = await digitsOf(parts(numeric), numeric, recogniser);
  const apart = numeric.filter((i) => plainNumber(texts[i] as string) !== second.get(i));
  const third = await digitsOf(
    parts(apart).map((each) => enlarged(each, LARGER)),
    apart,
    recogniser,
  );
  let doubtful = 0;
  for (const i of numeric) {
    const readings = [plainNumber(texts[i] as string), second.get(i) ?? '', third.get(i) ?? ''];
    const agreed = agreedNumber(readings);
    if (agreed !== null) texts[i] = agreed;
    else if (isHan(texts[i] as string)) continue;
    else if (texts[i] === '' || readings.some((each) => /\d/.test(each))) {
      texts[i] = (readings.find((each) => NUMBER.test(each)) ?? (texts[i] || UNKNOWN)).replace(/\d/g, UNKNOWN);
      doubtful++;
    }
  }
  return { texts, doubtful };
}

async function digitsOf(images: readonly Grey[], places: readonly number[], recogniser: Recogniser) {
  const read = await recogniser.recognise(images, 'line', true);
  return new Map(places.map((place, k) => [place, plainNumber(joined(read[k] ?? []))]));
}

/** One character narrower than any Han character: a single digit, which is often taken for one. */
const isNarrow = ({ x0, y0, x1, y1 }: Strip) => x1 - x0 < NARROW * (y1 - y0);
/** A stroke that stands alone is no word. */
const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text) && text !== '丨';
/** So wide beside its height that it can only be a dash, whatever it is taken for. */
const isDash = ({ x0, y0, x1, y1 }: Strip) => x1 - x0 > 3 * (y1 - y0);

const joined = (words: readonly Word[]) => words.map(({ text }) => text).join('');

/** Mostly digits and their marks, or letters that they are mistaken for; or nothing that was recognised at all. */
export function looksNumeric(text: string): boolean {
  const like = text.replace(/[^0-9.,%OoQDlI|\][。，-]/g, '').length;
  return text === '' || (like >= 0.6 * text.length && /\d|^[^\p{Script=Han}]+$/u.test(text));
}

/** Points and digits as numbers are printed; a comma before the last two digits can only be a point. */
const plainNumber = (text: string) =>
  foldText(text)
    .replaceAll('。', '.')
    .replaceAll('，', ',')
    .replace(/,(\d{1,2})$/, '.$1');

const NUMBER = /^-?\d{1,3}(?:,\d{3}){0,5}(?:\.\d{1,6})?%?$|^-?\d{1,15}(?:\.\d{1,6})?%?$/;
/** What is written with digits and has no point or comma that could stand at a wrong place, e.g. 2022-2024. */
const PLAIN = /^[^.,]{1,40}$/;

/** The number that two readings have in common, or null. */
export function agreedNumber(readings: readonly string[]): string | null {
  const twice = readings.filter((each, i) => each !== '' && readings.indexOf(each) !== i);
  return twice.find((each) => NUMBER.test(each)) ?? twice.find((each) => PLAIN.test(each)) ?? null;
}
