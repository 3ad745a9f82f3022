/** 湖北, 2023, a department: order of sections since 2022, codes in three cells, generated numbers of headings. */
import { Account, line, yuan } from './account.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '宜昌市夷陵区三峡古道保护管理局';
const YEAR = 2023;

const account = new Account({
  names: NAMES,
  lines: [
    line('2070101', { basic: 4_862_315.47, budget: 4_700_000 }),
    line('2070199', { project: 1_286_400, budget: 1_500_000 }),
    line('2070204', {
      basic: 2_015_388.2,
      project: 6_743_219.65,
      appropriated: 8_558_607.85,
      budget: 7_900_000,
      ownProject: 412_000,
      own: { other: 520_000 },
    }),
    line('2080501', { basic: 386_214, budget: 386_214 }),
    line('2080505', { basic: 798_560.32, budget: 820_000 }),
    line('2080506', { basic: 286_733.91, budget: 300_000 }),
    line('2080801', { basic: 84_560, budget: 0 }),
    line('2101101', { basic: 302_118.44, budget: 310_000 }),
    line('2101102', { basic: 96_402.1, budget: 96_402.1 }),
    line('2101103', { basic: 121_330, budget: 130_000 }),
    line('2120899', { fund: 'fund', project: 2_400_000, appropriated: 2_350_000, budget: 0 }),
    line('2210201', { basic: 612_875, budget: 600_000 }),
    line('2210202', { basic: 143_200, budget: 143_200 }),
  ],
  economic: {
    30101: 1_905_312,
    30102: 1_406_880.5,
    30103: 1_338_200,
    30107: 620_400,
    30108: 798_560.32,
    30109: 286_733.91,
    30110: 398_520.54,
    30111: 121_330,
    30112: 35_610.22,
    30113: 612_875,
    30199: 143_200,
    30201: 126_318.4,
    30202: 18_200,
    30205: 6_420,
    30206: 58_733.1,
    30207: 24_016,
    30211: 96_540.6,
    30213: 45_300,
    30216: 18_600,
    30217: 9_486,
    30226: 112_000,
    30228: 98_450,
    30229: 57_360,
    30231: 64_218.3,
    30239: 386_400,
    30302: 386_214,
    30304: 84_560,
    30309: 3_600,
    31002: 42_380,
  },
  rest: '30299',
  carriedIn: { general: 320_000, fund: 150_000, own: 85_000 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(80_000), reception: yuan(30_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(64_218.3), reception: yuan(9_486) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(71_300.45), reception: yuan(14_250) };
const prior = {
  total: yuan(19_873_420.66),
  fiscal: yuan(19_004_118.2),
  general: yuan(17_020_334.9),
  agency: yuan(901_233.1),
};
const agency = yuan(842_165.3);

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });

function overview(): BlockForm[] {
  return [
    part('第一部分  宜昌市夷陵区三峡古道保护管理局概况'),
    section('部门主要职责', 1),
    p('（一）贯彻执行国家关于古道遗存保护利用的方针政策，拟订全区古道保护规划并组织实施。'),
    p('（二）负责古道沿线碑刻、桥梁、驿铺等遗存的调查登记、日常巡护和抢救性修缮。'),
    p('（三）指导古道沿线乡镇开展展示利用、研学推广工作。'),
    section('机构设置情况', 1),
    p(
      t`本部门内设办公室、保护利用科、规划建设科等${w.c('organisation.divisions', 4, '个')}职能科室。从决算单位构成看，纳入2023年度部门决算编制范围的单位共${w.c('organisation.units', 3, '个')}，包括：`,
    ),
    p('1.宜昌市夷陵区三峡古道保护管理局（本级）'),
    p('2.宜昌市夷陵区三峡古道巡护服务站'),
    p('3.宜昌市夷陵区三峡古道展示馆'),
  ];
}

function tables(): BlockForm[] {
  const layout = {
    account,
    pen: w,
    above: (place: number) => [
      `公开0${place}表`,
      `部门：${ORGANISATION}　　　　　　2023年度　　　　　　金额单位：万元`,
    ],
    threeCells: true,
    lineNumbers: true,
    blankZero: false,
    totalLast: false,
    since2020: true,
  };
  const full = new Tables(layout);
  const note = '注：本表反映部门本年度取得的各项收入和支出情况，以万元为单位，因四舍五入可能存在尾差。';
  const totals = full.totals('收入支出决算总表', '金额');
  return [
    part('第二部分  2023年度部门决算表'),
    { ...totals, below: [note] },
    full.income(),
    full.expenditure(),
    full.fiscal(),
    full.general(),
    full.basic('一般公共预算财政拨款基本支出决算明细表', 3),
    full.fund('政府性基金预算财政拨款收入支出决算表'),
    full.capital('国有资本经营预算财政拨款支出决算表', [
      t`说明：本部门当年${w.none(['income.fiscal.capital', 'capital.expenditure'], '没有')}国有资本经营预算财政拨款收入和支出，故本表无数据。`,
    ]),
    threePublicTable(full, '财政拨款“三公”经费支出决算表', budget3, final3),
  ];
}

function wholes(): BlockForm[] {
  const income = account.income();
  const spent = account.spent();
  return [
    section('收入支出决算总体情况说明', 2),
    p(
      t`2023年度收、支总计均为${w.a('balance.total', account.total())}。与2022年度相比，收、支总计各${w.change('balance.total', account.total(), prior.total)}，主要原因是争取到古道石板路抢救性修缮专项资金。`,
    ),
    section('收入决算情况说明', 2),
    p(
      t`2023年度收入合计${w.a('income.current_year', income)}。其中：财政拨款收入${w.a('income.fiscal', account.appropriated())}，占本年收入${w.share('income.fiscal', account.appropriated(), income, 'income.current_year')}；上级补助收入${w.a('income.superior', 0)}，占本年收入${w.share('income.superior', 0, income, 'income.current_year')}；事业收入${w.a('income.institutional', 0)}，占本年收入${w.share('income.institutional', 0, income, 'income.current_year')}；经营收入${w.a('income.operating', 0)}，占本年收入${w.share('income.operating', 0, income, 'income.current_year')}；附属单位上缴收入${w.a('income.affiliated', 0)}，占本年收入${w.share('income.affiliated', 0, income, 'income.current_year')}；其他收入${w.a('income.other', account.ownIncome())}，占本年收入${w.share('income.other', account.ownIncome(), income, 'income.current_year')}。`,
    ),
    section('支出决算情况说明', 2),
    p(
      t`2023年度支出合计${w.a('expenditure.current_year', spent)}。其中：基本支出${w.a('expenditure.basic', account.allBasic())}，占本年支出${w.share('expenditure.basic', account.allBasic(), spent, 'expenditure.current_year')}；项目支出${w.a('expenditure.project', account.allProject())}，占本年支出${w.share('expenditure.project', account.allProject(), spent, 'expenditure.current_year')}；上缴上级支出${w.a('expenditure.to_superior', 0)}，占本年支出${w.share('expenditure.to_superior', 0, spent, 'expenditure.current_year')}；经营支出${w.a('expenditure.operating', 0)}，占本年支出${w.share('expenditure.operating', 0, spent, 'expenditure.current_year')}；对附属单位补助支出${w.a('expenditure.to_affiliated', 0)}，占本年支出${w.share('expenditure.to_affiliated', 0, spent, 'expenditure.current_year')}。`,
    ),
    section('财政拨款收入支出决算总体情况说明', 2),
    p(
      t`2023年度财政拨款收、支总计均为${w.a('fiscal.total', account.fiscalTotal())}。与2022年度相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}。主要原因是文物保护专项增加。`,
    ),
  ];
}

const PURPOSES: Record<string, string> = {
  2070101: '机关在职人员工资和日常运转',
  2070199: '古道节会宣传推广',
  2070204: '古道本体修缮和日常巡护',
};

function item(code: string, number: number): BlockForm {
  const subject = { scheme: 'functional', code, path: account.path(code) } as const;
  const about: About = { subject };
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const [kind, group, name] = subject.path;
  const use = PURPOSES[code] ? `主要用于${PURPOSES[code]}。` : '';
  const opening = t`${number}.${kind as string}（类）${group as string}（款）${name as string}（项）。${use}年初预算为${w.a('general.expenditure', budget, { ...about, measure: 'budget' })}，支出决算为${w.a('general.expenditure', final, about)}`;
  if (budget === 0) return p(t`${opening}，支出决算数大于年初预算数的主要原因是年中有退休人员去世，按规定追加抚恤金。`);
  const done = t`${opening}，完成年初预算的${w.done('general.expenditure', final, budget, about)}`;
  if (budget === final)
    return p(t`${done}，支出决算数与年初预算数${w.flat('general.expenditure', 'budget', '持平', about)}。`);
  const reason: Text =
    final > budget
      ? '大于年初预算数的主要原因是年中追加预算'
      : '小于年初预算数的主要原因是严格控制支出、部分款项尚未达到支付条件';
  return p(t`${done}，支出决算数${reason}。`);
}

function general(): BlockForm[] {
  const spent = account.fiscal('general');
  const classes = [...new Set(account.of('', 'general').map(({ code }) => code.slice(0, 3)))];
  const shares = classes.map((code, i) => {
    const subject = { scheme: 'functional', code, path: account.path(code) } as const;
    const amount = account.fiscal('general', code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}（类）支出${w.a('general.expenditure', amount, { subject })}，占${w.share('general.expenditure', amount, spent, 'general.expenditure', { subject })}`;
  });
  const codes = account.of('', 'general').map(({ code }) => code);
  return [
    section('一般公共预算财政拨款支出决算情况说明', 2),
    clause('一般公共预算财政拨款支出决算总体情况', 2),
    p(
      t`2023年度一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，占本年支出合计的${w.share('general.expenditure', spent, account.spent(), 'expenditure.current_year')}。与2022年度相比，一般公共预算财政拨款支出${w.change('general.expenditure', spent, prior.general)}，主要原因是古道修缮工程进入集中施工期。`,
    ),
    clause('一般公共预算财政拨款支出决算结构情况', 2),
    p(t`2023年度一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，主要用于以下方面：${shares}。`),
    clause('一般公共预算财政拨款支出决算具体情况', 2),
    p(
      t`2023年度一般公共预算财政拨款支出年初预算为${w.a('general.expenditure', account.budget('general'), { measure: 'budget' })}，支出决算为${w.a('general.expenditure', spent)}，完成年初预算的${w.done('general.expenditure', spent, account.budget('general'))}。其中：`,
    ),
    ...codes.map((code, i) => item(code, i + 1)),
    section('一般公共预算财政拨款基本支出决算情况说明', 2),
    p(t`2023年度一般公共预算财政拨款基本支出${w.a('general.expenditure.basic', account.basic('general'))}，其中：`),
    p(
      t`人员经费${w.a('general.expenditure.basic.personnel', account.personnel())}，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、公务员医疗补助缴费、其他社会保障缴费、住房公积金、退休费、抚恤金、奖励金。`,
    ),
    p(
      t`公用经费${w.a('general.expenditure.basic.public', account.public())}，主要包括：办公费、印刷费、水费、电费、邮电费、差旅费、维修（护）费、培训费、公务接待费、劳务费、工会经费、福利费、公务用车运行维护费、其他交通费用、办公设备购置。`,
    ),
  ];
}

function funds(): BlockForm[] {
  const spent = account.fiscal('fund');
  const subject = { scheme: 'functional', code: '2120899', path: account.path('2120899') } as const;
  return [
    section('政府性基金预算财政拨款收入支出决算情况说明', 2),
    p(
      t`2023年度政府性基金预算财政拨款年初结转和结余${w.a('fund.carried_in', account.carriedIn.fund)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', spent)}，年末结转和结余${w.a('fund.carried_out', account.carriedOut.fund)}。具体支出情况为：`,
    ),
    p(
      t`城乡社区支出（类）国有土地使用权出让收入安排的支出（款）其他国有土地使用权出让收入安排的支出（项）。支出决算为${w.a('fund.expenditure', spent, { subject })}，主要用于古道沿线驿铺环境整治。`,
    ),
    section('国有资本经营预算财政拨款支出决算情况说明', 2),
    p(t`本部门当年${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出。`),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [budget, final, before] = [total(budget3), total(final3), total(prior3)];
  return [
    section('财政拨款“三公”经费支出决算情况说明', 2),
    clause('“三公”经费的总体情况', 2),
    p(
      t`2023年度“三公”经费财政拨款支出预算为${w.a(`${c}.total`, budget, { measure: 'budget' })}，支出决算为${w.a(`${c}.total`, final)}，完成预算的${w.done(`${c}.total`, final, budget)}。较上年${w.change(`${c}.total`, final, before)}，主要原因是认真落实过紧日子要求，压减公务接待和用车开支。`,
    ),
    clause('“三公”经费支出决算具体情况', 2),
    p(
      t`1.因公出国（境）费支出决算为${w.a(`${c}.overseas`, 0)}，与上年${w.flat(`${c}.overseas`, 'prior_final')}。全年安排因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，累计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费支出预算为${w.a(`${c}.vehicle`, vehicle(budget3), { measure: 'budget' })}，支出决算为${w.a(`${c}.vehicle`, vehicle(final3))}，完成预算的${w.done(`${c}.vehicle`, vehicle(final3), vehicle(budget3))}；较上年${w.change(`${c}.vehicle`, vehicle(final3), vehicle(prior3))}。其中：`,
    ),
    p(
      t`（1）公务用车购置费支出${w.a(`${c}.vehicle.purchase`, 0)}，本年度购置（更新）公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}。`,
    ),
    p(
      t`（2）公务用车运行维护费支出${w.a(`${c}.vehicle.operation`, final3.operation)}，主要用于古道巡护车辆燃料费、维修费、保险费等。截至2023年12月31日，开支财政拨款的公务用车保有量${w.c(`${c}.vehicle.owned`, 3, '辆')}。`,
    ),
    p(
      t`3.公务接待费支出预算为${w.a(`${c}.reception`, budget3.reception, { measure: 'budget' })}，支出决算为${w.a(`${c}.reception`, final3.reception)}，完成预算的${w.done(`${c}.reception`, final3.reception, budget3.reception)}；较上年${w.change(`${c}.reception`, final3.reception, prior3.reception)}。其中：`,
    ),
    p(
      t`外宾接待支出${w.a(`${c}.reception.foreign`, 0)}。国内公务接待支出${w.a(`${c}.reception.domestic`, final3.reception)}，主要用于上级文物部门检查指导的用餐。2023年共接待国内来访团组${w.c(`${c}.reception.batches`, 14, '个')}、${w.c(`${c}.reception.persons`, 102, '人次')}（不包括陪同人员）。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(186_420), yuan(3_216_855.4), yuan(962_300)];
  const all = goods + works + services;
  const [sme, micro] = [yuan(3_905_288.1), yuan(2_764_190.5)];
  const funds = account.project('general');
  return [
    section('机关运行经费支出说明', 2),
    p(
      t`本部门2023年度机关运行经费支出${w.a('agency_operation', agency)}，比上年度${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增长 降低')}。主要原因是印刷费、差旅费等一般性支出压减。`,
    ),
    section('政府采购支出说明', 2),
    p(
      t`本部门2023年度政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', works)}、政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占授予中小企业合同金额的${w.share('procurement.micro', micro, sme, 'procurement.sme')}。`,
    ),
    section('国有资产占用情况说明', 2),
    p(
      t`截至2023年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 3, '辆')}，其中：副部（省）级及以上领导用车${w.c('assets.vehicle.ministerial', 0, '辆')}、主要领导干部用车${w.c('assets.vehicle.leadership', 0, '辆')}、机要通信用车${w.c('assets.vehicle.confidential', 1, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 0, '辆')}、执法执勤用车${w.c('assets.vehicle.enforcement', 0, '辆')}、特种专业技术用车${w.c('assets.vehicle.technical', 0, '辆')}、离退休干部用车${w.c('assets.vehicle.retired', 0, '辆')}、其他用车${w.c('assets.vehicle.other', 2, '辆')}，其他用车主要是古道巡护用车；单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('预算绩效情况说明', 2),
    clause('预算绩效管理工作开展情况', 2),
    p(
      t`根据预算绩效管理要求，本部门组织对2023年度一般公共预算项目支出全面开展绩效自评，共涉及项目${w.c('performance.projects', 6, '个')}，资金${w.a('performance.funds', funds)}，占一般公共预算项目支出总额的${w.share('performance.funds', funds, funds, 'general.expenditure.project')}。从评价情况来看，各项目立项依据充分，资金使用规范。`,
    ),
    clause('绩效评价结果应用情况', 2),
    p('将评价结果作为下一年度安排预算、完善管理的重要依据。'),
    section('专项支出、转移支付支出说明', 2),
    p('本部门无其他需要说明的专项支出和转移支付支出。'),
  ];
}

export const hubei: Sample = {
  name: 'hubei-2023-final',
  format: 'docx',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['宜昌市夷陵区三峡古道保护管理局（本级）', '宜昌市夷陵区三峡古道巡护服务站', '宜昌市夷陵区三峡古道展示馆'],
  },
  defects: [],
  blocks: [
    centred('2023年度'),
    { kind: 'title', text: '宜昌市夷陵区三峡古道保护管理局部门决算' },
    centred('2024年9月12日'),
    pageBreak,
    centred('目　录'),
    ...[
      '第一部分 部门概况',
      '第二部分 2023年度部门决算表',
      '一、收入支出决算总表',
      '二、收入决算表',
      '三、支出决算表',
      '第三部分 2023年度部门决算情况说明',
      '第四部分 名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i + 3 })),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第三部分  2023年度部门决算情况说明'),
    ...wholes(),
    ...general(),
    ...funds(),
    ...threePublic(),
    ...other(),
    part('第四部分  名词解释'),
    p('（一）一般公共预算财政拨款收入：指本级财政部门当年拨付的资金。'),
    p('（二）年初结转和结余：指以前年度尚未完成、结转到本年仍按原规定用途继续使用的资金。'),
    p('（三）“三公”经费：指因公出国（境）费、公务用车购置及运行维护费和公务接待费。'),
    p('（四）机关运行经费：指为保障机关运行、用于购买货物和服务的各项公用经费。'),
  ],
};
