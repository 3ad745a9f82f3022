/** The first child of a run. It loads what reading takes while the run itself is loaded and its inputs are looked for. */
import type { ChildProcess } from 'node:child_process';
import type { Limits } from './entry.ts';
import { startChild } from './pool.ts';
import { temporaryFolder } from './store.ts';

export function earlyChild(program: string, out: string, limits: Limits): ChildProcess {
  return startChild({ program, limits, temporary: temporaryFolder(out) });
}
