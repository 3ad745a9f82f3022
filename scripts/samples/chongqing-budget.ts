/** 重庆, 2025, a department's budget as text: changes opened into their parts, no percentages, 与2024年持平. */
import { Account, line, yuan } from './account.ts';
import { classesOf, uncoded } from './clerk.ts';
import { type BlockForm, clause, p, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total } from './three-public.ts';

const ORGANISATION = '重庆市璧山区璧南河流域管理局';
const YEAR = 2025;

const account = new Account({
  names: { ...NAMES, 21301: '农业农村', 2130301: '行政运行', 2130304: '水利行业业务管理' },
  lines: [
    line('2080501', { basic: 168_000 }),
    line('2080505', { basic: 624_310 }),
    line('2080506', { basic: 312_155 }),
    line('2101101', { basic: 331_660 }),
    line('2120899', { fund: 'fund', project: 2_600_000 }),
    line('2130301', { basic: 4_926_418 }),
    line('2130304', { project: 860_000 }),
    line('2130306', { project: 3_240_000, ownProject: 180_000, own: { other: 180_000 } }),
    line('2130311', { project: 1_150_000 }),
    line('2210201', { basic: 468_230 }),
  ],
  economic: {
    30101: 1_604_220,
    30102: 1_288_310,
    30103: 826_400,
    30108: 624_310,
    30109: 312_155,
    30110: 331_660,
    30113: 468_230,
    30201: 260_000,
    30211: 140_000,
    30217: 18_000,
    30231: 144_000,
    30239: 288_000,
    30302: 168_000,
  },
  rest: '30299',
});

const three = { overseas: 0, purchase: 0, operation: yuan(144_000), reception: yuan(18_000) };
const three2024 = { overseas: 0, purchase: 0, operation: yuan(160_000), reception: yuan(20_000) };
const prior = {
  basic: yuan(6_703_400),
  project: yuan(5_630_000),
  fund: yuan(3_100_000),
  other: yuan(240_000),
  agency: yuan(812_600),
};

const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2, group: true });
const PRIOR = { basis: 'prior_budget' } as const;
const general = account.fiscal('general');
const before = { general: prior.basic + prior.project, all: prior.basic + prior.project + prior.fund + prior.other };

/** 增加12.30万元 or 减少12.30万元. */
function moved(concept: string, now: number, then: number): Text {
  return t`${now > then ? '增加' : '减少'}${w.delta(concept, now, then, PRIOR)}`;
}

function whole(): BlockForm[] {
  const parts = classesOf(account)
    .sort()
    .map((code, i) => {
      const amount = w.a('expenditure.current_year', account.spent(code), uncoded(account, code));
      return t`${i > 0 ? '，' : ''}${account.name(code)}${amount}`;
    });
  return [
    section('二、部门收支总体情况'),
    p(
      t`（一）收入预算：2025年年初预算数${w.a('income.total', account.total())}，其中：一般公共预算拨款${w.a('income.fiscal.general', account.appropriated('general'))}，政府性基金预算拨款${w.a('income.fiscal.fund', account.appropriated('fund'))}，国有资本经营预算拨款${w.a('income.fiscal.capital', 0)}，事业收入${w.a('income.institutional', 0)}，事业单位经营收入${w.a('income.operating', 0)}，其他收入${w.a('income.other', account.ownIncome())}。收入较2024年${moved('income.total', account.total(), before.all)}，主要是一般公共预算拨款${moved('income.fiscal.general', general, before.general)}，政府性基金预算拨款${moved('income.fiscal.fund', account.fiscal('fund'), prior.fund)}，其他收入${moved('income.other', account.ownIncome(), prior.other)}。`,
    ),
    p(
      t`（二）支出预算：2025年年初预算数${w.a('expenditure.total', account.total())}，其中：${parts}。支出较2024年${moved('expenditure.total', account.total(), before.all)}，主要是基本支出预算${moved('expenditure.basic', account.allBasic(), prior.basic)}，项目支出预算${moved('expenditure.project', account.allProject(), prior.project + prior.fund + prior.other)}。`,
    ),
    section('三、部门预算情况说明'),
    p(
      t`2025年一般公共预算财政拨款收入${w.a('income.fiscal.general', account.appropriated('general'))}，一般公共预算财政拨款支出${w.a('general.expenditure', general)}，比2024年${moved('general.expenditure', general, before.general)}。其中：基本支出${w.a('general.expenditure.basic', account.basic('general'))}，比2024年${moved('general.expenditure.basic', account.basic('general'), prior.basic)}，主要原因是在职人员晋级晋档，主要用于保障在职人员工资福利及社会保险缴费，退休人员补助等，保障部门正常运转的各项商品服务支出；项目支出${w.a('general.expenditure.project', account.project('general'))}，比2024年${moved('general.expenditure.project', account.project('general'), prior.project)}，主要原因是压减一般性项目，主要用于河道清漂、水生态修复和河长制等重点工作。`,
    ),
    p(
      t`2025年政府性基金预算收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，政府性基金预算支出${w.a('fund.expenditure', account.fiscal('fund'))}，比2024年${moved('fund.expenditure', account.fiscal('fund'), prior.fund)}，主要原因是璧南河岸线整治工程进入尾声。`,
    ),
    p(t`本部门2025年${w.none(['capital.expenditure'])}使用国有资本经营预算拨款安排的支出。`),
  ];
}

