import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { answers, linesOf } from '../../src/batch/requests.ts';
import { TABLE_NAMES } from '../../src/dataset/column.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { folder } from '../folder.ts';

const patterns = loadPatterns();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a request', async () => {
  const cwd = await folder({ 'in/a.txt': DISCLOSURE, 'in/empty.txt': '' });
  const spooled = await folder();
  const all = async (request: unknown, text = true) => {
    const options = { patterns, version: '0', cwd, text, spool: (name: string) => join(spooled, name) };
    const line = typeof request === 'string' ? request : JSON.stringify(request);
    const given: Record<string, unknown>[] = [];
    for await (const each of answers(line, options)) given.push(each);
    return given;
  };
  const ask = async (request: unknown, text = true) => {
    const given = await all(request, text);
    expect(given.length).toBe(1);
    return given[0] as Record<string, unknown>;
  };

  it('by path is answered with the record and the text', async () => {
    const response = await ask({ id: 7, path: 'in/a.txt', url: 'https://x', date: '2024' });
    expect(response).toMatchObject({
      id: 7,
      status: 'extracted',
      record: {
        source: { path: 'in/a.txt', url: 'https://x', date: '2024' },
        report: { organisation: '青石县水务局' },
      },
      text: expect.stringContaining('收入总计1,200.50万元'),
    });
  });

  it('by content has the name that it gives', async () => {
    const base64 = Buffer.from(DISCLOSURE).toString('base64');
    const response = await ask({ id: 'x', name: 'b.txt', base64 }, false);
    expect(response).toMatchObject({ id: 'x', record: { source: { path: 'b.txt' } } });
    expect(response).not.toHaveProperty('text');
  });

  it('for rows is answered with those of every table, decimals as text', async () => {
    const response = await ask({ id: 7, path: 'in/a.txt', as: 'rows', date: '2024', truncated: 'length' });
    expect(response).toMatchObject({ id: 7, status: 'extracted' });
    const rows = response.rows as Record<string, string>;
    expect(Object.keys(rows)).toEqual(TABLE_NAMES);
    const [document] = JSON.parse(rows.documents as string);
    expect(document).toMatchObject({ path: 'in/a.txt', date: '2024', notices: expect.stringContaining('truncated') });
    const facts = JSON.parse(rows.facts as string) as Record<string, unknown>[];
    expect(facts.length).toBe(document.facts);
    expect(facts).toContainEqual(expect.objectContaining({ concept: 'income.total', value: '12005000' }));
  });

  it('says of what nobody called a document that it is none', async () => {
    const note = { id: 1, name: 'notes.md', base64: Buffer.from('notes').toString('base64'), named: false };
    expect(await ask(note)).toMatchObject({ status: 'unsupported', reason: { code: 'unsupported-format' } });
    const image = { ...note, base64: Buffer.from('PK\u0003\u0004').toString('base64') };
    expect(await ask(image)).toMatchObject({ status: 'unsupported' });
    expect(await ask({ ...image, name: 'a.docx' })).toMatchObject({ status: 'failed' });
  });

  it('for members is answered with each of an archive, and an end', async () => {
    const inner = zipSync({ 'b.txt': strToU8('two') });
    const archive = zipSync({ 'a.txt': strToU8('one'), 'c.zip': inner, 'read.me': strToU8('x') });
    await writeFile(join(cwd, 'in/x.zip'), archive);
    const request = { id: 3, path: 'in/x.zip', name: 'y.zip', date: '2024', as: 'members', named: false };
    const member = (name: string) => ({ path: `y.zip!/${name}`, date: '2024' });
    const found = (text: string) => ({ sha256: sha256(text), base64: Buffer.from(text).toString('base64') });
    expect(await all(request)).toEqual([
      { id: 3, status: 'found', member: member('a.txt'), named: true, ...found('one') },
      { id: 3, status: 'found', member: member('c.zip!/b.txt'), named: true, ...found('two') },
      { id: 3, status: 'unsupported', member: member('read.me'), reason: expect.anything() },
      { id: 3, status: 'end', members: 3 },
    ]);
    expect(await readdir(spooled)).toEqual([]);
  });

  it('for members of a document is answered with itself, without its bytes', async () => {
    const itself = { status: 'found', member: { path: 'in/a.txt' }, sha256: sha256(DISCLOSURE), named: true };
    expect(await all({ id: 1, path: 'in/a.txt', as: 'members' })).toEqual([
      { id: 1, ...itself },
      { id: 1, status: 'end', members: 1 },
    ]);
    expect((await all({ id: 1, path: 'gone', as: 'members' }))[0]).toMatchObject({
      member: { path: 'gone' },
      status: 'failed',
    });
  });

  it('leaves the absolute path out of the record', async () => {
    expect(await ask({ id: 1, path: join(cwd, 'in/a.txt') })).toMatchObject({ record: { source: { path: 'a.txt' } } });
  });

  it.each([
    ['no JSON', 'bad-request', null],
    [{ id: 5 }, 'bad-request', 5],
    [{ id: 5, path: 'a', base64: '' }, 'bad-request', 5],
    [{ id: 5, base64: 'AAAA' }, 'bad-request', 5],
    [{ id: 5, name: 'a', base64: '*' }, 'bad-request', 5],
    [{ id: 5, name: 'a', base64: '', as: 'members' }, 'bad-request', 5],
    [{ id: 5, path: 'in/a.txt', as: 'all' }, 'bad-request', 5],
    [[], 'bad-request', null],
    [{ id: 5, path: 'gone.pdf' }, 'unreadable', 5],
    [{ id: 5, path: 'in' }, 'unreadable', 5],
    [{ id: 5, path: 'in/empty.txt' }, 'empty', 5],
  ])('%j is answered with %s', async (request, code, id) => {
    expect(await ask(request)).toMatchObject({ id, status: 'failed', reason: { code } });
  });
});

describe('lines', () => {
  async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
    for (const text of texts) yield Buffer.from(text);
  }
  const lines = async (texts: string[], max?: number) => {
    const found = [];
    for await (const line of linesOf(chunks(...texts), max)) found.push(line);
    return found;
  };

  it('come whole from chunks of any size', async () => {
    expect(await lines(['a', 'b\nc', 'd\n\ne'])).toEqual(['ab', 'cd', '', 'e']);
  });

  it('that are too long are passed over, without being held', async () => {
    expect(await lines(['abcd', 'efgh', '\nij\n'], 5)).toEqual([null, 'ij']);
  });
});
