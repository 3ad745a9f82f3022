/** The account behind the final accounts of 内蒙古: a monitoring station with four projects. */
import { Account, line, yuan } from './account.ts';
import { Pen } from './marks.ts';
import { NAMES } from './names.ts';
import type { ThreePublic } from './three-public.ts';

export const ORGANISATION = '通辽市奈曼旗沙地治理监测站';
export const YEAR = 2022;

export const account = new Account({
  names: {
    ...NAMES,
    2130299: '其他林业和草原支出',
    30218: '专用材料费',
    30203: '咨询费',
  },
  lines: [
    line('2080502', { basic: 86_400, budget: 86_400 }),
    line('2080505', { basic: 412_608.32, budget: 400_000 }),
    line('2080506', { basic: 206_304.16, budget: 200_000 }),
    line('2101102', { basic: 214_862.4, budget: 220_000 }),
    line('2130204', { basic: 3_412_680.4, budget: 3_280_000, ownBasic: 12_400 }),
    line('2130205', { project: 1_286_300, budget: 1_300_000 }),
    line('2130234', {
      project: 486_200,
      appropriated: 366_200,
      budget: 380_000,
      ownProject: 120_000,
      own: { superior: 150_000 },
    }),
    line('2130299', { project: 318_400, budget: 320_000 }),
    line('2210201', { basic: 309_456.24, budget: 300_000 }),
  ],
  economic: {
    30101: 1_186_420,
    30102: 842_316.5,
    30107: 612_840,
    30108: 412_608.32,
    30109: 206_304.16,
    30110: 214_862.4,
    30112: 28_416.2,
    30113: 309_456.24,
    30201: 86_210,
    30205: 12_400,
    30207: 16_820,
    30211: 64_310.5,
    30213: 28_400,
    30217: 4_860,
    30228: 86_412,
    30231: 41_236.8,
    30239: 96_400,
    30302: 86_400,
    30305: 18_640,
    31002: 24_600,
  },
  rest: '30299',
  carriedIn: { general: 140_000, own: 18_600 },
});

/** General project expenditure by economic code, in 分. */
export const projectEconomic: ReadonlyMap<string, number> = new Map(
  Object.entries({
    30201: 42_600,
    30203: 36_000,
    30211: 128_460,
    30218: 612_840,
    30226: 486_300,
    30227: 468_500,
    31003: 316_200,
  }).map(([code, amount]) => [code, yuan(amount)]),
);

export interface Spending {
  readonly name: string;
  readonly budget: number;
  readonly final: number;
  readonly fiscal: number;
}

const spending = (name: string, budget: number, final: number, fiscal = final): Spending => ({
  name,
  budget: yuan(budget),
  final: yuan(final),
  fiscal: yuan(fiscal),
});

export const PROJECTS: readonly Spending[] = [
  spending('沙化土地综合治理', 1_300_000, 1_286_300),
  spending('草原鼠虫害监测防治', 380_000, 486_200),
  spending('沙地监测网络维护', 320_000, 318_400),
  spending('固沙植物引种试验', 150_000, 120_000, 0),
];

export const final3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(41_236.8), reception: yuan(4_860) };
export const full3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(45_000), reception: yuan(6_000) };
export const prior3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(48_620), reception: yuan(4_860) };

export const KINDS = [
  ['副部（省）级及以上领导用车', 'ministerial', 0],
  ['主要领导干部用车', 'leadership', 0],
  ['机要通信用车', 'confidential', 0],
  ['应急保障用车', 'emergency', 1],
  ['执法执勤用车', 'enforcement', 0],
  ['特种专业技术用车', 'technical', 1],
  ['离退休干部用车', 'retired', 0],
  ['其他用车', 'other', 0],
] as const;

export const purchases = { goods: yuan(316_200), works: yuan(420_000), services: yuan(468_500) };
export const sme = { all: yuan(1_004_700), micro: yuan(588_500) };

export const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });
