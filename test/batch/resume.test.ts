/** What a second run of the same command does, and does not do, again. */
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/batch/entry.ts';
import { findInputs } from '../../src/batch/inputs.ts';
import { type RunOptions, runBatch } from '../../src/batch/run.ts';
import type { extract } from '../../src/extract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { record } from '../evaluate/record.ts';
import { folder } from '../folder.ts';
import { contents } from './built.ts';

const patterns = loadPatterns();

async function batch(files: Record<string, string>) {
  const root = await folder(files);
  const out = join(root, 'out');
  const done: string[] = [];
  const extractWith: typeof extract = async (bytes, { path }) => {
    const text = new TextDecoder().decode(bytes);
    done.push(text);
    const refused = { record: null, text: null, document: null, traces: [] };
    const notice = { code: 'corrupt' as const, severity: 'error' as const, page: null, message: 'bad' };
    if (text === 'bad') return { ...refused, notices: [notice] };
    const id = Buffer.from(text).toString('hex').padEnd(16, '0').slice(0, 16);
    const source = { path, bytes: bytes.length, sha256: id, format: 'txt' as const, pages: 1 };
    return { record: record({ id, source }), text, document: null, notices: [], traces: [] };
  };
  const run = async (changes: Partial<RunOptions> = {}): Promise<{ run: Run; done: string[] }> => {
    done.length = 0;
    const inputs = await findInputs(['.'], root, out);
    return { run: await runBatch(inputs, { out, patterns, version: '0', extractWith, ...changes }), done: [...done] };
  };
  return {
    root,
    out,
    run,
    file: (text: string, folder = 'documents') =>
      join(out, folder, `${Buffer.from(text).toString('hex').padEnd(16, '0')}.${folder === 'text' ? 'txt' : 'json'}`),
  };
}

describe('the same command again', () => {
  it('does nothing that is done, failures included, and leaves every byte as it is', async () => {
    const { run, out } = await batch({ 'a.txt': 'one', 'b.txt': 'bad', 'c.txt': 'one' });
    const first = await run();
    expect(first.done).toEqual(['one', 'bad']);
    const before = await contents(out);
    expect(await run()).toEqual({ run: first.run, done: [] });
    expect(await contents(out)).toEqual(before);
  });

  it('does what is new, and nothing else', async () => {
    const { run, root } = await batch({ 'a.txt': 'one', 'b.txt': 'two' });
    await run();
    await writeFile(join(root, 'c.txt'), 'three');
    const second = await run();
    expect(second.done).toEqual(['three']);
    expect(second.run.totals.extracted).toBe(3);
  });

  it.each(['documents', 'text'])('does again what is gone or damaged in %s', async (where) => {
    const { run, file } = await batch({ 'a.txt': 'one', 'b.txt': 'two' });
    await run();
    await rm(file('one', where));
    await writeFile(file('two', where), 'damaged');
    expect((await run()).done.sort()).toEqual(['one', 'two']);
  });

  it('does all of it again with another version or other packs', async () => {
    const { run } = await batch({ 'a.txt': 'one' });
    await run();
    expect((await run({ version: '1' })).done).toEqual(['one']);
    expect((await run({ version: '1', patterns: { ...patterns, hash: 'other' } })).done).toEqual(['one']);
  });

  it('does all of it again with another reader of PDF, and nothing with the usual one by its name', async () => {
    const { run } = await batch({ 'a.txt': 'one' });
    await run();
    expect((await run({ pdfEngine: 'pdfium' })).done).toEqual([]);
    expect((await run({ pdfEngine: 'pdf-parse' })).done).toEqual(['one']);
    expect((await run({ verifyPdf: true })).done).toEqual(['one']);
  });

  it('tries again what failed for want of time or memory, with more of it', async () => {
    const { run, out } = await batch({ 'a.txt': 'one' });
    const limits = { timeoutMs: 1000, memoryBytes: 1 << 28 };
    await run({ limits });
    const ledger = join(out, '.gongkai/ledger.jsonl');
    const line = JSON.parse(await readFile(ledger, 'utf8'));
    const reason = { code: 'timeout', message: '', page: null };
    await writeFile(ledger, `${JSON.stringify({ ...line, outcome: { status: 'refused', reason, limits } })}\n`);
    expect((await run({ limits })).done).toEqual([]);
    expect((await run({ limits: { ...limits, timeoutMs: 2000 } })).done).toEqual(['one']);
  });

  it('writes the new place of a document that was moved, without reading it', async () => {
    const { run, root, file, out } = await batch({ 'b.txt': 'one' });
    await run();
    await writeFile(join(root, 'a.txt'), 'one');
    const again = await run();
    expect(again.done).toEqual([]);
    expect(JSON.parse(await readFile(file('one'), 'utf8')).source.path).toBe('a.txt');
    const fresh = await batch({ 'a.txt': 'one', 'b.txt': 'one' });
    await fresh.run();
    expect(await contents(out)).toEqual(await contents(fresh.out));
  });

  it('removes the files of a form that is no longer asked for', async () => {
    const { run, out } = await batch({ 'a.txt': 'one' });
    await run({ forms: { csv: true } });
    await writeFile(join(out, 'mine.csv'), 'mine');
    await run();
    const names = Object.keys(await contents(out));
    expect(names).toContain('mine.csv');
    expect(names).not.toContain('facts.csv');
  });
});

describe('where the output cannot be written', () => {
  it('says that the device is full, loses nothing and goes on when there is room', async () => {
    const { run, out } = await batch({ 'a.txt': 'one', 'b.txt': 'two' });
    await mkdir(join(out, '.gongkai'), { recursive: true });
    await symlink('/dev/full', join(out, '.gongkai/ledger.jsonl'));
    await expect(run()).rejects.toThrow(/no space is left on the device \(ENOSPC\).*the same command goes on/);
    await rm(join(out, '.gongkai/ledger.jsonl'));
    const { run: second } = await run();
    expect(second.totals).toMatchObject({ extracted: 2, failed: 0 });
  });

  it('says what is in the way', async () => {
    const { run, root } = await batch({ 'a.txt': 'one', blocked: 'a file' });
    await expect(run({ out: join(root, 'blocked/out') })).rejects.toThrow(
      'a part of the path is no directory (ENOTDIR)',
    );
  });

  it('keeps a second run out', async () => {
    const { run, out } = await batch({ 'a.txt': 'one' });
    await mkdir(join(out, '.gongkai'), { recursive: true });
    await writeFile(join(out, '.gongkai/lock'), JSON.stringify({ pid: process.ppid, started: null }));
    await expect(run()).rejects.toThrow('writes to this directory');
  });
});
