/** The built program as users run it; `npm run build` makes it, .ci/run does so before the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { BAD_INPUTS } from './bad-inputs.ts';
import { DISCLOSURE } from './disclosure.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe.skipIf(!existsSync(cli) && !process.env.CI)('the built program', () => {
  const start = (args: string[], cwd: string) => spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });

  it('does a good input and gives 0', async () => {
    const root = await folder({ 'good.txt': DISCLOSURE });
    expect(start(['extract', 'good.txt', '--out', 'out'], root)).toMatchObject({ status: 0, stderr: '' });
  });

  it('gives 1 for bad inputs, names each, and does the others', async () => {
    const bytes = Object.fromEntries(Object.entries(BAD_INPUTS).map(([name, { bytes }]) => [name, bytes]));
    const { status, stdout, stderr } = start(
      ['extract', '.', '--out', 'out'],
      await folder({ ...bytes, 'good.txt': DISCLOSURE }),
    );
    expect(status).toBe(1);
    expect(stderr).toBe('');
    for (const name of Object.keys(BAD_INPUTS)) expect(stdout).toContain(`failed       ${name}: `);
    expect(stdout).toMatch(/^6 inputs: 1 extracted/m);
  });

  it('gives 2 for wrong usage', async () => {
    expect(start(['extract'], await folder()).status).toBe(2);
  });
});
