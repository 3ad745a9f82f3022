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

/** A printed number in the base unit, with what its rounding allows: exact decimal strings. */
export interface PrintedValue {
  readonly value: string;
  readonly interval: [string, string];
}

/** The digits of a whole number that stays exact when it is made ten times as large. */
const MOST_DIGITS = 14;
const POWERS: ReadonlyMap<number, number> = new Map(Array.from({ length: 13 }, (_, power) => [10 ** power, power]));

/**
 * The same as `parseNumber`, `interval` and `plain` one after the other; `sign` turns a number that is not negative
 * itself. What has few digits is a whole number of its last printed digit, in which a unit only moves the point.
 */
export function printedValue(folded: string, sign: 1 | -1, factor: number): PrintedValue | null {
  const match = NUMBER.exec(folded);
  if (!match) return null;
  const decimals = (match[1] ?? match[2] ?? '').length;
  const power = POWERS.get(factor);
  if (power === undefined || folded.length > MOST_DIGITS) return largeValue(folded, decimals, sign, factor);
  let digits = 0;
  for (let i = 0; i < folded.length; i++) {
    const digit = folded.charCodeAt(i) - 0x30;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
  }
  if (digits === 0 && decimals === 0) return { value: '0', interval: ['0', '0'] };
  const whole = sign === -1 || folded.startsWith('-') ? -digits : digits;
  const at = power - decimals;
  return { value: moved(whole, at), interval: [moved(10 * whole - 5, at - 1), moved(10 * whole + 5, at - 1)] };
}

function largeValue(folded: string, decimals: number, sign: 1 | -1, factor: number): PrintedValue {
  const printed = new Decimal(folded.replaceAll(',', ''));
  const value = sign === 1 || printed.isNegative() ? printed : printed.neg();
  const [low, high] = interval(value, decimals, factor);
  return { value: plain(value.times(factor)), interval: [plain(low), plain(high)] };
}

/** A whole number times a power of ten, as `plain` writes it. */
function moved(whole: number, power: number): string {
  if (whole === 0) return '0';
  let digits = Math.abs(whole);
  let places = -power;
  for (; places > 0 && digits % 10 === 0; places--) digits /= 10;
  const text = String(digits);
  const sign = whole < 0 ? '-' : '';
  if (places <= 0) return `${sign}${text}${'0'.repeat(-places)}`;
  if (text.length > places) return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
  return `${sign}0.${text.padStart(places, '0')}`;
}
