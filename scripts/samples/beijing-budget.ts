/** 北京, 2024, a department's budget as text: 比2023年预算…万元增加, shares of the total, 填报绩效目标. */
import { Account, line, yuan } from './account.ts';
import { classesOf, uncoded } from './clerk.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '北京市延庆区妫水河湿地保护中心';
const YEAR = 2024;

const account = new Account({
  names: { ...NAMES, 21104: '自然生态保护', 2110401: '生态保护', 2130212: '湿地保护' },
  lines: [
    line('2080502', { basic: 486_204.16 }),
    line('2080505', { basic: 1_386_420.8 }),
    line('2080506', { basic: 693_210.4 }),
    line('2101102', { basic: 802_364.5 }),
    line('2110401', { project: 4_620_318 }),
    line('2130204', { basic: 10_486_230.22, ownBasic: 380_000, own: { other: 260_000 } }),
    line('2130212', { project: 7_318_640.36 }),
    line('2210201', { basic: 1_204_680 }),
    line('2210203', { basic: 906_000 }),
  ],
  economic: {
    30101: 4_200_000,
    30102: 1_860_000,
    30107: 3_900_000,
    30113: 1_204_680,
    30201: 820_000,
    30302: 486_204.16,
  },
  rest: '30299',
  carriedIn: { general: 0, own: 120_000 },
});

const three = { overseas: 0, purchase: 0, operation: yuan(186_300), reception: yuan(4_600) };
const three2023 = { overseas: 0, purchase: 0, operation: yuan(196_000), reception: yuan(4_800) };
const prior = {
  total: yuan(27_416_388.5),
  basic: yuan(15_806_241.1),
  project: yuan(11_610_147.4),
  agency: yuan(1_206_300),
};

const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 6, percentDecimals: 2, trim: true });
const PRIOR = { basis: 'prior_budget' } as const;
const then = { period: YEAR - 1 };

function whole(): BlockForm[] {
  const all = account.total();
  const of = (label: string, concept: string, fen: number): Text =>
    t`${label}${w.a(concept, fen)}，占收入预算的${w.share(concept, fen, all, 'income.total')}`;
  const spent = (label: string, concept: string, fen: number, before: number): Text =>
    t`${label}${w.a(concept, fen)}，占总支出预算的${w.share(concept, fen, account.spent(), 'expenditure.total')}，比2023年${w.a(concept, before, then)}${w.change(concept, fen, before, PRIOR)}`;
  const general = account.fiscal('general');
  const c = 'general.expenditure';
  const parts = classesOf(account)
    .sort()
    .map((code, i) => {
      const about = uncoded(account, code);
      const amount = account.fiscal('general', code);
      return p(
        t`${i + 1}．${account.name(code)}${w.a(c, amount, about)}，占本年财政拨款支出${w.share(c, amount, account.fiscal(), 'fiscal.expenditure', about)}。`,
      );
    });
  return [
    section('二、收入预算情况说明'),
    p(
      t`2024年收入预算${w.a('income.total', all)}，比2023年预算${w.a('income.total', prior.total, then)}增加${w.delta('income.total', all, prior.total, PRIOR)}，增长${w.rate('income.total', all, prior.total, PRIOR)}，主要原因：湿地保护项目经费增加。其中：`,
    ),
    p(t`1．${of('本年财政拨款收入', 'income.fiscal', account.appropriated())}；`),
    p(t`2．${of('财政专户管理资金收入', 'income.institutional.education_fees', 0)}；`),
    p(t`3．${of('其他收入', 'income.other', account.ownIncome('other'))}；`),
    p(t`4．${of('上年结转', 'income.carried_in', account.carried('carriedIn'))}。`),
    section('三、支出预算情况说明'),
    p(
      t`2024年支出预算${w.a('expenditure.total', account.spent())}，其中：${spent('基本支出预算', 'expenditure.basic', account.allBasic(), prior.basic)}；${spent('项目支出预算', 'expenditure.project', account.allProject(), prior.project)}。`,
    ),
    section('四、主要支出情况'),
    p(t`2024年一般公共预算财政拨款支出${w.a(c, general)}，主要用于以下方面（按大类）：`),
    ...parts,
  ];
}

