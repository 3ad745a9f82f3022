/**
 * Plants defects in the samples that have none, one at a time, and reports how many the checks find, and where:
 *   node scripts/run.mjs scripts/mutate-checks.ts [--each 6] [--seed 7] [--only 'row dropped'] [--missed] [--write]
 * --write puts the table into docs/accuracy.md.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Row, rowsOf, type Tried, tableOf } from './mutants/count.ts';
import { mutants } from './mutants/plant.ts';
import { random } from './mutants/random.ts';
import { relationsOf, sample } from './mutants/subject.ts';
import { trial } from './mutants/trial.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    each: { type: 'string', default: '6' },
    seed: { type: 'string', default: '7' },
    only: { type: 'string' },
    missed: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const names = (await readdir('samples')).filter((name) => !name.endsWith('.md')).sort();
const tried: Tried[] = [];
let clean = 0;
let errors = 0;
for (const [i, name] of names.entries()) {
  // The samples in which nothing was planted when they were written.
  if (existsSync(`test/golden/truth/${name.replace(/\.[a-z]+$/, '')}.defects.jsonl`)) continue;
  const subject = await sample(`samples/${name}`);
  if (!subject) throw new Error(`${name} cannot be read`);
  clean++;
  errors += subject.findings.filter(({ severity }) => severity === 'error').length;
  const ground = { subject, relations: relationsOf(subject), next: random(Number(values.seed) + i) };
  for (const mutant of mutants(ground, Number(values.each), values.only)) {
    const result = trial(subject, mutant);
    tried.push({ family: mutant.family, chance: mutant.chance, ...result });
    if (values.missed && !result.found && mutant.chance === 'contradicted') {
      process.stdout.write(`missed: ${name} ${mutant.family}: ${mutant.said}\n`);
    }
  }
}
const rows: Row[] = rowsOf(tried);
const text = `${tried.length} mutants of ${clean} samples, seed ${values.seed}, ${values.each} of each family at most; unmutated they have ${errors} findings of severity error.\n\n${tableOf(rows)}`;
process.stdout.write(`${text}\n`);
if (values.write) {
  const file = 'docs/accuracy.md';
  const page = await readFile(file, 'utf8');
  const [before, rest = ''] = page.split('<!-- mutants -->');
  const [, after = ''] = rest.split('<!-- end of mutants -->');
  await writeFile(file, `${before}<!-- mutants -->\n\n${text}\n\n<!-- end of mutants -->${after}`);
}
