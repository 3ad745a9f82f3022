import type { Fact } from '../contract.ts';

/** A fact before its place in the record gives it an id: it holds an empty one, for copies of many facts are dear. */
export type DraftFact = Fact;
export const NO_ID = '';
