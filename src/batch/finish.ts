/** The end of a run: what became of every input, and the dataset made of the records. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DocumentRecord } from '../contract.ts';
import { TABLE_NAMES } from '../dataset/column.ts';
import { fileName, type PlannedDocument, plan, type Shard } from '../dataset/plan.ts';
import { serialise } from '../dataset/serialise.ts';
import type { ShardFile, WrittenFile } from '../dataset/shard.ts';
import { writeWhole } from '../dataset/write.ts';
import { FORMS } from '../dataset/writer.ts';
import type { Patterns } from '../patterns/load.ts';
import { type Accounted, account, type Met } from './account.ts';
import { Bundles, writeBundles } from './bundles.ts';
import type { Context } from './context.ts';
import { type Entry, extractedOf, type Place, RUN_SCHEMA, type Run } from './entry.ts';
import type { Done } from './ledger.ts';
import { OutputError, writing } from './output-error.ts';
import { placed } from './placed.ts';
import { STATE, type Store, samePlace } from './store.ts';
import type { Workers } from './workers.ts';

/** Forms of the dataset besides Parquet. */
export interface DatasetForms {
  readonly csv?: boolean;
  readonly jsonl?: boolean;
  /** Facts in one file at most; for tests. */
  readonly maxRows?: number;
}

export interface FinishOptions {
  readonly context: Context;
  readonly store: Store;
  readonly workers: Workers;
  readonly version: string;
  readonly patterns: Patterns;
  readonly forms?: DatasetForms;
}

/** What of an input's content is in the dataset. */
interface Document extends PlannedDocument {
  readonly key: string;
  readonly place: Place;
}

export async function finish(met: readonly Met[], options: FinishOptions): Promise<Run> {
  const { context, store } = options;
  const doneOf = (key: string): Done => {
    const done = store.done(key, context);
    if (!done) throw new Error(`nothing is known of the content ${key}`);
    return done;
  };
  const count = new Count();
  const documents: Document[] = [];
  const bundles = new Bundles();
  for (const { entry, place, done } of account(met, doneOf)) {
    count.add(entry);
    if (entry.status !== 'extracted' || !done) continue;
    const { id, fiscalYear, facts } = entry;
    documents.push({ id, fiscalYear, facts, key: done.key, place });
    bundles.add(entry);
    if (!samePlace(done.place, place)) await moved(done, place, store);
  }
  await dataset(documents, options);
  await writeBundles(bundles.several(), options);
  const { version, patterns } = options;
  const run: Run = {
    schema: RUN_SCHEMA,
    generator: { name: 'gongkai', version, patterns: patterns.hash },
    ...count.result(),
  };
  await writeEntries(store.out, run, account(met, doneOf));
  return run;
}

