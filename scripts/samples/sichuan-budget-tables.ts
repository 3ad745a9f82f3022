/** The tables 表1 to 表5 of the budget of 四川, a 单位代码 beside the codes, and the targets of its projects. */
import { named } from './clerk.ts';
import { type BlockForm, type CellForm, head, part, type TableForm } from './form.ts';
import {
  beside,
  economicCodes,
  fiscalBudget,
  labels,
  lines,
  type Project,
  peopleAndGoods,
  projectSubject,
  spending,
} from './grids.ts';
import { type Subject, type Text, t } from './marks.ts';
import { CLASSES, ordinal } from './names.ts';
import { account, CODE, ORGANISATION, projects, three, w } from './sichuan-budget-account.ts';
import { type Column, Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const UNIT: Subject = { scheme: 'unit', code: CODE, path: [ORGANISATION] };

function totals(all: Tables): TableForm {
  const income = lines(all, [
    ['一、一般公共预算拨款收入', 'income.fiscal.general', account.appropriated('general')],
    ['二、政府性基金预算拨款收入', 'income.fiscal.fund', 0],
    ['三、国有资本经营预算拨款收入', 'income.fiscal.capital', 0],
    ['四、事业收入', 'income.institutional', account.ownIncome('institutional')],
    ['五、事业单位经营收入', 'income.operating', 0],
    ['六、其他收入', 'income.other', 0],
  ]);
  const uses = CLASSES.map((code, i) => {
    const known = account.of(code).length > 0;
    const subject: Subject = { scheme: 'functional', code: known ? code : null, path: [account.name(code)] };
    const amount = all.cell('expenditure.current_year', account.spent(code), { subject });
    return [{ text: `${ordinal(i + 1)}、${account.name(code)}` }, amount];
  });
  const ends = beside(
    lines(all, [
      ['本　年　收　入　合　计', 'income.current_year', account.income()],
      ['七、用事业基金弥补收支差额', 'income.surplus_used', 0],
      ['八、上年结转', 'income.carried_in', account.carried('carriedIn')],
      ['收　　入　　总　　计', 'income.total', account.total()],
    ]),
    lines(all, [
      ['本　年　支　出　合　计', 'expenditure.current_year', account.spent()],
      ['事业单位结余分配', 'expenditure.surplus_distributed', 0],
      ['结转下年', 'expenditure.carried_out', account.carried('carriedOut')],
      ['支　　出　　总　　计', 'expenditure.total', account.total()],
    ]),
  );
  const heads = [[head('收　入', 2), head('支　出', 2)], labels('项　目', '2024年预算数', '项　目', '2024年预算数')];
  return all.table('01', '单位收支总表', [...heads, ...beside(income, uses), ...ends], 2, [30, 20, 30, 20]);
}

function incomeByUnit(all: Tables): TableForm {
  const amounts: [string, string, number][] = [
    ['合计', 'income.total', account.total()],
    ['上年结转', 'income.carried_in', account.carried('carriedIn')],
    ['一般公共预算拨款收入', 'income.fiscal.general', account.appropriated('general')],
    ['政府性基金预算拨款收入', 'income.fiscal.fund', 0],
    ['国有资本经营预算拨款收入', 'income.fiscal.capital', 0],
    ['事业收入', 'income.institutional', account.ownIncome('institutional')],
    ['事业单位经营收入', 'income.operating', 0],
    ['其他收入', 'income.other', 0],
    ['上级补助收入', 'income.superior', 0],
    ['附属单位上缴收入', 'income.affiliated', 0],
    ['用事业基金弥补收支差额', 'income.surplus_used', 0],
  ];
  const heads = [
    [head('项目', 2), ...amounts.map(([text]) => head(text, 1, 2))],
    labels('单位代码', '单位名称（科目）'),
  ];
  const cells = (about: { subject?: Subject }) =>
    amounts.map(([, concept, amount]) => all.cell(concept, amount, about));
  const rows = [
    [{ text: '' }, { text: '合　计' }, ...cells({})],
    [{ text: CODE }, { text: ORGANISATION }, ...cells({ subject: UNIT })],
  ];
  return all.table('02', '单位收入总表', [...heads, ...rows], 2, [9, 16, 8, 7, 8, 7, 7, 7, 6, 6, 6, 6, 7]);
}

/** Rows of 项 only, with the unit's code beside them and the unit's own row above. */
function byItem(all: Tables, table: string, title: string, columns: readonly Column[], below: Text[] = []): TableForm {
  const rows = account.lines.map(({ code }): CellForm[] => [
    ...labels(code.slice(0, 3), code.slice(3, 5), code.slice(5), CODE, account.name(code)),
    ...columns.map(([, concept, amount]) => all.cell(concept, amount(code), named(account, code))),
  ]);
  const sums = (about: { subject?: Subject }) =>
    columns.map(([, concept, amount]) => all.cell(concept, amount(''), about));
  const heads = [
    [head('项目', 5), ...columns.map(([text]) => head(text, 1, 3))],
    [head('科目编码', 3), head('单位代码', 1, 2), head('单位名称（科目）', 1, 2)],
    labels('类', '款', '项'),
  ];
  const first = [
    [...labels('', '', '', '', '合　计'), ...sums({})],
    [...labels('', '', '', '', ORGANISATION), ...sums({ subject: { ...UNIT, code: null } })],
  ];
  const body = below.length > 0 ? [labels('', '', '', '', '', ...columns.map(() => ''))] : [...first, ...rows];
  const widths = [6, 5, 5, 10, 30, ...columns.map(() => 44 / columns.length)];
  return all.table(table, title, [...heads, ...body], 3, widths, below);
}

function fiscal(all: Tables): TableForm {
  const left = lines(all, [
    ['一、本年收入', 'income.fiscal', account.appropriated()],
    ['　一般公共预算拨款收入', 'income.fiscal.general', account.appropriated('general')],
    ['　政府性基金预算拨款收入', 'income.fiscal.fund', 0],
    ['　国有资本经营预算拨款收入', 'income.fiscal.capital', 0],
    ['二、上年结转', 'fiscal.carried_in', 0],
    ['　一般公共预算拨款收入', 'fiscal.carried_in.general', 0],
  ]);
  const heads = [
    [head('收　入', 2), head('支　出', 5)],
    labels('项　目', '2024年预算数', '项　目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
  ];
  const totals: [string, string] = ['收　　入　　总　　计', '支　　出　　总　　计'];
  const title = '财政拨款收支预算总表';
  return fiscalBudget(all, { title, heads, left, spent: '一、本年支出', carriedOut: '二、结转下年', totals });
}

function basic(all: Tables): TableForm {
  const columns = peopleAndGoods(account);
  const row = (code: string): CellForm[] => [
    ...labels(code.slice(0, 3), code.slice(3), CODE, account.name(code)),
    ...columns.map(([, concept, amount]) =>
      all.cell(concept, amount(code), { subject: { scheme: 'economic', code, path: account.path(code) } }),
    ),
  ];
  const first = [
    ...labels('', '', '', '合　计'),
    ...columns.map(([, concept, amount]) => all.cell(concept, amount(''))),
  ];
  const tall = ['单位代码', '单位名称（科目）', '合计', '人员经费', '公用经费'].map((text) => head(text, 1, 2));
  const heads = [[head('项目', 4), head('基本支出', 3)], [head('科目编码', 2), ...tall], labels('类', '款')];
  const rows = economicCodes(account.economic.keys()).map(row);
  return all.table('06', '一般公共预算基本支出预算表', [...heads, first, ...rows], 3, [6, 5, 10, 34, 15, 15, 15]);
}

function threePublicTable(all: Tables): TableForm {
  const c = 'three_public';
  const amounts: [string, number][] = [
    [`${c}.total`, total(three)],
    [`${c}.overseas`, 0],
    [`${c}.vehicle`, vehicle(three)],
    [`${c}.vehicle.purchase`, 0],
    [`${c}.vehicle.operation`, three.operation],
    [`${c}.reception`, three.reception],
  ];
  const cells = (about: { subject?: Subject }) => amounts.map(([concept, amount]) => all.cell(concept, amount, about));
  const heads = [
    [head('单位编码', 1, 3), head('单位名称（科目）', 1, 3), head('当年财政拨款预算安排', 6)],
    [head('合计', 1, 2), head('因公出国（境）费用', 1, 2), head('公务用车购置及运行费', 3), head('公务接待费', 1, 2)],
    labels('小计', '公务用车购置费', '公务用车运行费'),
  ];
  const rows = [
    [{ text: '' }, { text: '合　计' }, ...cells({})],
    [{ text: CODE }, { text: ORGANISATION }, ...cells({ subject: UNIT })],
  ];
  const title = '一般公共预算“三公”经费支出预算表';
  return all.table('07', title, [...heads, ...rows], 3, [10, 24, 11, 11, 11, 11, 11, 11]);
}

const TARGETS: [string, string, string, string, string][][] = [
  [
    ['产出指标', '数量指标', '改造低产桑园面积', '≥', '5000亩'],
    ['产出指标', '质量指标', '桑苗成活率', '≥', '95%'],
    ['效益指标', '社会效益指标', '带动农户户数', '≥', '300户'],
  ],
  [
    ['产出指标', '数量指标', '共育小蚕种张数', '≥', '4200张'],
    ['满意度指标', '服务对象满意度', '蚕农满意度', '≥', '90%'],
  ],
  [
    ['产出指标', '数量指标', '技术培训场次', '=', '8场次'],
    ['产出指标', '时效指标', '任务完成时限', '定性', '2024年12月'],
  ],
];

/** The targets are no facts; the project's amount is. */
function targets(all: Tables): TableForm {
  const heads = [
    [head('项目名称', 1, 2), head('年度预算数', 1, 2), head('年度目标', 1, 2), head('绩效指标', 5)],
    labels('一级指标', '二级指标', '三级指标', '指标性质', '指标值'),
  ];
  const rows = projects.flatMap((project, i) => {
    const list = TARGETS[i] ?? [];
    const amount = all.cell('project.funds', project.amount, { subject: projectSubject(project) });
    return list.map((row, j): CellForm[] => {
      const cells = labels(...row);
      if (j > 0) return cells;
      const name = head(`${project.code}-${project.name}`, 1, list.length);
      return [name, { ...amount, rows: list.length }, head(project.use, 1, list.length), ...cells];
    });
  });
  return all.table('project', '单位预算项目支出绩效目标表', [...heads, ...rows], 2, [22, 10, 16, 11, 12, 14, 7, 8]);
}

export function tables(): BlockForm[] {
  const numbers = ['1', '1-1', '1-2', '2', '3', '3-1', '3-2', '3-3', '4', '5', '6'];
  const all = new Tables({
    account,
    pen: w.with({ zero: undefined }),
    above: (place) => [
      `表${numbers[place - 1]}`,
      `单位：${ORGANISATION}　　　　　　　　　　　　　　　　金额单位：万元`,
    ],
    threeCells: true,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  const none = (concept: string, text: string) => [
    t`注：本单位2024年${w.none([concept], '无')}${text}支出，此表无数据。`,
  ];
  return [
    part('第四部分  2024年单位预算表'),
    totals(all),
    incomeByUnit(all),
    byItem(all, '03', '单位支出总表', [
      ...spending(account),
      ['上缴上级支出', 'expenditure.to_superior', () => 0],
      ['对附属单位补助支出', 'expenditure.to_affiliated', () => 0],
    ]),
    fiscal(all),
    byItem(all, '05', '一般公共预算支出预算表', spending(account, 'general')),
    basic(all),
    projectTable(all),
    threePublicTable(all),
    byItem(all, '08', '政府性基金支出预算表', spending(account, 'fund'), none('fund.expenditure', '政府性基金预算')),
    byItem(
      all,
      '09',
      '国有资本经营预算支出预算表',
      spending(account, 'capital'),
      none('capital.expenditure', '国有资本经营预算'),
    ),
    targets(all),
  ];
}

/** A 项 with its projects below it. */
function projectTable(all: Tables): TableForm {
  const c = 'general.expenditure.project';
  const below: Record<string, Project[]> = { 2130106: projects.slice(2), 2130122: projects.slice(0, 2) };
  const rows = Object.entries(below).flatMap(([code, list]) => [
    [
      ...labels(code.slice(0, 3), code.slice(3, 5), code.slice(5), CODE, account.name(code)),
      all.cell(c, account.project('general', code), named(account, code)),
    ],
    ...list.map((project) => [
      ...labels('', '', '', CODE, `　${project.name}`),
      all.cell('project.funds', project.amount, { subject: { ...projectSubject(project), code: null } }),
    ]),
  ]);
  const heads = [
    [head('科目编码', 3), ...['单位代码', '单位名称（科目）', '金额'].map((text) => head(text, 1, 2))],
    labels('类', '款', '项'),
  ];
  const first = [...labels('', '', '', '', '合　计'), all.cell(c, account.project('general'))];
  return all.table('project', '一般公共预算项目支出预算表', [...heads, first, ...rows], 2, [7, 6, 6, 12, 47, 22]);
}
