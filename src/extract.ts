/**
 * From the bytes of one document to its record: every stage in order, and nothing else. No clock, no network, no file
 * system: the same bytes, path, patterns and version always give the same record.
 */
import { createHash } from 'node:crypto';
import { check } from './checks/index.ts';
import { DOCUMENT_SCHEMA, type DocumentRecord, type Fact, type Finding } from './contract.ts';
import type { Document, Notice } from './document.ts';
import { extractFacts, type Trace } from './facts/index.ts';
import { type ReadOptions, read } from './read/index.ts';
import { report as readReport, sectionTree } from './sections/index.ts';

export interface ExtractOptions extends ReadOptions {
  /** What `source.path` says: relative to the input root, with `/` between folders. */
  readonly path: string;
  /** The version of this package, for `generator.version`. */
  readonly version: string;
  /** Stands in for the readers where the document was read before. */
  readonly readWith?: typeof read;
  /** Let the traces say how each number of a sentence was read: for `explain`. */
  readonly readings?: boolean;
}

export interface ExtractResult {
  /** Null where no reader could make a document of the bytes; the notices then hold the error. */
  readonly record: DocumentRecord | null;
  /** The text that every offset of the record points into. */
  readonly text: string | null;
  readonly document: Document | null;
  readonly notices: readonly Notice[];
  /** One entry per number printed in the document: what became of it. */
  readonly traces: readonly Trace[];
}

export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<ExtractResult> {
  const { patterns } = options;
  // Before reading: a reader may take the buffer away (pdf.js transfers it to its worker).
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const size = bytes.byteLength;
  const { value: document, notices: readNotices } = await (options.readWith ?? read)(bytes, options);
  if (!document) return { record: null, text: null, document: null, notices: readNotices, traces: [] };

  const tree = sectionTree(document, patterns);
  const { value: report, notices: reportNotices } = readReport(document, tree, patterns);
  const found = extractFacts({ document, tree, report, patterns, readings: options.readings });
  const facts = [...found.facts].sort(byFactPlace);
  const { sections } = tree;
  const altered = readNotices.some(({ code }) => code === 'tampered');
  const { tables } = found;
  const { checks, findings } = check({ document, report, sections, tables, facts, patterns, altered });
  const notices = [...readNotices, ...reportNotices, ...found.notices];
  const record: DocumentRecord = {
    schema: DOCUMENT_SCHEMA,
    id: sha256.slice(0, 16),
    generator: { name: 'gongkai', version: options.version, patterns: patterns.hash },
    source: {
      path: options.path,
      bytes: size,
      sha256,
      format: document.format,
      pages: document.pages.length,
      ...(document.attachments ? { attachments: document.attachments } : {}),
    },
    report,
    sections: [...sections],
    tables: found.tables,
    facts,
    mentions: found.mentions,
    checks: inKeyOrder(checks),
    findings: [...findings].sort(byFindingPlace),
    notices,
  };
  return {
    record,
    text: document.text,
    document,
    notices,
    get traces() {
      return found.traces;
    },
  };
}

/** Code-unit order: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byFactPlace(a: Fact, b: Fact): number {
  return (
    a.source.start - b.source.start ||
    a.source.end - b.source.end ||
    compare(a.concept, b.concept) ||
    compare(a.measure, b.measure)
  );
}

function byFindingPlace(a: Finding, b: Finding): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    compare(a.rule, b.rule) ||
    compare(a.verdict, b.verdict) ||
    compare(a.message.en, b.message.en)
  );
}

function inKeyOrder<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => compare(a, b)));
}
