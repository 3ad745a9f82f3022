import { describe, expect, it } from 'vitest';
import { evaluateDefects } from '../../src/evaluate/defects.ts';
import type { Defect, GoldDocument } from '../../src/evaluate/gold.ts';
import { quoteSpans } from '../../src/evaluate/quote.ts';
import { fact, finding, record } from './record.ts';

const text = '青石县\n支出总计 123.50 万元，\n占 98.2％。\f农林水支出\t88.00\t35.50\n';
const defect = (changes: Partial<Defect> = {}): Defect => ({
  rule: 'share',
  page: 1,
  quote: '占98.2%',
  why: '',
  verdict: 'last-digit',
  severity: 'info',
  ...changes,
});
const gold = (defects: Defect[], borderline: Defect[] = []): GoldDocument => ({
  name: 'demo',
  facts: [],
  defects,
  borderline,
});
const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

describe('quotes', () => {
  it('are found through widths, spaces and line breaks', () => {
    const [span] = quoteSpans(text, 1, '123.50万元，占 98.2%');
    expect(text.slice(span?.start, span?.end)).toBe('123.50 万元，\n占 98.2％');
  });

  it('of a row label and one of its cells give the row', () => {
    const [span] = quoteSpans(text, 2, '农林水支出 35.50');
    expect(text.slice(span?.start, span?.end)).toBe('农林水支出\t88.00\t35.50');
  });

  it('are looked for on their page only', () => {
    expect(quoteSpans(text, 2, '支出总计')).toEqual([]);
    expect(quoteSpans(text, 9, '支出总计')).toEqual([]);
  });
});

describe('defects', () => {
  it('are found by a finding of the rule family at the quote', () => {
    const findings = [finding({ rule: 'share.list', verdict: 'last-digit', severity: 'info', ...at('98.2') })];
    expect(evaluateDefects(gold([defect()]), record({ findings }), text).results[0]?.finding).toBe(findings[0]);
  });

  it('are missed by another family or at another place', () => {
    const findings = [finding({ rule: 'unit', ...at('98.2') }), finding({ rule: 'share', ...at('123.50') })];
    expect(evaluateDefects(gold([defect()]), record({ findings }), text).results[0]?.finding).toBeNull();
  });

  it('are found at a fact that the finding compares', () => {
    const facts = [fact({ id: 'f7', source: { ...fact().source, ...at('98.2') } })];
    const findings = [finding({ rule: 'share', facts: ['f7'], start: 0, end: 0 })];
    expect(evaluateDefects(gold([defect()]), record({ facts, findings }), text).results[0]?.finding).toBe(findings[0]);
  });

  it('are found by another family that the gold names', () => {
    const findings = [finding({ rule: 'required', ...at('98.2') })];
    const named = defect({ why: 'Also reportable as required' });
    expect(evaluateDefects(gold([named]), record({ findings }), text).results[0]?.finding).toBe(findings[0]);
  });
});

describe('false alarms', () => {
  const stray = finding({ rule: 'sum', ...at('123.50') });

  it('are errors at no listed place', () => {
    expect(evaluateDefects(gold([defect()]), record({ findings: [stray] }), text).falseAlarms).toEqual([stray]);
  });

  it('are not what stands at a borderline defect, nor warnings', () => {
    const arguable = defect({ rule: 'sum', quote: '支出总计123.50' });
    expect(evaluateDefects(gold([], [arguable]), record({ findings: [stray] }), text).falseAlarms).toEqual([]);
    const warning = finding({ severity: 'warning', ...at('123.50') });
    expect(evaluateDefects(gold([]), record({ findings: [warning] }), text).falseAlarms).toEqual([]);
  });
});
