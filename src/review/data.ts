/**
 * What the data files of the review site hold. The site is static and opens from the file system, where a page may load
 * scripts and pictures but no data: each file is a script that hands one of these, as JSON, to the page.
 */
import type { DocumentRecord, Fact, Finding, ReportKind } from '../contract.ts';
import type { Box, Severity } from '../document.ts';

export interface Both {
  readonly zh: string;
  readonly en: string;
}

export interface RuleName extends Both {
  /** How it is judged. */
  readonly judged: Both | null;
  readonly relations: readonly string[];
}

/** `data/names.js`: what ids are called, and what a correction may choose from. */
export interface Names {
  readonly concepts: Readonly<Record<string, Both>>;
  readonly measures: Readonly<Record<string, Both>>;
  readonly bases: Readonly<Record<string, Both>>;
  /** Printed units of money, and how many yuan they are. */
  readonly money: Readonly<Record<string, number>>;
  readonly counters: readonly string[];
  readonly rules: Readonly<Record<string, RuleName>>;
}

export type BySeverity = readonly [error: number, warning: number, info: number];

export interface DocumentRow {
  readonly id: string;
  readonly path: string;
  readonly format: string;
  readonly title: string | null;
  readonly organisation: string | null;
  /** Of `data/organisations`; null where no organisation is known. */
  readonly organisationKey: string | null;
  readonly region: string | null;
  readonly year: number | null;
  readonly kind: ReportKind;
  readonly facts: number;
  readonly mapped: number;
  readonly unmapped: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many findings of which rule, as errors, warnings and information. */
  readonly rules: Readonly<Record<string, BySeverity>>;
  readonly checks: { readonly pass: number; readonly fail: number; readonly unevaluable: number };
  readonly notices: number;
  /** Expenditure of the year by class of function, in yuan: index into `functions` and an exact decimal. */
  readonly amounts: readonly (readonly [number, string])[];
}

export interface Unread {
  readonly path: string;
  readonly status: 'failed' | 'unsupported' | 'duplicate';
  /** Why; of a duplicate, the path of the same bytes. */
  readonly reason: string;
  readonly code: string | null;
}

/** `data/overview.js`. */
export interface Overview {
  readonly generator: { readonly version: string; readonly patterns: string };
  readonly documents: readonly DocumentRow[];
  readonly unread: readonly Unread[];
  readonly functions: readonly string[];
}

export type PrintedBlock =
  | {
      readonly kind: 'paragraph';
      readonly role: 'body' | 'furniture' | 'contents';
      readonly lines: readonly (readonly [start: number, end: number])[];
    }
  | {
      readonly kind: 'table';
      readonly cells: readonly (readonly [
        start: number,
        end: number,
        row: number,
        column: number,
        rowSpan: number,
        columnSpan: number,
      ])[];
    };

export interface PagePicture {
  /** Below the folder of the site. */
  readonly file: string;
  /** Size of the page in points, the measure of boxes. */
  readonly width: number;
  readonly height: number;
}

/** What a finding compares, in whichever document it stands. */
export interface Compared {
  readonly document: string;
  readonly path: string;
  readonly fact: Fact;
}

/** A finding that takes numbers of several files of one disclosure. */
export interface SharedFinding {
  readonly finding: Finding;
  readonly compared: readonly Compared[];
}

/** `data/documents/<id>.js`. */
export interface DocumentData {
  readonly record: DocumentRecord;
  readonly text: string;
  /** How the text was laid out; null where the run kept no reading, and then the text is shown line by line. */
  readonly blocks: readonly PrintedBlock[] | null;
  readonly organisationKey: string | null;
  /** Of the findings, in their order: the same from run to run as long as the fault stands. */
  readonly fingerprints: readonly string[];
  /** What does not hold between this document and others of the same disclosure. */
  readonly shared: readonly SharedFinding[];
  /** Where the unmapped numbers stand, in their order; null where that is not known. */
  readonly unmappedBoxes: readonly (Box | null)[];
  /** By page number. */
  readonly pictures: Readonly<Record<number, PagePicture>>;
}

export interface Stated {
  readonly document: string;
  readonly fact: string;
  readonly value: string;
}

export interface Point {
  readonly concept: string;
  readonly measure: 'final' | 'budget' | 'count';
  readonly year: number;
  /** Null where documents state several values that no rounding explains. */
  readonly value: string | null;
  readonly stated: readonly Stated[];
}

/** `data/organisations/<key>.js`. */
export interface OrganisationData {
  readonly name: string;
  readonly level: 'department' | 'unit' | null;
  readonly region: string | null;
  readonly documents: readonly {
    readonly id: string;
    readonly path: string;
    readonly kind: ReportKind;
    readonly year: number | null;
  }[];
  readonly points: readonly Point[];
}

/** Topics of the page of an organisation, and the concepts that their charts show. */
export const TOPICS: Readonly<Record<'totals' | 'three_public' | 'staff' | 'procurement', readonly string[]>> = {
  totals: ['income.total', 'expenditure.total', 'balance.total'],
  three_public: ['three_public.total', 'three_public.overseas', 'three_public.vehicle', 'three_public.reception'],
  staff: ['staff.establishment', 'staff.actual', 'staff.retired'],
  procurement: ['procurement.total', 'procurement.goods', 'procurement.works', 'procurement.services'],
};
