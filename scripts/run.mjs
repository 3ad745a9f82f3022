/** Runs a TypeScript file of this repository without building it: node scripts/run.mjs bench/extract.ts [argument…] */
import process from 'node:process';
import { runnerImport } from 'vite';

// The file finds its arguments where a program finds them.
process.argv.splice(1, 1);
await runnerImport(process.argv[1]);
