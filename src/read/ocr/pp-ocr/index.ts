/** PP-OCRv4 as a recogniser. */
import { cut, type Grey } from '../grey.ts';
import { type Clock, clockOf, DIGITS, type Recogniser, type Word } from '../recogniser.ts';
import { classesOf, type Line, readLine } from './characters.ts';
import { inLines, lineBoxes } from './lines.ts';
import { hasModels, type Models, models } from './model.ts';

/** What is recognised with less confidence than that, from 0 to 1, was no print. */
const LEAST = 0.5;
/** With less than that it is looked at again. */
const SURE = 0.97;
/** Pixels that the second look at a line cuts from each side of its margin, so that it sees it in another size. */
const CLOSER = 8;

/** Plain data, for child processes are told of it. */
export interface PpOcr {
  readonly engine: 'pp-ocr';
  readonly name: string;
}

/** Null where its packages are not installed. */
export const findPpOcr = (): PpOcr | null => (hasModels() ? { engine: 'pp-ocr', name: 'PP-OCRv4' } : null);

/** A recogniser for one document: `timeout` for each call, `budget` for all of them, in milliseconds. */
export function ppOcrRecogniser({ name }: PpOcr, timeout: number, budget: number): Recogniser {
  const end = performance.now() + budget;
  return {
    name,
    recognise: async (images, mode, digits = false) => {
      const clock = clockOf(timeout, end);
      clock();
      const loaded = await models();
      const among = digits ? classesOf(loaded.alphabet, DIGITS) : undefined;
      const read: Word[][] = [];
      for (const image of images) {
        read.push(mode === 'page' ? await wordsOf(image, loaded, clock) : await lineOf(image, loaded, among));
        clock();
      }
      return read;
    },
  };
}

async function lineOf(image: Grey, loaded: Models, among?: readonly number[]): Promise<Word[]> {
  const { width, height } = image;
  const { text, confidence } = among ? await readLine(closer(image), loaded, among) : await surerLine(image, loaded);
  const word = { text: text.trim(), confidence: 100 * confidence, x0: 0, y0: 0, x1: width, y1: height, line: '0' };
  return word.text === '' ? [] : [word];
}

/** The better of two looks, where the first one leaves doubts. */
async function surerLine(image: Grey, loaded: Models): Promise<Line> {
  const first = await readLine(image, loaded);
  if (first.confidence >= SURE || first.text === '') return first;
  const second = await readLine(closer(image), loaded);
  return second.confidence > first.confidence ? second : first;
}

function closer(image: Grey): Grey {
  const { width, height } = image;
  return height > 4 * CLOSER ? cut(image, CLOSER, CLOSER, width - CLOSER, height - CLOSER) : image;
}

/** A word for each box of print. */
async function wordsOf(image: Grey, loaded: Models, clock: Clock): Promise<Word[]> {
  const words: Word[] = [];
  for (const [i, line] of inLines(await lineBoxes(image, loaded.lines)).entries()) {
    for (const box of line) {
      clock();
      const { text, confidence } = await readLine(cut(image, box.x0, box.y0, box.x1, box.y1), loaded);
      if (text.trim() === '' || confidence < LEAST) continue;
      words.push({ ...box, text: text.trim(), confidence: 100 * confidence, line: `${i}` });
    }
  }
  return words;
}
