/** 山东, 2023, a school's budget: the tables first, 财政专户管理资金 and 单位资金, text against last year's budget. Three defects. */
import { yuan } from './account.ts';
import { classesOf, codesOf, inRow, named, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { type Text, t } from './marks.ts';
import {
  account,
  amountOf,
  before,
  ORGANISATION,
  PROJECTS,
  PURCHASES,
  three,
  three2022,
  w,
  YEAR,
} from './shandong-account.ts';
import { tables } from './shandong-tables.ts';
import { total, vehicle } from './three-public.ts';

const PRIOR = { basis: 'prior_budget' };
const then = w.with({ year: YEAR - 1 });
const previous = { all: yuan(22_318_600), fees: yuan(2_460_000), own: yuan(260_000), fund: yuan(443_600) };

function overview(): BlockForm[] {
  return [
    part('第一部分　单位概况'),
    section('一、主要职能'),
    p('承担全日制中等职业学历教育和职业技能培训任务，开设机电、旅游、葡萄酒酿造等专业。'),
    section('二、机构设置情况'),
    p(
      t`${ORGANISATION}为区教育和体育局所属公益二类事业单位，内设办公室、教务处、实训处、学生处、总务处等${w.c('organisation.divisions', 5, '个')}机构。核定编制${w.c('staff.establishment', 118, '人')}，实有在职人员${w.c('staff.actual', 109, '人')}，退休人员${w.c('staff.retired', 46, '人')}，在校学生${w.c('students', 1486, '人')}。`,
    ),
  ];
}

function wholes(): BlockForm[] {
  const all = account.total();
  const from = (label: string, concept: string, fen: number): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, all, 'income.total')}`;
  const fees = account.ownIncome('institutional');
  const own = account.ownIncome('other');
  const of = (concept: string, fen: number) =>
    t`${w.a(concept, fen)}，占支出预算的${w.share(concept, fen, all, 'expenditure.total')}`;
  const uses = classesOf(account).map(
    (code): Text =>
      t`${account.name(code)}${w.a('expenditure.current_year', account.spent(code), named(account, code))}`,
  );
  return [
    section('一、收支预算总体情况'),
    p(
      t`按照预算管理有关规定，${ORGANISATION}的收入和支出全部纳入预算管理。2023年收入预算${w.a('income.total', all)}，比2022年预算（${w.a('income.total', previous.all, { period: YEAR - 1 })}）${w.change('income.total', all, previous.all, PRIOR)}，主要原因是实训基地建设投入增加；2023年支出预算${w.a('expenditure.total', all)}，比2022年预算${w.change('expenditure.total', all, previous.all, PRIOR)}。`,
    ),
    section('二、收入预算情况'),
    p(
      // 20.00 printed as 22.00: the planted witness.
      t`2023年收入预算${w.a('income.total', all)}，其中：${from('一般公共预算财政拨款收入', 'income.fiscal.general', account.appropriated('general'))}；${from('政府性基金预算财政拨款收入', 'income.fiscal.fund', account.appropriated('fund'))}；${from('国有资本经营预算财政拨款收入', 'income.fiscal.capital', 0)}；${from('财政专户管理资金收入', 'income.institutional.education_fees', fees)}；单位资金收入${w.a('income.other', own, { print: '22.00' })}，占${w.share('income.other', own, all, 'income.total')}。财政专户管理资金收入比2022年预算减少${w.delta('income.institutional.education_fees', fees, previous.fees, PRIOR)}，主要原因是招生人数减少。`,
    ),
    section('三、支出预算情况'),
    p(
      t`2023年支出预算${w.a('expenditure.total', all)}。按支出性质分，基本支出${of('expenditure.basic', account.allBasic())}；项目支出${of('expenditure.project', account.allProject())}。按功能分类科目分，${inRow(uses, '，')}。`,
    ),
    section('四、财政拨款收支预算情况'),
    p(
      t`2023年财政拨款收支总预算${w.a('fiscal.total', account.fiscalTotal())}。收入包括：一般公共预算财政拨款收入${w.a('income.fiscal.general', account.appropriated('general'))}，政府性基金预算财政拨款收入${w.a('income.fiscal.fund', account.appropriated('fund'))}。支出包括：基本支出${w.a('fiscal.expenditure.basic', account.basic())}，项目支出${w.a('fiscal.expenditure.project', account.project())}。`,
    ),
  ];
}

function general(): BlockForm[] {
  const c = 'general.expenditure';
  const spent = account.fiscal('general');
  const items = codesOf(account, 'general').map((code, i): BlockForm => {
    const path = account.path(code).slice(1);
    const about = named(account, code, path);
    const [now, last] = [account.fiscal('general', code), before(code)];
    const name = path.join('—');
    const opening = t`${i + 1}、${code} ${name}2023年预算${w.a(c, now, about)}`;
    if (now === last) return p(t`${opening}，与2022年预算${w.flat(c, 'prior_budget', '持平', about)}。`);
    const change = w.change(c, now, last, { ...about, ...PRIOR }, '增加 减少 提高 下降');
    return p(t`${opening}，比2022年预算${change}。`);
  });
  const shares = classesOf(account, 'general').map((code): Text => {
    const amount = account.fiscal('general', code);
    const about = named(account, code);
    return t`${account.name(code)}${w.a(c, amount, about)}，占${w.share(c, amount, spent, c, about)}`;
  });
  return [
    section('五、一般公共预算支出情况'),
    clause('（一）总体情况'),
    p(
      t`2023年一般公共预算支出${w.a(c, spent)}，同口径比2022年预算${w.change(c, spent, before(), PRIOR)}，主要原因是人员增资和实训设备更新。`,
    ),
    clause('（二）结构情况'),
    p(t`2023年一般公共预算支出${w.a(c, spent)}，主要用于：${inRow(shares)}。`),
    clause('（三）具体情况'),
    ...items,
    section('六、一般公共预算基本支出情况'),
    p(
      t`2023年一般公共预算基本支出${w.a(`${c}.basic`, account.basic('general'))}，其中：人员经费${w.a(`${c}.basic.personnel`, account.personnel())}，主要包括基本工资、津贴补贴、绩效工资、社会保障缴费、住房公积金、退休费、助学金；公用经费${w.a(`${c}.basic.public`, account.public())}，主要包括办公费、水费、电费、邮电费、差旅费、维修（护）费、培训费、公务接待费、工会经费、福利费、公务用车运行维护费、办公设备购置。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  return [
    section('七、一般公共预算“三公”经费支出情况'),
    p(
      t`2023年一般公共预算“三公”经费预算${w.a(`${c}.total`, total(three))}，比2022年预算${w.change(`${c}.total`, total(three), total(three2022), PRIOR)}。其中：`,
    ),
    p(
      t`1.因公出国（境）费${w.a(`${c}.overseas`, 0)}，与2022年预算${w.flat(`${c}.overseas`, 'prior_budget', '无变化')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费${w.a(`${c}.vehicle`, vehicle(three))}，与2022年预算${w.flat(`${c}.vehicle`, 'prior_budget')}。其中：公务用车运行维护费${w.a(`${c}.vehicle.operation`, three.operation)}；公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}。`,
    ),
    p(
      t`3.公务接待费${w.a(`${c}.reception`, three.reception)}，比2022年预算${w.change(`${c}.reception`, three.reception, three2022.reception, PRIOR)}，主要原因是压减接待批次。`,
    ),
  ];
}

