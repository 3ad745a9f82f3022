/** What one cell of a value column holds, and the loose numbers in other cells. */

import type { Span } from '../../document.ts';
import { type Decimal, parseNumber } from '../../number.ts';
import { match, matches } from '../../patterns/regex.ts';
import type { Vocabulary } from '../../patterns/vocabulary.ts';
import type { GridCell } from './grid.ts';
import type { Common } from './mapping.ts';

export interface NumberValue {
  readonly kind: 'number';
  readonly value: Decimal;
  readonly decimals: number;
  /** A unit or % printed in the cell itself. */
  readonly unit: string | null;
  readonly span: Span;
}
export type CellValue =
  | NumberValue
  | { readonly kind: 'placeholder'; readonly span: Span }
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' };

/** A sign or an opening parenthesis after \u00a5, the digits, the rest; dashes of any length before a digit are a minus. */
const NUMBER =
  /^[\u00a5\uffe5]?([-+\u2014\u2013]?)(\uff08?)(\d[\d,]{0,30}(?:\.\d{1,12})?|\.\d{1,12})(\uff09?)(\D{0,6})$/;

/** Digits, separators, sign and unit. */
const LONGEST_NUMBER = 60;

/** Full-width separators: 12\uff0c345\uff0e60. */
const plainNumber = (text: string) =>
  /\d[\uff0c\uff0e]/.test(text)
    ? text.replace(/(?<=\d)\uff0c(?=\d{3}(?!\d))/g, ',').replace(/(?<=\d)\uff0e(?=\d)/g, '.')
    : text;

export function cellValue(cell: GridCell, common: Common, vocabulary: Vocabulary): CellValue {
  const text = plainNumber(cell.text);
  if (text === '') return { kind: 'empty' };
  const found = text.length <= LONGEST_NUMBER ? NUMBER.exec(text) : null;
  if (!found) {
    if (common.cell.nothing.test(text)) return { kind: 'empty' };
    const placeholder = common.cell.placeholder.test(text);
    return placeholder ? { kind: 'placeholder', span: cell.folded.source(0, text.length) } : { kind: 'text' };
  }
  const [, sign = '', open = '', digits = '', close = '', rest = ''] = found;
  const parsed = parseNumber(digits);
  if (!parsed || (open === '') !== (close === '')) return { kind: 'text' };
  const unit = rest === '' ? null : rest;
  if (unit && !(vocabulary.money.has(unit) || vocabulary.percent.includes(unit) || vocabulary.counters.includes(unit)))
    return { kind: 'text' };
  // (204.61) is negative in accounts; (1) is a list number.
  if (open !== '' && (parsed.decimals === 0 || sign !== '')) return { kind: 'text' };
  const negative = (sign !== '' && sign !== '+') || open !== '';
  const from = /^[\u00a5\uffe5]/.test(text) ? 1 : 0;
  const end = from + sign.length + open.length + digits.length;
  return {
    kind: 'number',
    value: negative ? parsed.value.neg() : parsed.value,
    decimals: parsed.decimals,
    unit,
    span: cell.folded.source(open === '' ? from : from + sign.length, open === '' ? end : end + close.length),
  };
}

/** True for a cell that holds one number and nothing else, a % apart. */
export function isNumeric(cell: GridCell): boolean {
  const found = NUMBER.exec(plainNumber(cell.text));
  return found !== null && (found[5] === '' || found[5] === '%');
}

/** A number inside words. */
export const DIGITS = /\d[\d,]{0,30}(?:\.\d{1,12})?/g;

export interface LooseNumber {
  readonly span: Span;
  readonly kind: 'date' | 'ordinal' | 'code' | 'formula' | 'other' | 'amount';
}

/** The numbers inside a cell of words. Only a number with a unit is an amount; the rest is part of a name. */
export function looseNumbers(cell: GridCell, common: Common): LooseNumber[] {
  const text = cell.text;
  if (!/\d/.test(text)) return [];
  const inside = (regex: RegExp) => [...matches(regex, text)].map((m) => [m.start, m.end] as const);
  const dates = inside(common.cell.date);
  const amounts = inside(common.cell.amount);
  const lead = match(common.row.lead, text);
  const result: LooseNumber[] = [];
  for (const found of text.matchAll(DIGITS)) {
    const [start, end] = [found.index, found.index + found[0].length];
    const within = (spans: (readonly [number, number])[]) => spans.some(([a, b]) => start >= a && end <= b);
    const kind = within(dates)
      ? 'date'
      : lead && end <= lead.end
        ? 'ordinal'
        : common.row.formula.test(text)
          ? 'formula'
          : start === 0 && /^(\d{3}|\d{5}|\d{7})$/.test(found[0])
            ? 'code'
            : within(amounts)
              ? 'amount'
              : 'other';
    result.push({ span: cell.folded.source(start, end), kind });
  }
  return result;
}
