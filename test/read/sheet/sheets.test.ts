import * as xlsx from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from '../../../src/read/index.ts';
import { withoutFormulas } from '../../../src/read/sheet/records.ts';
import { content, documentIn, patterns } from '../shown.ts';

type Value = string | number | boolean | null | xlsx.CellObject;

function sheet(
  rows: readonly (readonly Value[])[],
  merges: readonly string[] = [],
  more: Partial<xlsx.WorkSheet> = {},
) {
  const made = xlsx.utils.aoa_to_sheet(rows.map((row) => [...row]));
  made['!merges'] = merges.map((range) => xlsx.utils.decode_range(range));
  return Object.assign(made, more);
}

function workbook(sheets: Readonly<Record<string, xlsx.WorkSheet>>) {
  const book = xlsx.utils.book_new();
  for (const [name, each] of Object.entries(sheets)) xlsx.utils.book_append_sheet(book, each, name);
  return book;
}

const bytes = (book: xlsx.WorkBook, bookType: xlsx.BookType = 'xlsx') =>
  new Uint8Array(xlsx.write(book, { type: 'buffer', bookType }) as Buffer);

const contentOf = async (sheets: Readonly<Record<string, xlsx.WorkSheet>>, type: xlsx.BookType = 'xlsx') =>
  content(documentIn(await read(bytes(workbook(sheets), type), { patterns })));

const number = (v: number, z: string): xlsx.CellObject => ({ t: 'n', v, z });
const TABLE = [
  ['项目', null, '合计', '其中'],
  ['编码', '名称', null, '基本支出'],
  ['208', '社会保障', 3.5, 1.5],
  ['合计', null, 3.5, null],
];
const MERGES = ['A1:B1', 'C1:C2', 'A4:B4'];
const GRID =
  '[4x4] 项目@0,0>2 合计@0,2+2 其中@0,3 编码@1,0 名称@1,1 基本支出@1,3 208@2,0 社会保障@2,1 3.5@2,2 1.5@2,3 合计@3,0>2 3.5@3,2 @3,3';

describe('a workbook', () => {
  it.each(['xlsx', 'xlsb', 'biff8', 'xlml'] as const)('is read with its merged cells from %s', async (type) => {
    expect(await contentOf({ Sheet1: sheet(TABLE, MERGES) }, type)).toEqual([GRID]);
  });

  it('says which of its forms it is', async () => {
    const format = async (type: xlsx.BookType) =>
      documentIn(await read(bytes(workbook({ a: sheet([['支出', 1]]) }), type), { patterns })).format;
    expect([await format('xlsx'), await format('biff8')]).toEqual(['xlsx', 'xls']);
  });

  it('has a page for each sheet that shows something', async () => {
    const document = documentIn(
      await read(bytes(workbook({ a: sheet(TABLE), b: sheet([[null]]), c: sheet([['说明']]) })), { patterns }),
    );
    expect(document.pages).toHaveLength(2);
  });

  it('has the lines above and below a table as paragraphs', async () => {
    const rows = [
      ['支出决算表', null, null, null],
      [null, null, null, '公开03表'],
      ['部门：某某局', null, null, '单位：万元'],
      ...TABLE,
      ['注：本表反映支出情况。', null, null, null],
    ];
    const moved = MERGES.map((range) => range.replace(/\d/g, (row) => String(Number(row) + 3)));
    expect(await contentOf({ Sheet1: sheet(rows, ['A1:D1', ...moved]) })).toEqual([
      '支出决算表',
      '公开03表',
      '部门：某某局 / 单位：万元',
      GRID,
      '注：本表反映支出情况。',
    ]);
  });

  it('keeps a head with a colon in its names with the amounts below', async () => {
    const rows = [
      ['部门：某某局', null, '单位：万元'],
      ['项目', '合计', '其中：基本支出'],
      ['农林水支出', 3.5, 1.5],
    ];
    expect(await contentOf({ Sheet1: sheet(rows) })).toEqual([
      '部门：某某局 / 单位：万元',
      '[2x3] 项目@0,0 合计@0,1 其中：基本支出@0,2 农林水支出@1,0 3.5@1,1 1.5@1,2',
    ]);
  });

  it('has two tables where a blank row and a title stand between', async () => {
    const two = [['表一'], ['甲', 1], ['乙', 2], [], ['表二'], ['丙', 3], ['丁', 4]];
    expect(await contentOf({ Sheet1: sheet(two) })).toEqual([
      '表一',
      '[2x2] 甲@0,0 1@0,1 乙@1,0 2@1,1',
      '表二',
      '[2x2] 丙@0,0 3@0,1 丁@1,0 4@1,1',
    ]);
    const gap = [['表一'], ['甲', 1], [], ['乙', 2], ['丙', null], ['丁', 4]];
    expect(await contentOf({ Sheet1: sheet(gap) })).toEqual([
      '表一',
      '[4x2] 甲@0,0 1@0,1 乙@1,0 2@1,1 丙@2,0 @2,1 丁@3,0 4@3,1',
    ]);
  });

  it('is named by its tabs where nothing stands above a table', async () => {
    expect((await contentOf({ 收入决算表: sheet(TABLE, MERGES) }))[0]).toBe('收入决算表');
    expect((await contentOf({ Sheet2: sheet(TABLE, MERGES) }))[0]).toBe(GRID);
  });

  it('shows values as their format does, and stored noise not at all', async () => {
    const row = [
      '值',
      0.30000000000000004,
      number(1234.5678, '#,##0.00'),
      number(0.9861, '0.00%'),
      1234567890.12,
      12345678901234,
      number(0, '#,##0.00;-#,##0.00;""'),
      true,
    ];
    expect(await contentOf({ Sheet1: sheet([row, row]) })).toEqual([
      expect.stringMatching(
        /^\[2x7\] 值@0,0 0\.3@0,1 1,234\.57@0,2 98\.61%@0,3 1234567890\.12@0,4 12345678901234@0,5 TRUE@0,6/,
      ),
    ]);
  });

  it('shows dates as readers with Chinese settings see them, whatever the language of a format', async () => {
    const row = ['日期', number(45292, 'm/d/yy'), number(45292.5, 'm/d/yy h:mm'), number(0.0042, '[$-1010409]0.000%')];
    for (const type of ['xlsx', 'xls'] as const) {
      expect(await contentOf({ Sheet1: sheet([row, row]) }, type), type).toEqual([
        expect.stringMatching(/^\[2x4\] 日期@0,0 2024\/1\/1@0,1 2024\/1\/1 12:00@0,2 0\.420%@0,3/),
      ]);
    }
  });

  it('shows numbers under formats that the file names by their number alone', async () => {
    const files = unzipSync(bytes(workbook({ Sheet1: sheet([['值', number(45292, 'm/d/yy')]]) })));
    const styles = strFromU8(files['xl/styles.xml'] as Uint8Array);
    const shown = async (id: number) => {
      const changed = { ...files, 'xl/styles.xml': strToU8(styles.replaceAll('numFmtId="14"', `numFmtId="${id}"`)) };
      return content(documentIn(await read(zipSync(changed), { patterns })));
    };
    expect(await shown(43)).toEqual(['[1x2] 值@0,0 45,292.00@0,1']);
    expect(await shown(57)).toEqual(['[1x2] 值@0,0 2024/1/1@0,1']);
  });

  it('leaves out hidden sheets, rows and columns, and names them', async () => {
    const book = workbook({
      a: sheet(
        [
          ['项目', '藏', '金额'],
          ['藏', 9, 9],
          ['支出', 9, 1],
        ],
        [],
        {
          '!rows': [{}, { hidden: true }],
          '!cols': [{}, { hidden: true }],
        },
      ),
      b: sheet([['密', 1]]),
    });
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    for (const type of ['xlsx', 'xlsb'] as const) {
      const result = await read(bytes(book, type), { patterns });
      expect(content(documentIn(result)), type).toEqual(['a', '[2x2] 项目@0,0 金额@0,1 支出@1,0 1@1,1']);
      expect(
        result.notices.map(({ code }) => code),
        type,
      ).toEqual(Array(3).fill('hidden-content'));
    }
  });

  it('without text is empty, damaged is corrupt, and a bomb is refused', async () => {
    const code = async (data: Uint8Array) =>
      (await read(data, { patterns })).notices.map((each) => `${each.code} ${each.severity}`);
    expect(await code(bytes(workbook({ a: sheet([[null]]) })))).toEqual(['empty error']);
    expect(await code(bytes(workbook({ a: sheet(TABLE) })).slice(0, -300))).toEqual(['corrupt error']);
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(20_000_000).fill(32) });
    expect(await code(bomb)).toEqual(['corrupt error']);
  });
});

