// A child process that does what the path of its job says, instead of reading documents.
import { setTimeout as wait } from 'node:timers/promises';

const doing = {
  loop: () => {
    for (;;);
  },
  die: () => process.exit(7),
  eat: async () => {
    const eaten = [];
    for (;;) {
      eaten.push(Buffer.alloc(16 * 1024 * 1024, 1));
      await wait(10);
    }
  },
  heap: () => {
    const eaten = [];
    for (;;) eaten.push({ text: String(eaten.length).padEnd(50) });
  },
};

process.once('disconnect', () => process.exit());
process.on('message', async ({ setup, task }) => {
  if (setup) {
    if (setup.version === 'broken') process.send({ broken: 'no packs' }, () => process.exit(1));
    else if (setup.version !== 'silent') process.send({ ready: true });
    else process.exit(3);
    return;
  }
  await doing[task.job.place.path]?.();
  const reason = { code: 'done', message: String(process.pid), page: null };
  process.send({ result: { kind: 'done', outcome: { status: 'refused', reason } }, rss: 1 });
});
