/** 福建, 2020, a unit: 年初结转 … 年末结转 at the head, codes before the names, totals last. Three defects are planted. */
import { Account, line, yuan } from './account.ts';
import { classesOf, inRow, named } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { basicSplit } from './regional.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '泉州市洛江区提线木偶传习所';
const YEAR = 2020;

const account = new Account({
  names: {
    ...NAMES,
    2070107: '艺术表演团体',
    2070111: '文化创作与保护',
    2296099: '用于其他社会公益事业的彩票公益金支出',
  },
  lines: [
    line('2070107', {
      basic: 1_986_420.35,
      project: 268_300,
      budget: 2_150_000,
      ownBasic: 86_420,
      ownProject: 112_600,
      own: { institutional: 214_300, other: 3_206.5 },
    }),
    line('2070111', { project: 412_600, budget: 420_000 }),
    line('2070204', { project: 186_400, appropriated: 226_400, budget: 226_400 }),
    line('2080502', { basic: 48_620 }),
    line('2080505', { basic: 246_318.4, budget: 250_000 }),
    line('2080506', { basic: 123_159.2, budget: 125_000 }),
    line('2080801', { basic: 86_420, budget: 0 }),
    line('2101102', { basic: 112_640.5, budget: 115_000 }),
    line('2210201', { basic: 168_420 }),
    line('2296099', { fund: 'fund', project: 52_000 }),
  ],
  economic: {
    30101: 612_306,
    30102: 186_420,
    30103: 48_600,
    30107: 686_420.35,
    30108: 246_318.4,
    30109: 123_159.2,
    30110: 112_640.5,
    30112: 18_420.3,
    30113: 168_420,
    30201: 62_418,
    30205: 3_640,
    30206: 18_620.4,
    30207: 12_430,
    30211: 26_318.5,
    30213: 42_600,
    30217: 21_420,
    30226: 36_800,
    30228: 38_640,
    30231: 32_618.6,
    30302: 48_620,
    30304: 86_420,
    30305: 14_600,
    31002: 26_300,
  },
  rest: '30299',
  carriedIn: { own: 28_640.3 },
});

/** What the same items cost a year before, in 分; nothing was paid for 抚恤. */
const BEFORE: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    2070107: 2_318_640.2,
    2070111: 386_200,
    2070204: 152_300,
    2080502: 46_310,
    2080505: 231_406.8,
    2080506: 98_420,
    2080801: 0,
    2101102: 106_318.4,
    2210201: 158_640,
    2296099: 31_600,
  }).map(([code, amount]) => [code, yuan(amount)]),
);
const before = (prefix: string): number =>
  Object.entries(BEFORE).reduce((sum, [code, amount]) => sum + (code.startsWith(prefix) ? amount : 0), 0);

const budget3 = { overseas: 0, purchase: 0, operation: yuan(35_000), reception: yuan(22_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(32_618.6), reception: yuan(21_420) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(36_418.2), reception: yuan(10_009) };
const prior = { income: yuan(3_742_618.45), spent: yuan(3_768_420.6) };

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });

function overview(): BlockForm[] {
  return [
    part('第一部分  单位概况'),
    section('一、单位主要职责'),
    p('承担提线木偶戏的传承保护、剧目创作和公益演出，开展木偶制作技艺教学和青少年传习。'),
    section('二、单位决算单位基本情况'),
    p(
      t`从决算单位构成看，泉州市洛江区提线木偶传习所包括${w.c('organisation.divisions', 3, '个')}内设机构，经费性质为财政核拨，人员编制数${w.c('staff.establishment', 22, '人')}，在职人数${w.c('staff.actual', 19, '人')}。`,
    ),
    section('三、单位主要工作总结'),
    p('2020年，完成公益演出86场，进校园教学42课时，线上展演观看约1.2万人次；复排传统折子戏5出。'),
  ];
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w,
    above: (place) => [`公开0${place}表`, `编制单位：${ORGANISATION}　　　　　　2020年度　　　　　　金额单位：万元`],
    threeCells: false,
    lineNumbers: false,
    blankZero: true,
    totalLast: true,
    since2020: true,
  });
  return [
    part('第二部分  2020年度单位决算表'),
    all.totals('收入支出决算总表', '决算数'),
    all.income(),
    all.expenditure(),
    all.fiscal(),
    all.general('一般公共预算财政拨款支出决算表', '本年支出合计'),
    basicSplit(all, '一般公共预算财政拨款基本支出决算表'),
    threePublicTable(all, '一般公共预算财政拨款“三公”经费支出决算表', budget3, final3),
    all.fund('政府性基金预算财政拨款收入支出决算表'),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`备注：本单位2020年度${w.none(['capital.expenditure'], '没有')}使用国有资本经营预算财政拨款安排的支出。`,
    ]),
  ];
}

