/** The findings of a small disclosure as they are told. */
import type { Report } from '../../src/contract.ts';
import { type Told, told } from '../../src/reporting/told.ts';
import { type Disclosure, REPORT } from '../checks/disclosure.ts';

export function tell(made: Disclosure, report: Partial<Report> = {}, path = 'a.txt'): Told[] {
  const { facts, findings, checks, text } = made;
  const source = { path, bytes: 1, sha256: '0', format: 'txt' as const, pages: 1 };
  return told({ id: 'a1', source, report: { ...REPORT, ...report }, facts: [...facts], findings, checks }, text);
}
