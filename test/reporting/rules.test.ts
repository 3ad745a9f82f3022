/** The catalogue of rules: complete, and the page that is made of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/catalogue.ts';
import { rulesPage } from '../../src/reporting/rules-page.ts';
import { patterns } from '../checks/disclosure.ts';
import { call } from '../cli/call.ts';

const all = rules(patterns);

describe('the catalogue', () => {
  it('has each rule once, in order', () => {
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.length).toBeGreaterThan(60);
  });

  it('says what each asks and how it is judged, in both languages', () => {
    for (const { id, asks, judged, relations } of all) {
      expect(
        [asks.zh, asks.en].every((text) => text.length > 3),
        id,
      ).toBe(true);
      expect(judged !== null || relations.length > 0, id).toBe(true);
    }
  });

  it('is what docs/rules.md prints', () => {
    const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
    expect(page).toBe(rulesPage(all));
  });
});

describe('gongkai rules', () => {
  it('lists the rules of a family', async () => {
    const { code, stdout } = await call(['rules', 'rate'], '.');
    expect(code).toBe(0);
    expect(stdout).toContain('rate.completion');
    expect(stdout).not.toContain('sum.basic');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 rules');
  });

  it('prints JSON with relations and examples', async () => {
    const { stdout } = await call(['rules', 'sum.basic', '--json'], '.');
    const [rule] = JSON.parse(stdout);
    expect(rule).toMatchObject({
      id: 'sum.basic',
      verdicts: ['mismatch', 'last-digit', 'partial-list'],
      across: false,
    });
    expect(rule.relations[0]).toContain('expenditure.basic =');
    expect(rule.fails.length).toBeGreaterThan(0);
  });

  it('names no rule that there is not', async () => {
    const { code, stderr } = await call(['rules', 'nothing'], '.');
    expect(code).toBe(2);
    expect(stderr).toContain('no rule nothing');
  });
});
