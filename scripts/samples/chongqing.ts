/** 重庆, 2022, a street office: 1.总体 2.收入 3.支出 4.结转结余, every change against last year and the budget. Three defects. */
import { Account, line, yuan } from './account.ts';
import { classesOf, fullName, inRow, uncoded, vehicles } from './clerk.ts';
import { type BlockForm, centred, clause, p, type Sample, section } from './form.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { type ThreePublic, total } from './three-public.ts';

const ORGANISATION = '重庆市北碚区云渡街道办事处';
const YEAR = 2022;

const account = new Account({
  names: {
    ...NAMES,
    20101: '人大事务',
    2010101: '行政运行',
    20103: '政府办公厅（室）及相关机构事务',
    2010301: '行政运行',
    2010302: '一般行政管理事务',
    2010350: '事业运行',
    20499: '其他公共安全支出',
    2049999: '其他公共安全支出',
    2070109: '群众文化',
    20801: '人力资源和社会保障管理事务',
    2080109: '社会保险经办机构',
    20802: '民政管理事务',
    2080208: '基层政权建设和社区治理',
    2080805: '义务兵优待',
    20828: '退役军人管理事务',
    2082850: '事业运行',
    21201: '城乡社区管理事务',
    2120104: '城管执法',
    2120804: '农村基础设施建设支出',
    21301: '农业农村',
    2130104: '事业运行',
    21307: '农村综合改革',
    2130705: '对村民委员会和村党支部的补助',
    2296002: '用于社会福利的彩票公益金支出',
  },
  lines: [
    line('2010101', { basic: 186_420.5, budget: 190_000 }),
    line('2010301', { basic: 6_842_316.4, budget: 6_500_000 }),
    line('2010302', { project: 1_236_480.25, budget: 980_000 }),
    line('2010350', { basic: 1_846_230, budget: 1_812_400 }),
    line('2049999', { project: 186_300, budget: 0 }),
    line('2070109', { basic: 612_480.3, project: 92_000, budget: 704_480.3 }),
    line('2080109', { basic: 486_214, budget: 470_000 }),
    line('2080208', {
      project: 5_236_418.66,
      appropriated: 5_186_418.66,
      budget: 4_860_000,
      ownProject: 52_000,
      own: { other: 68_420 },
    }),
    line('2080501', { basic: 312_600, budget: 312_600 }),
    line('2080505', { basic: 1_086_420.18, budget: 1_120_000 }),
    line('2080506', { basic: 543_210.09, budget: 560_000 }),
    line('2080805', { project: 214_600, budget: 0 }),
    line('2082850', { basic: 268_416, budget: 260_000 }),
    line('2100410', { project: 862_410, budget: 0 }),
    line('2101101', { basic: 618_420.3, budget: 630_000 }),
    line('2101102', { basic: 286_140.7, budget: 290_000 }),
    line('2120104', { basic: 1_286_412, project: 318_600, budget: 1_560_000 }),
    line('2120501', { project: 4_186_230.5, budget: 4_400_000 }),
    line('2120804', { fund: 'fund', project: 1_250_000, appropriated: 1_130_000 }),
    line('2130104', { basic: 742_618, budget: 730_000 }),
    line('2130705', { project: 1_862_000, budget: 1_800_000 }),
    line('2210201', { basic: 986_320, budget: 1_010_000 }),
    line('2296002', { fund: 'fund', project: 186_000 }),
  ],
  economic: {
    30101: 3_412_680,
    30102: 2_016_430.2,
    30103: 1_986_240,
    30107: 1_268_410,
    30108: 1_086_420.18,
    30109: 543_210.09,
    30110: 904_561,
    30112: 86_214,
    30113: 986_320,
    30201: 312_460.4,
    30207: 118_620,
    30211: 86_430,
    30215: 21_600,
    30216: 46_318,
    30217: 32_460,
    30228: 186_420,
    30231: 128_640.3,
    30239: 486_200,
    30302: 312_600,
    30305: 486_218.4,
  },
  rest: '30299',
  carriedIn: { general: 86_000, fund: 120_000, own: 12_600 },
});

