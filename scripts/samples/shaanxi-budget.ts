/** 陕西, 2024, 综合预算说明 as text: names of 项 with codes behind, changes with their rates in brackets, 无变化. */
import { Account, line, yuan } from './account.ts';
import { codesOf } from './clerk.ts';
import { type BlockForm, clause, p, type Sample, section } from './form.ts';
import { type About, Pen, type Subject, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total } from './three-public.ts';

const ORGANISATION = '汉中市洋县朱鹮栖息地保护站';
const UNITS = [`${ORGANISATION}（机关）`, '洋县草坝朱鹮救护点'];
const YEAR = 2024;

const account = new Account({
  names: { ...NAMES, 2130211: '动植物保护' },
  lines: [
    line('2080502', { basic: 124_800 }),
    line('2080505', { basic: 486_210 }),
    line('2080506', { basic: 243_105 }),
    line('2101102', { basic: 212_717 }),
    line('2120899', { fund: 'fund', project: 450_000 }),
    line('2130204', { basic: 3_612_480 }),
    line('2130211', { project: 2_180_000 }),
    line('2130234', { project: 300_000 }),
    line('2210201', { basic: 364_658 }),
  ],
  economic: { 30101: 1_400_000, 30107: 1_260_000, 30113: 364_658, 30201: 320_000, 30302: 124_800 },
  rest: '30299',
});

/** Last year's budget, in 分. */
const before: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    2080502: 118_600,
    2080505: 502_340,
    2080506: 251_170,
    2101102: 219_773,
    2120899: 0,
    2130204: 3_704_200,
    2130211: 1_960_000,
    2130234: 300_000,
    2210201: 376_754,
  }).map(([code, amount]) => [code, yuan(amount)]),
);
const was = (fund: 'general' | 'fund' | 'all'): number =>
  Object.entries(before).reduce((sum, [code, amount]) => {
    const own = code === '2120899' ? 'fund' : 'general';
    return sum + (fund === 'all' || fund === own ? amount : 0);
  }, 0);

const three = { overseas: 0, purchase: 0, operation: yuan(102_000), reception: yuan(16_000) };
const three2023 = { overseas: 0, purchase: 0, operation: yuan(120_000), reception: yuan(20_000) };
const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2 });
const PRIOR = { basis: 'prior_budget' } as const;
const [now, general, fund] = [account.total(), account.fiscal('general'), account.fiscal('fund')];

function moved(concept: string, a: number, b: number, about: About = {}): Text {
  if (a === b) return t`较上年${w.flat(concept, 'prior_budget', '无变化', about)}`;
  return t`较上年${a > b ? '增加' : '减少'}${w.delta(concept, a, b, { ...about, ...PRIOR })}`;
}

/** 较上年减少0.40万元（20.00%），减少的主要原因是… */
function bracketed(concept: string, a: number, b: number, why: string): Text {
  if (a === b) return t`较上年${w.flat(concept, 'prior_budget', '无变化')}`;
  const verb = a > b ? '增加' : '减少';
  return t`较上年${verb}${w.delta(concept, a, b, PRIOR)}（${w.rate(concept, a, b, PRIOR)}），${verb}的主要原因是${why}`;
}

function whole(): BlockForm[] {
  const c = 'general.expenditure';
  const items = codesOf(account, 'general').map((code, i) => {
    const subject: Subject = { scheme: 'functional', code, path: [account.name(code)] };
    const amount = account.fiscal('general', code);
    const change = moved(c, amount, before[code] as number, { subject });
    const why = amount > (before[code] as number) ? '项目任务增加' : '人员减少';
    const reason = amount === before[code] ? '' : `，原因是${why}`;
    return p(
      t`${'①②③④⑤⑥⑦⑧'[i] as string}${account.name(code)}（${code}）${w.a(c, amount, { subject })}，${change}${reason}；`,
    );
  });
  return [
    section('三、2024年部门收支情况'),
    clause('（一）收支总体情况'),
    p(
      t`按照综合预算的原则，本部门所有收入和支出均纳入部门预算管理。2024年本部门预算收入${w.a('income.total', now)}，其中：一般公共预算拨款收入${w.a('income.fiscal.general', general)}、政府性基金拨款收入${w.a('income.fiscal.fund', fund)}，2024年本部门预算收入${moved('income.total', now, was('all'))}，主要原因是新增政府性基金项目；2024年本部门预算支出${w.a('expenditure.total', now)}，其中：一般公共预算拨款支出${w.a(c, general)}、政府性基金拨款支出${w.a('fund.expenditure', fund)}，2024年本部门预算支出${moved('expenditure.total', now, was('all'))}，主要原因是新增政府性基金项目。`,
    ),
    clause('（二）财政拨款收支情况'),
    p(
      t`2024年本部门财政拨款收入${w.a('income.fiscal', now)}，${moved('income.fiscal', now, was('all'))}；2024年本部门财政拨款支出${w.a('fiscal.expenditure', now)}，${moved('fiscal.expenditure', now, was('all'))}。`,
    ),
    clause('（三）一般公共预算拨款支出明细情况'),
    p('1.一般公共预算当年拨款规模变化情况。'),
    p(
      t`2024年本部门当年一般公共预算拨款支出${w.a(c, general)}，${moved(c, general, was('general'))}，主要原因是栖息地修复任务增加。`,
    ),
    p('2.支出按功能科目分类的明细情况。'),
    p(t`2024年本部门当年一般公共预算支出${w.a(c, general)}，其中：`),
    ...items,
    clause('（四）政府性基金预算支出情况'),
    p(t`2024年本部门政府性基金预算支出${w.a('fund.expenditure', fund)}，用于救护点道路硬化。`),
    clause('（五）国有资本经营预算拨款收支情况'),
    p(t`本部门${w.none(['income.fiscal.capital', 'capital.expenditure'])}当年国有资本经营预算拨款收支。`),
  ];
}

