/** The tables of 山东: three sides of 收支预算总表, last year's budget beside this one, economic codes by source. Two misprints. */
import { yuan } from './account.ts';
import { classesOf, named } from './clerk.ts';
import { type BlockForm, type CellForm, head, pageBreak, part, type TableForm } from './form.ts';
import {
  beside,
  byEconomicCode,
  economicCodes,
  fiscalBudget,
  labels,
  lines,
  misprinted,
  peopleAndGoods,
  spending,
  threePublicYears,
} from './grids.ts';
import { type About, flatten, type Mark, type Subject, type Text, t } from './marks.ts';
import { ordinal } from './names.ts';
import {
  account,
  amountOf,
  before,
  ORGANISATION,
  PROJECTS,
  PURCHASES,
  SOURCES,
  sumOf,
  three,
  three2022,
  w,
  YEAR,
} from './shandong-account.ts';
import { type Column, Tables } from './tables.ts';

const ECONOMIC = ['301', '302', '303', '310'];

/** All money by economic code; no concept of the vocabulary has it. */
function allEconomic(prefix: string): number {
  const others = Object.values(SOURCES).reduce((sum, amounts) => sum + sumOf(amounts, prefix), 0);
  return sumOf(account.economic, prefix) + others;
}

function totals(all: Tables): TableForm {
  const income = lines(all, [
    ['一、一般公共预算财政拨款收入', 'income.fiscal.general', account.appropriated('general')],
    ['二、政府性基金预算财政拨款收入', 'income.fiscal.fund', account.appropriated('fund')],
    ['三、国有资本经营预算财政拨款收入', 'income.fiscal.capital', 0],
    ['四、财政专户管理资金收入', 'income.institutional.education_fees', account.ownIncome('institutional')],
    ['五、单位资金收入', 'income.other', account.ownIncome('other')],
  ]);
  const uses = classesOf(account).map((code, i): CellForm[] => [
    { text: `${ordinal(i + 1)}、${account.name(code)}` },
    all.cell('expenditure.current_year', account.spent(code), named(account, code)),
  ]);
  const economic = ECONOMIC.map((code, i) =>
    labels(`${ordinal(i + 1)}、${account.name(code)}`, w.money(allEconomic(code))),
  );
  const spent = (label: string, concept: string): [string, string, number] => [label, concept, account.spent()];
  const ends = beside(
    lines(all, [
      ['本年收入合计', 'income.current_year', account.income()],
      ['上年结转结余', 'income.carried_in', 0],
      ['收入总计', 'income.total', account.total()],
    ]),
    ...[0, 1].map(() =>
      lines(all, [
        spent('本年支出合计', 'expenditure.current_year'),
        ['结转下年', 'expenditure.carried_out', 0],
        spent('支出总计', 'expenditure.total'),
      ]),
    ),
  );
  const heads = [
    [head('收入', 2), head('支出', 4)],
    labels('项目', '预算数', '项目（按功能分类）', '预算数', '项目（按部门预算支出经济分类）', '预算数'),
  ];
  const rows = [...heads, ...beside(income, uses, economic), ...ends];
  return all.table('01', '收支预算总表', rows, 2, [24, 10, 22, 10, 24, 10]);
}

function general(all: Tables): TableForm {
  const c = 'general.expenditure';
  const cells = (code: string): CellForm[] => {
    const about: About = code === '' ? {} : named(account, code);
    const [now, then] = [account.fiscal('general', code), before(code)];
    const versus = { ...about, basis: 'prior_budget' };
    const rate = flatten(w.rate(c, now, then, versus))[0] as Mark;
    return [
      all.cell(c, then, { ...about, period: YEAR - 1 }),
      all.cell(c, now, about),
      all.cell(`${c}.basic`, account.basic('general', code), about),
      all.cell(`${c}.project`, account.project('general', code), about),
      signed(w.n(c, now - then, { ...versus, measure: 'change_amount' }), now - then),
      signed(rate, now - then),
    ];
  };
  const rows = account.codes('general').map((code) => [...labels(code, account.name(code)), ...cells(code)]);
  const heads = [
    [
      head('功能分类科目', 2),
      head('2022年预算数', 1, 2),
      head('2023年预算数', 3),
      head('2023年预算数比2022年预算数', 2),
    ],
    labels('科目编码', '科目名称', '小计', '基本支出', '项目支出', '增减额', '增减（%）'),
  ];
  const title = '一般公共预算支出情况表';
  const widths = [11, 25, 11, 11, 11, 11, 10, 10];
  return all.table('05', title, [...heads, [head('合计', 2), ...cells('')], ...rows], 2, widths);
}