function totals(): BlockForm[] {
  const fund = account.appropriated('fund');
  const [income, spent] = [account.income(), account.spent()];
  const people = account.personnel() + yuan(61_200);
  const listed = (items: readonly (readonly [string, string, number])[], from: number) =>
    items.map(([label, concept, amount], i) => p(t`${i + from}.${label}${w.a(concept, amount)}。`));
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2020年度泉州市洛江区提线木偶传习所年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}，本年收入${w.a('income.current_year', income)}，使用非财政拨款结余${w.a('income.surplus_used', 0)}，本年支出${w.a('expenditure.current_year', spent)}，结余分配${w.a('expenditure.surplus_distributed', 0)}，年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}。`,
    ),
    p(
      t`（一）2020年收入${w.a('income.current_year', income)}，比上年决算数${w.change('income.current_year', income, prior.income)}，具体情况如下：`,
    ),
    p(
      t`1.财政拨款收入${w.a('income.fiscal', account.appropriated())}，其中政府性基金${w.a('income.fiscal.fund', fund)}。`,
    ),
    ...listed(
      [
        ['事业收入', 'income.institutional', account.ownIncome('institutional')],
        ['经营收入', 'income.operating', 0],
        ['上级补助收入', 'income.superior', 0],
        ['附属单位上缴收入', 'income.affiliated', 0],
        ['其他收入', 'income.other', account.ownIncome('other')],
      ],
      2,
    ),
    p(
      t`（二）2020年支出${w.a('expenditure.current_year', spent)}，比上年决算数${w.change('expenditure.current_year', spent, prior.spent)}，具体情况如下：`,
    ),
    p(
      t`1.基本支出${w.a('expenditure.basic', account.allBasic())}。其中，人员支出${w.a('expenditure.basic.personnel', people)}，公用支出${w.a('expenditure.basic.public', account.allBasic() - people)}。`,
    ),
    ...listed(
      [
        ['项目支出', 'expenditure.project', account.allProject()],
        ['上缴上级支出', 'expenditure.to_superior', 0],
        ['经营支出', 'expenditure.operating', 0],
        ['对附属单位补助支出', 'expenditure.to_affiliated', 0],
      ],
      2,
    ),
  ];
}

const WHY: Record<string, string> = {
  2070107: '受疫情影响，外出演出减少',
  2070111: '增加传统剧目数字化记录',
  2070204: '清乾隆年间木偶头修复',
  2080502: '退休人员增加1名',
  2080505: '缴费基数提高',
  2080506: '有人员退休，年金记实',
  2080801: '退休人员去世',
  2101102: '缴费基数提高',
  2210201: '缴存基数提高',
};

/** Code, name and amount against the year before. */
function compared(concept: string, code: string, sign: string): Text {
  const fund = concept.startsWith('fund') ? 'fund' : 'general';
  const about = named(account, code);
  const [now, was] = [account.fiscal(fund, code), before(code)];
  // The class is printed with two digits exchanged: the planted sum.
  const shown = w.a(concept, now, { ...about, ...(code === '208' && sign === '-' ? { print: '54.05' } : {}) });
  const opening = t`${code}${sign}${account.name(code)}${shown}，较上年决算数`;
  if (was === 0) {
    const more = t`${opening}增加${w.delta(concept, now, was, about)}`;
    // Nothing was spent before, which has no growth rate: the planted base of 0, in the item alone.
    const rate = w.percentOf(concept, 'change_rate', '100.00', { ...about, basis: 'prior_final' });
    return code.length === 7 ? t`${more}，增长${rate}` : more;
  }
  return t`${opening}${w.change(concept, now, was, about)}`;
}

function general(): BlockForm[] {
  const g = 'general.expenditure';
  const spent = account.fiscal('general');
  const told = classesOf(account, 'general').flatMap((code, i): BlockForm[] => {
    const groups = [...new Set(account.of(code).map((each) => each.code.slice(0, 5)))];
    const parts = groups.map((group, j) => t`${j + 1}、${compared(g, group, '-')}`);
    const items = account
      .of(code)
      .map(({ code: item }) => p(t`${compared(g, item, '')}。主要是${WHY[item] as string}。`));
    const number = '一二三四五'[i] as string;
    return [p(t`（${number}）${compared(g, code, '-')}，其中：${inRow(parts)}。按项级科目：`), ...items];
  });
  const basic = account.basic('general');
  return [
    section('二、一般公共预算财政拨款支出决算情况说明'),
    p(
      t`2020年度一般公共预算财政拨款支出${w.a(g, spent)}，比上年决算数${w.change(g, spent, before('20') + before('210') + before('221'))}，具体情况如下：`,
    ),
    ...told,
    section('三、政府性基金预算财政拨款支出决算情况说明'),
    p(
      t`2020年度政府性基金支出${w.a('fund.expenditure', account.fiscal('fund'))}，比上年决算数${w.change('fund.expenditure', account.fiscal('fund'), before('229'))}，具体情况如下（按项级科目分类统计）：`,
    ),
    p(t`${compared('fund.expenditure', '2296099', '')}。主要用于公益惠民演出。`),
    section('四、国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本单位2020年度${w.none(['capital.expenditure'], '没有')}使用国有资本经营预算财政拨款安排的支出。`),
    section('五、一般公共预算财政拨款基本支出决算情况说明'),
    p(t`2020年度一般公共预算财政拨款基本支出${w.a(`${g}.basic`, basic)}，其中：`),
    p(
      t`（一）人员支出${w.a(`${g}.basic.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、住房公积金、退休费、抚恤金、生活补助。`,
    ),
    p(
      t`（二）公用支出${w.a(`${g}.basic.public`, account.public())}，主要包括：办公费、水费、电费、邮电费、差旅费、维修（护）费、公务接待费、劳务费、工会经费、公务用车运行维护费、办公设备购置。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [now, was] = [total(final3), total(prior3)];
  return [
    section('六、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    p(
      t`2020年度“三公”经费一般公共预算财政拨款支出${w.a(`${c}.total`, now)}，同比增长${w.rate(`${c}.total`, now, was)}。具体情况如下：`,
    ),
    p(
      t`（一）因公出国（境）费${w.a(`${c}.overseas`, 0)}。2020年本单位组织出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，参加其他单位出国（境）团组${w.c(`${c}.overseas.other_groups`, 0, '个')}，全年因公出国（境）累计${w.c(`${c}.overseas.persons`, 0, '人次')}。与2019年相比${w.flat(`${c}.overseas`, 'prior_final', '无增减变化')}。`,
    ),
    p(
      t`（二）公务用车购置及运行费${w.a(`${c}.vehicle`, vehicle(final3))}，与2019年相比，公务用车购置及运行费支出下降${w.rate(`${c}.vehicle`, vehicle(final3), vehicle(prior3))}，主要是送戏下乡场次减少。其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，2020年公务用车购置${w.c(`${c}.vehicle.purchased`, 0, '辆')}；公务用车运行费${w.a(`${c}.vehicle.operation`, final3.operation)}，主要用于流动演出车的燃油、维修、保险等方面支出，年末公务用车保有量${w.c(`${c}.vehicle.owned`, 1, '辆')}。`,
    ),
    // 114.01 printed as a ratio: the planted rate.
    p(
      t`（三）公务接待费${w.a(`${c}.reception`, final3.reception)}，主要用于兄弟院团交流、非遗专家调研等方面的接待活动，累计接待${w.c(`${c}.reception.batches`, 16, '批次')}、接待总人数${w.c(`${c}.reception.persons`, 128, '人')}。与2019年相比增加${w.delta(`${c}.reception`, final3.reception, prior3.reception)}，增长${w.rate(`${c}.reception`, final3.reception, prior3.reception, { print: '1.14' })}，主要是承办全省木偶戏展演评审接待。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, services] = [yuan(64_200), yuan(286_420)];
  const all = goods + services;
  const sme = yuan(304_620);
  const [general, fund] = [yuan(826_700), yuan(52_000)];
  return [
    section('七、预算绩效情况说明'),
    p(
      t`2020年对${w.c('performance.projects', 4, '个')}项目实施绩效自评，涉及一般公共预算资金${w.a('performance.funds.general', general)}、政府性基金预算资金${w.a('performance.funds.fund', fund)}。其中${w.c('performance.grade.excellent', 3, '个')}项目自评等级为“优”，${w.c('performance.grade.good', 1, '个')}项目自评等级为“良”。`,
    ),
    section('八、其他重要事项情况说明'),
    clause('（一）机关运行经费支出情况'),
    p(t`本单位为财政核拨事业单位，2020年度${w.none(['agency_operation'])}机关运行经费支出。`),
    clause('（二）政府采购支出情况'),
    p(
      t`2020年度政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', goods)}、政府采购工程支出${w.a('procurement.works', 0)}、政府采购服务支出${w.a('procurement.services', services)}。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', sme)}，占政府采购支出总额的${w.share('procurement.micro', sme, all, 'procurement.total')}。`,
    ),
    clause('（三）国有资产占用情况'),
    p(
      t`截至2020年12月31日，本单位共有车辆${w.c('assets.vehicle.total', 1, '辆')}，其中：其他用车${w.c('assets.vehicle.other', 1, '辆')}，主要是流动演出车。单价50万元（含）以上的通用设备${w.c('assets.equipment.over_500k', 0, '台（套）')}，单价100万元（含）以上的专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
  ];
}

