#!/usr/bin/env node
/** The program `gongkai`; the only module that touches the process and the terminal. */
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { run } from './commands/program.ts';

// `gongkai text … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  terminal: process.stderr.isTTY === true,
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  },
  stdin: process.stdin,
  child: fileURLToPath(new URL('./batch/child.js', import.meta.url)),
  colours: picocolors.createColors(picocolors.isColorSupported && process.stdout.isTTY === true),
});
