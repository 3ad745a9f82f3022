/** The account behind the workbook and the narrative of one department in 广东, 2023. */
import { Account, line, yuan } from './account.ts';
import { NAMES } from './names.ts';

export const ORGANISATION = '佛山市高明区桑基鱼塘农业遗产保护局';
export const UNITS = [`${ORGANISATION}（本级）`, '佛山市高明区基塘水系养护所', '佛山市高明区蚕桑种质资源圃'];
export const YEAR = 2023;

const names = {
  ...NAMES,
  20132: '组织事务',
  2013299: '其他组织事务支出',
  2080599: '其他行政事业单位养老支出',
  21301: '农业农村',
  2130101: '行政运行',
  2130102: '一般行政管理事务',
  2130104: '事业运行',
  2130135: '农业生态资源保护',
  2130199: '其他农业农村支出',
  2120804: '农村基础设施建设支出',
  2120815: '农村社会事业支出',
  22301: '解决历史遗留问题及改革成本支出',
  2230105: '国有企业退休人员社会化管理补助支出',
};

export const account = new Account({
  names,
  lines: [
    line('2013299', { project: 48_000, budget: 0 }),
    line('2080501', { basic: 1_126_300, budget: 1_126_300 }),
    line('2080502', { basic: 214_806.5, budget: 230_000 }),
    line('2080505', { basic: 1_503_218.24, budget: 1_480_000 }),
    line('2080506', { basic: 702_114.4, budget: 740_000 }),
    line('2080599', { basic: 36_520, budget: 40_000 }),
    line('2101101', { basic: 588_240.16, budget: 600_000 }),
    line('2101102', { basic: 203_377.08, budget: 203_377.08 }),
    line('2101103', { basic: 164_500, budget: 170_000 }),
    line('2120804', { fund: 'fund', project: 3_860_000, appropriated: 4_000_000, budget: 4_000_000 }),
    line('2120815', { fund: 'fund', project: 915_000, budget: 1_200_000 }),
    line('2130101', { basic: 12_408_615.33, budget: 11_800_000 }),
    line('2130102', { project: 1_634_250.7, budget: 1_900_000 }),
    line('2130104', {
      basic: 4_577_903.92,
      budget: 4_600_000,
      ownBasic: 322_600,
      own: { institutional: 286_400, other: 58_312.45 },
    }),
    line('2130135', {
      project: 8_906_440.58,
      appropriated: 8_806_440.58,
      budget: 9_500_000,
      ownProject: 1_210_000,
      own: { other: 1_250_000 },
    }),
    line('2130199', { project: 760_000, budget: 800_000 }),
    line('2210201', { basic: 1_844_310, budget: 1_800_000 }),
    line('2210203', { basic: 1_209_600, budget: 1_209_600 }),
    line('2230105', { fund: 'capital', project: 120_000, budget: 120_000 }),
  ],
  economic: {
    30101: 4_116_220,
    30102: 5_208_417.4,
    30103: 3_006_500,
    30106: 96_000,
    30107: 1_418_300,
    30108: 1_503_218.24,
    30109: 702_114.4,
    30110: 791_617.24,
    30111: 164_500,
    30112: 88_310.6,
    30113: 1_844_310,
    30199: 402_260,
    30201: 318_440.6,
    30202: 42_100,
    30204: 1_260,
    30205: 35_620.4,
    30206: 196_315.7,
    30207: 88_420,
    30209: 402_000,
    30211: 164_720.5,
    30213: 120_480,
    30215: 36_200,
    30216: 48_640,
    30217: 22_360,
    30226: 218_000,
    30228: 246_300,
    30229: 96_400,
    30231: 186_520.8,
    30239: 702_600,
    30301: 148_000,
    30302: 1_193_106.5,
    30305: 86_400,
    30309: 2_100,
    31002: 138_600,
  },
  rest: '30299',
  carriedIn: { general: 260_000, fund: 85_000, own: 143_000 },
});

export const budget3 = {
  overseas: yuan(40_000),
  purchase: yuan(180_000),
  operation: yuan(210_000),
  reception: yuan(60_000),
};
export const final3 = { overseas: 0, purchase: yuan(176_800), operation: yuan(186_520.8), reception: yuan(22_360) };
export const prior3 = { overseas: 0, purchase: 0, operation: yuan(202_140.3), reception: yuan(12_880) };

export const agency = yuan(1_986_240.6);
export const procurement = { goods: yuan(1_382_400), works: yuan(4_916_233.8), services: yuan(2_208_750) };
export const sme = yuan(6_833_520.4);
export const micro = yuan(4_107_655.2);
