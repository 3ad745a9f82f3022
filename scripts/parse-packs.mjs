/**
 * Leaves the packs as JSON beside the built program, and their expressions as XRegExp gives them: the program then need
 * not parse YAML and load XRegExp at every start. What is not found there it makes itself.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { loadPatterns } from '../dist/patterns/load.js';

const packsFile = new URL('../dist/packs.json', import.meta.url);
const expressionsFile = new URL('../dist/expressions.json', import.meta.url);
// The loader would take labels and examples from the packs of the last build: its hash does not see them.
for (const file of [packsFile, expressionsFile]) rmSync(file, { force: true });
const patterns = loadPatterns();
const keys = [...patterns.files.keys()].filter((key) => !/(?:^|\/)examples\//.test(key));
const packs = Object.fromEntries(keys.map((key) => [key, patterns.files.get(key)]));
writeFileSync(packsFile, JSON.stringify({ hash: patterns.hash, files: packs }));

const { DEFINITIONS } = await import('../dist/packs/registry.js');
const { askedExpressions } = await import('../dist/patterns/regex.js');
for (const { compile } of DEFINITIONS) compile(patterns);
writeFileSync(expressionsFile, JSON.stringify(askedExpressions()));
