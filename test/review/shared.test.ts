import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entriesOf } from '../../src/batch/finish.ts';
import { SharedFindings } from '../../src/review/shared.ts';
import { call } from '../cli/call.ts';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { folder } from '../folder.ts';

it('a finding between two files is shown where it stands, with the numbers of both', async () => {
  const other = DISCLOSURE.replaceAll('1,200.50', '1,300.50');
  const root = await folder({ 'in/a/one.txt': DISCLOSURE, 'in/a/two.txt': other, 'in/b/three.txt': `${DISCLOSURE}\n` });
  await call(['extract', 'in', '--out', 'out', '--jobs', '0'], root);
  const out = join(root, 'out');
  const shared = await SharedFindings.of(out);
  const found: Record<string, string[][]> = {};
  for await (const entry of entriesOf(out)) {
    if (entry.status !== 'extracted') continue;
    const here = await shared.at(entry.id);
    found[entry.path] = here.map(({ compared }) => compared.map(({ path, fact }) => `${path} ${fact.published.text}`));
  }
  const bundles = (await readFile(join(out, 'bundles.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(bundles).toHaveLength(1);
  const all = Object.values(found).flat();
  expect(all.length).toBe(JSON.parse(bundles[0] ?? '').findings.length);
  expect(all.length).toBeGreaterThan(0);
  for (const compared of all) {
    expect(compared.some((each) => each === 'a/one.txt 1,200.50')).toBe(true);
    expect(compared.some((each) => each === 'a/two.txt 1,300.50')).toBe(true);
  }
  expect(found['b/three.txt']).toEqual([]);
});

it('a run without such files has none', async () => {
  expect(await (await SharedFindings.of(await folder())).at('0123456789abcdef')).toEqual([]);
});
