/** What the rules found: every evaluation counted, every failure kept with its operands. */
import type { CheckCount, Unevaluable, Verdict } from '../contract.ts';
import type { Severity, Span } from '../document.ts';
import { gap, type Interval, meet } from './interval.ts';
import type { Words } from './message.ts';
import type { Operand } from './operand.ts';

/** The severity of each verdict, as docs/contract.md fixes it. */
export const SEVERITY: Readonly<Record<Verdict, Severity>> = {
  mismatch: 'error',
  'last-digit': 'info',
  'balancing-share': 'info',
  'partial-list': 'info',
  'wrong-base': 'error',
  'wrong-direction': 'error',
  conflict: 'error',
  'wrong-name': 'warning',
  missing: 'warning',
  residue: 'warning',
  stale: 'warning',
};

/** A broken relation between numbers. */
export interface Failure {
  readonly rule: string;
  readonly verdict: Verdict;
  /** Where it differs from that of the verdict. */
  readonly severity?: Severity;
  /** The printed result; the finding stands at its place. */
  readonly at: Operand;
  /** All that the relation compares, `at` among them. */
  readonly operands: readonly Operand[];
  readonly expected: Interval | null;
  readonly actual: Interval | null;
  /** Which message of patterns/checks/messages.yaml says it, and what stands in its gaps. */
  readonly message: string;
  readonly words: Words;
  /** Where the finding stands, if not at the printed result: at the words that are wrong. */
  readonly place?: Span;
}

export class Ledger {
  readonly checks: Record<string, CheckCount> = {};
  readonly failures: Failure[] = [];
  /** How many relations each fact takes part in and satisfies. */
  readonly trust = new Map<string, number>();

  /** A weak relation, one that most numbers would satisfy, bears nothing out. */
  pass(rule: string, operands: readonly Operand[], weak = false): void {
    this.count(rule).pass++;
    if (weak) return;
    for (const { fact } of operands) this.trust.set(fact.id, (this.trust.get(fact.id) ?? 0) + 1);
  }

  unevaluable(rule: string, why: Unevaluable): void {
    const count = this.count(rule);
    count.unevaluable++;
    count.why ??= {};
    count.why[why] = (count.why[why] ?? 0) + 1;
  }

  fail(failure: Failure): void {
    this.count(failure.rule).fail++;
    this.failures.push(failure);
  }

  count(rule: string): CheckCount {
    let count = this.checks[rule];
    if (!count) {
      count = { pass: 0, fail: 0, unevaluable: 0 };
      this.checks[rule] = count;
    }
    return count;
  }
}

/** How a printed result stands to what was computed: null where they meet; `of` are those whose digits decide. */
export function verdictOf(
  computed: Interval,
  printed: Interval,
  of: readonly Operand[],
): 'mismatch' | 'last-digit' | null {
  if (meet(computed, printed)) return null;
  const distance = gap(computed, printed);
  return of.some(({ digit }) => distance.lte(digit)) ? 'last-digit' : 'mismatch';
}