function other(): BlockForm[] {
  const sums = PURCHASES.map(([, concept, parts]) => [concept, parts.reduce((sum, part) => sum + part, 0)] as const);
  const whole = sums.reduce((sum, [, amount]) => sum + amount, 0);
  const [goods, works, services] = sums.map(([concept, amount]) => w.a(concept, amount)) as [Text, Text, Text];
  const fund = named(account, '2296004');
  const spent = account.fiscal('fund');
  const reserved = yuan(1_368_000);
  const micro = yuan(820_800);
  const list = PROJECTS.slice(0, 2).map((plan) => {
    const subject = { scheme: 'project', code: null, path: [plan.name] } as const;
    return t`“${plan.name}”项目，年度预算安排${w.a('project.funds', amountOf(plan), { subject })}`;
  });
  const kinds = [
    ['应急保障用车', 'emergency', 0],
    ['特种专业技术用车', 'technical', 0],
    ['其他用车', 'other', 2],
  ] as const;
  return [
    section('八、政府性基金预算支出情况'),
    p(
      t`2023年政府性基金预算支出${w.a('fund.expenditure', spent)}，比2022年预算${w.change('fund.expenditure', spent, previous.fund, PRIOR)}。具体为：其他支出（类）彩票公益金安排的支出（款）用于教育事业的彩票公益金支出（项）${w.a('fund.expenditure', spent, fund)}，主要用于实训基地设备购置。`,
    ),
    section('九、国有资本经营预算支出情况'),
    p(t`本单位2023年${w.none(['capital.expenditure'], '没有安排')}国有资本经营预算支出。`),
    section('十、其他重要事项的情况'),
    clause('（一）机关运行经费安排情况'),
    p(t`本单位属于事业单位，2023年${w.none(['agency_operation'], '没有安排')}机关运行经费。`),
    clause('（二）政府采购安排情况'),
    p(
      t`2023年本单位政府采购预算${w.a('procurement.total', whole)}，其中：货物类${goods}，工程类${works}，服务类${services}；集中采购274.00万元，分散采购68.00万元。面向中小企业预留政府采购项目预算金额${w.a('procurement.sme.reserved', reserved)}，占政府采购预算的${w.share('procurement.sme.reserved', reserved, whole, 'procurement.total')}，其中面向小微企业预留政府采购项目预算金额${w.a('procurement.micro.reserved', micro)}。`,
    ),
    clause('（三）国有资产占用情况'),
    p(
      t`截至2022年12月31日，本单位共有车辆${then.c('assets.vehicle.total', 2, '辆')}，其中：${vehicles(then, kinds)}；单价50万元以上通用设备${then.c('assets.equipment.over_500k', 3, '台（套）')}，单价100万元以上专用设备${then.c('assets.equipment.over_1m', 2, '台（套）')}。2023年安排购置车辆${w.c('assets.planned.vehicle', 0, '辆')}，安排购置单价100万元以上设备${w.c('assets.planned.equipment', 1, '台（套）')}。`,
    ),
    clause('（四）绩效目标设置情况'),
    p(
      t`2023年，本单位对${w.c('performance.targets.projects', 5, '个')}项目编报绩效目标，涉及预算资金${w.a('performance.targets.funds', account.allProject())}。重点项目为：${inRow(list)}。`,
    ),
    part('第四部分　名词解释'),
    p('一、财政专户管理资金：指纳入财政专户管理的教育收费等资金。'),
    p('二、单位资金：指除政府预算资金和财政专户管理资金以外的资金。'),
  ];
}

export const shandong: Sample = {
  name: 'shandong-2023-budget',
  format: 'pdf',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [
    {
      rule: 'sum',
      quote: '事业单位医疗 72.64',
      why: 'table 03, 合计: 基本支出 in the same row and the rows above say 76.24; 72.64 has two digits exchanged',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'rate.change',
      quote: '住房公积金 46.70',
      why: 'table 05: 4.97 on 106.50 is 4.67%, printed ten times too large',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'witness',
      quote: '单位资金收入22.00万元',
      why: 'tables 01 and 02 give 20.00, which the share of 0.88% and the sum of the sources support',
      verdict: 'conflict',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: '烟台市蓬莱区登云山中等职业学校' },
    { kind: 'title', text: '2023年单位预算' },
    pageBreak,
    centred('目　录'),
    ...[
      '第一部分　单位概况',
      '第二部分　2023年单位预算表',
      '第三部分　2023年单位预算情况说明',
      '第四部分　名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 4 + 3 })),
    pageBreak,
    ...overview(),
    ...tables(),
    pageBreak,
    part('第三部分　2023年单位预算情况说明'),
    ...wholes(),
    ...general(),
    ...threePublic(),
    ...other(),
  ],
};
