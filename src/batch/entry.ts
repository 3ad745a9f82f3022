/** What becomes of an input: the entries of run.json, and what of them is kept from run to run. */
import type { CheckCount, DocumentRecord } from '../contract.ts';
import type { Format, Notice, Severity } from '../document.ts';
import { obligations } from '../reporting/obligations.ts';

export const RUN_SCHEMA = 'gongkai/run@1';

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly page: number | null;
}

export function reasonOf(code: string, message: string, page: number | null = null): Reason {
  return { code, message, page };
}

/** Where an input comes from: what the record says of its source, apart from its bytes. */
export interface Place {
  /** Relative to the input root, with `/` between folders; a member of an archive is `a.zip!/b.doc`. */
  readonly path: string;
  readonly url?: string;
  /** As the list or the archive gives it. */
  readonly date?: string;
  /** Why a web archive holds only the beginning of the document (WARC-Truncated). */
  readonly truncated?: string;
}

/** What of a record is worth a line in run.json. */
export interface Extracted {
  readonly id: string;
  readonly format: Format;
  readonly pages: number;
  readonly organisation: string | null;
  readonly region: string | null;
  readonly fiscalYear: number | null;
  readonly kind: string;
  readonly facts: number;
  readonly mapped: number;
  readonly unmapped: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Over all rules; absent in what was kept from before they were counted. */
  readonly checks?: CheckCount;
  /** How often each notice code occurs. */
  readonly notices: Readonly<Record<string, number>>;
}

/** What became of some content, whatever its path. */
export type Outcome =
  | ({ readonly status: 'extracted' } & Extracted)
  /** `limits`: the bounds within which it failed; wider ones are worth another attempt. */
  | { readonly status: 'refused'; readonly reason: Reason; readonly limits?: Limits };

export interface Limits {
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

export type Entry = Place &
  (
    | ({ readonly status: 'extracted' } & Extracted)
    | { readonly status: 'duplicate'; readonly of: string }
    | { readonly status: 'unsupported' | 'failed'; readonly reason: Reason }
  );

export type Totals = Readonly<Record<'inputs' | Entry['status'] | 'facts' | 'findings', number>>;

/** The head of run.json, without its list of inputs. */
export interface Run {
  readonly schema: typeof RUN_SCHEMA;
  readonly generator: { readonly name: 'gongkai'; readonly version: string; readonly patterns: string };
  readonly totals: Totals;
  /** How many extracted documents there are of each form, fiscal year and region. */
  readonly groups: Readonly<Record<'format' | 'fiscalYear' | 'region' | 'failure', Readonly<Record<string, number>>>>;
}

export function extractedOf(record: DocumentRecord): Extracted {
  const count = (severity: Severity) => record.findings.filter((finding) => finding.severity === severity).length;
  const { source, report } = record;
  return {
    id: record.id,
    format: source.format,
    pages: source.pages,
    organisation: report.organisation,
    region: report.region,
    fiscalYear: report.fiscalYear,
    kind: report.kind,
    facts: record.facts.length,
    mapped: record.mentions.mapped,
    unmapped: record.mentions.unmapped.length,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    checks: allChecks(record.checks),
    notices: noticeCounts(record.notices),
  };
}

function allChecks(checks: DocumentRecord['checks']): CheckCount {
  const { held, broken, notEvaluated, why } = obligations([checks]);
  return { pass: held, fail: broken, unevaluable: notEvaluated, ...(notEvaluated > 0 ? { why } : {}) };
}

function noticeCounts(notices: readonly Notice[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of notices.map((notice) => notice.code).sort()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The reason why no record came of an input. */
export function firstError(notices: readonly Notice[]): Reason {
  const notice = notices.find(({ severity }) => severity === 'error') ?? notices[0];
  return notice ? reasonOf(notice.code, notice.message, notice.page) : reasonOf('corrupt', 'no document came of it');
}
