import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { BAD_INPUTS } from './bad-inputs.ts';
import { call } from './call.ts';
import { DISCLOSURE } from './disclosure.ts';

const bytes = Object.fromEntries(Object.entries(BAD_INPUTS).map(([name, { bytes }]) => [name, bytes]));

async function contents(root: string): Promise<Record<string, string>> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const read = async (path: string) => [path.slice(root.length), await readFile(path, 'utf8')] as const;
  return Object.fromEntries(await Promise.all(files.map((file) => read(join(file.parentPath, file.name)))));
}

describe('extract', () => {
  it('gives 0 and a record for a disclosure among notes', async () => {
    const root = await folder({ 'in/a.txt': DISCLOSURE, 'in/README.md': '# notes' });
    const { code, stdout } = await call(['extract', 'in', '--out', 'out'], root);
    expect(stdout).toMatch(/^2024 +final .* 青石县水务局 · a\.txt$/m);
    expect(stdout).toMatch(/^2 inputs: 1 extracted with \d+ facts, 1 not read, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('gives 1 for bad inputs, names each with its cause, and does the others', async () => {
    const root = await folder({ ...bytes, 'good.txt': DISCLOSURE });
    const { code, stdout } = await call(['extract', '.', '--out', 'out'], root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^6 inputs: 1 extracted .* 5 failed$/m);
    for (const [name, { cause }] of Object.entries(BAD_INPUTS)) {
      const line = stdout.split('\n').find((each) => each.startsWith(`failed       ${name}: `));
      expect(line?.slice(`failed       ${name}: `.length), name).toMatch(cause);
    }
  });

  it('writes the same bytes wherever and however often it runs', async () => {
    const roots = [
      await folder({ ...bytes, 'x/good.txt': DISCLOSURE }),
      await folder({ 'x/good.txt': DISCLOSURE, ...bytes }),
    ];
    for (const root of roots) await call(['extract', '.', '--out', 'out'], root);
    const [first, second] = await Promise.all(roots.map((root) => contents(join(root, 'out'))));
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(['/run.json', '/facts.parquet', '/datapackage.json']),
    );
    expect(second).toEqual(first);
  });

  it('writes a text into which the offsets of the record point', async () => {
    const root = await folder({ 'good.txt': DISCLOSURE });
    await call(['extract', 'good.txt', '--out', 'out'], root);
    const [name] = await readdir(join(root, 'out/documents'));
    const record = JSON.parse(await readFile(join(root, 'out/documents', String(name)), 'utf8'));
    const text = await readFile(join(root, 'out/text', `${record.id}.txt`), 'utf8');
    expect(record.source).toMatchObject({ path: 'good.txt', format: 'txt' });
    const numbers = record.facts.filter((fact: { stated: string }) => fact.stated === 'number');
    expect(numbers.length).toBeGreaterThan(4);
    for (const { source, published } of numbers) expect(text.slice(source.start, source.end)).toContain(published.text);
  });
});
