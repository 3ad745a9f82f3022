import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';
import { BAD_INPUTS } from '../cli/bad-inputs.ts';
import { docx, p } from './docx/build.ts';
import { content, patterns } from './shown.ts';

const text = (source: string) => new TextEncoder().encode(source);
const doc = () =>
  new Uint8Array(readFileSync(fileURLToPath(new URL('../../samples/jiangxi-2019-final.doc', import.meta.url))));
const codes = (notices: readonly { code: string; severity: string }[]) =>
  notices.map((each) => `${each.code} ${each.severity}`);

describe('read', () => {
  it('chooses the reader by content', async () => {
    const formats = [text('支出'), text('<html><p>支出</p></html>'), docx(p('支出'))].map(async (bytes) => {
      const { value } = await read(bytes, { patterns });
      return [value?.format, value?.text];
    });
    expect(await Promise.all(formats)).toEqual([
      ['txt', '支出\n'],
      ['html', '支出\n'],
      ['docx', '支出\n'],
    ]);
  });

  it.each(Object.entries(BAD_INPUTS))('gives no document of %s, and the cause', async (_, { bytes, cause }) => {
    const { value, notices } = await read(bytes, { patterns });
    expect(value).toBeNull();
    expect(notices.map(({ severity }) => severity)).toEqual(['error']);
    expect(notices[0]?.message).toMatch(cause);
  });

  it('leaves the bytes to the caller', async () => {
    const bytes = docx(p('支出'));
    const before = Buffer.from(bytes).toString('hex');
    await read(bytes, { patterns });
    expect(Buffer.from(bytes).toString('hex')).toBe(before);
  });
});

describe('a binary .doc', () => {
  const other = async () => docx(p('支出'));

  it('is read natively, whether or not a converter is there', async () => {
    const [without, beside] = [await read(doc(), { patterns }), await read(doc(), { patterns, convertDoc: other })];
    expect(without.notices).toEqual([]);
    expect(without.value && content(without.value)).toContain('二、部门基本情况');
    expect(without.value?.format).toBe('doc');
    expect(beside).toEqual(without);
  });

  it('is what the converter makes of it where that is asked for', async () => {
    const options = { patterns, docEngine: 'libreoffice', convertDoc: other } as const;
    const { value, notices } = await read(doc(), options);
    expect([value?.format, value?.text, notices]).toEqual(['doc', '支出\n', []]);
  });

  it.each([
    ['is not there', null, 'needs-libreoffice', /not found/],
    ['fails', () => Promise.reject(new Error('it ended with code 77')), 'converter-failed', /code 77/],
    ['gives nonsense', async () => text('x'), 'converter-failed', /damaged/],
  ])('is read natively where the converter %s, and says so', async (_, convertDoc, code, cause) => {
    for (const mode of [{ docEngine: 'libreoffice' }, { verifyDoc: true }] as const) {
      const { value, notices } = await read(doc(), { patterns, convertDoc, ...mode });
      expect(codes(notices)).toEqual([`${code} warning`]);
      expect(notices[0]?.message).toMatch(cause);
      expect(value?.text).toContain('二、部门基本情况');
    }
  });

  it('that is verified names what the other reading has otherwise', async () => {
    const { value } = await read(doc(), { patterns });
    const lines = (value?.text ?? '').replace('1167.19', '1167.91').split('\n');
    const convertDoc = async () => docx(lines.map((line) => p(line)).join(''));
    const { notices } = await read(doc(), { patterns, verifyDoc: true, convertDoc });
    expect(new Set(codes(notices))).toEqual(new Set(['readings-differ warning']));
    expect(notices.map((each) => each.message).join()).toMatch(/numbers.*1 \(1167\.19\).*1 \(1167\.91\)/);
    expect(notices.map((each) => each.message).join()).toMatch(/tables: 9 in this reading, 0 in that of LibreOffice/);
  });

  it('that no reader understands is corrupt', async () => {
    const bytes = doc().slice(0, 3000);
    bytes.set(Buffer.from('WordDocument\0', 'utf16le'), 2000);
    const { value, notices } = await read(bytes, { patterns, convertDoc: null });
    expect(value).toBeNull();
    expect(codes(notices)).toEqual(['corrupt error']);
  });
});
