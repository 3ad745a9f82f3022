/**
 * The output directory of a run. Results get their final names in an order that a kill at any moment cannot spoil: the
 * files are on the disk, the ledger says what they are, they are renamed, the ledger says that they are published.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from './context.ts';
import type { Limits, Outcome, Place } from './entry.ts';
import { type Done, Ledger } from './ledger.ts';
import { lock } from './lock.ts';
import { asOutputError, writing } from './output-error.ts';

/** What a run keeps for the next one; nothing in it is part of the dataset. */
export const STATE = '.gongkai';

interface Waiting {
  readonly done: Done;
  /** Beginning of the names of the temporary files; null where there are none. */
  readonly temporary: string | null;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Store {
  private waiting: Waiting[] = [];
  private working: Promise<void> | null = null;
  private closed = false;

  private constructor(
    readonly out: string,
    private readonly ledger: Ledger,
    private readonly unlock: () => Promise<void>,
  ) {}

  static async open(out: string): Promise<Store> {
    return writing(async () => {
      await mkdir(join(out, STATE), { recursive: true });
      const unlock = await lock(join(out, STATE, 'lock'));
      try {
        // What a killed run left unfinished.
        await rm(temporaryFolder(out), { recursive: true, force: true });
        for (const folder of [temporaryFolder(out), join(out, 'documents'), join(out, 'text')]) {
          await mkdir(folder, { recursive: true });
        }
        return new Store(out, Ledger.open(join(out, STATE, 'ledger.jsonl')), unlock);
      } catch (error) {
        await unlock();
        throw error;
      }
    });
  }

  /** Where a task may leave its files until they are committed; on the file system of the output. */
  temporary(name: string): string {
    return join(temporaryFolder(this.out), name);
  }

  recordFile(id: string): string {
    return join(this.out, 'documents', `${id}.json`);
  }

  textFile(id: string): string {
    return join(this.out, 'text', `${id}.txt`);
  }

  /** What an earlier run, or this one, found out about this content and still holds. */
  async finished(key: string, context: Context, limits: Limits): Promise<Done | null> {
    const found = this.ledger.find(key, context.facts);
    if (!found) return null;
    const { done, published } = found;
    if (done.outcome.status === 'refused') return worthAnother(done.outcome, limits) ? null : done;
    if (!done.files) return null;
    const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;
    if (size(this.recordFile(done.outcome.id)) !== done.files.record) return null;
    if (size(this.textFile(done.outcome.id)) !== done.files.text) return null;
    if (published) return done;
    // Written down and perhaps not renamed: the file may be one of before.
    const digest = createHash('sha256')
      .update(await readFile(this.recordFile(done.outcome.id)))
      .digest('hex');
    if (digest !== done.files.digest) return null;
    this.ledger.publish([key]);
    return done;
  }

  /** The result of this run or an earlier one, without another look at its files. */
  done(key: string, context: Context): Done | null {
    return this.ledger.find(key, context.facts)?.done ?? null;
  }

  /** Publishes a result; resolves when a loss of power could not undo it. Commits that wait are done together. */
  commit(done: Done, temporary: string | null): Promise<void> {
    if (this.closed) return Promise.reject(new Error('the run has ended'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ done, temporary, resolve, reject });
      this.working ??= this.work();
    });
  }

  /** Waits for what is being published: a run that failed must not write while the next one does. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
    this.ledger.close();
    await rm(temporaryFolder(this.out), { recursive: true, force: true });
    await this.unlock();
  }

  /** At the end of a run that got through: the same state whatever the order in which the work was done. */
  compact(): void {
    this.ledger.compact();
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      try {
        await this.publish(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(asOutputError(error));
      }
    }
    this.working = null;
  }

  private async publish(batch: readonly Waiting[]): Promise<void> {
    const moves = batch.flatMap(({ done, temporary }) =>
      temporary === null || done.outcome.status !== 'extracted'
        ? []
        : [
            [`${temporary}.txt`, this.textFile(done.outcome.id)] as const,
            [`${temporary}.json`, this.recordFile(done.outcome.id)] as const,
          ],
    );
    await Promise.all(moves.map(([from]) => synced(from)));
    await this.ledger.intend(batch.map(({ done }) => done));
    for (const [from, to] of moves) await rename(from, to);
    if (moves.length > 0)
      await Promise.all(['documents', 'text'].map((folder) => synced(join(this.out, folder), true)));
    this.ledger.publish(batch.map(({ done }) => done.key));
  }
}

export function temporaryFolder(out: string): string {
  return join(out, STATE, 'tmp');
}

function worthAnother(outcome: Extract<Outcome, { status: 'refused' }>, limits: Limits): boolean {
  const { limits: tried } = outcome;
  return tried !== undefined && (limits.timeoutMs > tried.timeoutMs || limits.memoryBytes > tried.memoryBytes);
}

async function synced(path: string, folder = false): Promise<void> {
  const file = await open(path, 'r');
  try {
    // Some file systems cannot do it for directories.
    await (folder ? file.sync().catch(() => undefined) : file.datasync());
  } finally {
    await file.close();
  }
}

/** The same place, as it stands in a record. */
export function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.url === b.url && a.date === b.date && a.truncated === b.truncated;
}
