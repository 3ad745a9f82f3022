import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { readDoc } from '../../../src/read/doc/index.ts';
import { docBytes, type ParagraphForm, sprm, u16, u32 } from './build.ts';

const patterns = loadPatterns();
const DECIMAL = 0;
const CHINESE = 39;
const NOTHING = 2;

interface LevelForm {
  readonly format: number;
  /** `\0` to `\8` stand for the numbers of levels. */
  readonly text: string;
  readonly flags?: number;
  readonly restart?: number;
  readonly hidden?: boolean;
}

function level({ format, text, flags = 0, restart = 0, hidden = false }: LevelForm): number[] {
  const sprms = hidden ? sprm(0x083c, 1) : [];
  return [
    ...u32(1),
    format,
    flags,
    ...new Array<number>(9).fill(0),
    NOTHING,
    ...new Array<number>(8).fill(0),
    sprms.length,
    0,
    restart,
    0,
    ...sprms,
    ...u16(text.length),
    ...[...text].flatMap((c) => u16(c.charCodeAt(0))),
  ];
}

const LIST = 4711;

/** The two tables; the levels stand behind the first of them. */
function lists(levels: readonly LevelForm[], overrides: readonly number[][] = [[]]): Record<number, number[]> {
  const all = Array.from({ length: 9 }, (_, i) => levels[i] ?? { format: 255, text: '' });
  const lstf = [...u32(LIST), ...u32(0), ...new Array<number>(18).fill(0), 0, 0];
  const lfo = (override: readonly number[]) => [
    ...u32(LIST),
    ...u32(0),
    ...u32(0),
    override.length > 0 ? 1 : 0,
    0,
    0,
    0,
  ];
  return {
    73: [...u16(1), ...lstf, ...all.flatMap(level)],
    74: [...u32(overrides.length), ...overrides.flatMap(lfo), ...overrides.flatMap((each) => [...u32(0), ...each])],
  };
}

const item = (text: string, ilvl: number, list = 1): ParagraphForm => ({
  runs: [text],
  sprms: [...sprm(0x260a, ilvl), ...sprm(0x460b, ...u16(list))],
});

function lines(body: readonly ParagraphForm[], tables: Record<number, number[]>): string[] {
  const { value } = readDoc(docBytes({ body, tables }), patterns);
  return value?.text.split('\n').slice(0, -1) ?? [];
}

const CHINESE_LEVELS: LevelForm[] = [
  { format: CHINESE, text: '\u0000、' },
  { format: CHINESE, text: '（\u0001）' },
  { format: DECIMAL, text: '\u0000.\u0002 ', flags: 4 },
];

describe('labels of lists in a binary document', () => {
  it('are printed before their paragraphs', () => {
    const body = [item('概况', 0), item('职责', 1), item('机构', 1), item('情况', 0), item('收入', 1), item('其他', 2)];
    expect(lines(body, lists(CHINESE_LEVELS))).toEqual([
      '一、概况',
      '（一）职责',
      '（二）机构',
      '二、情况',
      '（一）收入',
      '2.1 其他',
    ]);
  });

  it('begin anew where a list says so, on the level it says', () => {
    const override = [...u32(5), ...u32(0x10)];
    const body = [item('甲', 0), item('乙', 0), item('丙', 0, 2), item('丁', 0)];
    expect(lines(body, lists(CHINESE_LEVELS, [[], override]))).toEqual(['一、甲', '二、乙', '五、丙', '六、丁']);
  });

  it('take the level that an override gives them', () => {
    const override = [...u32(0), ...u32(0x20), ...level({ format: DECIMAL, text: '\u0000．' })];
    expect(lines([item('甲', 0)], lists(CHINESE_LEVELS, [override]))).toEqual(['1．甲']);
  });

  it('go on over a higher level where the list says so', () => {
    const levels = [CHINESE_LEVELS[0] as LevelForm, { format: DECIMAL, text: '\u0001.', flags: 8, restart: 0 }];
    const body = [item('甲', 0), item('子', 1), item('乙', 0), item('丑', 1)];
    expect(lines(body, lists(levels))).toEqual(['一、甲', '1.子', '二、乙', '2.丑']);
  });

  it('are not printed where the number is hidden, the list unknown or taken away', () => {
    expect(lines([item('甲', 0)], lists([{ format: DECIMAL, text: '\u0000.', hidden: true }]))).toEqual(['甲']);
    expect(lines([item('甲', 0, 9), item('乙', 0, 0), item('丙', 0, 0xf801)], lists(CHINESE_LEVELS))).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });
});
