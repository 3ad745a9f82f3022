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
    {
      ...at('１２３.50'),
      text: '１２３.50',
      class: 'amount',
      section: '3.1',
      pattern: 'p',
      fact: 'f1',
      why: '',
      reading: null,
    },
    {
      ...at('2'),
      text: '2',
      class: 'count',
      section: null,
      pattern: null,
      fact: null,
      why: 'no pattern knows it',
      reading: null,
    },
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

describe('explaining a cell', () => {
  const rows = [
    ['收入', '', '支出', ''],
    ['项目', '金额', '项目', '金额'],
    ['财政拨款收入', '12.50', '教育支出', '3.40'],
  ];
  const lines: string[] = [];
  let length = 0;
  const cells = rows.flatMap((row, r) =>
    row.map((words, c) => {
      const start = length;
      lines.push(words);
      length += words.length + 1;
      const span = c % 2 === 0 && r === 0 ? 2 : 1;
      return { row: r, column: c, rowSpan: 1, columnSpan: span, start, end: start + words.length };
    }),
  );
  const document: Document = {
    format: 'txt',
    text: lines.join('\n'),
    pages: [{ number: 1, start: 0, end: length, width: null, height: null }],
    blocks: [{ kind: 'table', rows: 3, columns: 4, cells, ruled: true }],
    runs: [],
  };
  const start = document.text.indexOf('3.40');
  const trace = { start, end: start + 4, text: '3.40', class: 'cell', section: null, pattern: null, fact: null };
  const traces = [{ ...trace, why: 'no mapping', reading: null }];

  it('names its row on its own side and the head of its column', () => {
    const [found] = explain({ ...result, document, traces }, '3.40');
    expect(found?.cell).toEqual({ table: null, title: null, kind: null, row: '教育支出', column: '支出 / 金额' });
    expect(found?.why).toBe('no mapping');
  });
});

describe('a number that is printed as asked for', () => {
  it('is explained without its neighbours', () => {
    expect(explain(result, '123.50').map(({ text }) => text)).toEqual(['１２３.50']);
  });
});
