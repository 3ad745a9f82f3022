import { describe, expect, it } from 'vitest';
import { disclose, economic, f, functional, printedAt, said, share } from './disclosure.ts';

const farm = functional('213', '农林水支出');
const water = functional('21303', '农林水支出', '水利');
const dikes = functional('2130306', '农林水支出', '水利', '水利工程运行与维护');
const forest = functional('21302', '农林水支出', '林业和草原');
const health = functional('210', '卫生健康支出');
const on = (subject: ReturnType<typeof functional>, printed: string) => f('general.expenditure', printed, { subject });

describe('tables', () => {
  const rows = (total: string, leaf: string) => [
    ['合计', f('general.expenditure', total)],
    ['农林水支出', on(farm, '70.00')],
    ['水利', on(water, '50.00')],
    ['水利工程运行与维护', on(dikes, leaf)],
    ['林业和草原', on(forest, '20.00')],
    ['卫生健康支出', on(health, '5.50')],
  ];

  it('add up from 项 to 款 to 类 to the total', () => {
    const { findings, checks } = disclose([{ kind: '05', rows: rows('75.50', '50.00') }]);
    expect(findings).toEqual([]);
    expect(checks['sum.subjects']).toEqual({ pass: 2, fail: 0, unevaluable: 0 });
    expect(checks['sum.subjects.total']).toEqual({ pass: 1, fail: 0, unevaluable: 0 });
  });

  it('name the total or the 款 that does not', () => {
    const result = disclose([{ kind: '05', rows: rows('75.05', '53.00') }]);
    const findings = result.findings.sort((a, b) => a.start - b.start);
    expect(said(findings)).toEqual(['sum.subjects.total mismatch', 'sum.subjects mismatch']);
    expect(findings.map((each) => printedAt(result, each))).toEqual(['75.05', '50.00']);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      suspect: 'document',
      expected: ['754900', '755100'],
    });
  });

  it('whose rows a reader only guessed are doubted themselves', () => {
    const { findings } = disclose([{ kind: '05', rows: rows('75.05', '50.00'), ruled: false }]);
    expect(findings[0]).toMatchObject({ rule: 'sum.subjects.total', suspect: 'extraction' });
  });

  it('with more than a few broken sums were read wrongly', () => {
    const shifted = ['1.00', '2.00', '3.00'].map((printed, i) => {
      const changes = { subject: functional(`20${i + 1}`, '某类支出') };
      const kinds = [f('expenditure.basic', printed, changes), f('expenditure.project', printed, changes)];
      return ['', f('expenditure.current_year', '9.00', changes), ...kinds];
    });
    const severities = (ruled: boolean) =>
      new Set(disclose([{ kind: '03', rows: shifted, ruled }]).findings.map(({ severity }) => severity));
    expect(severities(true)).toEqual(new Set(['error']));
    expect(severities(false)).toEqual(new Set(['warning']));
  });

  it('that print a number which no fact stands on prove nothing when they fall short', () => {
    const { findings, checks } = disclose([{ kind: '05', rows: [...rows('95.50', '50.00'), ['其他', '20.00']] }]);
    expect(findings).toEqual([]);
    expect(checks['sum.subjects.total']).toMatchObject({ pass: 0, fail: 0, unevaluable: 1 });
  });

  it('that print a subject twice are split by something else', () => {
    const { findings } = disclose([{ kind: '05', rows: [...rows('75.50', '50.00'), ['水利', on(water, '9.00')]] }]);
    expect(said(findings, 'sum')).toEqual([]);
  });

  it('of both economic classifications count each for itself', () => {
    const basic = (code: string, printed: string) =>
      f('general.expenditure.basic', printed, { subject: economic(code, code) });
    const total = f('general.expenditure.basic', '9.00');
    const rows = [
      ['', total],
      ['', basic('301', '9.00')],
      ['', basic('501', '9.00')],
    ];
    expect(disclose([{ kind: '06', rows }]).findings).toEqual([]);
  });

  it('leave blank what is nothing, but not the kinds that every row has', () => {
    const row = (...facts: ReturnType<typeof f>[]) => [{ kind: '03', rows: [['', ...facts]] }];
    const whole = f('expenditure.current_year', '12.00');
    const short = row(whole, f('expenditure.basic', '7.00'), f('expenditure.project', '4.00'));
    expect(said(disclose(short).findings)).toEqual(['sum.expenditure mismatch']);
    const blank = row(whole, f('expenditure.basic', '7.00'));
    expect(disclose(blank)).toMatchObject({ findings: [], checks: { 'sum.expenditure': { pass: 0, unevaluable: 2 } } });
  });
});

