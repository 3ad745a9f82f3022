/** The tables of 内蒙古: 年初预算数, 全年预算数 and 决算数 side by side, projects, economic codes of projects, a list of the agency's operation. */
import { yuan } from './account.ts';
import { bareCount, named } from './clerk.ts';
import { type BlockForm, type CellForm, head, part, type TableForm } from './form.ts';
import { beside, byEconomicCode, economicCodes, labels } from './grids.ts';
import { type Subject, t } from './marks.ts';
import { CLASSES, ordinal } from './names.ts';
import {
  account,
  final3,
  full3,
  KINDS,
  ORGANISATION,
  PROJECTS,
  projectEconomic,
  purchases,
  sme,
  w,
} from './neimenggu-account.ts';
import { type Column, Tables } from './tables.ts';
import { threePublicTable } from './three-public.ts';

const MEASURES = ['budget', 'adjusted_budget', 'final'] as const;
type Three = readonly [budget: number, full: number, final: number];

const superior = yuan(150_000);
const zero: Three = [0, 0, 0];

function totals(all: Tables): TableForm {
  const three = (label: string, concept: string, amounts: Three, subject?: Subject): CellForm[] => [
    { text: label },
    ...MEASURES.map((measure, i) => all.cell(concept, amounts[i] as number, { measure, subject })),
  ];
  const granted = account.appropriated('general');
  const income = [
    three('一、一般公共预算财政拨款收入', 'income.fiscal.general', [account.budget('general'), granted, granted]),
    three('二、政府性基金预算财政拨款收入', 'income.fiscal.fund', zero),
    three('三、国有资本经营预算财政拨款收入', 'income.fiscal.capital', zero),
    three('四、上级补助收入', 'income.superior', [superior, superior, account.ownIncome('superior')]),
    three('五、事业收入', 'income.institutional', zero),
    three('六、经营收入', 'income.operating', zero),
    three('七、附属单位上缴收入', 'income.affiliated', zero),
    three('八、其他收入', 'income.other', zero),
  ];
  const left = account.carried('carriedOut');
  const uses = CLASSES.map((code, i) => {
    const known = account.of(code).length > 0;
    const subject: Subject = { ...named(account, code, [account.name(code)]).subject, code: known ? code : null };
    const more: [number, number] = code === '213' ? [superior, left] : [0, 0];
    const amounts: Three = [
      account.budget(undefined, code) + more[0],
      account.spent(code) + more[1],
      account.spent(code),
    ];
    return three(`${ordinal(i + 1)}、${account.name(code)}`, 'expenditure.current_year', amounts, subject);
  });
  const planned = account.budget() + superior;
  const [earned, spent, whole] = [account.income(), account.spent(), account.total()];
  const kept = account.carried('carriedIn');
  const ends = beside(
    [
      three('本年收入合计', 'income.current_year', [planned, earned, earned]),
      three('使用非财政拨款结余', 'income.surplus_used', zero),
      three('年初结转和结余', 'income.carried_in', [0, kept, kept]),
      three('总计', 'income.total', [planned, whole, whole]),
    ],
    [
      three('本年支出合计', 'expenditure.current_year', [planned, whole, spent]),
      three('结余分配', 'expenditure.surplus_distributed', zero),
      three('年末结转和结余', 'expenditure.carried_out', [0, 0, left]),
      three('总计', 'expenditure.total', [planned, whole, whole]),
    ],
  );
  const columns = labels('项目', '年初预算数', '全年预算数', '决算数');
  const heads = [
    [head('收入', 4), head('支出', 4)],
    [...columns, ...columns],
  ];
  const widths = [20, 10, 10, 10, 20, 10, 10, 10];
  return all.table('01', '收入支出决算总表', [...heads, ...beside(income, uses), ...ends], 2, widths);
}

function projects(all: Tables): TableForm {
  const rows = PROJECTS.map(({ name, budget, final, fiscal }): CellForm[] => {
    const about = { subject: { scheme: 'project', code: null, path: [name] } } as const;
    return [
      { text: name },
      all.cell('project.funds', budget, { ...about, measure: 'budget' }),
      all.cell('project.funds', final, about),
      { text: fiscal === 0 ? '' : w.money(fiscal) },
    ];
  });
  const sum = PROJECTS.reduce((whole, { budget }) => whole + budget, 0);
  const first = [
    { text: '合计' },
    all.cell('expenditure.project', sum, { measure: 'budget' }),
    all.cell('expenditure.project', account.allProject()),
    all.cell('fiscal.expenditure.project', account.project()),
  ];
  const heads = [
    [head('项目名称', 1, 2), head('年初预算数', 1, 2), head('支出决算数', 2)],
    labels('小计', '其中：财政拨款'),
  ];
  return all.table('project', '项目支出决算表', [...heads, first, ...rows], 2, [40, 20, 20, 20]);
}

