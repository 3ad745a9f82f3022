/** One value for what several facts state, where they agree. */
import type { Fact } from '../contract.ts';
import { Decimal } from '../number.ts';

/** The value with the least room for rounding, if all intervals share a point; null otherwise, and where there is none. */
export function agreed(facts: readonly Pick<Fact, 'value' | 'interval'>[]): string | null {
  let best: { readonly value: string; readonly room: Decimal } | null = null;
  let low: Decimal | null = null;
  let high: Decimal | null = null;
  for (const { value, interval } of facts) {
    if (value === null) continue;
    const [from, to] = (interval ?? [value, value]).map((each) => new Decimal(each)) as [Decimal, Decimal];
    low = low === null ? from : Decimal.max(low, from);
    high = high === null ? to : Decimal.min(high, to);
    const room = to.minus(from);
    if (best === null || room.lt(best.room)) best = { value, room };
  }
  return best !== null && low !== null && high !== null && low.lte(high) ? best.value : null;
}
