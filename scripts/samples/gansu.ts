/** 甘肃, 2022, a unit: a kindergarten, tables before the text, 三公 at the end, performance in a part of its own. */
import { Account, line, yuan } from './account.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable } from './three-public.ts';

const ORGANISATION = '张掖市甘州区黑水桥幼儿园';
const YEAR = 2022;

const account = new Account({
  names: NAMES,
  lines: [
    line('2050201', {
      basic: 3_186_204.6,
      project: 412_350,
      budget: 3_400_000,
      ownBasic: 318_662.5,
      ownProject: 96_400,
      own: { institutional: 426_500, other: 3_118.44 },
    }),
    line('2050999', { project: 150_000, budget: 150_000 }),
    line('2080502', { basic: 21_360, budget: 20_000 }),
    line('2080505', { basic: 386_418.24, budget: 395_000 }),
    line('2101102', { basic: 168_320.55, budget: 170_000 }),
    line('2210201', { basic: 289_812, budget: 289_812 }),
  ],
  economic: {
    30101: 1_206_418,
    30102: 386_204.6,
    30107: 902_318,
    30108: 386_418.24,
    30110: 168_320.55,
    30112: 31_206.4,
    30113: 289_812,
    30201: 126_300,
    30205: 18_204,
    30206: 42_318,
    30213: 96_412.2,
    30216: 31_600,
    30226: 184_300,
    30228: 52_418,
    30302: 21_360,
    30305: 64_312,
  },
  rest: '30299',
  carriedIn: { own: 41_206.3 },
});

const prior = {
  total: yuan(4_712_306.4),
  income: yuan(4_688_420),
  spent: yuan(4_671_100.1),
  fiscal: yuan(4_380_206.88),
};
const none3 = { overseas: 0, purchase: 0, operation: 0, reception: 0 };

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2, gap: ' ' });

function overview(): BlockForm[] {
  return [
    part('第一部分 部门概括'),
    section('一、部门职责'),
    p('（1）贯彻国家学前教育方针，实施保育与教育相结合的原则，促进幼儿身心和谐发展。'),
    p('（2）做好园所安全、卫生保健和家园共育工作。'),
    section('二、机构设置'),
    p(
      t`张掖市甘州区黑水桥幼儿园为独立核算的事业单位，内设保教处、总务处等${w.c('organisation.divisions', 3, '个')}机构。核定事业编制${w.c('staff.establishment.institutional', 32, '人')}，年末实有人数${w.c('staff.actual', 30, '人')}，退休人员${w.c('staff.retired', 4, '人')}，在园幼儿${w.c('students', 286, '人')}。`,
    ),
  ];
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w,
    above: (place) => [`公开0${place}表`, `单位：${ORGANISATION}`, '金额单位：万元'],
    threeCells: false,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  const nothing = (concepts: string[], text: string): Text[] => [
    t`注：${ORGANISATION}2022年度${w.none(concepts, '没有')}${text}，故本表为空表。`,
  ];
  const fees = (code: string) => account.ownIncome('institutional', code);
  const zero = new Tables({
    ...all.layout,
    blankZero: false,
    above: () => ['公开09表', `单位：${ORGANISATION}`, '金额单位：万元'],
  });
  return [
    part('第二部分 2022年度部门决算表'),
    all.totals(),
    all.income('收入决算表', [['其中：教育收费', 'income.institutional.education_fees', fees]]),
    all.expenditure(),
    all.fiscal(),
    all.general('一般公共预算财政拨款支出决算表', '合计'),
    all.basic('一般公共预算财政拨款基本支出决算表', 2),
    all.fund(
      '政府性基金预算财政拨款收入支出决算表',
      nothing(['income.fiscal.fund', 'fund.expenditure'], '政府性基金预算财政拨款收入和支出'),
    ),
    all.capital('国有资本经营预算财政拨款支出决算表', nothing(['capital.expenditure'], '国有资本经营预算财政拨款支出')),
    threePublicTable(zero, '财政拨款“三公”经费支出决算表', none3, none3),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const fees = account.ownIncome('institutional');
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2022年度收入总计${w.a('income.total', all)}，支出总计${w.a('expenditure.total', all)}。与2021年决算数相比，收、支总计各${w.change('balance.total', all, prior.total)}，主要原因是本年新增幼儿班级，人员经费和保教费收入增加。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`2022年度收入合计${w.a('income.current_year', income)}，较上年${w.change('income.current_year', income, prior.income)}，主要原因是教师工资标准调整。其中：财政拨款收入${from('income.fiscal', account.appropriated())}；事业收入${from('income.institutional', fees)}（其中教育收费${w.a('income.institutional.education_fees', fees)}）；其他收入${from('income.other', account.ownIncome('other'))}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`2022年度支出合计${w.a('expenditure.current_year', spent)}，较上年${w.change('expenditure.current_year', spent, prior.spent)}。其中：基本支出${to('expenditure.basic', account.allBasic())}；项目支出${to('expenditure.project', account.allProject())}。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2022年度财政拨款收、支总计各${w.a('fiscal.total', account.fiscalTotal())}。与2021年相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}。主要原因是人员工资和社会保险缴费基数调整。`,
    ),
  ];
}

function general(): BlockForm[] {
  const spent = account.fiscal('general');
  const classes = [...new Set(account.lines.map(({ code }) => code.slice(0, 3)))];
  const subjectOf = (code: string) => ({ scheme: 'functional', code, path: account.path(code) }) as const;
  const shares = classes.map((code, i): Text => {
    const amount = account.fiscal('general', code);
    const subject = subjectOf(code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}${w.a('general.expenditure', amount, { subject })}，占${w.share('general.expenditure', amount, spent, 'general.expenditure', { subject })}`;
  });
  const lists = classes.map((code, i): BlockForm => {
    const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
    const about = { subject: subjectOf(code) };
    const opening = t`${i + 1}.${account.name(code)}年初预算为${w.a('general.expenditure', budget, { ...about, measure: 'budget' })}，支出决算为${w.a('general.expenditure', final, about)}，完成年初预算的${w.done('general.expenditure', final, budget, about)}`;
    if (budget === final)
      return p(t`${opening}，决算数与预算数${w.flat('general.expenditure', 'budget', '持平', about)}。`);
    return p(
      t`${opening}，决算数${final > budget ? '大于' : '小于'}预算数的主要原因是年中${final > budget ? '追加保教设施维修资金' : '人员变动'}。`,
    );
  });
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况。'),
    p(
      t`2022年度一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，占本年支出合计的${w.share('general.expenditure', spent, account.spent(), 'expenditure.current_year')}。与上年决算数相比，一般公共预算财政拨款支出${w.change('general.expenditure', spent, prior.fiscal)}。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算结构情况。'),
    p(t`2022年度一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，主要用于以下方面：${shares}。`),
    clause('（三）一般公共预算财政拨款支出决算具体情况。'),
    p(
      t`2022年度一般公共预算财政拨款支出年初预算为${w.a('general.expenditure', account.budget('general'), { measure: 'budget' })}，支出决算为${w.a('general.expenditure', spent)}，完成年初预算的${w.done('general.expenditure', spent, account.budget('general'))}。其中：`,
    ),
    ...lists,
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2022年度一般公共预算财政拨款基本支出${w.a('general.expenditure.basic', account.basic('general'))}。其中：人员经费${w.a('general.expenditure.basic.personnel', account.personnel())}，主要用于基本工资、津贴补贴、绩效工资、社会保障缴费、住房公积金、退休费、生活补助等。公用经费${w.a('general.expenditure.basic.public', account.public())}，主要用于办公费、水费、电费、维修（护）费、培训费、劳务费、工会经费等。`,
    ),
  ];
}

