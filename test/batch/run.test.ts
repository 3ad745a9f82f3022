import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';
import { MAX_BYTES, type Run, runBatch } from '../../src/batch/run.ts';
import type { NoticeCode } from '../../src/document.ts';
import type { extract } from '../../src/extract.ts';
import { record } from '../evaluate/record.ts';
import { folder } from '../folder.ts';

/** Stands in for the stages: a text gives a record, a few words give what goes wrong. */
const double: typeof extract = async (bytes, { path }) => {
  const text = new TextDecoder().decode(bytes);
  if (text === 'throws') throw new Error('boom');
  const refused = { record: null, text: null, document: null, traces: [] };
  const error = (code: NoticeCode, page: number | null) => ({
    ...refused,
    notices: [{ code, severity: 'error' as const, page, message: `it is ${code}` }],
  });
  if (text.includes('corrupt')) return error('corrupt', 3);
  if (text.includes('PK')) return error('unsupported-format', null);
  const id = Buffer.from(text).toString('hex').padEnd(16, '0').slice(0, 16);
  const made = record({ id, source: { path, bytes: bytes.length, sha256: id, format: 'txt', pages: 1 } });
  return { record: made, text, document: null, notices: [], traces: [] };
};

async function batch(files: Record<string, string>, args = ['.']): Promise<{ run: Run; out: string; root: string }> {
  const root = await folder(files);
  const out = join(await folder(), 'out');
  const patterns = { files: new Map(), hash: 'test' };
  const options = { out, patterns, version: '0.0.0', extractWith: double };
  return { run: await runBatch(await findInputs(args, root), options), out, root };
}

const statuses = (run: Run) => run.inputs.map((entry) => `${entry.path} ${entry.status}`);

describe('a run', () => {
  it('writes record and text and accounts for every input', async () => {
    const { run, out } = await batch({ 'a.txt': 'one', 'b.pdf': 'corrupt', 'c.txt': 'throws' });
    expect(statuses(run)).toEqual(['a.txt extracted', 'b.pdf failed', 'c.txt failed']);
    expect(await readFile(join(out, 'text/6f6e650000000000.txt'), 'utf8')).toBe('one');
    const stored = JSON.parse(await readFile(join(out, 'documents/6f6e650000000000.json'), 'utf8'));
    expect(stored.source.path).toBe('a.txt');
    expect(JSON.parse(await readFile(join(out, 'run.json'), 'utf8'))).toEqual(run);
    expect(run.totals).toMatchObject({ inputs: 3, extracted: 1, failed: 2 });
  });

  it('leaves no temporary file behind', async () => {
    const { out } = await batch({ 'a.txt': 'one' });
    expect((await readdir(out, { recursive: true })).sort()).toEqual([
      'documents',
      'documents/6f6e650000000000.json',
      'failures.jsonl',
      'run.json',
      'text',
      'text/6f6e650000000000.txt',
    ]);
  });

  it('lists each failure with page and cause', async () => {
    const { out } = await batch({ 'b.pdf': 'corrupt', 'c.txt': 'throws' });
    const lines = (await readFile(join(out, 'failures.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { path: 'b.pdf', status: 'failed', reason: { code: 'corrupt', message: 'it is corrupt', page: 3 } },
      { path: 'c.txt', status: 'failed', reason: { code: 'internal', message: 'unexpected error: boom', page: null } },
    ]);
  });

  it('takes equal bytes as a duplicate of the first path', async () => {
    const { run } = await batch({ 'b.txt': 'one', 'a/z.txt': 'one', 'c.txt': 'two' });
    expect(statuses(run)).toEqual(['a/z.txt extracted', 'b.txt duplicate', 'c.txt extracted']);
    expect(run.inputs[1]).toMatchObject({ of: 'a/z.txt' });
  });

  it('does not let notes in a folder hide a document of the same bytes', async () => {
    const { run } = await batch({ 'a.md': 'one', 'b.txt': 'one' });
    expect(statuses(run)).toEqual(['a.md unsupported', 'b.txt extracted']);
  });

  it('passes over what is no document in a folder, but not where it is named', async () => {
    const files = { 'a.md': 'notes', 'b.pptx': 'PK\u0003\u0004', 'c.docx': 'PK\u0003\u0004x', '.gitkeep': '' };
    const { run } = await batch(files);
    expect(statuses(run)).toEqual(['.gitkeep unsupported', 'a.md unsupported', 'b.pptx unsupported', 'c.docx failed']);
    expect(statuses((await batch(files, ['b.pptx'])).run)).toEqual(['b.pptx failed']);
  });

  it('says of a missing file that it is missing, without its absolute path', async () => {
    const { run, root } = await batch({}, ['gone.pdf']);
    expect(run.inputs[0]).toMatchObject({ status: 'failed', reason: { code: 'unreadable', message: 'no such file' } });
    expect(JSON.stringify(run)).not.toContain(root);
  });

  it('does not read a file of unreasonable size', async () => {
    const root = await folder();
    await writeFile(join(root, 'huge.pdf'), '');
    await truncate(join(root, 'huge.pdf'), MAX_BYTES + 1);
    const options = {
      out: join(root, 'out'),
      patterns: { files: new Map(), hash: '' },
      version: '0',
      extractWith: double,
    };
    const run = await runBatch(await findInputs(['huge.pdf'], root), options);
    expect(run.inputs[0]).toMatchObject({ status: 'failed', reason: { code: 'too-big' } });
  });

  it('gives the same bytes again', async () => {
    const files = { 'b.txt': 'one', 'a.txt': 'two', 'c.pdf': 'corrupt' };
    const [first, second] = [await batch(files), await batch(files)];
    for (const name of ['run.json', 'failures.jsonl', 'documents/6f6e650000000000.json']) {
      expect(await readFile(join(second.out, name), 'utf8')).toBe(await readFile(join(first.out, name), 'utf8'));
    }
  });
});
