/** docs/patterns.md walks through adding a phrase; here a reader follows it to the letter. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { call } from '../cli/call.ts';
import { folder } from '../folder.ts';

const guide = await readFile(new URL('../../docs/patterns.md', import.meta.url), 'utf8');
const files = Object.fromEntries(
  [...guide.matchAll(/<!-- file: (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, text]),
);
const mine = ['--patterns', 'my-packs'];

describe('the guide', () => {
  it('shows a number that nothing explains, and why', async () => {
    const { stdout } = await call(['explain', 'report.txt', '--find', '20.50'], await folder(files));
    for (const line of stdout.split('\n').filter((text) => /^ {2}(?:section|class|clause|pattern|fact)/.test(text))) {
      expect(guide).toContain(line.trim());
    }
    expect(stdout).toMatch(/^ {2}candidates · 收入总计 {2}label#\S+: income\.total \(another clause\)$/m);
    expect(stdout).toMatch(/· 比上年 {2}words\.base: what it is compared with$/m);
  });

  it('gives a pack and examples that hold', async () => {
    const root = await folder(files);
    const test = await call(['patterns', 'test', 'sentences/examples/mine', ...mine], root);
    expect(test).toMatchObject({ code: 0, stdout: '2 examples of 1 packs, 0 failed\n' });
    expect(guide).toContain(test.stdout.trim());
    expect(await call(['patterns', 'lint', ...mine], root)).toMatchObject({ code: 0, stdout: 'no problems\n' });
  });

  it('makes the number a fact', async () => {
    const { stdout } = await call(['explain', 'report.txt', '--find', '20.50', ...mine], await folder(files));
    expect(stdout).toContain('income.total change_amount on prior_final 2024 = 205000 CNY');
  });
});
