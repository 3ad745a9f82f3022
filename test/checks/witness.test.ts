import { describe, expect, it } from 'vitest';
import { disclose, f, functional, printedAt, said } from './disclosure.ts';

const basic = (printed: string) => f('general.expenditure.basic', printed);

describe('witnesses', () => {
  it('of one identity share a point', () => {
    const { findings, checks } = disclose([
      { kind: '05', rows: [['', basic('5364.75')]] },
      ['基本支出', basic('5364.7'), '万元，即', f('general.expenditure.basic', '53647492', { unit: '元' }), '元。'],
    ]);
    expect(findings).toEqual([]);
    expect(checks.witness).toEqual({ pass: 1, fail: 0, unevaluable: 0 });
  });

  it('in sentences are measured against the tables, and one wrong number is one finding', () => {
    const result = disclose([
      { kind: '05', rows: [['', basic('5364.75')]] },
      ['基本支出', basic('5377.64'), '万元。'],
      ['如前所述基本支出', basic('5377.64'), '万元。'],
    ]);
    expect(said(result.findings)).toEqual(['witness conflict']);
    expect(result.findings[0]).toMatchObject({ severity: 'error', facts: ['f2', 'f3', 'f1'] });
    expect(printedAt(result, result.findings[0] as never)).toBe('5377.64');
  });

  it('that differ in the last digit were rounded twice', () => {
    const { findings } = disclose([{ kind: '05', rows: [['', basic('5364.75')]] }, [basic('5364.77')]]);
    expect(findings[0]).toMatchObject({ rule: 'witness', verdict: 'last-digit', severity: 'info' });
  });

  it('that other relations bear out decide which is wrong', () => {
    const whole = functional('213', '农林水支出');
    const of = (printed: string) => f('general.expenditure', printed, { subject: whole });
    const item = (printed: string, name: string) =>
      f('general.expenditure', printed, { subject: functional(null, '农林水支出', name) });
    const result = disclose([
      ['农林水支出', of('54.05'), '万元。'],
      [
        '农林水支出',
        of('50.45'),
        '万元，具体包括：水利',
        item('30.00', '水利'),
        '万元，林业',
        item('20.45', '林业'),
        '万元。',
      ],
    ]);
    expect(said(result.findings)).toEqual(['witness conflict']);
    expect(printedAt(result, result.findings[0] as never)).toBe('54.05');
  });

  it('in one table with several values are rows of something else', () => {
    const rows = [
      ['', basic('1.00')],
      ['', basic('2.00')],
    ];
    expect(said(disclose([{ kind: '05', rows }, [basic('3.00')]]).findings)).toEqual([]);
  });

  it('in two tables of one kind are of two bodies', () => {
    const table = (printed: string, kind: string) => ({ kind, rows: [['', basic(printed)]] });
    expect(disclose([table('1.00', '05'), table('2.00', '05')]).findings).toEqual([]);
    expect(said(disclose([table('1.00', '05'), table('2.00', '06')]).findings)).toEqual(['witness conflict']);
  });

  it('are not the numbers of a reason', () => {
    const because = (inside: boolean) => {
      const reason = ['，主要原因是追加基本支出', basic('0.50'), '万元'];
      return said(
        disclose([['基本支出', inside ? { ...basic('1.00'), reason: 2 } : basic('1.00'), '万元', ...reason]]).findings,
      );
    };
    expect(because(false)).toEqual(['witness conflict']);
    expect(because(true)).toEqual([]);
  });

  it('of people are counted anew by every sentence', () => {
    expect(disclose([[f('staff.actual', '43')], [f('staff.actual', '45')]]).findings).toEqual([]);
  });

  it('are excused where a note says that its table means another budget', () => {
    const budget = (printed: string) => f('three_public.total', printed, { measure: 'budget' });
    const parts = (note: string) => [{ kind: '07', rows: [['', budget('2.85')]] }, note, [budget('3.00')]];
    expect(said(disclose(parts('注：预算数为三公经费年初预算数。')).findings)).toEqual(['witness conflict']);
    expect(disclose(parts('注：预算数为三公经费全年预算数。')).findings).toEqual([]);
  });

  it('of nothing contradict an amount', () => {
    const none = f('income.fiscal.fund', '无', { stated: 'none' });
    const { findings } = disclose([
      { kind: '04', rows: [['', f('income.fiscal.fund', '86.00')]] },
      ['本年度', none, '基金收入。'],
    ]);
    expect(said(findings)).toEqual(['witness conflict']);
  });
});
