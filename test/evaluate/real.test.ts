/** The whole road on the shared real documents, against the facts and defects that people read in them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../src/contract.ts';
import { loadGold } from '../../src/evaluate/gold.ts';
import { type DocumentEvaluation, type Extracted, evaluate } from '../../src/evaluate/index.ts';
import { extract } from '../../src/extract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { shared } from '../shared.ts';

const ARITHMETIC = /^(?:sum|balance|share|rate|witness|direction|zero-base)(?:\.|$)/;

async function extracted(name: string): Promise<Extracted> {
  const bytes = readFileSync(join(shared, 'real', name));
  const { record, text } = await extract(bytes, { path: name, patterns: loadPatterns(), version: 'test' });
  if (!record || text === null) throw new Error(`${name} gave no record`);
  return { record, text };
}

/** The rows of the table of documents in the gold's README: file, id, report. */
function documents(): { file: string; id: string; report: string }[] {
  if (!existsSync(shared)) return [];
  const readme = readFileSync(join(shared, 'gold/README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `([^`|]+)` \| `([0-9a-f]{16})` \| ([^|]+) \|/gm)];
  return rows.map(([, file = '', id = '', report = '']) => ({ file, id, report: report.trim() }));
}

describe.skipIf(!existsSync(shared))('the shared real documents', () => {
  const records = new Map<string, Extracted>();
  let evaluations: readonly DocumentEvaluation[] = [];
  const record = (file: string): DocumentRecord => (records.get(file) as Extracted).record;

  beforeAll(async () => {
    for (const { file } of documents()) records.set(file, await extracted(file));
    evaluations = evaluate(await loadGold(join(shared, 'gold')), [...records.values()]).documents;
    expect(evaluations).toHaveLength(2);
  });

  it.each(documents())('$file says kind, year, organisation, level and units', ({ file, id, report }) => {
    const [kind, year, organisation] = report.split(/,\s*/);
    const found = record(file);
    expect(found.id).toBe(id);
    expect(found.report).toMatchObject({ kind, fiscalYear: Number(year) });
    expect(found.report.organisation).toBe(organisation?.startsWith('no ') ? null : organisation);
    if (report.includes('department')) expect(found.report.level).toBe('department');
    const units = /(\d+) units/.exec(report)?.[1];
    if (units) expect(found.report.units).toHaveLength(Number(units));
    else expect(found.report.units).toEqual([]);
  });

  it('give the facts of the narrative with precision and recall of 0.97', () => {
    for (const { name, narrative } of evaluations) {
      expect(narrative.precision, name).toBeGreaterThanOrEqual(0.97);
      expect(narrative.recall, name).toBeGreaterThanOrEqual(0.97);
    }
  });

  it('give the facts of the tables with precision and recall of 0.995', () => {
    for (const { name, tables } of evaluations) {
      expect(tables.precision, name).toBeGreaterThanOrEqual(0.995);
      expect(tables.recall, name).toBeGreaterThanOrEqual(0.995);
    }
  });

  it('lose no number in silence', () => {
    expect(evaluations.flatMap(({ name, lost }) => lost.map((fact) => `${name} ${fact.published.text}`))).toEqual([]);
  });

  it('have every arithmetic defect and placeholder reported, and no error that is none', () => {
    const results = evaluations.flatMap(({ defects }) => defects.results);
    const missed = results.filter(({ defect, finding }) => {
      return finding === null && (ARITHMETIC.test(defect.rule) || defect.rule === 'placeholder');
    });
    expect(missed.map(({ defect }) => defect.quote)).toEqual([]);
    expect(evaluations.flatMap(({ defects }) => defects.falseAlarms.map(({ message }) => message.en))).toEqual([]);
  });

  it('that are an empty template give its nine tables, placeholders and no value', () => {
    const template = record(documents().find(({ file }) => file.startsWith('template'))?.file ?? '');
    expect(template.tables.map((table) => table.kind).filter((kind) => kind !== null)).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
    ]);
    expect(template.facts.filter((fact) => fact.value !== null).map((fact) => fact.source.quote)).toEqual([]);
    expect(template.facts.filter((fact) => fact.stated === 'placeholder').length).toBeGreaterThan(90);
    expect(template.findings.filter((finding) => finding.rule.startsWith('placeholder')).length).toBeGreaterThan(0);
    expect(template.findings.filter((finding) => ARITHMETIC.test(finding.rule))).toEqual([]);
  });
});
