import { OPS as theirs } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { OPS } from '../../src/read/pdf/operators.ts';

it('the operator numbers are those of pdf.js', () => {
  expect(Object.entries(OPS).filter(([name, number]) => theirs[name as keyof typeof theirs] !== number)).toEqual([]);
});
