/** Rounding alone breaks nothing: consistent accounts, each number rounded for itself, give no error. */
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/number.ts';
import { disclose, f, functional, type Part, share } from './disclosure.ts';

/** Numerical Recipes' generator: the same accounts in every run. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Accounts for each number of decimals; docs/accuracy.md says what more of them gave. */
const CASES = Number(process.env.ROUNDING_CASES ?? 60);

const MODES = [Decimal.ROUND_HALF_UP, Decimal.ROUND_HALF_EVEN] as const;
type Rounding = (typeof MODES)[number];

interface Amounts {
  readonly basic: Decimal[];
  readonly project: Decimal[];
  readonly before: Decimal;
  readonly budget: Decimal;
}

/** An account in 元 and 分 of a few 款. A bare 0 says that there is nothing, so nothing else may be printed as 0. */
function account(next: (below: number) => number, decimals: number): Amounts {
  const some = (exact: Decimal) => (decimals === 0 && exact.lt(5000) ? new Decimal(0) : exact);
  const amount = () => new Decimal(next(4) === 0 ? next(20_000) : next(900_000_000)).div(100);
  const items = 2 + next(6);
  const make = () => Array.from({ length: items }, () => (next(6) === 0 ? new Decimal(0) : some(amount())));
  return { basic: make(), project: make(), before: amount().plus(1000), budget: amount().plus(1000) };
}

const total = (amounts: readonly Decimal[]) => amounts.reduce((sum, each) => sum.plus(each), new Decimal(0));

/** Tables and sentences about one account; every number is rounded from the exact one. */
function statement({ basic, project, before, budget }: Amounts, mode: Rounding, decimals: number): Part[] {
  const wan = (exact: Decimal) => exact.div(10_000).toFixed(decimals, mode);
  const percent = (part: Decimal, whole: Decimal) => part.div(whole).times(100).toFixed(2, mode);
  const both = basic.map((each, i) => each.plus(project[i] as Decimal));
  const whole = total(both);
  const change = whole.minus(before);
  const subject = (i: number) => functional(`2130${i + 1}`, '农林水支出', `第${i}款`);
  const farm = functional('213', '农林水支出');
  const concepts = ['general.expenditure', 'general.expenditure.basic', 'general.expenditure.project'] as const;
  const cells = (amounts: readonly Decimal[], changes: Parameters<typeof f>[2]) =>
    concepts.map((concept, i) => f(concept, wan(amounts[i] as Decimal), changes));
  const sums = [whole, total(basic), total(project)];
  const rows = [
    ['合计', ...cells(sums, {})],
    ['农林水支出', ...cells(sums, { subject: farm })],
    ...both.map((each, i) => [
      '',
      ...cells([each, basic[i] as Decimal, project[i] as Decimal], { subject: subject(i) }),
    ]),
  ];
  const changed = (printed: string, measure: 'change_amount' | 'change_rate') =>
    f('general.expenditure', printed.replace('-', ''), {
      measure,
      basis: 'prior_final',
      negative: printed.startsWith('-'),
    });
  const sentence = [
    '支出',
    f('general.expenditure', wan(whole)),
    '万元，比上年变动',
    changed(wan(change), 'change_amount'),
    '万元，变动',
    changed(percent(change, before), 'change_rate'),
    '%，年初预算为',
    f('general.expenditure', wan(budget), { measure: 'budget' }),
    '万元，完成',
    f('general.expenditure', percent(whole, budget), { measure: 'completion_rate' }),
    '%，具体包括：',
    ...both.flatMap((each, i) => [
      f('general.expenditure', wan(each), { subject: subject(i) }),
      '万元，占',
      share('general.expenditure', 'general.expenditure', percent(each, whole), { subject: subject(i) }),
      '%；',
    ]),
  ];
  return [{ kind: '05', rows }, sentence];
}

describe('rounding', () => {
  it.each([2, 4, 0])('to %i decimals of 万元 gives no error', (decimals) => {
    const next = random(20240101 + decimals);
    let compared = 0;
    for (let i = 0; i < CASES; i++) {
      const amounts = account(next, decimals);
      if (total([...amounts.basic, ...amounts.project]).lt(1000)) continue;
      const { findings, checks } = disclose(statement(amounts, MODES[i % 2] as Rounding, decimals));
      const errors = findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'zero-base');
      expect(errors.map(({ message }) => message.en)).toEqual([]);
      for (const { pass } of Object.values(checks)) compared += pass;
    }
    expect(compared).toBeGreaterThan(1000);
  });
});