export const fujian: Sample = {
  name: 'fujian-2020-final',
  format: 'doc',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [
    {
      rule: 'sum',
      quote: '208-社会保障和就业支出54.05万元',
      why: '4.86 + 24.63 + 12.32 + 8.64 = 50.45, which the tables print; 54.05 has two digits exchanged; also reportable as witness',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'zero-base',
      quote: '2080801死亡抚恤8.64万元，较上年决算数增加8.64万元，增长100.00%',
      why: 'the whole amount is the increase, so the base is 0',
      verdict: 'wrong-base',
      severity: 'error',
    },
    {
      rule: 'rate.change',
      quote: '增加1.14万元，增长1.14%',
      why: '1.14 on 1.00 is 114%, printed as a ratio',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: '泉州市洛江区提线木偶传习所2020年度单位决算' },
    centred('目  录'),
    ...[
      '第一部分  单位概况',
      '第二部分  2020年度单位决算表',
      '第三部分  2020年度单位决算情况说明',
      '第四部分  名词解释',
    ].map(centred),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第三部分  2020年度单位决算情况说明'),
    ...totals(),
    ...general(),
    ...threePublic(),
    ...other(),
    part('第四部分  名词解释'),
    p('一、财政拨款收入：指区级财政当年拨付的资金。'),
    p('二、事业收入：指开展演出、教学等专业业务活动取得的收入。'),
    p('三、机关运行经费：指行政单位和参照公务员法管理的事业单位使用财政拨款安排的基本支出中的公用经费。'),
  ],
};
