import { expect, it } from 'vitest';
import { lostNumbers } from '../../src/evaluate/lost.ts';
import { comparables } from '../../src/evaluate/match.ts';
import { fact, record } from './record.ts';

const gold = comparables(record({ facts: [fact()] }));
const unmapped = (text: string, page = 1) => ({ text, page, start: 0, end: 1, section: null, context: '' });

it('counts a number that is neither a fact nor an unmapped mention as lost', () => {
  expect(lostNumbers(gold, [], [])).toHaveLength(1);
});

it('takes an unmapped mention on the same page as accounted for', () => {
  expect(lostNumbers(gold, [], [unmapped('123.50万元')])).toHaveLength(0);
  expect(lostNumbers(gold, [], [unmapped('123.50万元', 2)])).toHaveLength(1);
});

it('takes a fact with another meaning as accounted for', () => {
  const wrong = comparables(
    record({
      facts: [fact({ concept: 'income.total', published: { text: '１２３.5', unit: null, unitSource: 'none' } })],
    }),
  );
  expect(lostNumbers(gold, wrong, [])).toHaveLength(0);
});

it('wants each printing of a number accounted for', () => {
  expect(lostNumbers([...gold, ...gold], gold, [])).toHaveLength(1);
});

it('looks for no number in words', () => {
  const words = comparables(
    record({ facts: [fact({ stated: 'unchanged', published: { text: '持平', unit: null, unitSource: 'none' } })] }),
  );
  expect(lostNumbers(words, [], [])).toHaveLength(0);
});
