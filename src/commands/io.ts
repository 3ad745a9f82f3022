/** What a command may see of the world outside; src/cli.ts fills it in, tests give doubles. */
import type { Colors } from 'picocolors/types.js';

export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly cwd: string;
  /** True where standard error is a terminal that shows progress. */
  readonly terminal: boolean;
  readonly colours: Colors;
}

/** All done, some inputs failed (or a bar was missed), wrong usage. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** A mistake in how the command was called; the message says what was expected. */
export class UsageError extends Error {}

/** Text of a document goes to a terminal: control characters in it must not steer the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}