/** A record says where its input lies. Where that has changed since it was made, only that is written anew. */
async function moved(done: Done, place: Place, store: Store): Promise<void> {
  if (done.outcome.status !== 'extracted' || !done.files) return;
  const { id } = done.outcome;
  const record = placed(JSON.parse(await readFile(store.recordFile(id), 'utf8')) as DocumentRecord, place);
  const bytes = Buffer.from(serialise(record));
  const temporary = store.temporary(`moved-${id}`);
  await writing(async () => {
    await writeFile(`${temporary}.json`, bytes);
    await writeFile(`${temporary}.txt`, await readFile(store.textFile(id)));
  });
  const files = { ...done.files, record: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') };
  await store.commit({ ...done, place, outcome: { status: 'extracted', ...extractedOf(record) }, files }, temporary);
}

interface Made {
  /** Of what the dataset was made. */
  readonly key: string;
  readonly files: readonly WrittenFile[];
}

async function dataset(documents: readonly Document[], options: FinishOptions): Promise<void> {
  const { store, context, forms = {}, version, patterns } = options;
  const shards = plan(documents, forms.maxRows);
  const key = keyOf(documents, shards, context, forms);
  const state = join(store.out, STATE, 'dataset.json');
  const before = await madeBefore(state);
  if (before?.key === key && (await allThere(store.out, before.files))) return;
  const files = await written(shards, options);
  // After the work: a run should begin quickly.
  const [{ labels }, { dataPackage }] = await Promise.all([
    import('../dataset/labels.ts'),
    import('../dataset/package.ts'),
  ]);
  const description = dataPackage({ files, version, patterns: patterns.hash, labels: labels(patterns) });
  const names = new Set(files.map(({ name }) => name));
  const stale = (before?.files ?? []).filter(({ name }) => !names.has(name));
  await writing(async () => {
    for (const { name } of files) await rename(store.temporary(name), join(store.out, name));
    for (const { name } of stale) await rm(join(store.out, name), { force: true });
    await writeWhole(join(store.out, 'datapackage.json'), `${JSON.stringify(description, null, 2)}\n`);
    await writeWhole(state, serialise({ key, files } satisfies Made));
  });
}

function keyOf(
  documents: readonly Document[],
  shards: readonly Shard[],
  context: Context,
  forms: DatasetForms,
): string {
  const hash = createHash('sha256').update(JSON.stringify([context, forms, shards.map(({ label }) => label)]));
  for (const { key, place } of documents) hash.update(`${key}${JSON.stringify(place)}\n`);
  return hash.digest('hex');
}

async function madeBefore(state: string): Promise<Made | null> {
  try {
    return JSON.parse(await readFile(state, 'utf8')) as Made;
  } catch {
    return null;
  }
}

async function allThere(out: string, files: readonly WrittenFile[]): Promise<boolean> {
  const sizes = await Promise.all(
    files.map(({ name }) =>
      stat(join(out, name)).then(
        ({ size }) => size,
        () => -1,
      ),
    ),
  );
  const described = await stat(join(out, 'datapackage.json')).then(
    () => true,
    () => false,
  );
  return described && files.every(({ bytes }, i) => sizes[i] === bytes);
}

async function written(
  shards: readonly Shard[],
  { store, workers, version, forms = {} }: FinishOptions,
): Promise<WrittenFile[]> {
  const wanted = FORMS.filter((form) => form === 'parquet' || forms[form]);
  const results = await Promise.all(
    shards.map(async ({ label, ids }) => {
      const files = TABLE_NAMES.flatMap((table) =>
        wanted.map((form): ShardFile => {
          const name = fileName(table, label, form);
          return { table, form, name, temporary: store.temporary(name) };
        }),
      );
      const result = await workers.do({ kind: 'shard', job: { ids, files, createdBy: `gongkai ${version}` } });
      if (result.kind === 'output') throw new OutputError(result.code);
      if (result.kind === 'killed') throw new Error(`the dataset could not be written: ${result.reason.message}`);
      if (result.kind !== 'shard') throw new Error(`a worker answered ${result.kind}`);
      return result.result;
    }),
  );
  return results.flat();
}

/** run.json, an entry on each line, and failures.jsonl: written as they are read, however many there are. */
async function writeEntries(out: string, run: Run, accounted: Iterable<Accounted>): Promise<void> {
  const [runPart, failuresPart] = ['run.json', 'failures.jsonl'].map((name) => join(out, STATE, 'tmp', name)) as [
    string,
    string,
  ];
  await writing(async () => {
    const [all, failures] = await Promise.all([open(runPart, 'w'), open(failuresPart, 'w')]);
    try {
      let first = true;
      let lines = `${serialise(run).slice(0, -'\n}\n'.length)},\n  "inputs": [`;
      let failed = '';
      for (const { entry } of accounted) {
        lines += `${first ? '' : ','}\n    ${JSON.stringify(entry)}`;
        first = false;
        if (entry.status === 'failed') failed += `${JSON.stringify(entry)}\n`;
        if (lines.length > 1 << 20) {
          await all.appendFile(lines);
          await failures.appendFile(failed);
          lines = '';
          failed = '';
        }
      }
      await all.appendFile(`${lines}${first ? '' : '\n  '}]\n}\n`);
      await failures.appendFile(failed);
      await Promise.all([all.datasync(), failures.datasync()]);
    } finally {
      await Promise.all([all.close(), failures.close()]);
    }
    await rename(failuresPart, join(out, 'failures.jsonl'));
    await rename(runPart, join(out, 'run.json'));
  });
}

/** The entries of a finished run, one at a time. */
export async function* entriesOf(out: string): AsyncGenerator<Entry> {
  for await (const line of createInterface({
    input: createReadStream(join(out, 'run.json')),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.startsWith('    {"path":')) yield JSON.parse(line.replace(/,$/, '')) as Entry;
  }
}

class Count {
  private readonly totals = { inputs: 0, extracted: 0, duplicate: 0, unsupported: 0, failed: 0, facts: 0, findings: 0 };
  private readonly groups = {
    format: new Map<string, number>(),
    fiscalYear: new Map<string, number>(),
    region: new Map<string, number>(),
    failure: new Map<string, number>(),
  };

  add(entry: Entry): void {
    this.totals.inputs++;
    this.totals[entry.status]++;
    if (entry.status === 'failed') this.one('failure', entry.reason.code);
    if (entry.status !== 'extracted') return;
    const { findings } = entry;
    this.totals.facts += entry.facts;
    this.totals.findings += findings.error + findings.warning + findings.info;
    this.one('format', entry.format);
    this.one('fiscalYear', entry.fiscalYear === null ? 'unknown' : String(entry.fiscalYear));
    this.one('region', entry.region ?? 'unknown');
  }

  result(): Pick<Run, 'totals' | 'groups'> {
    const sorted = (counts: ReadonlyMap<string, number>) =>
      Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    const { format, fiscalYear, region, failure } = this.groups;
    const groups = {
      format: sorted(format),
      fiscalYear: sorted(fiscalYear),
      region: sorted(region),
      failure: sorted(failure),
    };
    return { totals: this.totals, groups };
  }

  private one(group: keyof Run['groups'], value: string): void {
    this.groups[group].set(value, (this.groups[group].get(value) ?? 0) + 1);
  }
}
