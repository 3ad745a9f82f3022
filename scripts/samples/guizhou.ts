/** 贵州, 2022, a hospital's web page: totals told from the whole to its parts, shares of the total income, scores of projects. */
import { yuan } from './account.ts';
import { classesOf, codesOf, named } from './clerk.ts';
import { type BlockForm, centred, clause, p, part, type Sample, section } from './form.ts';
import {
  account,
  budget3,
  final3,
  ORGANISATION,
  PROJECTS,
  prior3,
  scoredSubject,
  tables,
  w,
  YEAR,
} from './guizhou-tables.ts';
import { type Text, t } from './marks.ts';
import { total, vehicle } from './three-public.ts';

const prior = {
  total: yuan(31_206_440.8),
  income: yuan(29_880_216.3),
  spent: yuan(29_402_118.7),
  general: yuan(7_016_230.4),
  institutional: yuan(22_318_660.5),
  fiscal: yuan(7_244_612.3),
  other: yuan(316_943.5),
};
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];
const VERBS = '增加 减少 增长 降低';

function overview(): BlockForm[] {
  return [
    part('第一部分 单位概况'),
    section('一、主要职能'),
    p(
      '承担辖区内苗医苗药诊疗、预防保健、康复护理等服务；开展苗医药技术的挖掘整理和临床应用；承担乡镇卫生院苗医馆业务指导。',
    ),
    section('二、机构设置及人员情况'),
    p(
      t`本单位内设${w.c('organisation.divisions', 14, '个')}科室。编制床位80张，实际开放床位112张。核定事业编制${w.c('staff.establishment.institutional', 46, '名')}，年末实有在职人员${w.c('staff.actual', 93, '人')}，其中编外聘用人员${w.c('staff.external', 52, '人')}；退休人员${w.c('staff.retired', 9, '人')}。`,
    ),
  ];
}

