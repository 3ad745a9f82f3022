/** Checks the files of one bundle, in a worker. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AcrossFinding, checkBundle, type Disclosed } from '../checks/across.ts';
import type { DocumentRecord } from '../contract.ts';
import type { Patterns } from '../patterns/load.ts';
import type { BundleJob, BundleResult } from './bundles.ts';

export async function checkedBundle({ ids }: BundleJob, out: string, patterns: Patterns): Promise<BundleResult> {
  const documents: Disclosed[] = [];
  for (const id of ids) {
    const record = JSON.parse(await readFile(join(out, 'documents', `${id}.json`), 'utf8')) as DocumentRecord;
    documents.push({ record, text: await readFile(join(out, 'text', `${id}.txt`), 'utf8') });
  }
  const checked = checkBundle(documents, patterns);
  if (!checked) return null;
  const told = ({ document, finding }: AcrossFinding) => ({ document, ...finding });
  return { documents: checked.documents, checks: checked.checks, findings: checked.findings.map(told) };
}
