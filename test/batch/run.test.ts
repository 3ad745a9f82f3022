import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry, Run } from '../../src/batch/entry.ts';
import { entriesOf } from '../../src/batch/finish.ts';
import { findInputs } from '../../src/batch/inputs.ts';
import { MAX_BYTES } from '../../src/batch/items.ts';
import { runBatch } from '../../src/batch/run.ts';
import type { NoticeCode } from '../../src/document.ts';
import type { extract } from '../../src/extract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
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

async function entriesIn(out: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of entriesOf(out)) entries.push(entry);
  return entries;
}

interface Ran {
  readonly run: Run;
  readonly entries: readonly Entry[];
  readonly out: string;
  readonly root: string;
}

async function batch(files: Record<string, string>, args = ['.']): Promise<Ran> {
  const root = await folder(files);
  const out = join(await folder(), 'out');
  const options = { out, patterns: loadPatterns(), version: '0.0.0', extractWith: double };
  const run = await runBatch(await findInputs(args, root), options);
  return { run, entries: await entriesIn(out), out, root };
}

const statuses = ({ entries }: Ran) => entries.map((entry) => `${entry.path} ${entry.status}`);

describe('a run', () => {
  it('writes record and text and accounts for every input', async () => {
    const ran = await batch({ 'a.txt': 'one', 'b.pdf': 'corrupt', 'c.txt': 'throws' });
    const { run, entries, out } = ran;
    expect(statuses(ran)).toEqual(['a.txt extracted', 'b.pdf failed', 'c.txt failed']);
    expect(await readFile(join(out, 'text/6f6e650000000000.txt'), 'utf8')).toBe('one');
    const stored = JSON.parse(await readFile(join(out, 'documents/6f6e650000000000.json'), 'utf8'));
    expect(stored.source.path).toBe('a.txt');
    expect(JSON.parse(await readFile(join(out, 'run.json'), 'utf8'))).toEqual({ ...run, inputs: entries });
    expect(run.totals).toMatchObject({ inputs: 3, extracted: 1, failed: 2 });
  });

  it('leaves no temporary file behind', async () => {
    const { out } = await batch({ 'a.txt': 'one' });
    expect((await readdir(out, { recursive: true })).sort()).toEqual([
      '.gongkai',
      '.gongkai/dataset.json',
      '.gongkai/ledger.jsonl',
      'datapackage.json',
      'documents',
      'documents.parquet',
      'documents/6f6e650000000000.json',
      'facts.parquet',
      'failures.jsonl',
      'findings.parquet',
      'mentions.parquet',
      'run.json',
      'tables.parquet',
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
    const ran = await batch({ 'b.txt': 'one', 'a/z.txt': 'one', 'c.txt': 'two' });
    expect(statuses(ran)).toEqual(['a/z.txt extracted', 'b.txt duplicate', 'c.txt extracted']);
    expect(ran.entries[1]).toMatchObject({ of: 'a/z.txt' });
  });

  it('does not let notes in a folder hide a document of the same bytes', async () => {
    expect(statuses(await batch({ 'a.md': 'one', 'b.txt': 'one' }))).toEqual(['a.md unsupported', 'b.txt extracted']);
  });

  it('passes over what is no document in a folder, but not where it is named', async () => {
    const files = { 'a.md': 'notes', 'b.pptx': 'PK\u0003\u0004', 'c.docx': 'PK\u0003\u0004x', '.gitkeep': '' };
    expect(statuses(await batch(files))).toEqual([
      '.gitkeep unsupported',
      'a.md unsupported',
      'b.pptx unsupported',
      'c.docx failed',
    ]);
    expect(statuses(await batch(files, ['b.pptx']))).toEqual(['b.pptx failed']);
  });

  it('says of a missing file that it is missing, without its absolute path', async () => {
    const { entries, root } = await batch({}, ['gone.pdf']);
    expect(entries[0]).toMatchObject({ status: 'failed', reason: { code: 'unreadable', message: 'no such file' } });
    expect(JSON.stringify(entries)).not.toContain(root);
  });

  it('does not read a file of unreasonable size', async () => {
    const root = await folder();
    await writeFile(join(root, 'huge.pdf'), '');
    await truncate(join(root, 'huge.pdf'), MAX_BYTES + 1);
    const options = {
      out: join(root, 'out'),
      patterns: loadPatterns(),
      version: '0',
      extractWith: double,
    };
    await runBatch(await findInputs(['huge.pdf'], root), options);
    const [entry] = await entriesIn(options.out);
    expect(entry).toMatchObject({ status: 'failed', reason: { code: 'too-big' } });
  });

  it('gives the same bytes again', async () => {
    const files = { 'b.txt': 'one', 'a.txt': 'two', 'c.pdf': 'corrupt' };
    const [first, second] = [await batch(files), await batch(files)];
    for (const name of ['run.json', 'failures.jsonl', 'documents/6f6e650000000000.json']) {
      expect(await readFile(join(second.out, name), 'utf8')).toBe(await readFile(join(first.out, name), 'utf8'));
    }
  });
});