/** A column of differences prints its minus. */
function signed(mark: Mark, difference: number): CellForm {
  if (difference >= 0) return { text: mark };
  return { text: ['-', mark] };
}

function expenditure(all: Tables): TableForm {
  const goods = (code: string) =>
    '2050302'.startsWith(code) ? account.public() + account.ownSpent() - yuan(640_000) : 0;
  const columns: Column[] = [
    ['合计', 'expenditure.current_year', (code) => account.spent(code)],
    ['基本支出/小计', 'expenditure.basic', (code) => account.allBasic(code)],
    ['基本支出/人员经费', 'expenditure.basic.personnel', (code) => account.allBasic(code) - goods(code)],
    ['基本支出/公用经费', 'expenditure.basic.public', goods],
    ['项目支出', 'expenditure.project', (code) => account.allProject(code)],
  ];
  // 76.24 printed as 72.64: the planted sum.
  return misprinted(all.byCode('03', '支出总体情况表', columns), '事业单位医疗', '76.24', '72.64');
}

function economic(all: Tables): TableForm {
  const codes = economicCodes([
    ...account.economic.keys(),
    ...Object.values(SOURCES).flatMap((map) => [...map.keys()]),
  ]);
  const c = 'general.expenditure';
  const money = (fen: number): CellForm => ({ text: fen === 0 ? '' : w.money(fen) });
  const cells = (code: string): CellForm[] => {
    const subject: Subject = { scheme: 'economic', code, path: code === '' ? [] : account.path(code) };
    const about = code === '' ? {} : { subject };
    const fund = sumOf(SOURCES.fund, code);
    const rest = [SOURCES.fees, SOURCES.own];
    const whole = code === '' ? all.cell('expenditure.current_year', account.spent()) : money(allEconomic(code));
    return [
      whole,
      all.cell(`${c}.basic`, sumOf(account.economic, code), about),
      all.cell(`${c}.project`, sumOf(SOURCES.project, code), about),
      code === '' ? all.cell('fund.expenditure', fund) : money(fund),
      ...rest.map((amounts) => money(sumOf(amounts, code))),
    ];
  };
  const tall = (text: string) => head(text, 1, 2);
  const heads = [
    [
      head('部门预算支出经济分类科目', 2),
      tall('合计'),
      head('一般公共预算', 2),
      tall('政府性基金预算'),
      tall('财政专户管理资金'),
      tall('单位资金'),
    ],
    labels('科目编码', '科目名称', '基本支出', '项目支出'),
  ];
  const rows = codes.map((code) => [...labels(code, account.name(code)), ...cells(code)]);
  const title = '支出预算表（部门预算支出经济分类）';
  const first = [head('合计', 2), ...cells('')];
  return all.table('economic', title, [...heads, first, ...rows], 2, [10, 24, 12, 12, 11, 10, 11, 10]);
}

