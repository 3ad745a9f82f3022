/** 安徽, 2021, a county's department: slips of the hand, 元 beside 万元, 三公 as a list with blanks, compared with the budget. */
import { Account, line, yuan } from './account.ts';
import { bareCount, classesOf, codesOf, named } from './clerk.ts';
import {
  type BlockForm,
  type CellForm,
  centred,
  clause,
  head,
  p,
  pageBreak,
  part,
  type Sample,
  section,
  type TableForm,
} from './form.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { clipped, gapped, unsigned, wide } from './slips.ts';
import { Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '石台县富硒茶产业发展局';
const UNITS = ['石台县富硒茶产业发展局本级', '石台县茶叶质量检测所'];
const YEAR = 2021;

const account = new Account({
  names: {
    ...NAMES,
    20808: '抚恤',
    2080899: '其他优抚支出',
    21301: '农业农村',
    2130101: '行政运行',
    2130104: '事业运行',
    2130112: '行业业务管理',
    2130122: '农业生产发展',
    21305: '巩固脱贫衔接乡村振兴',
    2130599: '其他巩固脱贫衔接乡村振兴支出',
    21602: '商业流通事务',
    2160299: '其他商业流通事务支出',
  },
  lines: [
    line('2080505', { basic: 486_320.6, budget: 470_000 }),
    line('2080506', { basic: 243_160.3, budget: 235_000 }),
    line('2080801', { basic: 86_420, budget: 0 }),
    line('2101101', { basic: 214_600, budget: 214_600 }),
    line('2101102', { basic: 96_310.4, budget: 98_000 }),
    line('2130101', { basic: 4_126_533.7, budget: 3_900_000 }),
    line('2130104', { basic: 1_633_240.25, budget: 1_650_000, ownBasic: 61_200, own: { other: 84_000 } }),
    line('2130122', { project: 5_268_000, appropriated: 5_188_000, budget: 4_600_000 }),
    line('2130599', { project: 640_000, budget: 800_000 }),
    line('2120899', { fund: 'fund', project: 460_000, budget: 500_000 }),
    line('2160299', { project: 180_000, budget: 180_000 }),
    line('2210201', { basic: 531_108, budget: 520_000 }),
  ],
  economic: {
    30101: 1_366_240,
    30102: 1_204_633,
    30103: 1_108_300,
    30107: 642_180.3,
    30108: 486_320.6,
    30109: 243_160.3,
    30110: 310_910.4,
    30112: 38_116.2,
    30113: 531_108,
    30201: 186_204.5,
    30202: 31_200,
    30205: 8_412,
    30206: 64_380.6,
    30207: 29_640,
    30211: 104_226,
    30213: 48_300,
    30216: 22_110,
    30217: 46_870,
    30228: 92_410,
    30229: 61_306.35,
    30231: 53_820.9,
    30239: 246_800,
    30304: 86_420,
    30305: 74_310,
    31002: 65_400,
  },
  rest: '30299',
  carriedIn: { general: 80_000, own: 15_600 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(60_000), reception: yuan(75_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(53_820.9), reception: yuan(46_870) };
const prior = {
  total: yuan(13_012_480),
  income: yuan(12_866_310.5),
  fiscal: yuan(12_902_100),
  general: yuan(12_286_740.8),
  agency: yuan(812_640.2),
};

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });
/** The same clerk on another day. */
const w元 = w.with({ unit: '元', trim: true });
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];

/** 三公 one below the other; what is 0 stays blank. */
function threePublicTable(all: Tables): TableForm {
  const c = 'three_public';
  const row = (label: string, concept: string, amount: (each: typeof budget3) => number): CellForm[] => [
    { text: label },
    all.cell(concept, amount(budget3), { measure: 'budget' }),
    all.cell(concept, amount(final3)),
  ];
  const rows = [
    ['项目', '预算数', '决算数'].map((text) => head(text)),
    row('合计', `${c}.total`, total),
    row('因公出国（境）费', `${c}.overseas`, (each) => each.overseas),
    row('公务接待费', `${c}.reception`, (each) => each.reception),
    row('公务用车购置及运行维护费', `${c}.vehicle`, vehicle),
    row('其中：公务用车运行维护费', `${c}.vehicle.operation`, (each) => each.operation),
    row('      公务用车购置费', `${c}.vehicle.purchase`, (each) => each.purchase),
  ];
  return all.table('07', '一般公共预算财政拨款“三公”经费支出决算表', rows, 1, [50, 25, 25]);
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w,
    above: (place) => [`公开${String(place).padStart(2, '0')}表`, `部门：${ORGANISATION}　　　　　　　　　单位：万元`],
    threeCells: true,
    lineNumbers: true,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  return [
    part('第二部分 2021年度部门决算表'),
    all.totals(),
    all.income(),
    all.expenditure(),
    all.fiscal(),
    all.general(),
    all.basic('一般公共预算财政拨款基本支出决算表', 3),
    threePublicTable(all),
    all.fund('政府性基金预算财政拨款收入支出决算表'),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`说明：${ORGANISATION}2021年度${w.none(['income.fiscal.capital'], '没有')}国有资本经营预算财政拨款收入，也${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出，故本表为空表。`,
    ]),
  ];
}

