import { describe, expect, it } from 'vitest';
import { disclose, f, functional, printedAt, said, share } from './disclosure.ts';

const change = (printed: string, negative = false) =>
  f('agency_operation', printed, { measure: 'change_amount', basis: 'prior_final', negative });
const rate = (printed: string, negative = false) =>
  f('agency_operation', printed, { measure: 'change_rate', basis: 'prior_final', negative });
const amount = f('agency_operation', '142.80');

describe('shares', () => {
  const said_ = (printed: string, words = '万元，占支出总计的') =>
    disclose([
      ['支出总计', f('expenditure.total', '474.70'), '万元。'],
      [
        '项目支出',
        f('expenditure.project', '151.00'),
        words,
        share('expenditure.project', 'expenditure.total', printed),
        '%。',
      ],
    ]);

  it('follow from part and whole', () => {
    expect(said_('31.81').findings).toEqual([]);
    expect(said_('32').findings).toEqual([]);
  });

  it('are truncated at most in the last digit', () => {
    expect(said(said_('31.80').findings)).toEqual(['share last-digit']);
    expect(said(said_('31.89').findings)).toEqual(['share mismatch']);
    expect(said_('38.11').findings[0]?.hint).toContain('31.81%');
    expect(said_('3.18').findings[0]?.hint).toContain('10');
  });

  it('of another printed total have the wrong base, unless they name none', () => {
    const other = (words: string) =>
      disclose([
        [
          '支出总计',
          f('expenditure.total', '474.70'),
          '万元，本年支出',
          f('expenditure.current_year', '302.00'),
          '万元。',
        ],
        [f('expenditure.project', '151.00'), words, share('expenditure.project', 'expenditure.total', '50.00'), '%'],
      ]);
    expect(said(other('万元，占支出总计的').findings)).toEqual(['share wrong-base']);
    expect(other('万元，占').findings).toEqual([]);
  });

  it('that name no whole are of the whole of their list where a sibling fits it', () => {
    const part = (subject: string, amount: string, rate: string) => {
      const of = { subject: functional(subject, '某类支出') };
      return [
        '某类支出',
        f('general.expenditure', amount, of),
        '万元，占',
        share('general.expenditure', 'general.expenditure', rate, of),
        '%，',
      ];
    };
    const total = ['本年支出', f('expenditure.current_year', '400.00'), '万元。'];
    const list = (rate: string) => [
      '支出',
      f('general.expenditure', '100.00'),
      '万元，其中',
      ...part('208', '60.00', '60.00'),
      ...part('210', '40.00', rate),
    ];
    expect(disclose([total, list('40.00')]).findings).toEqual([]);
    expect(said(disclose([total, list('10.00')]).findings)).toEqual(['share wrong-base']);
  });

  it('that name no whole may be of an amount in between', () => {
    const nested = (words: string) => {
      const basic = [
        '支出总计',
        f('expenditure.total', '474.70'),
        '万元，其中基本支出',
        f('expenditure.basic', '302.00'),
        '万元，',
      ];
      return disclose([
        [
          ...basic,
          f('expenditure.basic.goods', '151.00'),
          words,
          share('expenditure.basic.goods', 'expenditure.total', '50.00'),
          '%',
        ],
      ]);
    };
    expect(nested('万元，占').findings).toEqual([]);
    expect(said(nested('万元，占支出总计的').findings)).toEqual(['share mismatch']);
  });

  it('may have been adjusted so that a list closes at 100', () => {
    const list = (last: string) =>
      disclose([
        [
          f('expenditure.total', '3.00'),
          f('expenditure.basic', '1.00'),
          share('expenditure.basic', 'expenditure.total', '33.33'),
          f('expenditure.project', '1.00'),
          share('expenditure.project', 'expenditure.total', '33.33'),
          f('expenditure.operating', '1.00'),
          share('expenditure.operating', 'expenditure.total', last),
        ].flatMap((fact) => [fact, '，']),
      ]);
    expect(said(list('33.33').findings)).toEqual([]);
    const exact = disclose([
      [
        f('expenditure.total', '1614.27'),
        f('expenditure.basic', '1525.04'),
        share('expenditure.basic', 'expenditure.total', '94.48'),
        f('expenditure.project', '89.22'),
        share('expenditure.project', 'expenditure.total', '5.52'),
      ].flatMap((fact) => [fact, '，']),
    ]);
    expect(said(exact.findings)).toContain('share balancing-share');
  });
});

