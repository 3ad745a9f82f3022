/**
 * The program of a child process of a batch: one task after another, as the run sends them. What it is given may block it
 * for ever or use up its memory; then the run kills it, and if the run itself is gone, it does so itself.
 */
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { loadPatterns } from '../patterns/load.ts';
import type { FromChild, Setup, ToChild } from './protocol.ts';
import { doTask, type Hands } from './task.ts';

/** A thread of its own still runs when the main one is caught in a loop. */
const WATCHDOG = `
  const { parentPort, workerData } = require('node:worker_threads');
  setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

function say(message: FromChild, then?: () => void): void {
  process.send?.(message, undefined, undefined, () => then?.());
}

async function prepared(setup: Setup): Promise<Hands> {
  const { handsOf } = await import('./task.ts');
  const patterns = loadPatterns(undefined, setup.overlays);
  if (patterns.hash !== setup.patterns) throw new Error('the pattern packs were changed while the run began');
  return handsOf(setup, patterns);
}

function start(): void {
  const watchdog = new Worker(WATCHDOG, {
    eval: true,
    workerData: process.ppid,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  });
  watchdog.unref();
  process.once('disconnect', () => process.exit(0));
  let hands: Hands | null = null;
  process.on('message', async (message: ToChild) => {
    if ('setup' in message) {
      try {
        hands = await prepared(message.setup);
        say({ ready: true });
      } catch (error) {
        say({ broken: (error as Error).message }, () => process.exit(1));
      }
    } else if (hands) {
      say({ result: await doTask(message.task, hands), rss: process.memoryUsage.rss() });
    }
  });
}

start();