const final3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(128_640.3), reception: yuan(32_460) };
const budget3: ThreePublic = { overseas: 0, purchase: 0, operation: yuan(150_000), reception: yuan(60_000) };
const prior3: ThreePublic = {
  overseas: 0,
  purchase: yuan(186_400),
  operation: yuan(146_218.5),
  reception: yuan(41_280),
};
const prior = {
  total: yuan(30_012_460.3),
  income: yuan(29_846_300.8),
  spent: yuan(29_793_860.3),
  fiscal: yuan(29_876_410.2),
  granted: yuan(28_641_216.3),
  general: yuan(28_604_300.6),
  people: yuan(12_604_218.4),
  goods: yuan(3_134_020.5),
  fundIncome: yuan(980_000),
  fundSpent: yuan(1_146_000),
  meeting: yuan(38_420),
  training: yuan(31_206),
};

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 1 });
const w元 = w.with({ unit: '元' });

const LAST = { basis: 'prior_final' };
const PLAN = { basis: 'budget' };

/** 较上年决算数… and 较年初预算数…, one after the other. */
function against(concept: string, now: number, last: number, plan: number, about: About = {}): Text {
  return t`较上年决算数${w.change(concept, now, last, { ...about, ...LAST })}，主要原因是人员调资及社区治理投入增加；较年初预算数${w.change(concept, now, plan, { ...about, ...PLAN })}，主要原因是年中追加社区工作者待遇和疫情防控经费`;
}

function overview(): BlockForm[] {
  return [
    section('一、部门基本情况'),
    clause('（一）职能职责'),
    p('1.贯彻执行党和国家的路线方针政策，统筹辖区党的建设、经济发展、民生服务和平安法治等工作。'),
    p('2.负责辖区城市管理、环境保护、应急管理和安全生产的属地工作。'),
    p('3.指导社区居民委员会、村民委员会开展自治，办理区委、区政府交办的其他事项。'),
    clause('（二）机构设置'),
    p(
      t`街道设党政办公室、党群工作办公室、经济发展办公室、民政和社区事务办公室、平安建设办公室、规划建设管理环保办公室、财政办公室、应急管理办公室等${w.c('organisation.divisions', 8, '个')}内设机构。核定行政编制${w.c('staff.establishment.administrative', 38, '名')}、事业编制${w.c('staff.establishment.institutional', 34, '名')}，年末实有人员${w.c('staff.actual', 70, '名')}。`,
    ),
    clause('（三）单位构成'),
    p('从预算单位构成看，纳入本部门2022年度决算编制的二级预算单位主要包括：'),
    p('1.重庆市北碚区云渡街道办事处（本级）'),
    p('2.重庆市北碚区云渡街道社区事务服务中心'),
    p('3.重庆市北碚区云渡街道综合行政执法大队'),
    clause('（四）机构改革情况'),
    p('本部门2022年度不涉及机构改革。'),
  ];
}

function wholes(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const from = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
  const to = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const left = account.carried('carriedOut');
  return [
    section('二、部门决算情况说明'),
    clause('（一）收入支出决算总体情况说明'),
    p(
      t`1.总体情况。2022年度收入总计${w.a('income.total', all)}，支出总计${w.a('expenditure.total', all)}。收支较上年决算数${w.change('balance.total', all, prior.total)}，主要原因是疫情防控、社区治理和人居环境整治投入增加。`,
    ),
    p(
      t`2.收入情况。2022年度收入合计${w.a('income.current_year', income)}，较上年决算数${w.change('income.current_year', income, prior.income)}，主要原因是争取上级专项资金增加。其中：财政拨款收入${from('income.fiscal', account.appropriated())}；事业收入${from('income.institutional', 0)}；经营收入${from('income.operating', 0)}；其他收入${from('income.other', account.ownIncome('other'))}。此外，使用非财政拨款结余${w.a('income.surplus_used', 0)}，年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}。`,
    ),
    p(
      t`3.支出情况。2022年度支出合计${w.a('expenditure.current_year', spent)}，较上年决算数${w.change('expenditure.current_year', spent, prior.spent)}，主要原因是项目支出增加。其中：基本支出${to('expenditure.basic', account.allBasic())}；项目支出${to('expenditure.project', account.allProject())}；经营支出${to('expenditure.operating', 0)}。此外，结余分配${w.a('expenditure.surplus_distributed', 0)}。`,
    ),
    p(
      t`4.结转结余情况。2022年度年末结转和结余${w.a('expenditure.carried_out', left)}，较上年决算数${w.change('expenditure.carried_out', left, account.carried('carriedIn'))}，主要原因是加快资金支付进度，结转项目减少。`,
    ),
    clause('（二）财政拨款收入支出决算总体情况说明'),
    p(
      t`2022年度财政拨款收、支总计${w.a('fiscal.total', account.fiscalTotal())}。与2021年相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}。主要原因是人员经费和城乡社区环境卫生项目增加。`,
    ),
  ];
}

