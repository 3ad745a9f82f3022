/** A sample as the checks see it: its facts, its findings, and which numbers bear each other out. */
import { readFile } from 'node:fs/promises';
import { Book } from '../../src/checks/book.ts';
import { check, NUMBER_RULES } from '../../src/checks/index.ts';
import { Ledger } from '../../src/checks/ledger.ts';
import type { Operand } from '../../src/checks/operand.ts';
import { Page } from '../../src/checks/page.ts';
import type { Fact, Finding, Report, Section, TableRecord } from '../../src/contract.ts';
import type { Document } from '../../src/document.ts';
import { extractFacts } from '../../src/facts/index.ts';
import { loadPatterns, type Patterns } from '../../src/patterns/load.ts';
import { vocabulary } from '../../src/patterns/vocabulary.ts';
import { read } from '../../src/read/index.ts';
import { report as readReport, sectionTree } from '../../src/sections/index.ts';

export const patterns: Patterns = loadPatterns();

export interface Subject {
  readonly document: Document;
  readonly report: Report;
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
  readonly tables: readonly TableRecord[];
  readonly findings: readonly Finding[];
}

/** A relation that held, with what it compares. */
export interface Relation {
  readonly rule: string;
  readonly operands: readonly Operand[];
}

/** All stages after reading. */
export function examined(document: Document): Subject {
  const tree = sectionTree(document, patterns);
  const { value: report } = readReport(document, tree, patterns);
  const { facts, tables } = extractFacts({ document, tree, report, patterns });
  const { sections } = tree;
  const { findings } = check({ document, report, sections, tables, facts, patterns });
  return { document, report, sections, facts, tables, findings };
}

export async function sample(file: string): Promise<Subject | null> {
  const { value } = await read(new Uint8Array(await readFile(file)), { patterns, convertDoc: null });
  return value && examined(value);
}

class Recorder extends Ledger {
  readonly relations: Relation[] = [];

  override pass(rule: string, operands: readonly Operand[], weak = false): void {
    super.pass(rule, operands, weak);
    if (!weak) this.relations.push({ rule, operands });
  }
}

/** The relations that each fact satisfies. */
export function relationsOf({ document, report, sections, facts, tables }: Subject): Map<string, Relation[]> {
  const ledger = new Recorder();
  const page = new Page(document, tables, facts, vocabulary(patterns));
  const context = { document, report, sections, facts, tables, patterns, page, book: new Book(facts), ledger };
  for (const rule of NUMBER_RULES) rule(context);
  const byFact = new Map<string, Relation[]>();
  for (const relation of ledger.relations) {
    for (const { fact } of relation.operands) {
      const list = byFact.get(fact.id);
      if (list) list.push(relation);
      else byFact.set(fact.id, [relation]);
    }
  }
  return byFact;
}
