/**
 * Disclosures in several files: a narrative and its tables in a workbook beside it. The files of one folder, organisation,
 * year and kind are one bundle, in which the relations between numbers are checked across the files.
 */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE_SCHEMA, type Bundle } from '../contract.ts';
import { writeWhole } from '../dataset/write.ts';
import { foldText } from '../fold.ts';
import type { Context } from './context.ts';
import type { Entry } from './entry.ts';
import { OutputError, writing } from './output-error.ts';
import { STATE, type Store } from './store.ts';
import type { Workers } from './workers.ts';

/** In one folder; more files of one organisation, year and kind are not one disclosure. */
const MOST = 40;
const FILE = 'bundles.jsonl';

export type Members = Pick<Bundle, 'folder' | 'organisation' | 'fiscalYear' | 'kind'> & { readonly ids: string[] };

export interface BundleJob {
  readonly ids: readonly string[];
}

/** Null where all files are copies of one. */
export type BundleResult = Pick<Bundle, 'documents' | 'checks' | 'findings'> | null;

/** Puts documents that may belong together side by side; takes them in the order of their paths. */
export class Bundles {
  private readonly groups = new Map<string, Members>();

  add(entry: Entry & { status: 'extracted' }): void {
    const { path, organisation, fiscalYear, kind, id } = entry;
    if (organisation === null || fiscalYear === null || kind === 'other') return;
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const key = JSON.stringify([folder, foldText(organisation), fiscalYear, kind]);
    const group = this.groups.get(key) ?? { folder, organisation, fiscalYear, kind, ids: [] };
    this.groups.set(key, group);
    if (group.ids.length < MOST) group.ids.push(id);
  }

  several(): Members[] {
    return [...this.groups.values()].filter(({ ids }) => ids.length > 1);
  }
}

/** Writes bundles.jsonl; there is none where no files belong together. Nothing is done again for the same records. */
export async function writeBundles(
  groups: readonly Members[],
  { store, workers, context }: { readonly store: Store; readonly workers: Workers; readonly context: Context },
): Promise<void> {
  const [file, state] = [join(store.out, FILE), join(store.out, STATE, 'bundles.json')];
  if (groups.length === 0) {
    await writing(() => Promise.all([file, state].map((each) => rm(each, { force: true }))));
    return;
  }
  const key = createHash('sha256')
    .update(JSON.stringify([context.facts, groups]))
    .digest('hex');
  const before = await readFile(state, 'utf8').catch(() => '');
  if (
    before === key &&
    (await readFile(file).then(
      () => true,
      () => false,
    ))
  )
    return;
  const made = await Promise.all(groups.map((members) => bundle(members, workers)));
  const lines = made.flatMap((each) => (each ? [`${JSON.stringify(each)}\n`] : []));
  await writing(async () => {
    await writeWhole(file, lines.join(''));
    await writeWhole(state, key);
  });
}

async function bundle({ ids, ...members }: Members, workers: Workers): Promise<Bundle | null> {
  const result = await workers.do({ kind: 'bundle', job: { ids } });
  if (result.kind === 'output') throw new OutputError(result.code);
  const head = { schema: BUNDLE_SCHEMA, ...members } as const;
  if (result.kind === 'killed') return { ...head, documents: ids, checks: {}, findings: [], failed: result.reason };
  if (result.kind !== 'bundle') throw new Error(`a worker answered ${result.kind}`);
  return result.result && { ...head, ...result.result };
}
