/** Binary Word documents made of bytes, one feature each: a writer of the structures that the reader takes apart. */

export interface RunForm {
  readonly text: string;
  readonly sprms?: readonly number[];
}

export interface ParagraphForm {
  readonly runs: readonly (string | RunForm)[];
  /** 0x0D unless said otherwise. */
  readonly mark?: string;
  readonly markSprms?: readonly number[];
  readonly sprms?: readonly number[];
  readonly style?: number;
}

export interface DocumentForm {
  readonly body: readonly ParagraphForm[];
  readonly footnotes?: readonly (readonly ParagraphForm[])[];
  readonly textBoxes?: readonly { readonly shape: number; readonly text: readonly ParagraphForm[] }[];
  /** Shapes at positions of the body. */
  readonly shapes?: readonly { readonly position: number; readonly shape: number }[];
  /** Further tables by their number among the pairs of FibRgFcLcb97. */
  readonly tables?: Readonly<Record<number, readonly number[]>>;
  /** One byte for each character, as code page 1252. */
  readonly narrow?: boolean;
  readonly flags?: number;
  readonly clx?: (pieces: readonly number[]) => readonly number[];
}

export const u16 = (n: number) => [n & 0xff, (n >> 8) & 0xff];
export const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
export const sprm = (opcode: number, ...operand: number[]) => [...u16(opcode), ...operand];

export const p = (...runs: (string | RunForm)[]): ParagraphForm => ({ runs });

const IN_TABLE = sprm(0x2416, 1);

/** One row: its cells, the mark, and the definition by edges and TC flags. */
export function row(
  cells: readonly string[],
  edges: readonly number[],
  flags: readonly number[] = [],
): ParagraphForm[] {
  const marks = cells.map((text): ParagraphForm => ({ runs: [text], mark: '\u0007', sprms: IN_TABLE }));
  const sprms = [...IN_TABLE, ...sprm(0x2417, 1), ...definition(edges, flags)];
  return [...marks, { runs: [], mark: '\u0007', sprms }];
}

export function definition(edges: readonly number[], flags: readonly number[] = []): number[] {
  const cells = edges.slice(1).flatMap((_, i) => [...u16(flags[i] ?? 0), ...new Array<number>(18).fill(0)]);
  const operand = [edges.length - 1, ...edges.flatMap(u16), ...cells];
  return [...u16(0xd608), ...u16(operand.length + 1), ...operand];
}

const TEXT_AT = 2048;
const PAIRS_AT = 154;

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly bytes: readonly number[];
}

export function docBytes(form: DocumentForm): Uint8Array {
  const { footnotes = [], textBoxes = [] } = form;
  const stories = [form.body, footnotes.flat(), textBoxes.flatMap((box) => box.text)];
  const width = form.narrow ? 1 : 2;
  const characters: Placed[] = [];
  const paragraphs: Placed[] = [];
  let text = '';
  const place = () => TEXT_AT + text.length * width;
  const write = (piece: string, sprms: readonly number[] = []) => {
    const start = place();
    text += piece;
    if (piece !== '') characters.push({ start, end: place(), bytes: [sprms.length, ...sprms] });
  };
  for (const each of stories.flat()) {
    const start = place();
    for (const run of each.runs)
      write(typeof run === 'string' ? run : run.text, typeof run === 'string' ? [] : run.sprms);
    write(each.mark ?? '\r', each.markSprms);
    const papx = [...u16(each.style ?? 0), ...(each.sprms ?? [])];
    const even = papx.length % 2 === 0 ? papx : [...papx, 0];
    paragraphs.push({ start, end: place(), bytes: [0, even.length / 2, ...even] });
  }
  const textBytes = [...text].flatMap((c) => (form.narrow ? [c.charCodeAt(0)] : u16(c.charCodeAt(0))));
  const pagesAt = Math.ceil((TEXT_AT + textBytes.length) / 512);
  const characterPages = pages(characters, 1);
  const paragraphPages = pages(paragraphs, 13);
  const allPages = [...characterPages, ...paragraphPages];
  const bte = (some: readonly { first: number; end: number }[], number: number) => [
    ...some.flatMap((page) => u32(page.first)),
    ...u32(some.at(-1)?.end ?? 0),
    ...some.flatMap((_, i) => u32(number + i)),
  ];
  const fc = form.narrow ? (2 * TEXT_AT) | 0x40000000 : TEXT_AT;
  const pieces = [...u32(0), ...u32(text.length), 0, 0, ...u32(fc), 0, 0];
  const lengths = stories.map((story) => lengthOf(story));
  const tables: Record<number, readonly number[]> = {
    3: cuts(footnotes.map(lengthOf)),
    12: bte(characterPages, pagesAt),
    13: bte(paragraphPages, pagesAt + characterPages.length),
    33: form.clx?.(pieces) ?? [2, ...u32(pieces.length), ...pieces],
    40: shapesTable(form.shapes ?? [], lengths[0] ?? 0),
    56: boxesTable(textBoxes),
    ...form.tables,
  };
  const table: number[] = [];
  const fib = new Array<number>(TEXT_AT).fill(0);
  const put = (at: number, bytes: readonly number[]) => fib.splice(at, bytes.length, ...bytes);
  put(0, [...u16(0xa5ec), ...u16(193)]);
  put(10, u16(form.flags ?? 0x0200));
  put(24, [...u32(TEXT_AT), ...u32(TEXT_AT + textBytes.length)]);
  put(32, u16(14));
  put(62, u16(22));
  put(76, [...u32(lengths[0] ?? 0), ...u32(lengths[1] ?? 0)]);
  put(100, u32(lengths[2] ?? 0));
  put(152, u16(93));
  for (const [index, bytes] of Object.entries(tables)) {
    put(PAIRS_AT + 8 * Number(index), [...u32(table.length), ...u32(bytes.length)]);
    table.push(...bytes);
  }
  const document = [...fib, ...textBytes];
  while (document.length < pagesAt * 512) document.push(0);
  for (const page of allPages) document.push(...page.bytes);
  return compoundBytes({ WordDocument: document, '1Table': table });
}

