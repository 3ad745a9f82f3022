/** Small OFD packages: a page is a list of objects, places count in millimetres from its top left. */
import { strToU8, zipSync } from 'fflate';
import type { PageMarks } from '../../../src/layout/marks.ts';

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);

export interface OfdParts {
  readonly area?: string;
  readonly template?: string;
  /** Further members of the package, or others in the place of those that are made. */
  readonly more?: Readonly<Record<string, Uint8Array>>;
  readonly resources?: string;
}

const layer = (content: string) => `<ofd:Content><ofd:Layer ID="9" Type="Body">${content}</ofd:Layer></ofd:Content>`;

export function ofd(pages: readonly string[], { area = '0 0 210 297', template, more, resources = '' }: OfdParts = {}) {
  const files: Record<string, Uint8Array> = {};
  files['OFD.xml'] = xml(
    `<ofd:OFD ${NS} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  );
  const templates = template === undefined ? '' : '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>';
  const list = pages.map((_, i) => `<ofd:Page ID="${20 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  files['Doc_0/Document.xml'] = xml(
    `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${area}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${templates}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
  );
  files['Doc_0/PublicRes.xml'] = xml(
    `<ofd:Res ${NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="SimSun"/></ofd:Fonts>${resources}</ofd:Res>`,
  );
  if (template !== undefined)
    files['Doc_0/Tpls/Tpl_0/Content.xml'] = xml(`<ofd:Page ${NS}>${layer(template)}</ofd:Page>`);
  pages.forEach((content, i) => {
    const used = template === undefined ? '' : '<ofd:Template TemplateID="7" ZOrder="Background"/>';
    files[`Doc_0/Pages/Page_${i}/Content.xml`] = xml(`<ofd:Page ${NS}>${used}${layer(content)}</ofd:Page>`);
  });
  return zipSync({ ...files, ...more });
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Text that begins at a place on its baseline; Han characters one em wide, all else half an em. */
export function text(x: number, y: number, words: string, size = 4): string {
  const widths = [...words].slice(0, -1).map((each) => (/[ -~]/.test(each) ? size / 2 : size));
  return `<ofd:TextObject ID="1" Boundary="${x} ${y - size} ${size * words.length} ${1.3 * size}" Font="3" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="${widths.join(' ')}">${escaped(words)}</ofd:TextCode></ofd:TextObject>`;
}

export const line = (x0: number, y0: number, x1: number, y1: number, more = '') =>
  `<ofd:PathObject ID="2" Boundary="${x0} ${y0} ${x1 - x0 + 1} ${y1 - y0 + 1}" LineWidth="0.2"${more}><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`;

export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
  return [...ys.map((y) => line(left, y, right, y)), ...xs.map((x) => line(x, top, x, bottom))].join('');
}

export const fill = (xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]) =>
  rows
    .flatMap((row, r) =>
      row.map((words, c) => (words === '' ? '' : text((xs[c] as number) + 1, (ys[r] as number) + 6, words))),
    )
    .join('');

const MM = 25.4 / 72;

/** The glyphs and rules of a page, as another program would have written them into an OFD. */
export function fromMarks({ glyphs, rules }: PageMarks): string {
  const mm = (points: number) => (points * MM).toFixed(4);
  const objects: string[] = [];
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i] as PageMarks['glyphs'][number];
    const piece = [first];
    for (let next = glyphs[++i]; next && next.base === first.base && next.size === first.size; next = glyphs[++i]) {
      if (next.x <= (piece.at(-1) as typeof first).x || next.direction !== first.direction) break;
      piece.push(next);
    }
    const steps = piece.slice(1).map((glyph, k) => mm(glyph.x - (piece[k] as typeof first).x));
    const words = escaped(piece.map((glyph) => glyph.text).join(''));
    objects.push(
      `<ofd:TextObject ID="1" Boundary="0 0 500 500" Font="3" Size="${mm(first.size)}"><ofd:TextCode X="${mm(first.x)}" Y="${mm(first.base)}" DeltaX="${steps.join(' ')}">${words}</ofd:TextCode></ofd:TextObject>`,
    );
  }
  for (const { horizontal, at, from, to } of rules) {
    const [x0, y0, x1, y1] = horizontal ? [from, at, to, at] : [at, from, at, to];
    objects.push(
      `<ofd:PathObject ID="2" Boundary="0 0 500 500" LineWidth="0.2"><ofd:AbbreviatedData>M ${mm(x0)} ${mm(y0)} L ${mm(x1)} ${mm(y1)}</ofd:AbbreviatedData></ofd:PathObject>`,
    );
  }
  return objects.join('');
}
