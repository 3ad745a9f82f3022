/** Writes small PDFs by hand: a page is a list of drawing commands, places count in points from its top left. */

export interface TinyPage {
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  readonly content: readonly Drawing[];
  /** Written into the dictionary of the page, and into that of its resources. */
  readonly entries?: string;
  readonly resources?: string;
  /** Fonts of the caller beside /Han and /Gbk. */
  readonly fonts?: string;
}

export interface TinyFile {
  /** Into the trailer, e.g. an encryption dictionary. */
  readonly trailer?: string;
  readonly catalog?: string;
  /** Objects of the caller, numbered from `FIRST_OWN`. */
  readonly objects?: readonly string[];
}

export const FIRST_OWN = 7;

export const stream = (dictionary: string, content: string) =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A command of the content stream, given the height of the page. */
export type Drawing = (height: number) => string;

const number = (value: number) => value.toFixed(2);

/** Text in UTF-16, shown through a predefined CMap. */
const hex = (text: string) =>
  `<${[...text].map((c) => (c.codePointAt(0) as number).toString(16).padStart(4, '0')).join('')}>`;

export const text =
  (x: number, y: number, words: string, size = 10): Drawing =>
  (height) =>
    `BT /Han ${size} Tf 1 0 0 1 ${number(x)} ${number(height - y)} Tm ${hex(words)} Tj ET`;

/** Bytes as they stand, in the font whose text is GBK. */
export const gbk =
  (x: number, y: number, bytes: string, size = 10): Drawing =>
  (height) =>
    `BT /Gbk ${size} Tf 1 0 0 1 ${number(x)} ${number(height - y)} Tm <${bytes}> Tj ET`;

/** Text that runs from the bottom up. */
export const upwards =
  (x: number, y: number, words: string, size = 10): Drawing =>
  (height) =>
    `BT /Han ${size} Tf 0 1 -1 0 ${number(x)} ${number(height - y)} Tm ${hex(words)} Tj ET`;

export const raw =
  (commands: string): Drawing =>
  () =>
    commands;

export const stroke =
  (x0: number, y0: number, x1: number, y1: number): Drawing =>
  (height) =>
    `${number(x0)} ${number(height - y0)} m ${number(x1)} ${number(height - y1)} l S`;

/** A line as a thin filled rectangle. */
export const bar =
  (x0: number, y0: number, x1: number, y1: number, thick = 0.5): Drawing =>
  (height) => {
    const [width, tall] = y0 === y1 ? [x1 - x0, thick] : [thick, y1 - y0];
    return `${number(x0)} ${number(height - y0 - tall)} ${number(width)} ${number(tall)} re f*`;
  };

export const clipped =
  (x0: number, y0: number, x1: number, y1: number, inner: readonly Drawing[]): Drawing =>
  (height) =>
    `q ${number(x0)} ${number(height - y1)} ${number(x1 - x0)} ${number(y1 - y0)} re W n ${inner.map((d) => d(height)).join(' ')} Q`;

type Line = typeof stroke;

/** All lines of a grid. */
export function grid(xs: readonly number[], ys: readonly number[], line: Line = stroke): Drawing[] {
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const [top, bottom] = [ys[0] as number, ys.at(-1) as number];
  return [...ys.map((y) => line(left, y, right, y)), ...xs.map((x) => line(x, top, x, bottom))];
}

/** Words into the cells of a grid, row by row. */
export function fill(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): Drawing[] {
  return rows.flatMap((row, r) =>
    row.flatMap((words, c) => (words === '' ? [] : [text((xs[c] as number) + 3, (ys[r] as number) + 14, words)])),
  );
}

const cidFont = (encoding: string, descendant: number) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`;

export function tinyPdf(
  pages: readonly TinyPage[],
  { trailer = '', catalog = '', objects: own = [] }: TinyFile = {},
): Uint8Array {
  const objects: string[] = ['', ''];
  const add = (body: string) => objects.push(body);
  add(cidFont('UniGB-UCS2-H', 5));
  add(cidFont('GBK-EUC-H', 5));
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  for (const object of own) add(object);
  const kids = pages.map(
    ({ width = 400, height = 300, rotate = 0, content, entries = '', resources = '', fonts = '' }) => {
      const body = add(stream('', content.map((drawing) => drawing(height)).join('\n')));
      return add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${body} 0 R ` +
          `/Resources << /Font << /Han 3 0 R /Gbk 4 0 R ${fonts} >> ${resources} >> ${entries} >>`,
      );
    },
  );
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`;
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
