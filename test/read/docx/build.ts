/** Small DOCX packages, one feature each, and what a reader made of them in words. */
import { strToU8, zipSync } from 'fflate';
import type { Document } from '../../../src/document.ts';
import { readDocx } from '../../../src/read/docx/index.ts';
import { patterns, shown } from '../shown.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:o="urn:schemas-microsoft-com:office:office"`;

export { patterns, shown };

export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Further parts by path, with the type of their relationship. */
  readonly more?: Readonly<Record<string, { type: string; content: Uint8Array }>>;
}

export function docx(body: string, parts: Parts = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const relate = (type: string, target: string) => {
    relations.push(`<Relationship Id="r${relations.length + 1}" Type="${R}/${type}" Target="${target}"/>`);
  };
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes' } as const;
  for (const name of Object.keys(roots) as (keyof typeof roots)[]) {
    const content = parts[name];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = strToU8(`<w:${name} ${NAMESPACES}>${content}</w:${name}>`);
    relate(name, `${name}.xml`);
  }
  for (const [path, { type, content }] of Object.entries(parts.more ?? {})) {
    files[path] = content;
    relate(type, `/${path}`);
  }
  const list = (each: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each}</Relationships>`,
    );
  files['_rels/.rels'] = list(`<Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/>`);
  files['word/_rels/document.xml.rels'] = list(relations.join(''));
  files['word/document.xml'] = strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  return zipSync(files);
}

export const r = (text: string, rPr = '') =>
  `<w:r>${rPr && `<w:rPr>${rPr}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of the given runs, or of plain text. */
export const p = (content: string, pPr = '') =>
  `<w:p>${pPr && `<w:pPr>${pPr}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

export const tc = (content: string, tcPr = '') =>
  `<w:tc>${tcPr && `<w:tcPr>${tcPr}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;

export const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

export function readBody(body: string, parts: Parts = {}): Document {
  const { value, notices } = readDocx(docx(body, parts), patterns);
  if (!value) throw new Error(notices[0]?.message);
  return value;
}

export const blocksOf = (body: string, parts: Parts = {}): string[] => shown(readBody(body, parts));
