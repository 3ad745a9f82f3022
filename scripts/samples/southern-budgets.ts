/** 福建 and 广东, 2024: two budgets as text over one account, as the clerks of the two provinces would tell it. */
import { Account, line, yuan } from './account.ts';
import { codesOf } from './clerk.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { type About, Pen, type Subject, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total, vehicle } from './three-public.ts';

const YEAR = 2024;

const account = new Account({
  names: { ...NAMES, 22001: '自然资源事务', 2200101: '行政运行', 2200150: '事业运行', 2200104: '自然资源规划及管理' },
  lines: [
    line('2080501', { basic: 212_400 }),
    line('2080505', { basic: 713_220 }),
    line('2080506', { basic: 356_610 }),
    line('2101101', { basic: 401_186 }),
    line('2120899', { fund: 'fund', project: 3_400_000 }),
    line('2200101', { basic: 6_218_340 }),
    line('2200104', { project: 2_860_000, ownProject: 240_000, own: { other: 180_000 } }),
    line('2200150', { basic: 1_846_200 }),
    line('2210201', { basic: 534_915 }),
  ],
  economic: { 30101: 2_400_000, 30102: 2_800_000, 30113: 534_915, 30201: 620_000, 30302: 212_400, 30231: 186_000 },
  rest: '30299',
  carriedIn: { own: 60_000 },
});
const three = { overseas: 0, purchase: yuan(180_000), operation: yuan(186_000), reception: yuan(38_000) };
const three2023 = { overseas: 0, purchase: 0, operation: yuan(200_000), reception: yuan(40_000) };
const prior = {
  income: yuan(16_230_400),
  spent: yuan(16_230_400),
  general: yuan(12_602_300),
  fund: yuan(3_560_000),
  agency: yuan(1_342_600),
};
const agency = yuan(1_286_400);
const [goods, works, services] = [yuan(264_000), yuan(1_860_000), yuan(2_140_000)];
const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2 });
const PRIOR = { basis: 'prior_budget' } as const;
const all = account.total();
const [general, fund] = [account.fiscal('general'), account.fiscal('fund')];
const c = 'general.expenditure';
const k = 'three_public';
const r = 'procurement';
const cars = { period: YEAR - 1 };

const moved = (concept: string, a: number, b: number): Text =>
  t`比上年${a > b ? '增加' : '减少'}${w.delta(concept, a, b, PRIOR)}`;
const rated = (concept: string, a: number, b: number): Text => t`比上年${w.change(concept, a, b, PRIOR)}`;
/** 下降7.00%, 持平 */
const rate = (concept: string, a: number, b: number): Text =>
  a === b ? w.flat(concept, 'prior_budget') : t`${a > b ? '增长' : '下降'}${w.rate(concept, a, b, PRIOR)}`;

