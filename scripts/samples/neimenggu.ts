/** 内蒙古, 2022, a unit: fifteen sections, amounts of last year in brackets, projects one by one, 机构运行经费, 联系方式. */
import { yuan } from './account.ts';
import { classesOf, codesOf, fullName, inRow, named, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { type About, type Text, t } from './marks.ts';
import {
  account,
  final3,
  full3,
  KINDS,
  ORGANISATION,
  PROJECTS,
  prior3,
  projectEconomic,
  purchases,
  sme,
  w,
  YEAR,
} from './neimenggu-account.ts';
import { tables } from './neimenggu-tables.ts';
import { total, vehicle } from './three-public.ts';

const PLAN = { basis: 'budget' };
const THEN = { period: YEAR - 1 };

const prior = {
  total: yuan(6_612_480.6),
  income: yuan(6_398_420),
  spent: yuan(6_453_880.6),
  fiscal: yuan(6_480_260.3),
  general: yuan(6_340_260.3),
  basic: yuan(4_486_320.3),
  project: yuan(1_853_940),
  agency: yuan(748_216.4),
};
const planned = account.budget() + yuan(150_000);

/** （上年12.34万元）: the amount of the year before. */
const last = (concept: string, fen: number, about: About = {}): Text =>
  t`（上年${w.a(concept, fen, { ...about, ...THEN })}）`;

function overview(): BlockForm[] {
  return [
    part('第一部分 单位概况'),
    section('一、主要职能、职责'),
    p('承担全旗沙化土地监测、草原鼠虫害预测预报和固沙技术试验示范工作。'),
    section('二、单位机构设置及决算单位构成情况'),
    p(
      t`${ORGANISATION}为旗林业和草原局所属公益一类事业单位，内设综合办、监测室、技术推广室${w.c('organisation.divisions', 3, '个')}机构。核定事业编制${w.c('staff.establishment.institutional', 36, '名')}，年末实有人员${w.c('staff.actual', 34, '人')}，退休人员${w.c('staff.retired', 17, '人')}，编外聘用人员${w.c('staff.external', 5, '人')}。本单位无下属单位。`,
    ),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const superior = account.ownIncome('superior');
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`${ORGANISATION}2022年度收入、支出总计均为${w.a('balance.total', all)}。与年初预算${w.a('balance.total', planned, { measure: 'budget' })}相比，收、支总计各${w.change('balance.total', all, planned, PLAN)}，变动原因：年中追加人员经费；与上年决算相比，收、支总计各${w.change('balance.total', all, prior.total)}，变动原因：项目支出增加。其中：`,
    ),
    p(
      t`（一）收入决算总计${w.a('income.total', all)}。包括：本年收入合计${w.a('income.current_year', income)}${last('income.current_year', prior.income)}，比上年决算多${w.delta('income.current_year', income, prior.income)}；使用非财政拨款结余${w.a('income.surplus_used', 0)}；年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}。`,
    ),
    p(
      t`（二）支出决算总计${w.a('expenditure.total', all)}。包括：本年支出合计${w.a('expenditure.current_year', spent)}${last('expenditure.current_year', prior.spent)}，比上年决算${w.change('expenditure.current_year', spent, prior.spent)}；结余分配${w.a('expenditure.surplus_distributed', 0)}；年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}，比上年决算减少${w.delta('expenditure.carried_out', account.carried('carriedOut'), account.carried('carriedIn'))}。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`2022年度本年收入合计${w.a('income.current_year', income)}，其中：一般公共预算财政拨款收入${from('income.fiscal.general', account.appropriated('general'))}；上级补助收入${from('income.superior', superior)}；事业收入${from('income.institutional', 0)}；经营收入${from('income.operating', 0)}；其他收入${from('income.other', 0)}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`2022年度本年支出合计${w.a('expenditure.current_year', spent)}，其中：基本支出${to('expenditure.basic', account.allBasic())}；项目支出${to('expenditure.project', account.allProject())}；上缴上级支出${to('expenditure.to_superior', 0)}；经营支出${to('expenditure.operating', 0)}。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2022年度财政拨款收入、支出总计均为${w.a('fiscal.total', account.fiscalTotal())}，由上年的${w.a('fiscal.total', prior.fiscal, THEN)}增加到${w.a('fiscal.total', account.fiscalTotal())}，增长${w.rate('fiscal.total', account.fiscalTotal(), prior.fiscal)}，变动原因：沙化土地综合治理项目增加。`,
    ),
  ];
}

