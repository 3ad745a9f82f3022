/** 四川, 2022, a unit: a township health centre with own income, captions of charts, the tables at the end. */
import { Account, line, yuan } from './account.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { Pen, t } from './marks.ts';
import { NAMES } from './names.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '广元市昭化区桂香坪镇中心卫生院';
const YEAR = 2022;

const account = new Account({
  names: NAMES,
  lines: [
    line('2080502', { basic: 23_400 }),
    line('2080505', { basic: 342_118.72 }),
    line('2100302', {
      basic: 2_316_480.55,
      project: 180_000,
      ownBasic: 4_905_117.32,
      ownProject: 386_200,
      own: { institutional: 5_402_260.18, other: 63_414.9 },
    }),
    line('2100399', { project: 146_300 }),
    line('2100408', { project: 1_286_540.4 }),
    line('2100410', { project: 92_000 }),
    line('2101102', { basic: 118_604.2 }),
    line('2210201', { basic: 256_590 }),
  ],
  economic: {
    30101: 986_420,
    30102: 61_300.5,
    30107: 702_118.4,
    30108: 342_118.72,
    30110: 118_604.2,
    30112: 21_436.75,
    30113: 256_590,
    30201: 96_312.4,
    30205: 18_220,
    30206: 74_016.3,
    30207: 12_480,
    30211: 36_900,
    30213: 58_643.1,
    30226: 144_000,
    30228: 42_366,
    30231: 21_406,
    30302: 23_400,
  },
  rest: '30299',
  carriedIn: { own: 214_300 },
  distributed: 100_000,
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(25_000), reception: yuan(3_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(21_406), reception: yuan(1_284) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(23_917.5), reception: yuan(1_284) };
const prior = { total: yuan(9_618_440.27), fiscal: yuan(4_903_271.3) };

const w = new Pen({
  year: YEAR,
  measure: 'final',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  zero: '0',
  trimPercent: true,
});

function overview(): BlockForm[] {
  return [
    part('第一部分 单位概况'),
    section('一、主要职责'),
    p(
      '承担辖区内常见病、多发病的诊疗和转诊，开展预防保健、健康教育、妇幼健康管理等基本公共卫生服务，指导村卫生室工作。',
    ),
    section('二、机构设置'),
    p(
      t`广元市昭化区桂香坪镇中心卫生院为公益一类事业单位，下设全科、中医、公共卫生等${w.c('organisation.divisions', 6, '个')}科室。年末核定编制${w.c('staff.establishment', 24, '人')}，年末实有人数${w.c('staff.actual', 31, '人')}。`,
    ),
  ];
}

const income = account.income();
const part1 = (concept: string, amount: number) =>
  t`${w.a(concept, amount)}，占${w.share(concept, amount, income, 'income.current_year')}`;
const part2 = (concept: string, amount: number) =>
  t`${w.a(concept, amount)}，占${w.share(concept, amount, account.spent(), 'expenditure.current_year')}`;

function wholes(): BlockForm[] {
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2022年度收、支总计${w.a('balance.total', account.total())}。与2021年相比，收、支总计各${w.change('balance.total', account.total(), prior.total)}。主要变动原因是医疗业务量回升，事业收入增加。`,
    ),
    centred('（图1：收、支决算总计变动情况图）（柱状图）'),
    section('二、收入决算情况说明'),
    p(
      t`2022年本年收入合计${w.a('income.current_year', income)}，其中：一般公共预算财政拨款收入${part1('income.fiscal.general', account.appropriated('general'))}；政府性基金预算财政拨款收入${part1('income.fiscal.fund', 0)}；上级补助收入${part1('income.superior', 0)}；事业收入${part1('income.institutional', account.ownIncome('institutional'))}；经营收入${part1('income.operating', 0)}；附属单位上缴收入${part1('income.affiliated', 0)}；其他收入${part1('income.other', account.ownIncome('other'))}。`,
    ),
    centred('（图2：收入决算结构图）（饼状图）'),
    section('三、支出决算情况说明'),
    p(
      t`2022年本年支出合计${w.a('expenditure.current_year', account.spent())}，其中：基本支出${part2('expenditure.basic', account.allBasic())}；项目支出${part2('expenditure.project', account.allProject())}；上缴上级支出${part2('expenditure.to_superior', 0)}；经营支出${part2('expenditure.operating', 0)}；对附属单位补助支出${part2('expenditure.to_affiliated', 0)}。`,
    ),
    centred('（图3：支出决算结构图）（饼状图）'),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2022年财政拨款收、支总计${w.a('fiscal.total', account.fiscalTotal())}。与2021年相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}。主要变动原因是上年有一次性设备补助，本年未安排。`,
    ),
    centred('（图4：财政拨款收、支决算总计变动情况）（柱状图）'),
  ];
}