const WHY: Record<string, string> = {
  201: '人员正常晋级晋档及考核奖清算',
  204: '年中追加平安建设专项经费',
  208: '年中追加社区工作者待遇和义务兵优待金',
  210: '年中追加疫情防控经费',
  212: '环卫保洁服务按实际考核结算',
  213: '村干部补贴标准提高',
  221: '人员变动',
};

function general(): BlockForm[] {
  const c = 'general.expenditure';
  const [granted, spent, plan] = [
    account.appropriated('general'),
    account.fiscal('general'),
    account.budget('general'),
  ];
  const left = account.carriedOut.general;
  const items = classesOf(account, 'general').map((code, i): BlockForm => {
    const about = uncoded(account, code);
    const [final, budget] = [account.fiscal('general', code), account.budget('general', code)];
    // 19.1 printed as 11.9: the planted share.
    const print = code === '212' ? { print: '11.9' } : {};
    const opening = t`（${i + 1}）${account.name(code)}${w.a(c, final, about)}，占${w.share(c, final, spent, c, { ...about, ...print })}`;
    if (budget === final) return p(t`${opening}，较年初预算数${w.flat(c, 'budget', '无增减', about)}。`);
    if (budget === 0)
      return p(
        t`${opening}，年初预算${w.a(c, 0, { ...about, measure: 'budget' })}，较年初预算数增加${w.delta(c, final, 0, { ...about, ...PLAN })}，主要原因是${WHY[code] ?? ''}。`,
      );
    return p(
      t`${opening}，较年初预算数${w.change(c, final, budget, { ...about, ...PLAN })}，主要原因是${WHY[code] ?? ''}。`,
    );
  });
  const [people, goods] = [account.personnel(), account.public()];
  return [
    clause('（三）一般公共预算财政拨款支出决算情况说明'),
    p(
      t`1.收入情况。2022年度一般公共预算财政拨款收入${w.a('income.fiscal.general', granted)}，${against('income.fiscal.general', granted, prior.granted, plan)}。此外，年初一般公共预算财政拨款结转和结余${w.a('fiscal.carried_in.general', account.carriedIn.general)}。`,
    ),
    p(t`2.支出情况。2022年度一般公共预算财政拨款支出${w.a(c, spent)}，${against(c, spent, prior.general, plan)}。`),
    p(
      t`3.结转结余情况。2022年度年末一般公共预算财政拨款结转和结余${w.a('fiscal.carried_out.general', left)}，较上年决算数${w.change('fiscal.carried_out.general', left, account.carriedIn.general)}。`,
    ),
    p('4.比较情况。本部门2022年度一般公共预算财政拨款支出主要用于以下几个方面：'),
    ...items,
    clause('（四）一般公共预算财政拨款基本支出决算情况说明'),
    p(
      // 3.8 printed as 38.0: the planted rate.
      t`2022年度一般公共预算财政拨款基本支出${w.a(`${c}.basic`, account.basic('general'))}。其中：人员经费${w.a(`${c}.basic.personnel`, people)}，较上年决算数${w.change(`${c}.basic.personnel`, people, prior.people)}，主要原因是工资标准调整。人员经费用途主要包括基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金、退休费、生活补助等。公用经费${w.a(`${c}.basic.public`, goods)}，较上年决算数减少${w.delta(`${c}.basic.public`, goods, prior.goods)}，下降${w.rate(`${c}.basic.public`, goods, prior.goods, { print: '38.0' })}，主要原因是落实过紧日子要求，压减一般性支出。公用经费用途主要包括办公费、邮电费、差旅费、会议费、培训费、公务接待费、工会经费、公务用车运行维护费、其他交通费用等。`,
    ),
  ];
}

