/** 江苏, 2023, final account of a department: totals opened into their parts, 变动原因, 调整后预算, meetings and trainings counted. */
import { Account, line, yuan } from './account.ts';
import { classesOf, codesOf, named } from './clerk.ts';
import {
  type BlockForm,
  type CellForm,
  centred,
  clause,
  p,
  pageBreak,
  part,
  type Sample,
  section,
  type TableForm,
} from './form.ts';
import { labels } from './grids.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { threePublicRows } from './regional.ts';
import { type Column, Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '泰州市姜堰区垛田水乡农业服务中心';
const UNITS = [`${ORGANISATION}（本级）`, '泰州市姜堰区水生蔬菜良种场'];
const YEAR = 2023;

const account = new Account({
  names: {
    ...NAMES,
    21301: '农业农村',
    2130101: '行政运行',
    2130104: '事业运行',
    2130106: '科技转化与推广服务',
    2130122: '农业生产发展',
    2130119: '防灾救灾',
  },
  lines: [
    line('2080505', { basic: 702_318, budget: 690_000 }),
    line('2080506', { basic: 351_159, budget: 345_000 }),
    line('2101101', { basic: 186_240, budget: 186_240 }),
    line('2101102', { basic: 204_316.5, budget: 210_000 }),
    line('2130101', { basic: 3_846_220.7, budget: 3_600_000 }),
    line('2130104', {
      basic: 4_106_518.3,
      budget: 4_000_000,
      ownBasic: 268_000,
      own: { institutional: 312_000, other: 46_800 },
    }),
    line('2130106', { project: 1_264_000, budget: 1_300_000 }),
    line('2130122', { project: 3_980_400, appropriated: 4_060_400, budget: 3_200_000 }),
    line('2130119', { project: 300_000, budget: 0 }),
    line('2210201', { basic: 842_600, budget: 830_000 }),
    line('2210202', { basic: 561_720, budget: 560_000 }),
    line('2210203', { basic: 618_000, budget: 618_000 }),
  ],
  economic: {
    30101: 1_806_210,
    30102: 2_014_336.7,
    30103: 1_236_000,
    30107: 1_902_418,
    30108: 702_318,
    30109: 351_159,
    30110: 390_556.5,
    30112: 58_400,
    30113: 842_600,
    30201: 386_200,
    30206: 92_400,
    30207: 48_100,
    30211: 136_480,
    30213: 84_200,
    30215: 12_400,
    30216: 46_810,
    30217: 28_360,
    30228: 186_340,
    30229: 92_600,
    30231: 112_480.3,
    30239: 318_600,
    30305: 86_200,
  },
  rest: '30299',
  carriedIn: { general: 60_000, own: 132_000 },
});

const plan3 = {
  overseas: 0,
  purchase: 0,
  operation: yuan(120_000),
  reception: yuan(40_000),
  meeting: yuan(15_000),
  training: yuan(50_000),
};
const done3 = {
  overseas: 0,
  purchase: 0,
  operation: yuan(112_480.3),
  reception: yuan(28_360),
  meeting: yuan(12_400),
  training: yuan(46_810),
};
const prior = {
  total: yuan(16_630_280.4),
  income: yuan(16_390_480.4),
  carried: yuan(239_800),
  spent: yuan(16_438_280.4),
  out: yuan(192_000),
  fiscal: yuan(16_204_300),
  three: yuan(152_360),
};
const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2, trim: true });
const VERBS = '增加 减少 增长 减少';
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];
const ADJUSTED = { basis: 'adjusted_budget' } as const;

/** 。与上年相比，增加 …，变动原因：… */
function versus(concept: string, now: number, then: number, why: string): Text {
  if (now === then) return t`。与上年决算数${w.flat(concept, 'prior_final', '相同')}。`;
  return t`。与上年相比，${w.change(concept, now, then, {}, VERBS)}，变动原因：${why}。`;
}