function whole(): BlockForm[] {
  const all = account.total();
  const in_ = (label: string, concept: string, fen: number): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, income, 'income.current_year')}`;
  const e = 'expenditure.basic';
  const b = account.allBasic();
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`${ORGANISATION}2021年度收、支总计均为${gapped(w.a('balance.total', all))}，与2020年度相比收、支总计各增加了${w.delta('balance.total', all, prior.total)}增长${unsigned(w.rate('balance.total', all, prior.total))}，主要原因是主要原因是茶产业发展项目资金增加。。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`2021年度收入合计${w.a('income.current_year', income)}，同比${w.change('income.current_year', income, prior.income, {}, '增加 减少 上升 下降')}；其中：${in_('财政拨款收入', 'income.fiscal', account.appropriated())}；${w.none(['income.superior'], '无')}上级补助收入；${in_('事业收入', 'income.institutional', 0)}；${in_('经营收入', 'income.operating', 0)}；其他收入${clipped(w.a('income.other', account.ownIncome()))}，占${unsigned(w.share('income.other', account.ownIncome(), income, 'income.current_year'))}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`2021年度支出合计${w.a('expenditure.current_year', spent)}。其中：基本支出${wide(w.a(e, b))}，占${wide(w.share(e, b, spent, 'expenditure.current_year'))}；项目支出${w.a('expenditure.project', account.allProject())}占${w.share('expenditure.project', account.allProject(), spent, 'expenditure.current_year')}；经营支出${w.a('expenditure.operating', 0)}，占${w.share('expenditure.operating', 0, spent, 'expenditure.current_year')}。各单位预决算差异率均控制在5%以内。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2021年度财政拨款收、支总计均为${w.a('fiscal.total', account.fiscalTotal())}。与2020年相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}，原因同上。`,
    ),
  ];
}

const REASONS: Record<string, string> = {
  2080505: '缴费基数提高',
  2080506: '缴费基数提高',
  2101102: '人员退休',
  2130101: '补发上年度目标考核奖',
  2130104: '据实列支',
  2130122: '年中追加省级茶产业资金',
  2130599: '部分项目跨年实施',
  2210201: '基数调整',
};

function item(code: string, i: number): BlockForm {
  const c = 'general.expenditure';
  const about: About = named(account, code);
  const [kind, group, name] = account.path(code) as [string, string, string];
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const label = `${i + 1}${i % 3 === 0 ? '、' : '.'}${kind.replace(/支出$/, '')}（类）${group}（款）${name}（项）。`;
  if (code === '2130101')
    return p(
      t`${label}年初预算为${w元.a(c, budget, { ...about, measure: 'budget' })}，支出决算为${w元.a(c, final, about)}，完成年初预算${w.done(c, final, budget, about)}，决算数大于年初预算数的主要原因是${REASONS[code] as string}。`,
    );
  const plan = w.a(c, budget, { ...about, measure: 'budget' });
  if (budget === 0)
    return p(
      t`${label}年初预算为${plan}，支出决算为${w.a(c, final, about)}，主要原因是本年新增死亡抚恤，年初未安排预算。`,
    );
  // Planted: the amount of the item is not the one of the tables.
  const amount = code === '2130599' ? { ...about, print: '46.00' } : about;
  const opening = t`${label}年初预算为${plan}，支出决算为${w.a(c, final, amount)}完成年初预算的${w.done(c, final, budget, about)}`;
  if (final === budget) return p(t`${opening}，决算数与年初预算数${w.flat(c, 'budget', '持平', about)}。`);
  return p(
    t`${opening}，决算数${final > budget ? '大于' : '小于'}年初预算数主要原因是${REASONS[code] ?? '据实列支'}${i % 4 === 1 ? '；。' : '。'}`,
  );
}

function generalBudget(): BlockForm[] {
  const c = 'general.expenditure';
  const shares = classesOf(account, 'general')
    .sort()
    .map((code, i) => {
      const about = named(account, code);
      const amount = account.fiscal('general', code);
      const name = account.name(code).replace(/支出$/, '');
      return t`${i > 0 ? '；' : ''}${name}（类）支出${w.a(c, amount, about)},占${w.share(c, amount, general, c, about)}`;
    });
  const b = `${c}.basic`;
  const economic = (code: string): Text =>
    w.n(b, account.economicSum(code), { subject: { scheme: 'economic', code, path: account.path(code) } });
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    clause('(一)一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2021年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出的${w.share(c, general, spent, 'expenditure.current_year')}。与2020年度相比，一般公共预算财政拨款支出${w.change(c, general, prior.general)}，主要原因：茶园提质改造力度加大。`,
    ),
    clause('(二)一般公共预算财政拨款支出决算结构情况'),
    p(t`2021年度一般公共预算财政拨款支出${w.a(c, general)}，主要用于以下方面：${shares}。`),
    clause('(三)一般公共预算财政拨款支出决算具体情况'),
    p(
      t`2021年度一般公共预算财政拨款支出年初预算为${w.a(c, account.budget('general'), { measure: 'budget' })}，支出决算为${w.a(c, general)}，完成年初预算的${w.done(c, general, account.budget('general'))}。决算数大于预算数的主要原因：年中追加项目资金，其中基本支出${w.a(b, account.basic('general'))}，占${w.share(b, account.basic('general'), general, c)}；项目支出${w.a(`${c}.project`, account.project('general'))}，占${w.share(`${c}.project`, account.project('general'), general, c)}。具体情况如下：`,
    ),
    ...codesOf(account, 'general').sort().map(item),
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2021年度一般公共预算财政拨款基本支出${w.a(b, account.basic('general'))}，其中，人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金、抚恤金等；公用经费${w.a(`${b}.public`, account.public())}，主要包括办公费、印刷费、水电费、差旅费等。按经济分类，工资福利支出、商品和服务支出、对个人和家庭的补助、资本性支出分别为${economic('301')}、${economic('302')}、${economic('303')}、${economic('310')}万元。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [plan, final] = [total(budget3), total(final3)];
  const less = (concept: string, now: number, then: number): Text =>
    t`与2021年度预算相比，减少${w.delta(concept, now, then, { basis: 'budget' })}，下降${w.rate(concept, now, then, { basis: 'budget' })}`;
  return [
    section('七、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    clause('(一)“三公”经费支出决算总体情况说明'),
    p(
      t`${ORGANISATION}2021年度一般公共预算财政拨款“三公”经费支出预算为${w.a(`${c}.total`, plan, { measure: 'budget' })}，支出决算为${w.a(`${c}.total`, final)}，完成预算的${w.done(`${c}.total`, final, plan)}，比上年减少${w.blank(`${c}.total`, 'change_amount', 'XX', '万元', { basis: 'prior_final' })}，决算数小于预算数的主要原因是压缩公务接待。`,
    ),
    clause('(二)“三公”经费支出决算具体情况说明'),
    p(
      t`2021年度“三公”经费支出决算中，因公出国(境)费支出决算${w.a(`${c}.overseas`, 0)}，占${w.share(`${c}.overseas`, 0, final, `${c}.total`)}；公务接待费支出决算${w.a(`${c}.reception`, final3.reception)}，占${w.share(`${c}.reception`, final3.reception, final, `${c}.total`)}；公务用车购置及运行维护费支出决算${w.a(`${c}.vehicle`, vehicle(final3))}，占${w.share(`${c}.vehicle`, vehicle(final3), final, `${c}.total`)}。具体情况如下:`,
    ),
    p(
      t`1.因公出国(境)费支出决算${w.a(`${c}.overseas`, 0)}，与2021年度预算相比${w.flat(`${c}.overseas`, 'budget')}，因公出国(境)团组${w.c(`${c}.overseas.groups`, 0, '次')}，累计出国(境)${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务接待费支出决算${w.a(`${c}.reception`, final3.reception)}，${less(`${c}.reception`, final3.reception, budget3.reception)}，下降的原因是严格执行接待标准。2021年国内公务接待共${w.c(`${c}.reception.batches`, 68, '批次')}${w.c(`${c}.reception.persons`, 571, '人次')}，主要用于茶商考察、招商引资。`,
    ),
    p(
      t`3.公务用车购置及运行维护费支出决算${w.a(`${c}.vehicle`, vehicle(final3))}，${less(`${c}.vehicle`, vehicle(final3), vehicle(budget3))}，其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}；公务用车运行维护费${w元.a(`${c}.vehicle.operation`, final3.operation)}，主要用于茶园巡查、下乡技术指导。年末公务用车保有量${w.c(`${c}.vehicle.owned`, 2, '辆')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(126_400), yuan(862_310), yuan(238_000)];
  const all = goods + works + services;
  const sme = yuan(1_103_300);
  const agency = yuan(788_206.4);
  const code = '2120899';
  const subject = named(account, code);
  return [
    section('八、政府性基金预算财政拨款收入支出决算情况说明'),
    p(
      t`${ORGANISATION}2021年度政府性基金预算财政拨款年初结转和结余${w.a('fund.carried_in', 0)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', account.fiscal('fund'))}，年末结转和结余${w.a('fund.carried_out', 0)}。具体情况:城乡社区(类)国有土地使用权出让收入安排的支出(款)其他国有土地使用权出让收入安排的支出(项)。年初预算为${w.a('fund.expenditure', account.budget('fund'), { ...subject, measure: 'budget' })}，支出决算为${w.a('fund.expenditure', account.fiscal('fund'), subject)}，完成年初预算的${w.done('fund.expenditure', account.fiscal('fund'), account.budget('fund'), subject)}。`,
    ),
    section('九、国有资本经营预算财政拨款支出决算情况说明'),
    p(
      t`${ORGANISATION}2021年度${w.none(['income.fiscal.capital', 'capital.expenditure'], '没有')}国有资本经营预算财政拨款收入和支出。`,
    ),
    section('十、其他重要事项的情况说明'),
    clause('(一)机关运行经费支出情况'),
    p(
      t`2021年度${ORGANISATION}机关运行经费支出${w.a('agency_operation', agency)}，比2020年减少${w.delta('agency_operation', agency, prior.agency)}，下降${w.rate('agency_operation', agency, prior.agency)}，主要原因是是压减办公开支。`,
    ),
    clause('(二)政府采购支出情况'),
    p(
      t`2021年度${ORGANISATION}政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', works)}、政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', sme)}，占政府采购支出总额的${w.share('procurement.micro', sme, all, 'procurement.total')}。`,
    ),
    clause('(三)国有资产占用情况'),
    p(
      t`截至2021年12月31日，${ORGANISATION}共有车辆${w.c('assets.vehicle.total', 3, '辆')}，其中机要通信用车${w.c('assets.vehicle.confidential', 1, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 1, '辆')}、其他用车${w.c('assets.vehicle.other', 2, '辆')}，其他用车主要是检测用车；单价50万元以上通用设备${bareCount(w, 'assets.equipment.over_500k', 1, '台（套）')}台(套)，单价100万元以上专用设备${bareCount(w, 'assets.equipment.over_1m', 0, '台（套）')}台(套)。`,
    ),
    clause('(四)预算绩效情况说明'),
    p(
      t`根据预算绩效管理要求，${ORGANISATION}组织对2021年度一般公共预算项目支出全面开展绩效自评，共涉及${w.c('performance.projects', 7, '个')}项目，资金${w.a('performance.funds', account.project('general'))}，占一般公共预算项目支出总额的${w.share('performance.funds', 1, 1, 'general.expenditure.project')}。从自评情况看，自评得分平均${w.c('performance.score', '91.5', '分')}，其中“优”${w.c('performance.grade.excellent', 5, '个')}、“良”${w.c('performance.grade.good', 2, '个')}。`,
    ),
  ];
}

export const anhui: Sample = {
  name: 'anhui-2021-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [
    { rule: 'unit', quote: '增长8.09，', why: 'the percent sign is missing', verdict: 'missing', severity: 'warning' },
    {
      rule: 'unit',
      quote: '占0.60。',
      why: 'the percent sign is missing after the share of other income',
      verdict: 'missing',
      severity: 'warning',
    },
    {
      rule: 'witness',
      quote: '支出决算为46.00万元',
      why: 'the tables and the rate of 80% give 64.00: digits exchanged',
      verdict: 'conflict',
      severity: 'error',
    },
    {
      rule: 'placeholder',
      quote: '比上年减少XX万元',
      why: 'XX left in place of an amount',
      verdict: 'missing',
      severity: 'warning',
    },
    {
      rule: 'sum',
      quote: '共有车辆3辆，其中机要通信用车1辆、应急保障用车1辆、其他用车2辆',
      why: 'the kinds give 4, not 3; also reportable as count',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2021年度部门决算` },
    centred('二〇二二年九月'),
    pageBreak,
    centred('目 录'),
    ...[
      '第一部分 部门概况',
      '第二部分 2021年度部门决算表',
      '第三部分 2021年度部门决算情况说明',
      '第四部分 名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i + 1 })),
    part('第一部分 部门概况'),
    section('一、部门职责'),
    p('(一)拟订全县富硒茶产业发展规划并组织实施；(二)指导茶园绿色防控和茶叶加工；(三)负责茶叶质量检测和品牌保护。'),
    section('二、机构设置'),
    p(
      t`从决算单位构成看，${ORGANISATION}2021年度部门决算包括部门本级决算、所属单位决算，纳入编制范围的单位共${w.c('organisation.units', 2, '个')}，具体包括:1.${UNITS[0] as string} 2.${UNITS[1] as string}`,
    ),
    ...tables(),
    part('第三部分 2021年度部门决算情况说明'),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    part('第四部分 名词解释'),
    p('一、财政拨款收入：指县级财政当年拨付的资金。'),
    p('二、其他收入：指除上述收入以外的各项收入。'),
    p('三、机关运行经费：为保障行政单位运行用于购买货物和服务的各项资金。'),
  ],
};
