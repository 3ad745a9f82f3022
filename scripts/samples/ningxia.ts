/** 宁夏, 2020: numbers of headings lost, three columns of amounts a side in 01, carry-over in 05, 调整预算, 节约. */
import { Account, line, yuan } from './account.ts';
import { classesOf, codesOf, named } from './clerk.ts';
import {
  type BlockForm,
  type CellForm,
  centred,
  head,
  p,
  pageBreak,
  part,
  type Sample,
  section,
  type TableForm,
} from './form.ts';
import { beside, labels } from './grids.ts';
import { type About, Pen, type Text, t } from './marks.ts';
import { NAMES, ordinal } from './names.ts';
import { generalCarried } from './regional.ts';
import { Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const ORGANISATION = '中卫市沙坡头区引黄灌区管理所';
const YEAR = 2020;

const account = new Account({
  names: { ...NAMES, 2130301: '行政运行', 2130305: '水利工程建设', 2130314: '防汛', 30208: '取暖费' },
  lines: [
    line('2080502', { basic: 286_400, budget: 280_000 }),
    line('2080505', { basic: 412_306.5, budget: 430_000 }),
    line('2080506', { basic: 206_153.25, budget: 0 }),
    line('2101102', { basic: 223_860, budget: 220_000 }),
    line('2130301', { basic: 3_842_166.4, budget: 3_700_000 }),
    line('2130305', { project: 2_860_000, appropriated: 2_960_000, budget: 2_000_000 }),
    line('2130306', { project: 1_416_300.8, budget: 1_600_000, ownProject: 386_000, own: { institutional: 420_000 } }),
    line('2130314', { project: 350_000, budget: 350_000 }),
    line('2210201', { basic: 309_240, budget: 300_000 }),
  ],
  economic: {
    30101: 1_206_840,
    30102: 866_320,
    30103: 486_200,
    30107: 412_306,
    30108: 412_306.5,
    30109: 206_153.25,
    30110: 223_860,
    30113: 309_240,
    30201: 126_400,
    30206: 86_300,
    30208: 146_000,
    30211: 48_620,
    30213: 96_400,
    30217: 6_320,
    30231: 98_412.4,
    30302: 286_400,
    30305: 41_600,
  },
  rest: '30299',
  carriedIn: { general: 120_000, own: 46_000 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(120_000), reception: yuan(10_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(98_412.4), reception: yuan(6_320) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(112_640), reception: yuan(8_450) };
const prior = { total: yuan(9_862_410.7), spent: yuan(9_696_410.7), general: yuan(9_311_260.4), agency: yuan(846_320) };

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];
const c = 'general.expenditure';
/** What the adjusted budget allows a subject: what was spent and what is carried over. */
const allowed = (code: string): number =>
  account.spent(code) + (code === '213' || code === '' ? account.carried('carriedOut') : 0);

const all = new Tables({
  account,
  pen: w,
  above: (place) => [
    `财决公开${String(place).padStart(2, '0')}表`,
    `部门：${ORGANISATION}　　　　　　2020年度　　　　　　金额单位：万元`,
  ],
  threeCells: true,
  lineNumbers: true,
  blankZero: true,
  totalLast: false,
  since2020: true,
});

function totals(): TableForm {
  const three = (concept: string, amounts: readonly [number, number, number], about: About = {}): CellForm[] =>
    (['budget', 'adjusted_budget', 'final'] as const).map((measure, i) =>
      all.cell(concept, amounts[i] as number, { ...about, measure }),
    );
  const row = (label: string, cells: CellForm[]): CellForm[] => [{ text: label }, ...cells];
  const same = (before: number, now: number): [number, number, number] => [before, now, now];
  const left = [
    row('一、一般公共预算财政拨款收入', three('income.fiscal.general', same(account.budget(), account.appropriated()))),
    row('二、政府性基金预算财政拨款收入', three('income.fiscal.fund', [0, 0, 0])),
    row('三、上级补助收入', three('income.superior', [0, 0, 0])),
    row('四、事业收入', three('income.institutional', same(0, account.ownIncome()))),
    row('五、其他收入', three('income.other', [0, 0, 0])),
  ];
  const right = classesOf(account)
    .sort()
    .map((code, i) =>
      row(
        `${ordinal(i + 1)}、${account.name(code)}`,
        three(
          'expenditure.current_year',
          [account.budget(undefined, code), allowed(code), account.spent(code)],
          named(account, code),
        ),
      ),
    );
  const ends = beside(
    [
      row('本年收入合计', three('income.current_year', same(account.budget(), income))),
      row('使用非财政拨款结余', three('income.surplus_used', [0, 0, 0])),
      row('年初结转和结余', three('income.carried_in', same(0, account.carried('carriedIn')))),
      row('总计', three('income.total', same(account.budget(), account.total()))),
    ],
    [
      row('本年支出合计', three('expenditure.current_year', [account.budget(), allowed(''), spent])),
      row('结余分配', three('expenditure.surplus_distributed', [0, 0, 0])),
      row('年末结转和结余', three('expenditure.carried_out', [0, 0, account.carried('carriedOut')])),
      row('总计', three('expenditure.total', same(account.budget(), account.total()))),
    ],
  );
  const amounts = ['年初预算数', '全年预算数', '决算数'];
  const heads = [[head('收入', 4), head('支出', 4)], labels('项目', ...amounts, '项目（按功能分类）', ...amounts)];
  return all.table(
    '01',
    '收入支出决算总表',
    [...heads, ...beside(left, right), ...ends],
    2,
    [18, 11, 11, 11, 18, 11, 11, 11],
  );
}

function tables(): BlockForm[] {
  return [
    part('第二部分  2020年度部门决算表'),
    totals(),
    all.income(),
    all.expenditure(),
    all.fiscal(),
    generalCarried(all, '一般公共预算财政拨款收入支出决算表', { 2130305: yuan(120_000) }),
    all.basic('一般公共预算财政拨款基本支出决算表', 3),
    threePublicTable(all, '一般公共预算财政拨款“三公”经费支出决算表', budget3, final3),
    all.fund('政府性基金预算财政拨款收入支出决算表', [
      t`注：本部门${w.none(['income.fiscal.fund', 'fund.expenditure'], '没有')}政府性基金预算财政拨款收入和支出，故本表为空。`,
    ]),
    all.capital('国有资本经营预算财政拨款支出决算表', [
      t`注：本部门${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出，故本表为空。`,
    ]),
  ];
}

function whole(): BlockForm[] {
  const sum = account.total();
  const of = (label: string, concept: string, fen: number, whole: number, basis: string): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, whole, basis)}`;
  const [ic, ec] = ['income.current_year', 'expenditure.current_year'] as const;
  return [
    section('、2020年度收入支出决算总体情况说明'),
    p(
      t`2020年度收入总计${w.a('income.total', sum)}，其中本年收入合计${w.a(ic, income)}，年初结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}；支出总计${w.a('expenditure.total', sum)}，其中本年支出合计${w.a(ec, spent)}，年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}。与2019年度相比，收、支总计各减少${w.delta('balance.total', sum, prior.total + yuan(1_000_000))}，下降${w.rate('balance.total', sum, prior.total + yuan(1_000_000))}，主要原因是水利工程建设任务减少。`,
    ),
    section('、2020年度收入决算情况说明'),
    p(
      t`2020年度收入合计${w.a(ic, income)}，其中：${of('财政拨款收入', 'income.fiscal', account.appropriated(), income, ic)}；${of('事业收入', 'income.institutional', account.ownIncome(), income, ic)}；上级补助收入、经营收入、附属单位上缴收入和其他收入均为${zeros()}。`,
    ),
    section('、2020年度支出决算情况说明'),
    p(
      t`2020年度支出合计${w.a(ec, spent)}，其中：${of('基本支出', 'expenditure.basic', account.allBasic(), spent, ec)}；${of('项目支出', 'expenditure.project', account.allProject(), spent, ec)}。较2019年度减少支出${w.delta(ec, spent, prior.spent + yuan(1_000_000))}，下降${w.rate(ec, spent, prior.spent + yuan(1_000_000))}。`,
    ),
    section('、2020年度财政拨款收入支出决算总体情况说明'),
    p(
      t`2020年度财政拨款收入总计${w.a('fiscal.income.total', account.fiscalTotal())}，支出总计${w.a('fiscal.expenditure.total', account.fiscalTotal())}。财政拨款支出${w.a('fiscal.expenditure', account.fiscal())}，为年初预算${w.a('fiscal.expenditure', account.budget(), { measure: 'budget' })}的${w.done('fiscal.expenditure', account.fiscal(), account.budget())}。`,
    ),
  ];
}

/** One zero for four sources. */
function zeros(): Text {
  const facts = ['superior', 'operating', 'affiliated', 'other'].flatMap((each) => w.n(`income.${each}`, 0).facts);
  return [{ text: '0.00', facts }, '万元'];
}

function item(code: string, i: number): BlockForm {
  const about = named(account, code);
  const [kind, group, name] = account.path(code) as [string, string, string];
  const [plan, now] = [account.budget('general', code), account.fiscal('general', code)];
  const adjusted = account.appropriated('general', code) + (code === '2130305' ? account.carriedIn.general : 0);
  const label = `${i + 1}.${kind}（类）${group}（款）${name}（项）。`;
  return p(
    t`${label}年初预算为${w.a(c, plan, { ...about, measure: 'budget' })}，调整预算为${w.a(c, adjusted, { ...about, measure: 'adjusted_budget' })}，支出决算为${w.a(c, now, about)}，完成调整预算的${w.done(c, now, adjusted, { ...about, basis: 'adjusted_budget' })}。`,
  );
}

function generalBudget(): BlockForm[] {
  const b = `${c}.basic`;
  const parts = classesOf(account)
    .sort()
    .map((code, i) => {
      const amount = account.fiscal('general', code);
      return t`${i > 0 ? '；' : ''}${account.name(code)}${w.a(c, amount, named(account, code))}，占${w.share(c, amount, general, c, named(account, code))}`;
    });
  return [
    section('、2020年度一般公共预算财政拨款支出决算情况说明'),
    p('（一）一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2020年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出合计的${w.share(c, general, spent, 'expenditure.current_year')}。与2019年度相比，一般公共预算财政拨款支出减少${w.delta(c, general, prior.general + yuan(1_000_000))}，下降${w.rate(c, general, prior.general + yuan(1_000_000))}。`,
    ),
    p('（二）一般公共预算财政拨款支出决算结构情况'),
    p(t`2020年度一般公共预算财政拨款支出主要用于以下方面：${parts}。`),
    p('（三）一般公共预算财政拨款支出决算具体情况'),
    ...codesOf(account).sort().map(item),
    section('、2020年度一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2020年度一般公共预算财政拨款基本支出${w.a(b, account.basic())}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金、退休费和生活补助；公用经费${w.a(`${b}.public`, account.public())}，主要包括办公费、电费、取暖费、差旅费、维修（护）费、公务接待费、公务用车运行维护费和其他商品和服务支出。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const k = 'three_public';
  const [plan, now, before] = [total(budget3), total(final3), total(prior3)];
  const saved = (concept: string, x: number, y: number): Text =>
    t`较年初预算节约${w.delta(concept, y, x, { basis: 'budget' })}，下降${w.rate(concept, y, x, { basis: 'budget' })}`;
  const fell = (concept: string, y: number, z: number): Text =>
    t`比上年决算数减少${w.delta(concept, y, z)}，下降${w.rate(concept, y, z)}`;
  return [
    section('、2020年度一般公共预算财政拨款“三公”经费支出决算情况说明'),
    p(
      t`2020年度一般公共预算财政拨款“三公”经费支出预算为${w.a(`${k}.total`, plan, { measure: 'budget' })}，支出决算为${w.a(`${k}.total`, now)}，完成预算的${w.done(`${k}.total`, now, plan)}，${saved(`${k}.total`, plan, now)}，${fell(`${k}.total`, now, before)}。其中：`,
    ),
    p(
      t`因公出国（境）费：年初${w.with({ measure: 'budget' }).none([`${k}.overseas`], '未安排')}预算，支出决算为${w.a(`${k}.overseas`, 0)}，与上年${w.flat(`${k}.overseas`, 'prior_final', '无变化')}。`,
    ),
    p(
      t`公务用车购置及运行维护费：预算为${w.a(`${k}.vehicle`, vehicle(budget3), { measure: 'budget' })}，支出决算为${w.a(`${k}.vehicle`, vehicle(final3))}，${saved(`${k}.vehicle`, vehicle(budget3), vehicle(final3))}，${fell(`${k}.vehicle`, vehicle(final3), vehicle(prior3))}。其中公务用车购置费${w.a(`${k}.vehicle.purchase`, 0)}，公务用车运行维护费${w.a(`${k}.vehicle.operation`, final3.operation)}。年末公务用车保有量${w.c(`${k}.vehicle.owned`, 4, '辆')}，平均每辆${w.a(`${k}.vehicle.average`, final3.operation / 4)}。`,
    ),
    p(
      t`公务接待费：预算为${w.a(`${k}.reception`, budget3.reception, { measure: 'budget' })}，支出决算为${w.a(`${k}.reception`, final3.reception)}，完成预算的${w.done(`${k}.reception`, final3.reception, budget3.reception)}，${fell(`${k}.reception`, final3.reception, prior3.reception)}。共接待国内来访团组${w.c(`${k}.reception.batches`, 13, '批')}${w.c(`${k}.reception.persons`, 104, '人')}，人均消费${w.with({ unit: '元' }).a(`${k}.reception.average`, Math.round(final3.reception / 104))}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const k = 'procurement';
  const [goods, works, services] = [yuan(146_200), yuan(2_716_000), yuan(318_400)];
  const sum = goods + works + services;
  const sme = yuan(2_862_200);
  const agency = account.public();
  return [
    section('、2020年度政府性基金预算财政拨款支出决算情况说明'),
    p(t`本部门2020年度${w.none(['income.fiscal.fund', 'fund.expenditure'])}政府性基金预算财政拨款收入和支出。`),
    section('、2020年度国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本部门2020年度${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出。`),
    section('、其他重要事项情况说明'),
    p(
      t`（一）机关运行经费。2020年度机关运行经费支出${w.a('agency_operation', agency)}，较上年${agency > prior.agency ? '多支出' : '少支出'}${w.delta('agency_operation', agency, prior.agency)}，${agency > prior.agency ? '上升' : '下降'}${w.rate('agency_operation', agency, prior.agency)}。`,
    ),
    p(
      t`（二）政府采购。2020年度政府采购支出总额${w.a(`${k}.total`, sum)}，其中货物${w.a(`${k}.goods`, goods)}、工程${w.a(`${k}.works`, works)}、服务${w.a(`${k}.services`, services)}。授予中小企业合同金额${w.a(`${k}.sme`, sme)}，占政府采购支出总额的${w.share(`${k}.sme`, sme, sum, `${k}.total`)}。`,
    ),
    p(
      t`（三）国有资产占用。截至2020年12月31日，车辆${w.c('assets.vehicle.total', 4, '辆')}，其中应急保障用车${w.c('assets.vehicle.emergency', 3, '辆')}、其他用车${w.c('assets.vehicle.other', 1, '辆')}；单位价值50万元以上通用设备${w.c('assets.equipment.over_500k', 2, '台（套）')}、单位价值100万元以上专用设备${w.c('assets.equipment.over_1m', 1, '台（套）')}。`,
    ),
    p(
      t`（四）预算绩效。2020年度共对${w.c('performance.projects', 6, '个')}项目开展绩效自评，涉及资金${w.a('performance.funds', account.project())}，占项目支出的${w.share('performance.funds', account.project(), account.allProject(), 'expenditure.project')}，自评平均得分${w.c('performance.score', '92.8', '分')}，其中评价为优的项目${w.c('performance.grade.excellent', 4, '个')}，评价为良的项目${w.c('performance.grade.good', 2, '个')}。`,
    ),
  ];
}

export const ningxia: Sample = {
  name: 'ningxia-2020-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2020年度部门决算` },
    pageBreak,
    centred('目    录'),
    ...[
      '第一部分  部门概况',
      '第二部分  2020年度部门决算表',
      '第三部分  2020年度部门决算情况说明',
      '第四部分  名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 4 + 1 })),
    pageBreak,
    part('第一部分  部门概况'),
    section('、主要职能'),
    p('承担引黄灌区渠道、闸坝的运行管理和维修养护，组织灌溉配水和防汛值守。'),
    section('、机构设置'),
    p(
      t`${ORGANISATION}为一级预算单位，内设${w.c('organisation.divisions', 3, '个')}股室。核定编制${w.c('staff.establishment', 38, '人')}，年末实有在职${w.c('staff.actual', 36, '人')}，退休${w.c('staff.retired', 22, '人')}。`,
    ),
    ...tables(),
    part('第三部分  2020年度部门决算情况说明'),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    part('第四部分  名词解释'),
    p('调整预算：指年初预算经追加、追减和调剂后的预算数。'),
  ],
};