function other(): BlockForm[] {
  const c = 'three_public';
  const goods = yuan(118_400);
  const services = yuan(64_200);
  const all = goods + services;
  return [
    section('七、机关运行经费支出情况说明'),
    p(t`2022年度${w.none(['agency_operation'])}机关运行经费支出。`),
    section('八、政府采购支出情况说明'),
    p(
      t`2022年度政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', 0)}、政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', all)}，占政府采购支出总额的${w.share('procurement.sme', all, all, 'procurement.total')}。`,
    ),
    section('九、国有资产占用情况说明'),
    p(
      t`截至2022年12月31日，本单位共有车辆${w.c('assets.vehicle.total', 0, '辆')}。单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('十、政府性基金预算财政拨款收入支出决算情况说明'),
    p(t`本单位2022年度${w.none(['income.fiscal.fund', 'fund.expenditure'])}政府性基金预算财政拨款收入和支出。`),
    section('十一、国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本单位2022年度${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出。`),
    section('十二、财政拨款“三公”经费支出情况说明'),
    clause('（一）“三公”经费支出总体情况说明'),
    p(
      t`2022年度“三公”经费财政拨款支出年初预算数为${w.a(`${c}.total`, 0, { measure: 'budget' })}，支出决算数为${w.a(`${c}.total`, 0)}，与上年${w.flat(`${c}.total`, 'prior_final', '无变化')}。`,
    ),
    clause('（二）“三公”经费支出具体情况说明'),
    p(
      t`因公出国（境）费用${w.a(`${c}.overseas`, 0)}，公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，公务用车运行维护费${w.a(`${c}.vehicle.operation`, 0)}，公务接待费${w.a(`${c}.reception`, 0)}。`,
    ),
    clause('（三）“三公”经费支出实物量情况'),
    p(
      t`2022年度本单位因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，${w.c(`${c}.overseas.persons`, 0, '人次')}；公务用车购置${w.c(`${c}.vehicle.purchased`, 0, '辆')}，公务用车保有量${w.c(`${c}.vehicle.owned`, 0, '辆')}；国内公务接待${w.c(`${c}.reception.batches`, 0, '批次')}，${w.c(`${c}.reception.persons`, 0, '人次')}。`,
    ),
    part('第四部分 预算绩效情况说明'),
    section('一、预算绩效管理工作开展情况'),
    p(
      t`根据预算绩效管理要求，我园对2022年度${w.c('performance.projects', 3, '个')}项目支出开展绩效自评，涉及资金${w.a('performance.funds', account.project('general'))}，自评平均得分${w.c('performance.score', '97.6', '分')}，其中评级为“优”的项目${w.c('performance.grade.excellent', 3, '个')}。`,
    ),
    section('二、绩效自评结果'),
    p('各项目完成预期目标，主要不足是个别指标设置不够细化。'),
  ];
}

export const gansu: Sample = {
  name: 'gansu-2022-final',
  format: 'html',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: '张掖市甘州区黑水桥幼儿园2022年度单位决算公开报告' },
    { kind: 'centred', text: '发布日期：2023-09-20　来源：甘州区黑水桥幼儿园' },
    ...overview(),
    ...tables(),
    part('第三部分 2022年度部门决算情况说明'),
    ...wholes(),
    ...general(),
    ...other(),
    part('第五部分 名词解释'),
    p('财政拨款收入：指单位本年度从本级财政部门取得的财政拨款。'),
    p('教育收费：指幼儿园按规定标准收取并纳入财政专户管理的保教费等。'),
  ],
};
