/** A finding as it is told outside its record: with its document, the words it stands at, and a fingerprint. */
import type { DocumentRecord, Fact, Finding } from '../contract.ts';
import type { Box } from '../document.ts';
import { foldText } from '../fold.ts';
import { identities } from './fingerprint.ts';

export interface Place {
  readonly path: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly box: Box | null;
}

export interface Related extends Place {
  /** Concept, subject, measure, basis and year. */
  readonly identity: string;
  readonly printed: string;
}

export interface Told {
  readonly finding: Finding;
  /** The same from run to run and from layout to layout, as long as the fault stands. */
  readonly fingerprint: string;
  /** The document in which it stands. */
  readonly document: string;
  readonly path: string;
  readonly organisation: string | null;
  readonly fiscalYear: number | null;
  /** The words or the number at its place. */
  readonly quote: string;
  /** What it is about, where it is about a number. */
  readonly identity: string | null;
  readonly related: readonly Related[];
}

/** What a report needs to know of a document. */
export type Described = Pick<DocumentRecord, 'id' | 'source' | 'report' | 'facts' | 'findings' | 'checks'>;

/** More than this of a passage nobody reads in a list. */
const QUOTE = 120;

export function identityText({ concept, subject, measure, basis, period }: Fact): string {
  const of = subject ? `[${subject.scheme} ${subject.code ?? subject.path.map(foldText).join('/')}]` : '';
  return `${concept}${of} ${measure}${basis === null ? '' : ` on ${basis}`} ${period ?? '?'}`;
}

export function relatedTo(fact: Fact, path: string): Related {
  const { page, start, end, box } = fact.source;
  return { path, page, start, end, box, identity: identityText(fact), printed: fact.published.text };
}

/** The findings of one document, in the order of the record. */
export function told(record: Described, text: string): Told[] {
  const facts = new Map(record.facts.map((fact) => [fact.id, fact]));
  const { id, source, report, findings } = record;
  const { path } = source;
  const plain = findings.map((finding): Omit<Told, 'fingerprint'> => {
    const operands = finding.facts.flatMap((each) => facts.get(each) ?? []);
    const [first] = operands;
    return {
      finding,
      document: id,
      path,
      organisation: report.organisation,
      fiscalYear: report.fiscalYear,
      quote: text.slice(finding.start, Math.min(finding.end, finding.start + QUOTE)).replace(/\s+/g, ' '),
      identity: first ? identityText(first) : null,
      related: operands.map((fact) => relatedTo(fact, path)),
    };
  });
  return identities(plain, report, path);
}
