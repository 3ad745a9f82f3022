/** 广东, 2023: the narrative of the department whose tables are a workbook; thousands separators, percentages of one decimal. */

import { yuan } from './account.ts';
import { classesOf, codesOf, uncoded } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import {
  account,
  agency,
  budget3,
  final3,
  micro,
  ORGANISATION,
  prior3,
  procurement,
  sme,
  UNITS,
  YEAR,
} from './guangdong-account.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { total, vehicle } from './three-public.ts';

const w = new Pen({
  year: YEAR,
  measure: 'final',
  unit: '万元',
  decimals: 2,
  percentDecimals: 1,
  group: true,
  zero: '0',
});

const prior = {
  total: yuan(40_816_330.12),
  income: yuan(40_277_512.6),
  general: yuan(35_040_118.25),
  fund: yuan(4_915_000),
  institutional: yuan(301_200),
  other: yuan(102_394.35),
  spent: yuan(40_328_330.12),
  basic: yuan(24_208_516.88),
  project: yuan(16_119_813.24),
  fiscal: yuan(40_102_118.25),
  agency: yuan(2_044_318.9),
};

const [income, spent] = [account.income(), account.spent()];
const general = account.fiscal('general');

function overview(): BlockForm[] {
  return [
    part('第一部分  部门概况'),
    section('一、部门主要职责'),
    p(
      '贯彻执行国家和省、市关于重要农业文化遗产保护的方针政策；负责基塘水系的测绘建档、清淤养护和生态修复；组织蚕桑种质资源的收集、保存与提供利用；开展桑基鱼塘农耕文化的宣传推广。',
    ),
    section('二、部门机构设置'),
    p(
      t`本部门内设${w.c('organisation.divisions', 5, '个')}职能股室，分别为办公室、遗产保护股、水系管理股、产业发展股、计划财务股。部门核定编制${w.c('staff.establishment', 96, '名')}，其中行政编制${w.c('staff.establishment.administrative', 42, '名')}、事业编制${w.c('staff.establishment.institutional', 54, '名')}；2023年末实有在职人员${w.c('staff.actual', 89, '人')}，离退休人员${w.c('staff.retired', 37, '人')}（其中离休${w.c('staff.retired.veteran', 1, '人')}）。`,
    ),
    section('三、部门决算单位构成'),
    p(
      t`纳入本部门2023年度部门决算汇编范围的独立核算单位共${w.c('organisation.units', 3, '家')}，包括局本级和下属事业单位：`,
    ),
    ...UNITS.map((name, i) => p(`${i + 1}.${name}`)),
  ];
}