function fiscal(all: Tables): TableForm {
  const left = lines(all, [
    ['一、本年收入', 'income.fiscal', account.appropriated()],
    ['（一）一般公共预算财政拨款', 'income.fiscal.general', account.appropriated('general')],
    ['（二）政府性基金预算财政拨款', 'income.fiscal.fund', account.appropriated('fund')],
    ['（三）国有资本经营预算财政拨款', 'income.fiscal.capital', 0],
    ['二、上年结转', 'fiscal.carried_in', 0],
  ]);
  const heads = [
    [head('收入', 2), head('支出', 5)],
    labels('项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
  ];
  const totals: [string, string] = ['收入总计', '支出总计'];
  return fiscalBudget(all, { title: '财政拨款收支总体情况表', heads, left, spent: '一、本年支出', totals });
}

const cellsOf = (parts: readonly number[]): CellForm[] => parts.map((fen) => ({ text: fen === 0 ? '' : w.money(fen) }));

function projects(all: Tables): TableForm {
  const rows = PROJECTS.map((plan): CellForm[] => [
    { text: plan.name },
    all.cell('project.funds', amountOf(plan), { subject: { scheme: 'project', code: null, path: [plan.name] } }),
    ...cellsOf(plan.parts),
  ]);
  const sums = [0, 1, 2, 3].map((i) => PROJECTS.reduce((sum, { parts }) => sum + (parts[i] as number), 0));
  const first = [
    { text: '合计' },
    all.cell('expenditure.project', account.allProject()),
    all.cell('general.expenditure.project', sums[0] as number),
    all.cell('fund.expenditure.project', sums[1] as number),
    ...cellsOf(sums.slice(2)),
  ];
  const heads = [
    [head('项目名称', 1, 2), head('合计', 1, 2), head('资金来源', 4)],
    labels('一般公共预算', '政府性基金预算', '财政专户管理资金', '单位资金'),
  ];
  return all.table('project', '项目支出预算表', [...heads, first, ...rows], 2, [30, 14, 14, 14, 14, 14]);
}

function procurement(all: Tables): TableForm {
  const sum = (parts: readonly number[]) => parts.reduce((whole, part) => whole + part, 0);
  const rows = PURCHASES.map(([label, concept, parts]): CellForm[] => [
    { text: label },
    all.cell(concept, sum(parts)),
    ...cellsOf(parts),
  ]);
  const sums = [0, 1, 2].map((i) => sum(PURCHASES.map(([, , parts]) => parts[i] as number)));
  const first = [{ text: '合计' }, all.cell('procurement.total', sum(sums)), ...cellsOf(sums)];
  const heads = [
    [head('采购类别', 1, 2), head('采购预算金额', 1, 2), head('资金来源', 3)],
    labels('一般公共预算', '财政专户管理资金', '单位资金'),
  ];
  return all.table('operation', '政府采购预算表', [...heads, first, ...rows], 2, [24, 20, 20, 20, 16]);
}

export function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w,
    above: (place) => [`公开表${place}`, `单位：${ORGANISATION}　　　　　　　　　　　　　　　单位：万元`],
    threeCells: false,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  const income: Column[] = [
    ['合计', 'income.current_year', (code) => account.income(code)],
    ['一般公共预算财政拨款', 'income.fiscal.general', (code) => account.appropriated('general', code)],
    ['政府性基金预算财政拨款', 'income.fiscal.fund', (code) => account.appropriated('fund', code)],
    ['国有资本经营预算财政拨款', 'income.fiscal.capital', () => 0],
    ['财政专户管理资金', 'income.institutional.education_fees', (code) => account.ownIncome('institutional', code)],
    ['单位资金', 'income.other', (code) => account.ownIncome('other', code)],
  ];
  const basicHeads = [
    [head('部门预算支出经济分类科目', 2), head('基本支出', 3)],
    labels('科目编码', '科目名称', '合计', '人员经费', '公用经费'),
  ];
  const basic = { table: '06', title: '一般公共预算基本支出情况表', heads: basicHeads };
  const note: Text[] = [
    t`说明：本单位2023年${w.none(['capital.expenditure'], '没有')}国有资本经营预算支出，故本表无数据。`,
  ];
  return [
    part('第二部分　2023年单位预算表'),
    totals(all),
    pageBreak,
    all.byCode('02', '收入总体情况表', income),
    pageBreak,
    expenditure(all),
    fiscal(all),
    pageBreak,
    // 4.67 printed as 46.70: the planted rate.
    misprinted(general(all), '住房公积金', '4.67', '46.70'),
    byEconomicCode(all, basic, economicCodes(account.economic.keys()), peopleAndGoods(account)),
    pageBreak,
    economic(all),
    threePublicYears(all, '一般公共预算“三公”经费支出情况表', [
      ['2022年预算数', three2022, { period: YEAR - 1 }],
      ['2023年预算数', three, {}],
    ]),
    pageBreak,
    all.byCode('08', '政府性基金预算支出情况表', spending(account, 'fund'), 'fund'),
    all.byCode('09', '国有资本经营预算支出情况表', spending(account, 'capital'), 'capital', note),
    projects(all),
    procurement(all),
  ];
}
