import { describe, expect, it } from 'vitest';
import { folded, type WordKey, words } from '../../src/layout/words.ts';
import { patterns } from './page-marks.ts';

interface Pack {
  patterns: Record<WordKey, { yes: string[]; no: string[] }>;
}

const pack = patterns.files.get('layout') as Pack;
const compiled = words(patterns);

describe.each(Object.entries(pack.patterns))('layout pattern %s', (key, { yes, no }) => {
  it.each(yes)('meets %s', (text) => expect(compiled[key as WordKey](folded(text))).toBe(true));
  it.each(no)('passes %s by', (text) => expect(compiled[key as WordKey](folded(text))).toBe(false));
});
