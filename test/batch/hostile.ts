/** Files that are made to harm a program that reads them, each small on the disk. */
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const MIB = 1024 * 1024;

function pdf(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\n`;
  return strToU8(`${body}${table}startxref\n${body.length}\n%%EOF\n`);
}

/** Ten thousand pages, each with a line of text. */
function manyPages(): Uint8Array {
  const content = 'BT /F1 12 Tf 72 700 Td (Total 12.50) Tj ET';
  const kids = Array.from({ length: 10_000 }, (_, i) => `${i + 5} 0 R`).join(' ');
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>';
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count 10000 >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: 10_000 }, () => page),
  ]);
}

/** A form that draws itself, a page tree that is its own child. */
function loopingPdf(): Uint8Array {
  const form = '/X1 Do /X1 Do';
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X1 5 0 R >> >> >>',
    `<< /Length ${form.length} >>\nstream\n${form}\nendstream`,
    `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 5 0 R >> >> /Length ${form.length} >>\nstream\n${form}\nendstream`,
  ]);
}

function docx(xml: string | Uint8Array): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    'word/document.xml': typeof xml === 'string' ? strToU8(xml) : xml,
  });
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Ten entities, each ten times the one before: a gigabyte of “lol”. */
function entities(): string {
  const names = Array.from({ length: 10 }, (_, i) => `e${i}`);
  const declared = names.map((name, i) => `<!ENTITY ${name} "${i === 0 ? 'lol' : `&${names[i - 1]};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE w:document [${declared.join('')}]><w:document ${WORD}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>`;
}

function deepXml(): string {
  const depth = 100_000;
  return `<w:document ${WORD}><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}</w:body></w:document>`;
}

/** An archive in an archive, ten times. */
function nested(inner: Uint8Array): Uint8Array {
  let bytes = zipSync({ 'a.txt': inner });
  for (let i = 0; i < 10; i++) bytes = zipSync({ 'inner.zip': bytes });
  return bytes;
}

/** What each must end as: the codes that are right for it, or `extracted`. */
export const ENDS: Readonly<Record<string, readonly string[]>> = {
  'bomb.zip!/zeros.txt': ['archive-bomb'],
  'bomb.docx': ['corrupt'],
  'entities.docx': ['extracted', 'corrupt', 'empty'],
  'deep.docx': ['corrupt', 'empty', 'timeout', 'memory', 'crashed'],
  'many-pages.pdf': ['extracted', 'timeout', 'memory', 'corrupt'],
  'loop.pdf': ['extracted', 'corrupt', 'empty', 'timeout', 'memory'],
  'zeros.doc': ['too-big'],
  'deep.html': ['extracted', 'corrupt', 'empty', 'timeout', 'memory', 'crashed'],
  'nested.zip!/inner.zip!/inner.zip': ['archive-depth'],
  'up.zip!/../../outside.txt': ['extracted'],
  'pipe.pdf': ['unreadable'],
};

/** Writes all of them into a folder; `good` is a document that must come through whatever stands beside it. */
export async function writeHostile(root: string, good: string): Promise<void> {
  const text = strToU8(good);
  const files: Record<string, Uint8Array> = {
    'good.txt': text,
    'bomb.zip': zipSync({ 'zeros.txt': new Uint8Array(64 * MIB) }, { level: 9 }),
    'bomb.docx': docx(new Uint8Array(300 * MIB)),
    'entities.docx': docx(entities()),
    'deep.docx': docx(deepXml()),
    'many-pages.pdf': manyPages(),
    'loop.pdf': loopingPdf(),
    'deep.html': strToU8(`<html><body>${'<div>'.repeat(200_000)}<p>${good}</p>`),
    'nested.zip': nested(text),
    'up.zip': zipSync({ '../../outside.txt': strToU8(good.replace('1,200.50', '1,300.50')) }),
    'line\nbreak.txt': strToU8(good.replace('1,200.50', '1,400.50')),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(root, name), bytes);
  const zeros = await open(join(root, 'zeros.doc'), 'w');
  await zeros.truncate(1024 * MIB);
  await zeros.close();
  const named = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xbe, 0xf6, 0xcb, 0xe3]), Buffer.from('.txt')]);
  await writeFile(named, good.replace('1,200.50', '1,500.50'));
  await symlink('/dev/zero', join(root, 'pipe.pdf'));
  await symlink('.', join(root, 'loop'));
  let folder = root;
  for (let i = 0; i < 80; i++) folder = join(folder, 'd');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'far.txt'), good.replace('1,200.50', '1,600.50'));
}