function rest(): BlockForm[] {
  const k = 'three_public';
  const r = 'procurement';
  const [goods, works, services] = [yuan(286_400), yuan(3_120_000), yuan(4_806_300)];
  const services2 = yuan(2_618_000);
  const now = { measure: 'budget' };
  return [
    section('五、部门“三公”经费财政拨款预算说明'),
    clause('（一）“三公”经费的单位范围'),
    p('本部门因公出国（境）费用、公务接待费、公务用车购置和运行维护费开支单位包括本部门及所属单位。'),
    clause('（二）“三公”经费财政拨款情况说明'),
    p(
      t`2024年“三公”经费财政拨款预算${w.a(`${k}.total`, total(three))}，比2023年“三公”经费财政拨款预算${w.a(`${k}.total`, total(three2023), then)}减少${w.delta(`${k}.total`, total(three), total(three2023), PRIOR)}。其中：`,
    ),
    p(
      t`1．因公出国（境）费用。2024年预算数${w.a(`${k}.overseas`, 0)}，与2023年预算数${w.flat(`${k}.overseas`, 'prior_budget')}。`,
    ),
    p(
      t`2．公务接待费。2024年预算数${w.a(`${k}.reception`, three.reception)}，比2023年预算数${w.a(`${k}.reception`, three2023.reception, then)}减少${w.delta(`${k}.reception`, three.reception, three2023.reception, PRIOR)}。主要原因：压减公务接待。`,
    ),
    p(
      t`3．公务用车购置和运行维护费。2024年预算数${w.a(`${k}.vehicle`, vehicle(three), now)}，其中，公务用车购置费2024年预算数${w.a(`${k}.vehicle.purchase`, 0)}，与2023年预算数${w.flat(`${k}.vehicle.purchase`, 'prior_budget')}；公务用车运行维护费2024年预算数${w.a(`${k}.vehicle.operation`, three.operation)}，比2023年预算数${w.a(`${k}.vehicle.operation`, three2023.operation, then)}减少${w.delta(`${k}.vehicle.operation`, three.operation, three2023.operation, PRIOR)}，主要原因：车辆更新后维修费减少。`,
    ),
    section('六、其他情况说明'),
    clause('（一）机关运行经费说明'),
    p('本部门为事业单位，不在机关运行经费统计范围之内。'),
    clause('（二）政府采购预算说明'),
    p(
      t`2024年本部门政府采购预算总额${w.a(`${r}.total`, goods + works + services)}，其中：政府采购货物预算${w.a(`${r}.goods`, goods)}，政府采购工程预算${w.a(`${r}.works`, works)}，政府采购服务预算${w.a(`${r}.services`, services)}。`,
    ),
    clause('（三）政府购买服务预算说明'),
    p(t`2024年本部门政府购买服务预算总额${w.a(`${r}.services_purchased`, services2)}。`),
    clause('（四）项目支出绩效目标情况说明'),
    p(
      t`2024年，填报绩效目标的预算项目${w.c('performance.targets.projects', 13, '个')}，填报绩效目标的项目支出预算${w.a('performance.targets.funds', account.project())}，占本部门本年项目支出预算的${w.share('performance.targets.funds', 1, 1, 'expenditure.project')}。`,
    ),
    clause('（五）国有资本经营预算财政拨款情况说明'),
    p(t`本部门2024年${w.none(['capital.expenditure'])}国有资本经营预算财政拨款安排的支出。`),
    clause('（六）国有资产占用情况说明'),
    p(
      t`截至2023年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 7, '辆', then)}；单位价值50万元以上的通用设备${w.c('assets.equipment.over_500k', 3, '台（套）', then)}，单位价值100万元以上的专用设备${w.c('assets.equipment.over_1m', 1, '台（套）', then)}。`,
    ),
  ];
}

export const beijingBudget: Sample = {
  name: 'beijing-2024-budget',
  format: 'txt',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2024年部门预算信息` },
    part('第一部分 2024年部门预算情况说明'),
    section('一、部门主要职责、机构设置等基本情况'),
    p('负责妫水河流域湿地资源调查监测、保护修复和科普宣教工作。'),
    p(
      t`本部门事业编制${w.c('staff.establishment.institutional', 72, '人')}，实际${w.c('staff.actual', 68, '人')}；离退休人员${w.c('staff.retired', 33, '人')}，其中：离休${w.c('staff.retired.veteran', 0, '人')}。`,
    ),
    ...whole(),
    ...rest(),
    section('七、名词解释'),
    p('（一）基本支出：指为保障机构正常运转、完成日常工作任务所必需的开支。'),
    part('第二部分 2024年部门预算报表'),
    p('详见附件。'),
  ],
};
