import { describe, expect, it } from 'vitest';
import { Pdfium } from '../../src/read/pdf/pdfium/library.ts';

describe('the memory of PDFium', () => {
  it('that grew while a function ran is read where it is now', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 4 });
    const exported = new Proxy({ memory }, { get: (_, name) => (name === 'memory' ? memory : () => 64) });
    const pdfium = new Pdfium(exported as unknown as ConstructorParameters<typeof Pdfium>[0]);
    expect(pdfium.integer(0)).toBeDefined();
    memory.grow(1);
    new DataView(memory.buffer).setUint32(64, 7, true);
    expect(pdfium.integer(0)).toBe(7);
  });
});
