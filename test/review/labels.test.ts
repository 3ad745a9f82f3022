import { describe, expect, it } from 'vitest';
import { formOf, goldOfForm } from '../../site/labels/fields.ts';
import { draftOf, goldFacts, goldName } from '../../site/labels/gold.ts';
import { keyOf, type Labels } from '../../site/labels/store.ts';
import type { DocumentRecord } from '../../src/contract.ts';
import type { GoldFact } from '../../src/evaluate/gold.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { namesOf } from '../../src/review/names.ts';

const names = namesOf(loadPatterns());

const fact = (id: string, start: number, table: string | null = null) => ({
  id,
  concept: 'income.total',
  subject: null,
  measure: 'final',
  basis: null,
  period: 2023,
  value: '100.50',
  unit: 'CNY',
  published: { text: '100.50', unit: '元', unitSource: 'inline' },
  interval: null,
  stated: 'number',
  source: { start, end: start + 6, table, page: 1 },
});

const record = {
  report: { kind: 'final', fiscalYear: 2023 },
  source: { path: 'a.zip!/x/y.2023.pdf' },
  tables: [
    { id: 't1', kind: '01', unit: '万元' },
    { id: 't2', kind: '02', unit: null },
  ],
  facts: [fact('f1', 10), fact('f2', 50, 't1'), fact('f3', 90, 't1'), fact('f4', 120, 't2'), fact('f5', 160, 't2')],
  mentions: {
    unmapped: [
      { text: '7.5', start: 70, end: 73, page: 1 },
      { text: '7.5', start: 140, end: 143, page: 1 },
      { text: '12.5%', start: 20, end: 25, page: 1 },
    ],
  },
} as unknown as DocumentRecord;

const [f1, f2, f3] = record.facts as [never, never, never];
const mention = (i: number) => record.mentions.unmapped[i] as never;

describe('labels as gold', () => {
  it('are in the order of gold files: tables, then the narrative', () => {
    expect(goldFacts(record, {}, 'all').map(({ where }) => where)).toEqual([
      'table:01',
      'table:01',
      'table:02',
      'table:02',
      'narrative',
    ]);
  });

  it('leave out what is wrong, and hold what was corrected or labelled', () => {
    const gold = { ...draftOf(mention(0), record, names), concept: 'income.other' };
    const labels: Labels = {
      [keyOf(f1, record)]: { verdict: 'wrong' },
      [keyOf(f2, record)]: { verdict: 'right' },
      [keyOf(f3, record)]: { verdict: 'corrected', gold: { ...gold, value: '3.10' } },
      '70-73': { verdict: 'labelled', gold },
    };
    expect(goldFacts(record, labels, 'judged').map(({ value }) => value)).toEqual(['100.5', '75000', '3.1']);
    expect(goldFacts(record, labels, 'all')).toHaveLength(5);
  });

  it('take the unit of the table around a number, and no value where there is none', () => {
    expect(draftOf(mention(0), record, names)).toMatchObject({ value: '75000', unit: 'CNY', where: 'table:01' });
    expect(draftOf(mention(1), record, names)).toMatchObject({ value: null, unit: null, where: 'table:02' });
    expect(draftOf(mention(2), record, names)).toMatchObject({
      value: '12.5',
      unit: 'percent',
      published: { text: '12.5', unit: '%' },
    });
  });

  it('are named as the document is', () => {
    expect(goldName(record)).toBe('y.2023.jsonl');
  });
});

describe('the form of a label', () => {
  const gold: GoldFact = {
    ...draftOf(mention(0), record, names),
    concept: 'general.expenditure',
    subject: { scheme: 'functional', code: '210', path: ['卫生健康支出', '行政事业单位医疗'] },
    value: '-1500',
  };

  it('gives back what it was given', () => {
    expect(goldOfForm(formOf(gold), gold, names)).toEqual({ gold });
  });

  it.each([
    ['concept', { concept: 'constructor' }],
    ['basis', { basis: 'last year' }],
    ['period', { period: '23' }],
    ['value', { value: '1.500,00' }],
    ['path', { path: ' > ', code: '' }],
    ['publishedText', { publishedText: ' ' }],
  ])('says what is wrong with the %s', (problem, change) => {
    expect(goldOfForm({ ...formOf(gold), ...change }, gold, names)).toEqual({ problem });
  });

  it('takes thousands separators and full-width digits', () => {
    expect(goldOfForm({ ...formOf(gold), value: '１,500.00' }, gold, names)).toMatchObject({ gold: { value: '1500' } });
  });
});
