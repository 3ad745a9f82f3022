/** Builds documents from small tables written as text; the examples of the packs are built by the same. */
import type { Report } from '../../../src/contract.ts';
import { reportOf as reportOfYear } from '../../../src/packs/examples/document.ts';

export { cellsOf, documentOf, type Part } from '../../../src/packs/examples/document.ts';

export const reportOf = (kind: Report['kind'], fiscalYear: number | null = 2024): Report =>
  reportOfYear(kind, fiscalYear);
