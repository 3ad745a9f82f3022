/** 北京, 2022, a department: tables first, thousands separators, “科目”（类） against the initial budget, 政府采购 tables. */
import { Account, line, yuan } from './account.ts';
import { classesOf, inRow, named } from './clerk.ts';
import { type BlockForm, centred, clause, head, p, part, type Sample, section } from './form.ts';
import { byEconomicCode, economicCodes } from './grids.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { amountList, generalCarried } from './regional.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '北京市门头沟区京西古道保护中心';
const YEAR = 2022;
const G = 'general.expenditure';

const account = new Account({
  names: {
    ...NAMES,
    20508: '进修及培训',
    2050803: '培训支出',
    2070201: '行政运行',
    2070299: '其他文物支出',
    30208: '取暖费',
  },
  lines: [
    line('2050803', { basic: 42_618, budget: 68_000 }),
    line('2070201', { basic: 8_612_418.36, budget: 8_450_000 }),
    line('2070204', { project: 12_864_300.5, appropriated: 12_986_300.5, budget: 14_500_000 }),
    line('2070299', {
      basic: 6_318_206.4,
      project: 2_486_310,
      budget: 8_600_000,
      ownProject: 218_640,
      own: { other: 286_400 },
    }),
    line('2080501', { basic: 1_286_430, budget: 1_240_000 }),
    line('2080505', { basic: 1_406_218.72, budget: 1_450_000 }),
    line('2080506', { basic: 703_109.36, budget: 725_000 }),
    line('2101101', { basic: 986_240.15, budget: 986_240.15 }),
    line('2101103', { basic: 318_642, budget: 330_000 }),
    line('2210201', { basic: 1_512_306, budget: 1_480_000 }),
    line('2210202', { basic: 268_400, budget: 268_400 }),
    line('2210203', { basic: 1_186_420, budget: 1_200_000 }),
  ],
  economic: {
    30101: 3_206_418,
    30102: 6_812_306.4,
    30103: 1_186_420.5,
    30107: 2_318_640,
    30108: 1_406_218.72,
    30109: 703_109.36,
    30110: 986_240.15,
    30111: 318_642,
    30112: 96_418.36,
    30113: 1_512_306,
    30201: 286_400,
    30205: 18_600,
    30206: 126_418.5,
    30207: 86_400,
    30208: 142_600,
    30209: 486_200,
    30211: 36_418,
    30213: 112_640,
    30216: 42_618,
    30217: 8_640,
    30228: 268_400,
    30229: 186_200,
    30231: 118_460,
    30239: 412_600,
    30302: 1_286_430,
    31002: 86_420,
  },
  rest: '30299',
  carriedIn: { general: 318_000, own: 42_600 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(160_000), reception: yuan(20_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(118_460), reception: yuan(8_640) };
const prior = {
  total: yuan(41_206_318.4),
  income: yuan(40_812_640),
  spent: yuan(40_684_318.4),
  fiscal: yuan(40_918_206.2),
  agency: yuan(1_486_300.5),
};
const agency = yuan(1_318_642.6);
const [goods, works, services] = [yuan(486_300), yuan(9_864_200), yuan(3_186_420)];
const bought = goods + works + services;
const purchased = yuan(2_218_640);

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2, group: true });
const OF_BUDGET: About = { basis: 'budget' };

function tables(): BlockForm[] {
  const layout = {
    account,
    pen: w,
    above: (place: number) => [`公开${String(place).padStart(2, '0')}表`, `部门：${ORGANISATION}　　　金额单位：万元`],
    threeCells: false,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  };
  const all = new Tables(layout);
  const people = (code: string) => (code === '' ? account.personnel() : /^30[13]/.test(code) ? sums(code) : 0);
  const goodsOf = (code: string) => (code === '' ? account.public() : /^30[13]/.test(code) ? 0 : sums(code));
  const heads = [
    [head('项目', 2), ...['合计', '人员经费', '公用经费'].map((text) => head(text, 1, 2))],
    [head('经济分类科目编码'), head('科目名称')],
  ];
  const empty = (fund: string, what: string) => [t`注：本部门2022年度${w.none([fund])}${what}，此表为空表。`];
  return [
    part('第一部分  2022年度部门决算报表'),
    all.totals('收入支出决算总表', '金额'),
    all.income(),
    all.expenditure(),
    all.fiscal(),
    generalCarried(all, '一般公共预算财政拨款收入支出决算表', { 2070204: yuan(318_000) }),
    byEconomicCode(
      all,
      { table: '06', title: '一般公共预算财政拨款基本支出决算表', heads },
      economicCodes(account.economic.keys()),
      [
        ['合计', `${G}.basic`, (code) => (code === '' ? account.basic('general') : sums(code))],
        ['人员经费', `${G}.basic.personnel`, people],
        ['公用经费', `${G}.basic.public`, goodsOf],
      ],
    ),
    all.fund('政府性基金预算财政拨款收入支出决算表', empty('fund.expenditure', '政府性基金预算财政拨款支出')),
    all.capital('国有资本经营预算财政拨款收入支出决算表', empty('capital.expenditure', '国有资本经营预算财政拨款支出')),
    threePublicTable(all, '财政拨款“三公”经费支出决算表', budget3, final3),
    amountList(
      all,
      '政府采购情况表',
      ['项目', '采购金额'],
      [
        ['政府采购支出合计', 'procurement.total', bought],
        ['政府采购货物支出', 'procurement.goods', goods],
        ['政府采购工程支出', 'procurement.works', works],
        ['政府采购服务支出', 'procurement.services', services],
      ],
    ),
    amountList(
      all,
      '政府购买服务决算公开情况表',
      ['政府购买服务指导性目录', '决算金额'],
      [
        ['合计', 'procurement.services_purchased', purchased],
        ['政府履职所需辅助性服务（物业服务）', null, yuan(1_206_420)],
        ['公共服务（文物巡护服务）', null, yuan(1_012_220)],
      ],
    ),
  ];
}

const sums = (code: string): number =>
  code.length === 3 ? account.economicSum(code) : (account.economic.get(code) ?? 0);

function basics(): BlockForm[] {
  return [
    part('第二部分  2022年度部门决算说明'),
    section('一、部门基本情况'),
    clause('（一）机构设置、职责'),
    p(
      t`北京市门头沟区京西古道保护中心负责京西古道遗存的调查、修缮和展示利用，内设机构${w.c('organisation.divisions', 6, '个')}。纳入2022年度部门决算编制范围的单位${w.c('organisation.units', 2, '个')}：北京市门头沟区京西古道保护中心（本级）、北京市门头沟区古道驿站展陈馆。`,
    ),
    clause('（二）人员构成情况'),
    p(
      t`行政编制${w.c('staff.establishment.administrative', 18, '人')}，事业编制${w.c('staff.establishment.institutional', 36, '人')}；年末实有人数${w.c('staff.actual', 51, '人')}，其中行政人员${w.c('staff.actual.administrative', 17, '人')}、事业人员${w.c('staff.actual.institutional', 34, '人')}。离退休人员${w.c('staff.retired', 21, '人')}。`,
    ),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占收入合计的${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占支出合计的${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  return [
    section('二、收入支出决算总体情况说明'),
    p(t`2022年度收、支总计${w.a('balance.total', all)}，比上年${w.change('balance.total', all, prior.total)}。`),
    clause('（一）收入决算说明'),
    p(
      t`2022年度本年收入合计${w.a('income.current_year', income)}，比上年${w.change('income.current_year', income, prior.income)}，其中：${inRow(
        [
          from('财政拨款收入', 'income.fiscal', account.appropriated()),
          from('上级补助收入', 'income.superior', 0),
          from('事业收入', 'income.institutional', 0),
          from('经营收入', 'income.operating', 0),
          from('附属单位上缴收入', 'income.affiliated', 0),
          from('其他收入', 'income.other', account.ownIncome()),
        ],
      )}。`,
    ),
    clause('（二）支出决算说明'),
    p(
      t`2022年度本年支出合计${w.a('expenditure.current_year', spent)}，比上年${w.change('expenditure.current_year', spent, prior.spent)}，其中：${inRow(
        [
          to('基本支出', 'expenditure.basic', account.allBasic()),
          to('项目支出', 'expenditure.project', account.allProject()),
          to('经营支出', 'expenditure.operating', 0),
        ],
      )}。`,
    ),
    section('三、财政拨款收入支出决算总体情况说明'),
    p(
      t`2022年度财政拨款收、支总计${w.a('fiscal.total', account.fiscalTotal())}，比上年${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}。主要原因：古道本体修缮工程按合同进度分年支付，本年支付较少。`,
    ),
  ];
}

/** The final figure of a 类 or 款 against its initial budget. */
function against(code: string, label: string, why: string): Text {
  const about = named(account, code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const opening = t`“${account.name(code)}”（${label}）2022年度决算${w.a(G, final, about)}`;
  if (budget === final) return t`${opening}，与2022年年初预算${w.flat(G, 'budget', '持平', about)}。`;
  return t`${opening}，比2022年年初预算${w.change(G, final, budget, { ...about, ...OF_BUDGET })}。${why}`;
}

const WHY: Record<string, string> = {
  20508: '主要原因：受疫情影响，部分线下培训未开展。',
  20702: '主要原因：部分修缮工程尾款未达到支付条件。',
  20805: '主要原因：退休人员待遇调整。',
  21011: '主要原因：缴费据实列支。',
  22102: '主要原因：住房公积金缴存基数调整。',
};

function general(): BlockForm[] {
  const spent = account.fiscal('general');
  const classes = classesOf(account, 'general');
  const shares = classes.map((code) => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    return t`${account.name(code)}${w.a(G, amount, about)}，占本年财政拨款支出${w.share(G, amount, account.fiscal(), 'fiscal.expenditure', about)}`;
  });
  const told = classes.flatMap((code, i): BlockForm[] => {
    const groups = [...new Set(account.of(code).map((each) => each.code.slice(0, 5)))];
    return [
      p(t`${i + 1}、${against(code, '类', '其中：')}`),
      ...groups.map((group) => p(against(group, '款', WHY[group] as string))),
    ];
  });
  return [
    section('四、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况'),
    p(t`2022年度一般公共预算财政拨款支出${w.a(G, spent)}，主要用于以下方面（按大类）：${inRow(shares)}。`),
    clause('（二）一般公共预算财政拨款支出决算具体情况'),
    ...told,
    section('五、政府性基金预算财政拨款支出决算情况'),
    p(t`本年度${w.none(['fund.expenditure'])}此项支出。`),
    section('六、国有资本经营预算财政拨款支出决算情况'),
    p(t`本年度${w.none(['capital.expenditure'])}此项支出。`),
    section('七、财政拨款基本支出决算情况说明'),
    p(
      t`2022年度使用一般公共预算财政拨款安排基本支出${w.a(`${G}.basic`, account.basic('general'))}，使用政府性基金预算财政拨款安排基本支出${w.a('fund.expenditure.basic', 0)}，使用国有资本经营预算财政拨款安排基本支出${w.a('capital.expenditure.basic', 0)}，其中：（1）工资福利支出包括基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金；（2）商品和服务支出包括办公费、水费、电费、取暖费、物业管理费、差旅费、培训费、公务接待费、公务用车运行维护费等；（3）对个人和家庭补助支出包括退休费；（4）资本性支出包括办公设备购置。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const less = (concept: string, spent: number, planned: number) =>
    t`2022年度决算数${w.a(concept, spent)}，比2022年度年初预算数${w.a(concept, planned, { measure: 'budget' })}减少${w.delta(concept, spent, planned, OF_BUDGET)}`;
  const same = (concept: string) =>
    t`2022年度决算数${w.a(concept, 0)}，与2022年度年初预算数${w.flat(concept, 'budget')}`;
  const [fuel, repair, insurance] = [yuan(46_200), yuan(38_640), yuan(18_600)];
  const rest = final3.operation - fuel - repair - insurance;
  return [
    part('第三部分  2022年度其他重要事项的情况说明'),
    section('一、“三公”经费财政拨款决算情况'),
    p(
      t`“三公”经费包括本部门所属1个行政单位、1个事业单位。2022年度“三公”经费财政拨款决算数${w.a(`${c}.total`, total(final3))}，比2022年度“三公”经费财政拨款年初预算${w.a(`${c}.total`, total(budget3), { measure: 'budget' })}减少${w.delta(`${c}.total`, total(final3), total(budget3), OF_BUDGET)}。其中：`,
    ),
    p(
      t`1、因公出国（境）费用。${same(`${c}.overseas`)}。2022年度因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}、${w.c(`${c}.overseas.persons`, 0, '人次')}，人均因公出国（境）费用0.00万元。`,
    ),
    p(
      t`2、公务接待费。${less(`${c}.reception`, final3.reception, budget3.reception)}。主要原因：落实过紧日子要求，压减接待。2022年公务接待费主要用于文物专家现场勘验工作餐。公务接待${w.c(`${c}.reception.batches`, 14, '批次')}，公务接待${w.c(`${c}.reception.persons`, 96, '人次')}，人均接待费${w.with({ unit: '元', decimals: 0 }).a(`${c}.reception.average`, final3.reception / 96)}。`,
    ),
    p(
      t`3、公务用车购置及运行维护费。${less(`${c}.vehicle`, vehicle(final3), vehicle(budget3))}。其中，公务用车购置费${same(`${c}.vehicle.purchase`)}，2022年度购置（更新）${w.c(`${c}.vehicle.purchased`, 0, '辆')}，车均购置费0.00万元。公务用车运行维护费${less(`${c}.vehicle.operation`, final3.operation, budget3.operation)}，主要原因：疫情期间减少车辆外出。2022年度公务用车运行维护费中，公务用车加油${w.money(fuel)}万元，公务用车维修${w.money(repair)}万元，公务用车保险${w.money(insurance)}万元，公务用车其他支出${w.money(rest)}万元。2022年度公务用车保有量${w.c(`${c}.vehicle.owned`, 4, '辆')}，车均运行维护费${w.a(`${c}.vehicle.average`, final3.operation / 4)}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [sme, micro] = [yuan(12_986_420), yuan(8_186_300)];
  const funds = account.project('general') - yuan(420_000);
  return [
    section('二、机关运行经费支出情况'),
    p(
      t`2022年度本部门行政单位（含参照公务员法管理的事业单位）履行一般行政事务管理职能、维持机关日常运转的机关运行经费支出合计${w.a('agency_operation', agency)}，比上年减少${w.delta('agency_operation', agency, prior.agency)}，减少原因：压减办公费和印刷费。`,
    ),
    section('三、政府采购支出情况'),
    p(
      t`2022年度政府采购支出总额${w.a('procurement.total', bought)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}，政府采购工程支出${w.a('procurement.works', works)}，政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, bought, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占政府采购支出总额的${w.share('procurement.micro', micro, bought, 'procurement.total')}。`,
    ),
    section('四、国有资产占用情况'),
    p(
      t`2022年度车辆${w.c('assets.vehicle.total', 4, '台')}，${w.a('assets.vehicle.value', yuan(862_400))}；单位价值50万元以上的通用设备${w.c('assets.equipment.over_500k', 1, '台（套）')}，单位价值100万元以上的专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('五、政府购买服务支出说明'),
    p(t`2022年度政府购买服务决算${w.a('procurement.services_purchased', purchased)}。`),
    section('六、专业名词解释'),
    p('（一）基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'),
    p('（二）“三公”经费财政拨款支出决算数：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。'),
    part('第四部分  2022年度部门绩效评价情况'),
    p(
      t`北京市门头沟区京西古道保护中心对2022年度部门项目支出实施绩效评价，评价项目${w.c('performance.projects', 7, '个')}，涉及金额${w.a('performance.funds', funds)}。其中，普通程序评价项目1个，简易程序评价项目6个。评价得分在90（含）-100分的6个，得分在75（含）-90分的1个。`,
    ),
  ];
}

export const beijing: Sample = {
  name: 'beijing-2022-final',
  format: 'html',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['北京市门头沟区京西古道保护中心（本级）', '北京市门头沟区古道驿站展陈馆'],
  },
  defects: [],
  blocks: [
    { kind: 'title', text: '北京市门头沟区京西古道保护中心2022年度部门决算' },
    centred('目  录'),
    ...[
      '第一部分  2022年度部门决算报表',
      '第二部分  2022年度部门决算说明',
      '第三部分  2022年度其他重要事项的情况说明',
      '第四部分  2022年度部门绩效评价情况',
    ].map(centred),
    ...tables(),
    ...basics(),
    ...wholes(),
    ...general(),
    ...threePublic(),
    ...other(),
  ],
};
