import { describe, expect, it } from 'vitest';
import { classesOf, readLine } from '../../../../src/read/ocr/pp-ocr/characters.ts';
import type { Models, Network } from '../../../../src/read/ocr/pp-ocr/model.ts';

const alphabet = ['', '决', '算', '1', '.'];
const image = { width: 96, height: 48, pixels: new Uint8Array(96 * 48).fill(255) };

/** Says how likely each class is at each step. */
function models(steps: readonly (readonly number[])[]): Models {
  const characters: Network = {
    run: async () => ({ values: Float32Array.from(steps.flat()), shape: [1, steps.length, alphabet.length] }),
  };
  return { alphabet, characters, lines: characters };
}

const none = [0.9, 0, 0, 0, 0];
const is = (k: number, likelihood = 0.8) => alphabet.map((_, i) => (i === k ? likelihood : 0.01));

describe('a line', () => {
  it('has a character once for each row of its class, and twice where none stands between', async () => {
    const { text, confidence } = await readLine(image, models([is(1), is(1), none, is(2), is(3), none, is(3)]));
    expect(text).toBe('决算11');
    expect(confidence).toBeCloseTo(0.8, 5);
  });

  it('without any character has no confidence', async () => {
    expect(await readLine(image, models([none, none]))).toEqual({ text: '', confidence: 0 });
  });

  it('that is read for digits has no other', async () => {
    const among = classesOf(alphabet, '0123456789.');
    expect((await readLine(image, models([is(1), is(3), is(4)]), among)).text).toBe('1.');
  });
});