function lengthOf(story: readonly ParagraphForm[]): number {
  const run = (each: string | RunForm) => (typeof each === 'string' ? each : each.text).length;
  return story.reduce((sum, each) => sum + each.runs.reduce((n, r) => n + run(r), 0) + 1, 0);
}

function cuts(lengths: readonly number[]): number[] {
  let at = 0;
  return [0, ...lengths.map((length) => (at += length))].flatMap(u32);
}

function shapesTable(shapes: readonly { position: number; shape: number }[], end: number): number[] {
  const spa = ({ shape }: { shape: number }) => [...u32(shape), ...new Array<number>(22).fill(0)];
  return [...shapes.flatMap((each) => u32(each.position)), ...u32(end), ...shapes.flatMap(spa)];
}

/** The last of a PlcftxbxTxt is one for reuse. */
function boxesTable(boxes: readonly { shape: number; text: readonly ParagraphForm[] }[]): number[] {
  const ftxbxs = (shape: number, reusable: number) => [
    ...new Array<number>(8).fill(0),
    ...u16(reusable),
    ...u32(0),
    ...u32(shape),
    ...u32(0),
  ];
  const lengths = boxes.map((box) => lengthOf(box.text));
  return [...cuts([...lengths, 1]), ...boxes.flatMap((box) => ftxbxs(box.shape, 0)), ...ftxbxs(0, 1)];
}

/** Formatted disk pages: places, entries, and from the end the properties. */
function pages(placed: readonly Placed[], entry: number): { first: number; end: number; bytes: number[] }[] {
  const found: { first: number; end: number; bytes: number[] }[] = [];
  for (let from = 0; from < placed.length; ) {
    const page = new Array<number>(512).fill(0);
    let free = 511;
    let n = 0;
    for (let each = placed[from]; each; each = placed[from + n]) {
      const size = each.bytes.length + (each.bytes.length & 1);
      if (4 * (n + 2) + entry * (n + 1) > ((free - size) & ~1)) break;
      free = (free - size) & ~1;
      page.splice(free, each.bytes.length, ...each.bytes);
      n++;
    }
    const run = placed.slice(from, from + n);
    let at = 511;
    const offsets = run.map((each) => (at = (at - each.bytes.length - (each.bytes.length & 1)) & ~1));
    page.splice(0, 4 * (n + 1), ...run.flatMap((each) => u32(each.start)), ...u32(run.at(-1)?.end ?? 0));
    offsets.forEach((offset, i) => {
      page[4 * (n + 1) + i * entry] = offset / 2;
    });
    page[511] = n;
    found.push({ first: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, bytes: page });
    from += Math.max(1, n);
  }
  return found;
}

const SECTOR = 512;
const END = 0xfffffffe;

/** A compound file with one sector of FAT and one of directory; streams are padded past the size of small ones. */
export function compoundBytes(streams: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const fat: number[] = [0xfffffffd, END];
  const sectors: number[] = [];
  const entries = [entry('Root Entry', 5, 1, END, 0)];
  const names = Object.keys(streams);
  names.forEach((name, i) => {
    const bytes = [...(streams[name] as readonly number[])];
    while (bytes.length < 4096 || bytes.length % SECTOR !== 0) bytes.push(0);
    const first = fat.length;
    const count = bytes.length / SECTOR;
    for (let s = 0; s < count; s++) fat.push(s + 1 < count ? first + s + 1 : END);
    sectors.push(...bytes);
    entries.push(entry(name, 2, 0xffffffff, first, bytes.length, i + 2 <= names.length ? i + 2 : 0xffffffff));
  });
  if (fat.length > SECTOR / 4) throw new Error('too long for one sector of FAT');
  while (fat.length < SECTOR / 4) fat.push(0xffffffff);
  while (entries.length < 4) entries.push(new Array<number>(128).fill(0));
  const header = new Array<number>(SECTOR).fill(0);
  header.splice(0, 8, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  header.splice(24, 10, ...u16(0x3e), ...u16(3), ...u16(0xfffe), ...u16(9), ...u16(6));
  header.splice(44, 8, ...u32(1), ...u32(1));
  header.splice(56, 20, ...u32(4096), ...u32(END), ...u32(0), ...u32(END), ...u32(0));
  header.splice(76, 436, ...u32(0), ...new Array<number>(432).fill(0xff));
  return Uint8Array.from([...header, ...fat.flatMap(u32), ...entries.slice(0, 4).flat(), ...sectors]);
}

function entry(name: string, type: number, child: number, start: number, size: number, right = 0xffffffff): number[] {
  const bytes = new Array<number>(128).fill(0);
  bytes.splice(0, name.length * 2, ...[...name].flatMap((c) => u16(c.charCodeAt(0))));
  bytes.splice(64, 4, ...u16(2 * name.length + 2), type, 1);
  bytes.splice(68, 12, ...u32(0xffffffff), ...u32(right), ...u32(child));
  bytes.splice(116, 8, ...u32(start), ...u32(size));
  return bytes;
}
