/**
 * Child processes that do the tasks of a run. A child is killed from outside when a task takes too long or too much
 * memory; a task that ends its child three times is given up. A child is replaced after a number of tasks.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { type Limits, type Reason, reasonOf } from './entry.ts';
import { killTree, residentBytes } from './memory.ts';
import type { FromChild, Result, Setup, Task, ToChild } from './protocol.ts';
import type { Killed, Workers } from './workers.ts';

const ATTEMPTS = 3;
/** A start takes as long as some dozen documents. A child that has grown is replaced before. */
const RECYCLE_AFTER = 1000;
/** On other systems than Linux it takes a program to look. */
const POLL_MS = platform() === 'linux' ? 100 : 1000;
/** A child that says nothing for so long at its start never will. */
const START_MS = 60_000;
const MIB = 1024 * 1024;
/** What a task of the dataset may take; it holds some thousand documents. */
const SHARD_MS = 3_600_000;

export interface PoolOptions {
  /** The module that the children run. */
  readonly program: string;
  readonly size: number;
  readonly setup: Setup;
  readonly limits: Limits;
  /** After so many tasks a child is replaced. */
  readonly recycleAfter?: number;
  readonly onKill?: (why: Reason, task: Task, attempt: number, pid: number) => void;
  /** For files of programs that the readers start. */
  readonly temporary: string;
  /** A child that was started before there was anything to do. */
  readonly early?: ChildProcess | null;
}

interface Waiting {
  readonly task: Task;
  readonly resolve: (result: Result | Killed) => void;
  readonly reject: (error: Error) => void;
  attempts: number;
}

interface Child {
  readonly process: ChildProcess;
  ready: boolean;
  tasks: number;
  work: Waiting | null;
  timer: NodeJS.Timeout | null;
  /** Why this run killed it. */
  why: Reason | null;
  /** What it last said on standard error. */
  words: string;
  retired: boolean;
}

export class Pool implements Workers {
  readonly size: number;
  private readonly children = new Set<Child>();
  private readonly queue: Waiting[] = [];
  private readonly poll: NodeJS.Timeout;
  private failedStarts = 0;
  private broken: Error | null = null;
  private closing: (() => void) | null = null;

  constructor(private readonly options: PoolOptions) {
    this.size = options.size;
    this.poll = setInterval(() => this.watch(), POLL_MS);
    const { early } = options;
    if (early && early.exitCode === null && early.signalCode === null) this.adopt(early);
  }

  do(task: Task): Promise<Result | Killed> {
    if (this.broken) return Promise.reject(this.broken);
    return new Promise((resolve, reject) => {
      this.queue.push({ task, resolve, reject, attempts: 0 });
      this.hand();
      this.grow();
    });
  }

  /** Ends all children, whatever they do, and waits until they are gone. */
  async close(): Promise<void> {
    clearInterval(this.poll);
    if (this.children.size === 0) return;
    await new Promise<void>((resolve) => {
      this.closing = resolve;
      for (const child of this.children) if (child.process.pid !== undefined) killTree(child.process.pid);
    });
  }

  private start(): void {
    this.adopt(startChild(this.options));
  }

  private adopt(process: ChildProcess): void {
    const child: Child = {
      process,
      ready: false,
      tasks: 0,
      work: null,
      timer: null,
      why: null,
      words: '',
      retired: false,
    };
    this.children.add(child);
    child.timer = setTimeout(() => this.kill(child, reasonOf('timeout', 'it did not start')), START_MS);
    child.process.stderr?.on('data', (words: Buffer) => {
      child.words = (child.words + words.toString('utf8')).slice(-2000);
    });
    child.process.on('message', (message: FromChild) => this.hear(child, message));
    child.process.once('exit', (code, signal) => this.ended(child, code, signal));
    child.process.on('error', (error) => {
      child.words += error.message;
      if (child.process.pid === undefined) this.ended(child, null, null);
    });
    this.send(child, { setup: this.options.setup });
  }

  private send(child: Child, message: ToChild): void {
    // A child that died in this moment is dealt with when its end is reported.
    child.process.send(message, () => undefined);
  }

  private hear(child: Child, message: FromChild): void {
    if ('broken' in message) {
      child.words = message.broken;
      this.failedStarts = ATTEMPTS;
    } else if ('ready' in message) {
      this.failedStarts = 0;
      child.ready = true;
      this.calm(child);
      this.hand();
    } else if (child.work) {
      const { resolve } = child.work;
      child.work = null;
      child.tasks++;
      this.calm(child);
      const worn =
        child.tasks >= (this.options.recycleAfter ?? RECYCLE_AFTER) ||
        message.rss > this.options.limits.memoryBytes / 2;
      if (worn) this.retire(child);
      resolve(message.result);
      this.hand();
    }
  }

  private retire(child: Child): void {
    child.retired = true;
    child.process.disconnect();
    // One that does not go by itself is sent.
    child.timer = setTimeout(() => this.kill(child, reasonOf('timeout', 'it did not end')), 5000);
    this.grow();
  }

