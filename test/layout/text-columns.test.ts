import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './document-text.ts';
import { fill, grid, laidOut, line, page } from './page-marks.ts';

const words = '本年支出合计一百万元其中基本支出六十万元项目支出四十万元完成预算';
const full = words.slice(0, 15);
const other = words.slice(12, 27);
const rows = [0, 1, 2, 3, 4, 5, 6];
/** Two columns of fifteen letters, from 40 to 190 and from 210 to 360; the left one opens a paragraph. */
const columns = (top = 100) =>
  rows.flatMap((row) => [line(40, top + 20 * row, full), line(210, top + 20 * row, other)]);

describe('prose in two columns', () => {
  it('is read down the left one, then down the right one', () => {
    const [only] = paragraphsOf(laidOut(page(columns())));
    expect(only).toBe([...rows.map(() => full), ...rows.map(() => other)].join(' / '));
  });

  it('stands between lines over the whole page', () => {
    const whole = words.slice(0, 32);
    const document = laidOut(page([line(40, 60, whole), ...columns(), line(40, 300, whole)]));
    const lines = paragraphsOf(document);
    expect(lines[0]).toBe(whole);
    expect(lines.at(-1)).toBe(whole);
  });

  it('may end early on the right', () => {
    const glyphs = columns().slice(0, -1);
    const text = laidOut(page(glyphs)).text.trim().split('\n');
    expect(text).toEqual([...rows.map(() => full), ...rows.slice(1).map(() => other)]);
  });

  it('is not seen in a list of names and amounts', () => {
    const glyphs = rows.flatMap((row) => [line(40, 100 + 20 * row, full), line(330, 100 + 20 * row, `${row}2.50`)]);
    expect(laidOut(page(glyphs)).text).toContain(`${full}\t02.50`);
  });

  it('is not seen in short words side by side', () => {
    const glyphs = rows.flatMap((row) => [line(60, 100 + 20 * row, '水费'), line(240, 100 + 20 * row, '电费')]);
    expect(laidOut(page(glyphs)).text).toContain('水费 电费');
  });

  it('does not run over a table', () => {
    const [xs, ys] = [
      [40, 200, 360],
      [240, 260, 280],
    ] as const;
    const glyphs = [
      ...columns(),
      ...fill(xs, ys, [
        ['项目', '金额'],
        ['水费', '1.00'],
      ]),
      ...columns(310),
    ];
    const { text } = laidOut(page(glyphs, grid(xs, ys)));
    expect(text.replace(/\s+/g, '')).toBe(
      [
        ...rows.map(() => full),
        ...rows.map(() => other),
        '项目金额水费1.00',
        ...rows.map(() => full),
        ...rows.map(() => other),
      ].join(''),
    );
  });
});
