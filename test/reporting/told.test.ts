/** Fingerprints, baseline, rows, obligations. */
import { describe, expect, it } from 'vitest';
import { baselineText, readBaseline } from '../../src/reporting/baseline.ts';
import { evaluatedShare, obligations } from '../../src/reporting/obligations.ts';
import { csv } from '../../src/reporting/rows.ts';
import type { Told } from '../../src/reporting/told.ts';
import { disclose, f, type Part } from '../checks/disclosure.ts';
import { tell } from './tell.ts';

const sentence = (basic: string): Part => [
  '基本支出',
  f('expenditure.basic', basic),
  '万元，其中人员经费',
  f('expenditure.basic.personnel', '586.10'),
  '万元，公用经费',
  f('expenditure.basic.public', '116.05'),
  '万元。',
];

const prints = (findings: readonly Told[]) => findings.map(({ fingerprint }) => fingerprint);

describe('a fingerprint', () => {
  const [plain] = tell(disclose([sentence('720.15')]));

  it('does not change with the place or the file', () => {
    const moved = tell(disclose(['第三部分情况说明', sentence('720.15')]), {}, 'copy.txt');
    expect(prints(moved)).toEqual([plain?.fingerprint]);
    expect(moved[0]?.finding.start).not.toBe(plain?.finding.start);
  });

  it('changes with the printed number, the organisation and the year', () => {
    const others = [
      tell(disclose([sentence('721.15')])),
      tell(disclose([sentence('720.15')]), { organisation: '青石县林业局' }),
      tell(disclose([sentence('720.15')]), { fiscalYear: 2023 }),
    ];
    for (const other of others) {
      expect(other).toHaveLength(1);
      expect(prints(other)).not.toContain(plain?.fingerprint);
    }
  });

  it('is one for each of several alike', () => {
    const residue = tell(disclose(['收入增加（减少）。', '支出增加（减少）。']));
    expect(residue.length).toBe(2);
    expect(new Set(prints(residue)).size).toBe(2);
  });

  it('is that of the file where the report does not say whose it is', () => {
    const unknown = { organisation: null };
    const of = (path: string) => prints(tell(disclose([sentence('720.15')]), unknown, path))[0];
    expect(of('a.txt')).not.toBe(of('b.txt'));
  });
});

describe('a baseline', () => {
  it('holds the fingerprints that it was written from', () => {
    const findings = tell(disclose([sentence('720.15'), '收入增加（减少）。']));
    expect(readBaseline(baselineText(findings))).toEqual(new Set(prints(findings)));
  });

  it.each(['', '{}', '[]', '{"schema":"gongkai/baseline@2","findings":[]}'])('is not %j', (text) => {
    expect(readBaseline(text)).toBeNull();
  });
});

describe('CSV', () => {
  it('has a row for each finding and quotes what it must', () => {
    const [finding] = tell(disclose([sentence('720.15')]));
    const text = csv([
      { ...(finding as Told), quote: '=1+"2",3' },
      { ...(finding as Told), quote: '-3.5' },
    ]);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]?.startsWith('\ufefffingerprint,document,path')).toBe(true);
    expect(lines[1]).toContain(`,"'=1+""2"",3",`);
    expect(lines[2]).toContain(',-3.5,');
  });
});

describe('obligations', () => {
  it('say how many checks were evaluated, and why the others were not', () => {
    const unread = { pass: 2, fail: 1, unevaluable: 3, why: { missing: 2, zero: 1 } };
    const all = obligations([{ share: unread }, { share: { pass: 1, fail: 0, unevaluable: 0 }, unit: unread }]);
    expect(all).toMatchObject({ applicable: 13, evaluated: 7, held: 5, broken: 2, notEvaluated: 6 });
    expect(all.why).toEqual({ missing: 4, zero: 2 });
    expect(all.rules).toEqual([
      ['share', 3],
      ['unit', 3],
    ]);
    expect(evaluatedShare(all)).toBe('53.8%');
  });

  it('have a reason for each check that a disclosure left unevaluated', () => {
    const made = disclose([
      [
        '支出',
        f('general.expenditure', '10.00'),
        '万元，完成',
        f('general.expenditure', '99', { measure: 'completion_rate' }),
        '%',
      ],
      [
        '因公出国',
        f('three_public.overseas', '0'),
        '万元，下降',
        f('three_public.overseas', '5', { measure: 'change_rate' }),
        '%',
      ],
    ]);
    const { notEvaluated, why } = obligations([made.checks]);
    expect(notEvaluated).toBeGreaterThan(0);
    expect(Object.values(why).reduce((sum, count) => sum + count, 0)).toBe(notEvaluated);
  });

  it('are none where nothing is printed', () => {
    expect(evaluatedShare(obligations([]))).toBe('–');
  });
});
