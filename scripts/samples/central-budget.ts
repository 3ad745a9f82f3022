/** A central agency's budget of 2024 as text: 关于…表的说明, carried-over money first, against last year's execution. */
import { Account, line, yuan } from './account.ts';
import { classesOf, codesOf, uncoded } from './clerk.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '全国古籍数字典藏管理局';
const YEAR = 2024;

const account = new Account({
  names: {
    ...NAMES,
    20508: '进修及培训',
    2050803: '培训支出',
    20602: '基础研究',
    2060203: '自然科学基金',
    20603: '应用研究',
    2060301: '机构运行',
    2060302: '社会公益研究',
    2070104: '图书馆',
    2070108: '文化活动',
  },
  lines: [
    line('2050803', { project: 1_200_000 }),
    line('2060301', { basic: 38_640_200 }),
    line('2060302', {
      project: 26_480_000,
      appropriated: 24_980_000,
      ownProject: 3_200_000,
      own: { institutional: 9_600_000 },
    }),
    line('2070104', { basic: 61_320_400, project: 48_600_000, ownBasic: 6_400_000, own: { other: 1_860_000 } }),
    line('2070108', { project: 5_600_000 }),
    line('2080501', { basic: 6_318_000 }),
    line('2080505', { basic: 9_462_400 }),
    line('2080506', { basic: 4_731_200 }),
    line('2210201', { basic: 8_366_000 }),
    line('2210202', { basic: 612_000 }),
    line('2210203', { basic: 4_208_000 }),
  ],
  economic: {
    30101: 42_000_000,
    30102: 28_000_000,
    30107: 18_600_000,
    30113: 8_366_000,
    30201: 9_640_000,
    30211: 3_260_000,
    30302: 6_318_000,
  },
  rest: '30299',
  carriedIn: { general: 1_500_000, own: 2_400_000 },
});

const executed: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({
    2050803: 1_260_000,
    2060301: 37_926_400,
    2060302: 28_640_000,
    2070104: 112_868_000,
    2070108: 5_600_000,
    2080501: 6_104_000,
    2080505: 9_318_600,
    2080506: 4_659_300,
    2210201: 8_120_000,
    2210202: 618_000,
    2210203: 4_386_000,
  }).map(([code, amount]) => [code, yuan(amount)]),
);
const ran = Object.values(executed).reduce((a, x) => a + x, 0);
const three = { overseas: yuan(860_000), purchase: yuan(180_000), operation: yuan(420_000), reception: yuan(90_000) };
const three2023 = { overseas: yuan(640_000), purchase: 0, operation: yuan(460_000), reception: yuan(90_000) };

const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2, group: true });
const RAN = { basis: 'prior_execution' } as const;
const PRIOR = { basis: 'prior_budget' } as const;
const c = 'general.expenditure';
const now = account.appropriated('general');

