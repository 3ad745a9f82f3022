/** Whether the findings of a record are the defects that people found, by place and by rule family. */
import type { DocumentRecord, Finding } from '../contract.ts';
import type { Span } from '../document.ts';
import type { Defect, GoldDocument } from './gold.ts';
import { quoteSpans } from './quote.ts';

export interface DefectResult {
  readonly defect: Defect;
  /** The finding that reports it; null for a missed defect. */
  readonly finding: Finding | null;
}

export interface DefectEvaluation {
  readonly results: readonly DefectResult[];
  /** Findings of error severity at no place of a listed or borderline defect, nor resting on a fact of one. */
  readonly falseAlarms: readonly Finding[];
}

/** Families under which one and the same fault may rightly be reported. */
const ALIKE: readonly (readonly string[])[] = [
  ['sum', 'balance'],
  ['witness', 'subject', 'residue', 'period'],
  ['placeholder', 'residue'],
  ['residue', 'unit', 'direction'],
  ['rate.change', 'rate.completion', 'zero-base', 'direction'],
];

export function evaluateDefects(gold: GoldDocument, record: DocumentRecord, text: string): DefectEvaluation {
  const places = findingPlaces(record);
  const stands = (finding: Finding, spans: readonly Span[]) =>
    (places.get(finding) ?? []).some((place) => spans.some((span) => overlap(place, span)));
  const at = (defect: Defect) => quoteSpans(text, defect.page, defect.quote);
  const results = gold.defects.map((defect) => {
    const spans = at(defect);
    const candidates = record.findings.filter((finding) => alike(defect, finding.rule) && stands(finding, spans));
    // Of several at one place, the one whose rule and verdict are the expected ones.
    const rank = (f: Finding) => (belongs(f.rule, defect.rule) ? 2 : 0) + (f.verdict === defect.verdict ? 1 : 0);
    candidates.sort((a, b) => rank(b) - rank(a));
    return { defect, finding: candidates[0] ?? null };
  });
  const known = [...gold.defects, ...gold.borderline].flatMap(at);
  const errors = record.findings.filter((finding) => finding.severity === 'error');
  return { results, falseAlarms: errors.filter((finding) => !stands(finding, known)) };
}

/** A finding stands at its own span and at the facts that it compares. */
function findingPlaces(record: DocumentRecord): Map<Finding, Span[]> {
  const sources = new Map(record.facts.map((fact) => [fact.id, fact.source]));
  return new Map(
    record.findings.map((finding) => [finding, [finding, ...finding.facts.flatMap((id) => sources.get(id) ?? [])]]),
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);
}

/** `rate.change.prior` belongs to the family `rate.change`. */
function belongs(rule: string, family: string): boolean {
  return rule === family || rule.startsWith(`${family}.`);
}

function alike(defect: Defect, rule: string): boolean {
  if (belongs(rule, defect.rule)) return true;
  if (ALIKE.some((group) => group.includes(defect.rule) && group.some((family) => belongs(rule, family)))) return true;
  const also = /[Aa]lso reportable as ([a-z. -]+)/.exec(defect.why)?.[1] ?? '';
  return also.split(' ').some((family) => family !== '' && belongs(rule, family.replace(/\.$/, '')));
}
