/** The checks over facts that people read, and over those of the samples: every defect found, no error that is none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/checks/index.ts';
import type { DocumentRecord, Fact, TableRecord } from '../../src/contract.ts';
import type { Document } from '../../src/document.ts';
import { evaluateDefects } from '../../src/evaluate/defects.ts';
import type { Defect, GoldFact } from '../../src/evaluate/gold.ts';
import { tableFacts } from '../../src/facts/tables/index.ts';
import { read } from '../../src/read/index.ts';
import { libreOfficeConverter } from '../../src/read/libreoffice.ts';
import { report as readReport, sectionTree } from '../../src/sections/index.ts';
import { shared } from '../shared.ts';
import { goldFacts, patterns } from './gold.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const truth = fileURLToPath(new URL('../golden/truth/', import.meta.url));
/** Families that are found from numbers, names and template words. */
const NUMERIC =
  /^(?:sum|balance|share|rate|witness|direction|zero-base|count|placeholder|residue|required|unit|subject)/;

function lines<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

interface Checked {
  readonly missed: string[];
  readonly falseAlarms: string[];
}

/** Sentences from the gold, cells from the tables as they are read, so that rows and columns are the printed ones. */
async function checked(file: string, gold: string): Promise<Checked | null> {
  const convertDoc = await libreOfficeConverter();
  const { value: document } = await read(new Uint8Array(readFileSync(file)), { patterns, convertDoc });
  if (!document) return null;
  const tree = sectionTree(document, patterns);
  const { value: report } = readReport(document, tree, patterns);
  const { tables, facts } = withTables(document, tree.sections, report, lines<GoldFact>(`${gold}.jsonl`));
  const { findings } = check({ document, report, sections: tree.sections, tables, facts, patterns });
  const defects = { name: '', facts: [], defects: lines<Defect>(`${gold}.defects.jsonl`) };
  const borderline = lines<Defect>(`${gold}.defects.borderline.jsonl`);
  const record = { facts, findings } as unknown as DocumentRecord;
  const { results, falseAlarms } = evaluateDefects({ ...defects, borderline }, record, document.text);
  const missed = results.filter(({ defect, finding }) => !finding && NUMERIC.test(defect.rule));
  return {
    missed: missed.map(({ defect }) => defect.quote),
    falseAlarms: falseAlarms.map(({ message }) => message.en),
  };
}

function withTables(
  document: Document,
  sections: Parameters<typeof tableFacts>[0]['sections'],
  report: Parameters<typeof tableFacts>[0]['report'],
  gold: readonly GoldFact[],
): { tables: TableRecord[]; facts: Fact[] } {
  const read = tableFacts({ document, sections, report, patterns });
  const sentences = goldFacts(gold, document).filter(({ source }) => source.table === null);
  return { tables: read.tables, facts: [...sentences, ...read.facts.map((fact, i) => ({ ...fact, id: `t${i}` }))] };
}

describe.skipIf(!existsSync(shared))('the shared real documents', () => {
  it.each(['plx-2022-final.txt', 'ghzy-2024-final.pdf'])('%s', async (name) => {
    const gold = join(shared, 'gold', name.replace(/\.\w+$/, ''));
    expect(await checked(join(shared, 'real', name), gold)).toEqual({ missed: [], falseAlarms: [] });
  });

  it('an empty template has residue and no arithmetic', async () => {
    const bytes = new Uint8Array(readFileSync(join(shared, 'real/template-2024-final.pdf')));
    const { value: document } = await read(bytes, { patterns, convertDoc: null });
    if (!document) throw new Error('does not read');
    const tree = sectionTree(document, patterns);
    const { value: report } = readReport(document, tree, patterns);
    const { tables, facts } = withTables(document, tree.sections, report, []);
    const { findings } = check({ document, report, sections: tree.sections, tables, facts, patterns });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['residue', 'placeholder']));
  });
});

const names = readdirSync(samples).filter((name) => existsSync(`${truth}${name.replace(/\.\w+$/, '')}.jsonl`));

describe('the samples', () => {
  it.each(names)('%s', async (name) => {
    const result = await checked(`${samples}${name}`, `${truth}${name.replace(/\.\w+$/, '')}`);
    // A .doc without a converter has no tables.
    if (name.endsWith('.doc') && (await libreOfficeConverter()) === null) return;
    expect(result).toEqual({ missed: [], falseAlarms: [] });
  });
});