function whole(): BlockForm[] {
  const all = account.total();
  const of = (label: string, concept: string, fen: number, basis: string): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, all, basis)}`;
  const parts = classesOf(account).map(
    (code, i) =>
      t`${i > 0 ? '、' : ''}${account.name(code)}${w.a('fiscal.expenditure', account.fiscal(undefined, code), uncoded(account, code))}`,
  );
  return [
    section('一、关于2024年部门收支总表的说明'),
    p(
      t`按照综合预算的原则，${ORGANISATION}所有收入和支出均纳入部门预算管理。收入包括：一般公共预算拨款收入、事业收入、其他收入、上年结转；支出包括：教育支出、科学技术支出、文化旅游体育与传媒支出、社会保障和就业支出、住房保障支出。2024年收支总预算${w.a('balance.total', all)}。`,
    ),
    section('二、关于2024年部门收入总表的说明'),
    p(
      t`2024年收入预算${w.a('income.total', all)}，其中：${of('上年结转', 'income.carried_in', account.carried('carriedIn'), 'income.total')}；${of('一般公共预算拨款收入', 'income.fiscal.general', now, 'income.total')}；${of('事业收入', 'income.institutional', account.ownIncome('institutional'), 'income.total')}；${of('其他收入', 'income.other', account.ownIncome('other'), 'income.total')}。`,
    ),
    section('三、关于2024年部门支出总表的说明'),
    p(
      t`2024年支出预算${w.a('expenditure.total', all)}，其中：${of('基本支出', 'expenditure.basic', account.allBasic(), 'expenditure.total')}；${of('项目支出', 'expenditure.project', account.allProject(), 'expenditure.total')}；${of('结转下年', 'expenditure.carried_out', account.carried('carriedOut'), 'expenditure.total')}。`,
    ),
    section('四、关于2024年财政拨款收支总表的说明'),
    p(
      t`2024年财政拨款收支总预算${w.a('fiscal.total', account.fiscalTotal())}。收入包括：一般公共预算当年拨款收入${w.a('income.fiscal.general', now)}、上年结转${w.a('fiscal.carried_in', account.carriedIn.general)}；支出包括：${parts}。`,
    ),
  ];
}

const REASONS: Record<string, string> = {
  2050803: '压减培训支出',
  2060301: '新增编制人员经费',
  2060302: '部分科研课题结题',
  2070104: '落实过紧日子要求，压减典藏数字化加工支出',
  2080501: '离退休人员增加',
  2080505: '缴费基数调整',
  2080506: '缴费基数调整',
  2210201: '缴存基数调整',
  2210202: '享受补贴人员减少',
  2210203: '享受补贴人员减少',
};

function item(code: string, i: number): BlockForm {
  const about = uncoded(account, code);
  const [kind, group, name] = account.path(code) as [string, string, string];
  const amount = account.appropriated('general', code);
  const before = executed[code] as number;
  const opening = t`${i + 1}.${kind}（类）${group}（款）${name}（项）2024年预算数为${w.a(c, amount, about)}`;
  if (amount === before) return p(t`${opening}，与2023年执行数${w.flat(c, 'prior_execution', '持平', about)}。`);
  return p(
    t`${opening}，比2023年执行数${w.change(c, amount, before, { ...about, ...RAN })}。主要原因是${REASONS[code] as string}。`,
  );
}

function general(): BlockForm[] {
  const parts = classesOf(account).map((code, i) => {
    const amount = account.appropriated('general', code);
    const about = uncoded(account, code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}（类）${w.a(c, amount, about)}，占${w.share(c, amount, now, c, about)}`;
  });
  const b = `${c}.basic`;
  return [
    section('五、关于2024年一般公共预算支出表的说明'),
    clause('（一）一般公共预算当年拨款规模变化情况'),
    p(
      t`2024年一般公共预算当年拨款${w.a(c, now)}，比2023年执行数减少${w.delta(c, now, ran, RAN)}，主要原因是落实过紧日子要求，从严控制支出。`,
    ),
    clause('（二）一般公共预算当年拨款结构情况'),
    p(t`${parts}。`),
    clause('（三）一般公共预算当年拨款具体使用情况'),
    ...codesOf(account).map(item),
    section('六、关于2024年一般公共预算基本支出表的说明'),
    p(
      t`2024年一般公共预算基本支出${w.a(b, account.basic())}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、绩效工资、住房公积金、退休费；公用经费${w.a(`${b}.public`, account.public())}，主要包括：办公费、差旅费、其他商品和服务支出。`,
    ),
  ];
}