function rest(): BlockForm[] {
  const k = 'three_public';
  const r = 'procurement';
  const [goods, services, works] = [yuan(68_000), yuan(940_000), yuan(450_000)];
  const then = { period: YEAR - 1 };
  return [
    section('四、其他说明情况'),
    clause('（一）“三公”经费等预算情况'),
    p(
      t`2024年本部门当年一般公共预算“三公”经费预算支出${w.a(`${k}.total`, total(three))}，${bracketed(`${k}.total`, total(three), total(three2023), '压缩公务用车支出')}。其中：因公出国（境）经费${w.a(`${k}.overseas`, 0)}，${bracketed(`${k}.overseas`, 0, 0, '')}；公务接待费${w.a(`${k}.reception`, three.reception)}，${bracketed(`${k}.reception`, three.reception, three2023.reception, '接待批次减少')}；公务用车运行维护费${w.a(`${k}.vehicle.operation`, three.operation)}，${bracketed(`${k}.vehicle.operation`, three.operation, three2023.operation, '报废老旧车辆')}；公务用车购置费${w.a(`${k}.vehicle.purchase`, 0)}，${bracketed(`${k}.vehicle.purchase`, 0, 0, '')}。`,
    ),
    p(
      t`2024年本部门当年一般公共预算会议费预算支出${w.a('meeting.expense', yuan(6_000))}，${bracketed('meeting.expense', yuan(6_000), yuan(8_000), '精简会议')}；2024年本部门当年一般公共预算培训费预算支出${w.a('training.expense', yuan(14_000))}，${bracketed('training.expense', yuan(14_000), yuan(14_000), '')}。`,
    ),
    clause('（二）国有资产占有使用及资产购置情况说明'),
    p(
      t`截至2023年底，本部门所属预算单位共有车辆${w.c('assets.vehicle.total', 4, '辆', then)}，单价100万元以上的设备${w.c('assets.equipment.over_1m', 0, '台（套）', then)}。2024年当年部门预算安排购置车辆${w.c('assets.planned.vehicle', 0, '辆')}；安排购置单价100万元以上的设备${w.c('assets.planned.equipment', 0, '台（套）')}。`,
    ),
    clause('（三）政府采购情况说明'),
    p(
      t`2024年本部门当年政府采购预算共${w.a(`${r}.total`, goods + services + works)}，其中：政府采购货物类预算${w.a(`${r}.goods`, goods)}、政府采购服务类预算${w.a(`${r}.services`, services)}、政府采购工程类预算${w.a(`${r}.works`, works)}。`,
    ),
    clause('（四）部门预算绩效目标说明'),
    p(
      t`2024年本部门实现了绩效目标管理全覆盖，涉及一般公共预算当年拨款${w.a('performance.funds.general', account.project('general'))}、政府性基金预算当年拨款${w.a('performance.funds.fund', fund)}。`,
    ),
    clause('（五）机关运行经费安排说明'),
    p(t`本部门当年${w.none(['agency_operation'])}机关运行经费预算。`),
  ];
}

export const shaanxiBudget: Sample = {
  name: 'shaanxi-2024-budget',
  format: 'txt',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2024年部门综合预算说明` },
    section('一、部门主要职责及机构设置'),
    p('负责洋县朱鹮及其栖息地的保护监测、野外救护、人工繁育和科普宣传。'),
    section('二、部门预算单位构成'),
    p(
      t`从预算单位构成看，本部门的部门预算包括部门本级（机关）预算和所属事业单位预算。纳入本部门2024年部门预算编制范围的二级预算单位共有${w.c('organisation.units', 2, '个')}，包括：`,
    ),
    ...UNITS.map((unit, i) => p(`${i + 1}.${unit}`)),
    p(
      t`截至2023年底，本部门人员编制${w.c('staff.establishment', 42, '人', { period: YEAR - 1 })}，其中事业编制${w.c('staff.establishment.institutional', 42, '人', { period: YEAR - 1 })}；实有人员${w.c('staff.actual', 40, '人', { period: YEAR - 1 })}，其中事业${w.c('staff.actual.institutional', 40, '人', { period: YEAR - 1 })}。单位管理的离退休人员${w.c('staff.retired', 16, '人', { period: YEAR - 1 })}。`,
    ),
    ...whole(),
    ...rest(),
    section('五、专业名词解释'),
    p('1.机关运行经费：指各部门的公用经费，包括办公及印刷费、邮电费、差旅费、会议费等。'),
  ],
};