function whole(): BlockForm[] {
  const all = account.total();
  const of = (label: string, concept: string, fen: number, whole: number, basis: string): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, whole, basis)}`;
  const [ic, ec] = ['income.current_year', 'expenditure.current_year'] as const;
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2023年度收入、支出决算总计${w.a('balance.total', all)}。与上年相比，收、支总计各${w.change('balance.total', all, prior.total, {}, VERBS)}。其中：`,
    ),
    p(t`（一）收入决算总计${w.a('income.total', all)}。包括：`),
    p(t`1．本年收入决算合计${w.a(ic, income)}${versus(ic, income, prior.income, '农业生产发展项目资金增加')}`),
    p(t`2．使用非财政拨款结余和专用结余${w.a('income.surplus_used', 0)}${versus('income.surplus_used', 0, 0, '')}`),
    p(
      t`3．年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}${versus('income.carried_in', account.carried('carriedIn'), prior.carried, '上年项目资金执行进度加快')}`,
    ),
    p(t`（二）支出决算总计${w.a('expenditure.total', all)}。包括：`),
    p(t`1．本年支出决算合计${w.a(ec, spent)}${versus(ec, spent, prior.spent, '农业生产发展项目支出增加')}`),
    p(t`2．结余分配${w.a('expenditure.surplus_distributed', 0)}${versus('expenditure.surplus_distributed', 0, 0, '')}`),
    p(
      t`3．年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}。结转和结余事项：水生蔬菜示范项目尾款等${versus('expenditure.carried_out', account.carried('carriedOut'), prior.out, '部分项目跨年支付')}`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`2023年度本年收入决算合计${w.a(ic, income)}，其中：${of('财政拨款收入', 'income.fiscal', account.appropriated(), income, ic)}；${of('上级补助收入', 'income.superior', 0, income, ic)}；${of('财政专户管理教育收费', 'income.institutional.education_fees', 0, income, ic)}；${of('事业收入（不含专户管理教育收费）', 'income.institutional', account.ownIncome('institutional'), income, ic)}；${of('经营收入', 'income.operating', 0, income, ic)}；${of('附属单位上缴收入', 'income.affiliated', 0, income, ic)}；${of('其他收入', 'income.other', account.ownIncome('other'), income, ic)}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`2023年度本年支出决算合计${w.a(ec, spent)}，其中：${of('基本支出', 'expenditure.basic', account.allBasic(), spent, ec)}；${of('项目支出', 'expenditure.project', account.allProject(), spent, ec)}；${of('上缴上级支出', 'expenditure.to_superior', 0, spent, ec)}；${of('经营支出', 'expenditure.operating', 0, spent, ec)}；${of('对附属单位补助支出', 'expenditure.to_affiliated', 0, spent, ec)}。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2023年度财政拨款收入、支出决算总计${w.a('fiscal.total', account.fiscalTotal())}。与上年相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal, {}, VERBS)}，变动原因：项目资金增加。`,
    ),
  ];
}

const REASONS: Record<string, string> = {
  2080505: '缴费基数调整',
  2080506: '缴费基数调整',
  2101102: '人员调出',
  2130101: '年中追加人员经费',
  2130104: '年中追加人员经费',
  2130106: '部分示范项目未完成验收',
  2130122: '上级专项资金未列入年初预算',
  2130119: '台风灾害救灾资金年中下达',
  2210201: '缴费基数调整',
  2210202: '缴费基数调整',
};

function fiscal(): BlockForm[] {
  const f = 'fiscal.expenditure';
  let last = '';
  const items = codesOf(account)
    .sort()
    .flatMap((code): BlockForm[] => {
      const [kind, group, name] = account.path(code) as [string, string, string];
      const about: About = named(account, code);
      const [plan, now] = [account.budget(undefined, code), account.fiscal(undefined, code)];
      const opening =
        kind === last ? [] : [p(`（${'一二三四'[classesOf(account).sort().indexOf(code.slice(0, 3))]}）${kind}（类）`)];
      const number =
        codesOf(account)
          .sort()
          .filter((each) => each.startsWith(code.slice(0, 3)))
          .indexOf(code) + 1;
      last = kind;
      const start = t`${number}．${group}（款）${name}（项）。年初预算${w.a(f, plan, { ...about, measure: 'budget' })}，支出决算${w.a(f, now, about)}`;
      const gap = t`决算数与年初预算数的差异原因：${REASONS[code] ?? ''}。`;
      if (plan === 0)
        return [
          ...opening,
          p(t`${start}（年初预算数为${w.a(f, 0, { ...about, measure: 'budget' })}，无法计算完成比率）。${gap}`),
        ];
      const rate = t`${start}，完成年初预算的${w.done(f, now, plan, about)}`;
      if (plan === now) return [...opening, p(t`${rate}。决算数与年初预算数${w.flat(f, 'budget', '相同', about)}。`)];
      return [...opening, p(t`${rate}。${gap}`)];
    });
  const b = 'general.expenditure.basic';
  const c = 'general.expenditure';
  return [
    section('五、财政拨款支出决算情况说明'),
    p(
      '财政拨款支出决算反映的是一般公共预算、政府性基金预算和国有资本经营预算财政拨款支出的总体情况，既包括使用本年从本级财政取得的财政拨款发生的支出，也包括使用上年度财政拨款结转资金发生的支出。',
    ),
    p(
      t`2023年度财政拨款支出决算${w.a(f, account.fiscal())}，占本年支出合计的${w.share(f, account.fiscal(), spent, 'expenditure.current_year')}。与2023年度财政拨款支出年初预算${w.a(f, account.budget(), { measure: 'budget' })}相比，完成年初预算的${w.done(f, account.fiscal(), account.budget())}。其中：`,
    ),
    ...items,
    section('六、财政拨款基本支出决算情况说明'),
    p(t`2023年度财政拨款基本支出决算${w.a(`${f}.basic`, account.basic())}。`),
    section('七、一般公共预算支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款支出决算${w.a(c, general)}。与上年相比，${w.change(c, general, prior.fiscal - yuan(60_000), {}, VERBS)}，变动原因：项目支出增加。`,
    ),
    section('八、一般公共预算基本支出决算情况说明'),
    p(t`2023年度一般公共预算财政拨款基本支出决算${w.a(b, account.basic('general'))}，其中：`),
    p(
      t`（一）人员经费${w.a(`${b}.personnel`, account.personnel())}。主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金、生活补助。`,
    ),
    p(
      t`（二）公用经费${w.a(`${b}.public`, account.public())}。主要包括：办公费、电费、邮电费、差旅费、维修（护）费、会议费、培训费、公务接待费、工会经费、福利费、公务用车运行维护费、其他交通费用、其他商品和服务支出。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const k = 'three_public';
  const [plan, now] = [total(plan3), total(done3)];
  const part_ = (label: string, concept: string, fen: number): Text =>
    t`${label}支出${w.a(concept, fen)}，占“三公”经费的${w.share(concept, fen, now, `${k}.total`)}`;
  const row = (label: string, concept: string, x: number, y: number): Text =>
    t`${label}支出预算${w.a(concept, x, { measure: 'budget' })}，支出决算${w.a(concept, y)}，完成调整后预算的${w.done(concept, y, x, ADJUSTED)}，决算数与预算数的差异原因：厉行节约、据实列支`;
  return [
    section('九、财政拨款“三公”经费、会议费和培训费支出决算情况说明'),
    clause('（一）财政拨款“三公”经费支出总体情况说明'),
    p(
      t`2023年度财政拨款“三公”经费支出决算${w.a(`${k}.total`, now)}。与上年相比，减少${w.delta(`${k}.total`, now, prior.three)}，变动原因：压减公务接待。其中，${part_('因公出国（境）费', `${k}.overseas`, 0)}；${part_('公务用车购置及运行维护费', `${k}.vehicle`, vehicle(done3))}；${part_('公务接待费', `${k}.reception`, done3.reception)}。2023年度财政拨款“三公”经费支出预算${w.a(`${k}.total`, plan, { measure: 'budget' })}。`,
    ),
    clause('（二）财政拨款“三公”经费支出具体情况说明'),
    p(
      t`1．因公出国（境）费支出预算${w.a(`${k}.overseas`, 0, { measure: 'budget' })}，支出决算${w.a(`${k}.overseas`, 0)}，决算数与预算数${w.flat(`${k}.overseas`, 'budget', '相同')}。全年使用财政拨款涉及的出国（境）团组${w.c(`${k}.overseas.groups`, 0, '个')}，累计${w.c(`${k}.overseas.persons`, 0, '人次')}。`,
    ),
    p(t`2．${row('公务用车购置及运行维护费', `${k}.vehicle`, vehicle(plan3), vehicle(done3))}。其中：`),
    p(
      t`（1）公务用车购置支出决算${w.a(`${k}.vehicle.purchase`, 0)}。本年度使用财政拨款购置公务用车${w.c(`${k}.vehicle.purchased`, 0, '辆')}。`,
    ),
    p(
      t`（2）公务用车运行维护费支出决算${w.a(`${k}.vehicle.operation`, done3.operation)}。主要用于燃油、维修、保险等。截至2023年12月31日，使用财政拨款开支的公务用车保有量为${w.c(`${k}.vehicle.owned`, 5, '辆')}。`,
    ),
    p(
      t`3．${row('公务接待费', `${k}.reception`, plan3.reception, done3.reception)}。其中：国内公务接待支出${w.a(`${k}.reception.domestic`, done3.reception)}，接待${w.c(`${k}.reception.batches`, 36, '批次')}，${w.c(`${k}.reception.persons`, 298, '人次')}，开支内容：接待学习考察人员；国（境）外公务接待支出${w.a(`${k}.reception.foreign`, 0)}，接待${w.c(`${k}.reception.foreign.batches`, 0, '批次')}，${w.c(`${k}.reception.foreign.persons`, 0, '人次')}。`,
    ),
    clause('（三）财政拨款会议费支出决算情况说明'),
    p(
      t`2023年度财政拨款${row('会议费', 'meeting.expense', plan3.meeting, done3.meeting)}。2023年度全年召开会议${w.c('meeting.count', 4, '个')}，参加会议${w.c('meeting.persons', 186, '人次')}，开支内容：农技推广现场会。`,
    ),
    clause('（四）财政拨款培训费支出决算情况说明'),
    p(
      t`2023年度财政拨款${row('培训费', 'training.expense', plan3.training, done3.training)}。2023年度全年组织培训${w.c('training.count', 6, '个')}，组织培训${w.c('training.persons', 412, '人次')}，开支内容：种植户技术培训。`,
    ),
  ];
}

function other(): BlockForm[] {
  const k = 'procurement';
  const [goods, works, services] = [yuan(486_200), 0, yuan(1_264_300)];
  const all = goods + works + services;
  const sme = yuan(1_692_500);
  const agency = yuan(913_680.5);
  return [
    section('十、政府性基金预算财政拨款支出决算情况说明'),
    p(t`2023年度政府性基金预算财政拨款支出决算${w.a('fund.expenditure', 0)}${versus('fund.expenditure', 0, 0, '')}`),
    section('十一、国有资本经营预算财政拨款支出决算情况说明'),
    p(
      t`2023年度国有资本经营预算财政拨款支出决算${w.a('capital.expenditure', 0)}${versus('capital.expenditure', 0, 0, '')}`,
    ),
    section('十二、财政拨款机关运行经费支出决算情况说明'),
    p(
      t`2023年度机关运行经费支出决算${w.a('agency_operation', agency)}${versus('agency_operation', agency, yuan(946_120), '压减一般性支出')}`,
    ),
    section('十三、政府采购支出决算情况说明'),
    p(
      t`2023年度政府采购支出总额${w.a(`${k}.total`, all)}，其中：政府采购货物支出${w.a(`${k}.goods`, goods)}、政府采购工程支出${w.a(`${k}.works`, works)}、政府采购服务支出${w.a(`${k}.services`, services)}。政府采购授予中小企业合同金额${w.a(`${k}.sme`, sme)}，占政府采购支出总额的${w.share(`${k}.sme`, sme, all, `${k}.total`)}，其中：授予小微企业合同金额${w.a(`${k}.micro`, sme)}，占政府采购支出总额的${w.share(`${k}.micro`, sme, all, `${k}.total`)}。`,
    ),
    section('十四、国有资产占用情况说明'),
    p(
      t`截至2023年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 6, '辆')}，其中：副部（省）级以上领导用车${w.c('assets.vehicle.ministerial', 0, '辆')}、主要领导干部用车${w.c('assets.vehicle.leadership', 0, '辆')}、机要通信用车${w.c('assets.vehicle.confidential', 1, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 1, '辆')}、特种专业技术用车${w.c('assets.vehicle.technical', 2, '辆')}、其他用车${w.c('assets.vehicle.other', 2, '辆')}，其他用车主要是农技推广用车；单价100万元（含）以上的设备（不含车辆）${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('十五、预算绩效评价工作开展情况'),
    p(
      t`2023年度，本部门未开展财政重点绩效评价；本部门共对上年度已实施完成的${w.c('performance.projects', 5, '个')}项目开展了绩效自评价，涉及财政性资金合计${w.a('performance.funds', yuan(4_826_300))}。`,
    ),
  ];
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w.with({ trim: false }),
    above: (place) => [
      `公开${String(place).padStart(2, '0')}表`,
      `部门名称：${ORGANISATION}　　　　　　　金额单位：万元`,
    ],
    threeCells: false,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  const functional: Column[] = [
    ['合计', 'fiscal.expenditure', (code) => account.fiscal(undefined, code)],
    ['基本支出', 'fiscal.expenditure.basic', (code) => account.basic(undefined, code)],
    ['项目支出', 'fiscal.expenditure.project', (code) => account.project(undefined, code)],
  ];
  const procurement = (): TableForm => {
    const rows = (
      [
        ['合计', 'procurement.total', yuan(1_750_500)],
        ['货物', 'procurement.goods', yuan(486_200)],
        ['工程', 'procurement.works', 0],
        ['服务', 'procurement.services', yuan(1_264_300)],
      ] as const
    ).map(([label, concept, amount]): CellForm[] => [{ text: label }, all.cell(concept, amount)]);
    return all.table('operation', '政府采购支出决算表', [labels('项目', '金额'), ...rows], 1, [50, 50]);
  };
  return [
    part('第二部分 2023年度部门决算表'),
    all.totals('收入支出决算总表'),
    all.income('收入决算表'),
    all.expenditure('支出决算表'),
    all.fiscal('财政拨款收入支出决算总表'),
    all.byCode('fiscal', '财政拨款支出决算表（功能科目）', functional),
    all.general('一般公共预算支出决算表', '合计'),
    all.basic('一般公共预算基本支出决算表（经济科目）', 2),
    threePublicRows(all, '财政拨款“三公”经费、会议费和培训费支出决算表', [plan3, done3]),
    all.fund('政府性基金预算支出决算表', [
      t`注：本部门${w.none(['income.fiscal.fund', 'fund.expenditure'])}政府性基金预算收入和支出决算，故本表为空。`,
    ]),
    all.capital('国有资本经营预算支出决算表', [
      t`注：本部门${w.none(['capital.expenditure'])}国有资本经营预算支出决算，故本表为空。`,
    ]),
    procurement(),
  ];
}