  /** Starts children as there is work for them: a run in which all is finished starts none. */
  private grow(): void {
    if (this.closing || this.broken) return;
    const working = [...this.children].filter(({ retired }) => !retired);
    const free = working.filter(({ work }) => work === null).length;
    for (let i = Math.min(this.queue.length - free, this.size - working.length); i > 0; i--) this.start();
  }

  private calm(child: Child): void {
    if (child.timer) clearTimeout(child.timer);
    child.timer = null;
  }

  private hand(): void {
    for (const child of this.children) {
      if (!child.ready || child.retired || child.work || child.why) continue;
      const work = this.queue.shift();
      if (!work) return;
      child.work = work;
      const { timeoutMs } = this.options.limits;
      const allowed = work.task.kind === 'shard' ? SHARD_MS : timeoutMs;
      const reason = reasonOf('timeout', `no result within ${allowed / 1000} seconds`);
      child.timer = setTimeout(() => this.kill(child, reason), allowed);
      this.send(child, { task: work.task });
    }
  }

  private watch(): void {
    const { memoryBytes } = this.options.limits;
    for (const child of this.children) {
      const { pid } = child.process;
      if (!child.work || child.why || pid === undefined) continue;
      if ((residentBytes(pid) ?? 0) > memoryBytes) this.kill(child, memoryReason(memoryBytes));
    }
  }

  private kill(child: Child, why: Reason): void {
    child.why = why;
    if (child.process.pid !== undefined) killTree(child.process.pid);
  }

  private ended(child: Child, code: number | null, signal: NodeJS.Signals | null): void {
    if (!this.children.delete(child)) return;
    this.calm(child);
    if (this.closing) {
      if (this.children.size === 0) this.closing();
      return;
    }
    if (child.retired) return;
    if (!child.ready && ++this.failedStarts >= ATTEMPTS) {
      this.giveUp(`the child processes do not start: ${child.why?.message ?? lastLine(child.words)}`);
      return;
    }
    if (child.work) this.again(child.work, child, code, signal);
    this.hand();
    this.grow();
  }

  private again(work: Waiting, child: Child, code: number | null, signal: NodeJS.Signals | null): void {
    const { limits, onKill } = this.options;
    const reason = child.why ?? crash(child.words, code, signal, limits);
    work.attempts++;
    onKill?.(reason, work.task, work.attempts, child.process.pid ?? 0);
    if (work.attempts >= ATTEMPTS) work.resolve({ kind: 'killed', reason, limits });
    // At once, so that a bad file does not hold up the end of the run.
    else this.queue.unshift(work);
  }

  private giveUp(message: string): void {
    this.broken = new Error(message);
    const lost = [...this.queue.splice(0), ...[...this.children].flatMap(({ work }) => (work ? [work] : []))];
    for (const { reject } of lost) reject(this.broken);
  }
}

function memoryReason(bytes: number): Reason {
  return reasonOf('memory', `it needs more than the ${Math.round(bytes / MIB)} MiB of memory that one file may take`);
}

/** V8 and the system have their own words for a lack of memory. */
function crash(words: string, code: number | null, signal: NodeJS.Signals | null, limits: Limits): Reason {
  if (/heap out of memory|Allocation failed|ENOMEM|bad_alloc|Cannot allocate memory/i.test(words))
    return memoryReason(limits.memoryBytes);
  return reasonOf('crashed', `the process that read it ended with ${signal ?? `code ${code}`}`);
}

function lastLine(words: string): string {
  return words.trim().split('\n').at(-1) || 'they say nothing';
}

/**
 * The heap stays below the limit, so that the collector works harder before the run has to kill. A larger space for what
 * is new takes a tenth more memory and is no faster. Expressions are compiled at once, not after some use: nearly all are
 * used for every document.
 */
export function heapFlags({ memoryBytes }: Limits): string[] {
  const mib = Math.max(64, Math.round((memoryBytes / MIB) * 0.6));
  return [`--max-old-space-size=${mib}`, '--max-semi-space-size=8', '--no-regexp-tier-up'];
}

/** A child that loads what it needs while nobody has told it yet what to do. */
export function startChild({
  program,
  limits,
  temporary,
}: Pick<PoolOptions, 'program' | 'limits' | 'temporary'>): ChildProcess {
  const prlimit = onPath('prlimit');
  // The system refuses what grows faster than anyone can look.
  const shell = prlimit ? [`--data=${limits.memoryBytes * 2}`, process.execPath] : [];
  return fork(program, [], {
    execPath: prlimit ?? process.execPath,
    execArgv: [...shell, ...heapFlags(limits)],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, NODE_OPTIONS: '' },
  });
}

let prlimitProgram: string | null | undefined;

function onPath(name: string): string | null {
  if (prlimitProgram !== undefined) return prlimitProgram;
  prlimitProgram = null;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      prlimitProgram = join(folder, name);
      break;
    } catch {
      // Elsewhere, or nowhere: a system other than Linux.
    }
  }
  return prlimitProgram;
}
