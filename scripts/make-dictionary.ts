/** Writes docs/data-dictionary.md anew: npm run dictionary. */
import { writeFileSync } from 'node:fs';
import { dictionary } from '../src/dataset/dictionary.ts';
import { loadPatterns } from '../src/patterns/load.ts';

writeFileSync(new URL('../docs/data-dictionary.md', import.meta.url), dictionary(loadPatterns()));
