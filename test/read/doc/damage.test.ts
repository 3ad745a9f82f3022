import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDoc } from '../../../src/read/doc/index.ts';
import { shared } from '../../shared.ts';
import { compoundBytes, docBytes, p, row, u16, u32 } from './build.ts';

const patterns = loadPatterns();
const sound = docBytes({
  body: [p('2019年度部门决算'), ...row(['收入', '12.50'], [0, 2000, 4000]), p('\u0013 PAGE \u00141\u0015')],
});
const codes = (bytes: Uint8Array) => readDoc(bytes, patterns).notices.map((each) => `${each.severity} ${each.code}`);
const changed = (at: number, bytes: readonly number[]) => {
  const copy = Uint8Array.from(sound);
  copy.set(bytes, at);
  return copy;
};

describe('a binary document', () => {
  it('that is encrypted is named', () => {
    expect(codes(docBytes({ body: [p('甲')], flags: 0x0300 }))).toEqual(['error encrypted']);
  });

  it('without text is named', () => {
    expect(codes(docBytes({ body: [p('')] }))).toEqual(['error empty']);
  });

  it('that is something else is named', () => {
    expect(codes(new TextEncoder().encode('<html>'))).toEqual(['error corrupt']);
    expect(codes(compoundBytes({ Workbook: [1, 2, 3] }))).toEqual(['error corrupt']);
    expect(codes(compoundBytes({ WordDocument: [...u16(0xa5ec), ...u16(45)] }))).toEqual(['error corrupt']);
  });

  it('is read as far as it is there', () => {
    const cut = sound.slice(0, 512 * 3 + 2048 + 20);
    const { value, notices } = readDoc(cut, patterns);
    expect(notices.map((each) => each.code)).toContain('corrupt');
    expect(value === null || value.text.includes('2019')).toBe(true);
  });

  it('whose sectors go in a circle ends', () => {
    // The FAT stands in the first sector: each stream's first sector leads to itself.
    const circle = changed(512 + 4 * 2, u32(2));
    expect(codes(circle)).toContain('warning corrupt');
    expect(codes(changed(512 + 4, u32(1)))).toEqual([]);
  });

  it('with absurd counts costs no more than its size', () => {
    const pieces = docBytes({
      body: [p('甲')],
      // A thousand pieces that all claim the whole file.
      clx: () => {
        const n = 1000;
        const positions = Array.from({ length: n + 1 }, (_, i) => u32(i * 0x100000)).flat();
        const table = [...positions, ...Array.from({ length: n }, () => [0, 0, ...u32(0x40000000), 0, 0]).flat()];
        return [2, ...u32(table.length), ...table];
      },
    });
    const before = process.memoryUsage().arrayBuffers;
    expect(codes(pieces).some((code) => code.endsWith('corrupt') || code.endsWith('empty'))).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  });
});

const corpus = `${shared}/corpus/word`;

describe.skipIf(!existsSync(corpus))('the corpus of other projects', () => {
  it('gives a document or a named failure for each file, in time', () => {
    const slow: string[] = [];
    let documents = 0;
    for (const name of readdirSync(corpus).filter((each) => each.endsWith('.doc'))) {
      const bytes = new Uint8Array(readFileSync(`${corpus}/${name}`));
      const start = performance.now();
      const { value, notices } = readDoc(bytes, patterns);
      if (performance.now() - start > 5000) slow.push(name);
      if (value) documents++;
      else expect(notices.filter((each) => each.severity === 'error').length).toBe(1);
    }
    expect(slow).toEqual([]);
    expect(documents).toBeGreaterThan(130);
  });
});
