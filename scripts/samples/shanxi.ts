/** 山西, 2023, as text: income and expenditure compared apart, 占比 for shares, every 类 against budget and last year. */
import { Account, line, yuan } from './account.ts';
import { classesOf, uncoded } from './clerk.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';
import { total, vehicle } from './three-public.ts';

const ORGANISATION = '晋城市陵川县古陵楼文物保护中心';
const UNITS = ['晋城市陵川县古陵楼文物保护中心（本级）', '陵川县崇安古建修缮工作站'];
const YEAR = 2023;

const account = new Account({
  names: NAMES,
  lines: [
    line('2070101', { basic: 2_186_340.4, budget: 2_050_000 }),
    line('2070204', {
      basic: 1_366_218,
      project: 3_640_580.25,
      appropriated: 4_950_798.25,
      budget: 4_120_000,
      ownProject: 88_000,
      own: { other: 120_400 },
    }),
    line('2080505', { basic: 312_640.8, budget: 320_000 }),
    line('2080506', { basic: 156_320.4, budget: 0 }),
    line('2101101', { basic: 168_200, budget: 170_000 }),
    line('2120899', { fund: 'fund', project: 500_000, budget: 500_000 }),
    line('2210201', { basic: 264_318, budget: 260_000 }),
  ],
  economic: {
    30101: 1_206_420,
    30102: 786_300.4,
    30103: 402_180,
    30107: 366_200,
    30108: 312_640.8,
    30109: 156_320.4,
    30110: 168_200,
    30113: 264_318,
    30201: 216_400,
    30211: 68_200,
    30216: 12_600,
    30217: 5_460,
    30231: 52_380,
    30239: 121_500,
    30305: 96_400,
  },
  rest: '30299',
  carriedIn: { general: 80_000, own: 14_000 },
});

/** Finals of the year before by class, in 分. */
const before: Readonly<Record<string, number>> = {
  207: yuan(5_806_420.3),
  208: yuan(430_118.6),
  210: yuan(171_460),
  221: yuan(258_900),
};
const prior = {
  in: yuan(7_486_320.5),
  out: yuan(7_486_320.5),
  fiscalIn: yuan(7_302_100),
  fiscalOut: yuan(7_302_100),
  agency: yuan(482_600.3),
};
const budget3 = { overseas: 0, purchase: 0, operation: yuan(60_000), reception: yuan(10_000) };
const final3 = { overseas: 0, purchase: 0, operation: yuan(52_380), reception: yuan(5_460) };
const prior3 = { overseas: 0, purchase: 0, operation: yuan(56_900), reception: yuan(4_200) };

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2 });
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];
const c = 'general.expenditure';

function whole(): BlockForm[] {
  const all = account.total();
  const f = account.fiscalTotal();
  const of = (label: string, concept: string, fen: number, whole: number, basis: string): Text =>
    t`${label}${w.a(concept, fen)}，占比${w.share(concept, fen, whole, basis)}`;
  const [ic, ec] = ['income.current_year', 'expenditure.current_year'] as const;
  return [
    section('一、收入支出决算总体情况说明'),
    p(
      t`2023年度收入总计${w.a('income.total', all)}，支出总计${w.a('expenditure.total', all)}。与2022年度相比，收入总计${w.change('income.total', all, prior.in)}；支出总计${w.change('expenditure.total', all, prior.out)}。主要原因是古建筑抢险修缮项目增加。`,
    ),
    section('二、收入决算情况说明'),
    p(
      t`2023年度收入合计${w.a(ic, income)}，其中：${of('财政拨款收入', 'income.fiscal', account.appropriated(), income, ic)}；${of('事业收入', 'income.institutional', 0, income, ic)}；${of('其他收入', 'income.other', account.ownIncome(), income, ic)}。`,
    ),
    section('三、支出决算情况说明'),
    p(
      t`2023年度支出合计${w.a(ec, spent)}，其中：${of('基本支出', 'expenditure.basic', account.allBasic(), spent, ec)}；${of('项目支出', 'expenditure.project', account.allProject(), spent, ec)}。`,
    ),
    section('四、财政拨款收入支出决算总体情况说明'),
    p(
      t`2023年度财政拨款收入总计${w.a('fiscal.income.total', f)}，财政拨款支出总计${w.a('fiscal.expenditure.total', f)}。与2022年度相比，财政拨款收入总计${w.change('fiscal.income.total', f, prior.fiscalIn)}；财政拨款支出总计${w.change('fiscal.expenditure.total', f, prior.fiscalOut)}。主要原因同上。`,
    ),
  ];
}

const USES: Record<string, string> = {
  207: '人员工资、机构运转和古建筑修缮保护',
  208: '缴纳机关事业单位养老保险和职业年金',
  210: '缴纳职工基本医疗保险',
  221: '缴纳职工住房公积金',
};