function whole(): BlockForm[] {
  const all = account.total();
  const source = (label: string, concept: string, amount: number, before?: number): Text => {
    const opening = t`${label}${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
    if (before === undefined) return t`${opening}，与上年决算数${w.flat(concept, 'prior_final')}`;
    return t`${opening}，比上年决算数${w.change(concept, amount, before)}`;
  };
  return [
    section('一、2023年度收入支出决算总体情况说明'),
    p(
      t`${ORGANISATION}2023年度收入总计${w.a('income.total', all)}，支出总计${w.a('expenditure.total', all)}，与2022年度相比，收、支总计各${w.change('balance.total', all, prior.total)}，主要变动原因：一是基塘清淤养护工程进入第二标段施工；二是按政策调整在职人员工资津补贴标准。`,
    ),
    section('二、2023年度收入决算情况说明'),
    p(
      t`本年收入合计${w.a('income.current_year', income)}，比上年决算数${w.change('income.current_year', income, prior.income)}。其中：`,
    ),
    p(
      t`1.${source('一般公共预算财政拨款收入', 'income.fiscal.general', account.appropriated('general'), prior.general)}，主要变动情况：基塘生态修复省级补助资金增加。`,
    ),
    p(t`2.${source('政府性基金预算财政拨款收入', 'income.fiscal.fund', account.appropriated('fund'))}。`),
    p(
      t`3.国有资本经营预算财政拨款收入${w.a('income.fiscal.capital', account.appropriated('capital'))}，占${w.share('income.fiscal.capital', account.appropriated('capital'), income, 'income.current_year')}，比上年决算数增加${w.delta('income.fiscal.capital', account.appropriated('capital'), 0)}，增长--（上年基数为0，不可比），主要是本年新增国有企业退休人员社会化管理补助。`,
    ),
    p(t`4.${source('事业收入', 'income.institutional', account.ownIncome('institutional'), prior.institutional)}。`),
    p(
      t`5.${source('其他收入', 'income.other', account.ownIncome('other'), prior.other)}，主要变动情况：收到社会捐赠的蚕桑文化保护专款。`,
    ),
    p(
      t`本年${w.none(['income.superior'], '无')}上级补助收入，${w.none(['income.operating'], '无')}经营收入，${w.none(['income.affiliated'], '无')}附属单位上缴收入。`,
    ),
    section('三、2023年度支出决算情况说明'),
    p(
      t`本年支出合计${w.a('expenditure.current_year', spent)}，比上年决算数${w.change('expenditure.current_year', spent, prior.spent)}。其中：`,
    ),
    p(
      t`1.基本支出${w.a('expenditure.basic', account.allBasic())}，占${w.share('expenditure.basic', account.allBasic(), spent, 'expenditure.current_year')}，比上年决算数${w.change('expenditure.basic', account.allBasic(), prior.basic)}，主要变动情况：人员工资正常晋级晋档。`,
    ),
    p(
      t`2.项目支出${w.a('expenditure.project', account.allProject())}，占${w.share('expenditure.project', account.allProject(), spent, 'expenditure.current_year')}，比上年决算数${w.change('expenditure.project', account.allProject(), prior.project)}，主要变动情况：基塘清淤养护支出增加。`,
    ),
    p(
      t`年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}，主要是政府性基金项目尾款未达到支付条件。`,
    ),
    section('四、2023年度财政拨款收入支出决算总体情况说明'),
    p(
      t`财政拨款收入总计${w.a('fiscal.income.total', account.fiscalTotal())}，其中本年财政拨款收入${w.a('income.fiscal', account.appropriated())}、年初财政拨款结转和结余${w.a('fiscal.carried_in', account.fiscalCarried('carriedIn'))}；财政拨款支出总计${w.a('fiscal.expenditure.total', account.fiscalTotal())}。与2022年度相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}。`,
    ),
  ];
}

function item(code: string, i: number): BlockForm {
  const about: About = uncoded(account, code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const path = account.path(code);
  const c = 'general.expenditure';
  const name = `（${i + 1}）${path[0]}（类）${path[1]}（款）${path[2]}（项）`;
  const plan = w.a(c, budget, { ...about, measure: 'budget' });
  if (budget === 0)
    return p(
      t`${name}年初预算为${plan}，支出决算为${w.a(c, final, about)}，决算数大于年初预算数，主要是年中追加选派到村工作经费。`,
    );
  const opening = t`${name}年初预算为${plan}，支出决算为${w.a(c, final, about)}，完成年初预算的${w.done(c, final, budget, about)}`;
  if (budget === final) return p(t`${opening}，决算数与年初预算数${w.flat(c, 'budget', '持平', about)}。`);
  // A planted defect: the rate stands, the words contradict it.
  const more = code === '2080506' ? final < budget : final > budget;
  const reason =
    code === '2080506'
      ? '决算数大于年初预算数，主要原因是职业年金缴费基数调整。'
      : more
        ? '决算数大于年初预算数，主要原因是年中调整预算。'
        : '决算数小于年初预算数，主要原因是厉行节约、据实列支。';
  return p(t`${opening}，${reason}`);
}

function generalBudget(): BlockForm[] {
  const c = 'general.expenditure';
  const shares = classesOf(account, 'general').map((code, i) => {
    const about = uncoded(account, code);
    const amount = account.fiscal('general', code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}（类）${w.a(c, amount, about)}，占${w.share(c, amount, general, c, about)}`;
  });
  const b = 'general.expenditure.basic';
  return [
    section('五、2023年度一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出合计的${w.share(c, general, spent, 'expenditure.current_year')}。年初预算数为${w.a(c, account.budget('general'), { measure: 'budget' })}，决算数为年初预算数的${w.done(c, general, account.budget('general'))}。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算结构情况'),
    p(t`按支出功能分类科目分，${shares}。`),
    clause('（三）一般公共预算财政拨款支出决算具体情况'),
    ...codesOf(account, 'general').map(item),
    section('六、2023年度一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款基本支出${w.a(b, account.basic('general'))}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，占基本支出的${w.share(`${b}.personnel`, account.personnel(), account.basic('general'), b)}，主要包括基本工资、津贴补贴、奖金、伙食补助费、绩效工资、社会保障缴费、住房公积金、离退休费等；公用经费${w.a(`${b}.public`, account.public())}，占基本支出的${w.share(`${b}.public`, account.public(), account.basic('general'), b)}，主要包括办公费、印刷费、水电费、物业管理费、差旅费、其他交通费用、办公设备购置等。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [plan, final, before] = [total(budget3), total(final3), total(prior3)];
  const adjusted = { measure: 'adjusted_budget' };
  const full = { basis: 'adjusted_budget' };
  const detail = (label: string, concept: string, amount: number, budget: number, prior: number): Text => {
    const opening = t`${label}支出决算为${w.a(concept, amount)}，完成全年预算${w.a(concept, budget, adjusted)}的${w.done(concept, amount, budget, full)}`;
    if (prior === 0 && amount > 0)
      return t`${opening}，比上年决算数增加${w.delta(concept, amount, prior)}（上年基数为0，增长率不可比）`;
    if (prior === amount) return t`${opening}，与上年决算数${w.flat(concept, 'prior_final')}`;
    return t`${opening}，比上年决算数${w.change(concept, amount, prior, {}, '增加 减少 增长 降低')}`;
  };
  return [
    section('七、2023年度财政拨款“三公”经费支出决算情况说明'),
    clause('（一）“三公”经费财政拨款支出决算总体情况说明'),
    p(
      t`2023年度“三公”经费财政拨款支出决算为${w.a(`${c}.total`, final)}，完成全年预算${w.a(`${c}.total`, plan, adjusted)}的${w.done(`${c}.total`, final, plan, full)}，比上年决算数${w.change(`${c}.total`, final, before)}；比2019年（疫情前）决算数减少8.64万元，降低18.3%。其中：${detail('因公出国（境）费', `${c}.overseas`, 0, budget3.overseas, 0)}；${detail('公务用车购置及运行维护费', `${c}.vehicle`, vehicle(final3), vehicle(budget3), vehicle(prior3))}，其中：${detail('公务用车购置', `${c}.vehicle.purchase`, final3.purchase, budget3.purchase, 0)}；${detail('公务用车运行维护费', `${c}.vehicle.operation`, final3.operation, budget3.operation, prior3.operation)}；${detail('公务接待费', `${c}.reception`, final3.reception, budget3.reception, prior3.reception)}。`,
    ),
    p('2023年度“三公”经费支出决算大于上年决算数的主要情况：报废更新水系巡查用车。'),
    clause('（二）“三公”经费财政拨款支出决算具体情况说明'),
    p(
      t`2023年度“三公”经费财政拨款支出决算中，因公出国（境）费${w.a(`${c}.overseas`, 0)}，占${w.share(`${c}.overseas`, 0, final, `${c}.total`)}；公务用车购置及运行维护费支出${w.a(`${c}.vehicle`, vehicle(final3))}，占${w.share(`${c}.vehicle`, vehicle(final3), final, `${c}.total`)}；公务接待费支出${w.a(`${c}.reception`, final3.reception)}，占${w.share(`${c}.reception`, final3.reception, final, `${c}.total`)}。具体情况如下：`,
    ),
    p(
      t`1.因公出国（境）费支出${w.a(`${c}.overseas`, 0)}。全年使用财政拨款安排局机关及下属单位出国团组${w.c(`${c}.overseas.groups`, 0, '个')}、累计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费支出${w.a(`${c}.vehicle`, vehicle(final3))}，其中：公务用车购置支出为${w.a(`${c}.vehicle.purchase`, final3.purchase)}，公务用车购置数${w.c(`${c}.vehicle.purchased`, 1, '辆')}；公务用车运行维护费支出${w.a(`${c}.vehicle.operation`, final3.operation)}，公务用车保有量为${w.c(`${c}.vehicle.owned`, 6, '辆')}，平均每辆车运行维护费${w.a(`${c}.vehicle.average`, final3.operation / 6)}，主要用于基塘巡查、种质资源采集等所需的燃料、维修、过路过桥、保险等支出。`,
    ),
    p(
      t`3.公务接待费支出${w.a(`${c}.reception`, final3.reception)}，主要用于兄弟县区学习交流的接待。其中：外事接待支出${w.a(`${c}.reception.foreign`, 0)}，接待外宾${w.c(`${c}.reception.foreign.batches`, 0, '批次')}，共${w.c(`${c}.reception.foreign.persons`, 0, '人次')}；国内公务接待支出${w.a(`${c}.reception.domestic`, final3.reception)}，接待国内来访${w.c(`${c}.reception.batches`, 31, '批次')}，${w.c(`${c}.reception.persons`, 246, '人次')}，人均${w.with({ unit: '元' }).a(`${c}.reception.average`, Math.round(final3.reception / 246))}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const { goods, works, services } = procurement;
  const all = goods + works + services;
  const [fundSpent, capitalSpent] = [account.fiscal('fund'), account.fiscal('capital')];
  const funds = account.project();
  return [
    section('八、2023年度政府性基金预算财政拨款收入支出决算情况说明'),
    p(
      t`年初结转和结余${w.a('fund.carried_in', account.carriedIn.fund)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', fundSpent)}，年末结转和结余${w.a('fund.carried_out', account.carriedOut.fund)}。本年支出包括：农村基础设施建设支出（项）${w.a('fund.expenditure', account.fiscal('fund', '2120804'), { subject: { scheme: 'functional', code: null, path: ['农村基础设施建设支出'] } })}，用于基塘水系连通；农村社会事业支出（项）${w.a('fund.expenditure', account.fiscal('fund', '2120815'), { subject: { scheme: 'functional', code: null, path: ['农村社会事业支出'] }, print: '95.10' })}，用于农耕文化展示点建设。`,
    ),
    section('九、2023年度国有资本经营预算财政拨款支出决算情况说明'),
    p(
      t`国有资本经营预算财政拨款支出${w.a('capital.expenditure', capitalSpent)}，其中：基本支出${w.a('capital.expenditure.basic', 0)}，项目支出${w.a('capital.expenditure.project', capitalSpent)}。`,
    ),
    section('十、其他重要事项的情况说明'),
    clause('（一）机关运行经费支出情况说明'),
    p(
      t`2023年度机关运行经费支出${w.a('agency_operation', agency)}，比上年决算数${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增长 降低')}，主要变动情况：压减办公耗材和会议开支。`,
    ),
    clause('（二）政府采购支出情况说明'),
    p(
      t`2023年度政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}，政府采购工程支出${w.a('procurement.works', works)}，政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占授予中小企业合同金额的${w.share('procurement.micro', micro, sme, 'procurement.sme')}。`,
    ),
    clause('（三）国有资产占有使用情况说明'),
    p(
      t`截至2023年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 7, '辆')}，其中：主要负责人用车${w.c('assets.vehicle.leadership', 0, '辆')}、机要通信用车${w.c('assets.vehicle.confidential', 1, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 2, '辆')}、执法执勤用车${w.c('assets.vehicle.enforcement', 3, '辆')}、特种专业技术用车${w.c('assets.vehicle.technical', 0, '辆')}、其他用车${w.c('assets.vehicle.other', 1, '辆')}，其他用车主要是蚕种冷藏运输车；单位价值100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 2, '台（套）')}。`,
    ),
    clause('（四）预算绩效情况说明'),
    p(
      t`本部门组织对2023年度预算项目支出开展绩效自评，共${w.c('performance.projects', 17, '个')}项目，涉及资金${w.a('performance.funds', funds)}，自评覆盖率${w.percentOf('performance.coverage', 'count', '100')}。其中，一般公共预算项目${w.c('performance.projects.general', 14, '个')}，资金${w.a('performance.funds.general', account.project('general'))}；政府性基金预算项目${w.c('performance.projects.fund', 2, '个')}，资金${w.a('performance.funds.fund', account.project('fund'))}；国有资本经营预算项目${w.c('performance.projects.capital', 1, '个')}，资金${w.a('performance.funds.capital', account.project('capital'))}。从自评结果看，${w.c('performance.grade.excellent', 13, '个')}项目评为“优”，${w.c('performance.grade.good', 4, '个')}项目评为“良”，平均得分${w.c('performance.score', '93.6', '分')}。`,
    ),
  ];
}

export const guangdongNarrative: Sample = {
  name: 'guangdong-2023-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [
    {
      rule: 'direction',
      quote: '完成年初预算的94.9%，决算数大于年初预算数',
      why: '70.21 of 74.00 is less than the budget',
      verdict: 'wrong-direction',
      severity: 'error',
    },
    {
      rule: 'sum',
      quote: '本年支出477.50万元',
      why: '91.50 with digits exchanged: the two items give 481.10, not the printed 477.50',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: `2023年度${ORGANISATION}部门决算` },
    pageBreak,
    centred('目  录'),
    ...[
      '第一部分  部门概况',
      '第二部分  2023年度部门决算表',
      '第三部分  2023年度部门决算情况说明',
      '第四部分  名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 4 + 1 })),
    pageBreak,
    ...overview(),
    part('第二部分  2023年度部门决算表'),
    p('2023年度部门决算公开表（公开01表至公开10表）详见附件。'),
    part('第三部分  2023年度部门决算情况说明'),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    part('第四部分  名词解释'),
    p('一、财政拨款收入：指单位从同级财政部门取得的各类财政拨款。'),
    p('二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'),
    p('三、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。'),
    p('四、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。'),
  ],
};