describe('completion rates', () => {
  const budget = (printed: string, measure: 'budget' | 'adjusted_budget' = 'budget') =>
    f('agency_operation', printed, { measure });
  const completed = (printed: string) => f('agency_operation', printed, { measure: 'completion_rate' });

  it('follow from the final amount and the named budget', () => {
    expect(disclose([[budget('150.00'), '，', amount, '，', completed('95.20')]]).findings).toEqual([]);
    const broken = disclose([[budget('150.00'), '，', amount, '，', completed('97.20')]]);
    expect(said(broken.findings)).toEqual(['rate.completion mismatch']);
  });

  it('that fit another budget have the wrong base', () => {
    const both = [budget('150.00'), '，', budget('142.80', 'adjusted_budget'), '，', amount, '，', completed('100')];
    expect(said(disclose([both]).findings)).toEqual(['rate.completion wrong-base']);
  });

  it('over a budget of 0 are no rates', () => {
    const over = (of: string, printed: string) =>
      disclose([[budget('0.00'), '，', f('agency_operation', of), '，', completed(printed)]]);
    expect(over('0.00', '0.00')).toMatchObject({ findings: [], checks: { 'zero-base': { unevaluable: 1 } } });
    expect(said(over('5.00', '100').findings)).toEqual(['zero-base wrong-base']);
  });

  it('without a budget are not judged', () => {
    const { findings, checks } = disclose([[amount, '，', completed('91.77')]]);
    expect(findings).toEqual([]);
    expect(checks['rate.completion']).toMatchObject({ pass: 0, fail: 0, unevaluable: 1 });
  });
});

describe('changes', () => {
  const of = (...facts: (string | ReturnType<typeof f>)[]) => disclose([facts.flatMap((fact) => [fact, '，'])]);

  it('give a rate of the earlier value', () => {
    expect(of(amount, change('13.52', true), rate('8.65', true)).findings).toEqual([]);
    expect(said(of(amount, change('13.52', true), rate('8.56', true)).findings)).toEqual(['rate.change mismatch']);
    expect(said(of(amount, change('13.52', true), rate('8.64', true)).findings)).toEqual(['rate.change last-digit']);
  });

  it('have amount and rate in one direction', () => {
    expect(said(of(amount, change('13.52', true), rate('8.65')).findings)).toEqual(['direction wrong-direction']);
  });

  it('whose words were both turned round fit the other direction', () => {
    expect(said(of(amount, change('13.52'), rate('8.65')).findings)).toEqual(['rate.change wrong-direction']);
  });

  it('measured against the current value have the wrong base', () => {
    expect(said(of(amount, change('13.52', true), rate('9.47', true)).findings)).toEqual(['rate.change wrong-base']);
  });

  it('agree with a printed earlier value', () => {
    const last = (printed: string) => f('agency_operation', printed, { period: 2023 });
    expect(of(last('156.32'), amount, change('13.52', true)).findings).toEqual([]);
    expect(said(of(last('156.32'), amount, change('13.25', true)).findings)).toEqual(['sum.change mismatch']);
    expect(said(of(last('129.28'), amount, change('13.52', true)).findings)).toEqual(['sum.change wrong-direction']);
    expect(said(of(last('100.00'), amount, rate('75')).findings)).toEqual(['rate.change mismatch']);
  });

  it('from nothing have no rate', () => {
    const from = (printed: string) => of(f('agency_operation', '8.64'), change('8.64'), rate(printed));
    expect(from('100').findings[0]).toMatchObject({ rule: 'zero-base', severity: 'warning' });
    expect(from('50').findings[0]).toMatchObject({ rule: 'zero-base', severity: 'error' });
  });

  it('are no more than what they led to', () => {
    expect(said(of(f('agency_operation', '0'), change('5.00')).findings)).toEqual(['direction wrong-direction']);
  });

  it('called none contradict two amounts', () => {
    const none = f('agency_operation', '持平', { measure: 'change_amount', basis: 'budget', stated: 'unchanged' });
    const budget = (printed: string) => f('agency_operation', printed, { measure: 'budget' });
    expect(of(budget('142.80'), amount, none).findings).toEqual([]);
    expect(said(of(budget('140.00'), amount, none).findings)).toEqual(['direction wrong-direction']);
  });

  it('may be about another amount of their sentence', () => {
    const total = f('income.total', '390.55');
    const year = f('income.current_year', '300.00');
    const turn = (printed: string) => f('income.total', printed, { measure: 'change_amount', basis: 'prior_final' });
    const percent = f('income.total', '50.00', { measure: 'change_rate', basis: 'prior_final' });
    const { findings, checks } = of(total, year, turn('100.00'), percent);
    expect(said(findings, 'rate')).toEqual([]);
    expect(checks['rate.change']).toMatchObject({ pass: 0, fail: 0, unevaluable: 1 });
  });
});

