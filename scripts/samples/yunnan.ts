/** 云南, 2022, a department: four sections and 其他重要事项 in a part of their own, every 类 told, 三公 as a list with counts. */
import { Account, line, yuan } from './account.ts';
import { classesOf, inRow, named, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { CLASSES, NAMES } from './names.ts';
import {
  type Assets,
  allAssets,
  assetsByValue,
  type Counts,
  fixedAssets,
  generalCarried,
  threePublicList,
} from './regional.ts';
import { Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '洱源县弥苴河湿地管护局';
const YEAR = 2022;

const account = new Account({
  names: {
    ...NAMES,
    21104: '自然生态保护',
    2110401: '生态保护',
    2110402: '农村环境保护',
    21199: '其他节能环保支出',
    2119999: '其他节能环保支出',
  },
  lines: [
    line('2080501', { basic: 62_400, budget: 62_400 }),
    line('2080505', { basic: 512_306.4, budget: 530_000 }),
    line('2080801', { basic: 118_642, budget: 0 }),
    line('2101101', { basic: 168_402.3, budget: 170_000 }),
    line('2101102', { basic: 96_318.2, budget: 98_000 }),
    line('2101103', { basic: 104_260.5, budget: 104_000 }),
    line('2110401', { basic: 3_964_218.65, project: 1_286_400, budget: 5_300_000 }),
    line('2110402', {
      project: 2_403_618.4,
      appropriated: 2_318_618.4,
      budget: 2_000_000,
      ownProject: 36_200,
      own: { other: 42_618.35 },
    }),
    line('2119999', { project: 412_600, budget: 412_600 }),
    line('2210201', { basic: 398_214, budget: 398_214 }),
  ],
  economic: {
    30101: 1_206_418.5,
    30102: 986_320.4,
    30103: 318_462,
    30107: 612_308.25,
    30108: 512_306.4,
    30110: 264_720.5,
    30111: 104_260.5,
    30112: 38_216.4,
    30113: 398_214,
    30201: 126_418.3,
    30205: 4_216.8,
    30206: 18_302.6,
    30207: 12_408,
    30211: 96_412.5,
    30217: 18_642,
    30228: 86_400,
    30231: 64_218.4,
    30239: 196_800,
    30302: 62_400,
    30304: 118_642,
    30305: 86_400,
  },
  rest: '30299',
  carriedIn: { general: 120_000, own: 12_306.4 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(75_000), reception: yuan(25_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(64_218.4), reception: yuan(18_642) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(71_806.3), reception: yuan(17_206) };
const counts: Counts = {
  groups: 0,
  persons: 0,
  purchased: 0,
  owned: 3,
  batches: 31,
  guests: 246,
  foreignBatches: 0,
  foreignGuests: 0,
};
const assets: Assets = {
  liquid: yuan(186_420.3),
  buildings: yuan(3_206_418),
  vehicles: yuan(486_300),
  otherFixed: yuan(918_640.25),
  intangible: yuan(42_600),
};
const prior = {
  fiscal: yuan(8_912_640.5),
  other: yuan(51_206.4),
  basic: yuan(5_218_306.2),
  project: yuan(3_742_618.35),
  general: yuan(8_918_318.15),
  agency: yuan(418_206.4),
  assets: yuan(5_012_618.3),
};
const agency = yuan(396_418.2);

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });

function overview(): BlockForm[] {
  return [
    part('第一部分  洱源县弥苴河湿地管护局概况'),
    section('一、主要职能'),
    clause('（一）主要职能'),
    p('负责弥苴河沿线湿地的日常管护、水生植物养护和入湖河口清障，参与湿地生态监测和科普宣传。'),
    clause('（二）2022年度重点工作任务介绍'),
    p('完成沿河湿地植物补种，开展河口水葫芦和残体清运，配合做好洱海流域汛期值守。'),
    section('二、部门基本情况'),
    clause('（一）机构设置情况'),
    p(
      t`我部门共设置${w.c('organisation.divisions', 5, '个')}内设机构，包括：办公室、财务室、管护股、监测股、宣教股。所属单位为洱源县弥苴河水生植物管养站。`,
    ),
    clause('（二）决算单位构成'),
    p(
      t`纳入洱源县弥苴河湿地管护局2022年度部门决算编报的单位共${w.c('organisation.units', 2, '个')}。其中：行政单位1个，其他事业单位1个。分别是：`,
    ),
    p('1.洱源县弥苴河湿地管护局'),
    p('2.洱源县弥苴河水生植物管养站'),
    clause('（三）部门人员和车辆的编制及实有情况'),
    p(
      t`洱源县弥苴河湿地管护局2022年末实有人员编制${w.c('staff.establishment', 41, '人')}。其中：行政编制${w.c('staff.establishment.administrative', 16, '人')}，事业编制${w.c('staff.establishment.institutional', 25, '人')}；在职在编实有行政人员${w.c('staff.actual.administrative', 15, '人')}，事业人员${w.c('staff.actual.institutional', 23, '人')}。`,
    ),
    p(
      t`离退休人员${w.c('staff.retired', 12, '人')}。其中：离休${w.c('staff.retired.veteran', 0, '人')}，退休${w.c('staff.retired', 12, '人')}。`,
    ),
  ];
}

function tables(): BlockForm[] {
  const layout = {
    account,
    pen: w,
    above: (place: number) => [
      `公开${String(place).padStart(2, '0')}表`,
      `部门：${ORGANISATION}　　　　　　　　　　　　　　　　金额单位：万元`,
    ],
    threeCells: false,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  };
  const all = new Tables(layout);
  // One run of codes through both.
  const zeros = new Tables({ ...layout, blankZero: false, above: (place) => layout.above(place + 8) });
  const none = (concepts: readonly string[], what: string): Text[] => [
    t`说明：${ORGANISATION}2022年度${w.none(concepts)}${what}，本表为空。`,
  ];
  return [
    pageBreak,
    part('第二部分  2022年度部门决算表'),
    all.totals('收入支出决算表', '决算数'),
    pageBreak,
    all.income(),
    all.expenditure(),
    pageBreak,
    all.fiscal('财政拨款收入支出决算表'),
    pageBreak,
    generalCarried(all, '一般公共预算财政拨款收入支出决算表', { 2110402: yuan(120_000) }),
    all.basic('一般公共预算财政拨款基本支出决算表', 3),
    pageBreak,
    all.fund(
      '政府性基金预算财政拨款收入支出决算表',
      none(['income.fiscal.fund', 'fund.expenditure'], '政府性基金预算财政拨款收入和支出'),
    ),
    all.capital(
      '国有资本经营预算财政拨款收入支出决算表',
      none(['income.fiscal.capital', 'capital.expenditure'], '国有资本经营预算财政拨款收入和支出'),
    ),
    threePublicList(zeros, '“三公”经费、行政参公单位机关运行经费情况表', [budget3, final3], counts, agency),
    assetsByValue(zeros, '国有资产占用情况表', assets),
    pageBreak,
  ];
}

function incomeAndSpending(): BlockForm[] {
  const [income, spent] = [account.income(), account.spent()];
  const from = (label: string, concept: string, amount: number, note: Text = '') =>
    t`${label}${w.a(concept, amount)}${note}，占收入合计的${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (label: string, concept: string, amount: number) =>
    t`${label}${w.a(concept, amount)}，占支出合计的${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const fees = t`（含教育收费${w.a('income.institutional.education_fees', 0)}）`;
  const still = (label: string, concept: string) =>
    t`${label}增加${w.delta(concept, 0, 0)}，增长${w.percentOf(concept, 'change_rate', '0.00', { basis: 'prior_final' })}`;
  const basic = account.allBasic();
  const [people, goods] = [account.personnel(), account.public()];
  const priorIncome = prior.fiscal + prior.other;
  const project = (name: string, amount: number) =>
    t`${name}${w.a('project.funds', amount, { subject: { scheme: 'project', code: null, path: [name] } })}`;
  const projects = [yuan(1_286_400), yuan(2_439_818.4), yuan(412_600)];
  return [
    section('一、收入决算情况说明'),
    p(
      t`洱源县弥苴河湿地管护局2022年度收入合计${w.a('income.current_year', income)}。其中：${inRow([
        from('财政拨款收入', 'income.fiscal', account.appropriated()),
        from('上级补助收入', 'income.superior', 0),
        from('事业收入', 'income.institutional', 0, fees),
        from('经营收入', 'income.operating', 0),
        from('附属单位缴款收入', 'income.affiliated', 0),
        from('其他收入', 'income.other', account.ownIncome()),
      ])}。`,
    ),
    p(
      t`与上年相比，收入合计${w.change('income.current_year', income, priorIncome)}。其中：财政拨款收入${w.change('income.fiscal', account.appropriated(), prior.fiscal)}；${still('上级补助收入', 'income.superior')}；${still('事业收入', 'income.institutional')}；其他收入${w.change('income.other', account.ownIncome(), prior.other)}。主要原因是农村环境保护项目资金增加。`,
    ),
    section('二、支出决算情况说明'),
    p(
      t`洱源县弥苴河湿地管护局2022年度支出合计${w.a('expenditure.current_year', spent)}。其中：${inRow([
        to('基本支出', 'expenditure.basic', basic),
        to('项目支出', 'expenditure.project', account.allProject()),
        t`上缴上级支出、经营支出、对附属单位补助支出共${w.money(0)}万元`,
      ])}。与上年相比，支出合计${w.change('expenditure.current_year', spent, prior.basic + prior.project)}。其中：基本支出${w.change('expenditure.basic', basic, prior.basic)}；项目支出${w.change('expenditure.project', account.allProject(), prior.project)}。`,
    ),
    clause('（一）基本支出情况'),
    p(
      t`2022年度用于保障洱源县弥苴河湿地管护局机构正常运转的日常支出${w.a('expenditure.basic', basic)}。其中：基本工资、津贴补贴等人员经费支出${w.a('expenditure.basic.personnel', people)}，占基本支出的${w.share('expenditure.basic.personnel', people, basic, 'expenditure.basic')}；办公费、印刷费、水电费、办公设备购置等公用经费支出${w.a('expenditure.basic.public', goods)}，占基本支出的${w.share('expenditure.basic.public', goods, basic, 'expenditure.basic')}。`,
    ),
    clause('（二）项目支出情况'),
    p(
      t`2022年度用于保障洱源县弥苴河湿地管护局为完成特定的行政工作任务或事业发展目标，用于专项业务及事业发展的项目支出${w.a('expenditure.project', account.allProject())}。其中：${inRow(
        [
          project('湿地日常管护专项', projects[0] as number),
          project('水生植物残体清运专项', projects[1] as number),
          project('生态监测能力提升专项', projects[2] as number),
        ],
      )}。`,
    ),
  ];
}

const USES: Record<string, string> = {
  208: '离退休人员经费、养老保险缴费和死亡抚恤',
  210: '职工基本医疗保险和公务员医疗补助缴费',
  211: '湿地管护人员经费、日常运转和管护专项',
  221: '职工住房公积金缴存',
};

function general(): BlockForm[] {
  const g = 'general.expenditure';
  const spent = account.fiscal('general');
  const used = classesOf(account, 'general');
  // All classes down to 城乡社区, then those with expenditure, as long lists end.
  const told = CLASSES.filter((code) => Number(code) <= 212 || used.includes(code)).map((code, i): Text => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    const name = account.name(code).replace(/支出$/, '');
    const share = w.share(g, amount, spent, g, about);
    const use = USES[code] ? `主要用于${USES[code]}。` : '';
    return t`${i + 1}.${name}（类）支出${w.a(g, amount, about)}，占一般公共预算财政拨款总支出的${share}。${use}`;
  });
  return [
    section('三、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况'),
    p(
      t`洱源县弥苴河湿地管护局2022年度一般公共预算财政拨款支出${w.a(g, spent)}，占本年支出合计的${w.share(g, spent, account.spent(), 'expenditure.current_year')}。与上年相比${w.change(g, spent, prior.general)}，主要原因是水生植物残体清运工程量增加。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算具体情况'),
    ...told.map(p),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [budget, final] = [total(budget3), total(final3)];
  const done = (label: string, concept: string, spent: number, planned: number) =>
    t`${label}支出决算为${w.a(concept, spent)}，完成预算的${planned > 0 ? w.done(concept, spent, planned) : w.percentOf(concept, 'completion_rate', '0.00', { basis: 'budget' })}`;
  const shared = (label: string, concept: string, amount: number) =>
    t`${label}支出${w.a(concept, amount)}，占${w.share(concept, amount, final, `${c}.total`)}`;
  return [
    section('四、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    clause('（一）一般公共预算财政拨款“三公”经费支出决算总体情况'),
    p(
      t`洱源县弥苴河湿地管护局2022年度一般公共预算财政拨款“三公”经费支出预算为${w.a(`${c}.total`, budget, { measure: 'budget' })}，支出决算为${w.a(`${c}.total`, final)}，完成预算的${w.done(`${c}.total`, final, budget)}。其中：${inRow(
        [
          done('因公出国（境）费', `${c}.overseas`, 0, 0),
          done('公务用车购置及运行费', `${c}.vehicle`, vehicle(final3), vehicle(budget3)),
          done('公务接待费', `${c}.reception`, final3.reception, budget3.reception),
        ],
      )}。2022年度一般公共预算财政拨款“三公”经费支出决算数小于预算数的主要原因是严格控制车辆使用。`,
    ),
    p(
      t`2022年度一般公共预算财政拨款“三公”经费支出决算数比2021年${w.change(`${c}.total`, final, total(prior3))}。其中：因公出国（境）费支出决算与上年${w.flat(`${c}.overseas`, 'prior_final')}；公务用车购置及运行费支出决算${w.change(`${c}.vehicle`, vehicle(final3), vehicle(prior3))}；公务接待费支出决算${w.change(`${c}.reception`, final3.reception, prior3.reception)}。`,
    ),
    clause('（二）一般公共预算财政拨款“三公”经费支出决算具体情况'),
    p(
      t`2022年度一般公共预算财政拨款“三公”经费支出决算中，${inRow([
        shared('因公出国（境）费', `${c}.overseas`, 0),
        shared('公务用车购置及运行维护费', `${c}.vehicle`, vehicle(final3)),
        shared('公务接待费', `${c}.reception`, final3.reception),
      ])}。具体情况如下：`,
    ),
    p(
      t`1.因公出国（境）费支出${w.a(`${c}.overseas`, 0)}，共安排因公出国（境）团组${w.c(`${c}.overseas.groups`, counts.groups, '个')}，累计${w.c(`${c}.overseas.persons`, counts.persons, '人次')}。`,
    ),
    p(t`2.公务用车购置及运行维护费支出${w.a(`${c}.vehicle`, vehicle(final3))}。其中：`),
    p(
      t`公务用车购置支出${w.a(`${c}.vehicle.purchase`, 0)}，购置车辆${w.c(`${c}.vehicle.purchased`, counts.purchased, '辆')}。`,
    ),
    p(
      t`公务用车运行维护支出${w.a(`${c}.vehicle.operation`, final3.operation)}，开支一般公共预算财政拨款的公务用车保有量为${w.c(`${c}.vehicle.owned`, counts.owned, '辆')}。主要用于湿地巡护、残体清运所需车辆燃料费、维修费、过路过桥费、保险费等。`,
    ),
    p(t`3.公务接待费支出${w.a(`${c}.reception`, final3.reception)}。其中：`),
    p(
      t`国内接待费支出${w.a(`${c}.reception.domestic`, final3.reception)}（其中：外事接待费支出${w.a(`${c}.reception.foreign`, 0)}），共安排国内公务接待${w.c(`${c}.reception.batches`, counts.batches, '批次')}（其中：外事接待${w.c(`${c}.reception.foreign.batches`, 0, '批次')}），接待人次${w.c(`${c}.reception.persons`, counts.guests, '人')}（其中：外事接待人次${w.c(`${c}.reception.foreign.persons`, 0, '人')}）。主要用于洱海保护治理检查调研发生的接待支出。`,
    ),
  ];
}

function matters(): BlockForm[] {
  const [goods, services] = [yuan(86_300), yuan(1_912_600)];
  const all = goods + services;
  const [sme, micro] = [yuan(1_806_420), yuan(1_006_300)];
  const worth = allAssets(assets);
  return [
    part('第四部分  其他重要事项及相关口径情况说明'),
    section('一、机关运行经费支出情况'),
    p(
      t`洱源县弥苴河湿地管护局2022年机关运行经费支出${w.a('agency_operation', agency)}，与上年相比${w.change('agency_operation', agency, prior.agency)}，主要原因是压减办公费支出。`,
    ),
    section('二、国有资产占用情况'),
    p(
      t`截至2022年12月31日，洱源县弥苴河湿地管护局资产总额${w.a('assets.total', worth)}，其中，流动资产${w.money(assets.liquid)}万元，固定资产${w.money(fixedAssets(assets))}万元，在建工程0.00万元，无形资产${w.money(assets.intangible)}万元。与上年相比，本年资产总额减少${w.delta('assets.total', worth, prior.assets)}。处置车辆0辆，账面原值0.00万元。`,
    ),
    p(
      t`共有车辆${w.c('assets.vehicle.total', 3, '辆')}，其中：${vehicles(w, [
        ['主要领导干部用车', 'leadership', 0],
        ['机要通信用车', 'confidential', 0],
        ['应急保障用车', 'emergency', 1],
        ['特种专业技术用车', 'technical', 0],
        ['其他用车', 'other', 2],
      ])}，其他用车主要用于湿地巡护。`,
    ),
    section('三、政府采购支出情况'),
    p(
      t`2022年度，部门政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}；政府采购工程支出${w.a('procurement.works', 0)}；政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占政府采购支出总额的${w.share('procurement.micro', micro, all, 'procurement.total')}。`,
    ),
    section('四、部门绩效自评情况'),
    p(
      t`2022年度纳入绩效自评的项目${w.c('performance.projects', 3, '个')}，涉及资金${w.a('performance.funds', account.allProject())}，自评等级为“优”的${w.c('performance.grade.excellent', 2, '个')}、“良”的${w.c('performance.grade.good', 1, '个')}，平均得分${w.c('performance.score', '93.67', '分')}。部门绩效自评情况详见附表。`,
    ),
    section('五、其他重要事项情况说明'),
    p('本部门无其他重要事项。'),
    section('六、相关口径说明'),
    p('（一）基本支出中人员经费包括工资福利支出和对个人和家庭的补助，公用经费包括商品和服务支出、资本性支出。'),
    p(
      '（二）机关运行经费指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的公用经费支出。',
    ),
  ];
}

export const yunnan: Sample = {
  name: 'yunnan-2022-final',
  format: 'pdf',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['洱源县弥苴河湿地管护局', '洱源县弥苴河水生植物管养站'],
  },
  defects: [],
  blocks: [
    centred('监督索引号53293000312604000'),
    { kind: 'title', text: '洱源县弥苴河湿地管护局2022年度部门决算' },
    centred('目录'),
    ...[
      '第一部分  洱源县弥苴河湿地管护局概况',
      '第二部分  2022年度部门决算表',
      '第三部分  2022年度部门决算情况说明',
      '第四部分  其他重要事项及相关口径情况说明',
      '第五部分  名词解释',
    ].map(centred),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第三部分  2022年度部门决算情况说明'),
    ...incomeAndSpending(),
    ...general(),
    ...threePublic(),
    ...matters(),
    part('第五部分  名词解释'),
    p('财政拨款收入：指县级财政当年拨付的资金。'),
    p('附属单位缴款收入：指附属独立核算单位按有关规定上缴的收入。'),
    centred('监督索引号53293000312604111'),
  ],
};