export const jiangsuFinal: Sample = {
  name: 'jiangsu-2023-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [],
  blocks: [
    { kind: 'title', text: '2023年度' },
    { kind: 'title', text: `${ORGANISATION}部门决算公开` },
    pageBreak,
    centred('目 录'),
    ...[
      '第一部分 部门概况',
      '第二部分 2023年度部门决算表',
      '第三部分 2023年度部门决算情况说明',
      '第四部分 名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 4 + 2 })),
    pageBreak,
    part('第一部分 部门概况'),
    section('一、部门主要职能'),
    p('负责垛田区域农业技术推广、水生蔬菜良种繁育、农业防灾减灾和农产品质量服务。'),
    section('二、部门机构设置及决算单位构成情况'),
    p(
      '1．根据部门职责分工，本部门内设机构包括办公室、技术推广科、水生作物科、计划财务科。本部门下属单位包括：泰州市姜堰区水生蔬菜良种场。',
    ),
    p(
      t`2．从决算单位构成看，纳入本部门2023年部门汇总决算编制范围的预算单位共计${w.c('organisation.units', 2, '家')}，具体包括：${UNITS.join('、')}。`,
    ),
    ...tables(),
    part('第三部分 2023年度部门决算情况说明'),
    ...whole(),
    ...fiscal(),
    ...threePublic(),
    ...other(),
    part('第四部分 名词解释'),
    p('一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
    p('二、年末结转和结余资金：指单位按有关规定结转到下年或以后年度继续使用的资金。'),
  ],
};