function fujianText(name: string): BlockForm[] {
  const coded = (code: string): About & { subject: Subject } => ({
    subject: { scheme: 'functional', code, path: [account.name(code)] },
  });
  const item = (code: string, i: number): BlockForm =>
    p(
      t`（${'一二三四五六七八'[i] as string}）${code}-${account.name(code)}${w.a(c, account.fiscal('general', code), coded(code))}。主要用于${code.startsWith('220') ? '海岸线管理和人员经费' : '干部职工社会保障缴费等'}。`,
    );
  return [
    part('第二部分 2024年度部门预算说明'),
    section('一、预算收支总体情况'),
    p(
      t`按照预算管理有关规定，部门预算的编制实行综合预算制度，即全部收入和支出都反映在预算中。2024年，${name}部门收入预算为${w.a('income.total', all)}，${moved('income.total', all, prior.income)}，主要原因是海岸带修复资金增加。其中：一般公共预算拨款收入${w.a('income.fiscal.general', general)}，政府性基金预算拨款收入${w.a('income.fiscal.fund', fund)}，国有资本经营预算拨款收入${w.a('income.fiscal.capital', 0)}，财政专户管理资金收入${w.a('income.institutional.education_fees', 0)}，事业收入${w.a('income.institutional', 0)}，其他收入${w.a('income.other', account.ownIncome())}，上年结转结余${w.a('income.carried_in', account.carried('carriedIn'))}。`,
    ),
    p(
      t`相应安排支出预算${w.a('expenditure.total', all)}，${moved('expenditure.total', all, prior.spent)}，其中：基本支出${w.a('expenditure.basic', account.allBasic())}，项目支出${w.a('expenditure.project', account.allProject())}，事业单位经营支出${w.a('expenditure.operating', 0)}，上缴上级支出${w.a('expenditure.to_superior', 0)}，对附属单位补助支出${w.a('expenditure.to_affiliated', 0)}。`,
    ),
    section('二、一般公共预算拨款支出情况'),
    p(
      t`2024年度一般公共预算拨款支出${w.a(c, general)}，${rated(c, general, prior.general)}，主要原因是人员增加。主要支出项目（按项级科目分类统计）包括：`,
    ),
    ...codesOf(account, 'general').map(item),
    section('三、政府性基金预算拨款支出情况'),
    p(
      t`2024年度政府性基金预算拨款支出${w.a('fund.expenditure', fund)}，${rated('fund.expenditure', fund, prior.fund)}，主要支出项目包括：2120899-其他国有土地使用权出让收入安排的支出${w.a('fund.expenditure', fund, coded('2120899'))}。主要用于海堤除险加固。`,
    ),
    section('四、国有资本经营预算拨款支出情况'),
    p(t`本部门2024年度${w.none(['capital.expenditure'], '没有')}使用国有资本经营预算拨款安排的支出。`),
    section('五、财政拨款基本支出情况'),
    p(t`2024年度财政拨款基本支出${w.a('fiscal.expenditure.basic', account.basic())}。`),
    section('六、一般公共预算“三公”经费支出情况'),
    p(t`2024年“三公”经费财政拨款预算数为${w.a(`${k}.total`, total(three))}，具体情况如下：`),
    p(
      t`（一）因公出国（境）经费。2024年预算安排${w.a(`${k}.overseas`, 0)}，与上年${w.flat(`${k}.overseas`, 'prior_budget')}。`,
    ),
    p(
      t`（二）公务接待费。2024年预算安排${w.a(`${k}.reception`, three.reception)}，主要用于上级调研接待。与上年相比${rate(`${k}.reception`, three.reception, three2023.reception)}，主要原因是厉行节约。`,
    ),
    p(
      t`（三）公务用车购置及运行费。2024年预算安排${w.a(`${k}.vehicle`, vehicle(three))}，其中：公务用车运行费${w.a(`${k}.vehicle.operation`, three.operation)}，与上年相比${rate(`${k}.vehicle.operation`, three.operation, three2023.operation)}；公务用车购置费${w.a(`${k}.vehicle.purchase`, three.purchase)}，主要原因是更新执法用车。`,
    ),
    section('七、预算绩效目标编制情况'),
    p(
      t`2024年本部门共设置${w.c('performance.targets.projects', 6, '个')}项目绩效目标，涉及财政拨款资金${w.a('performance.targets.funds', account.project())}。`,
    ),
    section('八、其他重要事项说明'),
    clause('（一）机关运行经费'),
    p(
      t`2024年，${name}部门机关运行经费一般公共预算拨款支出${w.a('agency_operation', agency)}，${rated('agency_operation', agency, prior.agency)}，主要原因是压减办公费。`,
    ),
    clause('（二）政府采购情况'),
    p(
      t`2024年，${name}部门政府采购预算总额${w.a(`${r}.total`, goods + works + services)}，其中：政府采购货物预算${w.a(`${r}.goods`, goods)}、政府采购工程预算${w.a(`${r}.works`, works)}、政府采购服务预算${w.a(`${r}.services`, services)}。`,
    ),
    clause('（三）国有资产占有使用情况'),
    p(
      t`截至2023年底，${name}部门共有车辆${w.c('assets.vehicle.total', 6, '辆', cars)}，其中：一般公务用车${w.c('assets.vehicle.general', 2, '辆', cars)}、执法执勤用车${w.c('assets.vehicle.enforcement', 4, '辆', cars)}。单位价值100万元以上专用设备${w.c('assets.equipment.over_1m', 1, '台（套）', cars)}。`,
    ),
  ];
}

