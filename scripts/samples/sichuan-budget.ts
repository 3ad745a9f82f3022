/** 四川, 2024, a unit's budget: the text before the tables, 预算执行数 of the year before, one expense in 元. */
import { yuan } from './account.ts';
import { classesOf, inRow, named, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { type Text, t } from './marks.ts';
import { account, ORGANISATION, three, w, YEAR } from './sichuan-budget-account.ts';
import { tables } from './sichuan-budget-tables.ts';
import { total, vehicle } from './three-public.ts';

const PRIOR = { basis: 'prior_budget' };
const EXECUTED = { basis: 'prior_execution' };
const three2023 = { overseas: 0, purchase: 0, operation: yuan(56_000), reception: yuan(15_000) };
const before = { all: yuan(5_968_400), fiscal: yuan(5_782_300), general: yuan(5_782_300), training: yuan(20_000) };
const w元 = w.with({ unit: '元', decimals: 0, group: true });

function overview(): BlockForm[] {
  return [
    part(`第一部分  ${ORGANISATION}概况`),
    section('一、职能简介'),
    p('宣传贯彻蚕桑产业发展的方针政策，承担全区桑园建设、蚕种供应、共育指导和技术推广等事务性工作。'),
    section('二、2024年重点工作'),
    p('（一）抓好5000亩优质桑园提质改造，推广省力化养蚕技术。'),
    p('（二）办好小蚕共育示范点12处，做好蚕种供应和蚕病防控。'),
    section('三、机构设置及人员情况'),
    p(
      t`${ORGANISATION}是区农业农村局下属二级预算单位，属公益一类事业单位。核定事业编制${w.c('staff.establishment.institutional', 32, '人')}，2023年末实有在职人员${w.c('staff.actual', 30, '人', { period: YEAR - 1 })}，退休人员${w.c('staff.retired', 14, '人', { period: YEAR - 1 })}，遗属补助人员2人。`,
    ),
  ];
}

function wholes(): BlockForm[] {
  const all = account.total();
  const fiscal = account.fiscal();
  const from = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, all, 'income.total')}`;
  const to = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, all, 'expenditure.total')}`;
  const uses = classesOf(account).map((code): Text => {
    const amount = account.fiscal(undefined, code);
    return t`${account.name(code)}${w.a('fiscal.expenditure', amount, named(account, code))}`;
  });
  return [
    section('一、收支预算情况说明'),
    p(
      t`按照综合预算的原则，${ORGANISATION}所有收入和支出均纳入单位预算管理。收入包括：一般公共预算拨款收入、事业收入、上年结转；支出包括：社会保障和就业支出、卫生健康支出、农林水支出、住房保障支出。2024年收支总预算${w.a('balance.total', all)}，比2023年收支总预算增加${w.delta('balance.total', all, before.all, PRIOR)}，主要是新增优质桑园提质改造项目。`,
    ),
    clause('（一）收入预算情况'),
    p(
      t`2024年收入预算${w.a('income.total', all)}，其中：上年结转${from('income.carried_in', account.carried('carriedIn'))}；一般公共预算拨款收入${from('income.fiscal.general', account.appropriated('general'))}；政府性基金预算拨款收入${from('income.fiscal.fund', 0)}；国有资本经营预算拨款收入${from('income.fiscal.capital', 0)}；事业收入${from('income.institutional', account.ownIncome('institutional'))}；其他收入${from('income.other', 0)}。`,
    ),
    clause('（二）支出预算情况'),
    p(
      t`2024年支出预算${w.a('expenditure.total', account.spent() + account.carried('carriedOut'))}，其中：基本支出${to('expenditure.basic', account.allBasic())}；项目支出${to('expenditure.project', account.allProject())}；经营支出${to('expenditure.operating', 0)}。`,
    ),
    section('二、财政拨款收支预算情况说明'),
    p(
      t`2024年财政拨款收支总预算${w.a('fiscal.total', fiscal)}，比2023年财政拨款收支总预算增加${w.delta('fiscal.total', fiscal, before.fiscal, PRIOR)}，主要是项目支出增加${w.delta('fiscal.expenditure.project', account.project(), yuan(1_150_000), PRIOR)}。收入包括：本年一般公共预算拨款收入${w.a('income.fiscal.general', fiscal)}；支出包括：${inRow(uses, '、')}。`,
    ),
  ];
}

