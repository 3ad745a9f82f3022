import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Entry, Run } from '../../src/batch/entry.ts';
import { coverage, summary } from '../../src/commands/summary.ts';

const generator = { name: 'gongkai', version: '0', patterns: '' } as const;
const extracted: Entry = {
  path: 'a.pdf',
  status: 'extracted',
  id: '0',
  format: 'pdf',
  pages: 3,
  region: '四川省',
  organisation: '青石县水务局\u001b[2J',
  fiscalYear: 2024,
  kind: 'final',
  facts: 7,
  mapped: 3,
  unmapped: 1,
  findings: { error: 1, warning: 0, info: 2 },
  checks: { pass: 30, fail: 3, unevaluable: 7, why: { missing: 5, zero: 2 } },
  notices: { 'tables-approximate': 2 },
};
const totals = { inputs: 2, extracted: 1, duplicate: 0, unsupported: 0, failed: 1, facts: 7, findings: 3 };
const groups = { format: { pdf: 1 }, fiscalYear: { 2024: 1 }, region: { 四川省: 1 }, failure: { corrupt: 1 } };
const failed: Entry = { path: 'b.pdf', status: 'failed', reason: { code: 'corrupt', message: 'cut off', page: 4 } };
const run: Run = { schema: 'gongkai/run@1', generator, totals, groups };

describe('the summary', async () => {
  const text = await summary(run, [extracted, failed], 'out', picocolors.createColors(false));

  it('has a line per document with its organisation, year, kind, coverage and findings', () => {
    expect(text).toMatch(/^2024 {2}final +7 +75% +1 +0 +2 {2}青石县水务局/m);
  });

  it('says how many of the checks were evaluated, and why the others were not', () => {
    expect(text).toContain('Checks: 33 of 40 evaluated (82.5%); not evaluated: missing 5, zero 2');
  });

  it('names each failed file with page and cause', () => {
    expect(text).toContain('b.pdf: page 4: cut off [corrupt]');
  });

  it('says what was noticed, the totals and where the output is', () => {
    expect(text).toContain('a.pdf: 2 × tables-approximate');
    expect(text).toContain('2 inputs: 1 extracted with 7 facts, 1 failed\nOutput in out\n');
  });

  it('counts documents by form, year and region, and failures by kind', () => {
    expect(text).toContain('by form      pdf 1\nby year      2024 1\nby region    四川省 1\nby failure   corrupt 1\n');
  });

  it('of a large run names failures only, and only so many', async () => {
    const many = { ...run, totals: { ...totals, inputs: 5000, failed: 30 } };
    const entries = [...Array(30).fill(failed), extracted];
    const long = await summary(many, entries, 'out', picocolors.createColors(false));
    expect(long).not.toContain('青石县水务局');
    expect(long.match(/^failed /gm)).toHaveLength(20);
    expect(long).toContain('and 10 more failures');
  });

  it('passes no control characters of a document on to the terminal', () => {
    expect(text).not.toContain('\u001b');
  });
});

describe('coverage', () => {
  it('is 100% only where nothing is unmapped', () => {
    expect([coverage(9999, 1), coverage(5, 0), coverage(0, 0)]).toEqual(['99.9%', '100%', '–']);
  });
});
