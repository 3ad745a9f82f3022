/** What an address points at within a document: a fact, an unmapped number, a finding or a section. */
import type { Fact, Finding, Section, UnmappedMention } from '../../src/contract.ts';
import type { Box } from '../../src/document.ts';
import type { DocumentData } from '../../src/review/data.ts';
import type { NumberMark } from './marks.ts';

export type Place =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'unmapped'; readonly index: number; readonly mention: UnmappedMention }
  | { readonly kind: 'finding'; readonly index: number; readonly finding: Finding }
  | { readonly kind: 'section'; readonly section: Section };

/** Null where nothing of that name is in the document. */
export function placeAt({ record, fingerprints }: DocumentData, at: string | null): Place | null {
  if (at === null) return null;
  const name = at.slice(1);
  if (at.startsWith('f')) {
    const fact = record.facts.find(({ id }) => id === at);
    return fact ? { kind: 'fact', fact } : null;
  }
  if (at.startsWith('u')) {
    const mention = record.mentions.unmapped[Number(name)];
    return mention ? { kind: 'unmapped', index: Number(name), mention } : null;
  }
  if (at.startsWith('x')) {
    const index = fingerprints.indexOf(name);
    const finding = record.findings[index];
    return finding ? { kind: 'finding', index, finding } : null;
  }
  const section = record.sections.find(({ id }) => id === name);
  return section ? { kind: 'section', section } : null;
}

export const markName = ({ facts, unmapped }: NumberMark): string => facts[0]?.id ?? `u${unmapped}`;

export const findingName = ({ fingerprints }: DocumentData, index: number): string => `x${fingerprints[index]}`;

/** Number and title as printed: 第一部分 takes a space, （一） and 一、 take none. */
export const sectionTitle = ({ number, title }: Section): string =>
  number === null ? title : `${number}${/[\p{L}\d]$/u.test(number) ? ' ' : ''}${title}`;

export interface Spot {
  readonly page: number;
  readonly box: Box | null;
}

/** Where on a page it stands. */
export function spotOf({ unmappedBoxes }: DocumentData, place: Place | null): Spot | null {
  switch (place?.kind) {
    case 'fact':
      return place.fact.source;
    case 'unmapped':
      return { page: place.mention.page, box: unmappedBoxes[place.index] ?? null };
    case 'finding':
      return place.finding;
    case 'section':
      return { page: place.section.page, box: null };
    default:
      return null;
  }
}

/** The section that holds an offset most closely, and those around it, outermost first. */
export function sectionPath(sections: readonly Section[], id: string | null): Section[] {
  if (id === null) return [];
  const parts = id.split('.');
  return parts.flatMap((_, i) => sections.find((each) => each.id === parts.slice(0, i + 1).join('.')) ?? []);
}
