/** Calls the program in this process, as a user in the folder `cwd` would. */
import picocolors from 'picocolors';
import { run } from '../../src/commands/program.ts';

export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function call(args: readonly string[], cwd: string, stdin = ''): Promise<Called> {
  let stdout = '';
  let stderr = '';
  const code = await run(args, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    cwd,
    stdin: bytesOf(stdin),
    terminal: false,
    colours: picocolors.createColors(false),
  });
  return { code, stdout, stderr };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
