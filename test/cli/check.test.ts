/** `gongkai check`: reports, exit status, baseline, and what is read of an earlier run. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { call } from './call.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
let root: string;

beforeAll(async () => {
  root = await folder({
    'in/faulty.txt': sample('liaoning-2021-final.txt'),
    'clean/clean.html': sample('tianjin-2023-final.html'),
    'none/notes.md': 'no document',
  });
});

describe('gongkai check', () => {
  it('reports each finding in both languages with its page, rule and fingerprint', async () => {
    const { code, stdout } = await call(['check', 'in'], root);
    expect(code).toBe(0);
    expect(stdout).toContain('faulty.txt');
    expect(stdout).toMatch(/错误 第1页.*印作3\.32%/);
    expect(stdout).toMatch(/share mismatch · [0-9a-f]{16}/);
    expect(stdout).toMatch(/适用的关系\d+项，已核对\d+项（\d+(?:\.\d)?%）\n未能核对\d+项: /);
    const english = await call(['check', 'in', '--language', 'en'], root);
    expect(english.stdout).toMatch(/error page 1 .* is printed as 3\.32%/);
  });

  it.each([
    ['in', 'error', 3],
    ['in', 'warning', 3],
    ['clean', 'error', 0],
  ])('of %s with --fail-on %s ends with %i', async (input, severity, expected) => {
    expect((await call(['check', input, '--fail-on', severity], root)).code).toBe(expected);
  });

  it('reports only what a baseline does not know', async () => {
    await call(['check', 'in', '--write-baseline', 'known.json'], root);
    const { code, stdout } = await call(['check', 'in', '--baseline', 'known.json', '--fail-on', 'warning'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/1个文件，0项发现\n另有\d项在基线中/);
  });

  it('gives SARIF, CSV and JSON of the same findings', async () => {
    const json = JSON.parse((await call(['check', 'in', '--format', 'json'], root)).stdout);
    const { stdout } = await call(['check', 'in', '--format', 'sarif'], root);
    const { results } = JSON.parse(stdout).runs[0];
    await call(['check', 'in', '--format', 'csv', '--output', 'findings.csv'], root);
    const rows = (await readFile(join(root, 'findings.csv'), 'utf8')).trimEnd().split('\r\n').slice(1);
    const prints = json.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(prints.length).toBeGreaterThan(2);
    expect(results.map((each: { partialFingerprints: object }) => Object.values(each.partialFingerprints)[0])).toEqual(
      prints,
    );
    expect(rows.map((row) => row.slice(0, 16))).toEqual(prints);
  });

  it('reads the output of a run and finds the same', async () => {
    await call(['extract', 'in', '--out', 'out', '--jobs', '0'], root);
    const [now, then] = await Promise.all(
      ['in', 'out'].map((input) => call(['check', input, '--format', 'csv'], root)),
    );
    expect(then?.stdout).toBe(now?.stdout);
  });

  it('ends with 1 where a file cannot be read, and says which', async () => {
    const { code, stderr } = await call(['check', 'in', 'missing.pdf'], root);
    expect(code).toBe(1);
    expect(stderr).toContain('missing.pdf: no such file');
  });

  it.each([
    [['check'], /missing required argument/],
    [['check', 'none'], /no document found in none/],
    [['check', 'in', '--fail-on', 'info'], /Allowed choices are error, warning/],
    [['check', 'in', '--baseline', 'nowhere.json'], /no baseline at nowhere\.json/],
    [['check', 'in', '--baseline', 'in/faulty.txt'], /is no baseline/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await call(args, root);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
