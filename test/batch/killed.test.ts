/** A run that is killed at any moment, and the same command again: the same dataset, and no work done twice. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { BUILT, call, contents, killGroup, start } from './built.ts';
import { harvest } from './harvest.ts';

/** GONGKAI_KILLS=50 for the long test. */
const KILLS = Number(process.env.GONGKAI_KILLS ?? 6);

/** A small generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ARGS = ['extract', 'in', '--out', 'out', '--jobs', '2', '--csv', '--log', 'json'];

/** The hashes that a run began to work on. */
function extracting(stderr: string): string[] {
  return stderr
    .split('\n')
    .filter((line) => line.includes('"msg":"extracting"'))
    .map((line) => (JSON.parse(line) as { key: string }).key);
}

const published = async (out: string) =>
  (await readdir(join(out, 'documents')).catch(() => [])).map((name) => name.slice(0, 16));

describe.skipIf(!BUILT && !process.env.CI)('a run that is killed', () => {
  const files = Object.fromEntries(Object.entries(harvest(40)).map(([name, text]) => [`in/${name}`, text]));
  Object.assign(files, { 'in/bad.pdf': '%PDF-1.4 nothing', 'in/same.txt': files['in/00000.txt'] });

  it(
    `at ${KILLS} moments gives the dataset of a run that was not`,
    async () => {
      const root = await folder(files);
      const began = performance.now();
      expect((await call(ARGS, root)).code).toBe(1);
      const duration = performance.now() - began;
      const whole = await contents(join(root, 'out'));
      const next = random(8);
      let kills = 0;
      while (kills < KILLS) {
        const again = await folder(files);
        for (;;) {
          const before = new Set(await published(join(again, 'out')));
          const run = start(ARGS, again);
          const moment = wait(next() * duration * 1.1).then(() => killGroup(run.process));
          const { code, stderr } = await run.ended;
          await moment;
          // A record that stood there when the run began is not made again.
          expect(extracting(stderr).filter((key) => before.has(key.slice(0, 16)))).toEqual([]);
          if (code !== null) {
            expect(code, stderr).toBe(1);
            break;
          }
          kills++;
        }
        expect(await contents(join(again, 'out'))).toEqual(whole);
      }
    },
    60_000 + KILLS * 40_000,
  );
});
