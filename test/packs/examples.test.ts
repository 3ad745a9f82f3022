/** Every example of every pack, as `gongkai patterns test` runs them. */
import { describe, expect, it } from 'vitest';
import { examplesOf, outcomeOf } from '../../src/packs/run.ts';
import { loadPatterns } from '../../src/patterns/load.ts';

const patterns = loadPatterns();

describe.each(examplesOf(patterns).filter(({ examples }) => examples.length > 0))('$key', ({ examples }) => {
  it.each(examples.map((example) => [example.at, example.text, example] as const))('%s %s', (_at, _text, example) => {
    expect(outcomeOf(example, patterns)).toBeNull();
  });
});
