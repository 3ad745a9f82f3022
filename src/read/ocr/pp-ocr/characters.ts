/** Reading one printed line. */
import { type Grey, resized } from '../grey.ts';
import type { Models } from './model.ts';

/** Height of a line as the network was taught, in pixels. */
const HEIGHT = 48;
/** Longer than any line of a page; what is longer is squeezed. */
const WIDEST = 3200;

export interface Line {
  readonly text: string;
  /** Mean over the characters, from 0 to 1. */
  readonly confidence: number;
}

/** The classes of some characters, with that of none. */
export const classesOf = (alphabet: readonly string[], characters: string): number[] =>
  alphabet.flatMap((each, i) => (i === 0 || characters.includes(each) ? [i] : []));

/** `among` are the classes that come into question; all unless said. */
export async function readLine(
  image: Grey,
  { characters, alphabet }: Models,
  among?: readonly number[],
): Promise<Line> {
  const width = Math.min(WIDEST, Math.max(16, Math.round((image.width / image.height) * HEIGHT)));
  const { pixels } = resized(image, width, HEIGHT);
  const input = new Float32Array(3 * pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const value = (pixels[i] as number) / 127.5 - 1;
    for (let channel = 0; channel < 3; channel++) input[channel * pixels.length + i] = value;
  }
  const { values, shape } = await characters.run(input, [1, 3, HEIGHT, width]);
  const [, steps = 0, classes = 0] = shape;
  return decoded(steps, (step) => values.subarray(step * classes, (step + 1) * classes), alphabet, among);
}

/** The likeliest class of each step; the same one in a row counts once, and none parts two equal ones. */
function decoded(
  steps: number,
  likelihoods: (step: number) => Float32Array,
  alphabet: readonly string[],
  among?: readonly number[],
): Line {
  let text = '';
  let sum = 0;
  let count = 0;
  let last = 0;
  for (let step = 0; step < steps; step++) {
    const values = likelihoods(step);
    const best = among ? likeliestAmong(values, among) : likeliest(values);
    if (best !== 0 && best !== last) {
      text += alphabet[best] ?? '';
      sum += values[best] as number;
      count++;
    }
    last = best;
  }
  return { text, confidence: count === 0 ? 0 : sum / count };
}

function likeliest(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

const likeliestAmong = (values: Float32Array, among: readonly number[]): number =>
  among.reduce((best, i) => ((values[i] as number) > (values[best] as number) ? i : best), 0);
