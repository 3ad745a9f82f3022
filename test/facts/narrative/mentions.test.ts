import { describe, expect, it } from 'vitest';
import { findMentions, numberPack } from '../../../src/facts/narrative/mentions.ts';
import { foldText } from '../../../src/fold.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';

const pack = numberPack(loadPatterns());

describe('mentions', () => {
  it.each(pack.examples.map((example) => [example.text, example.classes] as const))('%s', (text, classes) => {
    expect(findMentions(foldText(text), pack).map((mention) => mention.class)).toEqual(classes);
  });
});
