/** 江西, 2024, a department's budget as text: 较上年预算安排, the same expenditure split by kind and by function, projects told one by one. */
import { Account, line, yuan } from './account.ts';
import { classesOf, uncoded } from './clerk.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total } from './three-public.ts';

const ORGANISATION = '武宁县柘林湖渔业资源保护局';
const YEAR = 2024;

const account = new Account({
  names: { ...NAMES, 21301: '农业农村', 2130101: '行政运行', 2130110: '执法监管', 2130135: '农业生态资源保护' },
  lines: [
    line('2080501', { basic: 96_400 }),
    line('2080505', { basic: 518_240 }),
    line('2080506', { basic: 259_120 }),
    line('2101101', { basic: 291_510 }),
    line('2130101', { basic: 4_316_820, ownBasic: 60_000 }),
    line('2130110', { project: 960_000 }),
    line('2130135', { project: 1_880_000, ownProject: 120_000, own: { other: 100_000 } }),
    line('2210201', { basic: 388_680 }),
  ],
  economic: {
    30101: 1_468_320,
    30102: 1_106_400,
    30103: 622_360,
    30108: 518_240,
    30109: 259_120,
    30110: 291_510,
    30113: 388_680,
    30201: 286_000,
    30211: 120_000,
    30217: 24_000,
    30231: 96_000,
    30239: 186_000,
    30302: 96_400,
    30305: 46_200,
    31002: 80_000,
  },
  rest: '30299',
  carriedIn: { own: 80_000 },
});

const three = { overseas: 0, purchase: 0, operation: yuan(96_000), reception: yuan(24_000) };
const three2023 = { overseas: 0, purchase: yuan(150_000), operation: yuan(102_000), reception: yuan(24_000) };
const prior = {
  fiscal: yuan(8_416_300),
  other: yuan(120_000),
  carried: yuan(36_000),
  basic: yuan(5_772_300),
  project: yuan(2_800_000),
  classes: { 208: yuan(848_200), 210: yuan(286_400), 213: yuan(7_059_300), 221: yuan(378_400) } as Record<
    string,
    number
  >,
  agency: yuan(1_096_200),
};
const all2023 = prior.fiscal + prior.other + prior.carried;

const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2 });
const PRIOR = { basis: 'prior_budget' } as const;

/** ，较上年预算安排增加1.20万元 */
function moved(concept: string, now: number, then: number, about: About = {}): Text {
  if (now === then) return t`，与上年预算安排${w.flat(concept, 'prior_budget', '持平', about)}`;
  return t`，较上年预算安排${now > then ? '增加' : '减少'}${w.delta(concept, now, then, { ...about, ...PRIOR })}`;
}

function whole(): BlockForm[] {
  const line_ = (label: string, concept: string, now: number, then: number): Text =>
    t`${label}${w.a(concept, now)}${moved(concept, now, then)}`;
  const [basic, project] = [account.allBasic(), account.allProject()];
  const e = 'expenditure.basic';
  const own = yuan(60_000);
  const classes = classesOf(account).map((code, i) => {
    const about = uncoded(account, code);
    const amount = account.spent(code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}${w.a('expenditure.current_year', amount, about)}${moved('expenditure.current_year', amount, prior.classes[code] as number, about)}`;
  });
  const fiscal = classesOf(account).map((code, i) => {
    const amount = account.fiscal(undefined, code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}${w.a('fiscal.expenditure', amount, uncoded(account, code))}，占财政拨款支出的${w.share('fiscal.expenditure', amount, account.fiscal(), 'fiscal.expenditure', uncoded(account, code))}`;
  });
  return [
    section('一、2024年部门预算收支情况说明'),
    clause('（一）收入预算情况'),
    p(
      t`2024年${ORGANISATION}收入预算总额为${w.a('income.total', account.total())}${moved('income.total', account.total(), all2023)}。其中：${line_('财政拨款收入', 'income.fiscal', account.appropriated(), prior.fiscal)}；${line_('教育收费资金收入', 'income.institutional.education_fees', 0, 0)}；${line_('事业收入', 'income.institutional', 0, 0)}；${line_('事业单位经营收入', 'income.operating', 0, 0)}；${line_('附属单位上缴收入', 'income.affiliated', 0, 0)}；${line_('上级补助收入', 'income.superior', 0, 0)}；${line_('其他收入', 'income.other', account.ownIncome(), prior.other)}；${line_('上年结转（结余）', 'income.carried_in', account.carried('carriedIn'), prior.carried)}。`,
    ),
    clause('（二）支出预算情况'),
    p(
      t`2024年${ORGANISATION}支出预算总额为${w.a('expenditure.total', account.total())}${moved('expenditure.total', account.total(), all2023)}。`,
    ),
    p('其中：'),
    p(
      t`按支出项目类别划分：基本支出${w.a(e, basic)}${moved(e, basic, prior.basic)}，包括工资福利支出${w.a(`${e}.wages`, account.economicSum('301'))}、商品和服务支出${w.a(`${e}.goods`, account.economicSum('302') + own)}、对个人和家庭的补助${w.a(`${e}.individuals`, account.economicSum('303'))}、资本性支出${w.a(`${e}.capital`, account.economicSum('310'))}；项目支出${w.a('expenditure.project', project)}${moved('expenditure.project', project, prior.project)}。`,
    ),
    p(t`按支出功能科目划分：${classes}。`),
    clause('（三）财政拨款支出情况'),
    p(
      t`2024年${ORGANISATION}财政拨款支出预算总额${w.a('fiscal.expenditure.total', account.fiscal())}${moved('fiscal.expenditure.total', account.fiscal(), prior.fiscal)}。按支出功能科目划分：${fiscal}。`,
    ),
    clause('（四）政府性基金情况'),
    p(t`本部门2024年${w.none(['fund.expenditure'], '没有')}使用政府性基金预算拨款安排的支出。`),
    clause('（五）国有资本经营情况'),
    p(t`本部门2024年${w.none(['capital.expenditure'], '没有')}使用国有资本经营预算拨款安排的支出。`),
  ];
}

