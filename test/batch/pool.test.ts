import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Pool, type PoolOptions } from '../../src/batch/pool.ts';
import type { Task } from '../../src/batch/protocol.ts';

const MIB = 1024 * 1024;
const program = fileURLToPath(new URL('./child-double.mjs', import.meta.url));
const setup = { out: '', overlays: [], patterns: '', version: '', cache: null, libreOffice: false };
const pools: Pool[] = [];

function pool(changes: Partial<PoolOptions> = {}): Pool {
  const limits = { timeoutMs: 30_000, memoryBytes: 300 * MIB };
  const made = new Pool({ program, size: 2, setup, limits, temporary: tmpdir(), ...changes });
  pools.push(made);
  return made;
}

const task = (path: string): Task => ({
  kind: 'extract',
  job: { file: path, key: '', place: { path }, temporary: '' },
});

/** The process that did a task that came to a good end. */
async function pidOf(made: Pool): Promise<number> {
  const result = await made.do(task('ok'));
  return result.kind === 'done' && result.outcome.status === 'refused' ? Number(result.outcome.reason.message) : 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((each) => each.close()));
});

describe('a pool of child processes', () => {
  it('does many tasks in as many processes as it may have', async () => {
    const made = pool();
    const pids = await Promise.all(Array.from({ length: 20 }, () => pidOf(made)));
    expect(new Set(pids).size).toBeLessThanOrEqual(2);
    expect(pids.every((pid) => pid > 0)).toBe(true);
  });

  it('kills what takes too long, three times, and does the others meanwhile', async () => {
    const killed: [string, number][] = [];
    const limits = { timeoutMs: 400, memoryBytes: 300 * MIB };
    const made = pool({ limits, onKill: ({ code }, _, attempt) => killed.push([code, attempt]) });
    const [bad, ...good] = await Promise.all([made.do(task('loop')), pidOf(made), pidOf(made), pidOf(made)]);
    expect(bad).toMatchObject({
      kind: 'killed',
      reason: { code: 'timeout', message: 'no result within 0.4 seconds' },
      limits,
    });
    expect(killed).toEqual([1, 2, 3].map((attempt) => ['timeout', attempt]));
    expect(good.every((pid) => pid > 0)).toBe(true);
  });

  it('kills what takes too much memory outside of the heap', async () => {
    expect(await pool({ size: 1 }).do(task('eat'))).toMatchObject({
      kind: 'killed',
      reason: { code: 'memory', message: expect.stringContaining('300 MiB') },
    });
  });

  it('says the same of what fills the heap', async () => {
    const limits = { timeoutMs: 30_000, memoryBytes: 110 * MIB };
    expect(await pool({ size: 1, limits }).do(task('heap'))).toMatchObject({
      kind: 'killed',
      reason: { code: 'memory' },
    });
  });

  it('tells how a process ended by itself', async () => {
    const reason = { code: 'crashed', message: 'the process that read it ended with code 7' };
    expect(await pool({ size: 1 }).do(task('die'))).toMatchObject({ kind: 'killed', reason });
  });

  it('replaces a process after a number of tasks', async () => {
    const made = pool({ size: 1, recycleAfter: 2 });
    const pids: number[] = [];
    for (let i = 0; i < 5; i++) pids.push(await pidOf(made));
    expect(pids[1]).toBe(pids[0]);
    expect(pids[2]).not.toBe(pids[1]);
    expect(new Set(pids).size).toBe(3);
  });

  it.each(['broken', 'silent'])('gives up where the processes do not start (%s)', async (version) => {
    const made = pool({ setup: { ...setup, version } });
    await expect(made.do(task('ok'))).rejects.toThrow('the child processes do not start');
    await expect(made.do(task('ok'))).rejects.toThrow('the child processes do not start');
  });

  it('leaves no process behind, whatever they do', async () => {
    const made = pool();
    const pid = await pidOf(made);
    void made.do(task('loop'));
    await made.close();
    expect(isAlive(pid)).toBe(false);
  });
});
