import { expect, it } from 'vitest';
import { account, type Met } from '../../src/batch/account.ts';
import type { Outcome } from '../../src/batch/entry.ts';

const content = (path: string, key: string, expected = true): Met => ({ place: { path }, key, expected });
const outcomes: Record<string, Outcome> = {
  good: { status: 'extracted', id: 'good' } as Outcome,
  bad: { status: 'refused', reason: { code: 'corrupt', message: '', page: null } },
  other: { status: 'refused', reason: { code: 'unsupported-format', message: '', page: null } },
};
const statuses = (met: readonly Met[]) =>
  [...account(met, (key) => ({ key, context: '', place: { path: '' }, outcome: outcomes[key] as Outcome }))].map(
    ({ entry }) => `${entry.path} ${entry.status}`,
  );

it('takes the first of equal contents by its path, in whatever order they were met', () => {
  expect(statuses([content('z', 'good'), content('b', 'good'), content('c', 'bad'), content('d', 'bad')])).toEqual([
    'b extracted',
    'c failed',
    'd duplicate',
    'z duplicate',
  ]);
});

it('passes over what nobody called a document, but not under another name', () => {
  expect(statuses([content('a', 'other', false), content('b', 'other'), content('c', 'other')])).toEqual([
    'a unsupported',
    'b failed',
    'c duplicate',
  ]);
});

it('keeps what had no content to read', () => {
  const reason = { code: 'unreadable', message: '', page: null };
  expect(statuses([{ place: { path: 'a' }, status: 'failed', reason }])).toEqual(['a failed']);
});
