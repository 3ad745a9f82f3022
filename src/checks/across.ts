/** Relations between the documents of one organisation: the files of one disclosure, copies of it, and its years. */
import type { CheckCount, DocumentRecord, Finding, Unevaluable } from '../contract.ts';
import { foldText } from '../fold.ts';
import type { Patterns } from '../patterns/load.ts';
import { bundleFailures } from './bundle.ts';
import { copiesOf, copyFailures } from './copies.ts';
import { type Files, filesOf, findingsOf } from './files.ts';
import { budgetFailures, type Compared, carriedFailures, priorFailures } from './years.ts';

export interface Disclosed {
  readonly record: Pick<DocumentRecord, 'id' | 'source' | 'report' | 'facts' | 'tables' | 'notices' | 'findings'>;
  readonly text: string;
}

/** A finding that takes more than one document; its place is in `document`, its facts are `document/fact`. */
export interface AcrossFinding {
  readonly document: string;
  readonly finding: Finding;
}

export interface AcrossChecked {
  readonly checks: Record<string, CheckCount>;
  readonly findings: AcrossFinding[];
}

/** So many files of one organisation, year and kind are compared with each other; more are not one disclosure. */
const MOST = 40;

class Counts {
  readonly checks: Record<string, CheckCount> = {};

  add(more: Readonly<Record<string, CheckCount>>): void {
    for (const [rule, { pass, fail, unevaluable, why = {} }] of Object.entries(more)) {
      const count = this.checks[rule] ?? { pass: 0, fail: 0, unevaluable: 0 };
      this.checks[rule] = count;
      count.pass += pass;
      count.fail += fail;
      count.unevaluable += unevaluable;
      for (const [reason, times] of Object.entries(why) as [Unevaluable, number][]) {
        count.why = { ...count.why, [reason]: (count.why?.[reason] ?? 0) + times };
      }
    }
  }
}

export function checkAcross(documents: readonly Disclosed[], patterns: Patterns): AcrossChecked {
  const counts = new Counts();
  const findings: AcrossFinding[] = [];
  const tell = (files: Files, { ledger }: Compared) => {
    counts.add(ledger.checks);
    findings.push(...findingsOf(files, ledger, patterns));
  };
  for (const own of organisations(documents)) {
    const originals = new Map<string, Disclosed[]>();
    for (const [key, group] of disclosures(own)) {
      const { copies, files } = copiesOf(group);
      originals.set(key, files);
      for (const pair of copies) tell(filesOf(pair, patterns), copyFailures(filesOf(pair, patterns), patterns));
      if (files.length > 1) tell(filesOf(files, patterns), bundleFailures(filesOf(files, patterns), patterns));
    }
    for (const [key, files] of originals) {
      const { kind, fiscalYear, level } = (files[0] as Disclosed).record.report;
      const before = originals.get(keyOf(kind, (fiscalYear ?? 0) - 1, level));
      const budget = kind === 'final' ? originals.get(keyOf('budget', fiscalYear, level)) : undefined;
      for (const [other, compare] of [
        [before, priorFailures],
        [kind === 'final' ? before : undefined, carriedFailures],
        [budget, budgetFailures],
      ] as const) {
        if (!other || other === originals.get(key)) continue;
        const both = filesOf([...files, ...other], patterns);
        tell(both, compare(both, files.length, patterns));
      }
    }
  }
  return { checks: counts.checks, findings };
}

/** The files of one disclosure, which whoever calls has put together; null where they are copies of one. */
export function checkBundle(
  documents: readonly Disclosed[],
  patterns: Patterns,
): (AcrossChecked & { readonly documents: readonly string[] }) | null {
  const { files } = copiesOf(documents);
  if (files.length < 2) return null;
  const whole = filesOf(files, patterns);
  const { ledger } = bundleFailures(whole, patterns);
  const checks = Object.fromEntries(Object.entries(ledger.checks).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { documents: files.map(({ record }) => record.id), checks, findings: findingsOf(whole, ledger, patterns) };
}

const keyOf = (kind: string, year: number | null, level: string | null) => `${kind}|${year}|${level}`;

/** Documents by organisation. One name in two regions is two organisations; no region agrees with any single one. */
function organisations(documents: readonly Disclosed[]): Disclosed[][] {
  const byName = new Map<string, Disclosed[]>();
  for (const each of documents) {
    const { organisation, fiscalYear } = each.record.report;
    if (organisation === null || fiscalYear === null) continue;
    const name = foldText(organisation);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return [...byName.values()].flatMap((own) => {
    const regions = new Set(own.flatMap(({ record }) => record.report.region ?? []));
    if (regions.size <= 1) return [own];
    return [...regions].map((region) => own.filter(({ record }) => record.report.region === region));
  });
}

/** The files of each kind, year and level, in the order of their paths. */
function disclosures(own: readonly Disclosed[]): Map<string, Disclosed[]> {
  const groups = new Map<string, Disclosed[]>();
  const ordered = [...own].sort((a, b) => (a.record.source.path < b.record.source.path ? -1 : 1));
  for (const each of ordered) {
    const { kind, fiscalYear, level } = each.record.report;
    const key = keyOf(kind, fiscalYear, level);
    const group = groups.get(key) ?? [];
    if (group.length < MOST) group.push(each);
    groups.set(key, group);
  }
  return groups;
}
