/** The tables of 江苏: income by unit with its code, fiscal money by function, 三公 beside 会议费 and 培训费, 机关运行经费 empty. */

import { classesOf, named } from './clerk.ts';
import { type BlockForm, type CellForm, head, pageBreak, type TableForm } from './form.ts';
import { beside, byEconomicCode, economicCodes, labels, lines, peopleAndGoods, spending } from './grids.ts';
import { account, CODE, meeting, ORGANISATION, purchases, three, training, w } from './jiangsu-account.ts';
import { t } from './marks.ts';
import { ordinal } from './names.ts';
import { type Column, Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const pen = w.with({ trim: false, group: true });
const all = new Tables({
  account,
  pen,
  above: (place) => [
    `公开${String(place).padStart(2, '0')}表`,
    `单位：${CODE}${ORGANISATION}　　　　　　　　　　　　　　　　　　单位：万元`,
  ],
  threeCells: false,
  lineNumbers: false,
  blankZero: true,
  totalLast: false,
  since2020: true,
});

function totals(): TableForm {
  const income = lines(all, [
    ['一、一般公共预算拨款收入', 'income.fiscal.general', account.appropriated('general')],
    ['二、政府性基金预算拨款收入', 'income.fiscal.fund', 0],
    ['三、国有资本经营预算拨款收入', 'income.fiscal.capital', 0],
    ['四、财政专户管理资金收入', 'income.institutional.education_fees', 0],
    ['五、事业收入', 'income.institutional', account.ownIncome('institutional')],
    ['六、事业单位经营收入', 'income.operating', 0],
    ['七、上级补助收入', 'income.superior', 0],
    ['八、附属单位上缴收入', 'income.affiliated', 0],
    ['九、其他收入', 'income.other', account.ownIncome('other')],
  ]);
  const spent = classesOf(account).map((code, i): CellForm[] => [
    { text: `${ordinal(i + 1)}、${account.name(code)}` },
    all.cell('expenditure.current_year', account.spent(code), named(account, code)),
  ]);
  const ends = beside(
    lines(all, [
      ['本年收入合计', 'income.current_year', account.income()],
      ['上年结转结余', 'income.carried_in', account.carried('carriedIn')],
      ['收入总计', 'income.total', account.total()],
    ]),
    lines(all, [
      ['本年支出合计', 'expenditure.current_year', account.spent()],
      ['年终结转结余', 'expenditure.carried_out', account.carried('carriedOut')],
      ['支出总计', 'expenditure.total', account.total()],
    ]),
  );
  const heads = [[head('收入', 2), head('支出', 2)], labels('项目', '预算数', '项目', '预算数')];
  return all.table('01', '收支总表', [...heads, ...beside(income, spent), ...ends], 2, [32, 18, 32, 18]);
}

function income(): TableForm {
  const subject = { scheme: 'unit', code: CODE, path: [ORGANISATION] } as const;
  const columns: readonly (readonly [string, string, number])[] = [
    ['小计', 'income.current_year', account.income()],
    ['一般公共预算', 'income.fiscal.general', account.appropriated('general')],
    ['政府性基金预算', 'income.fiscal.fund', 0],
    ['事业收入', 'income.institutional', account.ownIncome('institutional')],
    ['其他收入', 'income.other', account.ownIncome('other')],
    ['小计', 'income.carried_in', account.carried('carriedIn')],
    ['一般公共预算', 'fiscal.carried_in.general', account.carriedIn.general],
  ];
  const row = (about: object): CellForm[] => [
    all.cell('income.total', account.total(), about),
    ...columns.map(([, concept, amount]) => all.cell(concept, amount, about)),
    { text: pen.money(account.carriedIn.own) },
  ];
  const heads = [
    [head('单位代码', 1, 2), head('单位名称', 1, 2), head('合计', 1, 2), head('本年收入', 5), head('上年结转结余', 3)],
    labels(...columns.map(([label]) => label), '单位资金'),
  ];
  const rows = [...heads, [head('合计', 2), ...row({})], [{ text: CODE }, { text: ORGANISATION }, ...row({ subject })]];
  return all.table('02', '收入总表', rows, 2, [8, 16, 10, 10, 10, 8, 9, 9, 9, 9, 9]);
}

function expenditure(): TableForm {
  const columns: Column[] = [
    ['合计', 'expenditure.current_year', (code) => account.spent(code)],
    ['基本支出', 'expenditure.basic', (code) => account.allBasic(code)],
    ['项目支出', 'expenditure.project', (code) => account.allProject(code)],
    ['事业单位经营支出', 'expenditure.operating', () => 0],
    ['上缴上级支出', 'expenditure.to_superior', () => 0],
    ['对附属单位补助支出', 'expenditure.to_affiliated', () => 0],
  ];
  return all.byCode('03', '支出总表', columns);
}

function fiscal(): TableForm {
  const left = lines(all, [
    ['一、本年收入', 'income.fiscal', account.appropriated()],
    ['（一）一般公共预算拨款', 'income.fiscal.general', account.appropriated('general')],
    ['（二）政府性基金预算拨款', 'income.fiscal.fund', 0],
    ['（三）国有资本经营预算拨款', 'income.fiscal.capital', 0],
    ['二、上年结转', 'fiscal.carried_in', account.carriedIn.general],
    ['（一）一般公共预算拨款', 'fiscal.carried_in.general', account.carriedIn.general],
    ['（二）政府性基金预算拨款', 'fiscal.carried_in.fund', 0],
  ]);
  const right = [
    [{ text: '一、本年支出' }, all.cell('fiscal.expenditure', account.fiscal())],
    ...classesOf(account).map((code, i): CellForm[] => [
      { text: `（${ordinal(i + 1)}）${account.name(code)}` },
      all.cell('fiscal.expenditure', account.fiscal(undefined, code), named(account, code)),
    ]),
    [{ text: '二、年终结转结余' }, all.cell('fiscal.carried_out', account.fiscalCarried('carriedOut'))],
  ];
  const last = [
    { text: '收入总计' },
    all.cell('fiscal.income.total', account.fiscalTotal()),
    { text: '支出总计' },
    all.cell('fiscal.expenditure.total', account.fiscalTotal()),
  ];
  const heads = [[head('收入', 2), head('支出', 2)], labels('项目', '预算数', '项目', '预算数')];
  return all.table('04', '财政拨款收支总表', [...heads, ...beside(left, right), last], 2, [32, 18, 32, 18]);
}

function threePublic(): TableForm {
  const c = 'three_public';
  const columns: readonly (readonly [string, number])[] = [
    [`${c}.total`, total(three)],
    [`${c}.overseas`, 0],
    [`${c}.vehicle`, vehicle(three)],
    [`${c}.vehicle.purchase`, 0],
    [`${c}.vehicle.operation`, three.operation],
    [`${c}.reception`, three.reception],
    ['meeting.expense', meeting.now],
    ['training.expense', training.now],
  ];
  const tall = (text: string, rows = 2) => head(text, 1, rows);
  const heads = [
    [
      tall('“三公”经费合计'),
      tall('因公出国（境）费'),
      head('公务用车购置及运行维护费', 3),
      tall('公务接待费'),
      tall('会议费'),
      tall('培训费'),
    ],
    labels('小计', '公务用车购置费', '公务用车运行维护费'),
  ];
  const row = columns.map(([concept, amount]) => all.cell(concept, amount));
  const title = '一般公共预算“三公”经费、会议费、培训费支出预算表';
  return all.table(
    '07',
    title,
    [...heads, row],
    2,
    row.map(() => 12.5),
  );
}

function procurement(): TableForm {
  const rows = (
    [
      ['合计', 'procurement.total', purchases.goods + purchases.works + purchases.services],
      ['货物', 'procurement.goods', purchases.goods],
      ['工程', 'procurement.works', purchases.works],
      ['服务', 'procurement.services', purchases.services],
    ] as const
  ).map(([label, concept, amount]): CellForm[] => [{ text: label }, all.cell(concept, amount)]);
  return all.table('operation', '政府采购支出预算表', [labels('采购品目大类', '金额'), ...rows], 1, [50, 50]);
}

const none = (what: string, concepts: readonly string[]) => [
  t`注：本单位${pen.none(concepts, '无')}${what}，故本表无数据。`,
];

export function tables(): BlockForm[] {
  const functional: Column[] = [
    ['合计', 'fiscal.expenditure', (code) => account.fiscal(undefined, code)],
    ['基本支出', 'fiscal.expenditure.basic', (code) => account.basic(undefined, code)],
    ['项目支出', 'fiscal.expenditure.project', (code) => account.project(undefined, code)],
  ];
  const heads = [
    [head('部门预算支出经济分类科目', 2), head('本年一般公共预算基本支出', 3)],
    labels('科目编码', '科目名称', '合计', '人员经费', '公用经费'),
  ];
  const basic = { table: '06', title: '一般公共预算基本支出表', heads };
  return [
    totals(),
    pageBreak,
    income(),
    expenditure(),
    pageBreak,
    fiscal(),
    all.byCode('fiscal', '财政拨款支出表（功能科目）', functional),
    pageBreak,
    all.byCode('05', '一般公共预算支出表', spending(account, 'general'), 'general'),
    pageBreak,
    byEconomicCode(all, basic, economicCodes(account.economic.keys()), peopleAndGoods(account)),
    threePublic(),
    pageBreak,
    all.byCode(
      '08',
      '政府性基金预算支出表',
      spending(account, 'fund'),
      'fund',
      none('政府性基金预算支出', ['fund.expenditure']),
    ),
    all.byCode(
      '09',
      '国有资本经营预算支出表',
      spending(account, 'capital'),
      'capital',
      none('国有资本经营预算支出', ['capital.expenditure']),
    ),
    procurement(),
  ];
}
