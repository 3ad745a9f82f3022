/**
 * One run over many inputs. Every input ends as exactly one entry of run.json: extracted, duplicate, unsupported or
 * failed; what goes wrong with one costs that one and no more. What is finished stays finished, also when the run is
 * killed: the same command goes on from there.
 */
import type { ChildProcess } from 'node:child_process';
import type { extract } from '../extract.ts';
import type { Patterns } from '../patterns/load.ts';
import type { DocEngine } from '../read/doc-route.ts';
import type { Office } from '../read/libreoffice.ts';
import type { Ocr } from '../read/ocr/engine.ts';
import { DEFAULT_ENGINE, type PdfEngine } from '../read/pdf/options.ts';
import type { Met } from './account.ts';
import { type Context, contextOf } from './context.ts';
import { Conversions } from './conversion.ts';
import type { Limits, Outcome, Place, Reason, Run } from './entry.ts';
import { reasonOf } from './entry.ts';
import { type DatasetForms, finish } from './finish.ts';
import type { Input } from './inputs.ts';
import { type Content, type Item, Items } from './items.ts';
import type { Done } from './ledger.ts';
import { sent } from './names.ts';
import { OutputError } from './output-error.ts';
import { Pool } from './pool.ts';
import type { Setup, Task } from './protocol.ts';
import { Store } from './store.ts';
import { OwnWorkers, type Workers } from './workers.ts';

/** What a run tells while it goes on; for progress and logs. */
export interface Watcher {
  started?(inputs: number): void;
  /** Something began to be extracted, which an earlier run had not finished. */
  extracting?(key: string, place: Place): void;
  done?(place: Place, outcome: Outcome, reused: boolean): void;
  /** An input that holds nothing to extract: none, or not a document. */
  passed?(place: Place, status: string, reason: Reason | null): void;
  killed?(place: Place | null, reason: Reason, attempt: number): void;
  /** All is extracted; the dataset is being written. */
  writing?(): void;
}

export interface RunOptions {
  readonly out: string;
  readonly patterns: Patterns;
  /** Directories of packs that `patterns` lays over the shipped ones; children load them again. */
  readonly overlays?: readonly string[];
  readonly version: string;
  readonly docEngine?: DocEngine;
  readonly verifyDoc?: boolean;
  readonly pdfEngine?: PdfEngine;
  readonly verifyPdf?: boolean;
  /** Null or absent where no LibreOffice is to be used. */
  readonly office?: Office | null;
  /** Null or absent where text in pictures is not to be recognised. */
  readonly ocr?: Ocr | null;
  /** Child processes; 0 works in this process, without limits. */
  readonly jobs?: number;
  /** The program of the children; without it there are none. */
  readonly child?: string | null;
  /** The first of them, where it was started while the inputs were looked for. */
  readonly early?: ChildProcess | null;
  readonly limits?: Limits;
  /** False to read everything again where packs of facts or checks changed. */
  readonly cache?: boolean;
  readonly forms?: DatasetForms;
  readonly watch?: Watcher;
  /** Stands in for `extract` in tests. */
  readonly extractWith?: typeof extract;
}

/** So much of the time of a file may go into recognition; what is left over then is named in its record. */
const OCR_TIME = 0.7;
export const DEFAULT_LIMITS: Limits = { timeoutMs: 60_000, memoryBytes: 1024 * 1024 * 1024 };

export async function runBatch(inputs: readonly Input[], options: RunOptions): Promise<Run> {
  const { out, patterns, version } = options;
  const context = contextOf({ version, patterns, options: optionsThatMatter(options) });
  const store = await Store.open(out);
  let workers: Workers | null = null;
  try {
    workers = await workersOf(options, context, store);
    const batch = new Batch(options, context, store, workers);
    const met = await batch.extractAll(inputs);
    options.watch?.writing?.();
    const run = await finish(met, { context, store, workers, version, patterns, forms: options.forms });
    store.compact();
    return run;
  } finally {
    await workers?.close();
    await store.close();
  }
}

function optionsThatMatter({
  docEngine = 'native',
  verifyDoc = false,
  pdfEngine = DEFAULT_ENGINE,
  verifyPdf = false,
  office,
  ocr,
}: RunOptions): Record<string, unknown> {
  const asked = docEngine !== 'native' || verifyDoc;
  const doc = asked ? { docEngine, verifyDoc, libreOffice: office !== null && office !== undefined } : {};
  const pdf = pdfEngine !== DEFAULT_ENGINE || verifyPdf ? { pdfEngine, verifyPdf } : {};
  return { ...doc, ...pdf, ...(ocr ? { ocr: ocr.name } : {}) };
}

