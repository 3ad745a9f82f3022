import { describe, expect, it } from 'vitest';
import { backtrackingProblem, worst } from '../../../src/packs/backtracking/index.ts';
import { Machine } from '../../../src/packs/backtracking/steps.ts';
import { parseExpression } from '../../../src/patterns/parse.ts';
import { compile } from '../../../src/patterns/regex.ts';

const problem = (source: string) => backtrackingProblem(compile(source));

describe('a repetition without end', () => {
  it.each(['支出.*', '\\d+', '[，。]{2,}', '(?:增加|减少)*', '(?<=年.+)支出', '(?!.*元)', '(?<name>\\p{Han}+)'])(
    'is found in %s',
    (source) => expect(problem(source)).toContain('has no upper bound'),
  );
  it.each(['支出.{0,40}', '\\d{1,24}', '[*+]', '\\+\\*', '[^\\]+]{1,3}', '(?<year>20\\d\\d)年'])(
    'is not found in %s',
    (source) => expect(problem(source)).toBeNull(),
  );
});

describe('backtracking', () => {
  it.each([
    '(?:支|支出|出){1,40}。',
    '(?:[^，]{1,20}){1,20}。',
    '(?:\\d|[0-9]){1,30}$',
    '^(?:\\p{Han}{1,40}){1,8}$',
    '[^。]{0,80}支[^。]{0,80}出[^。]{0,80}元',
    '(?:增|增加|加)(?:增|增加|加){0,30}(?=少)',
  ])('is found in %s', (source) => expect(problem(source)).toContain('steps a character'));

  it.each([
    '(?:支|出){1,40}。',
    '[^，。]{0,24}支出',
    '(?:比|较|与)(?:上年|去年)(?:同期)?(?:决算数?)?(?:相比)?',
    '(?<![\\d.])\\d{1,3}(?:,\\d{3}){0,8}(?:\\.\\d{1,8})?',
    '(?:收入|支出|收支|决算|预算|执行){0,8}(?:情况|说明)',
  ])('is no matter in %s', (source) => expect(problem(source)).toBeNull());

  it('is worst on a text of the words of the expression', () => {
    expect(worst(parseExpression('(?:支|支出|出){1,12}。')).text).toMatch(/^(?:支出)+/);
  });
});

describe('the machine that counts steps', () => {
  const steps = (source: string, text: string) =>
    new Machine(parseExpression(compile(source).source)).search(text, 1e6);

  it('tries each character once where there is no choice', () => {
    expect(steps('支', '收入收入')).toBe(5);
  });
  it('stops at a match', () => {
    expect(steps('支', '支出支出')).toBe(1);
  });
  it('gives up at its limit', () => {
    expect(new Machine(parseExpression('(?:a|a){1,40}b')).search('a'.repeat(40), 1000)).toBe(1000);
  });
  it.each([
    ['(?<=年)支出', '年支出', 4],
    ['支(?!出)', '支出支付', 5],
    ['^出', '支出', 1],
    ['支{2,3}?出', '支支支出', 5],
  ])('reads %s on %s', (source, text, expected) => {
    expect(compile(source).test(text)).toBe(source !== '^出');
    expect(steps(source, text)).toBe(expected);
  });
});