describe('lists in sentences', () => {
  const list = (words: string, item: string) =>
    disclose([
      ['农林水支出', on(farm, '70.00'), words],
      ['（1）水利', on(water, '50.00'), '万元；'],
      ['（2）林业和草原', on(forest, item), '万元。'],
    ]);

  it('that name all parts must add up', () => {
    expect(list('万元，具体包括：', '20.00').findings).toEqual([]);
    expect(said(list('万元，具体包括：', '17.00').findings)).toEqual(['sum.list mismatch']);
    expect(said(list('万元，具体包括：', '19.98').findings)).toEqual(['sum.list last-digit']);
  });

  it('may follow a sentence that names their whole again', () => {
    const following = (words: string, total: string) =>
      disclose([
        [
          '本年支出',
          f('fund.expenditure', total),
          '万元，年末结转和结余',
          f('fund.carried_out', '2.00'),
          words,
          f('fund.expenditure', '38.00', { subject: farm }),
          '万元；卫生健康支出',
          f('fund.expenditure', '9.50', { subject: health }),
          '万元。',
        ],
      ]);
    expect(following('万元。本年支出包括：农林水支出', '47.50').findings).toEqual([]);
    expect(said(following('万元。本年支出包括：农林水支出', '47.05').findings)).toEqual(['sum.list mismatch']);
    expect(following('万元，包括：农林水支出', '47.05').findings).toEqual([]);
  });

  it('that name some parts may fall short, not exceed', () => {
    expect(said(list('万元，其中：', '17.00').findings)).toEqual(['sum.list partial-list']);
    expect(said(list('万元，其中：', '27.00').findings)).toEqual(['sum.list mismatch']);
  });

  it('that are no lists say nothing when they fall short', () => {
    expect(list('万元。', '17.00').findings).toEqual([]);
  });

  it('with a number that was not read prove nothing', () => {
    expect(list('万元，具体包括：畜牧3.00万元；', '17.00').findings).toEqual([]);
  });

  it('whose shares close at 100% name all parts', () => {
    const parts = (printed: string) => [
      '支出',
      f('expenditure.current_year', '10.00'),
      '万元，其中：基本支出',
      f('expenditure.basic', '6.00'),
      '万元，占',
      share('expenditure.basic', 'expenditure.current_year', '60.00'),
      '%；项目支出',
      f('expenditure.project', printed),
      '万元，占',
      share('expenditure.project', 'expenditure.current_year', '40.00'),
      '%。',
    ];
    expect(disclose([parts('4.00')]).findings).toEqual([]);
    const result = disclose([parts('3.00')]);
    expect(said(result.findings)).toEqual(['sum.expenditure mismatch']);
    expect(result.findings[0]?.hint).toContain('4.00万元');
    expect(printedAt(result, result.findings[0] as never)).toBe('3.00');
  });
});

describe('sums', () => {
  it('do not use placeholders, approximate numbers, or other years', () => {
    const sentence = (basic: ReturnType<typeof f>) =>
      disclose([[f('expenditure.current_year', '10.00'), basic, f('expenditure.project', '1.00')]]);
    const unusable = [
      f('expenditure.basic', 'XX', { stated: 'placeholder' }),
      f('expenditure.basic', '6.00', { approximate: true }),
      f('expenditure.basic', '6.00', { period: 2023 }),
      f('expenditure.basic', '6.00', { unit: null }),
    ];
    for (const basic of unusable) {
      const { findings, checks } = sentence(basic);
      expect(said(findings, 'sum')).toEqual([]);
      expect(checks['sum.expenditure']?.pass).toBe(0);
    }
  });

  it('do not use numbers that contradict themselves', () => {
    const { findings, checks } = disclose([
      [f('expenditure.basic', '6.00'), '，', f('expenditure.basic', '9.00')],
      [f('expenditure.current_year', '10.00'), '，', f('expenditure.project', '1.00')],
    ]);
    expect(said(findings)).toEqual(['witness conflict']);
    expect(checks['sum.expenditure']).toMatchObject({ pass: 0, fail: 0 });
  });

  it('meet over tables where no table has all terms', () => {
    const { findings } = disclose([
      { kind: '01', rows: [['', f('balance.total', '10.00')]] },
      { kind: '02', rows: [['', f('income.total', '12.00')]] },
    ]);
    expect(said(findings)).toEqual(['balance.total.income mismatch']);
  });

  it('count exactly', () => {
    const vehicles = (total: string) =>
      disclose([
        [f('assets.vehicle.total', total), f('assets.vehicle.enforcement', '2'), f('assets.vehicle.other', '1')],
      ]);
    expect(vehicles('3').findings).toEqual([]);
    expect(said(vehicles('4').findings)).toEqual(['count.vehicles mismatch']);
  });
});
