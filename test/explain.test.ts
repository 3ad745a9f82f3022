import { describe, expect, it } from 'vitest';
import type { Document } from '../src/document.ts';
import { explain } from '../src/explain.ts';
import type { ExtractResult } from '../src/extract.ts';
import { fact, record } from './evaluate/record.ts';

const text = '一、支出总计\n１２３.50万元，\n共2辆。\f附件';
const section = (id: string, title: string) =>
  ({ id, title, kind: null, number: null, level: 1, page: 1, start: 0, end: 1 }) as const;
const at = (printed: string) => ({ start: text.indexOf(printed), end: text.indexOf(printed) + printed.length });

const result: ExtractResult = {
  record: record({ facts: [fact()], sections: [section('3', '说明'), section('3.1', '支出')] }),
  text,
  document: {
    format: 'txt',
    text,
    pages: [
      { number: 1, start: 0, end: text.indexOf('\f'), width: null, height: null },
      { number: 2, start: text.indexOf('\f') + 1, end: text.length, width: null, height: null },
    ],
    blocks: [],
    runs: [],
  } satisfies Document,
  notices: [],
  traces: [
    { ...at('１２３.50'), text: '１２３.50', class: 'amount', section: '3.1', pattern: 'p', fact: 'f1', why: '' },
    { ...at('2'), text: '2', class: 'count', section: null, pattern: null, fact: null, why: 'no pattern knows it' },
  ],
};

describe('explaining', () => {
  it('finds a number by its folded form and says what consumed it', () => {
    const [found] = explain(result, '123.50 万元');
    expect(found).toMatchObject({ page: 1, class: 'amount', pattern: 'p', sections: ['说明', '支出'] });
    expect(found?.fact?.id).toBe('f1');
  });

  it('says why nothing consumed a number', () => {
    expect(explain(result, '共2辆').at(-1)).toMatchObject({ fact: null, why: 'no pattern knows it', sections: [] });
  });

  it('does not look beyond the page', () => {
    expect(explain(result, '附件')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(explain(result, ' ')).toEqual([]);
  });
});
