/** The measure of an amount whose sentence does not say which it is. */
import type { Report } from '../contract.ts';
import { foldText } from '../fold.ts';
import type { Patterns } from '../patterns/load.ts';
import { reportRules } from '../sections/report/rules.ts';

/** Which figures a title is about; null where it names both or none. */
export function measureIn(title: string, patterns: Patterns): 'final' | 'budget' | null {
  const { final, budget, neutral } = reportRules(patterns).kind;
  const text = foldText(title).replace(neutral, '');
  if (final.test(text) === budget.test(text)) return null;
  return final.test(text) ? 'final' : 'budget';
}

/** By the kind of report; by the title where the kind covers both. */
export function defaultMeasureOf(report: Report, patterns: Patterns): 'final' | 'budget' {
  if (report.kind === 'final' || report.kind === 'budget') return report.kind;
  return measureIn(report.title ?? '', patterns) ?? 'final';
}
