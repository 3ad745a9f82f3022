import { describe, expect, it } from 'vitest';
import { equations, sides } from '../../src/checks/equations.ts';
import { disclose, economic, f, patterns, type Stating, said } from './disclosure.ts';

/** `expenditure.total = 474.7; assets.vehicle.total = 4 辆` */
function stated(example: string): Stating[] {
  return example.split(';').map((each) => {
    const [left = '', right = ''] = each.split('=').map((side) => side.trim());
    const [, concept = '', code] = /^([a-z_.0-9]+)(?:\[(\d+)\])?$/.exec(left) ?? [];
    const [printed = '', unit] = right.split(' ');
    return f(concept, printed, { ...(unit ? { unit } : {}), subject: code ? economic(code, code) : null });
  });
}

const inTable = (example: string) => disclose([{ kind: '01', rows: stated(example).map((fact) => ['', fact]) }]);
const inSentence = (example: string) => disclose([stated(example).flatMap((fact) => [fact, '，'])]);

describe.each(equations(patterns).map((equation) => [equation.id, equation] as const))('%s', (id, equation) => {
  it('explains itself', () => {
    expect(equation.zh).toMatch(/\p{Script=Han}/u);
    expect(equation.en).toMatch(/^[^\u4e00-\u9fff]+$/);
    expect(equation.source).not.toBe('');
  });

  it.each(equation.passes)('holds for %s', (example) => {
    for (const { findings, checks } of [inTable(example), inSentence(example)]) {
      expect(said(findings, id)).toEqual([]);
      expect((checks[id]?.pass ?? 0) + (equation.open ? 1 : 0)).toBeGreaterThan(0);
    }
  });

  it.each(equation.fails)('is broken by %s', (example) => {
    const { findings, checks } = inTable(example);
    expect(checks[id]).toMatchObject({ fail: 1, pass: 0 });
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    // A sentence may leave parts out, so that less than the whole says nothing there; it never passes.
    expect(inSentence(example).checks[id]?.pass).toBe(0);
  });
});

describe('equations', () => {
  it('offer their choices one by one', () => {
    expect(sides('a + (b | c + d?)')).toEqual([
      ['a', 'b'],
      ['a', 'c', 'd?'],
    ]);
  });

  it('name every whole once', () => {
    const ids = equations(patterns).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^(?:sum|balance|count)\.[a-z_.]+$/.test(id))).toBe(true);
  });
});
