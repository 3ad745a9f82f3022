import { expect, it } from 'vitest';
import type { Outcome } from '../../src/batch/entry.ts';
import { log } from '../../src/commands/log.ts';
import { duration, Progress } from '../../src/commands/progress.ts';

const extracted = {
  status: 'extracted',
  id: 'x',
  facts: 3,
  findings: { error: 1, warning: 1, info: 0 },
} as unknown as Outcome;
const refused: Outcome = { status: 'refused', reason: { code: 'corrupt', message: 'bad', page: null } };

it('shows count, rate, time left, failures and findings, without steering the terminal', () => {
  let now = 0;
  const written: string[] = [];
  const progress = new Progress(
    (text) => written.push(text),
    () => now,
  );
  progress.started(10);
  now = 1000;
  progress.done({ path: 'a.pdf' }, extracted, false);
  progress.done({ path: 'b.pdf' }, refused, false);
  now = 2000;
  progress.passed({ path: 'c\u001b[2J.md' }, 'unsupported');
  expect(written.at(-1)).toBe('\r\u001b[K3/10 · 1.0/s · 7 s left · 1 failed · 2 findings · c [2J.md');
});

it('is not written more often than anyone can read', () => {
  const written: string[] = [];
  const progress = new Progress(
    (text) => written.push(text),
    () => 500,
  );
  progress.started(10);
  for (let i = 0; i < 5; i++) progress.done({ path: 'a.pdf' }, extracted, true);
  expect(written).toHaveLength(1);
});

it('tells time in the unit that fits', () => {
  expect([duration(12.2), duration(61), duration(7200)]).toEqual(['13 s', '2 min', '2.0 h']);
});

it('logs what happens as JSON, a line each', () => {
  const lines: Record<string, unknown>[] = [];
  const watch = log((line) => lines.push(JSON.parse(line)));
  watch.started?.(2);
  watch.extracting?.('ab', { path: 'a.pdf' });
  watch.done?.({ path: 'a.pdf' }, extracted, false);
  watch.done?.({ path: 'b.pdf' }, refused, true);
  expect(lines.map(({ msg, path, level }) => [msg, path, level])).toEqual([
    ['started', undefined, 30],
    ['extracting', 'a.pdf', 30],
    ['extracted', 'a.pdf', 30],
    ['failed', 'b.pdf', 40],
  ]);
});
