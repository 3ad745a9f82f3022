import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Document, Result } from '../../../src/document.ts';
import type { DraftFact } from '../../../src/facts/draft.ts';
import { tableFacts } from '../../../src/facts/tables/index.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { reportOf } from './build.ts';

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
// The reader is loaded by path: this test also runs where it does not stand yet.
const reader = fileURLToPath(new URL('../../../src/read/pdf.ts', import.meta.url));
const patterns = loadPatterns();
const KINDS = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];

async function read(name: string) {
  const { readPdf } = (await import(reader)) as { readPdf: (bytes: Uint8Array) => Promise<Result<Document | null>> };
  const { value: document } = await readPdf(new Uint8Array(readFileSync(`${shared}/real/${name}.pdf`)));
  if (!document) throw new Error(`${name} does not read`);
  const result = tableFacts({ document, sections: [], report: reportOf('final'), patterns });
  return { document, ...result };
}

interface GoldFact {
  concept: string;
  subject: { code: string | null; path: string[] } | null;
  measure: string;
  basis: string | null;
  period: number;
  value: string;
  unit: string;
  stated: string;
  published: { text: string; unit: string | null };
  where: string;
  page: number;
}

const line = (fact: Omit<GoldFact, 'where' | 'page'>, where: string, page: number) =>
  [
    where,
    page,
    fact.concept,
    fact.subject ? `${fact.subject.code} ${fact.subject.path.join('/')}` : '-',
    fact.measure,
    fact.basis,
    fact.period,
    fact.value,
    fact.unit,
    fact.stated,
    fact.published.text,
    fact.published.unit,
  ].join(' ');

describe.skipIf(!existsSync(shared) || !existsSync(reader))('the tables of real disclosures', () => {
  it('give every gold fact and no other', async () => {
    const { tables, facts, unmapped } = await read('ghzy-2024-final');
    const kindOf = new Map(tables.map((table) => [table.id, table.kind]));
    const found = facts.map((fact: DraftFact) =>
      line(
        { ...fact, published: fact.published } as never,
        `table:${kindOf.get(fact.source.table ?? '')}`,
        fact.source.page,
      ),
    );
    const gold = readFileSync(`${shared}/gold/ghzy-2024-final.jsonl`, 'utf8')
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => JSON.parse(text) as GoldFact)
      .filter((fact) => fact.where.startsWith('table:'))
      .map((fact) => line(fact, fact.where, fact.page));
    expect(found.sort()).toEqual(gold.sort());
    expect(unmapped).toEqual([]);
  });

  it('give nine kinds and no value for an empty template', async () => {
    const { tables, facts, unmapped } = await read('template-2024-final');
    expect(tables.map((table) => table.kind).filter((kind) => kind !== null)).toEqual(KINDS);
    expect(facts.filter((fact) => fact.value !== null)).toEqual([]);
    expect(unmapped).toEqual([]);
  });
});
