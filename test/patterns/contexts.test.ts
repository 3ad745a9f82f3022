import { describe, expect, it } from 'vitest';
import { Contexts } from '../../src/patterns/contexts.ts';
import { beside } from '../../src/patterns/prefixes.ts';

const RULES = [
  { left: '(?:不超过|低于)$', inside: null, right: null },
  { left: null, inside: '^\\d{1,2}$', right: '^月(?!均)' },
  { left: '^$', inside: '^\\d{7}$', right: '^$' },
  { left: '(?:附表|表)[一二]?$', inside: null, right: '^[，。]|^$' },
  { left: '[^，。]{0,40}第$', inside: null, right: '^.{2,6}条' },
  { left: null, inside: '^0', right: '^(?:支出)?(?=为|\\d)' },
].map(({ left, inside, right }) => ({
  left: left === null ? null : new RegExp(left, 'u'),
  inside: inside === null ? null : new RegExp(inside, 'u'),
  right: right === null ? null : new RegExp(right, 'u'),
}));
const TEXTS = [
  '不超过5',
  '低于12月',
  '2010101',
  '见附表二3，',
  '表7',
  '本办法第4之五条',
  '第4条',
  '05支出为',
  '08支出',
  '𠮷9月',
];

describe('the rules that can fit a number', () => {
  const contexts = new Contexts(RULES);

  it.each(TEXTS)('of %s are among them all that do fit', (text) => {
    const [number] = /\d+/.exec(text) as RegExpExecArray;
    const start = text.indexOf(number);
    const end = start + number.length;
    const fit = RULES.flatMap(({ left, inside, right }, i) =>
      (left?.test(text.slice(0, start)) ?? true) &&
      (inside?.test(number) ?? true) &&
      (right?.test(text.slice(end)) ?? true)
        ? [i]
        : [],
    );
    const can = contexts.at(text, start, end, number);
    expect(can).toEqual(expect.arrayContaining(fit));
    expect(can).toEqual([...can].sort((a, b) => a - b));
  });

  it('are few: what stands around the number rules the others out', () => {
    expect(contexts.at('支出5万元', 2, 3, '5')).toEqual([]);
    expect(contexts.at('2010101', 0, 7, '2010101')).toEqual([2]);
    expect(contexts.at('05支出共', 0, 2, '05')).toEqual([]);
  });
});

describe('an expression beside a place', () => {
  it('sees nothing before the place it is told', () => {
    const { can } = beside('(?:^|，)共$', {}, 'before');
    expect([can('支出共', 3), can('支出共', 3, 2), can('，共', 2)]).toEqual([false, true, true]);
  });
});
