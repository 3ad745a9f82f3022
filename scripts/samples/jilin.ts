/** 吉林, 2021: a dump of pages with hard line ends and page numbers in the midst of sentences; 增支 and 减支. */
import { Account, line, yuan } from './account.ts';
import { classesOf, codesOf, uncoded } from './clerk.ts';
import { type BlockForm, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '通化市集安市鸭绿江鱼类增殖站';
const YEAR = 2021;

const account = new Account({
  names: {
    ...NAMES,
    21301: '农业农村',
    2130104: '事业运行',
    2130108: '病虫害控制',
    2130135: '农业资源保护修复与利用',
    30208: '取暖费',
  },
  lines: [
    line('2080502', { basic: 168_240, budget: 160_000 }),
    line('2080505', { basic: 346_180.4, budget: 350_000 }),
    line('2080506', { basic: 173_090.2, budget: 175_000 }),
    line('2101102', { basic: 148_600, budget: 150_000 }),
    line('2130104', {
      basic: 2_618_430.75,
      budget: 2_500_000,
      ownBasic: 64_200,
      own: { operating: 40_000, other: 36_500 },
    }),
    line('2130108', { project: 240_000, budget: 240_000 }),
    line('2130135', { project: 1_863_200, appropriated: 1_813_200, budget: 1_200_000 }),
    line('2210201', { basic: 259_635, budget: 262_000 }),
  ],
  economic: {
    30101: 986_400,
    30102: 302_618,
    30107: 684_300,
    30108: 346_180.4,
    30109: 173_090.2,
    30110: 148_600,
    30113: 259_635,
    30201: 108_200,
    30206: 62_400,
    30208: 168_000,
    30211: 36_400,
    30217: 3_260,
    30231: 78_640.5,
    30302: 168_240,
  },
  rest: '30299',
  carriedIn: { general: 90_000, own: 21_000 },
});

const budget3 = { overseas: 0, purchase: 0, operation: yuan(90_000), reception: yuan(5_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(78_640.5), reception: yuan(3_260) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(83_120), reception: yuan(2_480) };
const prior = { total: yuan(5_106_240.3), general: yuan(4_986_400), in: yuan(4_990_640.3), out: yuan(4_995_240.3) };

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 1 });
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];
const c = 'general.expenditure';
const BUDGET = { basis: 'budget' } as const;

function whole(): BlockForm[] {
  const of = (label: string, concept: string, fen: number, whole: number, basis: string): Text =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, whole, basis)}`;
  const [ic, ec] = ['income.current_year', 'expenditure.current_year'] as const;
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`本单位2021年度收、支总计均为${w.a('balance.total', account.total())}。与2020年相比，收、支总计各${w.change('balance.total', account.total(), prior.total)}，主要原因是增殖放流任务增加。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`本单位2021年度收入合计${w.a(ic, income)}，其中：${of('财政拨款收入', 'income.fiscal', account.appropriated(), income, ic)}；${of('经营收入', 'income.operating', account.ownIncome('operating'), income, ic)}；${of('其他收入', 'income.other', account.ownIncome('other'), income, ic)}。与上年相比，收入增加${w.delta(ic, income, prior.in)}，增长${w.rate(ic, income, prior.in)}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`本单位2021年度支出合计${w.a(ec, spent)}，其中：${of('基本支出', 'expenditure.basic', account.allBasic(), spent, ec)}；${of('项目支出', 'expenditure.project', account.allProject(), spent, ec)}。与上年相比，支出增加${w.delta(ec, spent, prior.out)}，增长${w.rate(ec, spent, prior.out)}。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`本单位2021年度财政拨款收、支总计${w.a('fiscal.total', account.fiscalTotal())}，其中：年初财政拨款结转和结余${w.a('fiscal.carried_in', account.fiscalCarried('carriedIn'))}，年末财政拨款结转和结余${w.a('fiscal.carried_out', account.fiscalCarried('carriedOut'))}。`,
    ),
  ];
}

