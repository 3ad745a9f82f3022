/** The account and the tables of 贵州, 2022: a hospital that earns most of its money, projects with their scores. */
import { Account, line, yuan } from './account.ts';
import { bareCount } from './clerk.ts';
import { type BlockForm, type CellForm, head, part, type TableForm } from './form.ts';
import { flatten, type Mark, Pen, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable } from './three-public.ts';

export const ORGANISATION = '雷山县响水岩苗医医院';
export const YEAR = 2022;

export const account = new Account({
  names: {
    ...NAMES,
    21002: '公立医院',
    2100202: '中医（民族）医院',
    2100409: '重大公共卫生服务',
    21006: '中医药',
    2100601: '中医（民族医）药专项',
    30218: '专用材料费',
  },
  lines: [
    line('2080505', { basic: 402_318.72, ownBasic: 380_400, own: { institutional: 380_400 }, budget: 402_318.72 }),
    line('2080506', { basic: 201_159.36, budget: 210_000 }),
    line('2100202', {
      basic: 4_216_880.5,
      project: 1_460_000,
      appropriated: 5_696_880.5,
      budget: 4_100_000,
      ownBasic: 21_846_320.44,
      ownProject: 3_018_640,
      own: { institutional: 24_306_512.7, other: 366_404.18 },
    }),
    line('2100408', { project: 328_400, budget: 300_000 }),
    line('2100409', { project: 176_000, budget: 0 }),
    line('2100601', { project: 850_000, budget: 1_000_000 }),
    line('2101102', { basic: 226_410, budget: 226_410 }),
    line('2210201', { basic: 348_620, budget: 330_000 }),
  ],
  economic: {
    30101: 1_622_480,
    30102: 868_316.5,
    30107: 1_184_000,
    30108: 402_318.72,
    30109: 201_159.36,
    30110: 226_410,
    30112: 40_204,
    30113: 348_620,
    30201: 62_400,
    30206: 84_000,
    30211: 36_500,
    30216: 21_600,
    30218: 128_000,
    30228: 40_231,
    30231: 46_318.2,
    30305: 18_600,
  },
  rest: '30299',
  carriedIn: { general: 60_000, own: 1_326_000 },
  surplusUsed: 486_000,
  distributed: 712_400,
});

export const budget3 = { overseas: 0, purchase: 0, operation: yuan(60_000), reception: yuan(12_000) };
export const final3 = { overseas: 0, purchase: 0, operation: yuan(46_318.2), reception: yuan(5_880) };
export const prior3 = { overseas: 0, purchase: 0, operation: yuan(48_902.6), reception: yuan(5_880) };

export interface Scored {
  readonly name: string;
  readonly planned: number;
  readonly used: number;
  readonly score: string;
}

const project = (name: string, planned: number, used: number, score: string): Scored => ({
  name,
  planned: yuan(planned),
  used: yuan(used),
  score,
});

export const PROJECTS: readonly Scored[] = [
  project('苗医馆服务能力提升', 900_000, 850_000, '94.4'),
  project('民族医院综合服务楼维修', 1_480_000, 1_460_000, '97.8'),
  project('基本公共卫生服务补助', 328_400, 328_400, '98'),
  project('重大传染病防控经费', 200_000, 176_000, '88.8'),
];

export const scoredSubject = ({ name }: Scored) =>
  ({ subject: { scheme: 'project', code: null, path: [name] } }) as const;

export const w = new Pen({
  year: YEAR,
  measure: 'final',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  group: true,
});

const all = new Tables({
  account,
  pen: w,
  above: (place) => [`公开${String(place).padStart(2, '0')}表`, `单位：${ORGANISATION}　　2022年度　　金额单位：万元`],
  threeCells: false,
  lineNumbers: true,
  blankZero: false,
  totalLast: true,
  since2020: true,
});

function projects(): TableForm {
  const rows = PROJECTS.map((each, i): CellForm[] => {
    const about = scoredSubject(each);
    const rate = flatten(w.done('project.funds', each.used, each.planned, { ...about, basis: 'adjusted_budget' }))[0];
    return [
      { text: String(i + 1) },
      { text: each.name },
      all.cell('project.funds', each.planned, { ...about, measure: 'adjusted_budget' }),
      all.cell('project.funds', each.used, about),
      { text: rate as Mark },
      { text: bareCount(w, 'performance.score', each.score, '分', about) },
    ];
  });
  const heads = ['序号', '项目名称', '全年预算数', '全年执行数', '执行率（%）', '自评得分'].map((text) => head(text));
  return all.table('project', '2022年度项目支出绩效自评情况表', [heads, ...rows], 1, [6, 34, 16, 16, 14, 14]);
}

export function tables(): BlockForm[] {
  return [
    part('第二部分 2022年度单位决算表'),
    all.totals(),
    all.income(),
    all.expenditure(),
    all.fiscal('财政拨款收入支出决算总表'),
    all.general('一般公共预算财政拨款支出决算表'),
    all.basic('一般公共预算财政拨款基本支出决算明细表', 2),
    all.fund('政府性基金预算财政拨款收入支出决算表', [
      t`注：本单位2022年度${w.none(['income.fiscal.fund', 'fund.expenditure'], '没有')}政府性基金预算财政拨款收入和支出，本表无数据。`,
    ]),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`注：本单位2022年度${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出，本表无数据。`,
    ]),
    threePublicTable(all, '财政拨款“三公”经费支出决算表', budget3, final3),
    projects(),
  ];
}