function general(): BlockForm[] {
  const spent = account.fiscal('general');
  const classes = [...new Set(account.lines.map(({ code }) => code.slice(0, 3)))];
  const shares = classes.map((code, i) => {
    const subject = { scheme: 'functional', code, path: account.path(code) } as const;
    const amount = account.fiscal('general', code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}${w.a('general.expenditure', amount, { subject })}，占${w.share('general.expenditure', amount, spent, 'general.expenditure', { subject })}`;
  });
  const items = account.lines.map(({ code }, i) => {
    const subject = { scheme: 'functional', code, path: account.path(code) } as const;
    const [kind, group, name] = subject.path as [string, string, string];
    const amount = account.fiscal('general', code);
    // 四川 drops 支出 from the 类, so the path stands as printed.
    const printed = { ...subject, path: [kind.replace(/支出$/, ''), group, name] };
    return p(
      t`${i + 1}.${kind.replace(/支出$/, '')}（类）${group}（款）${name}（项）: 支出决算为${w.a('general.expenditure', amount, { subject: printed })}，完成预算${w.done('general.expenditure', amount, amount, { subject: printed })}，决算数等于预算数。`,
    );
  });
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2022年一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，占本年支出合计的${w.share('general.expenditure', spent, account.spent(), 'expenditure.current_year')}。与2021年相比，一般公共预算财政拨款支出${w.change('general.expenditure', spent, prior.fiscal)}。主要变动原因是上年有一次性设备补助，本年未安排。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算结构情况'),
    p(t`2022年一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，主要用于以下方面: ${shares}。`),
    centred('（图5：一般公共预算财政拨款支出决算结构）（饼状图）'),
    clause('（三）一般公共预算财政拨款支出决算具体情况'),
    p(
      t`2022年一般公共预算支出决算数为${w.a('general.expenditure', spent)}，完成预算${w.done('general.expenditure', spent, spent)}。其中：`,
    ),
    ...items,
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(t`2022年一般公共预算财政拨款基本支出${w.a('general.expenditure.basic', account.basic('general'))}，其中：`),
    p(
      t`人员经费${w.a('general.expenditure.basic.personnel', account.personnel())}，主要包括：基本工资、津贴补贴、绩效工资、机关事业单位基本养老保险缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金、退休费等。`,
    ),
    p(
      t`日常公用经费${w.a('general.expenditure.basic.public', account.public())}，主要包括：办公费、水费、电费、邮电费、差旅费、维修（护）费、劳务费、工会经费、公务用车运行维护费、其他商品和服务支出等。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [budget, final] = [total(budget3), total(final3)];
  const shared = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占${w.share(concept, amount, final, `${c}.total`)}`;
  return [
    section('七、财政拨款“三公”经费支出决算情况说明'),
    clause('（一）“三公”经费财政拨款支出决算总体情况说明'),
    p(
      t`2022年“三公”经费财政拨款支出决算为${w.a(`${c}.total`, final)}，完成预算${w.done(`${c}.total`, final, budget)}，较上年${w.change(`${c}.total`, final, total(prior3))}。决算数小于预算数的主要原因是加强车辆管理，压缩油料和维修支出。`,
    ),
    clause('（二）“三公”经费财政拨款支出决算具体情况说明'),
    p(
      t`2022年“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${shared(`${c}.overseas`, 0)}；公务用车购置及运行维护费支出决算${shared(`${c}.vehicle`, vehicle(final3))}；公务接待费支出决算${shared(`${c}.reception`, final3.reception)}。具体情况如下：`,
    ),
    centred('（图6：“三公”经费财政拨款支出结构）（饼状图）'),
    p(
      t`1.因公出国（境）经费支出${w.a(`${c}.overseas`, 0)}。全年安排因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，出国（境）${w.c(`${c}.overseas.persons`, 0, '人次')}。因公出国（境）支出决算与2021年${w.flat(`${c}.overseas`, 'prior_final')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费支出${w.a(`${c}.vehicle`, vehicle(final3))}，完成预算${w.done(`${c}.vehicle`, vehicle(final3), vehicle(budget3))}。公务用车购置及运行维护费支出决算比2021年${w.change(`${c}.vehicle`, vehicle(final3), vehicle(prior3))}。主要原因是救护车辆调整使用频次。`,
    ),
    p(
      t`其中：公务用车购置支出${w.a(`${c}.vehicle.purchase`, 0)}。全年按规定更新购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}。截至2022年12月底，单位共有公务用车${w.c(`${c}.vehicle.owned`, 1, '辆')}。`,
    ),
    p(
      t`公务用车运行维护费支出${w.a(`${c}.vehicle.operation`, final3.operation)}。主要用于下乡随访、急救转运等所需的公务用车燃料费、维修费、过路过桥费、保险费等支出。`,
    ),
    p(
      t`3.公务接待费支出${w.a(`${c}.reception`, final3.reception)}，完成预算${w.done(`${c}.reception`, final3.reception, budget3.reception)}。公务接待费支出决算与2021年${w.flat(`${c}.reception`, 'prior_final')}。其中：`,
    ),
    p(
      t`国内公务接待支出${w.a(`${c}.reception.domestic`, final3.reception)}，主要用于接待上级业务考核组用餐。国内公务接待${w.c(`${c}.reception.batches`, 4, '批次')}，${w.c(`${c}.reception.persons`, 27, '人次')}（不包括陪同人员），共计支出${w.a(`${c}.reception.domestic`, final3.reception)}。`,
    ),
    p(
      t`外事接待支出${w.a(`${c}.reception.foreign`, 0)}，外事接待${w.c(`${c}.reception.foreign.batches`, 0, '批次')}，${w.c(`${c}.reception.foreign.persons`, 0, '人次')}，共计支出${w.a(`${c}.reception.foreign`, 0)}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(268_400), yuan(0), yuan(36_500)];
  const all = goods + works + services;
  const [sme, micro] = [yuan(304_900), yuan(189_620)];
  return [
    section('八、政府性基金预算支出决算情况说明'),
    p(t`2022年政府性基金预算财政拨款支出${w.a('fund.expenditure', 0)}。`),
    section('九、国有资本经营预算支出决算情况说明'),
    p(t`2022年国有资本经营预算财政拨款支出${w.a('capital.expenditure', 0)}。`),
    section('十、其他重要事项的情况说明'),
    clause('（一）机关运行经费支出情况'),
    p(
      t`2022年，本单位机关运行经费支出${w.a('agency_operation', 0)}，与2021年决算数${w.flat('agency_operation', 'prior_final')}。`,
    ),
    clause('（二）政府采购支出情况'),
    p(
      t`2022年，本单位政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', works)}、政府采购服务支出${w.a('procurement.services', services)}。主要用于诊室办公设备和检验耗材采购。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', micro)}，占政府采购支出总额的${w.share('procurement.micro', micro, all, 'procurement.total')}。`,
    ),
    clause('（三）国有资产占有使用情况'),
    p(
      t`截至2022年12月31日，本单位共有车辆${w.c('assets.vehicle.total', 2, '辆')}，其中：主要领导干部用车${w.c('assets.vehicle.leadership', 0, '辆')}、机要通信用车${w.c('assets.vehicle.confidential', 0, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 0, '辆')}、特种专业技术用车${w.c('assets.vehicle.technical', 2, '辆')}，特种专业技术用车主要是用于急救转运。单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 1, '台（套）')}。`,
    ),
    clause('（四）预算绩效管理情况'),
    p(
      t`根据预算绩效管理要求，本单位在2022年度预算编制阶段，对${w.c('performance.targets.projects', 5, '个')}项目编制了绩效目标；预算执行过程中，选取${w.c('performance.tracking.projects', 5, '个')}项目开展绩效监控；年终执行完毕后，对${w.c('performance.projects', 5, '个')}项目开展了绩效自评。`,
    ),
  ];
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w.with({ zero: undefined }),
    above: (place) => [`公开0${place}表`, `单位名称：${ORGANISATION}　　　　　　　　　　　　单位：万元`],
    threeCells: false,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  return [
    pageBreak,
    part('第五部分 附表'),
    all.totals(),
    pageBreak,
    all.income(),
    all.expenditure(),
    pageBreak,
    all.fiscal(),
    pageBreak,
    all.general(),
    all.basic('一般公共预算财政拨款基本支出决算明细表', 2),
    pageBreak,
    all.fund('政府性基金预算财政拨款收入支出决算表', [
      t`本单位2022年度${w.none(['income.fiscal.fund', 'fund.expenditure'], '无')}政府性基金预算财政拨款收入和支出，此表无数据。`,
    ]),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`本单位2022年度${w.none(['capital.expenditure'], '无')}国有资本经营预算财政拨款支出，此表无数据。`,
    ]),
    threePublicTable(all, '财政拨款“三公”经费支出决算表', budget3, final3),
  ];
}

