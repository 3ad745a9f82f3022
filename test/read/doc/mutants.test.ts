import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDoc } from '../../../src/read/doc/index.ts';
import { docBytes, p, row, sprm } from './build.ts';
import { mutant } from './mutate.ts';

const patterns = loadPatterns();
const sample = fileURLToPath(new URL('../../../samples/jiangxi-2019-final.doc', import.meta.url));
const MUTANTS = 200;

// The same with 5,000 mutants of other people's files: scripts/fuzz-doc.ts.
describe.each([
  ['the sample', new Uint8Array(readFileSync(sample))],
  [
    'a small document',
    docBytes({
      body: [p('收入 ', { text: '12.50', sprms: sprm(0x0800, 1) }, '万元\u0008'), ...row(['甲', '1'], [0, 2000, 4000])],
      footnotes: [[p('注')]],
      textBoxes: [{ shape: 1, text: [p('框')] }],
      shapes: [{ position: 10, shape: 1 }],
    }),
  ],
])('damage to %s', (_, bytes) => {
  it('gives a document or an error, soon', () => {
    const slow: number[] = [];
    for (let seed = 0; seed < MUTANTS; seed++) {
      const start = performance.now();
      const { value, notices } = readDoc(mutant(bytes, seed), patterns);
      if (performance.now() - start > 10_000) slow.push(seed);
      expect(value !== null || notices.some((each) => each.severity === 'error'), `seed ${seed}`).toBe(true);
    }
    expect(slow).toEqual([]);
  });
});
