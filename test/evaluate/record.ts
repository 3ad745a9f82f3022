/** A small record for tests that compare or print records. */
import type { DocumentRecord, Fact, Finding } from '../../src/contract.ts';

export function fact(changes: Partial<Fact> = {}): Fact {
  return {
    id: 'f1',
    concept: 'expenditure.total',
    subject: null,
    measure: 'final',
    basis: null,
    period: 2024,
    value: '1235000',
    unit: 'CNY',
    published: { text: '123.50', unit: '万元', unitSource: 'inline' },
    interval: ['1234950', '1235050'],
    reason: null,
    approximate: false,
    stated: 'number',
    source: {
      kind: 'sentence',
      section: '3.1',
      table: null,
      row: null,
      column: null,
      page: 1,
      start: 5,
      end: 11,
      quote: '支出总计123.50万元',
      box: null,
    },
    pattern: 'test',
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: 'witness',
    verdict: 'conflict',
    severity: 'error',
    message: { zh: '不一致', en: 'they differ' },
    expected: null,
    actual: null,
    suspect: 'document',
    hint: null,
    facts: [],
    page: 1,
    start: 5,
    end: 11,
    box: null,
    ...changes,
  };
}

export function record(changes: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    schema: 'gongkai/document@1',
    id: '0123456789abcdef',
    generator: { name: 'gongkai', version: '0.0.0', patterns: 'test' },
    source: { path: 'a/demo.txt', bytes: 1, sha256: '0123456789abcdef', format: 'txt', pages: 1 },
    report: {
      title: null,
      organisation: '青石县水务局',
      kind: 'final',
      level: 'department',
      fiscalYear: 2024,
      region: null,
      units: [],
      duties: [],
    },
    sections: [],
    tables: [],
    facts: [],
    mentions: {
      total: 0,
      mapped: 0,
      ignored: { date: 0, ordinal: 0, code: 0, threshold: 0, formula: 0, other: 0 },
      unmapped: [],
    },
    checks: {},
    findings: [],
    notices: [],
    ...changes,
  };
}
