/** Where the tasks of a run are done: in child processes (pool.ts), or one after another in this one. */
import type { Limits, Reason } from './entry.ts';
import type { Result, Task } from './protocol.ts';

/** The task ended its child each time it was tried. */
export interface Killed {
  readonly kind: 'killed';
  readonly reason: Reason;
  readonly limits: Limits;
}

export interface Workers {
  /** How many tasks are worth having under way. */
  readonly size: number;
  do(task: Task): Promise<Result | Killed>;
  close(): Promise<void>;
}

/** Without limits of time and memory: for tests, for debugging, and where no process may be started. */
export class OwnWorkers implements Workers {
  readonly size = 1;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly work: (task: Task) => Promise<Result>) {}

  do(task: Task): Promise<Result> {
    const next = this.last.then(() => this.work(task));
    this.last = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    await this.last;
  }
}