function generalBudget(): BlockForm[] {
  const b = `${c}.basic`;
  const was = Object.values(before).reduce((a, x) => a + x, 0);
  const of = (label: string, concept: string, fen: number): Text =>
    t`${label}${w.a(concept, fen)}，占比${w.share(concept, fen, general, c)}`;
  const classes = classesOf(account, 'general').sort();
  const parts = classes.map((code, i) => {
    const amount = account.fiscal('general', code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}（类）${w.a(c, amount, uncoded(account, code))}，占比${w.share(c, amount, general, c, uncoded(account, code))}`;
  });
  return [
    section('五、一般公共预算财政拨款支出决算情况说明'),
    clause('（一）一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出合计的${w.share(c, general, spent, 'expenditure.current_year')}。与2022年度相比，一般公共预算财政拨款支出${w.change(c, general, was)}。其中，${of('人员经费', `${b}.personnel`, account.personnel())}；${of('日常公用经费', `${b}.public`, account.public())}；${of('项目支出', `${c}.project`, account.project('general'))}。`,
    ),
    clause('（二）一般公共预算财政拨款支出决算结构情况'),
    p(t`2023年度一般公共预算财政拨款支出${w.a(c, general)}，主要用于以下方面：${parts}。`),
    clause('（三）一般公共预算财政拨款支出决算具体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出年初预算${w.a(c, account.budget('general'), { measure: 'budget' })}，支出决算${w.a(c, general)}，完成年初预算的${w.done(c, general, account.budget('general'))}。其中：`,
    ),
    ...classes.map((code, i) => {
      const about = uncoded(account, code);
      const [now, plan] = [account.fiscal('general', code), account.budget('general', code)];
      const then = before[code] as number;
      // Planted: two digits exchanged.
      const print = code === '210' ? { print: '89.94' } : {};
      const verb = now > then ? '增加' : '减少';
      const reason = now > then ? '实施古建筑抢险修缮、人员增资' : '人员退休';
      const change = t`较2022年度决算${verb}${w.delta(c, now, then, about)}，${now > then ? '增长' : '下降'}${w.rate(c, now, then, about)}`;
      return p(
        t`${i + 1}．${account.name(code)}（类）年初预算${w.a(c, plan, { ...about, measure: 'budget' })}，支出决算${w.a(c, now, about)}，完成年初预算的${w.done(c, now, plan, { ...about, ...print })}，用于${USES[code] as string}，${change}，主要原因是${reason}。`,
      );
    }),
    section('六、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2023年度一般公共预算财政拨款基本支出${w.a(b, account.basic('general'))}，其中：人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、住房公积金、生活补助；日常公用经费${w.a(`${b}.public`, account.public())}，主要包括办公费、差旅费、培训费、公务接待费、公务用车运行维护费、其他交通费用、其他商品和服务支出。`,
    ),
    section('七、政府性基金预算财政拨款收入支出决算情况说明'),
    p(
      t`本部门2023年度政府性基金预算财政拨款年初结转和结余${w.a('fund.carried_in', 0)}，本年收入${w.a('income.fiscal.fund', account.appropriated('fund'))}，本年支出${w.a('fund.expenditure', account.fiscal('fund'))}，年末结转和结余${w.a('fund.carried_out', 0)}。`,
    ),
    section('八、国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本部门2023年度${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出。`),
  ];
}

function threePublic(): BlockForm[] {
  const k = 'three_public';
  const [plan, now, then] = [total(budget3), total(final3), total(prior3)];
  const row = (label: string, concept: string, x: number, y: number, z: number): Text =>
    t`${label}支出预算${w.a(concept, x, { measure: 'budget' })}，支出决算${w.a(concept, y)}，完成预算的${w.done(concept, y, x)}，比2022年度${w.change(concept, y, z)}`;
  return [
    section('九、财政拨款“三公”经费支出决算情况说明'),
    p(
      t`2023年度财政拨款“三公”经费支出预算${w.a(`${k}.total`, plan, { measure: 'budget' })}，支出决算${w.a(`${k}.total`, now)}，完成预算的${w.done(`${k}.total`, now, plan)}，比2022年度${w.change(`${k}.total`, now, then)}，主要原因是严格公务用车管理。其中：`,
    ),
    p(
      t`（一）因公出国（境）费支出决算${w.a(`${k}.overseas`, 0)}，与2022年度${w.flat(`${k}.overseas`, 'prior_final')}。因公出国（境）团组${w.c(`${k}.overseas.groups`, 0, '个')}，累计${w.c(`${k}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`（二）${row('公务用车购置及运行维护费', `${k}.vehicle`, vehicle(budget3), vehicle(final3), vehicle(prior3))}，主要原因是减少用车频次。其中：公务用车购置支出${w.a(`${k}.vehicle.purchase`, 0)}，购置公务用车${w.c(`${k}.vehicle.purchased`, 0, '辆')}；公务用车运行维护费支出${w.a(`${k}.vehicle.operation`, final3.operation)}，主要用于文物巡查，2023年末公务用车保有量${w.c(`${k}.vehicle.owned`, 2, '辆')}。`,
    ),
    p(
      t`（三）${row('公务接待费', `${k}.reception`, budget3.reception, final3.reception, prior3.reception)}，主要原因是上级检查增多。国内公务接待${w.c(`${k}.reception.batches`, 9, '批次')}（其中外事接待${w.c(`${k}.reception.foreign.batches`, 0, '批次')}），${w.c(`${k}.reception.persons`, 78, '人次')}（其中外事接待${w.c(`${k}.reception.foreign.persons`, 0, '人次')}）。`,
    ),
  ];
}

function other(): BlockForm[] {
  const k = 'procurement';
  const [goods, works, services] = [yuan(62_400), yuan(2_884_160), yuan(316_000)];
  const all = goods + works + services;
  const [sme, micro] = [yuan(2_946_560), yuan(2_118_400)];
  const agency = account.public();
  return [
    section('十、其他重要事项情况说明'),
    clause('（一）机关运行经费支出情况'),
    p(
      t`2023年度机关运行经费支出${w.a('agency_operation', agency)}，比2022年度${w.change('agency_operation', agency, prior.agency)}，主要原因是办公费增加。`,
    ),
    clause('（二）政府采购支出情况'),
    p(
      t`2023年度政府采购支出总额${w.a(`${k}.total`, all)}，其中：政府采购货物支出${w.a(`${k}.goods`, goods)}，占政府采购支出总额的${w.share(`${k}.goods`, goods, all, `${k}.total`)}；政府采购工程支出${w.a(`${k}.works`, works)}，占政府采购支出总额的${w.share(`${k}.works`, works, all, `${k}.total`)}；政府采购服务支出${w.a(`${k}.services`, services)}，占政府采购支出总额的${w.share(`${k}.services`, services, all, `${k}.total`)}。授予中小企业合同金额${w.a(`${k}.sme`, sme)}，占政府采购支出总额的${w.share(`${k}.sme`, sme, all, `${k}.total`)}，其中授予小微企业合同金额${w.a(`${k}.micro`, micro)}，占授予中小企业合同金额的${w.share(`${k}.micro`, micro, sme, `${k}.sme`)}。`,
    ),
    clause('（三）国有资产占用情况'),
    p(
      t`截至2023年12月31日，本部门共有车辆${w.c('assets.vehicle.total', 2, '辆')}，其中：副部（省）级及以上领导用车${w.c('assets.vehicle.ministerial', 0, '辆')}、主要负责人用车${w.c('assets.vehicle.leadership', 0, '辆')}、机要通信用车${w.c('assets.vehicle.confidential', 0, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 1, '辆')}、其他用车${w.c('assets.vehicle.other', 1, '辆')}；单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    clause('（四）预算绩效管理情况'),
    p(
      t`本部门对2023年度预算安排的${w.c('performance.projects', 8, '个')}项目全部开展了绩效自评，共涉及资金${w.a('performance.funds', account.project())}，其中：一般公共预算项目${w.c('performance.projects.general', 7, '个')}，涉及资金${w.a('performance.funds.general', account.project('general'))}；政府性基金预算项目${w.c('performance.projects.fund', 1, '个')}，涉及资金${w.a('performance.funds.fund', account.project('fund'))}。自评等级为优的项目${w.c('performance.grade.excellent', 7, '个')}，自评等级为良的项目${w.c('performance.grade.good', 1, '个')}，平均分${w.c('performance.score', '94.2', '分')}。`,
    ),
    clause('（五）会议费、培训费支出情况'),
    p(
      t`2023年度会议费支出${w.a('meeting.expense', 0)}；培训费支出${w.a('training.expense', yuan(12_600))}，比2022年度${w.change('training.expense', yuan(12_600), yuan(15_800))}。全年参加培训${w.c('training.persons', 26, '人次')}。`,
    ),
  ];
}

export const shanxi: Sample = {
  name: 'shanxi-2023-final',
  format: 'txt',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [
    {
      rule: 'rate.completion',
      quote: '支出决算16.82万元，完成年初预算的89.94%',
      why: '16.82 / 17.00 = 98.94%, printed with two digits exchanged',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: `${ORGANISATION}2023年度部门决算` },
    part('第一部分  概况'),
    section('一、本部门职责'),
    p('负责县域内古建筑、石窟寺、壁画彩塑的日常养护、巡查和抢险修缮；开展文物保护宣传。'),
    section('二、机构设置情况'),
    p(
      t`本部门编制${w.c('staff.establishment', 34, '人')}，实有${w.c('staff.actual', 31, '人')}。纳入本部门2023年度部门决算编制范围的单位共${w.c('organisation.units', 2, '个')}，具体包括：`,
    ),
    ...UNITS.map((unit, i) => p(`${i + 1}．${unit}`)),
    part('第二部分  2023年度部门决算报表'),
    p('见附件：2023年度部门决算公开报表（公开01表—公开09表）'),
    part('第三部分  2023年度部门决算情况说明'),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    part('第四部分  名词解释'),
    p('一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
  ],
};
