/** A gold fact as the fields of a form, and back. */
import type { GoldFact } from '../../src/evaluate/gold.ts';
import { foldText } from '../../src/fold.ts';
import { Decimal, parseNumber, plain } from '../../src/number.ts';
import type { Names } from '../../src/review/data.ts';

export interface FormFields {
  readonly concept: string;
  readonly measure: string;
  readonly basis: string;
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly scheme: string;
  readonly code: string;
  /** Names from the highest to the lowest, with `>` between. */
  readonly path: string;
  readonly stated: string;
  readonly where: string;
  readonly publishedText: string;
  readonly publishedUnit: string;
}

export type FormProblem = 'concept' | 'basis' | 'period' | 'value' | 'path' | 'publishedText';

export function formOf(gold: GoldFact): FormFields {
  return {
    concept: gold.concept,
    measure: gold.measure,
    basis: gold.basis ?? '',
    period: gold.period === null ? '' : String(gold.period),
    value: gold.value ?? '',
    unit: gold.unit ?? '',
    scheme: gold.subject?.scheme ?? '',
    code: gold.subject?.code ?? '',
    path: gold.subject?.path.join(' > ') ?? '',
    stated: gold.stated,
    where: gold.where,
    publishedText: gold.published.text,
    publishedUnit: gold.published.unit ?? '',
  };
}

export function goldOfForm(
  fields: FormFields,
  initial: GoldFact,
  names: Names,
): { readonly gold: GoldFact } | { readonly problem: FormProblem } {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const concept = fields.concept.trim();
  if (!Object.hasOwn(names.concepts, concept)) return { problem: 'concept' };
  const basis = orNull(fields.basis);
  if (basis !== null && !Object.hasOwn(fields.measure === 'share' ? names.concepts : names.bases, basis))
    return { problem: 'basis' };
  const period = orNull(fields.period);
  if (period !== null && !/^\d{4}$/.test(period)) return { problem: 'period' };
  const value = orNull(fields.value);
  const number = value === null ? null : parseNumber(foldText(value));
  // Only a placeholder, or an amount without a unit, has no value; the person decides which.
  if (value !== null && number === null) return { problem: 'value' };
  if (orNull(fields.publishedText) === null) return { problem: 'publishedText' };
  const path = fields.path
    .split('>')
    .map((name) => name.trim())
    .filter(Boolean);
  if (fields.scheme !== '' && path.length === 0 && orNull(fields.code) === null) return { problem: 'path' };
  return {
    gold: {
      concept,
      subject: fields.scheme === '' ? null : { scheme: fields.scheme, code: orNull(fields.code), path },
      measure: fields.measure,
      basis,
      period: period === null ? null : Number(period),
      value: number && plain(new Decimal(number.value)),
      unit: orNull(fields.unit),
      stated: fields.stated,
      published: { text: fields.publishedText.trim(), unit: orNull(fields.publishedUnit) },
      where: fields.where,
      page: initial.page,
    },
  };
}
