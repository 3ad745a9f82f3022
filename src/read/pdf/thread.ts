/**
 * The parsing half of pdf.js on a thread of its own. A damaged file leaves it with promises that fail unobserved, which
 * would end the process; and one that takes all memory ends this thread only.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

/** A thousand pages take a tenth of it. */
const MEMORY_MB = 2000;

/** Plain JavaScript, so that it runs from the sources and from the built package alike. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
process.on('unhandledRejection', () => {});
const { push } = Array.prototype;
const ready = import(workerData).then(({ WorkerMessageHandler }) => {
  Array.prototype.push = push;
  return WorkerMessageHandler;
});
parentPort.on('message', async (port) => (await ready).initializeFromPort(port));
`;

let thread: Worker | null = null;
const losses = new Set<(cause: Error) => void>();

function running(): Worker {
  if (thread) return thread;
  const program = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const started = new Worker(PROGRAM, {
    eval: true,
    workerData: pathToFileURL(program).href,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const end = (cause: Error) => {
    if (thread === started) thread = null;
    for (const lose of losses) lose(cause);
    losses.clear();
  };
  started.on('error', end);
  started.on('exit', () => end(new Error('the PDF thread ended')));
  // An idle thread does not keep the process.
  started.unref();
  thread = started;
  return started;
}

/** Runs `use` with a port on which pdf.js parses one document. */
export async function withThread<T>(use: (port: MessagePort) => Promise<T>): Promise<T> {
  const { port1, port2 } = new MessageChannel();
  let lose: (cause: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  losses.add(lose);
  try {
    running().postMessage(port2, [port2]);
    return await Promise.race([use(port1), lost]);
  } finally {
    losses.delete(lose);
    port1.close();
  }
}