function item(code: string, i: number): BlockForm {
  const about = uncoded(account, code);
  const [kind, group, name] = account.path(code) as [string, string, string];
  const [plan, now] = [account.budget('general', code), account.fiscal('general', code)];
  const opening = t`${i + 1}.${kind}（类）${group}（款）${name}（项）。年初预算为${w.a(c, plan, { ...about, measure: 'budget' })}，支出决算为${w.a(c, now, about)}，完成年初预算的${w.done(c, now, plan, about)}`;
  if (plan === now) return p(t`${opening}，与年初预算${w.flat(c, 'budget', '持平', about)}。`);
  const gap = w.delta(c, now, plan, { ...about, ...BUDGET });
  return p(
    t`${opening}，较年初预算${now > plan ? '增支' : '减支'}${gap}，主要原因是${now > plan ? '年中追加资金' : '人员变动'}。`,
  );
}

function generalBudget(): BlockForm[] {
  const b = `${c}.basic`;
  const parts = classesOf(account).map((code, i) => {
    const amount = account.fiscal('general', code);
    const about = uncoded(account, code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}（类）支出${w.a(c, amount, about)}，占${w.share(c, amount, general, c, about)}`;
  });
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    p('（一）财政拨款支出决算总体情况'),
    p(
      t`本单位2021年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出合计的${w.share(c, general, spent, 'expenditure.current_year')}。与2020年相比，一般公共预算财政拨款支出${w.change(c, general, prior.general)}，主要原因是放流苗种采购量增加。`,
    ),
    p('（二）财政拨款支出决算结构情况'),
    p(t`本单位2021年度一般公共预算财政拨款支出${w.a(c, general)}，主要用于以下方面：${parts}。`),
    p('（三）财政拨款支出决算具体情况'),
    p(
      t`本单位2021年度一般公共预算财政拨款支出年初预算为${w.a(c, account.budget(), { measure: 'budget' })}，支出决算为${w.a(c, general)}，完成年初预算的${w.done(c, general, account.budget())}。其中：`,
    ),
    ...codesOf(account).map(item),
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`本单位2021年度一般公共预算财政拨款基本支出${w.a(b, account.basic())}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、住房公积金、退休费；公用经费${w.a(`${b}.public`, account.public())}，主要包括：办公费、电费、取暖费、差旅费、公务接待费、公务用车运行维护费、其他商品和服务支出。`,
    ),
  ];
}

function rest(): BlockForm[] {
  const k = 'three_public';
  const [plan, now, before] = [total(budget3), total(final3), total(prior3)];
  const r = 'procurement';
  const [goods, works, services] = [yuan(1_486_000), 0, yuan(126_400)];
  const sum = goods + works + services;
  const sme = yuan(1_412_400);
  return [
    section('七、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    p(
      t`本单位2021年度一般公共预算财政拨款“三公”经费支出预算为${w.a(`${k}.total`, plan, { measure: 'budget' })}，支出决算为${w.a(`${k}.total`, now)}，完成预算的${w.done(`${k}.total`, now, plan)}，决算数小于预算数的主要原因是压缩公务用车开支。与上年相比，“三公”经费减少${w.delta(`${k}.total`, now, before)}，下降${w.rate(`${k}.total`, now, before)}。具体情况如下：`,
    ),
    p(
      t`1.因公出国（境）费支出${w.a(`${k}.overseas`, 0)}，与上年${w.flat(`${k}.overseas`, 'prior_final')}。全年因公出国（境）团组${w.c(`${k}.overseas.groups`, 0, '个')}，${w.c(`${k}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务用车购置及运行维护费支出${w.a(`${k}.vehicle`, vehicle(final3))}，完成预算的${w.done(`${k}.vehicle`, vehicle(final3), vehicle(budget3))}，较上年减少${w.delta(`${k}.vehicle`, vehicle(final3), vehicle(prior3))}。其中：公务用车购置支出${w.a(`${k}.vehicle.purchase`, 0)}，公务用车运行维护费支出${w.a(`${k}.vehicle.operation`, final3.operation)}，主要用于放流苗种运输。期末公务用车保有量${w.c(`${k}.vehicle.owned`, 3, '台')}。`,
    ),
    p(
      t`3.公务接待费支出${w.a(`${k}.reception`, final3.reception)}，完成预算的${w.done(`${k}.reception`, final3.reception, budget3.reception)}，较上年${w.change(`${k}.reception`, final3.reception, prior3.reception)}。其中国内公务接待${w.c(`${k}.reception.batches`, 5, '批次')}，${w.c(`${k}.reception.persons`, 42, '人次')}；外事接待${w.c(`${k}.reception.foreign.batches`, 0, '批次')}，${w.c(`${k}.reception.foreign.persons`, 0, '人次')}。`,
    ),
    section('八、政府性基金预算财政拨款支出决算情况说明'),
    p(t`本单位2021年度${w.none(['fund.expenditure'])}政府性基金预算财政拨款支出。`),
    section('九、国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本单位2021年度${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出。`),
    section('十、其他重要事项的情况说明'),
    p(
      t`（一）机关运行经费支出情况。本单位为公益一类事业单位，2021年度${w.none(['agency_operation'])}机关运行经费支出。`,
    ),
    p(
      t`（二）政府采购支出情况。本单位2021年度政府采购支出总额${w.a(`${r}.total`, sum)}，其中：政府采购货物支出${w.a(`${r}.goods`, goods)}、政府采购工程支出${w.a(`${r}.works`, works)}、政府采购服务支出${w.a(`${r}.services`, services)}。授予中小企业合同金额${w.a(`${r}.sme`, sme)}，占政府采购支出总额的${w.share(`${r}.sme`, sme, sum, `${r}.total`)}，其中：授予小微企业合同金额${w.a(`${r}.micro`, sme)}，占政府采购支出总额的${w.share(`${r}.micro`, sme, sum, `${r}.total`)}。`,
    ),
    p(
      t`（三）国有资产占用情况。截至2021年12月31日，本单位共有车辆${w.c('assets.vehicle.total', 3, '台')}，其中：应急保障用车${w.c('assets.vehicle.emergency', 1, '台')}、特种专业技术用车${w.c('assets.vehicle.technical', 1, '台')}、其他用车${w.c('assets.vehicle.other', 1, '台')}；单价50万元以上通用设备${w.c('assets.equipment.over_500k', 1, '台（套）')}，单价100万元以上专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    p(
      t`（四）预算绩效情况。本单位对2021年度${w.c('performance.projects', 4, '个')}项目开展绩效自评，涉及预算资金${w.a('performance.funds', account.project())}，占部门项目支出总额的${w.percentOf('performance.funds', 'share', '100', { basis: 'expenditure.project' })}，自评平均分${w.c('performance.score', '96.5', '分')}。`,
    ),
  ];
}

export const jilin: Sample = {
  name: 'jilin-2021-final',
  format: 'txt',
  wrap: 30,
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '2021年度单位决算' },
    part('第一部分 单位概况'),
    section('一、主要职能'),
    p('承担鸭绿江水系土著鱼类亲本保育、苗种繁育和增殖放流；开展渔业资源调查监测。'),
    section('二、机构设置'),
    p(
      t`本单位编制${w.c('staff.establishment', 32, '人')}，年末实有在职${w.c('staff.actual', 30, '人')}，退休${w.c('staff.retired', 14, '人')}。本单位无下属单位。`,
    ),
    part('第二部分 2021年度单位决算表'),
    p('（公开01表至公开09表见附件）'),
    part('第三部分 2021年度单位决算情况说明'),
    ...whole(),
    ...generalBudget(),
    ...rest(),
    part('第四部分 名词解释'),
    p('一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
  ],
};
