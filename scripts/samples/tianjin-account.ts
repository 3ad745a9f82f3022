/** The account behind the final accounts of 天津: two units, a budget and an adjusted budget for every item. */
import { Account, type Line, line, yuan } from './account.ts';
import { Pen } from './marks.ts';
import { NAMES } from './names.ts';
import type { ThreePublic } from './three-public.ts';

export const ORGANISATION = '天津市宁河区七里海渔苇资源管理局';
export const YEAR = 2023;

const names = {
  ...NAMES,
  20508: '进修及培训',
  2050803: '培训支出',
  2130212: '湿地保护',
};

interface UnitAccount {
  readonly name: string;
  readonly lines: readonly Line[];
}

export const UNITS: readonly UnitAccount[] = [
  {
    name: `${ORGANISATION}本级`,
    lines: [
      line('2050803', { project: 18_600, budget: 24_000 }),
      line('2080501', { basic: 286_412.5, budget: 280_000 }),
      line('2080505', { basic: 486_210.72, budget: 500_000 }),
      line('2080506', { basic: 243_105.36, budget: 250_000 }),
      line('2101101', { basic: 312_640.18, budget: 320_000 }),
      line('2101103', { basic: 64_218.4, budget: 64_218.4 }),
      line('2120899', { fund: 'fund', project: 640_000, budget: 0 }),
      line('2130201', { basic: 4_862_314.28, budget: 4_700_000 }),
      line('2130212', { project: 3_486_200.5, budget: 3_200_000 }),
      line('2210201', { basic: 398_420, budget: 410_000 }),
      line('2210203', { basic: 286_300.6, budget: 300_000 }),
    ],
  },
  {
    name: '天津市宁河区七里海巡护管理所',
    lines: [
      line('2080505', { basic: 218_640.32, budget: 220_000 }),
      line('2080506', { basic: 109_320.16, budget: 110_000 }),
      line('2101102', { basic: 142_186.05, budget: 150_000 }),
      line('2130204', {
        basic: 1_986_430.66,
        budget: 1_900_000,
        ownBasic: 2_800,
        own: { other: 3_206.18 },
      }),
      line('2130212', { project: 862_000, budget: 862_000 }),
      line('2210201', { basic: 176_840, budget: 180_000 }),
      line('2210203', { basic: 96_418.2, budget: 90_000 }),
    ],
  },
];

export const account = new Account({
  names,
  lines: UNITS.flatMap(({ lines }) => lines),
  economic: {
    30101: 1_486_320,
    30102: 1_862_418.3,
    30103: 986_412,
    30107: 612_480.6,
    30108: 704_851.04,
    30109: 352_425.52,
    30110: 454_826.23,
    30111: 64_218.4,
    30112: 46_218.05,
    30113: 575_260,
    30201: 186_412.4,
    30207: 42_618,
    30209: 96_400,
    30211: 84_216.5,
    30213: 62_480,
    30217: 8_640,
    30228: 118_642.9,
    30231: 92_486.4,
    30239: 312_600,
    30302: 286_412.5,
    30305: 41_860,
    30399: 382_718.8,
    31002: 38_460,
  },
  rest: '30299',
});

/** One unit's income and expenditure; its economic codes are not printed. */
export const unitAccount = ({ lines }: UnitAccount): Account =>
  new Account({ names, lines, economic: {}, rest: '30299' });

/** Adjusted budgets where they differ from what was spent. */
const ADJUSTED: Record<string, number> = {
  2050803: 20_000,
  2130201: 4_900_000,
  2130212: 4_400_000,
  2210203: 390_000,
};

export function adjusted(code: string): number {
  const amount = ADJUSTED[code];
  return amount === undefined ? account.fiscal('general', code) : yuan(amount);
}

export const final3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(92_486.4), reception: yuan(8_640) };
export const budget3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(100_000), reception: yuan(20_000) };
export const prior3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(96_210), reception: yuan(6_420) };

/** Amounts in 元 with separators, as the tables; 三公 in 万元. */
export const w = new Pen({ year: YEAR, measure: 'final', unit: '元', decimals: 2, percentDecimals: 2, group: true });
export const w万 = w.with({ unit: '万元', group: false });
