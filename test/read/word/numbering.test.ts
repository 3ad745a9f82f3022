import { describe, expect, it } from 'vitest';
import { type LevelDefinition, type ListDefinition, NumberingState } from '../../../src/read/word/numbering.ts';

const level = (format: string, text: string, more: Partial<LevelDefinition> = {}): LevelDefinition => ({
  format,
  text,
  start: 1,
  restart: null,
  suffix: 'nothing',
  ...more,
});

const list = (
  levels: LevelDefinition[],
  counter = 'a',
  startOverrides = new Map<number, number>(),
): ListDefinition => ({
  levels,
  counter,
  startOverrides,
});

const REPORT = [
  level('chineseCountingThousand', '%1、'),
  level('chineseCountingThousand', '（%2）'),
  level('decimal', '%3.'),
];

function labels(lists: Record<string, ListDefinition>, uses: readonly (readonly [string, number])[]): string[] {
  const state = new NumberingState(new Map(Object.entries(lists)));
  return uses.map(([id, depth]) => state.label(id, depth));
}

describe('NumberingState', () => {
  it('counts each level and begins deeper levels anew', () => {
    const uses = [0, 1, 2, 2, 1, 2, 0, 1].map((depth) => ['1', depth] as const);
    expect(labels({ 1: list(REPORT) }, uses)).toEqual(['一、', '（一）', '1.', '2.', '（二）', '1.', '二、', '（一）']);
  });

  it('counts lists of one counter on together', () => {
    const uses = [
      ['1', 0],
      ['2', 0],
      ['1', 0],
    ] as const;
    expect(labels({ 1: list(REPORT), 2: list(REPORT) }, uses)).toEqual(['一、', '二、', '三、']);
    expect(labels({ 1: list(REPORT), 2: list(REPORT, 'b') }, uses)).toEqual(['一、', '一、', '二、']);
  });

  it('begins at the start override when the list is first used, and only then', () => {
    const again = list(REPORT, 'a', new Map([[0, 1]]));
    const uses = [
      ['1', 0],
      ['1', 0],
      ['2', 0],
      ['2', 0],
    ] as const;
    expect(labels({ 1: list(REPORT), 2: again }, uses)).toEqual(['一、', '二、', '一、', '二、']);
  });

  it('keeps counting a level that never restarts, or that restarts only after a named level', () => {
    const levels = (restart: number) => [
      level('decimal', '%1'),
      level('decimal', '%2'),
      level('decimal', '-%3', { restart }),
    ];
    const uses = [2, 1, 2, 0, 2].map((depth) => ['1', depth] as const);
    expect(labels({ 1: list(levels(0)) }, uses).filter((text) => text.startsWith('-'))).toEqual(['-1', '-2', '-3']);
    expect(labels({ 1: list(levels(1)) }, uses).filter((text) => text.startsWith('-'))).toEqual(['-1', '-2', '-1']);
  });

  it('shows the numbers of higher levels, and their start where none was used', () => {
    const levels = [level('chineseCounting', '%1'), level('decimal', '%1.%2', { start: 3 })];
    expect(
      labels({ 1: list(levels) }, [
        ['1', 1],
        ['1', 0],
        ['1', 1],
      ]),
    ).toEqual(['一.3', '一', '一.3']);
    const legal = [level('chineseCounting', '%1'), level('decimal', '%1.%2', { legal: true })];
    expect(labels({ 1: list(legal) }, [['1', 1]])).toEqual(['1.1']);
  });

  it('adds the suffix, but nothing to an empty label', () => {
    const levels = [level('decimal', '%1.', { suffix: 'tab' }), level('none', '', { suffix: 'tab' })];
    expect(
      labels({ 1: list(levels) }, [
        ['1', 0],
        ['1', 1],
      ]),
    ).toEqual(['1.\t', '']);
  });

  it('prints a bullet of a symbol font as a dot', () => {
    expect(labels({ 1: list([level('bullet', '\uf06c')]) }, [['1', 0]])).toEqual(['\u2022']);
  });

  it('gives nothing for a list or level that is not defined', () => {
    expect(
      labels({ 1: list(REPORT) }, [
        ['9', 0],
        ['1', 8],
        ['1', 0],
      ]),
    ).toEqual(['', '', '一、']);
  });
});
