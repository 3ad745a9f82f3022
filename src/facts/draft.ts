import type { Fact } from '../contract.ts';

/** A fact before its place in the record gives it an id. */
export type DraftFact = Omit<Fact, 'id'>;
