import { expect, it } from 'vitest';
import { jsonLines, serialise } from '../../src/dataset/serialise.ts';
import { fact, record } from '../evaluate/record.ts';

it('writes JSON that reads back as the same record', () => {
  const made = record({ facts: [fact(), fact({ id: 'f2' })], checks: { sum: { pass: 1, fail: 0, unevaluable: 2 } } });
  expect(JSON.parse(serialise(made))).toEqual(made);
});

it('puts each fact on a line of its own', () => {
  const lines = serialise(record({ facts: [fact(), fact({ id: 'f2' })] })).split('\n');
  expect(lines.filter((line) => line.startsWith('    {"id":"f')).map((line) => line.slice(0, 14))).toEqual([
    '    {"id":"f1"',
    '    {"id":"f2"',
  ]);
});

it('puts each unmapped mention on a line of its own', () => {
  const mention = { text: '7', page: 1, start: 0, end: 1, section: null, context: '' };
  const mentions = { ...record().mentions, unmapped: [mention, mention] };
  expect(serialise(record({ mentions })).match(/^ {6}\{"text":"7"/gm)).toHaveLength(2);
});

it('ends every JSON line with a line break', () => {
  expect(jsonLines([{ a: 1 }, { b: 'ä\n' }])).toBe('{"a":1}\n{"b":"ä\\n"}\n');
  expect(jsonLines([])).toBe('');
});
