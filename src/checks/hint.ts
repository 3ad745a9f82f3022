/** What would explain a number that does not fit: a factor, a digit too many or too few, two digits exchanged. */
import type { Fact } from '../contract.ts';
import { foldText } from '../fold.ts';
import { Decimal, parseNumber } from '../number.ts';
import type { Patterns } from '../patterns/load.ts';
import { holds, type Interval, meet, PARTS, partsOf, scale } from './interval.ts';
import { amountText, fill, messages } from './message.ts';
import type { Operand } from './operand.ts';

const FACTORS = [10, 100, 10_000].flatMap((factor) => [new Decimal(factor), new Decimal(1).div(factor)]);

/** Every number that one slip of the pen makes of the printed digits, with the name of the slip. */
function* slips(digits: string): Generator<[string, string]> {
  for (let i = 0; i < digits.length - 1; i++) {
    // Over the decimal point too.
    const j = digits[i + 1] === '.' ? i + 2 : i + 1;
    const [a, b] = [digits[i] as string, digits[j]];
    if (a === '.' || b === undefined || a === b) continue;
    yield ['exchanged', digits.slice(0, i) + b + digits.slice(i + 1, j) + a + digits.slice(j + 1)];
  }
  for (let i = 0; i < digits.length; i++) {
    if (digits[i] !== '.') yield ['inserted', digits.slice(0, i) + digits.slice(i + 1)];
  }
  for (let i = 0; i < digits.length; i++) {
    if (digits[i] === '.') continue;
    for (let d = 0; d <= 9; d++) yield ['digit', digits.slice(0, i) + d + digits.slice(i + 1)];
  }
  for (let i = 0; i <= digits.length; i++) {
    for (let d = 0; d <= 9; d++) yield ['lost', digits.slice(0, i) + d + digits.slice(i)];
  }
}

function printed(fact: Fact): { digits: string; factor: Decimal } | null {
  const digits = foldText(fact.published.text).replaceAll(',', '').replace(/^[-+]/, '');
  const parsed = parseNumber(digits);
  if (!parsed || parsed.value.isZero() || fact.value === null || digits.length > 14) return null;
  return { digits, factor: new Decimal(fact.value).abs().div(parsed.value) };
}

/** The hint for a printed number that was expected elsewhere; null where nothing simple explains it. */
export function hintFor(operand: Operand, expected: Interval, patterns: Patterns): string | null {
  const { hints } = messages(patterns);
  const said = (key: string, words: Record<string, string>) => fill(hints[key] ?? key, words);
  for (const by of FACTORS) {
    if (!operand.value.isZero() && meet(scale(operand, by), expected)) return said('factor', { factor: plainly(by) });
  }
  const own = printed(operand.fact);
  if (!own) return null;
  const sign = operand.value.isNegative() ? -1 : 1;
  for (const [slip, digits] of slips(own.digits)) {
    const hopeless = isApart(digits, own.factor.toNumber() * sign, expected);
    const parsed = hopeless || /^0\d/.test(digits) ? null : parseNumber(digits);
    if (!parsed) continue;
    const value = parsed.value.times(own.factor).times(sign);
    const half = own.factor.times(new Decimal(10).pow(-parsed.decimals)).div(2);
    const near = { low: value.minus(half), high: value.plus(half) };
    if (holds(expected, value) || meet(near, expected)) {
      return said(slip, { value: amountText(value, operand.fact, patterns) });
    }
  }
  return null;
}

/** Whether printed digits are surely not what was expected: most of the hundreds of slips are far from it. */
function isApart(digits: string, factor: number, { from = Number.NaN, to = Number.NaN }: Interval): boolean {
  const point = digits.indexOf('.');
  const parts = partsOf(digits) * factor;
  const unit = (PARTS * Math.abs(factor)) / 10 ** (point < 0 ? 0 : digits.length - point - 1);
  if (![from, to, parts, unit, parts - unit, parts + unit].every(Number.isSafeInteger)) return false;
  return parts + unit < from || parts - unit > to;
}

const plainly = (factor: Decimal) => (factor.lt(1) ? `1/${new Decimal(1).div(factor).toFixed()}` : factor.toFixed());
