import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import { htmlRules } from '../../src/read/html/index.ts';
import { textRules } from '../../src/read/reflow.ts';

const patterns = loadPatterns();
const packs = { 'layout-text': textRules(patterns), 'layout-html': htmlRules(patterns) };

describe.each(Object.entries(packs))('the examples of %s', (_, rules) => {
  it.each(Object.entries(rules))('hold for %s', (_name, { regex, yes, no }) => {
    expect(yes.filter((text) => !regex.test(text))).toEqual([]);
    expect(no.filter((text) => regex.test(text))).toEqual([]);
  });
});
