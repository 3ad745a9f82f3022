/** Exact decimals as people read them: never through a floating-point number. */
import { Decimal } from '../../src/number.ts';
import type { Language } from './words.ts';

/** Digits in groups of three. */
export function grouped(value: string): string {
  const [, sign = '', whole = value, rest = ''] = /^([+-]?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  return `${sign === '-' ? '−' : sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${rest}`;
}

export function withUnit(value: string | null, unit: string | null, language: Language): string {
  if (value === null) return '—';
  if (unit === 'CNY') return language === 'zh' ? `${grouped(value)} 元` : `¥ ${grouped(value)}`;
  if (unit === 'percent') return `${grouped(value)} %`;
  return unit ? `${grouped(value)} ${unit}` : grouped(value);
}

/** Long fractions of computed bounds, cut where nobody reads on. */
export function bounds([low, high]: readonly [string, string], unit: string | null, language: Language): string {
  const places = unit === 'CNY' ? 2 : 4;
  const short = (text: string) => new Decimal(text).toDecimalPlaces(places).toFixed();
  if (low === high) return withUnit(short(low), unit, language);
  return `${grouped(short(low))} – ${withUnit(short(high), unit, language)}`;
}

export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;

/** Mapped of mapped and unmapped; null where there is no number at all. */
export function coverage({ mapped, unmapped }: { mapped: number; unmapped: number }): number | null {
  return mapped + unmapped === 0 ? null : mapped / (mapped + unmapped);
}
