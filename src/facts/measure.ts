/** The measure of an amount whose sentence does not say which it is. */
import type { Report } from '../contract.ts';
import type { Document } from '../document.ts';
import { foldText } from '../fold.ts';
import type { Patterns } from '../patterns/load.ts';
import { openingsOf } from '../sections/paragraphs.ts';
import { reportRules } from '../sections/report/rules.ts';

/** Which figures a title is about; null where it names both or none. */
export function measureIn(title: string, patterns: Patterns): 'final' | 'budget' | null {
  const { final, budget, neutral } = reportRules(patterns).kind;
  const text = foldText(title).replace(neutral, '');
  if (final.test(text) === budget.test(text)) return null;
  return final.test(text) ? 'final' : 'budget';
}

/** By the kind of report; by the title where the kind covers both, and by the text where that has none. */
export function defaultMeasureOf(report: Report, document: Document, patterns: Patterns): 'final' | 'budget' {
  if (report.kind === 'final' || report.kind === 'budget') return report.kind;
  const text = () => openingsOf(document).map(({ folded }) => folded.text);
  return measureIn(report.title ?? '', patterns) ?? measureIn(text().join('\n'), patterns) ?? 'final';
}