export const sichuan: Sample = {
  name: 'sichuan-2022-final',
  format: 'pdf',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [],
  blocks: [
    centred('2022年度'),
    { kind: 'title', text: '广元市昭化区桂香坪镇中心卫生院' },
    { kind: 'title', text: '单位决算' },
    pageBreak,
    { kind: 'title', text: '目录' },
    centred('公开时间：2023年9月18日'),
    ...[
      '第一部分 单位概况',
      '一、主要职责',
      '二、机构设置',
      '第二部分 2022年度单位决算情况说明',
      '一、收入支出决算总体情况说明',
      '二、收入决算情况说明',
      '三、支出决算情况说明',
      '四、财政拨款收入支出决算总体情况说明',
      '第三部分 名词解释',
      '第四部分 附件',
      '第五部分 附表',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: Math.floor(i / 3) + 3 })),
    pageBreak,
    ...overview(),
    part('第二部分 2022年度单位决算情况说明'),
    ...wholes(),
    ...general(),
    ...threePublic(),
    ...other(),
    part('第三部分 名词解释'),
    p('1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
    p('2.事业收入：指开展医疗服务、公共卫生服务取得的收入，如门诊收入、住院收入。'),
    p('3.结余分配：指按照事业单位会计制度的规定，从当年结余中提取的专用结余等。'),
    part('第四部分 附件'),
    p('2022年单位整体支出绩效自评报告另行公开。'),
    ...tables(),
  ],
};
