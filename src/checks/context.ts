/** What every rule gets to see. */
import type { Fact, Report, Section, TableRecord } from '../contract.ts';
import type { Document } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import type { Book } from './book.ts';
import type { Ledger } from './ledger.ts';
import type { Page } from './page.ts';

export interface CheckInput {
  readonly document: Document;
  readonly report: Report;
  readonly sections: readonly Section[];
  readonly tables: readonly TableRecord[];
  readonly facts: readonly Fact[];
  readonly patterns: Patterns;
  /** Whether the text is that of a copy that was changed on its way: what is wrong in it is nobody's mistake. */
  readonly altered?: boolean;
}

export interface Context extends CheckInput {
  readonly book: Book;
  readonly ledger: Ledger;
  readonly page: Page;
}
