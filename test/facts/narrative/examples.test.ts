import { describe, expect, it } from 'vitest';
import { runExample, sentenceExamples } from '../../../src/facts/narrative/examples.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';

const patterns = loadPatterns();

describe.each(sentenceExamples(patterns))('%s', (_, examples) => {
  it.each(examples.map((example) => [example.id, example.text, example] as const))('%s %s', (_id, _text, example) => {
    const { facts, unmapped } = runExample(example, patterns);
    expect(facts).toEqual(example.facts);
    expect(unmapped).toHaveLength(example.unmapped);
  });
});
