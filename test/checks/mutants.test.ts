/** Defects planted in samples that have none: a small run of scripts/mutate-checks.ts. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rowsOf, type Tried } from '../../scripts/mutants/count.ts';
import { mutants } from '../../scripts/mutants/plant.ts';
import { random } from '../../scripts/mutants/random.ts';
import { relationsOf, sample } from '../../scripts/mutants/subject.ts';
import { trial } from '../../scripts/mutants/trial.ts';

const SAMPLES = ['guangxi-2022-final.txt', 'tianjin-2023-final.html'];

describe('a defect in a clean sample', () => {
  it('is found where something contradicts it', async () => {
    const tried: Tried[] = [];
    for (const [i, name] of SAMPLES.entries()) {
      const subject = await sample(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url)));
      if (!subject) throw new Error(`${name} cannot be read`);
      expect(subject.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const ground = { subject, relations: relationsOf(subject), next: random(40 + i) };
      for (const mutant of mutants(ground, 3)) {
        tried.push({ family: mutant.family, chance: mutant.chance, ...trial(subject, mutant) });
      }
    }
    const rows = rowsOf(tried);
    const all = rows.at(-1);
    expect(rows.map(({ family }) => family)).toHaveLength(11);
    expect(all?.planted).toBeGreaterThan(45);
    expect(all?.found).toBeGreaterThanOrEqual(0.95 * (all?.contradicted ?? 0));
    expect(all?.named).toBeGreaterThanOrEqual(0.95 * (all?.contradicted ?? 0));
  });
});
