/** The measure of an amount whose sentence does not say which it is. */
import type { Report } from '../contract.ts';
import { foldText } from '../fold.ts';
import type { Patterns } from '../patterns/load.ts';
import { reportRules } from '../sections/report/rules.ts';

/** By the kind of report; by the title where the kind covers both. */
export function defaultMeasureOf(report: Report, patterns: Patterns): 'final' | 'budget' {
  if (report.kind === 'final' || report.kind === 'budget') return report.kind;
  const { final, budget, neutral } = reportRules(patterns).kind;
  const title = foldText(report.title ?? '').replace(neutral, '');
  return !final.test(title) && budget.test(title) ? 'budget' : 'final';
}
