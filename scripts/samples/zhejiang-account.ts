/** The account of the sample of 浙江, 2023, and its split by unit. */
import { Account, line, yuan } from './account.ts';
import { NAMES } from './names.ts';

export const ORGANISATION = '衢州市柯城区柑橘产业振兴局';
export const UNITS = [`${ORGANISATION}（本级）`, '衢州市柯城区柑橘良种繁育场', '衢州市柯城区柑橘品质检测站'];
export const YEAR = 2023;

const names = {
  ...NAMES,
  20132: '组织事务',
  2013204: '公务员事务',
  20604: '技术研究与开发',
  2060404: '科技成果转化与扩散',
  20811: '残疾人事业',
  2081199: '其他残疾人事业支出',
  21301: '农业农村',
  2130101: '行政运行',
  2130102: '一般行政管理事务',
  2130104: '事业运行',
  2130106: '科技转化与推广服务',
  2130109: '农产品质量安全',
  2130124: '农村合作经济',
  21305: '巩固脱贫攻坚成果衔接乡村振兴',
  2130505: '生产发展',
};

const LEVEL = [
  line('2013204', { project: 15_600, budget: 20_000 }),
  line('2080501', { basic: 88_200, budget: 88_200 }),
  line('2080505', { basic: 612_480, budget: 600_000 }),
  line('2080506', { basic: 306_240, budget: 300_000 }),
  line('2081199', { basic: 42_311.06, budget: 50_000 }),
  line('2101101', { basic: 288_900.4, budget: 288_900.4 }),
  line('2130101', { basic: 6_844_216.35, budget: 6_400_000 }),
  line('2130102', { project: 1_126_304.5, budget: 1_300_000 }),
  line('2130124', { project: 2_180_000, budget: 2_500_000 }),
  line('2130505', { project: 3_640_000, budget: 0 }),
  line('2210201', { basic: 702_600, budget: 690_000 }),
];
const FARM = [
  line('2060404', { project: 820_000, budget: 820_000 }),
  line('2130104', {
    basic: 3_266_120.44,
    budget: 3_000_000,
    ownBasic: 214_300,
    own: { institutional: 180_400, other: 61_200.5 },
  }),
  line('2130106', { project: 4_118_632.8, appropriated: 4_068_632.8, budget: 4_300_000 }),
];
const STATION = [
  line('2101102', { basic: 176_400, budget: 180_000 }),
  line('2130109', { basic: 1_402_881.2, project: 964_200, budget: 2_200_000 }),
];

const carried = [{ general: 60_000 }, { general: 50_000, own: 42_000 }, {}] as const;

const economic = {
  30101: 2_008_120,
  30102: 1_366_240,
  30103: 2_914_300,
  30107: 1_520_600.5,
  30108: 612_480,
  30109: 306_240,
  30110: 465_300.4,
  30112: 72_611.06,
  30113: 702_600,
  30199: 188_400,
  30201: 206_310.4,
  30202: 24_600,
  30206: 112_480,
  30207: 46_020,
  30211: 188_640.3,
  30213: 62_400,
  30216: 41_300,
  30217: 33_560,
  30228: 116_250,
  30229: 84_200,
  30231: 97_430.6,
  30239: 268_400,
  30302: 88_200,
  30305: 46_800,
  31002: 121_600,
};

export const account = new Account({
  names,
  lines: [...LEVEL, ...FARM, ...STATION],
  economic,
  rest: '30299',
  carriedIn: { general: 110_000, own: 42_000 },
});

/** What a unit received and spent; its economic codes are not printed. */
export const byUnit = [LEVEL, FARM, STATION].map(
  (lines, i) => new Account({ names, lines, economic: {}, rest: '30299', carriedIn: carried[i] as object }),
);

export const budget3 = { overseas: yuan(60_000), purchase: 0, operation: yuan(120_000), reception: yuan(50_000) };
export const final3 = { overseas: yuan(48_220), purchase: 0, operation: yuan(97_430.6), reception: yuan(33_560) };
export const prior3 = { overseas: 0, purchase: 0, operation: yuan(101_266.2), reception: yuan(33_560) };
