import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';
import { BAD_INPUTS } from '../cli/bad-inputs.ts';
import { docx, p } from './docx/build.ts';
import { content, patterns, shown } from './shown.ts';

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
  it('is what the converter makes of it', async () => {
    const { value, notices } = await read(doc(), { patterns, convertDoc: async () => docx(p('支出')) });
    expect([value?.format, value?.text, notices]).toEqual(['doc', '支出\n', []]);
  });

  it('is bare text without a converter, and says so', async () => {
    const { value, notices } = await read(doc(), { patterns, convertDoc: null });
    expect(codes(notices)).toEqual(['needs-libreoffice warning', 'tables-approximate warning']);
    expect(value && content(value)).toContain('二、部门基本情况');
    expect(value && shown(value).some((line) => line.includes('一、一般公共预算财政拨款收入@'))).toBe(true);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('it ended with code 77')), /code 77/],
    ['gives nonsense', async () => text('x'), /damaged/],
  ])('is bare text where the converter %s', async (_, convertDoc, cause) => {
    const { value, notices } = await read(doc(), { patterns, convertDoc });
    expect(codes(notices)).toEqual(['converter-failed warning', 'tables-approximate warning']);
    expect(notices[0]?.message).toMatch(cause);
    expect(value?.format).toBe('doc');
  });

  it('that no reader understands is corrupt', async () => {
    const bytes = doc().slice(0, 3000);
    bytes.set(Buffer.from('WordDocument\0', 'utf16le'), 2000);
    const { value, notices } = await read(bytes, { patterns, convertDoc: null });
    expect(value).toBeNull();
    expect(codes(notices)).toEqual(['corrupt error', 'needs-libreoffice warning']);
  });
});
