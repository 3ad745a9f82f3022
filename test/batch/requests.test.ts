import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, linesOf } from '../../src/batch/requests.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { folder } from '../folder.ts';

const patterns = loadPatterns();

describe('a request', async () => {
  const cwd = await folder({ 'in/a.txt': DISCLOSURE, 'in/empty.txt': '' });
  const ask = (request: unknown, text = true) =>
    answer(typeof request === 'string' ? request : JSON.stringify(request), { patterns, version: '0', cwd, text });

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

  it('leaves the absolute path out of the record', async () => {
    expect(await ask({ id: 1, path: join(cwd, 'in/a.txt') })).toMatchObject({ record: { source: { path: 'a.txt' } } });
  });

  it.each([
    ['no JSON', 'bad-request', null],
    [{ id: 5 }, 'bad-request', 5],
    [{ id: 5, path: 'a', base64: '' }, 'bad-request', 5],
    [{ id: 5, base64: 'AAAA' }, 'bad-request', 5],
    [{ id: 5, name: 'a', base64: '*' }, 'bad-request', 5],
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
