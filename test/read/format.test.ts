import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../src/read/format.ts';

const text = (source: string) => new TextEncoder().encode(source);
const hex = (source: string) => new Uint8Array(Buffer.from(source, 'hex'));
const compound = (...streams: string[]) =>
  new Uint8Array(
    Buffer.concat([hex('d0cf11e0a1b11ae1'), ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le'))]),
  );
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const gb = hex('d6a7b3f6310a');

const CASES: readonly (readonly [string, Uint8Array, string])[] = [
  ['a PDF', text('%PDF-1.7\n'), 'pdf'],
  ['a PDF after what a server put before it', text('\r\nHTTP 200\r\n\r\n%PDF-1.7\n'), 'pdf'],
  ['a compound file with a Word stream', compound('WordDocument', 'Workbook'), 'doc'],
  ['an encrypted package', compound('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
  ['a ZIP with a Word part', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['a page with a doctype', text('\ufeff<!DOCTYPE html>\n<html><body>支出</body></html>'), 'html'],
  ['a page with comments before it', text('<!-- saved -->\n<html>支出</html>'), 'html'],
  ['a fragment of a page', text('<div class="a"><p>支出</p></div>'), 'html'],
  ['a page in UTF-16', new Uint8Array(Buffer.from('\ufeff<html><body>支出</body></html>', 'utf16le')), 'html'],
  [
    'a web archive',
    text('From: <Saved by Word>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a'),
    'mhtml',
  ],
  ['rich text', text('{\\rtf1\\ansi 支出}'), 'rtf'],
  ['Chinese text in GBK', gb, 'txt'],
  ['text that mentions a tag', text('本年支出 <p> 12.50万元'), 'txt'],
  [
    'text in UTF-16 without a mark',
    new Uint8Array(Buffer.from('支出12.50万元\r\n收入12.50万元\r\n', 'utf16le')),
    'txt',
  ],
  ['nothing', new Uint8Array(), 'empty'],
  ['blank lines', text(' \r\n\t\n'), 'empty'],
];

const UNSUPPORTED: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['a RAR archive', hex('526172211a0700'), /RAR/],
  ['a ZIP of other things', zip('a.pdf'), /ZIP/],
  ['a ZIP with a document in it', zipSync({ 'a.docx': [zip('word/document.xml'), { level: 0 }] }), /ZIP/],
  ['a presentation', zip('ppt/presentation.xml'), /PowerPoint/],
  ['bytes of no known kind', hex('000102030405060708090a0b0c0d0e0f'.repeat(4)), /binary/],
];

describe('contentOf', () => {
  it.each(CASES)('knows %s', (_, bytes, kind) => {
    expect(contentOf(bytes).kind).toBe(kind);
  });

  it.each(UNSUPPORTED)('names %s that it cannot read', (_, bytes, name) => {
    const content = contentOf(bytes);
    expect(content.kind).toBe('unsupported');
    expect(content.kind === 'unsupported' && content.name).toMatch(name);
  });
});
