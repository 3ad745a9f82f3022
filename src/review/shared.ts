/** Findings between the files of one disclosure, by the document in which they stand. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle, DocumentRecord } from '../contract.ts';
import type { Compared, SharedFinding } from './data.ts';

export class SharedFindings {
  private constructor(
    private readonly out: string,
    private readonly byDocument: ReadonlyMap<string, Bundle['findings']>,
  ) {}

  /** A run in which no files belong together wrote none. */
  static async of(out: string): Promise<SharedFindings> {
    const lines = await readFile(join(out, 'bundles.jsonl'), 'utf8').catch(() => '');
    const found = new Map<string, Bundle['findings'][number][]>();
    for (const line of lines.split('\n').filter(Boolean)) {
      for (const finding of (JSON.parse(line) as Bundle).findings) {
        const known = found.get(finding.document);
        if (known) known.push(finding);
        else found.set(finding.document, [finding]);
      }
    }
    return new SharedFindings(out, found);
  }

  async at(document: string): Promise<SharedFinding[]> {
    const findings = this.byDocument.get(document) ?? [];
    const records = new Map<string, DocumentRecord>();
    for (const id of new Set(findings.flatMap(({ facts }) => facts.map((each) => split(each).document)))) {
      records.set(id, JSON.parse(await readFile(join(this.out, 'documents', `${id}.json`), 'utf8')) as DocumentRecord);
    }
    return findings.map(({ document: _, ...finding }) => ({
      finding,
      compared: finding.facts.flatMap((each): Compared[] => {
        const { document: id, fact: name } = split(each);
        const record = records.get(id);
        const fact = record?.facts.find((one) => one.id === name);
        return record && fact ? [{ document: id, path: record.source.path, fact }] : [];
      }),
    }));
  }
}

/** `3f5c…/f12`: a fact of another document is named with it. */
function split(name: string): { document: string; fact: string } {
  const [document = '', fact = ''] = name.split('/');
  return { document, fact };
}