function rest(): BlockForm[] {
  const k = 'three_public';
  const r = 'procurement';
  const [goods, works, services] = [yuan(12_640_000), yuan(3_860_000), yuan(41_200_000)];
  const then = { period: YEAR - 1 };
  const [agency, agency2023] = [yuan(8_642_000), yuan(8_866_300)];
  return [
    section('七、关于2024年“三公”经费支出表的说明'),
    p(
      t`2024年“三公”经费预算数为${w.a(`${k}.total`, total(three))}，其中：因公出国（境）费${w.a(`${k}.overseas`, three.overseas)}，公务用车购置及运行费${w.a(`${k}.vehicle`, vehicle(three))}（其中：公务用车购置费${w.a(`${k}.vehicle.purchase`, three.purchase)}，公务用车运行费${w.a(`${k}.vehicle.operation`, three.operation)}），公务接待费${w.a(`${k}.reception`, three.reception)}。`,
    ),
    p(
      t`2024年“三公”经费预算比2023年预算增加${w.delta(`${k}.total`, total(three), total(three2023), PRIOR)}。其中：因公出国（境）费增加${w.delta(`${k}.overseas`, three.overseas, three2023.overseas, PRIOR)}，主要原因是恢复海外古籍调查；公务用车购置费增加${w.delta(`${k}.vehicle.purchase`, three.purchase, 0, PRIOR)}，主要原因是更新机要通信用车；公务用车运行费减少${w.delta(`${k}.vehicle.operation`, three.operation, three2023.operation, PRIOR)}；公务接待费与2023年预算数${w.flat(`${k}.reception`, 'prior_budget')}。`,
    ),
    section('八、关于2024年政府性基金预算支出表的说明'),
    p(t`${ORGANISATION}2024年${w.none(['fund.expenditure'], '没有')}使用政府性基金预算拨款安排的支出。`),
    section('九、关于2024年国有资本经营预算支出表的说明'),
    p(t`${ORGANISATION}2024年${w.none(['capital.expenditure'], '没有')}使用国有资本经营预算拨款安排的支出。`),
    section('十、其他重要事项的情况说明'),
    clause('（一）机关运行经费'),
    p(
      t`2024年${ORGANISATION}机关运行经费财政拨款预算${w.a('agency_operation', agency)}，比2023年预算${w.change('agency_operation', agency, agency2023, PRIOR)}。`,
    ),
    clause('（二）政府采购情况'),
    p(
      t`2024年${ORGANISATION}政府采购预算总额${w.a(`${r}.total`, goods + works + services)}，其中：政府采购货物预算${w.a(`${r}.goods`, goods)}，政府采购工程预算${w.a(`${r}.works`, works)}，政府采购服务预算${w.a(`${r}.services`, services)}。`,
    ),
    clause('（三）国有资产占有使用情况'),
    p(
      t`截至2023年7月31日，${ORGANISATION}共有车辆${w.c('assets.vehicle.total', 14, '辆', then)}，其中：部级领导干部用车${w.c('assets.vehicle.ministerial', 1, '辆', then)}、机要通信用车${w.c('assets.vehicle.confidential', 3, '辆', then)}、应急保障用车${w.c('assets.vehicle.emergency', 2, '辆', then)}、特种专业技术用车${w.c('assets.vehicle.technical', 4, '辆', then)}、离退休干部服务用车${w.c('assets.vehicle.retired', 2, '辆', then)}、其他用车${w.c('assets.vehicle.other', 2, '辆', then)}；单位价值100万元以上设备（不含车辆）${w.c('assets.equipment.over_1m', 26, '台（套）', then)}。`,
    ),
    p(
      t`2024年部门预算安排购置车辆${w.c('assets.planned.vehicle', 1, '辆')}，为机要通信用车；安排购置单位价值100万元以上设备（不含车辆）${w.c('assets.planned.equipment', 3, '台（套）')}。`,
    ),
    clause('（四）预算绩效情况'),
    p(
      t`2024年对${ORGANISATION}项目支出全面实施绩效目标管理，涉及预算拨款${w.a('performance.targets.funds', account.project())}。其中，一般公共预算拨款${w.a('performance.funds.general', account.project('general'))}。`,
    ),
  ];
}

export const centralBudget: Sample = {
  name: 'central-2024-budget',
  format: 'txt',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2024年部门预算` },
    part('第一部分 概况'),
    section('一、主要职责'),
    p('组织全国古籍资源普查、数字化典藏和公开利用；拟订古籍数字化技术规范；承担古籍修复技术研究。'),
    part('第二部分 2024年部门预算表'),
    p('（见附件）'),
    part('第三部分 2024年部门预算情况说明'),
    ...whole(),
    ...general(),
    ...rest(),
    part('第四部分 名词解释'),
    p('一、上年结转：指以前年度安排、结转到本年仍按原规定用途继续使用的资金。'),
  ],
};