const PROJECTS = [
  { name: '禁捕退捕执法巡查项目', amount: yuan(960_000), use: '开展湖区禁捕巡查，购置巡查船艇燃料' },
  { name: '渔业资源增殖放流项目', amount: yuan(1_480_000), use: '放流鲢、鳙等苗种860万尾' },
  { name: '水生生物监测项目', amount: yuan(520_000), use: '布设监测点12个，编制监测报告2份' },
];

function rest(): BlockForm[] {
  const agency = account.public();
  const [goods, works, services] = [yuan(312_000), 0, yuan(1_260_000)];
  const k = 'procurement';
  const c = 'three_public';
  const cars = { period: YEAR - 1 };
  return [
    clause('（六）机关运行费等重要事项的说明'),
    p(
      t`2024年部门机关运行费预算${w.a('agency_operation', agency)}，比上年预算${w.change('agency_operation', agency, prior.agency, PRIOR)}，主要原因是：人员减少，公用经费相应减少。`,
    ),
    clause('（七）政府采购情况'),
    p(
      t`2024年部门所属各单位政府采购总额${w.a(`${k}.total`, goods + works + services)}，其中：政府采购货物预算${w.a(`${k}.goods`, goods)}、政府采购工程预算${w.a(`${k}.works`, works)}、政府采购服务预算${w.a(`${k}.services`, services)}。`,
    ),
    clause('（八）国有资产占有使用情况'),
    p(
      t`截至2023年8月31日，部门共有车辆${w.c('assets.vehicle.total', 4, '辆', cars)}，其中：一般公务用车${w.c('assets.vehicle.general', 1, '辆', cars)}、执法执勤用车${w.c('assets.vehicle.enforcement', 3, '辆', cars)}。2024年部门预算安排购置车辆${w.c('assets.planned.vehicle', 0, '辆')}，安排购置单位价值100万元以上专用设备${w.c('assets.planned.equipment', 1, '台（套）')}。`,
    ),
    clause('（九）项目情况说明'),
    ...PROJECTS.flatMap((each, i): BlockForm[] => {
      const about = { subject: { scheme: 'project', code: null, path: [each.name.replace(/项目$/, '')] } } as const;
      return [
        p(`${i + 1}．${each.name}`),
        p(`（1）项目概述：${each.use}。`),
        p('（2）立项依据：县委、县政府关于柘林湖禁捕退捕工作的决策部署。'),
        p(t`（3）年度预算安排：${w.a('project.funds', each.amount, about)}。`),
      ];
    }),
    section('二、2024年“三公”经费预算情况说明'),
    p(t`2024年${ORGANISATION}“三公”经费年初预算安排${w.a(`${c}.total`, total(three))}。其中：`),
    p(
      t`因公出国（境）费${w.a(`${c}.overseas`, 0)}，比上年增加${w.delta(`${c}.overseas`, 0, 0, PRIOR)}，主要原因是：未安排出国任务。`,
    ),
    p(
      t`公务接待费${w.a(`${c}.reception`, three.reception)}，比上年增加${w.delta(`${c}.reception`, three.reception, three2023.reception, PRIOR)}，主要原因是：与上年一致。`,
    ),
    p(
      t`公务用车运行维护费${w.a(`${c}.vehicle.operation`, three.operation)}，比上年减少${w.delta(`${c}.vehicle.operation`, three.operation, three2023.operation, PRIOR)}，主要原因是：更新车辆后维修费减少。`,
    ),
    p(
      t`公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，比上年减少${w.delta(`${c}.vehicle.purchase`, 0, three2023.purchase, PRIOR)}，主要原因是：上年已更新执法用车。`,
    ),
  ];
}

export const jiangxiBudget: Sample = {
  name: 'jiangxi-2024-budget',
  format: 'txt',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2024年部门预算` },
    part('第一部分 部门概况'),
    section('一、部门主要职责'),
    p('负责柘林湖武宁水域渔业资源保护、禁捕执法、增殖放流和水生生物监测。'),
    section('二、机构设置及人员情况'),
    p(
      t`部门编制人数${w.c('staff.establishment', 45, '人')}，其中：行政编制${w.c('staff.establishment.administrative', 18, '人')}、事业编制${w.c('staff.establishment.institutional', 27, '人')}；实有人数${w.c('staff.actual', 43, '人')}。退休人员${w.c('staff.retired', 12, '人')}。`,
    ),
    part('第二部分 2024年部门预算情况说明'),
    ...whole(),
    ...rest(),
    part('第三部分 2024年部门预算表'),
    p('（详见附表）'),
    part('第四部分 名词解释'),
    p('一、收入科目：财政拨款指县级财政当年拨付的资金。'),
  ],
};