function guangdongText(): BlockForm[] {
  const own = (label: string, concept: string, a: number, b: number): Text => {
    if (a === b) return t`${label}${w.a(concept, a)}，与上年${w.flat(concept, 'prior_budget', '持平')}`;
    if (b === 0) return t`${label}${w.a(concept, a)}，${moved(concept, a, b)}`;
    return t`${label}${w.a(concept, a)}，${rated(concept, a, b)}`;
  };
  return [
    part('第三部分 2024年部门预算情况说明'),
    section('一、部门预算收支增减变化情况'),
    p(
      t`2024年本部门收入预算${w.a('income.total', all)}，${rated('income.total', all, prior.income)}，主要原因是海岸带修复资金增加；支出预算${w.a('expenditure.total', all)}，${rated('expenditure.total', all, prior.spent)}，主要原因是海岸带修复支出增加。`,
    ),
    section('二、“三公”经费安排情况说明'),
    p(
      t`2024年本部门财政拨款安排“三公”经费${w.a(`${k}.total`, total(three))}，${rated(`${k}.total`, total(three), total(three2023))}，主要原因是更新执法用车。其中：${own('因公出国（境）费', `${k}.overseas`, 0, 0)}；公务用车购置及运行维护费${w.a(`${k}.vehicle`, vehicle(three))}（${own('公务用车购置费', `${k}.vehicle.purchase`, three.purchase, three2023.purchase)}；${own('公务用车运行维护费', `${k}.vehicle.operation`, three.operation, three2023.operation)}）；${own('公务接待费', `${k}.reception`, three.reception, three2023.reception)}。`,
    ),
    section('三、机关运行经费安排情况说明'),
    p(
      t`2024年，本部门机关运行经费安排${w.a('agency_operation', agency)}，${rated('agency_operation', agency, prior.agency)}，主要原因是压减一般性支出。`,
    ),
    section('四、政府采购情况说明'),
    p(
      t`2024年本部门政府采购安排${w.a(`${r}.total`, goods + works + services)}，其中：货物类采购预算${w.a(`${r}.goods`, goods)}，工程类采购预算${w.a(`${r}.works`, works)}，服务类采购预算${w.a(`${r}.services`, services)}。`,
    ),
    section('五、国有资产占有使用情况说明'),
    p(
      t`截至2023年12月31日，本部门占有使用房屋3860平方米，车辆${w.c('assets.vehicle.total', 6, '辆', cars)}，单价100万元以上设备${w.c('assets.equipment.over_1m', 1, '台（套）', cars)}。`,
    ),
    section('六、预算绩效信息公开情况'),
    p(
      t`2024年本部门${w.c('performance.targets.projects', 6, '个')}项目设置了绩效目标，涉及预算金额${w.a('performance.targets.funds', account.project())}，实现项目绩效目标全覆盖。`,
    ),
  ];
}

const FUJIAN = '漳州市东山县海岸带保护中心';
const GUANGDONG = '汕尾市陆丰市海岸带保护中心';

const budget = (name: string, organisation: string, text: readonly BlockForm[], year: string): Sample => ({
  name,
  format: 'txt',
  report: { kind: 'budget', fiscalYear: YEAR, organisation, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: `${year}${organisation}部门预算` },
    part('第一部分 部门概况'),
    section('一、部门主要职责'),
    p('负责海岸线和沙滩资源的调查监测、保护修复和海堤管护。'),
    ...text,
    part('名词解释'),
    p('“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。'),
  ],
});

export const fujianBudget = budget('fujian-2024-budget', FUJIAN, fujianText(FUJIAN), '2024年度');
export const guangdongBudget = budget('guangdong-2024-budget', GUANGDONG, guangdongText(), '2024年');
