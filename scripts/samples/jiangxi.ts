/** 江西, 2019, a department: nine sections without overall ones, eight tables and one of assets. Three defects are planted. */
import { Account, line, yuan } from './account.ts';
import {
  type BlockForm,
  type CellForm,
  centred,
  p,
  pageBreak,
  part,
  type Sample,
  section,
  type TableForm,
} from './form.ts';
import { misprinted } from './grids.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '上饶市广信区茶山林场管理局';
const YEAR = 2019;

/** As these were called before 2020. */
const names = {
  ...NAMES,
  20805: '行政事业单位离退休',
  2080501: '归口管理的行政单位离退休',
  215: '资源勘探信息等支出',
  2130205: '森林培育',
};

const account = new Account({
  names,
  lines: [
    line('2130201', { basic: 3_612_408.36, budget: 3_500_000, ownBasic: 42_600, own: { other: 68_000 } }),
    line('2130204', { basic: 1_518_620.4, budget: 1_518_620.4 }),
    line('2130205', { project: 2_318_460, appropriated: 2_418_460, budget: 2_000_000 }),
    line('2130209', { project: 1_906_312.5, budget: 1_906_312.5 }),
    line('2130234', { project: 368_200, budget: 400_000 }),
    line('2080501', { basic: 512_306, budget: 500_000 }),
    line('2080505', { basic: 602_418.8, budget: 620_000 }),
    line('2101101', { basic: 216_340.12, budget: 220_000 }),
    line('2101102', { basic: 98_206, budget: 98_206 }),
    line('2120899', { fund: 'fund', project: 860_000, budget: 0 }),
    line('2210201', { basic: 418_620, budget: 418_620 }),
  ],
  economic: {
    30101: 1_812_406,
    30102: 986_320,
    30103: 612_408.36,
    30107: 486_300,
    30108: 602_418.8,
    30110: 314_546.12,
    30112: 42_318.5,
    30113: 418_620,
    30201: 186_420,
    30202: 24_310,
    30207: 36_218,
    30211: 142_306.4,
    30213: 86_420,
    30216: 32_100,
    30217: 41_286,
    30228: 96_318,
    30231: 186_420.5,
    30239: 212_600,
    30302: 512_306,
    30305: 31_260,
    31002: 52_360,
  },
  rest: '30299',
  carriedIn: { general: 236_400, own: 18_000 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(220_000), reception: yuan(60_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(186_420.5), reception: yuan(41_286) };
const prior3 = { overseas: yuan(26_310), purchase: 0, operation: yuan(209_318), reception: yuan(52_600) };
const prior = {
  income: yuan(12_104_300.2),
  carriedOut: yuan(254_400),
  spent: yuan(11_849_900.2),
  basic: [3_980_412, 1_041_236.5, 602_418, 61_240].map(yuan),
};
const agency = yuan(986_420.4);

const w = new Pen({
  year: YEAR,
  measure: 'final',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  zero: '0',
  trimPercent: true,
});

function overview(): BlockForm[] {
  return [
    part('第一部分  上饶市广信区茶山林场管理局概况'),
    section('一、部门主要职责'),
    p('负责国有林场的造林抚育、森林防火、病虫害防治和林区道路管护，组织实施天然林保护和生态公益林补偿。'),
    section('二、部门基本情况'),
    p(
      t`纳入本套部门决算汇编范围的单位共${w.c('organisation.units', 2, '个')}，包括：上饶市广信区茶山林场管理局本级、上饶市广信区茶山苗圃站。`,
    ),
    p(
      t`本部门2019年年末编制人数${w.c('staff.establishment', 46, '人')}，其中行政编制${w.c('staff.establishment.administrative', 18, '人')}、事业编制${w.c('staff.establishment.institutional', 28, '人')}；年末实有人数${w.c('staff.actual', 43, '人')}。`,
    ),
  ];
}

function assets(all: Tables): TableForm {
  const columns: [string, string, string, number][] = [
    ['小计', 'assets.vehicle.total', '辆', 7],
    ['副部（省）级及以上领导用车', 'assets.vehicle.ministerial', '辆', 0],
    ['主要领导干部用车', 'assets.vehicle.leadership', '辆', 0],
    ['机要通信用车', 'assets.vehicle.confidential', '辆', 1],
    ['应急保障用车', 'assets.vehicle.emergency', '辆', 2],
    ['执法执勤用车', 'assets.vehicle.enforcement', '辆', 0],
    ['特种专业技术用车', 'assets.vehicle.technical', '辆', 1],
    ['离退休干部用车', 'assets.vehicle.retired', '辆', 0],
    ['其他用车', 'assets.vehicle.other', '辆', 3],
  ];
  const number = (concept: string, amount: number, unit: string): CellForm => ({
    text: (w.c(concept, amount, unit) as Text[])[0] as Text,
  });
  const rows: CellForm[][] = [
    [
      { text: '项目', rows: 2 },
      { text: '车辆（辆）', columns: 9 },
      { text: '单价50万元以上通用设备（台，套）', rows: 2 },
      { text: '单价100万元以上专用设备（台，套）', rows: 2 },
    ],
    columns.map(([text]) => ({ text })),
    [
      { text: '合计' },
      ...columns.map(([, concept, unit, amount]) => number(concept, amount, unit)),
      number('assets.equipment.over_500k', 1, '台（套）'),
      number('assets.equipment.over_1m', 0, '台（套）'),
    ],
  ];
  const table = all.table('operation', '国有资产占用情况表', rows, 2, [8, ...columns.map(() => 7.5), 12, 12]);
  return { ...table, above: ['公开09表', `部门：${ORGANISATION}　　2019年12月31日　　单位：辆、台、套`] };
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w.with({ zero: undefined }),
    above: (place) => [`公开0${place}表`, `部门：${ORGANISATION}　　　　　　2019年度　　　　　　单位：万元`],
    threeCells: true,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: false,
  });
  return [
    part('第二部分  2019年度部门决算表'),
    all.totals('收入支出决算总表', '决算数'),
    all.income(),
    // The sub-item total of 林业和草原 with two digits exchanged: the planted sum.
    misprinted(all.expenditure(), '02', '459.30', '549.30'),
    all.fiscal(),
    all.general(),
    all.basic('一般公共预算财政拨款基本支出决算表', 2),
    threePublicTable(all, '一般公共预算财政拨款“三公”经费支出决算表', budget3, final3),
    all.fund('政府性基金预算财政拨款收入支出决算表'),
    assets(all),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const classes = [...new Set(account.lines.map(({ code }) => code.slice(0, 3)))].sort();
  const lists = classes.map((code, i): BlockForm => {
    const about = { subject: { scheme: 'functional', code, path: account.path(code) } as const };
    const [budget, final] = [account.budget(undefined, code), account.fiscal(undefined, code)];
    const opening = t`（${'一二三四五'[i] as string}）${account.name(code)}年初预算数为${w.a('fiscal.expenditure', budget, { ...about, measure: 'budget' })}，决算数为${w.a('fiscal.expenditure', final, about)}`;
    if (budget === 0) return p(t`${opening}，主要原因是：年中安排林区道路土地整治资金。`);
    // 104.27 printed as 140.27: the planted completion rate.
    const print = code === '213' ? { print: '140.27' } : {};
    const done = t`${opening}，完成年初预算的${w.done('fiscal.expenditure', final, budget, { ...about, ...print })}`;
    if (final === budget) return p(t`${done}，与年初预算数${w.flat('fiscal.expenditure', 'budget', '持平', about)}。`);
    return p(t`${done}，主要原因是：${final > budget ? '年中追加森林抚育补助' : '缴费基数调整'}。`);
  });
  const spentFiscal = account.fiscal();
  return [
    section('一、收入决算情况说明'),
    p(
      t`本部门2019年度收入总计${w.a('income.total', all)}，其中年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}，较2018年${w.change('income.total', all, prior.income)}；本年收入合计${w.a('income.current_year', income)}，较2018年${w.change('income.current_year', income, prior.income - yuan(310_000))}，主要原因是：争取上级森林抚育项目资金增加。`,
    ),
    p(
      t`本年收入的具体构成为：财政拨款收入${from('income.fiscal', account.appropriated())}；事业收入${from('income.institutional', 0)}；经营收入${from('income.operating', 0)}；其他收入${from('income.other', account.ownIncome())}。`,
    ),
    section('二、支出决算情况说明'),
    p(
      t`本部门2019年度支出总计${w.a('expenditure.total', all)}，其中本年支出合计${w.a('expenditure.current_year', spent)}，较2018年${w.change('expenditure.current_year', spent, prior.spent)}，主要原因是：造林抚育任务增加；年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}，较2018年${w.change('expenditure.carried_out', account.carried('carriedOut'), prior.carriedOut)}，主要原因是：项目资金支付进度放缓。`,
    ),
    p(
      t`本年支出的具体构成为：基本支出${to('expenditure.basic', account.allBasic())}；项目支出${to('expenditure.project', account.allProject())}；经营支出${to('expenditure.operating', 0)}。`,
    ),
    section('三、财政拨款支出决算情况说明'),
    p(
      t`本部门2019年度财政拨款本年支出年初预算数为${w.a('fiscal.expenditure', account.budget(), { measure: 'budget' })}，决算数为${w.a('fiscal.expenditure', spentFiscal)}，完成年初预算的${w.done('fiscal.expenditure', spentFiscal, account.budget())}。其中：`,
    ),
    ...lists,
  ];
}

function basic(): BlockForm[] {
  const rows: [string, string, number, string][] = [
    ['一', '301', account.economicSum('301'), '工资福利支出'],
    ['二', '302', account.economicSum('302'), '商品和服务支出'],
    ['三', '303', account.economicSum('303'), '对个人和家庭补助支出'],
    ['四', '310', account.economicSum('310'), '资本性支出'],
  ];
  return [
    section('四、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`本部门2019年度一般公共预算财政拨款基本支出${w.a('general.expenditure.basic', account.basic('general'))}，其中：`,
    ),
    ...rows.map(([number, code, amount, name], i) => {
      const about = { subject: { scheme: 'economic', code, path: [name] } as const };
      return p(
        t`（${number}）${name}${w.a('general.expenditure.basic', amount, about)}，较2018年${w.change('general.expenditure.basic', amount, prior.basic[i] as number, about)}，主要原因是：${amount > (prior.basic[i] as number) ? '人员变动和政策性调资' : '从严控制一般性支出'}。`,
      );
    }),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const planned = { measure: 'adjusted_budget' };
  const part3 = (
    number: string,
    name: string,
    concept: string,
    budget: number,
    final: number,
    before: number,
  ): Text => {
    const done = budget > 0 ? t`，完成预算的${w.done(concept, final, budget, { basis: 'adjusted_budget' })}` : '';
    return t`（${number}）${name}全年预算数为${w.a(concept, budget, planned)}，决算数为${w.a(concept, final)}${done}，决算数较2018年${w.change(concept, final, before)}`;
  };
  return [
    section('五、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    p(
      t`本部门2019年度一般公共预算财政拨款“三公”经费支出全年预算数为${w.a(`${c}.total`, total(budget3), planned)}，决算数为${w.a(`${c}.total`, total(final3))}，完成预算的${w.done(`${c}.total`, total(final3), total(budget3), { basis: 'adjusted_budget' })}，决算数较2018年${w.change(`${c}.total`, total(final3), total(prior3))}，其中：`,
    ),
    p(
      t`${part3('一', '因公出国（境）支出', `${c}.overseas`, 0, 0, prior3.overseas)}，主要原因是本年无出国（境）任务。全年安排因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，累计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`${part3('二', '公务接待费支出', `${c}.reception`, budget3.reception, final3.reception, prior3.reception)}。全年国内公务接待${w.c(`${c}.reception.batches`, 52, '批')}，累计接待${w.c(`${c}.reception.persons`, 418, '人次')}，其中外事接待${w.c(`${c}.reception.foreign.batches`, 0, '批')}，累计接待${w.c(`${c}.reception.foreign.persons`, 0, '人次')}，主要为上级林业部门检查指导。`,
    ),
    p(
      t`${part3('三', '公务用车购置及运行维护费支出', `${c}.vehicle`, vehicle(budget3), vehicle(final3), vehicle(prior3))}，其中公务用车购置${w.a(`${c}.vehicle.purchase`, 0)}，全年购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}；公务用车运行维护费支出${w.a(`${c}.vehicle.operation`, final3.operation)}，年末公务用车保有${w.c(`${c}.vehicle.owned`, 7, '辆')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(126_400), yuan(1_318_206), yuan(268_000)];
  const all = goods + works + services;
  // 92.62 printed as 96.62: the planted share.
  const sme = yuan(1_586_206);
  const planned = yuan(1_010_000);
  const funds = account.allProject();
  return [
    section('六、机关运行经费支出情况说明'),
    p(
      t`本部门2019年度机关运行经费支出${w.a('agency_operation', agency)}（与部门决算中行政单位和参照公务员法管理事业单位一般公共预算财政拨款基本支出中公用经费之和保持一致），较年初预算数${w.change('agency_operation', agency, planned, { basis: 'budget' }, '增加 减少 增长 降低')}，主要原因是：落实过紧日子要求，压减办公费开支。`,
    ),
    section('七、政府采购支出情况说明'),
    p(
      t`本部门2019年度政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', works)}、政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total', { print: '96.62' })}。`,
    ),
    section('八、国有资产占用情况说明'),
    p(
      '截止2019年12月31日，本部门国有资产占用情况见公开09表《国有资产占用情况表》。其中车辆中的其他用车主要是森林防火巡护用车。',
    ),
    section('九、预算绩效情况说明'),
    p(
      t`根据预算管理要求，我部门组织对纳入2019年度部门预算范围的二级项目${w.c('performance.projects', 5, '个')}全面开展绩效自评，共涉及资金${w.a('performance.funds', funds)}，占项目支出总额的${w.share('performance.funds', funds, funds, 'expenditure.project')}。`,
    ),
  ];
}

export const jiangxi: Sample = {
  name: 'jiangxi-2019-final',
  format: 'doc',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['上饶市广信区茶山林场管理局本级', '上饶市广信区茶山苗圃站'],
  },
  defects: [
    {
      rule: 'sum',
      quote: '林业和草原 549.30',
      why: 'table 03, 项目支出: 231.85 + 190.63 + 36.82 = 459.30, as 976.66 - 517.36 in the same row; 549.30 has two digits exchanged',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'rate.completion',
      quote: '年初预算数为932.49万元，决算数为972.40万元，完成年初预算的140.27%',
      why: '972.40 / 932.49 = 104.28%, printed 140.27%',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'share',
      quote: '授予中小企业合同金额158.62万元，占政府采购支出总额的96.62%',
      why: '158.62 / 171.26 = 92.62%, printed 96.62%',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: '上饶市广信区茶山林场管理局2019年度部门决算' },
    centred('目    录'),
    ...[
      '第一部分  上饶市广信区茶山林场管理局概况',
      '第二部分  2019年度部门决算表',
      '第三部分  2019年度部门决算情况说明',
      '第四部分  名词解释',
    ].map(centred),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第三部分  2019年度部门决算情况说明'),
    ...wholes(),
    ...basic(),
    ...threePublic(),
    ...other(),
    part('第四部分  名词解释'),
    p('一、收入科目'),
    p('（一）财政拨款：指财政当年拨付的资金。'),
    p('（二）其他收入：指除财政拨款、事业收入、事业单位经营收入以外的各项收入。'),
    p('二、支出科目'),
    p('森林生态效益补偿：反映用于公益林营造、抚育、保护和管理的支出。'),
  ],
};
