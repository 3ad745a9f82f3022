import { describe, expect, it } from 'vitest';
import { read } from '../../../src/read/index.ts';
import { content, documentIn, patterns } from '../shown.ts';

const HEAD =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset136 Ming;}}{\\stylesheet{\\s1 name;}}{\\info{\\title secret}}";
const reading = (body: string, end = '}') =>
  read(new Uint8Array(Buffer.from(`${HEAD}${body}${end}`, 'latin1')), { patterns });
const text = async (body: string) => content(documentIn(await reading(body)));
/** Characters as `\u` with a fallback for older programs. */
const u = (source: string) => [...source].map((c) => `\\u${c.charCodeAt(0)} ?`).join('');
const gb = { 支出: "\\'d6\\'a7\\'b3\\'f6", 收入: "\\'ca\\'d5\\'c8\\'eb" };

describe('rich text', () => {
  it('is decoded by the font, by the document, and by number', async () => {
    expect(await text(`\\f0 ${gb.支出}12.50\\par`)).toEqual(['支出12.50']);
    expect(await text(`\\f1 ${gb.支出}\\par`)).toEqual(['支出']);
    expect(await text("\\f2 \\'a4\\'e4\\par")).toEqual(['支']);
    expect(await text(`${u('收入')}\\par`)).toEqual(['收入']);
    expect(await text(`{\\uc2${"\\u25903 \\'d6\\'a7"}}\\uc0\\u20986 !\\par`)).toEqual(['支出!']);
  });

  it('has paragraphs, lines, headings and characters with names', async () => {
    const body = `\\pard\\outlinelevel0 ${gb.收入}\\par\\pard a\\line b\\tab c\\emdash d\\~e\\_f\\-g\\\\\\{\\par`;
    const document = documentIn(await reading(body));
    expect(content(document)).toEqual(['收入', 'a / b c\u2014d\u00a0e-fg\\{']);
    expect(document.blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([1, null]);
    expect(document.format).toBe('rtf');
  });

  it('leaves out hidden and deleted text, pictures, instructions of fields and what no reader need know', async () => {
    const body = `a{\\v b}{\\deleted c}{\\pict 0123}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}{\\*\\unknown d}{\\header e}{\\bin3 {}{f}\\v0 g\\par`;
    expect(await text(body)).toEqual(['a7fg']);
  });

  it('keeps list numbers, whose group has properties of its own', async () => {
    const row = (label: string, amount: string) =>
      `\\trowd\\cellx2000\\cellx4000\\pard\\intbl{\\listtext\\pard\\plain ${label}\\tab}x\\cell\\pard\\intbl ${amount}\\cell\\row`;
    expect(await text(`${row('1.', '1.00')}${row('2.', '2.00')}\\pard\\par`)).toEqual([
      '[2x2] 1. x@0,0 1.00@0,1 2. x@1,0 2.00@1,1',
    ]);
    expect(await text(`{\\listtext ${u('（一）')}}${gb.收入}\\par`)).toEqual(['（一）收入']);
  });

  it('puts notes at the end and text boxes after their paragraph', async () => {
    const box = '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt \\pard box\\par}}{\\shprslt old}}';
    expect(await text(`one{\\footnote \\pard note\\par} two${box} three\\par`)).toEqual([
      'one two three',
      'box',
      'note',
    ]);
  });

  it('takes the Unicode form where both are written', async () => {
    expect(await text(`{\\upr{a?b}{\\*\\ud{a${u('支')}b}}}\\par`)).toEqual(['a支b']);
  });

  it('that is cut short says so; without text it is empty', async () => {
    const codes = async (body: string, end: string) =>
      (await reading(body, end)).notices.map(({ code, severity }) => `${code} ${severity}`);
    expect(await codes('{one', '')).toEqual(['corrupt warning']);
    expect(await codes('\\par', '}')).toEqual(['empty error']);
  });
});

describe('tables in rich text', () => {
  const cells = (...texts: string[]) => texts.map((each) => `\\pard\\intbl ${each}\\cell`).join('');

  it('have merged cells by their edges and marks', async () => {
    const body = `\\trowd\\clvmgf\\cellx1000\\cellx3000${cells('item', 'final')}\\row\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3010${cells('', 'basic', 'project')}\\row\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000${cells('total', '', '2.00')}\\row\\pard\\par`;
    expect(await text(body)).toEqual(['[3x3] item@0,0+2 final@0,1>2 basic@1,1 project@1,2 total@2,0>2 2.00@2,2']);
  });

  it('may be followed by text and by other tables', async () => {
    const table = (a: string) =>
      `\\trowd\\cellx1000\\cellx2000${cells(a, '1.00')}\\row\\trowd\\cellx1000\\cellx2000${cells('x', '2.00')}\\row`;
    expect(await text(`before\\par${table('a')}\\pard between\\par${table('b')}\\pard\\par`)).toEqual([
      'before',
      '[2x2] a@0,0 1.00@0,1 x@1,0 2.00@1,1',
      'between',
      '[2x2] b@0,0 1.00@0,1 x@1,0 2.00@1,1',
    ]);
  });

  it('inside a cell come after the outer one', async () => {
    const inner =
      '\\pard\\intbl\\itap2 a\\nestcell{\\nonesttables\\par}b\\nestcell{\\nonesttables\\par}{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}';
    const body = `\\trowd\\cellx1000\\cellx2000${cells('x', '1.00')}\\row${inner}\\pard\\intbl\\itap1 y\\cell\\pard\\intbl 2.00\\cell\\trowd\\cellx1000\\cellx2000\\row\\pard\\par`;
    expect(await text(body)).toEqual(['[2x2] x@0,0 1.00@0,1 y@1,0 2.00@1,1', '[1x2] a@0,0 b@0,1']);
  });
});
