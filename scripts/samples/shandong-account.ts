/** The account behind the budget of 山东: a vocational school with 财政专户管理资金 and 单位资金, by economic code and source. */
import { Account, line, yuan } from './account.ts';
import { Pen } from './marks.ts';
import { NAMES } from './names.ts';
import type { ThreePublic } from './three-public.ts';

export const ORGANISATION = '烟台市蓬莱区登云山中等职业学校';
export const YEAR = 2023;

/** 财政专户管理资金 stands as institutional income, 单位资金 as other. */
export const account = new Account({
  names: {
    ...NAMES,
    20503: '职业教育',
    2050302: '中等职业教育',
    20508: '进修及培训',
    2050803: '培训支出',
    30308: '助学金',
  },
  lines: [
    line('2050302', {
      basic: 12_684_320,
      project: 2_860_000,
      ownBasic: 1_860_000,
      ownProject: 640_000,
      own: { institutional: 2_300_000, other: 200_000 },
    }),
    line('2050803', { project: 60_000 }),
    line('2080502', { basic: 312_400 }),
    line('2080505', { basic: 1_486_320 }),
    line('2080506', { basic: 743_160 }),
    line('2101102', { basic: 762_418 }),
    line('2210201', { basic: 1_114_740 }),
    line('2296004', { fund: 'fund', project: 300_000 }),
  ],
  economic: {
    30101: 4_682_400,
    30102: 862_316,
    30107: 4_218_640,
    30108: 1_486_320,
    30109: 743_160,
    30110: 762_418,
    30112: 111_474,
    30113: 1_114_740,
    30201: 386_400,
    30205: 96_000,
    30206: 264_000,
    30207: 48_200,
    30211: 86_400,
    30213: 268_000,
    30216: 120_000,
    30217: 6_000,
    30228: 222_948,
    30229: 148_632,
    30231: 42_000,
    30302: 312_400,
    30308: 486_000,
    31002: 160_000,
  },
  rest: '30299',
});

const cents = (amounts: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(amounts).map(([code, amount]) => [code, yuan(amount)]));

/** Spent otherwise than from general basic expenditure, by economic code. */
export const SOURCES = {
  project: cents({ 30201: 120_000, 30213: 860_000, 30216: 60_000, 30226: 420_000, 31003: 1_460_000 }),
  fund: cents({ 31003: 300_000 }),
  fees: cents({ 30201: 460_000, 30206: 280_000, 30209: 640_000, 30226: 520_000, 31002: 400_000 }),
  own: cents({ 30226: 140_000, 30299: 60_000 }),
};

export const sumOf = (amounts: ReadonlyMap<string, number>, prefix = ''): number =>
  [...amounts].reduce((sum, [code, amount]) => sum + (code.startsWith(prefix) ? amount : 0), 0);

/** General budgets of the year before, in 分. */
const BEFORE = cents({
  2050302: 14_860_000,
  2050803: 60_000,
  2080502: 300_000,
  2080505: 1_420_000,
  2080506: 710_000,
  2101102: 740_000,
  2210201: 1_065_000,
});
export const before = (prefix = ''): number => sumOf(BEFORE, prefix);

export const three: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(42_000), reception: yuan(6_000) };
export const three2022: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(42_000), reception: yuan(8_000) };

export interface Plan {
  readonly name: string;
  /** In 分: general, fund, 财政专户管理资金, 单位资金. */
  readonly parts: readonly [number, number, number, number];
}

const plan = (name: string, general: number, fund = 0, fees = 0, own = 0): Plan => ({
  name,
  parts: [yuan(general), yuan(fund), yuan(fees), yuan(own)],
});

export const PROJECTS: readonly Plan[] = [
  plan('实训基地设备购置', 1_460_000, 300_000),
  plan('校舍维修改造', 860_000),
  plan('外聘教师劳务', 420_000, 0, 120_000, 80_000),
  plan('教学耗材', 120_000, 0, 440_000),
  plan('教师培训', 60_000),
];

export const amountOf = ({ parts }: Plan): number => parts.reduce((sum, part) => sum + part, 0);

/** Procurement: from the general budget, 财政专户管理资金, 单位资金. */
export const PURCHASES: readonly (readonly [string, string, readonly [number, number, number]])[] = [
  ['货物类', 'procurement.goods', [yuan(1_460_000), yuan(400_000), 0]],
  ['工程类', 'procurement.works', [yuan(860_000), 0, 0]],
  ['服务类', 'procurement.services', [0, yuan(640_000), yuan(60_000)]],
];

export const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2 });
