/** What `gongkai review` writes, without a browser. */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { DocumentData, OrganisationData, Overview } from '../../src/review/data.ts';
import { call } from '../cli/call.ts';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { folder } from '../folder.ts';

const BUILT = existsSync(new URL('../../dist/site/index.html', import.meta.url));

/** What a page would be given. */
async function given<T>(root: string, name: string): Promise<T> {
  let json = '';
  const gongkaiReview = (named: string, text: string) => {
    expect(named).toBe(name);
    json = text;
  };
  vm.runInNewContext(await readFile(join(root, 'data', `${name}.js`), 'utf8'), { gongkaiReview });
  return JSON.parse(json) as T;
}

describe.skipIf(!BUILT && !process.env.CI)('gongkai review', () => {
  it('writes an overview, each document, and each organisation', async () => {
    const root = await folder({ 'in/a.txt': DISCLOSURE, 'in/b.pdf': '%PDF-1.7\nbroken', 'in/c.txt': DISCLOSURE });
    await call(['extract', 'in', '--out', 'out', '--jobs', '0'], root);
    expect(await call(['review', 'out', '--to', 'site'], root)).toEqual({
      code: 0,
      stdout: `1 document: open ${join('site', 'index.html')}\n`,
      stderr: '',
    });
    const site = join(root, 'site');
    const overview = await given<Overview>(site, 'overview');
    expect(overview.unread.map(({ path, status, reason }) => [path, status, reason])).toEqual([
      ['b.pdf', 'failed', expect.any(String)],
      ['c.txt', 'duplicate', 'a.txt'],
    ]);
    const [row] = overview.documents;
    if (!row) throw new Error('no document');
    const data = await given<DocumentData>(site, `documents/${row.id}`);
    expect(data.text).toBe(await readFile(join(root, 'out', 'text', `${row.id}.txt`), 'utf8'));
    expect(data.record.facts).toHaveLength(row.facts);
    expect(data.fingerprints).toHaveLength(data.record.findings.length);
    const organisation = await given<OrganisationData>(site, `organisations/${row.organisationKey}`);
    expect(organisation.documents.map(({ id }) => id)).toEqual([row.id]);
  });

  it('writes the same bytes again, over the site of before', async () => {
    const root = await folder({ 'a.txt': DISCLOSURE });
    await call(['extract', 'a.txt', '--out', 'out', '--jobs', '0'], root);
    const files = async () => {
      const names = (await readdir(join(root, 'out/review'), { recursive: true })).filter((name) =>
        /\.\w+$/.test(name),
      );
      return Promise.all(
        names.sort().map(async (name) => [name, await readFile(join(root, 'out/review', name), 'latin1')]),
      );
    };
    await call(['review', 'out'], root);
    const first = await files();
    expect(first.length).toBeGreaterThan(5);
    await call(['review', 'out'], root);
    expect(await files()).toEqual(first);
  });

  it('leaves a folder alone that holds anything else', async () => {
    const root = await folder({ 'a.txt': DISCLOSURE, 'mine/data/letter.txt': 'dear' });
    await call(['extract', 'a.txt', '--out', 'out', '--jobs', '0'], root);
    expect(await call(['review', 'out', '--to', 'mine'], root)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('other files'),
    });
    expect(await readFile(join(root, 'mine/data/letter.txt'), 'utf8')).toBe('dear');
  });

  it('says that there is no run to show', async () => {
    const root = await folder();
    await writeFile(join(root, 'x'), '');
    expect(await call(['review', '.'], root)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no finished run'),
    });
  });
});
