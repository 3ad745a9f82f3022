/** The tables of 天津: income by function and by unit, projects, a note on what is empty; 三公 alone in 万元. */

import { yuan } from './account.ts';
import { type BlockForm, type CellForm, head, p, part, type TableForm } from './form.ts';
import { labels, type Project, projectSubject } from './grids.ts';
import { type Subject, t } from './marks.ts';
import { type Layout, Tables } from './tables.ts';
import { threePublicTable } from './three-public.ts';
import { account, budget3, final3, ORGANISATION, UNITS, unitAccount, w, w万 } from './tianjin-account.ts';

const SOURCES: readonly (readonly [string, string])[] = [
  ['本年收入合计', 'income.current_year'],
  ['财政拨款收入', 'income.fiscal'],
  ['上级补助收入', 'income.superior'],
  ['事业收入', 'income.institutional'],
  ['经营收入', 'income.operating'],
  ['附属单位上缴收入', 'income.affiliated'],
  ['其他收入', 'income.other'],
];

function incomeByUnit(all: Tables): TableForm {
  const amount = (of: typeof account, concept: string) => {
    if (concept === 'income.current_year') return of.income();
    if (concept === 'income.fiscal') return of.appropriated();
    return concept === 'income.other' ? of.ownIncome('other') : 0;
  };
  const row = (label: string, of: typeof account, about: { subject?: Subject }): CellForm[] => [
    { text: label },
    ...SOURCES.map(([, concept]) => all.cell(concept, amount(of, concept), about)),
  ];
  const rows = [
    [head('单位名称'), ...labels(...SOURCES.map(([label]) => label))],
    row('合计', account, {}),
    ...UNITS.map((unit) =>
      row(unit.name, unitAccount(unit), { subject: { scheme: 'unit', code: null, path: [unit.name] } }),
    ),
  ];
  return all.table('02', '收入决算表（按单位列示）', rows, 1, [23, ...SOURCES.map(() => 11)]);
}

interface Spent extends Project {
  readonly general: number;
  readonly fund: number;
}

const spent = (name: string, general: number, fund = 0): Spent => {
  const [a, b] = [yuan(general), yuan(fund)];
  return { name, amount: a + b, general: a, fund: b, use: '' };
};

const PROJECTS: readonly Spent[] = [
  spent('湿地核心区生态补水', 1_862_400.5),
  spent('缓冲区苇田管护', 1_623_800),
  spent('湿地巡护设施维护', 862_000),
  spent('干部教育培训', 18_600),
  spent('移民安置区环境整治', 0, 640_000),
];

/** A project's own amount by fund has no concept; its whole has. */
function projects(all: Tables): TableForm {
  const money = (fen: number): CellForm => ({ text: fen === 0 ? '' : w.money(fen) });
  const rows = PROJECTS.map((project): CellForm[] => [
    { text: project.name },
    all.cell('project.funds', project.amount, { subject: projectSubject(project) }),
    money(project.general),
    money(project.fund),
    money(0),
  ]);
  const last = [
    { text: '合计' },
    all.cell('expenditure.project', account.allProject()),
    all.cell('general.expenditure.project', account.project('general')),
    all.cell('fund.expenditure.project', account.project('fund')),
    all.cell('capital.expenditure.project', 0),
  ];
  const heads = [
    [head('项目名称', 1, 2), head('本年支出合计', 1, 2), head('财政拨款', 3)],
    labels('一般公共预算', '政府性基金预算', '国有资本经营预算'),
  ];
  return all.table('project', '项目支出决算表', [...heads, ...rows, last], 2, [32, 18, 18, 16, 16]);
}

export function tables(): BlockForm[] {
  const layout: Layout = {
    account,
    pen: w,
    above: () => [`部门：${ORGANISATION}　　　　　　2023年度　　　　　　金额单位：元`],
    threeCells: false,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  };
  const all = new Tables(layout);
  const small = new Tables({
    ...layout,
    pen: w万,
    blankZero: false,
    above: () => [`部门：${ORGANISATION}　　　　　　2023年度　　　　　　金额单位：万元`],
  });
  if (PROJECTS.reduce((sum, { amount }) => sum + amount, 0) !== account.project()) throw new Error('projects');
  return [
    part('第二部分  2023年度部门决算表'),
    all.totals('一、收入支出决算总表'),
    all.income('二、收入决算表（按功能分类列示）'),
    { ...incomeByUnit(all), title: '三、收入决算表（按单位列示）' },
    all.expenditure('四、支出决算表'),
    all.fiscal('五、财政拨款收入支出决算总表'),
    all.general('六、一般公共预算财政拨款支出决算表'),
    all.basic('七、一般公共预算财政拨款基本支出决算表', 2),
    all.fund('八、政府性基金预算财政拨款收入支出决算表'),
    all.capital('九、国有资本经营预算财政拨款收入支出决算表', [
      t`注：本部门2023年度${w.none(['income.fiscal.capital', 'capital.expenditure'])}国有资本经营预算财政拨款收入和支出，本表为空表。`,
    ]),
    threePublicTable(small, '十、一般公共预算财政拨款“三公”经费支出决算表', budget3, final3),
    { ...projects(all), title: '十一、项目支出决算表' },
    p('十二、关于空表的说明'),
    p('表九为空表，原因见该表附注。'),
  ];
}