function funds(): BlockForm[] {
  const [income, spent] = [account.appropriated('fund'), account.fiscal('fund')];
  const use: Record<string, string> = {
    2120804: '修建村级产业路和山坪塘整治',
    2296002: '社区养老服务站运营补助',
  };
  const items = account.of('', 'fund').map(({ code }) => {
    const about = uncoded(account, code);
    return t`${fullName(account, code)}${w.a('fund.expenditure', account.fiscal('fund', code), about)}，主要用于${use[code] ?? ''}`;
  });
  return [
    clause('（五）政府性基金预算收支决算情况说明'),
    p(
      t`2022年度政府性基金预算财政拨款年初结转结余${w.a('fund.carried_in', account.carriedIn.fund)}，本年收入${w.a('income.fiscal.fund', income)}，较上年决算数${w.change('income.fiscal.fund', income, prior.fundIncome)}，主要原因是新增农村基础设施建设资金；本年支出${w.a('fund.expenditure', spent)}，较上年决算数${w.change('fund.expenditure', spent, prior.fundSpent)}；年末结转结余${w.a('fund.carried_out', account.carriedOut.fund)}。具体支出为：${inRow(items)}。`,
    ),
    clause('（六）国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本部门2022年度${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出。`),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [now, plan, last] = [total(final3), total(budget3), total(prior3)];
  const guests = 386;
  const even = (concept: string, basis: string) => w.flat(`${c}.${concept}`, basis, '无增减');
  const both = (concept: string, key: 'operation' | 'reception') =>
    t`费用支出较年初预算数${w.change(`${c}.${concept}`, final3[key], budget3[key], PLAN)}；较上年支出数${w.change(`${c}.${concept}`, final3[key], prior3[key])}`;
  return [
    section('三、“三公”经费情况说明'),
    clause('（一）“三公”经费支出总体情况说明'),
    p(
      t`2022年度“三公”经费支出共计${w.a(`${c}.total`, now)}，较年初预算数${w.change(`${c}.total`, now, plan, PLAN)}，主要原因是严格执行中央八项规定精神，从严控制公务接待和用车支出；较上年支出数${w.change(`${c}.total`, now, last)}，主要原因是上年更新了一辆执法车辆。`,
    ),
    clause('（二）“三公”经费分项支出情况'),
    p(
      t`2022年度本部门因公出国（境）费用${w.a(`${c}.overseas`, 0)}，费用支出较年初预算数${even('overseas', 'budget')}，较上年支出数${even('overseas', 'prior_final')}。`,
    ),
    p(
      t`公务车购置费${w.a(`${c}.vehicle.purchase`, 0)}，费用支出较年初预算数${even('vehicle.purchase', 'budget')}，较上年支出数${w.change(`${c}.vehicle.purchase`, 0, prior3.purchase)}，主要原因是本年未更新车辆。`,
    ),
    p(
      t`公务车运行维护费${w.a(`${c}.vehicle.operation`, final3.operation)}，主要用于机要文件交换、市内因公出行、城管执法所需车辆的燃料费、维修费、过桥过路费、保险费等。${both('vehicle.operation', 'operation')}。`,
    ),
    p(
      t`公务接待费${w.a(`${c}.reception`, final3.reception)}，主要用于接待其他街镇来访考察和上级部门检查指导工作。${both('reception', 'reception')}。`,
    ),
    clause('（三）“三公”经费实物量情况'),
    p(
      t`2022年度本部门因公出国（境）共计${w.c(`${c}.overseas.groups`, 0, '个')}团组，${w.c(`${c}.overseas.persons`, 0, '人')}；公务用车购置${w.c(`${c}.vehicle.purchased`, 0, '辆')}，公务车保有量为${w.c(`${c}.vehicle.owned`, 5, '辆')}；国内公务接待${w.c(`${c}.reception.batches`, 42, '批次')}${w.c(`${c}.reception.persons`, guests, '人')}，其中：国内外事接待${w.c(`${c}.reception.foreign.batches`, 0, '批次')}，${w.c(`${c}.reception.foreign.persons`, 0, '人')}。2022年本部门人均接待费${w元.a(`${c}.reception.average`, Math.round(final3.reception / guests))}，车均购置费0万元，车均维护费${w.a(`${c}.vehicle.average`, final3.operation / 5)}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(286_400), yuan(1_862_300), yuan(864_200)];
  const purchases = goods + works + services;
  const [smeGoods, smeWorks, smeServices] = [yuan(286_400), yuan(1_520_000), yuan(864_200)];
  const sme = smeGoods + smeWorks + smeServices;
  const micro = yuan(1_986_400);
  const of = (kind: string, amount: number, whole: number) =>
    w.share(`procurement.sme.${kind}`, amount, whole, `procurement.${kind}`);
  const kinds = [
    ['副部（省）级及以上领导用车', 'ministerial', 0],
    ['主要领导干部用车', 'leadership', 0],
    ['机要通信用车', 'confidential', 1],
    ['应急保障用车', 'emergency', 1],
    ['执法执勤用车', 'enforcement', 2],
    ['特种专业技术用车', 'technical', 0],
    ['离退休干部用车', 'retired', 0],
    ['其他用车', 'other', 1],
  ] as const;
  const [meeting, training] = [yuan(21_600), yuan(46_318)];
  const agency = account.public();
  return [
    section('四、其他需要说明的事项'),
    clause('（一）财政拨款会议费、培训费情况'),
    p(
      t`2022年度会议费支出${w.a('meeting.expense', meeting)}，较上年决算数${w.change('meeting.expense', meeting, prior.meeting)}，主要原因是多采取视频会议形式。2022年度培训费支出${w.a('training.expense', training)}，较上年决算数${w.change('training.expense', training, prior.training)}，主要原因是组织社区干部业务培训。`,
    ),
    clause('（二）机关运行经费情况说明'),
    p(
      t`2022年度本部门机关运行经费支出${w.a('agency_operation', agency)}，机关运行经费主要用于开支办公费、印刷费、邮电费、差旅费、会议费、工会经费、公务用车运行维护费和其他交通费用等。机关运行经费较上年支出数减少${w.delta('agency_operation', agency, prior.goods)}，主要原因是压减办公费开支。`,
    ),
    clause('（三）国有资产占用情况说明'),
    p(
      t`截至2022年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 5, '辆')}，其中，${vehicles(w, kinds)}。单价50万元（含）以上通用设备${w.c('assets.equipment.over_500k', 0, '台（套）')}，单价100万元（含）以上专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    clause('（四）政府采购支出情况说明'),
    p(
      // 86.42 printed as 68.42: the planted part of a sum.
      t`2022年度本部门政府采购支出总额${w.a('procurement.total', purchases)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', works)}、政府采购服务支出${w.a('procurement.services', services, { print: '68.42' })}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, purchases, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占政府采购支出总额的${w.share('procurement.micro', micro, purchases, 'procurement.total')}。货物采购授予中小企业合同金额占货物支出金额的${of('goods', smeGoods, goods)}，工程采购授予中小企业合同金额占工程支出金额的${of('works', smeWorks, works)}。主要用于采购办公设备、道路维修工程、环卫保洁服务等。`,
    ),
    section('五、2022年度预算绩效管理情况说明'),
    clause('（一）单位自评情况'),
    p(
      t`根据预算绩效管理要求，本部门年初对${w.c('performance.targets.projects', 21, '个')}项目编报绩效目标，涉及资金${w.a('performance.targets.funds', yuan(15_680_000))}；年中对${w.c('performance.tracking.projects', 18, '个')}项目开展绩效监控，涉及资金${w.a('performance.tracking.funds', yuan(13_246_000))}；年末对${w.c('performance.projects', 21, '个')}项目开展了绩效自评，涉及资金${w.a('performance.funds', account.project())}，自评平均分${w.c('performance.score', '93.6', '分')}，其中评级为优的项目${w.c('performance.grade.excellent', 18, '个')}、评级为良的项目${w.c('performance.grade.good', 3, '个')}。`,
    ),
    clause('（二）单位绩效评价情况'),
    p('本部门未委托第三方开展绩效评价。'),
  ];
}

export const chongqing: Sample = {
  name: 'chongqing-2022-final',
  format: 'txt',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: [
      '重庆市北碚区云渡街道办事处（本级）',
      '重庆市北碚区云渡街道社区事务服务中心',
      '重庆市北碚区云渡街道综合行政执法大队',
    ],
  },
  defects: [
    {
      rule: 'share',
      quote: '城乡社区支出579.12万元，占11.9%',
      why: '579.12 / 3029.93 = 19.1%, printed 11.9% with two digits exchanged',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'rate.change',
      quote: '公用经费301.49万元，较上年决算数减少11.91万元，下降38.0%',
      why: '11.91 / 313.40 = 3.8%, printed ten times too large',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'sum',
      quote: '政府采购服务支出68.42万元',
      why: '28.64 + 186.23 + 86.42 = 301.29; 68.42 has two digits exchanged',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '2022年度部门决算情况说明' },
    ...overview(),
    ...wholes(),
    ...general(),
    ...funds(),
    ...threePublic(),
    ...other(),
    section('六、专业名词解释'),
    p('（一）财政拨款收入：指本年度从本级财政部门取得的财政拨款，包括一般公共预算财政拨款和政府性基金预算财政拨款。'),
    p('（二）年初结转和结余：指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。'),
    section('七、决算公开联系方式及信息反馈渠道'),
    p('本单位决算公开信息反馈和联系方式：023-68001234。'),
    centred('附件：重庆市北碚区云渡街道办事处2022年度部门决算公开表'),
  ],
};
