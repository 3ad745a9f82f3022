/** What the documents of one organisation say of each other. */
import { describe, expect, it } from 'vitest';
import { checkAcross, type Disclosed } from '../../src/checks/across.ts';
import type { Report } from '../../src/contract.ts';
import type { Notice } from '../../src/document.ts';
import { disclose, f, functional, type Part, patterns, REPORT } from './disclosure.ts';

let number = 0;

/** One file of the organisation. */
function file(path: string, parts: readonly Part[], report: Partial<Report> = {}, notices: Notice[] = []): Disclosed {
  const { facts, findings, text, tables } = disclose(parts, { report });
  const source = { path, bytes: 1, sha256: '0', format: 'txt' as const, pages: 1 };
  const record = { id: `id${++number}`, source, report: { ...REPORT, ...report }, notices, findings: [...findings] };
  return { record: { ...record, facts: [...facts], tables: [...tables] }, text };
}

const across = (...files: Disclosed[]) => {
  const { findings, checks } = checkAcross(files, patterns);
  const told = findings.map(({ finding: { rule, verdict, severity } }) => `${rule} ${verdict} ${severity}`);
  return { told, findings, checks };
};

const narrative = (amount: string): Part => ['本年支出合计', f('expenditure.current_year', amount), '万元。'];
const table = (...rows: [string, string][]): Part => ({
  kind: '03',
  rows: rows.map(([concept, printed]) => ['', f(concept, printed)]),
});

describe('the files of one disclosure', () => {
  const workbook = file('b.xlsx', [table(['expenditure.current_year', '976.66'], ['expenditure.basic', '517.36'])]);

  it('agree', () => {
    const { told, checks } = across(file('a.docx', [narrative('976.66')]), workbook);
    expect(told).toEqual([]);
    expect(checks['witness.bundle']).toMatchObject({ pass: 1, fail: 0 });
  });

  it('contradict each other: told at one with the numbers of both', () => {
    const text = file('a.docx', [narrative('967.66')]);
    const { told, findings } = across(text, workbook);
    expect(told).toEqual(['witness.bundle conflict error']);
    expect(findings[0]).toMatchObject({ document: text.record.id, finding: { page: 1 } });
    const { start, end, facts, message } = findings[0]?.finding ?? { start: 0, end: 0, facts: [], message: { zh: '' } };
    expect(text.text.slice(start, end)).toBe('967.66');
    expect(facts).toEqual([`${text.record.id}/f1`, `${workbook.record.id}/f1`]);
    expect(message.zh).toContain('a.docx 1、b.xlsx 1');
  });

  it('must add up together', () => {
    const project: Part = ['项目支出', f('expenditure.project', '495.03'), '万元。'];
    expect(across(file('a.docx', [project]), workbook).told).toEqual(['sum.expenditure mismatch error']);
  });

  it('are not told again what is wrong within one of them', () => {
    const own = file('a.docx', [narrative('967.66'), narrative('976.66'), narrative('976.66')]);
    expect(own.record.findings).toHaveLength(1);
    expect(across(own, workbook).told).toEqual([]);
  });

  it('are of one organisation, year and kind', () => {
    const wrong = [narrative('967.66')];
    for (const report of [{ organisation: '青石县林业局' }, { fiscalYear: 2020 }, { kind: 'other' as const }]) {
      expect(across(file('a.docx', wrong, report), workbook).told).toEqual([]);
    }
    expect(across(file('a.docx', wrong, { region: '甲省' }), { ...workbook }).told).toHaveLength(1);
  });
});

describe('copies of one disclosure', () => {
  const rows = (odd: string): Part => ({
    kind: '05',
    rows: Array.from({ length: 20 }, (_, i) => [
      '',
      f('general.expenditure', i === 7 ? odd : `${i + 1}.25`, { subject: functional(`20${10 + i}`, `第${i}款`) }),
    ]),
  });

  it('that differ are told without blame', () => {
    const { told, checks } = across(file('a.html', [rows('8.25')]), file('b.html', [rows('8.27')]));
    expect(told).toEqual(['witness.copy last-digit info']);
    expect(checks['witness.copy']).toMatchObject({ pass: 19, fail: 1 });
    expect(across(file('a.html', [rows('8.25')]), file('b.html', [rows('18.25')])).told).toEqual([
      'witness.copy conflict info',
    ]);
  });
});

describe('a copy that was changed on its way', () => {
  it('is not blamed for what it contradicts', () => {
    const notice: Notice = { code: 'tampered', severity: 'warning', page: null, message: '' };
    const { findings } = across(
      file('a.html', [narrative('967.66')], {}, [notice]),
      file('b.xlsx', [table(['expenditure.current_year', '976.66'])]),
    );
    expect(findings[0]?.finding).toMatchObject({ severity: 'warning', suspect: 'extraction' });
  });
});

describe('two years', () => {
  const last = { fiscalYear: 2023 };
  const year = (amount: string, concept = 'expenditure.current_year') => [
    ['支出', f(concept, amount, { period: 2023 }), '万元。'] as Part,
  ];

  it('agree on the year before', () => {
    const now = file('2024.txt', [['上年支出', f('expenditure.current_year', '90.00', { period: 2023 }), '万元。']]);
    expect(across(now, file('2023.txt', year('90.00'), last)).told).toEqual([]);
    const { told, findings } = across(now, file('2023.txt', year('91.00'), last));
    expect(told).toEqual(['witness.prior conflict warning']);
    expect(findings[0]?.document).toBe(now.record.id);
  });

  it('agree on the year before that a change means', () => {
    const changed = f('expenditure.current_year', '10.00', { measure: 'change_amount', basis: 'prior_final' });
    const now = file('2024.txt', [['支出', f('expenditure.current_year', '100.00'), '万元，增加', changed, '万元。']]);
    const { checks, told } = across(now, file('2023.txt', year('90.01'), last));
    expect(told).toEqual([]);
    expect(checks['witness.prior']).toMatchObject({ pass: 1 });
    expect(across(now, file('2023.txt', year('90.50'), last)).told).toEqual(['witness.prior conflict warning']);
  });

  it('hand over what is carried out', () => {
    const now = file('2024.txt', [['年初结转', f('income.carried_in', '5.00'), '万元。']]);
    const last2023 = (amount: string) => file('2023.txt', year(amount, 'expenditure.carried_out'), last);
    expect(across(now, last2023('5.00')).checks['witness.carried']).toMatchObject({ pass: 1, fail: 0 });
    expect(across(now, last2023('6.00')).told).toEqual(['witness.carried conflict warning']);
  });
});

describe('budget and final account', () => {
  const budget = (amount: string) => f('three_public.total', amount, { measure: 'budget' });
  const published = file('budget.txt', [['三公经费预算', budget('10.00'), '万元。']], { kind: 'budget' });

  it('name one budget', () => {
    const final = (amount: string) => file('final.txt', [['三公经费年初预算', budget(amount), '万元。']]);
    expect(across(final('10.00'), published).told).toEqual([]);
    expect(across(final('12.00'), published).told).toEqual(['witness.budget conflict warning']);
  });

  it('do not where the table prints the adjusted budget', () => {
    const note = '注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。';
    const final = file('final.txt', [['三公经费预算', budget('12.00'), '万元。'], note]);
    expect(across(final, published).told).toEqual([]);
  });
});