describe('formulas of a binary workbook', () => {
  /** Record of a formula with its stored result, as Excel writes it; the expression is one that no reader could end. */
  const formula = (row: number, column: number, result: string) => {
    const data = Buffer.concat([
      Buffer.alloc(6),
      Buffer.from(result, 'hex'),
      Buffer.from('0000000000000400ffffffff', 'hex'),
    ]);
    data.writeUInt16LE(row, 0);
    data.writeUInt16LE(column, 2);
    return record(0x06, data);
  };
  const record = (type: number, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  };
  const string = (text: string) =>
    record(0x0207, Buffer.concat([Buffer.from([text.length, 0, 1]), Buffer.from(text, 'utf16le')]));

  it('are what they gave when the workbook was saved', () => {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(12.5);
    const stream = Buffer.concat([
      record(0x0809, Buffer.from('00060500000000000000000000000000', 'hex')),
      record(0x0017, Buffer.from('ffff', 'hex')),
      formula(1, 2, number.toString('hex')),
      formula(1, 3, '000000000000ffff'),
      record(0x04bc, Buffer.alloc(10)),
      string('决算'),
      formula(1, 4, '010001000000ffff'),
      formula(1, 5, '030000000000ffff'),
      record(0x000a, Buffer.alloc(0)),
    ]);
    const stored = Buffer.from(withoutFormulas(stream, xlsx.CFB));
    const found: string[] = [];
    for (let at = 0; at < stored.length; at += 4 + stored.readUInt16LE(at + 2)) {
      const type = stored.readUInt16LE(at);
      if (type !== 0x50)
        found.push(`${type.toString(16)} ${stored.toString('hex', at + 4, at + 4 + stored.readUInt16LE(at + 2))}`);
    }
    expect(stored).toHaveLength(stream.length);
    expect(found.slice(1)).toEqual([
      `203 010002000000${number.toString('hex')}`,
      `204 010003000000020001${Buffer.from('决算', 'utf16le').toString('hex')}`,
      '205 0100040000000100',
      '201 010005000000',
      'a ',
    ]);
  });
});
