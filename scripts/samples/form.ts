/** The one form in which a sample is composed before it is written as TXT, HTML, DOCX, DOC or PDF. */
import type { Text } from './marks.ts';

export interface CellForm {
  readonly text: Text;
  readonly columns?: number;
  readonly rows?: number;
}

/** A cell of a head, which may span. */
export const head = (text: string, columns = 1, rows = 1): CellForm => ({ text, columns, rows });

export interface TableForm {
  readonly kind: 'table';
  /** The kind of table of the vocabulary: `01` … `09`, or `operation`. */
  readonly table: string;
  readonly title: string;
  /** Printed above the grid: the table's code, the organisation, the unit. */
  readonly above: readonly string[];
  /** Covered slots are left out, as in HTML. */
  readonly rows: readonly (readonly CellForm[])[];
  readonly headRows: number;
  readonly widths: readonly number[];
  readonly below: readonly Text[];
}

export type BlockForm =
  | { readonly kind: 'title'; readonly text: string }
  /** `auto`: the list of the format's own numbering that generates the number. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text; readonly auto?: number }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'centred'; readonly text: string }
  | { readonly kind: 'contents'; readonly text: string; readonly page: number }
  | { readonly kind: 'break' }
  | TableForm;

export interface ReportTruth {
  readonly kind: 'final' | 'budget';
  readonly fiscalYear: number;
  readonly organisation: string;
  readonly level: 'department' | 'unit';
  readonly units: readonly string[];
}

/** A planted defect in the form of the gold's `.defects.jsonl`; the page is found when the document is written. */
export interface DefectTruth {
  readonly rule: string;
  readonly quote: string;
  readonly why: string;
  readonly verdict: string;
  readonly severity: 'error' | 'warning' | 'info';
}

export interface Sample {
  /** A text dumped page by page: characters a line. */
  readonly wrap?: number;
  readonly name: string;
  readonly format: 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'xlsx';
  readonly report: ReportTruth;
  readonly blocks: readonly BlockForm[];
  readonly defects: readonly DefectTruth[];
}

export const part = (text: string): BlockForm => ({ kind: 'heading', level: 1, text });
export const section = (text: string, auto?: number): BlockForm => ({ kind: 'heading', level: 2, text, auto });
export const clause = (text: string, auto?: number): BlockForm => ({ kind: 'heading', level: 3, text, auto });
export const p = (text: Text): BlockForm => ({ kind: 'paragraph', text });
export const centred = (text: string): BlockForm => ({ kind: 'centred', text });
export const pageBreak: BlockForm = { kind: 'break' };
