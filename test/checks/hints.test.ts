/** What would explain a number that does not fit. */
import { describe, expect, it } from 'vitest';
import { disclose, f, functional, share } from './disclosure.ts';

const hints = (parts: Parameters<typeof disclose>[0]) => disclose(parts).findings.map(({ hint }) => hint);
const total = (printed: string) => [
  ['收入总计', f('income.total', printed), '万元。'],
  ['支出总计', f('expenditure.total', '1614.27'), '万元。'],
];

describe('a slip of the pen', () => {
  it.each([
    ['161.427', '10'],
    ['16142700', '10000'],
    ['16.1427', '100'],
    ['1641.27', '互换'],
    ['16143.27', '去掉一位'],
    ['164.27', '补上一位'],
    ['1914.27', '改动一位'],
  ])('%s for 1614.27', (printed, said) => {
    expect(hints(total(printed))[0]).toContain(said);
  });

  it('does not explain everything', () => {
    expect(hints(total('987.65'))).toEqual([null]);
  });
});

describe('two neighbouring cells', () => {
  const row = (name: string, code: string | null, basic: string, project: string) => {
    const subject = code === null ? null : functional(code, name);
    return [
      name,
      f('general.expenditure.basic', basic, { subject }),
      f('general.expenditure.project', project, { subject }),
    ];
  };
  const table = (...swapped: [string, string]) => ({
    kind: '05',
    rows: [
      row('合计', null, '60.00', '47.00'),
      row('教育支出', '205', '41.00', '35.00'),
      row('农林水支出', '213', ...swapped),
    ],
  });

  it('hold what the sums want in the other', () => {
    expect(hints([table('19.00', '12.00')])).toEqual([]);
    const found = hints([table('12.00', '19.00')]);
    expect(found).toHaveLength(2);
    for (const hint of found) expect(hint).toMatch(/与相邻单元格的1[29]\.00万元互换/);
  });

  it('are not blamed where only one of them is wrong', () => {
    expect(hints([table('14.00', '12.00')]).join()).not.toContain('单元格');
  });
});

describe('another denominator', () => {
  const shared = (printed: string) => [
    [
      '支出总计',
      f('expenditure.total', '474.70'),
      '万元，财政拨款基本支出',
      f('fiscal.expenditure.basic', '302.17'),
      '万元。',
    ],
    [
      f('expenditure.project', '151.00'),
      '万元，占支出总计的',
      share('expenditure.project', 'expenditure.total', printed),
      '%',
    ],
  ];

  it('is named where exactly one amount fits', () => {
    expect(hints(shared('49.97'))).toEqual([expect.stringContaining('302.17万元为分母')]);
    expect(hints(shared('66.66'))).toEqual([null]);
  });
});
