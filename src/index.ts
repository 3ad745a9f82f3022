/** The library: `extract` and what goes with it. docs/contract.md describes the record. */
export * from './contract.ts';
export { serialise } from './dataset/serialise.ts';
export {
  type Box,
  type Document,
  type Format,
  NOTICE_CODES,
  type Notice,
  type NoticeCode,
  type Severity,
} from './document.ts';
export { type Defect, type GoldDocument, type GoldFact, loadGold } from './evaluate/gold.ts';
export { type Evaluation, evaluate } from './evaluate/index.ts';
export { type Explanation, explain } from './explain.ts';
export { type ExtractOptions, type ExtractResult, extract } from './extract.ts';
export { loadPatterns, type Patterns } from './patterns/load.ts';
export { libreOfficeConverter } from './read/libreoffice.ts';
export { findOcr, type Ocr, type OcrEngine, recogniserOf } from './read/ocr/engine.ts';
export type { Recogniser } from './read/ocr/recogniser.ts';
export { VERSION } from './version.ts';
