/** 湖南, 2024, a department's budget: 年初预算数 under bare headings, income by unit, 收支总表 in three blocks. */
import { Account, line, yuan } from './account.ts';
import { classesOf, inRow, named, vehicles } from './clerk.ts';
import {
  type BlockForm,
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
import {
  beside,
  byEconomicCode,
  economicCodes,
  fiscalBudget,
  labels,
  lines,
  type Project,
  peopleAndGoods,
  projectSubject,
  spending,
  threePublicYears,
} from './grids.ts';
import { Pen, type Subject, t } from './marks.ts';
import { NAMES, ordinal } from './names.ts';
import { Tables } from './tables.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '常德市鼎城区水上交通安全服务中心';
const YEAR = 2024;
const PRIOR = { basis: 'prior_budget' };

const names = {
  ...NAMES,
  21401: '公路水路运输',
  2140101: '行政运行',
  2140131: '海事管理',
  2140136: '水路运输管理支出',
  2140199: '其他公路水路运输支出',
};

const account = new Account({
  names,
  lines: [
    line('2080501', { basic: 214_600 }),
    line('2080505', { basic: 986_304 }),
    line('2080506', { basic: 302_152 }),
    line('2101101', { basic: 418_620 }),
    line('2101102', { basic: 126_906 }),
    line('2101103', { basic: 88_415 }),
    line('2140101', { basic: 5_236_418 }),
    line('2140131', { basic: 1_845_630, project: 1_260_000 }),
    line('2140136', { project: 860_000, appropriated: 510_000 }),
    line('2140199', { project: 423_000, ownProject: 180_000, own: { superior: 180_000 } }),
    line('2210201', { basic: 756_228 }),
  ],
  economic: {
    30101: 2_318_640,
    30102: 1_286_420,
    30103: 986_300,
    30107: 1_012_460,
    30108: 986_304,
    30109: 302_152,
    30110: 545_526,
    30111: 88_415,
    30112: 42_680,
    30113: 756_228,
    30201: 218_400,
    30202: 36_000,
    30205: 12_000,
    30206: 64_800,
    30207: 31_200,
    30211: 128_600,
    30213: 46_000,
    30215: 36_000,
    30216: 82_000,
    30217: 28_500,
    30226: 96_000,
    30228: 108_300,
    30231: 154_000,
    30239: 312_600,
    30302: 214_600,
    30305: 32_460,
    31002: 25_000,
  },
  rest: '30299',
  carriedIn: { general: 350_000 },
});

const UNITS: { code: string; name: string; lines: string[] }[] = [
  { code: '312001', name: `${ORGANISATION}本级`, lines: ['2140101', '2140136', '2080501', '2101101', '2101103'] },
  { code: '312002', name: '常德市鼎城区渡口渡船管理所', lines: ['2140131', '2101102', '2080506'] },
  { code: '312003', name: '常德市鼎城区船员培训站', lines: ['2140199', '2080505', '2210201'] },
];

const three = { overseas: 0, purchase: 0, operation: yuan(154_000), reception: yuan(28_500) };
const three2023 = { overseas: 0, purchase: 0, operation: yuan(168_000), reception: yuan(35_000) };
const before = { general: yuan(11_468_300), superior: yuan(260_000), carried: yuan(186_400) };
const beforeAll = before.general + before.superior + before.carried;

const projects: Project[] = [
  { name: '渡口码头安全设施改造', amount: yuan(860_000), use: '更换乡镇渡口趸船、护栏和标识标牌' },
  { name: '水上搜救应急', amount: yuan(780_000), use: '购置救生器材、开展应急演练' },
  { name: '渡工补贴', amount: yuan(480_000), use: '向公益渡口渡工发放补贴' },
];

const w = new Pen({
  year: YEAR,
  measure: 'budget',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  zero: '0',
  trimPercent: true,
});

function overview(): BlockForm[] {
  return [
    section('一、部门基本概况'),
    clause('（一）职能职责'),
    p('1、贯彻执行水上交通安全法律法规，负责辖区通航水域的安全监督管理和水上交通秩序维护。'),
    p('2、负责渡口渡船、船员和船舶检验的管理服务工作。'),
    p('3、组织水上险情的搜寻救助，承办区交通运输主管部门交办的其他事项。'),
    clause('（二）机构设置'),
    p(
      t`本部门内设机构${w.c('organisation.divisions', 5, '个')}，分别是办公室、安全监督股、船舶检验股、应急搜救股、财务股。全系统核定编制${w.c('staff.establishment', 62, '名')}，其中行政编制${w.c('staff.establishment.administrative', 18, '名')}、事业编制${w.c('staff.establishment.institutional', 44, '名')}，年末实有${w.c('staff.actual', 59, '人')}，另有退休人员${w.c('staff.retired', 21, '人')}。`,
    ),
    section('二、部门预算单位构成'),
    p(
      t`纳入2024年部门预算编制范围的预算单位共${w.c('organisation.units', 3, '家')}，具体是：${inRow(
        UNITS.map(({ name }) => name),
        '、',
      )}。`,
    ),
  ];
}

function wholes(): BlockForm[] {
  const all = account.total();
  const general = account.appropriated('general');
  const superior = account.ownIncome('superior');
  const carried = account.carried('carriedIn');
  const change = (concept: string, now: number, prior: number) =>
    t`${now > prior ? '增加' : '减少'}${w.delta(concept, now, prior, PRIOR)}`;
  const classes = classesOf(account).map((code) => {
    const about = named(account, code);
    return t`${account.name(code)}${w.a('expenditure.current_year', account.spent(code), about)}`;
  });
  const of = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占支出预算的${w.share(concept, amount, all, 'expenditure.total')}`;
  const people = w.rate('expenditure.basic.personnel', account.personnel(), yuan(8_214_600), PRIOR);
  return [
    section('三、部门收支总体情况'),
    clause('（一）收入预算'),
    p(
      t`2024年年初预算数${w.a('income.total', all)}，其中，一般公共预算拨款${w.a('income.fiscal.general', general)}，占收入预算的${w.share('income.fiscal.general', general, all, 'income.total')}；政府性基金预算拨款${w.a('income.fiscal.fund', 0)}；国有资本经营预算拨款${w.a('income.fiscal.capital', 0)}；财政专户管理资金${w.a('income.institutional.education_fees', 0)}；上级财政补助收入${w.a('income.superior', superior)}；上年结转结余${w.a('income.carried_in', carried)}。收入较2023年年初预算${w.change('income.total', all, beforeAll, PRIOR)}，其中一般公共预算拨款${change('income.fiscal.general', general, before.general)}，上级财政补助收入${change('income.superior', superior, before.superior)}，上年结转结余${change('income.carried_in', carried, before.carried)}，主要原因是渡口码头改造任务增加。`,
    ),
    clause('（二）支出预算'),
    p(
      t`2024年年初预算数${w.a('expenditure.total', all)}，按支出功能分类，其中，${inRow(classes)}。按支出性质划分，基本支出${of('expenditure.basic', account.allBasic())}；项目支出${of('expenditure.project', account.allProject())}。支出较2023年年初预算增加${w.delta('expenditure.total', all, beforeAll, PRIOR)}，主要是工资政策性调整，人员经费同口径比2023年预算增长${people}。`,
    ),
  ];
}

function general(): BlockForm[] {
  const c = 'general.expenditure';
  const spent = account.fiscal('general');
  const basic = account.basic('general');
  const shares = classesOf(account, 'general').map((code) => {
    const about = named(account, code);
    const amount = account.fiscal('general', code);
    return t`${account.name(code)}${w.a(c, amount, about)}，占${w.share(c, amount, spent, c, about)}`;
  });
  const list = projects.map((project) => {
    const subject = projectSubject(project);
    return t`${project.name}项目支出${w.a('project.funds', project.amount, { subject })}，主要用于${project.use}等方面`;
  });
  const part_ = (concept: string, amount: number) =>
    t`${w.a(concept, amount)}，占基本支出的${w.share(concept, amount, basic, `${c}.basic`)}`;
  return [
    section('四、一般公共预算拨款支出'),
    p(t`2024年一般公共预算拨款支出预算为${w.a(c, spent)}，其中，${inRow(shares)}。具体安排情况如下：`),
    clause('（一）基本支出'),
    p(
      t`2024年年初预算数为${w.a(`${c}.basic`, basic)}，主要是为保障部门正常运转、完成日常工作任务而发生的各项支出，其中：用于基本工资、津贴补贴等人员经费${part_(`${c}.basic.personnel`, account.personnel())}；用于办公费、印刷费、水电费、办公设备购置等公用经费${part_(`${c}.basic.public`, account.public())}。`,
    ),
    clause('（二）项目支出'),
    p(
      t`2024年年初预算数为${w.a(`${c}.project`, account.project('general'))}，主要是部门为完成特定行政工作任务或事业发展目标而发生的支出。其中：${inRow(list)}。`,
    ),
    section('五、政府性基金预算支出'),
    p(
      t`2024年度本部门${w.none(['fund.expenditure'], '没有')}政府性基金预算安排的支出，所以公开的政府性基金预算支出表为空。此外，本部门${w.none(['capital.expenditure'], '未安排')}国有资本经营预算支出，国有资本经营预算支出表同样为空。`,
    ),
  ];
}

const agency = yuan(1_186_400);

function expenses(): BlockForm[] {
  const c = 'three_public';
  const agencyBefore = yuan(1_263_050);
  const at = { period: YEAR - 1 };
  return [
    section('六、其他重要事项的情况说明'),
    clause('（一）机关运行经费'),
    p(
      t`本部门2024年机关运行经费当年一般公共预算拨款${w.a('agency_operation', agency)}（2023年预算为${w.a('agency_operation', agencyBefore, at)}），比2023年预算${w.change('agency_operation', agency, agencyBefore, PRIOR, '增加 减少 上升 下降')}，主要原因是落实过紧日子要求，压减办公费和印刷费。`,
    ),
    clause('（二）“三公”经费预算'),
    p(
      t`本部门2024年“三公”经费预算数为${w.a(`${c}.total`, total(three))}，其中，公务接待费${w.a(`${c}.reception`, three.reception)}，公务用车购置及运行费${w.a(`${c}.vehicle`, vehicle(three))}（其中，公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，公务用车运行费${w.a(`${c}.vehicle.operation`, three.operation)}），因公出国（境）费${w.a(`${c}.overseas`, 0)}。2024年“三公”经费预算较2023年预算${w.change(`${c}.total`, total(three), total(three2023), PRIOR)}，其中公务接待费压减${w.delta(`${c}.reception`, three.reception, three2023.reception, PRIOR)}，公务用车运行费压减${w.delta(`${c}.vehicle.operation`, three.operation, three2023.operation, PRIOR)}，因公出国（境）费与2023年预算${w.flat(`${c}.overseas`, 'prior_budget')}。`,
    ),
    clause('（三）一般性支出情况'),
    p(
      t`2024年本部门会议费预算${w.a('meeting.expense', yuan(36_000))}，拟召开${w.c('meeting.count', 6, '次')}会议，人数${w.c('meeting.persons', 240, '人')}，内容为水上交通安全工作会、汛期渡运安全部署会；培训费预算${w.a('training.expense', yuan(82_000))}，拟开展${w.c('training.count', 4, '次')}培训，人数${w.c('training.persons', 185, '人')}，内容为渡工安全培训、船舶检验业务培训；拟举办节庆、晚会、论坛、赛事等活动经费预算${w.a('event.expense', 0)}。`,
    ),
  ];
}

function matters(): BlockForm[] {
  const [goods, works, services] = [yuan(286_000), yuan(640_000), yuan(312_000)];
  const purchases = goods + works + services;
  const reserved = yuan(866_600);
  const kinds = [
    ['机要通信用车', 'confidential', 0],
    ['应急保障用车', 'emergency', 2],
    ['执法执勤用车', 'enforcement', 3],
    ['特种专业技术用车', 'technical', 0],
    ['其他用车', 'other', 1],
  ] as const;
  const then = w.with({ year: YEAR - 1 });
  const funds = account.allProject();
  return [
    clause('（四）政府采购情况'),
    p(
      t`2024年本部门政府采购预算总额${w.a('procurement.total', purchases)}，其中，货物类采购预算${w.a('procurement.goods', goods)}；工程类采购预算${w.a('procurement.works', works)}；服务类采购预算${w.a('procurement.services', services)}。按采购组织形式分，集中采购98.60万元，分散采购25.20万元。面向中小企业预留政府采购项目预算金额${w.a('procurement.sme.reserved', reserved)}，占政府采购预算总额的${w.share('procurement.sme.reserved', reserved, purchases, 'procurement.total')}。`,
    ),
    clause('（五）国有资产占有使用及新增资产配置情况'),
    p(
      t`截至2023年12月底，本部门共有公务用车${then.c('assets.vehicle.total', 6, '辆')}，其中，${vehicles(then, kinds)}，其他用车主要是船检业务用车；单位价值50万元以上通用设备${then.c('assets.equipment.over_500k', 2, '台')}，单位价值100万元以上专用设备${then.c('assets.equipment.over_1m', 1, '台')}。`,
    ),
    p(
      t`2024年拟报废处置公务用车1辆，拟新增配置公务用车${w.c('assets.planned.vehicle', 0, '辆')}；拟新增配备单位价值100万元以上设备${w.c('assets.planned.equipment', 0, '台')}。`,
    ),
    clause('（六）预算绩效目标说明'),
    p(
      t`本部门整体支出和项目支出实行绩效目标管理，2024年编报绩效目标的项目${w.c('performance.targets.projects', 7, '个')}，涉及资金${w.a('performance.targets.funds', funds)}，占项目支出预算的${w.share('performance.targets.funds', funds, funds, 'expenditure.project')}。具体绩效目标详见报表。`,
    ),
    section('七、名词解释'),
    p('1、机关运行经费：是指各部门的公用经费，包括办公及印刷费、邮电费、差旅费、会议费、日常维修费等。'),
    p(
      '2、“三公”经费：纳入预算管理的“三公”经费，是指用财政拨款安排的公务接待费、公务用车购置及运行费和因公出国（境）费。',
    ),
  ];
}

function totals(all: Tables): TableForm {
  const income = lines(all, [
    ['一、一般公共预算拨款', 'income.fiscal.general', account.appropriated('general')],
    ['二、政府性基金预算拨款', 'income.fiscal.fund', 0],
    ['三、国有资本经营预算拨款', 'income.fiscal.capital', 0],
    ['四、财政专户管理资金', 'income.institutional.education_fees', 0],
    ['五、上级财政补助收入', 'income.superior', account.ownIncome('superior')],
    ['六、事业单位经营收入', 'income.operating', 0],
    ['七、其他收入', 'income.other', 0],
  ]);
  const uses = classesOf(account).map((code, i) => [
    { text: `${ordinal(i + 1)}、${account.name(code)}` },
    all.cell('expenditure.current_year', account.spent(code), named(account, code)),
  ]);
  const economic = [
    ...lines(all, [
      ['一、基本支出', 'expenditure.basic', account.allBasic()],
      ['　工资福利支出', 'expenditure.basic.wages', account.economicSum('301')],
      ['　商品和服务支出', 'expenditure.basic.goods', account.economicSum('302')],
      ['　对个人和家庭的补助', 'expenditure.basic.individuals', account.economicSum('303')],
      ['　资本性支出', 'expenditure.basic.capital', account.economicSum('310')],
      ['二、项目支出', 'expenditure.project', account.allProject()],
    ]),
    // By project and economic class at once: no concept.
    labels('　按项目管理的商品和服务支出', w.money(account.allProject() - yuan(1_120_000))),
    labels('　按项目管理的对个人和家庭的补助', w.money(yuan(480_000))),
    labels('　按项目管理的资本性支出', w.money(yuan(640_000))),
  ];
  const ending: [string, string, number][] = [
    ['本年支出合计', 'expenditure.current_year', account.spent()],
    ['年终结转结余', 'expenditure.carried_out', 0],
    ['支出总计', 'expenditure.total', account.total()],
  ];
  const ends = beside(
    lines(all, [
      ['本年收入合计', 'income.current_year', account.income()],
      ['上年结转结余', 'income.carried_in', account.carried('carriedIn')],
      ['收入总计', 'income.total', account.total()],
    ]),
    lines(all, ending),
    lines(all, ending),
  );
  const heads = [
    [head('收入', 2), head('支出', 4)],
    labels('项目', '本年预算', '项目（按功能分类）', '本年预算', '项目（按部门预算经济分类）', '本年预算'),
  ];
  const rows = [...heads, ...beside(income, uses, economic), ...ends];
  return all.table('01', '收支总表', rows, 2, [21, 11, 22, 11, 24, 11]);
}

function incomeByUnit(all: Tables): TableForm {
  const sum = (codes: string[], amount: (code: string) => number) =>
    codes.reduce((whole, code) => whole + amount(code), 0);
  const granted = (codes: string[]) => sum(codes, (code) => account.appropriated('general', code));
  const own = (codes: string[]) => sum(codes, (code) => account.ownIncome('superior', code));
  const carried = account.carried('carriedIn');
  const amounts = (codes: string[], kept: number): [string, number][] => [
    ['income.total', granted(codes) + own(codes) + kept],
    ['income.fiscal.general', granted(codes)],
    ['income.fiscal.fund', 0],
    ['income.fiscal.capital', 0],
    ['income.institutional.education_fees', 0],
    ['income.superior', own(codes)],
    ['income.other', 0],
    ['income.carried_in', kept],
  ];
  const tall = (text: string) => head(text, 1, 2);
  const heads = [
    [tall('部门（单位）代码'), tall('部门（单位）名称'), tall('合计'), head('本年收入', 6), tall('上年结转结余')],
    labels('一般公共预算', '政府性基金', '国有资本经营预算', '财政专户管理资金', '上级补助收入', '其他收入'),
  ];
  const rows = UNITS.map(({ code, name, lines: codes }, i) => {
    const subject: Subject = { scheme: 'unit', code, path: [name] };
    const kept = i === 0 ? carried : 0;
    const cells = amounts(codes, kept).map(([concept, amount]) => all.cell(concept, amount, { subject }));
    return [{ text: code }, { text: name }, ...cells];
  });
  const every = UNITS.flatMap((unit) => unit.lines);
  const first = [head('合计', 2), ...amounts(every, carried).map(([concept, amount]) => all.cell(concept, amount))];
  return all.table('02', '收入总表', [...heads, first, ...rows], 2, [9, 21, 10, 10, 8, 9, 9, 8, 7, 9]);
}

function fiscal(all: Tables): TableForm {
  const left = lines(all, [
    ['一、本年收入', 'income.fiscal', account.appropriated()],
    ['（一）一般公共预算拨款', 'income.fiscal.general', account.appropriated('general')],
    ['（二）政府性基金预算拨款', 'income.fiscal.fund', 0],
    ['（三）国有资本经营预算拨款', 'income.fiscal.capital', 0],
    ['二、上年结转', 'fiscal.carried_in', account.carriedIn.general],
  ]);
  const heads = [
    [head('收入', 2), head('支出', 5)],
    labels('项目', '本年预算', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
  ];
  const totals: [string, string] = ['收入总计', '支出总计'];
  return fiscalBudget(all, { title: '财政拨款收支总表', heads, left, spent: '一、本年支出', totals });
}

function basic(all: Tables): TableForm {
  const heads = [
    [head('部门预算支出经济分类科目', 2), head('一般公共预算基本支出', 3)],
    labels('科目编码', '科目名称', '合计', '人员经费', '公用经费'),
  ];
  const place = { table: '06', title: '一般公共预算基本支出表', heads };
  return byEconomicCode(all, place, economicCodes(account.economic.keys()), peopleAndGoods(account));
}

function tables(): BlockForm[] {
  const all = new Tables({
    account,
    pen: w.with({ zero: undefined }),
    above: (place) => [`预算0${place}表`, `部门：${ORGANISATION}　　　　　　　　　　金额单位：万元`],
    threeCells: false,
    lineNumbers: false,
    blankZero: true,
    totalLast: false,
    since2020: true,
  });
  const none = (concept: string, text: string) => [
    t`注：本部门2024年${w.none([concept], '没有')}${text}支出，本表无数据。`,
  ];
  return [
    part('第二部分 2024年部门预算表'),
    totals(all),
    incomeByUnit(all),
    all.byCode('03', '支出总表', [
      ...spending(account),
      ['事业单位经营支出', 'expenditure.operating', () => 0],
      ['上缴上级支出', 'expenditure.to_superior', () => 0],
      ['对附属单位补助支出', 'expenditure.to_affiliated', () => 0],
    ]),
    fiscal(all),
    all.byCode('05', '一般公共预算支出表', spending(account, 'general'), 'general'),
    basic(all),
    threePublicYears(all, '一般公共预算“三公”经费支出表', [
      ['2023年预算数', three2023, { period: YEAR - 1 }],
      ['2024年预算数', three, {}],
    ]),
    all.byCode(
      '08',
      '政府性基金预算支出表',
      spending(account, 'fund'),
      'fund',
      none('fund.expenditure', '政府性基金预算'),
    ),
    all.byCode(
      '09',
      '国有资本经营预算支出表',
      spending(account, 'capital'),
      'capital',
      none('capital.expenditure', '国有资本经营预算'),
    ),
  ];
}

export const hunanBudget: Sample = {
  name: 'hunan-2024-budget',
  format: 'docx',
  report: {
    kind: 'budget',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: UNITS.map(({ name }) => name),
  },
  defects: [],
  blocks: [
    { kind: 'title', text: '2024年度常德市鼎城区水上交通安全服务中心部门预算' },
    pageBreak,
    centred('目录'),
    ...['第一部分 2024年部门预算说明', '第二部分 2024年部门预算表'].map(
      (text, i): BlockForm => ({ kind: 'contents', text, page: 3 + i * 6 }),
    ),
    pageBreak,
    part('第一部分 2024年部门预算说明'),
    ...overview(),
    ...wholes(),
    ...general(),
    ...expenses(),
    ...matters(),
    ...tables(),
  ],
};
