/** Why a number is a fact, or why it is none: the traces of an extraction, looked up by printed text. */
import type { Fact } from './contract.ts';
import { pageAt } from './document.ts';
import type { ExtractResult } from './extract.ts';
import { foldText } from './fold.ts';

export interface Explanation {
  /** The number as printed. */
  readonly text: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  /** Printed text around the number. */
  readonly context: string;
  /** Titles of the section and the sections around it, outermost first. */
  readonly sections: readonly string[];
  readonly class: string;
  readonly pattern: string | null;
  readonly fact: Fact | null;
  readonly why: string;
}

/** Characters of context on each side. */
const AROUND = 40;

/** Every number whose printed text or context holds `find`; both sides are folded as for matching. */
export function explain(result: ExtractResult, find: string): Explanation[] {
  const { record, document, traces } = result;
  const wanted = foldText(find);
  if (!record || !document || wanted === '') return [];
  const facts = new Map(record.facts.map((fact) => [fact.id, fact]));
  const titles = new Map(record.sections.map((section) => [section.id, section.title]));
  const explanations: Explanation[] = [];
  for (const trace of traces) {
    const context = around(document.text, trace.start, trace.end);
    if (!foldText(trace.text).includes(wanted) && !foldText(context).includes(wanted)) continue;
    explanations.push({
      text: trace.text,
      page: pageAt(document, trace.start),
      start: trace.start,
      end: trace.end,
      context,
      sections: sectionPath(trace.section, titles),
      class: trace.class,
      pattern: trace.pattern,
      fact: trace.fact === null ? null : (facts.get(trace.fact) ?? null),
      why: trace.why,
    });
  }
  return explanations;
}

/** Stays on the page and shows line breaks as nothing, as a reader of a paragraph would see it. */
function around(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split('\f')
      .at(-1) ?? '';
  const after = text.slice(end, end + AROUND).split('\f')[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`.replace(/\s*\n\s*/g, '').replace(/\t/g, ' ');
}

/** Section ids are dotted: `3.5.1` lies in `3.5`, which lies in `3`. */
function sectionPath(id: string | null, titles: ReadonlyMap<string, string>): string[] {
  if (id === null) return [];
  const parts = id.split('.');
  return parts.flatMap((_, i) => titles.get(parts.slice(0, i + 1).join('.')) ?? []);
}
