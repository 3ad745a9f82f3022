import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { docx, p, patterns, shown, tbl, tc, tr } from './build.ts';

const noticeOf = (bytes: Uint8Array) => {
  const { value, notices } = readDocx(bytes, patterns);
  return value ? 'a document' : `${notices[0]?.code}: ${notices[0]?.message}`;
};

describe('the package', () => {
  it('may be strict OOXML, with other prefixes and another name of the main part', () => {
    const w = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        '<x:Relationships xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships"><x:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Word/Main.xml"/></x:Relationships>',
      ),
      'word/main.xml': strToU8(
        `<document xmlns="${w}" xmlns:q="${w}"><body><p><r><t>支出</t></r></p><q:p><q:r><q:t>12.50</q:t></q:r></q:p></body></document>`,
      ),
    });
    expect(readDocx(bytes, loadPatterns()).value?.text).toBe('支出\n12.50\n');
  });

  it.each([
    ['cut short', (xml: string) => xml.slice(0, -20)],
    ['with an element that is not closed', (xml: string) => xml.replace('</w:r>', '')],
    ['with elements closed in the wrong order', (xml: string) => xml.replace('</w:r></w:p>', '</w:p></w:r>')],
    ['that is no XML', () => 'no XML at all'],
  ])('with a main part %s is corrupt', (_, spoil) => {
    const xml =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>支出</w:t></w:r></w:p></w:body></w:document>';
    const bytes = zipSync({ 'word/document.xml': strToU8(spoil(xml)) });
    expect(noticeOf(bytes)).toMatch(/^corrupt: .*XML/);
    expect(noticeOf(zipSync({ 'word/document.xml': strToU8(xml) }))).toBe('a document');
  });

  it('cut short is corrupt', () => {
    expect(noticeOf(docx(p('支出')).slice(0, 300))).toMatch(/^corrupt: /);
  });

  it('that would unpack to a multiple of its size is refused before it does', () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024).fill(32) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(noticeOf(bytes)).toMatch(/^corrupt: .*bomb/);
  });

  it('with XML nested without end is refused', () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`;
    expect(noticeOf(docx(deep))).toMatch(/^corrupt: .*deep/);
  });

  it('without text is empty, and says how many pictures it holds', () => {
    expect(noticeOf(docx(p('')))).toMatch(/^empty: /);
    expect(noticeOf(docx(p('<w:r><w:drawing><a:blip/></w:drawing></w:r>')))).toMatch(/^empty: .*1 picture/);
  });

  it('names embedded objects that it passes over', () => {
    const { notices } = readDocx(docx(p('见表') + p('<w:r><w:object><o:OLEObject/></w:object></w:r>')), patterns);
    expect(notices.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['unknown-element info']);
  });

  it.each([
    [
      'a page',
      '<html><body><p>支出</p><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></body></html>',
    ],
    [
      'a web archive',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>支出</p><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>\r\n--b--',
    ],
  ])('that leaves its text to %s inside it is read', (_, chunk) => {
    const more = { 'word/chunk.htm': { type: 'aFChunk', content: strToU8(chunk) } };
    const { value, notices } = readDocx(docx('<w:altChunk r:id="r1"/>', { more }), patterns);
    expect([value && shown(value), notices]).toEqual([['支出', '[2x2] 甲@0,0 1@0,1 乙@1,0 2@1,1'], []]);
  });

  it('names what it holds inside and cannot read', () => {
    const more = { 'word/chunk.htm': { type: 'aFChunk', content: new Uint8Array([0, 1, 2, 3]) } };
    const { notices } = readDocx(docx(`${p('支出')}<w:altChunk r:id="r1"/>`, { more }), patterns);
    expect(notices.map(({ code }) => code)).toEqual(['unknown-element']);
  });

  it('with a long table is read in a moment', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => tr(tc(String(i)), tc('支出'), tc('1.00')));
    const bytes = docx(tbl(...rows));
    const started = performance.now();
    expect(readDocx(bytes, patterns).value?.blocks).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
