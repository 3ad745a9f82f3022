/** Records against gold facts: what `gongkai eval` prints, and what a test of the whole road asserts. */
import type { DocumentRecord } from '../contract.ts';
import { type DefectEvaluation, evaluateDefects } from './defects.ts';
import type { GoldDocument } from './gold.ts';
import { lostNumbers } from './lost.ts';
import { type Comparable, comparables, type Matching, type Miss, matchFacts } from './match.ts';
import { type Score, score, scoresBy } from './score.ts';

export interface Extracted {
  readonly record: DocumentRecord;
  /** The text that the offsets of the record point into. */
  readonly text: string;
}

export interface DocumentEvaluation {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly narrative: Score;
  readonly tables: Score;
  readonly byConcept: Readonly<Record<string, Score>>;
  readonly byMeasure: Readonly<Record<string, Score>>;
  readonly misses: readonly Miss[];
  readonly extras: readonly Comparable[];
  /** Numbers of the gold that are neither a fact nor an unmapped mention. */
  readonly lost: readonly Comparable[];
  /** Pairs whose printed text or unit differs; for information, no miss. */
  readonly publishedOtherwise: Matching['pairs'];
  readonly defects: DefectEvaluation;
}

export interface Evaluation {
  readonly documents: readonly DocumentEvaluation[];
  /** Gold documents without a record. */
  readonly absent: readonly string[];
}

/** Compares each gold document with the record whose file name, without extension, is its name. */
export function evaluate(gold: readonly GoldDocument[], extracted: readonly Extracted[]): Evaluation {
  const byName = new Map<string, Extracted>();
  for (const each of extracted) {
    const name = stem(each.record.source.path);
    if (!byName.has(name)) byName.set(name, each);
  }
  const documents: DocumentEvaluation[] = [];
  const absent: string[] = [];
  for (const document of gold) {
    const found = byName.get(document.name);
    if (found) documents.push(evaluateDocument(document, found));
    else absent.push(document.name);
  }
  return { documents, absent };
}

function stem(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

const inNarrative = (fact: Comparable) => fact.where === 'narrative';

function evaluateDocument(gold: GoldDocument, { record, text }: Extracted): DocumentEvaluation {
  const expected = gold.facts.map((fact) => ({ ...fact, quote: null }));
  const found = comparables(record);
  const matching = matchFacts(expected, found);
  return {
    name: gold.name,
    id: record.id,
    path: record.source.path,
    narrative: score(matching, inNarrative),
    tables: score(matching, (fact) => !inNarrative(fact)),
    byConcept: scoresBy(matching, 'concept'),
    byMeasure: scoresBy(matching, 'measure'),
    misses: matching.misses,
    extras: matching.extras,
    lost: lostNumbers(expected, found, record.mentions.unmapped),
    publishedOtherwise: matching.pairs.filter(
      ({ gold: a, found: b }) => a.published.text !== b.published.text || a.published.unit !== b.published.unit,
    ),
    defects: evaluateDefects(gold, record, text),
  };
}
