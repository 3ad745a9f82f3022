/** How many of the checks that apply to a document were evaluated, and which were not and why. */
import type { CheckCount, Unevaluable } from '../contract.ts';

export interface Obligations {
  /** Checks that the document gives occasion for. */
  readonly applicable: number;
  readonly evaluated: number;
  readonly held: number;
  readonly broken: number;
  readonly notEvaluated: number;
  /** How many were not, by reason. */
  readonly why: Partial<Record<Unevaluable, number>>;
  /** How many were not, by rule, most first. */
  readonly rules: readonly (readonly [string, number])[];
}

type Checks = Readonly<Record<string, CheckCount>>;

/** Over one record, or over those of a run. */
export function obligations(records: Iterable<Checks>): Obligations {
  let held = 0;
  let broken = 0;
  const why: Partial<Record<Unevaluable, number>> = {};
  const rules = new Map<string, number>();
  for (const checks of records) {
    for (const [rule, count] of Object.entries(checks)) {
      held += count.pass;
      broken += count.fail;
      if (count.unevaluable > 0) rules.set(rule, (rules.get(rule) ?? 0) + count.unevaluable);
      for (const [reason, times] of Object.entries(count.why ?? {}) as [Unevaluable, number][]) {
        why[reason] = (why[reason] ?? 0) + times;
      }
    }
  }
  const open = [...rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const notEvaluated = open.reduce((sum, [, count]) => sum + count, 0);
  const evaluated = held + broken;
  return { applicable: evaluated + notEvaluated, evaluated, held, broken, notEvaluated, why, rules: open };
}

/** 98.7%: rounded down, so that 100% means that nothing was left out. A dash where nothing applies. */
export function evaluatedShare({ applicable, evaluated }: Obligations): string {
  return applicable === 0 ? '–' : `${Math.floor((evaluated / applicable) * 1000) / 10}%`;
}
