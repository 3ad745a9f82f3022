/** Examples of patterns/sentences and patterns/numbers.yaml. */
import { runExample, sentenceExamples } from '../../facts/narrative/examples.ts';
import { findMentions, numberPack } from '../../facts/narrative/mentions.ts';
import { foldText } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { type Example, each, expecting } from '../definition.ts';

const said = (facts: readonly string[], unmapped: number) =>
  [...facts, ...(unmapped > 0 ? [`${unmapped} unmapped`] : [])].join('; ');

export function sentencePackExamples(key: string, patterns: Patterns): readonly Example[] {
  const examples = sentenceExamples(patterns).find(([name]) => name === key)?.[1] ?? [];
  return examples.map((example, i): Example => {
    const { id, section, kind, year, text, facts, unmapped } = example;
    const question = `sentence of a ${kind} of ${year}, section ${section}`;
    const made = expecting(`${i}`, text, question, said(facts, unmapped), (patterns) => {
      const outcome = runExample(example, patterns);
      return said(outcome.facts, outcome.unmapped.length);
    });
    return { ...made, text: `${id} ${made.text}` };
  });
}

export function numberExamples(_: string, patterns: Patterns): readonly Example[] {
  const classes = (text: string, given: Patterns) =>
    findMentions(foldText(text), numberPack(given))
      .map((mention) => mention.class)
      .join(', ');
  return each(numberPack(patterns).examples, 'examples', ({ text, classes: expected }, at) =>
    expecting(at, text, 'numbers', expected.join(', '), (given) => classes(text, given)),
  );
}
