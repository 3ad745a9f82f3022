/**
 * The public types: what a record holds. docs/contract.md is their prose; names and keys never change meaning.
 */
import type { Attachment, Box, Format, Notice, Severity } from './document.ts';

export const DOCUMENT_SCHEMA = 'gongkai/document@1';
export const BUNDLE_SCHEMA = 'gongkai/bundle@1';

export type ReportKind = 'final' | 'budget' | 'three_public' | 'government' | 'other';
export type Measure =
  | 'final'
  | 'budget'
  | 'adjusted_budget'
  | 'execution'
  | 'count'
  | 'change_amount'
  | 'change_rate'
  | 'completion_rate'
  | 'share';
export type UnitSource = 'inline' | 'distributed' | 'table' | 'document' | 'none';
export type Stated = 'number' | 'unchanged' | 'none' | 'blank' | 'placeholder';

export interface Report {
  title: string | null;
  organisation: string | null;
  kind: ReportKind;
  level: 'department' | 'unit' | null;
  fiscalYear: number | null;
  region: string | null;
  units: string[];
  duties: string[];
}

export interface Section {
  id: string;
  /** From the closed list in patterns/sections.yaml; null for a heading of no known kind. */
  kind: string | null;
  number: string | null;
  title: string;
  level: number;
  page: number;
  start: number;
  end: number;
}

export interface Subject {
  scheme: 'functional' | 'economic' | 'project' | 'unit';
  code: string | null;
  path: string[];
}

export interface Published {
  text: string;
  unit: string | null;
  unitSource: UnitSource;
}

export interface Source {
  kind: 'sentence' | 'cell';
  section: string | null;
  table: string | null;
  row: number | null;
  column: number | null;
  page: number;
  start: number;
  end: number;
  quote: string;
  box: Box | null;
}

export interface Fact {
  id: string;
  concept: string;
  subject: Subject | null;
  measure: Measure;
  /** A basis of the vocabulary, or for a share the concept of the whole; null where the measure needs none. */
  basis: string | null;
  period: number | null;
  value: string | null;
  unit: string | null;
  published: Published;
  interval: [string, string] | null;
  reason: { text: string; start: number; end: number } | null;
  approximate: boolean;
  stated: Stated;
  source: Source;
  /** The pattern or column mapping that made the fact, for `explain`. */
  pattern: string;
}

export interface TableRecord {
  id: string;
  /** From patterns/tables; null where no mapping knows the table. */
  kind: string | null;
  title: string | null;
  unit: string | null;
  pages: number[];
  header: string[][];
  rows: string[][];
}

export interface UnmappedMention {
  text: string;
  page: number;
  start: number;
  end: number;
  section: string | null;
  context: string;
}

export interface MentionLedger {
  total: number;
  mapped: number;
  ignored: { date: number; ordinal: number; code: number; threshold: number; formula: number; other: number };
  unmapped: UnmappedMention[];
}

export type Verdict =
  | 'mismatch'
  | 'last-digit'
  | 'balancing-share'
  | 'partial-list'
  | 'wrong-base'
  | 'wrong-direction'
  | 'conflict'
  | 'wrong-name'
  | 'missing'
  | 'residue'
  | 'stale';

export interface Finding {
  rule: string;
  verdict: Verdict;
  severity: Severity;
  message: { zh: string; en: string };
  expected: [string, string] | null;
  actual: [string, string] | null;
  suspect: 'document' | 'extraction';
  hint: string | null;
  facts: string[];
  page: number;
  start: number;
  end: number;
  box: Box | null;
}

/** Why a check could not be evaluated; docs/contract.md explains each. */
export type Unevaluable = 'missing' | 'unknown' | 'zero' | 'unread' | 'open' | 'ambiguous' | 'excused';

export interface CheckCount {
  pass: number;
  fail: number;
  unevaluable: number;
  /** How many of the unevaluable ones for which reason; absent where there are none. */
  why?: Partial<Record<Unevaluable, number>>;
}

export interface DocumentRecord {
  schema: typeof DOCUMENT_SCHEMA;
  id: string;
  generator: { name: 'gongkai'; version: string; patterns: string };
  source: {
    path: string;
    /** Where it was published and when it was fetched, as a list of inputs or a web archive says; absent where none does. */
    url?: string;
    date?: string;
    bytes: number;
    sha256: string;
    format: Format;
    pages: number;
    /** Documents that a web page links to, in page order; absent where there are none. */
    attachments?: readonly Attachment[];
  };
  report: Report;
  sections: Section[];
  tables: TableRecord[];
  facts: Fact[];
  mentions: MentionLedger;
  checks: Record<string, CheckCount>;
  findings: Finding[];
  notices: Notice[];
}

/** A line of bundles.jsonl. */
export interface Bundle {
  readonly schema: typeof BUNDLE_SCHEMA;
  readonly folder: string;
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly kind: string;
  /** Ids in the order of their paths; of copies of one file the first. */
  readonly documents: readonly string[];
  readonly checks: Readonly<Record<string, CheckCount>>;
  /** What takes numbers of more than one file: `document` is where it stands, its facts are `document/fact`. */
  readonly findings: readonly ({ readonly document: string } & Finding)[];
  /** Why it could not be checked; absent where it was. */
  readonly failed?: { readonly code: string; readonly message: string; readonly page: number | null };
}
