import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Conversions } from '../../src/batch/conversion.ts';
import type { Office } from '../../src/read/libreoffice.ts';
import { folder } from '../folder.ts';

/** Converts what it can; a bad file ends the whole call, as it does with LibreOffice. */
async function conversionsWith(calls: number[]): Promise<{ conversions: Conversions; root: string }> {
  const root = await folder({ 'a.doc': 'one', 'b.doc': 'bad', 'c.doc': 'three' });
  const office: Office = {
    convert: async (files, target) => {
      calls.push(files.length);
      for (const file of files) {
        const text = await readFile(file, 'utf8');
        if (text === 'bad') throw new Error('crashed');
        await writeFile(join(target, basename(file, '.doc').concat('.docx')), `converted ${text}`);
      }
    },
  };
  return { conversions: new Conversions(office, (name) => join(root, name)), root };
}

describe('conversions', () => {
  it('go together, and those that a bad one held up alone', async () => {
    const calls: number[] = [];
    const { conversions, root } = await conversionsWith(calls);
    const results = await Promise.all(['a.doc', 'b.doc', 'c.doc'].map((name) => conversions.docxOf(join(root, name))));
    expect(await Promise.all(results.map((docx) => docx && readFile(docx, 'utf8')))).toEqual([
      'converted one',
      null,
      'converted three',
    ]);
    expect(calls).toEqual([3, 1, 1]);
    await conversions.close();
  });

  it('do not wait for more when there are enough', async () => {
    const calls: number[] = [];
    const { conversions, root } = await conversionsWith(calls);
    await Promise.all(Array.from({ length: 17 }, () => conversions.docxOf(join(root, 'a.doc'))));
    expect(calls).toEqual([16, 1]);
    await conversions.close();
  });
});