function whole(): BlockForm[] {
  const all = account.total();
  const source = (label: string, concept: string, fen: number, before: number): Text =>
    t`${label}${w.a(concept, fen)}，占总收入的${w.share(concept, fen, all, 'income.total')}，比上年${w.change(concept, fen, before, {}, VERBS)}`;
  const e = 'expenditure';
  const use = (label: string, concept: string, fen: number): Text =>
    t`${label}${w.a(concept, fen)}，占本年支出的${w.share(concept, fen, spent, `${e}.current_year`)}`;
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2022年度收入总计${w.a('income.total', all)}，比2021年决算数${w.change('income.total', all, prior.total, {}, VERBS)}，其中：本年收入${w.a('income.current_year', income)}，使用非财政拨款结余${w.a('income.surplus_used', account.surplusUsed)}，年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}。`,
    ),
    p(
      t`2022年度支出总计${w.a(`${e}.total`, all)}，其中：本年支出${w.a(`${e}.current_year`, spent)}，较上年决算数${w.change(`${e}.current_year`, spent, prior.spent, {}, VERBS)}，主要原因是门诊量回升，药品及卫生材料支出增加；结余分配${w.a(`${e}.surplus_distributed`, account.distributed)}；年末结转和结余${w.a(`${e}.carried_out`, account.carried('carriedOut'))}。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`2022年度本年收入${w.a('income.current_year', income)}，较上年${w.change('income.current_year', income, prior.income, {}, VERBS)}。具体为：`,
    ),
    p(t`（一）${source('财政拨款收入', 'income.fiscal', account.appropriated(), prior.fiscal)}；`),
    p(
      t`（二）${source('事业收入', 'income.institutional', account.ownIncome('institutional'), prior.institutional)}，主要是医疗收入增加；`,
    ),
    p(t`（三）${source('其他收入', 'income.other', account.ownIncome('other'), prior.other)}；`),
    p(
      t`（四）${w.none(['income.superior', 'income.operating', 'income.affiliated'])}上级补助收入、经营收入、附属单位上缴收入。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`2022年度本年支出${w.a(`${e}.current_year`, spent)}，其中：${use('基本支出', `${e}.basic`, account.allBasic())}；${use('项目支出', `${e}.project`, account.allProject())}。${w.none([`${e}.to_superior`, `${e}.operating`, `${e}.to_affiliated`])}上缴上级支出、经营支出和对附属单位补助支出。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2022年度财政拨款收入支出总计${w.a('fiscal.total', account.fiscalTotal())}。其中：本年财政拨款收入${w.a('income.fiscal', account.appropriated())}，年初财政拨款结转和结余${w.a('fiscal.carried_in', account.fiscalCarried('carriedIn'))}；本年财政拨款支出${w.a('fiscal.expenditure', account.fiscal())}，年末财政拨款结转和结余${w.a('fiscal.carried_out', account.fiscalCarried('carriedOut'))}。`,
    ),
  ];
}

function item(code: string, i: number): BlockForm {
  const c = 'general.expenditure';
  const about = named(account, code);
  const [kind, group, name] = account.path(code) as [string, string, string];
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const opening = t`${i + 1}．${kind}（类）${group}（款）${name}（项）支出决算${w.a(c, final, about)}`;
  if (budget === 0) return p(t`${opening}，为年中下达的上级专项转移支付资金。`);
  const done = t`${opening}，年初预算${w.a(c, budget, { ...about, measure: 'budget' })}，完成年初预算的${w.done(c, final, budget, about)}`;
  if (budget === final) return p(t`${done}，决算数与预算数${w.flat(c, 'budget', '一致', about)}。`);
  const gap = t`比年初预算${final > budget ? '多' : '少'}${w.delta(c, final, budget, { ...about, basis: 'budget' })}`;
  return p(t`${done}，${gap}，原因是${final > budget ? '年度执行中追加预算' : '据实结算'}。`);
}

function generalBudget(): BlockForm[] {
  const c = 'general.expenditure';
  const b = `${c}.basic`;
  const parts = classesOf(account).map((code, i) => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    // Planted: the share belongs to another whole.
    const print = code === '221' ? { print: '1.04' } : {};
    return t`${i > 0 ? '，' : ''}${account.name(code)}${w.a(c, amount, about)}，占${w.share(c, amount, general, c, { ...about, ...print })}`;
  });
  const budget = account.budget('general');
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    p(
      t`（一）总体情况。2022年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出合计的${w.share(c, general, spent, 'expenditure.current_year')}，较2021年度决算数${w.change(c, general, prior.general, {}, VERBS)}。主要原因：新增综合服务楼维修项目。`,
    ),
    p(t`（二）结构情况。2022年度一般公共预算财政拨款支出按功能分类为：${parts}。`),
    p(
      t`（三）具体情况。2022年度一般公共预算财政拨款支出年初预算${w.a(c, budget, { measure: 'budget' })}，决算数${w.a(c, general)}，为年初预算的${w.done(c, general, budget)}。按项级科目分述如下：`,
    ),
    ...codesOf(account).sort().map(item),
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2022年度一般公共预算财政拨款基本支出${w.a(b, account.basic())}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，公用经费${w.a(`${b}.public`, account.public())}。`,
    ),
    section('七、政府性基金预算财政拨款收入支出决算情况说明'),
    p(t`本单位2022年度${w.none(['income.fiscal.fund', 'fund.expenditure'], '没有')}政府性基金预算财政拨款收入和支出。`),
    section('八、国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本单位2022年度${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出。`),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [plan, final, before] = [total(budget3), total(final3), total(prior3)];
  const versus = (concept: string, now: number, then: number): Text =>
    now === then ? t`，与上年${w.flat(concept, 'prior_final')}` : t`，较上年${w.change(concept, now, then, {}, VERBS)}`;
  return [
    section('九、财政拨款“三公”经费支出决算情况说明'),
    p(
      t`2022年度财政拨款“三公”经费支出预算${w.a(`${c}.total`, plan, { measure: 'budget' })}，决算${w.a(`${c}.total`, final)}，完成预算的${w.done(`${c}.total`, final, plan)}，比预算数减少${w.delta(`${c}.total`, final, plan, { basis: 'budget' })}${versus(`${c}.total`, final, before)}。具体如下：`,
    ),
    p(
      t`（一）因公出国（境）费：预算${w.a(`${c}.overseas`, 0, { measure: 'budget' })}，决算${w.a(`${c}.overseas`, 0)}${versus(`${c}.overseas`, 0, 0)}。`,
    ),
    p(
      t`（二）公务用车购置及运行维护费：预算${w.a(`${c}.vehicle`, vehicle(budget3), { measure: 'budget' })}，决算${w.a(`${c}.vehicle`, vehicle(final3))}，完成预算的${w.done(`${c}.vehicle`, vehicle(final3), vehicle(budget3))}${versus(`${c}.vehicle`, vehicle(final3), vehicle(prior3))}。其中：购置费${w.a(`${c}.vehicle.purchase`, 0)}，当年购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}；运行维护费${w.a(`${c}.vehicle.operation`, final3.operation)}，公务用车保有量${w.c(`${c}.vehicle.owned`, 2, '辆')}，车均运行维护费${w.a(`${c}.vehicle.average`, final3.operation / 2)}。`,
    ),
    p(
      t`（三）公务接待费：预算${w.a(`${c}.reception`, budget3.reception, { measure: 'budget' })}，决算${w.a(`${c}.reception`, final3.reception)}，完成预算的${w.done(`${c}.reception`, final3.reception, budget3.reception)}${versus(`${c}.reception`, final3.reception, prior3.reception)}。全年国内公务接待${w.c(`${c}.reception.batches`, 14, '批次')}、${w.c(`${c}.reception.persons`, 98, '人次')}，人均接待费${w.with({ unit: '元', trim: true }).a(`${c}.reception.average`, final3.reception / 98)}；外事接待${w.c(`${c}.reception.foreign.batches`, 0, '批次')}、${w.c(`${c}.reception.foreign.persons`, 0, '人次')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(2_318_600), yuan(1_206_430), yuan(486_200)];
  const all = goods + works + services;
  const sme = yuan(2_884_160);
  const c = 'procurement';
  const [planned, used] = ['planned', 'used'].map((key) =>
    PROJECTS.reduce((sum, each) => sum + each[key as 'planned' | 'used'], 0),
  ) as [number, number];
  const scores = PROJECTS.map((each, i) => {
    const about = scoredSubject(each);
    return t`${i > 0 ? '；' : ''}“${each.name}”项目全年预算数${w.a('project.funds', each.planned, { ...about, measure: 'adjusted_budget' })}，执行数${w.a('project.funds', each.used, about)}，自评得分${w.c('performance.score', each.score, '分', about)}`;
  });
  return [
    section('十、其他重要事项的情况说明'),
    clause('（一）机关运行经费支出情况'),
    p(t`本单位为公益二类事业单位，${w.none(['agency_operation'])}机关运行经费支出。`),
    clause('（二）政府采购支出情况'),
    p(
      t`2022年度本单位政府采购支出总额${w.a(`${c}.total`, all)}，其中：货物类采购${w.a(`${c}.goods`, goods)}，占${w.share(`${c}.goods`, goods, all, `${c}.total`)}；工程类采购${w.a(`${c}.works`, works)}，占${w.share(`${c}.works`, works, all, `${c}.total`)}；服务类采购${w.a(`${c}.services`, services)}，占${w.share(`${c}.services`, services, all, `${c}.total`)}。授予中小企业合同金额${w.a(`${c}.sme`, sme)}，占政府采购支出总额的${w.share(`${c}.sme`, sme, all, `${c}.total`)}。`,
    ),
    clause('（三）国有资产占用情况'),
    p(
      t`截至2022年12月31日，本单位资产总额${w.a('assets.total', yuan(46_380_220.4))}；共有车辆${w.c('assets.vehicle.total', 4, '辆')}，其中特种专业技术用车（救护车）${w.c('assets.vehicle.technical', 2, '辆')}、其他用车${w.c('assets.vehicle.other', 2, '辆')}；单价50万元以上通用设备${w.c('assets.equipment.over_500k', 3, '台（套）')}，单价100万元以上专用设备${w.c('assets.equipment.over_1m', 5, '台（套）')}。`,
    ),
    clause('（四）预算绩效管理情况'),
    p(
      t`2022年，本单位对${w.c('performance.projects', PROJECTS.length, '个')}项目支出开展了绩效自评，涉及财政资金${w.a('performance.funds', used)}，自评覆盖率${w.percentOf('performance.coverage', 'count', '100')}。评价结果按得分分为四档：90分（含）以上为“优”，80分（含）至90分为“良”，60分（含）至80分为“中”，60分以下为“差”。其中“优”${w.c('performance.grade.excellent', 3, '个')}、“良”${w.c('performance.grade.good', 1, '个')}、“中”${w.c('performance.grade.pass', 0, '个')}、“差”${w.c('performance.grade.fail', 0, '个')}，平均得分${w.c('performance.score', '94.75', '分')}。`,
    ),
    p(t`各项目自评结果：${scores}。`),
    ...(planned > used ? [p('部分项目未达到年度绩效目标的原因：受疫情影响，培训和义诊次数减少。')] : []),
  ];
}

export const guizhou: Sample = {
  name: 'guizhou-2022-final',
  format: 'html',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [
    {
      rule: 'share',
      quote: '住房保障支出34.86万元，占1.04%',
      why: '34.86 / 820.98 = 4.25%, printed as its share of all expenditure, about 1.04%',
      verdict: 'wrong-base',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2022年度单位决算公开` },
    centred('发布时间：2023-09-18  来源：医院财务科  浏览量：86'),
    centred('目　录'),
    ...[
      '第一部分 单位概况',
      '第二部分 2022年度单位决算表',
      '第三部分 2022年度单位决算情况说明',
      '第四部分 名词解释',
    ].map(centred),
    ...overview(),
    ...tables(),
    part('第三部分 2022年度单位决算情况说明'),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    part('第四部分 名词解释'),
    p('一、事业收入：指事业单位开展专业业务活动及辅助活动所取得的收入，医院主要为医疗收入。'),
    p('二、使用非财政拨款结余：指使用以前年度积累的非财政拨款结余弥补本年度收支差额的金额。'),
  ],
};
