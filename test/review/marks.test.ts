import { describe, expect, it } from 'vitest';
import { marksOf, pieces } from '../../site/document/marks.ts';
import type { DocumentRecord } from '../../src/contract.ts';

const record = (facts: [number, number][], unmapped: [number, number][], findings: [number, number][]) =>
  ({
    facts: facts.map(([start, end], i) => ({ id: `f${i}`, source: { start, end } })),
    mentions: { unmapped: unmapped.map(([start, end]) => ({ start, end })) },
    findings: findings.map(([start, end]) => ({ start, end })),
  }) as unknown as DocumentRecord;

const TEXT = '0123456789abcdef';

describe('pieces of the text', () => {
  it('are cut where a number or a finding begins or ends', () => {
    const marks = marksOf(record([[2, 4]], [[6, 8]], [[3, 7]]));
    expect(pieces(TEXT, marks, 0, 10).map(({ text, mark, findings }) => [text, mark?.start ?? null, findings])).toEqual(
      [
        ['01', null, []],
        ['2', 2, []],
        ['3', 2, [0]],
        ['45', null, [0]],
        ['6', 6, [0]],
        ['7', 6, []],
        ['89', null, []],
      ],
    );
  });

  it('give the whole text back, whatever overlaps', () => {
    const marks = marksOf(
      record(
        [
          [2, 6],
          [4, 9],
          [2, 6],
        ],
        [[5, 7]],
        [
          [0, 99],
          [4, 4],
        ],
      ),
    );
    expect(marks.numbers.map(({ facts }) => facts.length)).toEqual([2]);
    expect(
      pieces(TEXT, marks, 1, 15)
        .map(({ text }) => text)
        .join(''),
    ).toBe(TEXT.slice(1, 15));
  });

  it('know a number of which only a part is in the range', () => {
    expect(
      pieces(TEXT, marksOf(record([[2, 6]], [], [])), 4, 8).map(({ text, mark }) => [text, mark !== null]),
    ).toEqual([
      ['45', true],
      ['67', false],
    ]);
  });
});
