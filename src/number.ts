/** Printed numbers as exact decimals, and the interval that their rounding allows. */
import { Decimal as DecimalJs } from 'decimal.js';

/** decimal.js with room for any printed amount; the default 20 digits round sums of large amounts. */
export const Decimal = DecimalJs.clone({ precision: 40, toExpNeg: -100, toExpPos: 100 });
export type Decimal = DecimalJs;

export interface ParsedNumber {
  readonly value: Decimal;
  /** Printed digits after the decimal point. */
  readonly decimals: number;
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3}){1,8}|\d{1,24})(?:\.(\d{1,12}))?$|^[+-]?\.(\d{1,12})$/;

/** Parses folded text that is exactly one number; a comma counts only between groups of three. Null otherwise. */
export function parseNumber(folded: string): ParsedNumber | null {
  const match = NUMBER.exec(folded);
  if (!match) return null;
  return { value: new Decimal(folded.replaceAll(',', '')), decimals: (match[1] ?? match[2] ?? '').length };
}

/**
 * What the printed rounding allows, in the base unit: value ± half a unit of the last printed digit (Calculations
 * 1.1). A printed 0 without decimals is exact.
 */
export function interval(value: Decimal, decimals: number, factor: DecimalJs.Value): [Decimal, Decimal] {
  if (value.isZero() && decimals === 0) return [new Decimal(0), new Decimal(0)];
  const half = HALVES[decimals] ?? halfOf(decimals);
  const bounds: [Decimal, Decimal] = [value.minus(half), value.plus(half)];
  return factor === 1 ? bounds : [bounds[0].times(factor), bounds[1].times(factor)];
}

function halfOf(decimals: number): Decimal {
  return new Decimal(10).pow(-decimals).div(2);
}

/** Half a unit of the last digit, by printed decimals. */
const HALVES: readonly Decimal[] = Array.from({ length: 13 }, (_, decimals) => halfOf(decimals));

/** An exact decimal string without exponent or trailing zeros. */
export function plain(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}
