/** Hostile files in a batch: each ends as a record or as its own failure, and nothing else is touched. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/batch/entry.ts';
import { entriesOf } from '../../src/batch/finish.ts';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { folder } from '../folder.ts';
import { BUILT, call } from './built.ts';
import { ENDS, writeHostile } from './hostile.ts';

describe.skipIf(!BUILT && !process.env.CI)('a batch with hostile files', () => {
  const entries = new Map<string, Entry>();
  let root = '';
  let before: string[] = [];

  beforeAll(async () => {
    root = await folder();
    for (const name of ['in', 'tmp']) await mkdir(join(root, name));
    await writeHostile(join(root, 'in'), DISCLOSURE);
    before = await names();
    const limits = ['--jobs', '2', '--timeout', '20', '--memory', '500'];
    const { code, stderr } = await call(['extract', 'in', '--out', 'out', ...limits], root, {
      TMPDIR: join(root, 'tmp'),
    });
    expect(stderr).toBe('');
    expect(code).toBe(1);
    for await (const entry of entriesOf(join(root, 'out'))) entries.set(entry.path, entry);
  }, 600_000);

  /** Everything but the output. */
  async function names(): Promise<string[]> {
    return (await readdir(root, { recursive: true })).filter((name) => !/^out(?:\/|$)/.test(name)).sort();
  }

  it('accounts for every one of them', () => {
    const good = ['good.txt', 'line\nbreak.txt', '%BE%F6%CB%E3.txt'];
    const far = [...entries.keys()].filter((path) => path.endsWith('/d'));
    expect([...entries.keys()].sort()).toEqual([...Object.keys(ENDS), ...good, ...far].sort());
  });

  it.each(Object.entries(ENDS))('%j ends as %j', (path, ends) => {
    const entry = entries.get(path);
    expect(ends).toContain(entry && ('reason' in entry ? entry.reason.code : entry.status));
  });

  it.each(['good.txt', 'line\nbreak.txt', '%BE%F6%CB%E3.txt'])('does %j beside them', (path) => {
    expect(entries.get(path)).toMatchObject({ status: 'extracted', organisation: '青石县水务局' });
  });

  it('writes nothing outside of its output', async () => {
    expect(await names()).toEqual(before);
  });

  it('writes a run that reads back', async () => {
    const run = JSON.parse(await readFile(join(root, 'out/run.json'), 'utf8'));
    expect(run.inputs).toHaveLength(entries.size);
  });
});
