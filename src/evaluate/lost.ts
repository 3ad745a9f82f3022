/** Numbers of the gold that a record lost in silence: neither the source of a fact nor an unmapped mention. */
import type { UnmappedMention } from '../contract.ts';
import { foldText } from '../fold.ts';
import { parseNumber, plain } from '../number.ts';
import type { Comparable } from './match.ts';

const PRINTED_NUMBER = /[+-]?(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,24})(?:\.\d{1,12})?/g;

/** Counts each printed number per page: a number printed three times must be accounted for three times. */
export function lostNumbers(
  gold: readonly Comparable[],
  found: readonly Comparable[],
  unmapped: readonly UnmappedMention[],
): Comparable[] {
  const accounted = new Map<string, number>();
  const account = (page: number, text: string) => {
    for (const number of numbersIn(text)) {
      const key = `${page} ${number}`;
      accounted.set(key, (accounted.get(key) ?? 0) + 1);
    }
  };
  for (const fact of found) account(fact.page, fact.published.text);
  for (const mention of unmapped) account(mention.page, mention.text);
  return gold.filter((fact) => {
    const number = numbersIn(fact.published.text)[0];
    if (fact.stated !== 'number' || number === undefined) return false;
    const key = `${fact.page} ${number}`;
    const left = accounted.get(key) ?? 0;
    accounted.set(key, left - 1);
    return left <= 0;
  });
}

/** Without sign, thousands separators and trailing zeros. */
function numbersIn(text: string): string[] {
  return (foldText(text).match(PRINTED_NUMBER) ?? []).flatMap((printed) => {
    const number = parseNumber(printed);
    return number ? plain(number.value.abs()) : [];
  });
}