const ITEMS: [string, string, number][] = [
  ['2080502', '用于单位退休人员的经费支出', 46_800],
  ['2080505', '用于单位实施养老保险制度由单位缴纳的基本养老保险费支出', 372_640],
  ['2080506', '用于单位实施养老保险制度由单位缴纳的职业年金支出', 186_320],
  ['2101102', '用于单位缴纳的基本医疗保险支出', 180_000],
  ['2130104', '用于在职人员工资和单位正常运转', 3_198_420],
  ['2130106', '用于蚕桑新技术示范推广', 650_000],
  ['2130122', '用于优质桑园提质改造、小蚕共育补助', 500_000],
  ['2210201', '用于按规定为职工缴纳的住房公积金支出', 279_480],
];

function general(): BlockForm[] {
  const c = 'general.expenditure';
  const spent = account.fiscal('general');
  const shares = classesOf(account, 'general').map((code) => {
    const amount = account.fiscal('general', code);
    const about = named(account, code);
    return t`${account.name(code)}${w.a(c, amount, about)}，占${w.share(c, amount, spent, c, about)}`;
  });
  const items = ITEMS.map(([code, use, executed], i) => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    const then = yuan(executed);
    const [kind, group, name] = account.path(code) as [string, string, string];
    const opening = t`${i + 1}.${kind}（类）${group}（款）${name}（项）：2024年预算数为${w.a(c, amount, about)}`;
    if (amount === then)
      return p(t`${opening}，与2023年预算执行数${w.flat(c, 'prior_execution', '持平', about)}，主要${use}。`);
    const old = t`2023年预算执行数为${w.a(c, then, { ...about, measure: 'execution', period: YEAR - 1 })}`;
    const change = t`较2023年执行数${w.change(c, amount, then, { ...about, ...EXECUTED })}`;
    return p(t`${opening}，${i % 3 === 1 ? t`${old}，` : ''}${change}，主要${use}。`);
  });
  return [
    section('三、一般公共预算当年拨款情况说明'),
    clause('（一）一般公共预算当年拨款规模变化情况'),
    p(
      t`2024年一般公共预算当年拨款支出${w.a(c, spent)}，比2023年预算数${w.change(c, spent, before.general, PRIOR)}，主要原因是项目预算安排增加。`,
    ),
    clause('（二）一般公共预算当年拨款结构情况'),
    p(t`2024年一般公共预算当年拨款支出${w.a(c, spent)}，其中：${inRow(shares)}。`),
    clause('（三）一般公共预算当年拨款具体使用情况'),
    ...items,
    section('四、一般公共预算基本支出情况说明'),
    p(t`2024年一般公共预算基本支出${w.a(`${c}.basic`, account.basic('general'))}，其中：`),
    p(
      t`人员经费${w.a(`${c}.basic.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金、退休费、生活补助、奖励金。`,
    ),
    p(
      t`公用经费${w.a(`${c}.basic.public`, account.public())}，主要包括：办公费、水费、电费、差旅费、培训费、公务接待费、工会经费、公务用车运行维护费、其他商品和服务支出。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  return [
    section('五、“三公”经费财政拨款预算安排情况说明'),
    p(
      t`2024年“三公”经费财政拨款预算数${w.a(`${c}.total`, total(three))}，其中：因公出国（境）经费${w.a(`${c}.overseas`, 0)}，公务接待费${w.a(`${c}.reception`, three.reception)}，公务用车购置及运行维护费${w.a(`${c}.vehicle`, vehicle(three))}。`,
    ),
    p(
      t`（一）因公出国（境）经费与2023年预算${w.flat(`${c}.overseas`, 'prior_budget')}。2024年${w.none([`${c}.overseas`], '未安排')}因公出国（境）经费。`,
    ),
    p(
      t`（二）公务接待费较2023年预算减少${w.delta(`${c}.reception`, three.reception, three2023.reception, PRIOR)}，下降${w.rate(`${c}.reception`, three.reception, three2023.reception, PRIOR)}。主要原因是严格控制接待标准。2024年公务接待费计划用于业务考察、检查指导等公务活动开支的用餐费。`,
    ),
    p(
      t`（三）公务用车购置及运行维护费与2023年预算${w.flat(`${c}.vehicle`, 'prior_budget')}。单位现有公务用车${w.c(`${c}.vehicle.owned`, 2, '辆')}，其中：轿车1辆，越野车1辆。2024年${w.none([`${c}.vehicle.purchase`], '未安排')}公务用车购置费；安排公务用车运行维护费${w.a(`${c}.vehicle.operation`, three.operation)}，用于公务用车燃油、维修、保险等方面支出。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, services] = [yuan(138_600), yuan(420_000)];
  const purchases = goods + services;
  const then = w.with({ year: YEAR - 1 });
  const kinds = [
    ['主要领导干部用车', 'leadership', 0],
    ['机要通信用车', 'confidential', 0],
    ['应急保障用车', 'emergency', 0],
    ['特种专业技术用车', 'technical', 1],
    ['其他用车', 'other', 1],
  ] as const;
  const funds = account.allProject();
  const training = yuan(18_600);
  return [
    section('六、政府性基金预算支出情况说明'),
    p(t`${ORGANISATION}2024年${w.none(['fund.expenditure'], '没有')}使用政府性基金预算拨款安排的支出。`),
    section('七、国有资本经营预算支出情况说明'),
    p(t`${ORGANISATION}2024年${w.none(['capital.expenditure'], '没有')}使用国有资本经营预算拨款安排的支出。`),
    section('八、其他重要事项的情况说明'),
    clause('（一）机关运行经费'),
    p(t`${ORGANISATION}为事业单位，2024年${w.none(['agency_operation'], '未安排')}机关运行经费。`),
    clause('（二）会议费、培训费'),
    p(
      t`2024年安排会议费${w.a('meeting.expense', 0)}；安排培训费${w元.a('training.expense', training)}，比2023年预算减少${w元.delta('training.expense', training, before.training, PRIOR)}，计划培训蚕农${w.c('training.persons', 600, '人次')}。`,
    ),
    clause('（三）政府采购情况'),
    p(
      t`2024年，${ORGANISATION}安排政府采购预算${w.a('procurement.total', purchases)}，其中：货物类${w.a('procurement.goods', goods)}、工程类${w.a('procurement.works', 0)}、服务类${w.a('procurement.services', services)}，主要用于采购办公设备、桑园机械化作业服务。`,
    ),
    clause('（四）国有资产占有使用情况'),
    p(
      t`截至2023年底，${ORGANISATION}共有车辆${then.c('assets.vehicle.total', 2, '辆')}，其中：${vehicles(then, kinds)}。单价50万元以上通用设备${then.c('assets.equipment.over_500k', 0, '台（套）')}，单价100万元以上专用设备${then.c('assets.equipment.over_1m', 1, '台（套）')}。`,
    ),
    p(
      t`2024年单位预算安排购置车辆${w.c('assets.planned.vehicle', 0, '辆')}，安排购置单价100万元以上设备${w.c('assets.planned.equipment', 0, '台（套）')}。`,
    ),
    clause('（五）绩效目标设置情况'),
    p(
      t`绩效目标是预算编制的前提和基础。2024年${ORGANISATION}开展绩效目标管理的项目${w.c('performance.targets.projects', 5, '个')}，涉及预算${w.a('performance.targets.funds', funds)}。`,
    ),
    part('第三部分  名词解释'),
    p('1.一般公共预算拨款收入：指区级财政当年拨付的资金。'),
    p('2.事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入，如技术服务收入等。'),
    p('3.上年结转：指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。'),
  ];
}

export const sichuanBudget: Sample = {
  name: 'sichuan-2024-budget',
  format: 'doc',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '2024年单位预算' },
    centred('公开时间：2024年2月28日'),
    pageBreak,
    centred('目　　录'),
    ...[
      `第一部分  ${ORGANISATION}概况`,
      '第二部分  2024年单位预算情况说明',
      '第三部分  名词解释',
      '第四部分  2024年单位预算表',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 2 + 3 })),
    pageBreak,
    ...overview(),
    part('第二部分  2024年单位预算情况说明'),
    ...wholes(),
    ...general(),
    ...threePublic(),
    ...other(),
    ...tables(),
  ],
};
