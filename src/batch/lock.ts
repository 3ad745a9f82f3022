/** One run at a time writes to an output directory. The lock of a run that was killed is recognised and taken over. */
import { readFileSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';

export class LockedError extends Error {}

/** Takes the lock; the result gives it back. */
export async function lock(path: string): Promise<() => Promise<void>> {
  const own = `${path}.${process.pid}`;
  await writeFile(own, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        // A link appears with its content; a file opened for writing is empty for a moment.
        await link(own, path);
        return () => rm(path, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = await readFile(path, 'utf8').catch(() => '');
        if (alive(holder) || attempt > 3)
          throw new LockedError(`another run (${pidOf(holder) ?? 'unknown'}) writes to this directory`);
        await rm(path, { force: true });
      }
    }
  } finally {
    await rm(own, { force: true });
  }
}

function pidOf(holder: string): number | null {
  try {
    return (JSON.parse(holder) as { pid: number }).pid;
  } catch {
    return null;
  }
}

function alive(holder: string): boolean {
  const pid = pidOf(holder);
  if (pid === null || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // The number may belong to another process by now.
  const started = (JSON.parse(holder) as { started: string | null }).started;
  return started === null || started === startOf(pid);
}

/** When a process began, in ticks of the system; null where the system has no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
