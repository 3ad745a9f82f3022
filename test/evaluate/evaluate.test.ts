import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GoldDocument, loadGold } from '../../src/evaluate/gold.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import { comparables } from '../../src/evaluate/match.ts';
import { fact, record } from './record.ts';

const goldFacts = comparables(record({ facts: [fact(), fact({ value: '7', measure: 'count' })] }));
const gold: GoldDocument = { name: 'demo', facts: goldFacts, defects: [], borderline: [] };

describe('evaluating', () => {
  it('finds the record by the file name without folder and extension', () => {
    const { documents, absent } = evaluate([gold, { ...gold, name: 'other' }], [{ record: record(), text: '' }]);
    expect(documents.map((document) => document.path)).toEqual(['a/demo.txt']);
    expect(absent).toEqual(['other']);
  });

  it('gives precision, recall and F1 for the narrative and by measure', () => {
    const facts = [fact(), fact({ value: '1' }), fact({ value: '2' })];
    const [document] = evaluate([gold], [{ record: record({ facts }), text: '' }]).documents;
    expect(document?.narrative).toEqual({ gold: 2, found: 3, right: 1, precision: 1 / 3, recall: 0.5, f1: 0.4 });
    expect(document?.byMeasure).toMatchObject({ count: { gold: 1, right: 0 }, final: { found: 3, right: 1 } });
    expect(document?.tables).toMatchObject({ gold: 0, found: 0, precision: 1, recall: 1, f1: 1 });
  });

  it('counts facts where the gold has none against the precision', () => {
    const [document] = evaluate(
      [{ ...gold, facts: [] }],
      [{ record: record({ facts: [fact()] }), text: '' }],
    ).documents;
    expect(document?.narrative).toMatchObject({ precision: 0, recall: 1 });
  });
});

describe('loading gold facts', () => {
  it('keeps facts, defects and borderline defects apart', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'gold-'));
    const { quote: _, ...line } = goldFacts[0] as (typeof goldFacts)[number];
    const defect = { rule: 'sum', page: 1, quote: 'x', why: '', verdict: null, severity: 'info' };
    await writeFile(join(directory, 'demo.jsonl'), `${JSON.stringify(line)}\n\n`);
    await writeFile(join(directory, 'demo.defects.jsonl'), JSON.stringify(defect));
    await writeFile(
      join(directory, 'demo.defects.borderline.jsonl'),
      `${JSON.stringify(defect)}\n${JSON.stringify(defect)}`,
    );
    const loaded = await loadGold(directory);
    expect(loaded.map((each) => [each.name, each.facts.length, each.defects.length, each.borderline.length])).toEqual([
      ['demo', 1, 1, 2],
    ]);
  });

  it('names file and line of what is not a fact', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'gold-'));
    await writeFile(join(directory, 'demo.jsonl'), '{"concept": 1}');
    await expect(loadGold(directory)).rejects.toThrow(/demo\.jsonl line 1: .*/);
  });
});
