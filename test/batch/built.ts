/** The built program, as a process of its own; `npm run build` makes it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
export const BUILT = existsSync(CLI);

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In a process group of its own, so that all of it can be killed at once. */
export function start(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): { readonly process: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, detached: true, env: { ...process.env, ...env } });
  const ended = new Promise<Ended>((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { process: child, ended };
}

export function call(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return start(args, cwd, env).ended;
}

/** SIGKILL to the process and all that it started. */
export function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-(pid as number), 'SIGKILL');
  } catch {
    // It has ended in between.
  }
}

/** Every file below a folder, by its path. */
export async function contents(root: string): Promise<Record<string, string>> {
  const found = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const read = async (path: string) => [path.slice(root.length + 1), await readFile(path, 'latin1')] as const;
  const all = await Promise.all(found.map((entry) => read(join(entry.parentPath, entry.name))));
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
