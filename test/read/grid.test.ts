import { describe, expect, it } from 'vitest';
import { placed } from '../../src/read/grid.ts';

const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan });
const places = (rows: Parameters<typeof placed>[0]) => {
  const { rows: height, columns, cells } = placed(rows);
  const list = cells.map((c) => `${c.text}@${c.row},${c.column}+${c.rowSpan}>${c.columnSpan}`);
  return `${height}x${columns} ${list.join(' ')}`;
};

describe('placed', () => {
  it('moves cells past those that hang from above', () => {
    const rows = [
      [cell('a', 1, 2), cell('b', 2)],
      [cell('c'), cell('d')],
    ];
    expect(places(rows)).toBe('2x3 a@0,0+2>1 b@0,1+1>2 c@1,1+1>1 d@1,2+1>1');
  });

  it('ends runaway spans where the table ends', () => {
    const rows = [[cell('title', 500)], [cell('a'), cell('b', 1, 99)], [cell('c')]];
    expect(places(rows)).toBe('3x2 title@0,0+1>2 a@1,0+1>1 b@1,1+2>1 c@2,0+1>1');
  });

  it('ends a span before a slot that a cell from above holds', () => {
    const rows = [
      [cell('a'), cell('b', 1, 2)],
      [cell('wide', 3), cell('d')],
    ];
    expect(places(rows)).toBe('2x3 a@0,0+1>1 b@0,1+2>1 wide@1,0+1>1 d@1,2+1>1');
  });

  it('keeps a row that is shorter than the others', () => {
    expect(places([[cell('a'), cell('b')], [cell('c')], []])).toBe('3x2 a@0,0+1>1 b@0,1+1>1 c@1,0+1>1');
  });

  it('ends a span from above at a row that is as wide as the table', () => {
    const rows = [[cell('a', 1, 2), cell('b')], ...['c', 'd', 'e'].map((text) => [cell(text), cell(text)])];
    expect(places(rows)).toMatch(/^4x2 a@0,0\+1>1 b@0,1\+1>1 c@1,0\+1>1 c@1,1/);
  });

  it('keeps a span over most rows of a table', () => {
    const rows = [[cell('a', 1, 4), cell('b'), cell('c')], ...['d', 'e', 'f'].map((text) => [cell(text), cell(text)])];
    expect(places(rows)).toMatch(/^4x3 a@0,0\+4>1 b@0,1/);
  });

  it('takes spans of 0 and nonsense for 1', () => {
    expect(places([[cell('a', 0, Number.NaN), cell('b', -3)]])).toBe('1x2 a@0,0+1>1 b@0,1+1>1');
  });

  // Ends at the test's own time limit where it takes a step for each slot of each span.
  it('places tens of thousands of cells with wide spans', () => {
    const rows = Array.from({ length: 500 }, () => Array.from({ length: 100 }, () => cell('x', 1000, 1000)));
    expect(placed(rows)).toBeDefined();
  });
});