function rest(): BlockForm[] {
  const c = 'three_public';
  const k = 'procurement';
  const [goods, works, services] = [yuan(126_000), yuan(2_480_000), yuan(1_364_000)];
  const agency = account.public();
  const cars = { period: YEAR - 1 };
  return [
    section('四、“三公”经费情况说明'),
    p(
      t`2025年“三公”经费预算${w.a(`${c}.total`, total(three))}，比2024年${moved(`${c}.total`, total(three), total(three2024))}。其中：因公出国（境）费用${w.a(`${c}.overseas`, 0)}，与2024年${w.flat(`${c}.overseas`, 'prior_budget')}；公务接待费${w.a(`${c}.reception`, three.reception)}，比2024年${moved(`${c}.reception`, three.reception, three2024.reception)}，主要原因是从严控制接待标准；公务用车运行维护费${w.a(`${c}.vehicle.operation`, three.operation)}，比2024年${moved(`${c}.vehicle.operation`, three.operation, three2024.operation)}，主要原因是更换新能源车辆，燃油费减少；公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，与2024年${w.flat(`${c}.vehicle.purchase`, 'prior_budget')}。`,
    ),
    section('五、其他重要事项的情况说明'),
    p(
      t`（一）机关运行经费。2025年一般公共预算财政拨款运行经费${w.a('agency_operation', agency)}，比上年${moved('agency_operation', agency, prior.agency)}，主要原因为公用经费定额调整。主要用于办公费、差旅费、公务接待费、公务用车运行维护费、其他交通费用等。`,
    ),
    p(
      t`（二）政府采购情况。所属各预算单位政府采购预算总额${w.a(`${k}.total`, goods + works + services)}：政府采购货物预算${w.a(`${k}.goods`, goods)}、政府采购工程预算${w.a(`${k}.works`, works)}、政府采购服务预算${w.a(`${k}.services`, services)}。`,
    ),
    p(
      t`（三）绩效目标设置情况。2025年项目支出均实行了绩效目标管理，涉及一般公共预算财政拨款${w.a('performance.funds.general', account.project('general'))}，政府性基金预算财政拨款${w.a('performance.funds.fund', account.project('fund'))}。`,
    ),
    p(
      t`（四）国有资产占有使用情况。截至2024年12月，所属各预算单位共有车辆${w.c('assets.vehicle.total', 5, '辆', cars)}，其中一般公务用车${w.c('assets.vehicle.general', 2, '辆', cars)}、执法执勤用车${w.c('assets.vehicle.enforcement', 3, '辆', cars)}。2025年一般公共预算安排购置车辆${w.c('assets.planned.vehicle', 0, '辆')}，其中执法执勤用车${w.c('assets.planned.vehicle.enforcement', 0, '辆')}。`,
    ),
  ];
}

export const chongqingBudget: Sample = {
  name: 'chongqing-2025-budget',
  format: 'txt',
  report: {
    kind: 'budget',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'department',
    units: ['璧南河水文监测站'],
  },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2025年部门预算情况说明` },
    section('一、单位基本情况'),
    clause('（一）职能职责'),
    p('负责璧南河干流及支流河道管理、岸线保护、水生态修复和河长制日常工作；承担流域防汛调度。'),
    clause('（二）机构设置'),
    p('内设机构：办公室、河道管理科、水生态科、防汛科。下属事业单位：璧南河水文监测站。'),
    ...whole(),
    ...rest(),
    section('六、专业性名词解释'),
    p('（一）财政拨款收入：指市级财政部门当年拨付的资金。'),
    p('（二）基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员经费和公用经费。'),
    p('部门预算公开联系人：王某    联系方式：023-41550000'),
  ],
};
