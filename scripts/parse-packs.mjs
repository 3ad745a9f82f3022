/** Leaves the packs as JSON beside the built program, which then need not parse YAML at every start. */
import { rmSync, writeFileSync } from 'node:fs';
import { loadPatterns } from '../dist/patterns/load.js';

const target = new URL('../dist/packs.json', import.meta.url);
// The loader would take labels and examples from the packs of the last build: its hash does not see them.
rmSync(target, { force: true });
const { files, hash } = loadPatterns();
const keys = [...files.keys()].filter((key) => !/(?:^|\/)examples\//.test(key));
const packs = Object.fromEntries(keys.map((key) => [key, files.get(key)]));
writeFileSync(target, JSON.stringify({ hash, files: packs }));