function item(code: string, i: number): BlockForm {
  const c = 'general.expenditure';
  const about = named(account, code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const opening = t`${i + 1}．${fullName(account, code)}。年初预算${w.a(c, budget, { ...about, measure: 'budget' })}，支出决算${w.a(c, final, about)}，完成年初预算的${w.done(c, final, budget, about)}`;
  if (budget === final) return p(t`${opening}，决算数与年初预算数${w.flat(c, 'budget', '持平', about)}。`);
  const why = final > budget ? '年中追加资金' : '据实结算';
  return p(t`${opening}，决算数${final > budget ? '大于' : '小于'}年初预算数的主要原因：${why}。`);
}

function general(): BlockForm[] {
  const c = 'general.expenditure';
  const spent = account.fiscal('general');
  const shares = classesOf(account, 'general').map((code): Text => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    return t`${account.name(code)}${w.a(c, amount, about)}，占${w.share(c, amount, spent, c, about)}`;
  });
  const basic = account.basic('general');
  const project = account.project('general');
  const kinds = ['302', '310'].map((code): Text => {
    const amount = [...projectEconomic].reduce((sum, [key, fen]) => sum + (key.startsWith(code) ? fen : 0), 0);
    const subject = { scheme: 'economic', code, path: account.path(code) } as const;
    return t`${account.name(code)}${w.a(`${c}.project`, amount, { subject })}`;
  });
  return [
    section('五、一般公共预算支出决算情况说明'),
    clause('（一）一般公共预算支出决算总体情况'),
    p(
      t`2022年度一般公共预算财政拨款支出${w.a(c, spent)}，占本年支出合计的${w.share(c, spent, account.spent(), 'expenditure.current_year')}。与年初预算相比增加${w.delta(c, spent, account.budget('general'), PLAN)}，完成年初预算的${w.done(c, spent, account.budget('general'))}；与上年决算相比${w.change(c, spent, prior.general)}。`,
    ),
    clause('（二）一般公共预算支出决算结构情况'),
    p(t`2022年度一般公共预算财政拨款支出${w.a(c, spent)}，按功能分类，主要用于以下方面：${inRow(shares)}。`),
    clause('（三）一般公共预算支出决算具体情况'),
    ...codesOf(account, 'general').map(item),
    section('六、一般公共预算基本支出决算情况说明'),
    p(
      t`2022年度一般公共预算财政拨款基本支出${w.a(`${c}.basic`, basic)}${last(`${c}.basic`, prior.basic)}，与上年决算相比${w.change(`${c}.basic`, basic, prior.basic)}，变动原因：工资正常晋级。其中：人员经费${w.a(`${c}.basic.personnel`, account.personnel())}，占基本支出的${w.share(`${c}.basic.personnel`, account.personnel(), basic, `${c}.basic`)}，主要包括基本工资、津贴补贴、绩效工资、社会保险缴费、住房公积金等；公用经费${w.a(`${c}.basic.public`, account.public())}，占基本支出的${w.share(`${c}.basic.public`, account.public(), basic, `${c}.basic`)}，主要包括办公费、水费、邮电费、差旅费、维修（护）费、工会经费等。`,
    ),
    section('七、一般公共预算项目支出决算情况说明'),
    p(
      t`2022年度一般公共预算财政拨款项目支出${w.a(`${c}.project`, project)}，按经济分类，其中：${inRow(kinds)}。与上年决算相比，${w.change(`${c}.project`, project, prior.project)}，变动原因：新增沙化土地综合治理任务。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [now, full, before] = [total(final3), total(full3), total(prior3)];
  const FULL = { basis: 'adjusted_budget' };
  const planOf = (concept: string, fen: number) => w.a(concept, fen, { measure: 'adjusted_budget' });
  return [
    section('八、财政拨款“三公”经费支出决算情况说明'),
    clause('（一）财政拨款“三公”经费支出决算总体情况'),
    p(
      t`2022年度财政拨款“三公”经费支出全年预算${planOf(`${c}.total`, full)}，支出决算${w.a(`${c}.total`, now)}，完成全年预算的${w.done(`${c}.total`, now, full, FULL)}，决算数小于全年预算数的主要原因：压减车辆运行开支。与上年决算相比，“三公”经费支出减少${w.delta(`${c}.total`, now, before)}，下降${w.rate(`${c}.total`, now, before)}。`,
    ),
    clause('（二）财政拨款“三公”经费支出决算具体情况'),
    p(
      t`1.因公出国（境）费全年预算${planOf(`${c}.overseas`, 0)}，支出决算${w.a(`${c}.overseas`, 0)}，与上年决算${w.flat(`${c}.overseas`, 'prior_final')}。2022年度${w.none([`${c}.overseas`], '未发生')}因公出国（境）费用，全年因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，累计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费全年预算${planOf(`${c}.vehicle`, vehicle(full3))}，支出决算${w.a(`${c}.vehicle`, vehicle(final3))}，完成全年预算的${w.done(`${c}.vehicle`, vehicle(final3), vehicle(full3), FULL)}。其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，全年购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}；公务用车运行维护费${w.a(`${c}.vehicle.operation`, final3.operation)}${last(`${c}.vehicle.operation`, prior3.operation)}，比上年决算${w.change(`${c}.vehicle.operation`, final3.operation, prior3.operation)}，用于野外监测车辆燃油、维修和保险，年末开支财政拨款的公务用车保有量${w.c(`${c}.vehicle.owned`, 2, '辆')}，平均每辆${w.a(`${c}.vehicle.average`, final3.operation / 2)}。`,
    ),
    p(
      t`3.公务接待费全年预算${planOf(`${c}.reception`, full3.reception)}，支出决算${w.a(`${c}.reception`, final3.reception)}，完成全年预算的${w.done(`${c}.reception`, final3.reception, full3.reception, FULL)}，与上年决算${w.flat(`${c}.reception`, 'prior_final', '一致')}。其中：国内公务接待${w.c(`${c}.reception.batches`, 8, '批次')}、${w.c(`${c}.reception.persons`, 54, '人次')}。`,
    ),
    section('九、政府性基金预算财政拨款支出决算情况说明'),
    p(
      t`${ORGANISATION}2022年度${w.none(['income.fiscal.fund', 'fund.expenditure'], '没有')}政府性基金预算财政拨款收入和支出。`,
    ),
    section('十、国有资本经营预算财政拨款支出决算情况说明'),
    p(t`${ORGANISATION}2022年度${w.none(['capital.expenditure'], '未安排')}国有资本经营预算财政拨款支出。`),
  ];
}

function projects(): BlockForm[] {
  const items = PROJECTS.map(({ name, budget, final }, i) => {
    const about = { subject: { scheme: 'project', code: null, path: [name] } } as const;
    const opening = t`${i + 1}.“${name}”项目：年初预算安排${w.a('project.funds', budget, { ...about, measure: 'budget' })}，支出决算${w.a('project.funds', final, about)}`;
    return p(t`${opening}，完成年初预算的${w.done('project.funds', final, budget, about)}。`);
  });
  return [
    section('十一、项目支出决算情况说明'),
    p(
      t`2022年度项目支出决算${w.a('expenditure.project', account.allProject())}，其中财政拨款项目支出${w.a('fiscal.expenditure.project', account.project())}，占项目支出的${w.share('fiscal.expenditure.project', account.project(), account.allProject(), 'expenditure.project')}。具体项目如下：`,
    ),
    ...items,
  ];
}

function other(): BlockForm[] {
  const agency = account.public();
  const whole = purchases.goods + purchases.works + purchases.services;
  const share = (concept: string, fen: number) => w.share(concept, fen, whole, 'procurement.total');
  const w元 = w.with({ unit: '元', group: true });
  return [
    section('十二、机构运行经费支出决算情况说明'),
    p(
      t`2022年度机构运行经费支出${w.a('agency_operation', agency)}${last('agency_operation', prior.agency)}，比上年决算${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增长 降低')}，变动原因：差旅费和维修费减少。`,
    ),
    section('十三、政府采购支出决算情况说明'),
    p(
      t`2022年度政府采购支出总额${w.a('procurement.total', whole)}，其中：货物支出${w.a('procurement.goods', purchases.goods)}，占${share('procurement.goods', purchases.goods)}；工程支出${w.a('procurement.works', purchases.works)}，占${share('procurement.works', purchases.works)}；服务支出${w.a('procurement.services', purchases.services)}，占${share('procurement.services', purchases.services)}。授予中小企业合同金额${w.a('procurement.sme', sme.all)}，占政府采购支出总额的${share('procurement.sme', sme.all)}，其中：授予小微企业合同金额${w.a('procurement.micro', sme.micro)}，占政府采购支出总额的${share('procurement.micro', sme.micro)}。`,
    ),
    section('十四、国有资产占用情况说明'),
    p(
      t`截至2022年12月31日，${ORGANISATION}资产总额${w元.a('assets.total', yuan(8_642_315.2))}，房屋面积1,286平方米；共有车辆${w.c('assets.vehicle.total', 2, '辆')}，其中：${vehicles(w, KINDS)}；单价50万元以上通用设备${w.c('assets.equipment.over_500k', 0, '台（套）')}，单价100万元以上专用设备${w.c('assets.equipment.over_1m', 1, '台（套）')}。`,
    ),
    section('十五、预算绩效情况说明'),
    p(
      t`（一）绩效目标编报情况。2022年度编报绩效目标的项目${w.c('performance.targets.projects', 4, '个')}，涉及资金${w.a('performance.targets.funds', yuan(2_150_000))}。（二）绩效跟踪情况。对${w.c('performance.tracking.projects', 3, '个')}项目开展绩效跟踪，涉及资金${w.a('performance.tracking.funds', yuan(2_000_000))}。（三）绩效自评情况。对${w.c('performance.projects', 4, '个')}项目开展绩效自评，涉及资金${w.a('performance.funds', account.allProject())}，自评平均得分${w.c('performance.score', '95.25', '分')}，其中：评级为“优”的项目${w.c('performance.grade.excellent', 3, '个')}，评级为“良”的项目${w.c('performance.grade.good', 1, '个')}；自评发现问题${w.c('performance.issues.found', 2, '个')}，已完成整改${w.c('performance.issues.rectified', 1, '个')}，正在整改${w.c('performance.issues.rectifying', 1, '个')}。`,
    ),
    part('第三部分 名词解释'),
    p('一、上级补助收入：指事业单位从主管部门和上级单位取得的非财政补助收入。'),
    p('二、机构运行经费：指为保障机构运行，用一般公共预算财政拨款基本支出安排的公用经费。'),
    part('第四部分 决算公开联系方式及信息反馈渠道'),
    p('本单位决算公开信息反馈和联系方式：'),
    p('联系人：王海燕　　联系电话：0475-4210000'),
  ];
}

export const neimenggu: Sample = {
  name: 'neimenggu-2022-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [],
  blocks: [
    centred('2022年度'),
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '单位决算公开报告' },
    centred('批复时间：2023年8月28日'),
    centred('公开时间：2023年9月12日'),
    pageBreak,
    centred('目　录'),
    ...[
      '第一部分 单位概况',
      '第二部分 2022年度单位决算情况说明',
      '第三部分 名词解释',
      '第四部分 决算公开联系方式及信息反馈渠道',
      '第五部分 2022年度单位决算表',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 2 + 3 })),
    pageBreak,
    ...overview(),
    part('第二部分 2022年度单位决算情况说明'),
    ...wholes(),
    ...general(),
    ...threePublic(),
    ...projects(),
    ...other(),
    ...tables(),
  ],
};
