/** The account behind the budget of 江苏, 2024: a school with own money and something carried over. */
import { Account, line, yuan } from './account.ts';
import { Pen } from './marks.ts';
import { NAMES } from './names.ts';

export const ORGANISATION = '常州市金坛区白塔荡初级中学';
export const CODE = '205031';
export const YEAR = 2024;

export const account = new Account({
  names: {
    ...NAMES,
    2050203: '初中教育',
    2050299: '其他普通教育支出',
    20508: '进修及培训',
    2050803: '培训支出',
    2080599: '其他行政事业单位养老支出',
    30308: '助学金',
  },
  lines: [
    line('2050203', {
      basic: 18_426_310.4,
      project: 2_638_000,
      appropriated: 20_914_310.4,
      ownBasic: 420_000,
      ownProject: 1_180_000,
      own: { institutional: 1_350_000, other: 186_000 },
    }),
    line('2050299', { project: 315_000 }),
    line('2050803', { basic: 168_400 }),
    line('2080502', { basic: 426_800 }),
    line('2080505', { basic: 2_204_160 }),
    line('2080506', { basic: 1_102_080 }),
    line('2101102', { basic: 1_281_168 }),
    line('2210201', { basic: 2_066_400 }),
    line('2210202', { basic: 1_377_600 }),
  ],
  economic: {
    30101: 6_102_480,
    30102: 1_988_316.4,
    30107: 7_860_000,
    30108: 2_204_160,
    30109: 1_102_080,
    30110: 1_281_168,
    30112: 165_312,
    30113: 2_066_400,
    30201: 520_000,
    30205: 148_000,
    30206: 396_000,
    30207: 62_000,
    30209: 480_000,
    30211: 96_000,
    30213: 388_000,
    30215: 8_000,
    30216: 168_400,
    30217: 6_000,
    30226: 216_000,
    30228: 413_280,
    30229: 275_520,
    30231: 35_000,
    30302: 426_800,
    30305: 112_000,
    30308: 268_000,
    31002: 180_000,
  },
  rest: '30299',
  carriedIn: { general: 150_000, own: 64_000 },
});

/** Last year's budget by item, all money and fiscal, in 分. */
export const before: Readonly<Record<string, { all: number; fiscal: number }>> = Object.fromEntries(
  Object.entries({
    2050203: [21_862_400, 20_346_400],
    2050299: [315_000, 315_000],
    2050803: [172_000, 172_000],
    2080502: [398_600, 398_600],
    2080505: [2_136_480, 2_136_480],
    2080506: [1_068_240, 1_068_240],
    2101102: [1_241_829, 1_241_829],
    2210201: [2_002_950, 2_002_950],
    2210202: [1_377_600, 1_377_600],
  } as Record<string, [number, number]>).map(([code, [all, fiscal]]) => [
    code,
    { all: yuan(all), fiscal: yuan(fiscal) },
  ]),
);

export const was = (prefix: string, which: 'all' | 'fiscal'): number =>
  Object.entries(before).reduce((sum, [code, amounts]) => sum + (code.startsWith(prefix) ? amounts[which] : 0), 0);

export const three = { overseas: 0, purchase: 0, operation: yuan(35_000), reception: yuan(6_000) };
export const three2023 = { overseas: 0, purchase: 0, operation: yuan(42_000), reception: yuan(6_000) };
export const meeting = { now: yuan(8_000), last: yuan(12_000) };
export const training = { now: yuan(168_400), last: yuan(172_000) };
export const purchases = { goods: yuan(846_000), works: yuan(380_000), services: yuan(652_000) };

export const w = new Pen({
  year: YEAR,
  measure: 'budget',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  trim: true,
});