async function workersOf(options: RunOptions, context: Context, store: Store): Promise<Workers> {
  const { out, patterns, version, office, child, jobs = 1, extractWith, watch } = options;
  const setup: Setup = {
    out,
    overlays: options.overlays ?? [],
    patterns: patterns.hash,
    version,
    cache: options.cache === false ? null : context.read,
    libreOffice: office !== null && office !== undefined,
    docEngine: options.docEngine,
    verifyDoc: options.verifyDoc,
    pdfEngine: options.pdfEngine,
    verifyPdf: options.verifyPdf,
    ocr: options.ocr ?? null,
    ocrMs: OCR_TIME * (options.limits ?? DEFAULT_LIMITS).timeoutMs,
  };
  if (!child || jobs === 0) {
    // All that extraction needs, which a run with children has no use for.
    const { doTask, handsOf } = await import('./task.ts');
    const hands = handsOf(setup, patterns);
    const workshop = { ...hands.workshop, extractWith };
    return new OwnWorkers((task) => doTask(task, { ...hands, workshop }));
  }
  const placeOf = (task: Task) => (task.kind === 'extract' ? task.job.place : null);
  return new Pool({
    program: child,
    size: jobs,
    setup,
    limits: options.limits ?? DEFAULT_LIMITS,
    temporary: store.temporary(''),
    early: options.early,
    onKill: (reason, task, attempt) => watch?.killed?.(placeOf(task), reason, attempt),
  });
}

class Batch {
  private readonly limits: Limits;
  private readonly conversions: Conversions | null;
  private readonly underWay = new Set<Promise<void>>();
  /** Contents by id, which names the files of a record. */
  private readonly keys = new Map<string, string>();
  private readonly failed: Promise<never>;
  private fail: (error: unknown) => void = () => undefined;
  private tasks = 0;

  constructor(
    private readonly options: RunOptions,
    private readonly context: Context,
    private readonly store: Store,
    private readonly workers: Workers,
  ) {
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.failed = new Promise((_, reject) => {
      this.fail = reject;
    });
    // Whoever waits next learns of it; until then it is no error that nobody handles.
    this.failed.catch(() => undefined);
    this.conversions = options.office ? new Conversions(options.office, (name) => store.temporary(name)) : null;
  }

  /** Returns what was met; what became of each content is in the store. */
  async extractAll(inputs: readonly Input[]): Promise<Met[]> {
    this.options.watch?.started?.(inputs.length);
    const met: Met[] = [];
    try {
      for await (const item of new Items((name) => this.store.temporary(name)).of(inputs)) {
        met.push(await this.take(item));
      }
      // What fails for the run ends it at once: files under way would keep it from saying so for a minute.
      await Promise.race([this.failed, Promise.all(this.underWay)]);
    } finally {
      await this.conversions?.close();
    }
    return met;
  }

  private async take({ place, content }: Item): Promise<Met> {
    const { watch } = this.options;
    if (!('key' in content)) {
      watch?.passed?.(place, content.status, content.reason);
      return { place, ...content };
    }
    const { key, expected } = content;
    const id = key.slice(0, 16);
    const holder = this.keys.get(id);
    if (holder === undefined) {
      this.keys.set(id, key);
      await this.extract(place, content);
    } else {
      await content.dispose();
      watch?.passed?.(place, 'duplicate', null);
      if (holder !== key) {
        const reason = reasonOf('same-id', 'other content has the same first 16 digits of its SHA-256');
        return { place, status: 'failed', reason };
      }
    }
    return { place, key, expected };
  }

  private async extract(place: Place, content: Content): Promise<void> {
    const { watch } = this.options;
    const done = await this.store.finished(content.key, this.context, this.limits);
    if (done) {
      await content.dispose();
      watch?.done?.(place, done.outcome, true);
      return;
    }
    // A few more than there are workers, so that none has to wait for the next.
    while (this.underWay.size >= this.workers.size * 2) await Promise.race([this.failed, ...this.underWay]);
    const work = this.work(place, content)
      .catch((error) => this.fail(error))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async work(place: Place, { key, file, dispose }: Content): Promise<void> {
    const { watch } = this.options;
    watch?.extracting?.(key, place);
    const temporary = this.store.temporary(`task-${++this.tasks}`);
    const job = { file: sent(file), key, place, temporary };
    let result = await this.workers.do({ kind: 'extract', job });
    if (result.kind === 'convert') {
      const docx = (await this.conversions?.docxOf(file)) ?? null;
      result = await this.workers.do({ kind: 'extract', job: { ...job, docx } });
    }
    await dispose();
    if (result.kind === 'output') throw new OutputError(result.code);
    if (result.kind === 'killed') {
      const outcome: Outcome = { status: 'refused', reason: result.reason, limits: result.limits };
      await this.publish({ key, place, outcome }, null);
      return;
    }
    if (result.kind !== 'done') throw new Error(`a worker answered ${result.kind}`);
    await this.publish({ key, place, outcome: result.outcome, files: result.files }, temporary);
  }

  private async publish(done: Omit<Done, 'context'>, temporary: string | null): Promise<void> {
    await this.store.commit({ ...done, context: this.context.facts }, temporary);
    this.options.watch?.done?.(done.place, done.outcome, false);
  }
}
