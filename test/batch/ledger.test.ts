import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/batch/entry.ts';
import { Ledger } from '../../src/batch/ledger.ts';
import { folder } from '../folder.ts';

const outcome: Outcome = { status: 'refused', reason: { code: 'corrupt', message: '坏', page: null } };
const done = (key: string, context = 'c') => ({ key, context, place: { path: `${key}.pdf` }, outcome });

const newFile = async () => join(await folder(), 'ledger.jsonl');

async function filled(file: string, ...keys: string[]): Promise<Ledger> {
  const ledger = Ledger.open(file);
  await ledger.intend(keys.map((key) => done(key)));
  return ledger;
}

describe('a ledger', () => {
  it('knows what was written down, and whether it was published', async () => {
    const file = await newFile();
    const ledger = await filled(file, 'a', 'b');
    ledger.publish(['b']);
    ledger.close();
    const again = Ledger.open(file);
    expect(again.find('a', 'c')).toEqual({ done: done('a'), published: false });
    expect(again.find('b', 'c')).toEqual({ done: done('b'), published: true });
    expect(again.find('a', 'other')).toBeNull();
    expect(again.find('x', 'c')).toBeNull();
    again.close();
  });

  it('takes the last of several lines about one content, of whatever context', async () => {
    const file = await newFile();
    const ledger = await filled(file, 'a');
    ledger.publish(['a']);
    await ledger.intend([done('a', 'next')]);
    expect(ledger.find('a', 'c')).toBeNull();
    expect(ledger.find('a', 'next')?.published).toBe(false);
    ledger.close();
  });

  it('cuts off the half line of a run that was killed, and goes on after it', async () => {
    const file = await newFile();
    (await filled(file, 'a')).close();
    await appendFile(file, '{"key":"b","cont');
    const again = await filled(file, 'c');
    expect(['a', 'b', 'c'].map((key) => again.find(key, 'c') !== null)).toEqual([true, false, true]);
    again.close();
    expect((await readFile(file, 'utf8')).split('\n').filter(Boolean)).toHaveLength(2);
  });

  it('passes over lines that are damaged', async () => {
    const file = await newFile();
    await writeFile(file, 'nonsense\n{"key":1\n\n');
    const ledger = await filled(file, 'a');
    expect(ledger.find('a', 'c')).not.toBeNull();
    ledger.close();
  });

  it('is the same after any order of work', async () => {
    const [first, second] = [await newFile(), await newFile()];
    for (const [file, keys] of [
      [first, ['b', 'a']],
      [second, ['a', 'b', 'a']],
    ] as const) {
      const ledger = await filled(file, ...keys);
      ledger.publish([...keys]);
      ledger.compact();
      expect(ledger.find('a', 'c')).toEqual({ done: done('a'), published: true });
      ledger.close();
    }
    expect(await readFile(first, 'utf8')).toBe(await readFile(second, 'utf8'));
  });

  it('reads lines across the portions in which it reads the file', async () => {
    const file = await newFile();
    const keys = Array.from({ length: 12_000 }, (_, i) => `key-${i}`);
    (await filled(file, ...keys)).close();
    const again = Ledger.open(file);
    expect(again.size).toBe(12_000);
    expect(again.find('key-11999', 'c')?.done).toEqual(done('key-11999'));
    again.close();
  });
});
