import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Entry, Run } from '../../src/batch/run.ts';
import { coverage, summary } from '../../src/commands/summary.ts';

const generator = { name: 'gongkai', version: '0', patterns: '' } as const;
const extracted: Entry = {
  path: 'a.pdf',
  status: 'extracted',
  id: '0',
  organisation: '青石县水务局\u001b[2J',
  fiscalYear: 2024,
  kind: 'final',
  facts: 7,
  mapped: 3,
  unmapped: 1,
  findings: { error: 1, warning: 0, info: 2 },
  notices: { 'tables-approximate': 2 },
};
const totals = { inputs: 2, extracted: 1, duplicate: 0, unsupported: 0, failed: 1, facts: 7 };
const failed: Entry = { path: 'b.pdf', status: 'failed', reason: { code: 'corrupt', message: 'cut off', page: 4 } };
const run: Run = { schema: 'gongkai/run@1', generator, totals, inputs: [extracted, failed] };

describe('the summary', () => {
  const text = summary(run, 'out', picocolors.createColors(false));

  it('has a line per document with its organisation, year, kind, coverage and findings', () => {
    expect(text).toMatch(/^2024 {2}final +7 +75% +1 +0 +2 {2}青石县水务局/m);
  });

  it('names each failed file with page and cause', () => {
    expect(text).toContain('b.pdf: page 4: cut off [corrupt]');
  });

  it('says what was noticed, the totals and where the output is', () => {
    expect(text).toContain('a.pdf: 2 × tables-approximate');
    expect(text).toContain('2 inputs: 1 extracted with 7 facts, 1 failed\nOutput in out\n');
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
