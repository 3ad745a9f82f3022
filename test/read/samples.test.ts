import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract.ts';
import { tableFacts } from '../../src/facts/tables/index.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { read } from '../../src/read/index.ts';
import { type Converter, libreOfficeConverter } from '../../src/read/libreoffice.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const truths = fileURLToPath(new URL('../golden/truth', import.meta.url));
const patterns = loadPatterns();
const names = readdirSync(samples).filter((name) => /\.(?:docx?|html|txt)$/.test(name));

interface Printed {
  where: string;
  measure: string;
  concept: string;
  period: number | null;
  value: string | null;
  subject: { path: string[] } | null;
}

const line = (fact: Printed) =>
  [fact.where, fact.concept, fact.measure, fact.period, fact.subject?.path.at(-1) ?? '-', fact.value].join(' ');

function truth(name: string): { report: Report; tables: string[] } {
  const report = JSON.parse(readFileSync(`${truths}/${name}.report.json`, 'utf8')) as Report;
  const facts = readFileSync(`${truths}/${name}.jsonl`, 'utf8').split('\n').filter((each) => each !== '');
  const printed = facts.map((each) => JSON.parse(each) as Printed).filter((fact) => fact.where.startsWith('table:'));
  return { report, tables: printed.map(line).sort() };
}

describe.each(names)('the tables of %s', (name) => {
  let convertDoc: Converter | null = null;
  beforeAll(async () => {
    convertDoc = name.endsWith('.doc') ? await libreOfficeConverter() : null;
  });

  it('give the facts that were written, cell for cell', async (context) => {
    if (name.endsWith('.doc') && !convertDoc) context.skip();
    const { report, tables } = truth(name.replace(/\.\w+$/, ''));
    const { value: document, notices } = await read(new Uint8Array(readFileSync(`${samples}/${name}`)), {
      patterns,
      convertDoc,
    });
    if (!document) throw new Error(notices[0]?.message);
    const { tables: records, facts } = tableFacts({ document, sections: [], report, patterns });
    const kinds = new Map(records.map((record) => [record.id, record.kind]));
    const found = facts.map((fact) =>
      line({ ...fact, where: `table:${kinds.get(fact.source.table ?? '')}` } as unknown as Printed),
    );
    expect(found.sort()).toEqual(tables);
    expect(document.pages).toHaveLength(1);
  });
});