function projectDetails(all: Tables): TableForm {
  const amount = (code: string) =>
    [...projectEconomic].reduce((sum, [key, fen]) => sum + (key.startsWith(code) ? fen : 0), 0);
  if (amount('') !== account.project('general')) throw new Error('projects by economic code');
  const columns: Column[] = [['决算数', 'general.expenditure.project', amount]];
  const heads = [[head('项目', 2), head('决算数', 1, 2)], labels('经济分类科目编码', '科目名称')];
  const place = { table: 'economic', title: '一般公共预算财政拨款项目支出决算明细表', heads };
  return byEconomicCode(all, place, economicCodes(projectEconomic.keys()), columns);
}

/** Amounts and counts in two blocks, numbered on. */
function operation(all: Tables): TableForm {
  const whole = purchases.goods + purchases.works + purchases.services;
  const count = (concept: string, number: number, unit: string): CellForm => ({
    text: bareCount(w, concept, number, unit),
  });
  const left: [string, CellForm][] = [
    ['一、机构运行经费（万元）', all.cell('agency_operation', account.public())],
    ['二、国有资产占用情况', { text: '' }],
    ['（一）车辆数合计（辆）', count('assets.vehicle.total', 2, '辆')],
    ...KINDS.map(([label, kind, number], i): [string, CellForm] => [
      `　${i + 1}.${label}`,
      count(`assets.vehicle.${kind}`, number, '辆'),
    ]),
  ];
  const right: [string, CellForm][] = [
    ['（二）单价50万元以上通用设备（台，套）', count('assets.equipment.over_500k', 0, '台（套）')],
    ['（三）单价100万元以上专用设备（台，套）', count('assets.equipment.over_1m', 1, '台（套）')],
    ['三、政府采购支出信息（万元）', { text: '' }],
    ['（一）政府采购支出合计', all.cell('procurement.total', whole)],
    ['　1.政府采购货物支出', all.cell('procurement.goods', purchases.goods)],
    ['　2.政府采购工程支出', all.cell('procurement.works', purchases.works)],
    ['　3.政府采购服务支出', all.cell('procurement.services', purchases.services)],
    ['（二）政府采购授予中小企业合同金额', all.cell('procurement.sme', sme.all)],
    ['　其中：授予小微企业合同金额', all.cell('procurement.micro', sme.micro)],
  ];
  const rows = (list: [string, CellForm][], from: number) =>
    list.map(([label, cell], i): CellForm[] => [{ text: label }, { text: String(i + from) }, cell]);
  const heads = [labels('项目', '行次', '统计数', '项目', '行次', '统计数')];
  const body = beside(rows(left, 1), rows(right, left.length + 1));
  const title = '机构运行经费支出、国有资产占用情况及政府采购支出信息表';
  return all.table('operation', title, [...heads, ...body], 1, [30, 7, 13, 30, 7, 13]);
}

export function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w,
    above: (place) => [
      `公开${String(place).padStart(2, '0')}表`,
      `单位：${ORGANISATION}　　　　　　2022年度　　　　　　金额单位：万元`,
    ],
    threeCells: true,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  return [
    part('第五部分 2022年度单位决算表'),
    totals(all),
    all.income(),
    all.expenditure(),
    all.fiscal(),
    projects(all),
    all.general(),
    all.basic('一般公共预算财政拨款基本支出决算明细表', 3),
    projectDetails(all),
    all.fund('政府性基金预算财政拨款收入支出决算表', [
      t`注：本单位2022年度${w.none(['income.fiscal.fund', 'fund.expenditure'], '无')}政府性基金预算财政拨款收入和支出，故本表为空。`,
    ]),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`注：本单位2022年度${w.none(['capital.expenditure'], '无')}国有资本经营预算财政拨款支出，故本表为空。`,
    ]),
    threePublicTable(all, '财政拨款“三公”经费支出决算表', full3, final3),
    operation(all),
  ];
}
