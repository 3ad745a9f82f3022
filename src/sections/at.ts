/** Which section an offset lies in. Sections are in print order and nest, so the last one that began holds it. */
import type { Section } from '../contract.ts';

function lastBegun(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((sections[middle] as Section).start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** The innermost section that holds an offset; null before the first one. */
export function innermostSection(sections: readonly Section[], offset: number): Section | null {
  const section = sections[lastBegun(sections, offset)];
  return section && offset < section.end ? section : null;
}

/** The id of the innermost section that holds an offset. */
export function sectionAt(sections: readonly Section[], offset: number): string | null {
  return innermostSection(sections, offset)?.id ?? null;
}

/** The sections that hold an offset, outermost first. */
export function sectionsAt(sections: readonly Section[], offset: number): Section[] {
  const chain: Section[] = [];
  for (let i = lastBegun(sections, offset); i >= 0; i--) {
    const section = sections[i] as Section;
    const level = chain[0]?.level ?? Number.POSITIVE_INFINITY;
    if (section.level < level && offset < section.end) chain.unshift(section);
    if (section.level === 1) break;
  }
  return chain;
}
