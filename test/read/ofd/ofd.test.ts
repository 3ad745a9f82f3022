import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { boxOf } from '../../../src/document.ts';
import { read } from '../../../src/read/index.ts';
import { offsets } from '../../../src/read/ofd/text.ts';
import { withPdf } from '../../../src/read/pdf/open.ts';
import { readPdf } from '../../../src/read/pdf.ts';
import { documentIn, patterns, shown } from '../shown.ts';
import { fill, fromMarks, grid, line, type OfdParts, ofd, text } from './build.ts';

const xs = [20, 70, 110, 150];
const ys = [40, 50, 60, 70];
const rows = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '12.50', '11.25'],
  ['项目支出', '', '0.75'],
];

async function reading(pages: readonly string[], parts: OfdParts = {}) {
  const result = await read(ofd(pages, parts), { patterns });
  return { document: documentIn(result), codes: result.notices.map(({ code }) => code) };
}

describe('an OFD page', () => {
  it('gives paragraphs and ruled tables', async () => {
    const { document, codes } = await reading([
      text(20, 20, '收入支出决算总表', 6) + grid(xs, ys) + fill(xs, ys, rows) + text(20, 90, '注：数据均为万元。'),
    ]);
    expect(document.format).toBe('ofd');
    expect(shown(document)).toEqual([
      '收入支出决算总表',
      '[3x3] 项目@0,0 预算数@0,1 决算数@0,2 基本支出@1,0 12.50@1,1 11.25@1,2 项目支出@2,0 @2,1 0.75@2,2',
      '注：数据均为万元。',
    ]);
    expect(codes).toEqual([]);
  });

  it('has its size and places in points', async () => {
    const { document } = await reading([text(25.4, 50.8, '决算')]);
    expect(document.pages[0]?.width).toBeCloseTo(595.28, 1);
    expect(boxOf(document, 0, 2)?.[0]).toBeCloseTo(72, 1);
  });

  it('has what its template draws', async () => {
    const { document } = await reading([fill(xs, ys, rows)], { template: grid(xs, ys) });
    expect(shown(document)).toHaveLength(1);
    expect(shown(document)[0]).toMatch(/^\[3x3\] /);
  });

  it('is measured from the corner of its area', async () => {
    const { document } = await reading([text(35.4, 30, '决算')], { area: '10 10 100 100' });
    expect(boxOf(document, 0, 2)?.[0]).toBeCloseTo(72, 1);
  });

  it('follows a matrix and a boundary', async () => {
    const object =
      '<ofd:TextObject ID="1" Boundary="10 20 90 90" CTM="2 0 0 2 5 0" Font="3" Size="4"><ofd:TextCode X="1" Y="4" DeltaX="g 2 4">决算表</ofd:TextCode></ofd:TextObject>';
    const { document } = await reading([object]);
    const box = boxOf(document, 0, 3) as readonly number[];
    expect(document.text).toBe('决算表\n');
    expect(((box[0] as number) * 25.4) / 72).toBeCloseTo(17, 2);
    expect((((box[2] as number) - (box[0] as number)) * 25.4) / 72).toBeCloseTo(24, 2);
  });

  it('is not ruled by white, invisible or unpainted paths', async () => {
    const white = ' DrawParam="5"';
    const lines = ys.map((y) => line(20, y, 150, y, ' Stroke="false"')).join('');
    const down = xs.map((x) => line(x, 40, x, 70, white)).join('');
    const { document } = await reading([lines + down + text(22, 46, '只有一段话。')], {
      resources:
        '<ofd:DrawParams><ofd:DrawParam ID="5"><ofd:StrokeColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams>',
    });
    expect(shown(document)).toEqual(['只有一段话。']);
  });

  it('that is missing or broken is named, and the others are read', async () => {
    const { document, codes } = await reading([text(20, 20, '甲'), text(20, 20, '乙')], {
      more: { 'Doc_0/Pages/Page_0/Content.xml': strToU8('<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Con') },
    });
    expect(document.text).toBe('\f乙\n');
    expect(codes).toEqual(['corrupt']);
  });

  it('that is an image is named', async () => {
    const { codes } = await reading([
      '<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="8"/>',
    ]);
    expect(codes).toEqual(['no-text-layer']);
  });
});

describe('an OFD file', () => {
  it('made of the marks of a PDF gives the same blocks', async () => {
    const bytes = readFileSync(new URL('../../../samples/sichuan-2022-final.pdf', import.meta.url));
    const pdf = documentIn(await readPdf(bytes, patterns));
    const marks = await withPdf(bytes, async (file) => {
      const pages = [];
      for (let i = 1; i <= file.pages; i++) pages.push(await file.page(i));
      return pages;
    });
    const { width = 0, height = 0 } = marks[0] ?? {};
    const area = `0 0 ${(width * 25.4) / 72} ${(height * 25.4) / 72}`;
    const { document } = await reading(marks.map(fromMarks), { area });
    expect(shown(document)).toEqual(shown(pdf));
  });

  it('that declares entities is refused', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>';
    const { value, notices } = await read(ofd([''], { more: { 'OFD.xml': strToU8(bomb) } }), { patterns });
    expect(value).toBeNull();
    expect(notices[0]?.message).toMatch(/entities/);
  });

  it('that is a ZIP bomb is refused', async () => {
    const more = { 'Doc_0/Pages/Page_0/Content.xml': new Uint8Array(30_000_000).fill(32) };
    const { value, notices } = await read(ofd([''], { more }), { patterns });
    expect(value).toBeNull();
    expect(notices[0]?.message).toMatch(/bomb/);
  });

  it('whose units draw themselves loses that page only', async () => {
    const unit =
      '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="6"><ofd:Content><ofd:CompositeObject ResourceID="6" Boundary="0 0 9 9"/><ofd:CompositeObject ResourceID="6" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>';
    const { document, codes } = await reading(
      ['<ofd:CompositeObject ResourceID="6" Boundary="0 0 9 9"/>', text(20, 20, '乙')],
      { resources: unit },
    );
    expect(document.text).toBe('\f乙\n');
    expect(codes).toEqual(['corrupt']);
  });
});

describe('offsets of characters', () => {
  it('are repeated where a group says so, and no more often than there are characters', () => {
    expect(offsets('1 g 2 5.5 3', 9)).toEqual([1, 5.5, 5.5, 3]);
    expect(offsets('g 999999999 2', 3)).toEqual([2, 2, 2]);
  });
});
