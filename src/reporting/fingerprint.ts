/**
 * What makes a finding the same finding in another run: its rule, what it is about, and the printed words, without
 * their place. A new layout or a new page number leaves it alone; a corrected number ends it.
 */
import { createHash } from 'node:crypto';
import type { Report } from '../contract.ts';
import { foldText } from '../fold.ts';
import type { Told } from './told.ts';

/** Organisation, year and kind, so that another copy of the same disclosure has the same findings; else the file. */
export function documentKey({ organisation, kind, level, fiscalYear }: Report, path: string): string {
  if (organisation === null || fiscalYear === null) return `file ${path}`;
  return [foldText(organisation), kind, level ?? '', fiscalYear].join('|');
}

/** Gives each its fingerprint. Of several that are alike in all, the first, second and so on are told apart. */
export function identities(findings: readonly Omit<Told, 'fingerprint'>[], report: Report, path: string): Told[] {
  const seen = new Map<string, number>();
  const document = documentKey(report, path);
  return findings.map((each) => {
    const key = [document, each.finding.rule, each.identity ?? '', foldText(each.quote)].join('\n');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const fingerprint = createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 16);
    return { ...each, fingerprint };
  });
}
