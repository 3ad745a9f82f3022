import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { call } from './call.ts';

const COMMANDS = ['extract', 'text', 'explain', 'eval', 'check', 'rules', 'worker', 'query', 'pivot', 'schema'];

describe('help', () => {
  it('names every command', async () => {
    const { code, stdout } = await call(['--help'], '.');
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it.each(COMMANDS)('of %s has examples', async (command) => {
    const { code, stdout } = await call([command, '--help'], '.');
    expect(code).toBe(0);
    expect(stdout).toContain(`Examples:\n  $ gongkai ${command} `);
  });

  it('comes with the version of the package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await call(['--version'], '.')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

describe('wrong usage gives 2 and says what is wrong', () => {
  it.each([
    [[], /Usage: gongkai/],
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['extract'], /missing required argument 'inputs'|required option/],
    [['extract', 'a.pdf'], /required option '-o, --out <dir>'/],
    [['extract', '.', '--out', 'out'], /no file found in \./],
    [['extract', '--out', 'out'], /missing inputs/],
    [['extract', '--from', 'gone.txt', '--out', 'out'], /no list of inputs at gone.txt/],
    [['extract', '.', '--out', 'out', '--jobs', 'two'], /a whole number from 0, not two/],
    [['schema', 'nothing'], /record, bundle or one of documents, facts/],
    [['schema', 'record', '--format', 'spark'], /has a JSON Schema, none of spark/],
    [['pivot', 'out', '--concept', 'nonsense'], /no concept nonsense/],
    [['explain', 'a.pdf'], /required option '-f, --find <text>'/],
    [['eval', 'nowhere', 'out'], /no directory of gold facts at nowhere/],
    [['eval', 'gold', 'out', '--min-tables', '2'], /a share from 0 to 1, not 2/],
  ])('%j', async (args, message) => {
    const { code, stderr } = await call(args, await folder());
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('where the directory of gold facts is empty or nothing was extracted yet', async () => {
    const root = await folder({ 'empty/x.md': '', 'gold/a.jsonl': '' });
    expect((await call(['eval', 'empty', 'out'], root)).stderr).toContain('no gold facts (*.jsonl) in empty');
    expect((await call(['eval', 'gold', 'out'], root)).stderr).toContain('no finished run in out');
  });
});
