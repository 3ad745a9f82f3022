/** Does the tasks of a run, in a child process or in the run's own. */
import type { Patterns } from '../patterns/load.ts';
import { recogniserOf } from '../read/ocr/engine.ts';
import { ReadingCache } from './cache.ts';
import { doJob, type Workshop } from './one.ts';
import type { Result, Setup, Task } from './protocol.ts';

export interface Hands {
  readonly workshop: Workshop;
  readonly out: string;
}

export function handsOf(setup: Setup, patterns: Patterns): Hands {
  const { out, version, cache, libreOffice, docEngine, verifyDoc, pdfEngine, verifyPdf, ocr, ocrMs } = setup;
  const readings = cache === null ? null : new ReadingCache(out, cache);
  const recogniser = ocr ? () => recogniserOf(ocr, undefined, ocrMs) : null;
  const engines = { docEngine, verifyDoc, pdfEngine, verifyPdf };
  return { out, workshop: { patterns, version, cache: readings, libreOffice, ...engines, recogniser } };
}

export async function doTask(task: Task, hands: Hands): Promise<Result> {
  if (task.kind === 'extract') return doJob(task.job, hands.workshop);
  try {
    if (task.kind === 'bundle') {
      const { checkedBundle } = await import('./bundled.ts');
      return { kind: 'bundle', result: await checkedBundle(task.job, hands.out, hands.workshop.patterns) };
    }
    // What writes the dataset is not needed for the first record.
    const { shardFiles } = await import('../dataset/shard.ts');
    return { kind: 'shard', result: await shardFiles(task.job, hands.out) };
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (code && syscall) return { kind: 'output', code };
    throw new Error(`the ${task.kind === 'bundle' ? 'bundles' : 'dataset'} could not be written: ${message}`);
  }
}
