/** What the checks say of a mutant that they did not say of the original. */
import type { Finding } from '../../src/contract.ts';
import type { Span } from '../../src/document.ts';
import { foldText } from '../../src/fold.ts';
import type { Mutant } from './plant.ts';
import { examined, type Subject } from './subject.ts';

export interface Trial {
  readonly found: boolean;
  readonly error: boolean;
  /** A finding stands at the place. */
  readonly located: boolean;
  /** A finding stands there or compares the number there. */
  readonly named: boolean;
}

function keys({ findings, document: { text } }: Subject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding, text), (counts.get(keyOf(finding, text)) ?? 0) + 1);
  return counts;
}

const keyOf = ({ rule, verdict, start, end }: Finding, text: string) =>
  `${rule} ${verdict} ${foldText(text.slice(start, Math.min(end, start + 60)))}`;

const overlap = (a: Span, b: Span) => a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);

export function trial(original: Subject, { document, place }: Mutant): Trial {
  const after = examined(document);
  const before = keys(original);
  const fresh = after.findings.filter((finding) => {
    const key = keyOf(finding, document.text);
    const count = before.get(key) ?? 0;
    before.set(key, count - 1);
    return count <= 0;
  });
  const sources = new Map(after.facts.map((fact) => [fact.id, fact.source]));
  const places = (finding: Finding) => [finding, ...finding.facts.flatMap((id) => sources.get(id) ?? [])];
  return {
    found: fresh.length > 0,
    error: fresh.some(({ severity }) => severity === 'error'),
    located: fresh.some((finding) => overlap(finding, place)),
    named: fresh.some((finding) => places(finding).some((each) => overlap(each, place))),
  };
}
