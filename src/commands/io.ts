/** What a command may see of the world outside; src/cli.ts fills it in, tests give doubles. */
import type { Colors } from 'picocolors/types.js';

export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly cwd: string;
  /** True where standard error is a terminal that shows progress. */
  readonly terminal: boolean;
  readonly colours: Colors;
  /** Waits until what was written to standard output is on its way. */
  readonly drained?: () => Promise<void>;
  /** Standard input, as bytes. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** The program of the child processes of a batch; without it everything is done in this process. */
  readonly child?: string | null;
}

/** All done, some inputs failed (or a bar was missed), wrong usage, findings of the severity that was asked to fail. */
export const EXIT = { done: 0, failed: 1, usage: 2, found: 3 } as const;

/** A mistake in how the command was called; the message says what was expected. */
export class UsageError extends Error {}

/** One line of a document or a file name goes to a terminal: control characters in it must not steer the terminal. */
export function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
}
