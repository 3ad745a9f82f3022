/** The account behind the budget of 四川: what its text and its tables print. */
import { Account, line, yuan } from './account.ts';
import type { Project } from './grids.ts';
import { Pen } from './marks.ts';
import { NAMES } from './names.ts';

export const ORGANISATION = '南充市嘉陵区李渡桑田产业服务中心';
export const CODE = '318601';
export const YEAR = 2024;

const names = {
  ...NAMES,
  21301: '农业农村',
  2130104: '事业运行',
  2130106: '科技转化与推广服务',
  2130122: '农业生产发展',
};

export const account = new Account({
  names,
  lines: [
    line('2080502', { basic: 46_800 }),
    line('2080505', { basic: 386_214.4 }),
    line('2080506', { basic: 193_107.2 }),
    line('2101102', { basic: 178_624.16 }),
    line('2130104', { basic: 3_264_508.8, ownBasic: 84_000, own: { institutional: 120_000 } }),
    line('2130106', { project: 450_000, ownProject: 96_000 }),
    line('2130122', { project: 1_280_000 }),
    line('2210201', { basic: 289_660.8 }),
  ],
  economic: {
    30101: 1_142_860,
    30102: 126_418.4,
    30107: 1_268_400,
    30108: 386_214.4,
    30109: 193_107.2,
    30110: 178_624.16,
    30112: 28_966,
    30113: 289_660.8,
    30201: 86_400,
    30205: 6_200,
    30206: 28_000,
    30211: 96_000,
    30216: 18_600,
    30217: 12_000,
    30228: 48_277,
    30231: 56_000,
    30302: 46_800,
    30305: 24_600,
    30309: 240,
  },
  rest: '30299',
  carriedIn: { own: 60_000 },
});

export const three = { overseas: 0, purchase: 0, operation: yuan(56_000), reception: yuan(12_000) };

export const projects: Project[] = [
  { code: '51130424R000009127341', name: '优质桑园提质改造', amount: yuan(860_000), use: '改造低产桑园' },
  { code: '51130424T000010558206', name: '小蚕共育补助', amount: yuan(420_000), use: '补助共育室和蚕农' },
  { code: '51130424T000010558219', name: '蚕桑新技术示范推广', amount: yuan(450_000), use: '示范省力化养蚕技术' },
];

export const w = new Pen({
  year: YEAR,
  measure: 'budget',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  zero: '0',
  trimPercent: true,
});