describe('directions in words', () => {
  const words = (said_: string) => {
    const budget = f('agency_operation', '150.00', { measure: 'budget' });
    return disclose([['年初预算为', budget, '万元，支出决算为', amount, `万元，${said_}的主要原因是压缩开支。`]]);
  };

  it('agree with the amounts', () => {
    expect(words('决算数小于预算数').findings).toEqual([]);
    const result = words('决算数大于年初预算数');
    expect(said(result.findings)).toEqual(['direction wrong-direction']);
    expect(printedAt(result, result.findings[0] as never)).toBe('决算数大于年初预算数');
  });

  it('may be about the head of the sentence or its last item', () => {
    const item = f('three_public.reception', '5.00');
    const over = f('three_public.reception', '4.00', { measure: 'budget' });
    const budget = f('agency_operation', '150.00', { measure: 'budget' });
    const both = [budget, '，', amount, '，其中：', over, '，', item, '。决算数小于预算数'];
    expect(disclose([both]).findings).toEqual([]);
  });

  it('are about the budget that they name', () => {
    const adjusted = f('agency_operation', '143.00', { measure: 'adjusted_budget' });
    const initial = f('agency_operation', '140.00', { measure: 'budget' });
    const both = (words_: string) => said(disclose([[adjusted, '，', initial, '，', amount, `，${words_}`]]).findings);
    expect(both('决算数小于调整预算数')).toEqual([]);
    expect(both('决算数小于年初预算数')).toEqual(['direction wrong-direction']);
    expect(both('决算数大于年初预算数')).toEqual([]);
  });

  it('agree with a rate where no budget is printed', () => {
    const rated = (printed: string, ...said_: (string | ReturnType<typeof f>)[]) =>
      disclose([
        [
          '支出决算为',
          amount,
          '万元，完成预算',
          f('agency_operation', printed, { measure: 'completion_rate' }),
          '%，',
          ...said_,
        ],
      ]);
    const none = f('agency_operation', '持平', { measure: 'change_amount', basis: 'budget', stated: 'unchanged' });
    expect(rated('100', '决算数与预算数', none).findings).toEqual([]);
    expect(said(rated('108', '决算数与预算数', none).findings)).toEqual(['direction wrong-direction']);
    expect(rated('108', '决算数大于预算数').findings).toEqual([]);
    expect(said(rated('91.50', '决算数大于预算数').findings)).toEqual(['direction wrong-direction']);
  });

  it('are right of nothing, of which no share can be told', () => {
    const of = (printed: string) =>
      disclose([
        [
          '支出决算为',
          f('agency_operation', printed),
          '万元，完成预算的',
          f('agency_operation', '0', { measure: 'completion_rate' }),
          '%，决算数与预算数',
          f('agency_operation', '持平', { measure: 'change_amount', basis: 'budget', stated: 'unchanged' }),
          '。',
        ],
      ]);
    expect(of('0').findings).toEqual([]);
    expect(said(of('3.00').findings)).toEqual(['direction wrong-direction']);
  });

  it('do not repeat the sign', () => {
    const { findings } = disclose([['机关运行经费比上年减少', change('-5', true), '万元。']]);
    expect(said(findings)).toEqual(['direction wrong-direction']);
  });
});
