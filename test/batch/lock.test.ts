import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LockedError, lock } from '../../src/batch/lock.ts';
import { folder } from '../folder.ts';

it('keeps a second run out while the first lives, and not when it is gone', async () => {
  const path = join(await folder(), 'lock');
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(other, 'spawn');
  await writeFile(path, JSON.stringify({ pid: other.pid, started: null }));
  await expect(lock(path)).rejects.toThrow(LockedError);
  other.kill('SIGKILL');
  await once(other, 'close');
  const unlock = await lock(path);
  await unlock();
});

it('takes over the lock of a process whose number has another process now', async () => {
  const path = join(await folder(), 'lock');
  await writeFile(path, JSON.stringify({ pid: 1, started: 'long ago' }));
  await (await lock(path))();
});

it('leaves nothing behind', async () => {
  const root = await folder({ lock: 'nonsense' });
  await (await lock(join(root, 'lock')))();
  expect(await readdir(root)).toEqual([]);
});
