/** 天津, 2023, a department: text and tables in 元, 三公 in 万元, “占调整预算”, 民生 at the end. */
import { yuan } from './account.ts';
import { classesOf, codesOf, fullName, inRow, named, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, part, type Sample, section } from './form.ts';
import { flatten, type Mark, type Pen, type Text, t } from './marks.ts';
import { total, vehicle } from './three-public.ts';
import { account, adjusted, budget3, final3, ORGANISATION, prior3, UNITS, w, w万, YEAR } from './tianjin-account.ts';
import { tables } from './tianjin-tables.ts';

const prior = {
  total: yuan(13_486_210.42),
  income: yuan(13_486_210.42),
  spent: yuan(13_486_210.42),
  fiscal: yuan(13_482_610.42),
  general: yuan(13_162_610.42),
  basic: yuan(9_102_486.3),
  fund: yuan(320_000),
  agency: yuan(1_164_218.6),
};

/** One number for several concepts: 均为0.00元. */
function each(pen: Pen, concepts: readonly string[], fen: number): Text {
  const marks = concepts.flatMap((concept) => flatten(pen.n(concept, fen))) as Mark[];
  return [{ text: (marks[0] as Mark).text, facts: marks.flatMap(({ facts }) => facts) }, pen.style.unit];
}

function overview(): BlockForm[] {
  return [
    part('第一部分  概　况'),
    section('一、主要职责'),
    p('（一）负责七里海湿地核心区渔苇资源的统一管理和保护利用，组织开展退渔退苇、生态补水等工作。'),
    p('（二）负责湿地巡护、疫源疫病监测和科普宣传。'),
    p('（三）承办区委、区政府交办的其他事项。'),
    section('二、机构设置'),
    p(
      t`${ORGANISATION}内设${w.c('organisation.divisions', 4, '个')}职能科室；下辖${w.c('organisation.units', 2, '个')}预算单位。年末编制人数${w.c('staff.establishment', 52, '人')}，其中行政编制${w.c('staff.establishment.administrative', 24, '人')}，事业编制${w.c('staff.establishment.institutional', 28, '人')}；年末实有人数${w.c('staff.actual', 49, '人')}。纳入${ORGANISATION}2023年度部门决算编制范围的单位包括：`,
    ),
    ...UNITS.map(({ name }, i) => p(`${i + 1}.${name}`)),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const granted = account.appropriated();
  const rest = ['superior', 'institutional', 'operating', 'affiliated'].map((kind) => `income.${kind}`);
  const other = account.ownIncome('other');
  const to = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  return [
    section('一、收支决算总体情况说明'),
    p(
      t`${ORGANISATION}2023年度收入、支出决算总计${w.a('balance.total', all)}，与2022年度相比，收、支总计各${w.change('balance.total', all, prior.total)}，主要原因是湿地保护修复项目增加。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`${ORGANISATION}2023年度收入决算合计${w.a('income.current_year', income)}，与2022年度相比${w.change('income.current_year', income, prior.income)}，主要原因是区级财政安排的湿地管护资金增加。其中：财政拨款收入${w.a('income.fiscal', granted)}，占${w.share('income.fiscal', granted, income, 'income.current_year')}；其他收入${w.a('income.other', other)}，占${w.share('income.other', other, income, 'income.current_year')}；上级补助收入、事业收入、经营收入和附属单位上缴收入均为${each(w, rest, 0)}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`${ORGANISATION}2023年度支出决算合计${w.a('expenditure.current_year', spent)}，与2022年度相比${w.change('expenditure.current_year', spent, prior.spent)}，主要原因是湿地保护修复项目增加。其中：基本支出${to('expenditure.basic', account.allBasic())}；项目支出${to('expenditure.project', account.allProject())}。年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}。`,
    ),
    section('四、财政拨款收支决算总体情况说明'),
    p(
      t`${ORGANISATION}2023年度财政拨款收、支决算总计${w.a('fiscal.total', account.fiscalTotal())}。与2022年度相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}，主要原因是项目支出增加。`,
    ),
  ];
}

function item(code: string, i: number): BlockForm {
  const c = 'general.expenditure';
  const about = named(account, code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const plan = adjusted(code);
  const opening = t`${i + 1}.${fullName(account, code)}年初预算为${w.a(c, budget, { ...about, measure: 'budget' })}，`;
  if (plan !== final) {
    const done = w.done(c, final, plan, { ...about, basis: 'adjusted_budget' });
    return p(
      t`${opening}调整预算为${w.a(c, plan, { ...about, measure: 'adjusted_budget' })}，支出决算为${w.a(c, final, about)}，占调整预算${done}，决算数小于调整预算数的主要原因是部分合同尾款结转下年支付。`,
    );
  }
  const done = t`${opening}支出决算为${w.a(c, final, about)}，完成年初预算的${w.done(c, final, budget, about)}`;
  if (budget === final) return p(t`${done}，决算数与年初预算数${w.flat(c, 'budget', '持平', about)}。`);
  const more = final > budget;
  return p(
    t`${done}，决算数${more ? '大于' : '小于'}年初预算数的主要原因是${more ? '按政策调整工资待遇' : '人员变动、缴费基数调整'}。`,
  );
}

function general(): BlockForm[] {
  const c = 'general.expenditure';
  const spent = account.fiscal('general');
  const codes = [...new Set(codesOf(account, 'general'))].sort();
  const plan = codes.reduce((sum, code) => sum + adjusted(code), 0);
  const shares = classesOf(account, 'general').map((code): Text => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    return t`${account.name(code)}（类）${w.a(c, amount, about)}，占${w.share(c, amount, spent, c, about)}`;
  });
  const basic = account.basic('general');
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）支出决算总体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出合计${w.a(c, spent)}，占本年支出合计的${w.share(c, spent, account.spent(), 'expenditure.current_year')}。与2022年度相比，一般公共预算财政拨款支出${w.change(c, spent, prior.general)}，主要原因是湿地保护修复项目增加。`,
    ),
    clause('（二）支出决算结构情况'),
    p(t`2023年度一般公共预算财政拨款支出${w.a(c, spent)}，主要用于以下方面：${inRow(shares)}。`),
    clause('（三）支出决算具体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出年初预算为${w.a(c, account.budget('general'), { measure: 'budget' })}，调整预算为${w.a(c, plan, { measure: 'adjusted_budget' })}，支出决算为${w.a(c, spent)}，完成调整预算的${w.done(c, spent, plan, { basis: 'adjusted_budget' })}。其中：`,
    ),
    ...codes.map(item),
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款基本支出${w.a(`${c}.basic`, basic)}，与2022年度相比${w.change(`${c}.basic`, basic, prior.basic)}，主要原因是人员经费增加。其中：`,
    ),
    p(
      t`人员经费${w.a(`${c}.basic.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、公务员医疗补助缴费、其他社会保障缴费、住房公积金、退休费、生活补助、其他对个人和家庭的补助。`,
    ),
    p(
      t`公用经费${w.a(`${c}.basic.public`, account.public())}，主要包括：办公费、邮电费、物业管理费、差旅费、维修（护）费、公务接待费、工会经费、公务用车运行维护费、其他交通费用、其他商品和服务支出、办公设备购置。`,
    ),
    section('七、政府性基金预算财政拨款收支决算情况说明'),
    p(
      t`2023年度政府性基金预算财政拨款年初结转和结余${w.a('fund.carried_in', 0)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', account.fiscal('fund'))}，年末结转和结余${w.a('fund.carried_out', 0)}。政府性基金预算财政拨款支出与2022年度相比${w.change('fund.expenditure', account.fiscal('fund'), prior.fund)}，主要原因是安排生态移民安置区环境整治资金。`,
    ),
    section('八、国有资本经营预算财政拨款收支决算情况说明'),
    p(
      t`${ORGANISATION}2023年度${w.none(['income.fiscal.capital', 'capital.expenditure'])}国有资本经营预算财政拨款收入和支出。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [now, plan, last] = [total(final3), total(budget3), total(prior3)];
  const PLAN = { basis: 'budget' };
  const versus = (concept: string, final: number, budget: number, before: number) =>
    t`${w万.a(concept, final)}，与年初预算相比${final < budget ? '减少' : '增加'}${w万.delta(concept, final, budget, PLAN)}；与2022年度相比${w万.change(concept, final, before)}`;
  const even = (concept: string) =>
    t`与年初预算${w万.flat(concept, 'budget')}，与2022年度${w万.flat(concept, 'prior_final')}`;
  return [
    section('九、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    clause('（一）“三公”经费支出决算总体情况'),
    p(
      t`${ORGANISATION}2023年度“三公”经费年初预算${w万.a(`${c}.total`, plan, { measure: 'budget' })}，支出决算${w万.a(`${c}.total`, now)}，完成年初预算的${w万.done(`${c}.total`, now, plan)}；与2022年度相比${w万.change(`${c}.total`, now, last)}，主要原因是减少公务用车使用频次。`,
    ),
    clause('（二）“三公”经费支出决算具体情况'),
    p(
      t`1.因公出国（境）费支出${w万.a(`${c}.overseas`, 0)}，${even(`${c}.overseas`)}。2023年，因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，参加因公出国（境）人员共计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费支出${versus(`${c}.vehicle`, vehicle(final3), vehicle(budget3), vehicle(prior3))}。其中：公务用车购置费支出${w万.a(`${c}.vehicle.purchase`, 0)}，${even(`${c}.vehicle.purchase`)}。公务用车运行维护费支出${versus(`${c}.vehicle.operation`, final3.operation, budget3.operation, prior3.operation)}。2023年，公务用车购置数${w.c(`${c}.vehicle.purchased`, 0, '辆')}，公务用车保有量${w.c(`${c}.vehicle.owned`, 3, '辆')}。`,
    ),
    p(
      t`3.公务接待费支出${versus(`${c}.reception`, final3.reception, budget3.reception, prior3.reception)}，主要原因是湿地保护调研来访增加。其中：国内公务接待支出${w万.a(`${c}.reception.domestic`, final3.reception)}，外事接待支出${w万.a(`${c}.reception.foreign`, 0)}。2023年，国内公务接待批次${w.c(`${c}.reception.batches`, 11, '个')}，国内公务接待人次${w.c(`${c}.reception.persons`, 96, '人次')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, services] = [yuan(186_420.5), yuan(2_640_318)];
  const purchases = goods + services;
  const [smeGoods, smeServices] = [yuan(186_420.5), yuan(2_112_254.4)];
  const sme = smeGoods + smeServices;
  const micro = yuan(1_486_300);
  const agency = yuan(1_086_412.9);
  const kinds = [
    ['副部（省）级及以上领导用车', 'ministerial', 0],
    ['主要领导干部用车', 'leadership', 0],
    ['机要通信用车', 'confidential', 1],
    ['应急保障用车', 'emergency', 0],
    ['执法执勤用车', 'enforcement', 1],
    ['特种专业技术用车', 'technical', 1],
    ['离退休干部用车', 'retired', 0],
    ['其他用车', 'other', 0],
  ] as const;
  const lives = ['205', '208', '210', '221'].map((code): Text => {
    const amount = account.spent(code);
    const about = named(account, code);
    return t`${account.name(code)}${w.a('expenditure.current_year', amount, about)}，占本年支出合计的${w.share('expenditure.current_year', amount, account.spent(), 'expenditure.current_year', about)}`;
  });
  return [
    section('十、机关运行经费支出情况说明'),
    p(
      t`${ORGANISATION}2023年度机关运行经费支出${w.a('agency_operation', agency)}，与2022年度相比${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增长 降低')}，主要原因是压减办公费、差旅费支出。`,
    ),
    section('十一、政府采购支出情况说明'),
    p(
      t`${ORGANISATION}2023年度政府采购支出总额${w.a('procurement.total', purchases)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}，政府采购工程支出${w.a('procurement.works', 0)}，政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, purchases, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占授予中小企业合同金额的${w.share('procurement.micro', micro, sme, 'procurement.sme')}。货物采购授予中小企业合同金额占货物支出金额的${w.share('procurement.sme.goods', smeGoods, goods, 'procurement.goods')}，服务采购授予中小企业合同金额占服务支出金额的${w.share('procurement.sme.services', smeServices, services, 'procurement.services')}。`,
    ),
    section('十二、国有资产占有使用情况说明'),
    p(
      t`截至2023年12月31日，${ORGANISATION}共有车辆${w.c('assets.vehicle.total', 3, '辆')}，其中：${vehicles(w, kinds)}；单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 1, '台（套）')}。`,
    ),
    section('十三、预算绩效情况说明'),
    p(
      t`根据预算绩效管理要求，${ORGANISATION}对2023年度${w.c('performance.projects', 5, '个')}项目开展了绩效自评，涉及金额${w.a('performance.funds', account.project())}，自评覆盖率达到${w.c('performance.coverage', 100, '%')}，平均得分${w.c('performance.score', '97.38', '分')}，自评结果随部门决算一并公开。`,
    ),
    section('十四、教育、医疗卫生、社会保障和就业、住房保障、涉农补贴等民生支出情况说明'),
    p(t`${ORGANISATION}2023年度决算中，${inRow(lives)}。`),
    part('第四部分  名词解释'),
    p('一、财政拨款收入：指本年度从本级财政部门取得的财政拨款。'),
    p('二、机关运行经费：指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务等的各项公用经费。'),
  ];
}

export const tianjin: Sample = {
  name: 'tianjin-2023-final',
  format: 'html',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: UNITS.map(({ name }) => name),
  },
  defects: [],
  blocks: [
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '2023年度部门决算' },
    centred('目　录'),
    ...[
      '第一部分  概　况',
      '第二部分  2023年度部门决算表',
      '第三部分  2023年度部门决算情况说明',
      '第四部分  名词解释',
    ].map(centred),
    ...overview(),
    ...tables(),
    part('第三部分  2023年度部门决算情况说明'),
    ...wholes(),
    ...general(),
    ...threePublic(),
    ...other(),
  ],
};
