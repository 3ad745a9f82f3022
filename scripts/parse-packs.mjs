/** Leaves the packs as JSON beside the built program, which then need not parse YAML at every start. */
import { writeFileSync } from 'node:fs';
import { loadPatterns } from '../dist/patterns/load.js';

const { files, hash } = loadPatterns();
const keys = [...files.keys()].filter((key) => !/(?:^|\/)examples\//.test(key));
const packs = Object.fromEntries(keys.map((key) => [key, files.get(key)]));
writeFileSync(new URL('../dist/packs.json', import.meta.url), JSON.stringify({ hash, files: packs }));
