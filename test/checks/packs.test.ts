/** The examples of the packs under patterns/checks. */
import { describe, expect, it } from 'vitest';
import { directionWords } from '../../src/checks/direction.ts';
import { excuseTexts } from '../../src/checks/excuses.ts';
import { introduction } from '../../src/checks/listing.ts';
import { messages } from '../../src/checks/message.ts';
import { titleOrganisation } from '../../src/checks/organisation.ts';
import { comparedYear } from '../../src/checks/period.ts';
import { glossaryItem, isElsewhere } from '../../src/checks/required.ts';
import { residueRules } from '../../src/checks/residue.ts';
import { namesNoWhole } from '../../src/checks/shares.ts';
import { foldText } from '../../src/fold.ts';
import { match } from '../../src/patterns/regex.ts';
import { patterns } from './disclosure.ts';

type Texts = readonly string[];
const pack = <T>(name: string) => patterns.files.get(`checks/${name}`) as T;

describe('residue', () => {
  it.each(residueRules(patterns).map((rule) => [rule.reason.zh, rule] as const))('%s', (_, rule) => {
    for (const example of rule.examples) expect(rule.regex.test(foldText(example)), example).toBe(true);
    for (const example of rule.examples) expect(rule.holds?.test(foldText(example)) ?? true, example).toBe(true);
    for (const other of rule.others) expect(rule.regex.test(foldText(other)), other).toBe(false);
  });
});

describe('lists', () => {
  const lists = pack<{ closed_examples: Texts; open_examples: Texts; neither: Texts }>('lists');

  it('are announced as closed, as open, or not at all', () => {
    for (const text of lists.closed_examples) expect(introduction(foldText(text), patterns), text).toBe('closed');
    for (const text of lists.open_examples) expect(introduction(foldText(text), patterns), text).toBe('open');
    for (const text of lists.neither) expect(introduction(foldText(text), patterns), text).toBeNull();
  });
});

describe('directions', () => {
  const words = pack<{
    comparisons: readonly { text: string; more?: boolean; less?: boolean }[];
    no_comparisons: Texts;
    decreases: Texts;
    no_decreases: Texts;
  }>('direction');
  const { comparison, decrease } = directionWords(patterns);

  it('are read from words that compare', () => {
    for (const { text, more, less } of words.comparisons) {
      const groups = match(comparison, foldText(text))?.groups;
      expect([groups?.more !== undefined, groups?.less !== undefined], text).toEqual([more === true, less === true]);
    }
    for (const text of words.no_comparisons) expect(comparison.test(foldText(text)), text).toBe(false);
  });

  it('are read before a printed minus', () => {
    for (const text of words.decreases) expect(decrease.test(text), text).toBe(true);
    for (const text of words.no_decreases) expect(decrease.test(text), text).toBe(false);
  });
});

describe('shares', () => {
  const shares = pack<{ bare_examples: Texts; named_examples: Texts }>('shares');

  it('are bare where no whole is named', () => {
    for (const text of shares.bare_examples) expect(namesNoWhole(foldText(text), patterns), text).toBe(true);
    for (const text of shares.named_examples) expect(namesNoWhole(foldText(text), patterns), text).toBe(false);
  });
});

describe('years of comparison', () => {
  const period = pack<{ bases: readonly { text: string; year: number }[]; no_bases: Texts }>('period');

  it('are those that the words name', () => {
    for (const { text, year } of period.bases) expect(comparedYear(foldText(text), patterns)?.year, text).toBe(year);
    for (const text of period.no_bases) expect(comparedYear(foldText(text), patterns), text).toBeNull();
  });
});

describe('titles', () => {
  const titles = pack<{ headings: readonly { text: string; name: string }[]; no_headings: Texts }>('organisation');

  it('name an organisation or none', () => {
    for (const { text, name } of titles.headings) expect(titleOrganisation(foldText(text), patterns), text).toBe(name);
    for (const text of titles.no_headings) expect(titleOrganisation(foldText(text), patterns), text).toBeNull();
  });
});

describe('required parts', () => {
  const required = pack<{ entries: Texts; no_entries: Texts; elsewhere_examples: Texts }>('required');

  it('may be attached', () => {
    for (const text of required.elsewhere_examples) expect(isElsewhere(foldText(text), patterns), text).toBe(true);
    expect(isElsewhere('第四部分2023年度部门决算表', patterns)).toBe(false);
  });

  it('explain subjects in the glossary', () => {
    for (const text of required.entries) expect(glossaryItem(foldText(text), patterns), text).not.toBeNull();
    for (const text of required.no_entries) expect(glossaryItem(foldText(text), patterns), text).toBeNull();
  });
});

describe('excuses', () => {
  const { unless } = pack<{ unless: readonly { examples: Texts }[] }>('witness');

  it('are read from notes', () => {
    excuseTexts(patterns).forEach((text, i) => {
      for (const example of unless[i]?.examples ?? []) expect(text.test(foldText(example)), example).toBe(true);
      expect(text.test(foldText('预算数为年初部门预算批复数')), 'a plain note').toBe(false);
    });
  });
});

describe('messages', () => {
  it('have the same gaps in both languages', () => {
    const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([gap]) => gap).sort();
    const { messages: all, verdicts } = messages(patterns);
    for (const [key, { zh, en }] of [...Object.entries(all), ...Object.entries(verdicts)]) {
      expect(new Set(gaps(zh)), key).toEqual(new Set(gaps(en)));
    }
  });
});
