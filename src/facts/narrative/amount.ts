/** From a printed number to the value, unit and interval of a fact. */
import type { Fact } from '../../contract.ts';
import { printedValue } from '../../number.ts';
import type { Vocabulary } from '../../patterns/vocabulary.ts';
import type { Mention } from './mentions.ts';

export type Valued = Pick<Fact, 'value' | 'unit' | 'published' | 'interval' | 'stated' | 'approximate'>;

/** `sign` turns the printed number: −1 after 减少. */
export function valued(mention: Mention, sign: 1 | -1, vocabulary: Vocabulary): Valued {
  const { unit: printed, approximate } = mention;
  const published = {
    text: mention.text,
    unit: printed,
    unitSource: printed === null ? 'none' : mention.distributed ? 'distributed' : 'inline',
  } as const;
  const factor = mention.class === 'money' ? (printed === null ? null : (vocabulary.money.get(printed) ?? null)) : 1;
  const unit =
    mention.class === 'percent'
      ? 'percent'
      : mention.class === 'count'
        ? (printed ?? mention.counter)
        : factor
          ? 'CNY'
          : null;
  const none = { value: null, unit, published, interval: null, approximate };
  if (mention.placeholder) return { ...none, stated: 'placeholder' };
  const number = printedValue(mention.text, sign, factor ?? 1);
  // Nothing is nothing in every unit: 外宾接待支出为0.
  if (number?.value === '0' && mention.class === 'money' && printed === null)
    return { ...none, value: '0', unit: 'CNY', interval: ['0', '0'], stated: 'number' };
  if (!number || factor === null || unit === null) return { ...none, stated: 'number' };
  return {
    value: number.value,
    unit,
    published,
    interval: number.interval,
    stated: 'number',
    approximate,
  };
}

/** A value of 0 that a word states. */
export function zero(word: string, unit: string, stated: 'none' | 'unchanged'): Valued {
  return {
    value: '0',
    unit,
    published: { text: word, unit: null, unitSource: 'none' },
    interval: ['0', '0'],
    stated,
    approximate: false,
  };
}
