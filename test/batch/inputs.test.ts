import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';
import { folder } from '../folder.ts';

const paths = async (args: string[], cwd: string, excluded?: string) =>
  (await findInputs(args, cwd, excluded)).map(({ place }) => place.path);

describe('inputs', () => {
  it('of a directory are all its files, sorted, relative to it', async () => {
    const root = await folder({ 'in/b.txt': '', 'in/a/z.pdf': '', 'in/a.txt': '', 'in/.hidden': '' });
    expect(await paths(['in'], root)).toEqual(['.hidden', 'a.txt', 'a/z.pdf', 'b.txt']);
  });

  it('leave out dependencies, version control and the output', async () => {
    const root = await folder({ 'a.txt': '', 'node_modules/b.txt': '', '.git/c.txt': '', 'out/documents/d.json': '' });
    expect(await paths(['.'], root, 'out')).toEqual(['a.txt']);
  });

  it('end where links lead in circles', async () => {
    const root = await folder({ 'a/b.txt': '' });
    await symlink('..', join(root, 'a', 'up'));
    expect(await paths(['.'], root)).toEqual(['a/b.txt']);
  });

  it('of several arguments are relative to the folder they share', async () => {
    const root = await folder({ 'x/1/a.txt': '', 'x/2/a.txt': '', 'x/b.txt': '' });
    expect(await paths(['x/1', 'x/2/a.txt'], root)).toEqual(['1/a.txt', '2/a.txt']);
    expect(await paths(['x/1', 'x/b.txt', 'x'], root)).toEqual(['1/a.txt', '2/a.txt', 'b.txt']);
  });

  it('may be given by a glob', async () => {
    const root = await folder({ 'x/a.txt': '', 'x/y/b.txt': '', 'x/c.pdf': '' });
    expect(await paths(['x/**/*.txt'], root)).toEqual(['a.txt', 'y/b.txt']);
  });

  it('with brackets in their name are files, not globs', async () => {
    const root = await folder({ '决算[1].txt': '', '决算1.txt': '' });
    expect(await paths(['决算[1].txt'], root)).toEqual(['决算[1].txt']);
  });

  it('that do not exist stay in the list', async () => {
    expect(await paths(['gone.pdf'], await folder())).toEqual(['gone.pdf']);
  });

  it('with bytes that are not UTF-8 are told apart and can be opened', async () => {
    const root = await folder();
    const names = [Buffer.from([0xb9, 0xab, 0x2e, 0x74]), Buffer.from([0xb9, 0xac, 0x2e, 0x74])];
    for (const name of names) await writeFile(Buffer.concat([Buffer.from(`${root}/`), name]), name);
    const inputs = await findInputs(['.'], root);
    expect(inputs.map(({ place }) => place.path)).toEqual(['%B9%AB.t', '%B9%AC.t']);
    expect(await Promise.all(inputs.map(({ file }) => readFile(file)))).toEqual(names);
  });

  it('with a line break in their name keep it', async () => {
    const root = await folder({ 'a\nb.txt': '' });
    expect(await paths(['.'], root)).toEqual(['a\nb.txt']);
  });

  it('of a list are named and keep what is known of their origin', async () => {
    const root = await folder({ 'x/a.txt': '', 'x/b.txt': '' });
    const listed = [{ file: 'x/b.txt', url: 'https://example.org/b', date: '2024-08-30' }, { file: 'x/a.txt' }];
    expect((await findInputs([], root, null, listed)).map(({ place, named }) => ({ ...place, named }))).toEqual([
      { path: 'a.txt', named: true },
      { path: 'b.txt', url: 'https://example.org/b', date: '2024-08-30', named: true },
    ]);
  });

  it('are marked as named only where an argument names them', async () => {
    const root = await folder({ 'a.txt': '', 'b.txt': '' });
    const inputs = await findInputs(['b.txt', '.'], root);
    expect(inputs.map(({ place, named }) => [place.path, named])).toEqual([
      ['a.txt', false],
      ['b.txt', true],
    ]);
  });
});
