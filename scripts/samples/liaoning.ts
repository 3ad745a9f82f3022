/** 辽宁, 2021, a unit: five sections, no tables, figures without zeros at the end. Three defects are planted. */
import { Account, line, yuan } from './account.ts';
import { type BlockForm, clause, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';

const ORGANISATION = '朝阳市双塔区河道生态养护中心';
const YEAR = 2021;

const account = new Account({
  names: NAMES,
  lines: [
    line('2130306', {
      basic: 2_406_318.25,
      project: 1_215_600,
      appropriated: 3_537_918.25,
      ownProject: 26_000,
      own: { other: 25_000 },
    }),
    line('2130311', { project: 268_400, budget: 280_000 }),
    line('2080502', { basic: 18_640 }),
    line('2080505', { basic: 301_250.4, budget: 310_000 }),
    line('2080506', { basic: 120_400 }),
    line('2101102', { basic: 142_316, budget: 150_000 }),
    line('2210201', { basic: 235_118 }),
  ],
  economic: {
    30101: 812_640,
    30102: 411_206.8,
    30103: 386_120,
    30107: 506_318.25,
    30108: 301_250.4,
    30109: 120_400,
    30110: 142_316,
    30112: 24_160,
    30113: 235_118,
    30302: 18_640,
    30201: 64_310,
    30205: 8_206,
    30206: 31_440,
    30207: 9_600,
    30211: 27_318,
    30213: 16_800,
    30228: 33_206.4,
    30231: 23_860,
    31002: 12_400,
  },
  rest: '30299',
  carriedIn: { general: 92_000, own: 6_000 },
});

const prior = {
  total: yuan(4_618_260.5),
  spent: yuan(4_520_260.5),
  fiscal: yuan(4_520_260.5),
  agency: yuan(281_046.2),
};

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 2, trim: true });

function overview(): BlockForm[] {
  return [
    part('第一部分 单位概况'),
    section('一、主要职责'),
    p('（一）负责城区河道日常保洁、堤岸绿化和景观设施的养护维修。'),
    p('（二）负责河道水质巡查，配合有关部门做好汛期值守和应急抢险的事务性工作。'),
    p('（三）承担区水务主管部门交办的其他工作。'),
    section('二、单位决算构成'),
    p('纳入朝阳市双塔区河道生态养护中心2021年单位决算编制范围的预算单位包括：'),
    p('朝阳市双塔区河道生态养护中心本级。'),
  ];
}

function totals(): BlockForm[] {
  const all = account.total();
  const of = (name: string, concept: string, amount: number, whole: string) =>
    t`${name}${w.a(concept, amount)}，占${whole.startsWith('income') ? '收入' : '支出'}总计的${w.share(concept, amount, all, whole)}`;
  const sources: [string, string, number][] = [
    ['上级补助收入', 'income.superior', 0],
    ['事业收入', 'income.institutional', 0],
    ['经营收入', 'income.operating', 0],
    ['附属单位上缴收入', 'income.affiliated', 0],
    ['其他收入', 'income.other', account.ownIncome()],
    ['使用非财政拨款结余', 'income.surplus_used', 0],
    ['上年结转和结余', 'income.carried_in', account.carried('carriedIn')],
  ];
  const uses: [string, string][] = [
    ['上缴上级支出', 'expenditure.to_superior'],
    ['经营支出', 'expenditure.operating'],
    ['对附属单位补助支出', 'expenditure.to_affiliated'],
  ];
  const public_ = account.economicSum('302');
  return [
    section('一、收入支出决算总体情况说明'),
    p(t`（一）收入总计${w.a('income.total', all)}，包括：`),
    p(
      t`1.${of('财政拨款收入', 'income.fiscal', account.appropriated(), 'income.total')}。其中：一般公共预算财政拨款收入${w.a('income.fiscal.general', account.appropriated('general'))}，政府性基金收入${w.a('income.fiscal.fund', 0)}，国有资本经营预算财政拨款收入${w.a('income.fiscal.capital', 0)}。`,
    ),
    ...sources.map(([name, concept, amount], i) => p(t`${i + 2}.${of(name, concept, amount, 'income.total')}。`)),
    p(
      t`与上年相比，今年收入${w.change('income.total', all, prior.total)}，主要原因：河道清淤维护任务增加，相应追加项目资金。`,
    ),
    p(t`（二）支出总计${w.a('expenditure.total', all)}，包括：`),
    p(
      t`1.${of('基本支出', 'expenditure.basic', account.allBasic(), 'expenditure.total')}。主要是为保障机构正常运转、完成日常工作任务而发生的各项支出，其中：工资福利支出${w.a('expenditure.basic.wages', account.economicSum('301'))}，对个人和家庭的补助支出${w.a('expenditure.basic.individuals', account.economicSum('303'))}，商品和服务支出${w.a('expenditure.basic.goods', public_)}，资本性支出${w.a('expenditure.basic.capital', account.economicSum('310'))}。`,
    ),
    p(
      t`2.${of('项目支出', 'expenditure.project', account.allProject(), 'expenditure.total')}。主要包括河道保洁、堤岸维护和水质监测等业务支出。`,
    ),
    ...uses.map(([name, concept], i) => p(t`${i + 3}.${of(name, concept, 0, 'expenditure.total')}。`)),
    p(t`与上年相比，今年支出${w.change('expenditure.total', all, prior.total)}，主要原因：河道清淤维护任务增加。`),
    p(
      t`（三）年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}，主要是尚未支付的设备尾款。`,
    ),
  ];
}

function fiscal(): BlockForm[] {
  const spent = account.fiscal();
  const basic = account.basic();
  const classes = ['213', '208', '210', '221'];
  const named = (...codes: string[]) =>
    ({ scheme: 'functional', code: null, path: codes.map((code) => account.name(code)) }) as const;
  const shares = classes.map((code, i): Text => {
    const amount = account.fiscal('general', code);
    // 3.02 printed as 3.32: the planted share.
    const about = { subject: named(code), ...(code === '210' ? { print: '3.32' } : {}) };
    return t`${i > 0 ? '；' : ''}${account.name(code)}${w.a('general.expenditure', amount, { subject: named(code) })}，占${w.share('general.expenditure', amount, spent, 'general.expenditure', about)}`;
  });
  const lists = classes.flatMap((code, i): BlockForm[] => {
    const amount = account.fiscal('general', code);
    // 44.03 printed as 47.03: the planted sum.
    const about = { subject: named(code), ...(code === '208' ? { print: '47.03' } : {}) };
    const items = account.of(code, 'general');
    return [
      p(t`${i + 1}.${account.name(code)}${w.a('general.expenditure', amount, about)}，具体包括：`),
      ...items.map((each, j) => {
        const subject = named(code, each.code);
        const cost = each.basic + each.project;
        return p(
          t`（${j + 1}）${account.name(each.code)}${w.a('general.expenditure', cost, { subject })}，完成年初预算的${w.done('general.expenditure', cost, each.budget, { subject })}。`,
        );
      }),
    ];
  });
  return [
    section('二、财政拨款支出决算情况说明'),
    clause('（一）总体情况。'),
    p(
      t`2021年度财政拨款支出${w.a('fiscal.expenditure', spent)}，其中：基本支出${w.a('fiscal.expenditure.basic', basic)}，项目支出${w.a('fiscal.expenditure.project', account.project())}。与上年相比，财政拨款支出${w.change('fiscal.expenditure', spent, prior.fiscal)}，主要原因：人员正常晋级晋档。与年初预算相比，2021年度财政拨款支出完成年初预算的${w.done('fiscal.expenditure', spent, account.budget())}，其中：基本支出完成年初预算的${w.done('fiscal.expenditure.basic', basic, basic + yuan(16_433.6))}，项目支出完成年初预算的${w.blank('fiscal.expenditure.project', 'completion_rate', 'XX', '%', { basis: 'budget' })}。`,
    ),
    clause('（二）一般公共预算财政拨款支出情况。'),
    p(t`2021年度一般公共预算财政拨款支出${w.a('general.expenditure', spent)}，按支出功能分类科目分，包括：${shares}。`),
    ...lists,
    clause('（三）政府性基金预算财政拨款支出情况。'),
    p(t`2021年度政府性基金预算财政拨款支出${w.a('fund.expenditure', 0)}。`),
    clause('（四）国有资本经营预算财政拨款支出情况。'),
    p(t`2021年度国有资本经营预算财政拨款支出${w.a('capital.expenditure', 0)}。`),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [now, budget, before] = [yuan(23_860), yuan(26_000), yuan(28_412)];
  return [
    section('三、一般公共预算财政拨款“三公”经费支出决算情况说明'),
    p(
      t`2021年度一般公共预算财政拨款安排的“三公”经费支出${w.a(`${c}.total`, now)}，完成年初预算的${w.done(`${c}.total`, now, budget)}，与上年相比${w.change(`${c}.total`, now, before)}，主要原因是减少车辆出行。其中：因公出国（境）费${w.a(`${c}.overseas`, 0)}，公务接待费${w.a(`${c}.reception`, 0)}，公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，公务用车运行维护费${w.a(`${c}.vehicle.operation`, now)}。`,
    ),
    p(
      t`1.因公出国（境）费${w.a(`${c}.overseas`, 0)}，2021年参加出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}，累计${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`2.公务接待费${w.a(`${c}.reception`, 0)}，与上年${w.flat(`${c}.reception`, 'prior_final')}。2021年国内公务接待累计${w.c(`${c}.reception.batches`, 0, '批次')}、${w.c(`${c}.reception.persons`, 0, '人次')}。`,
    ),
    p(
      t`3.公务用车购置及运行维护费${w.a(`${c}.vehicle`, now)}，其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，当年购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}；公务用车运行维护费${w.a(`${c}.vehicle.operation`, now)}，比上年${w.change(`${c}.vehicle.operation`, now, before)}。年末公务用车保有量${w.c(`${c}.vehicle.owned`, 2, '辆')}，平均每辆运行维护费${w.a(`${c}.vehicle.average`, now / 2)}。`,
    ),
  ];
}

function rest(): BlockForm[] {
  const agency = account.public();
  const funds = account.project('general');
  const all = yuan(386_200);
  return [
    section('四、一般公共预算财政拨款基本支出决算情况说明'),
    p(
      t`2021年度一般公共预算财政拨款基本支出${w.a('general.expenditure.basic', account.basic())}，其中：人员经费${w.a('general.expenditure.basic.personnel', account.personnel())}，主要包括基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金、退休费；日常公用经费${w.a('general.expenditure.basic.public', account.public())}，主要包括办公费、水费、电费、邮电费、差旅费、维修（护）费、工会经费、公务用车运行维护费、其他商品和服务支出、办公设备购置。`,
    ),
    section('五、其他重要事项的情况说明'),
    clause('（一）机关运行经费支出情况。'),
    p(
      t`2021年机关运行经费支出${w.a('agency_operation', agency)}，比上年${w.change('agency_operation', agency, prior.agency, {}, '增加 减少 增长 降低')}，主要原因是压缩办公费和差旅费。`,
    ),
    clause('（二）政府采购支出情况。'),
    p(
      t`2021年政府采购支出总额${w.a('procurement.total', all)}，其中：政府采购货物支出${w.a('procurement.goods', yuan(86_200))}，政府采购工程支出${w.a('procurement.works', 0)}，政府采购服务支出${w.a('procurement.services', yuan(300_000))}。授予中小企业合同金额${w.a('procurement.sme', all)}，占政府采购支出总额的${w.share('procurement.sme', all, all, 'procurement.total')}，其中：授予小微企业合同金额${w.a('procurement.micro', yuan(86_200))}，占政府采购支出总额的${w.share('procurement.micro', yuan(86_200), all, 'procurement.total')}。`,
    ),
    clause('（三）国有资产占用情况。'),
    p(
      t`截至2021年12月31日，共有车辆${w.c('assets.vehicle.total', 2, '辆')}，其中：主要领导干部用车${w.c('assets.vehicle.leadership', 0, '辆')}、机要通信用车${w.c('assets.vehicle.confidential', 0, '辆')}、应急保障用车${w.c('assets.vehicle.emergency', 1, '辆')}、其他用车${w.c('assets.vehicle.other', 1, '辆')}，其他用车主要是河道巡查用车；单价50万元以上通用设备${w.c('assets.equipment.over_500k', 1, '台（套）')}，单价100万元以上专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    clause('（四）预算绩效情况。'),
    p(
      t`根据预算绩效管理要求，本单位组织对2021年度预算项目支出全面开展绩效自评，共涉及预算支出项目${w.c('performance.projects', 4, '个')}（其中：一般公共预算项目${w.c('performance.projects.general', 4, '个')}，政府性基金预算项目${w.c('performance.projects.fund', 0, '个')}，国有资本经营预算项目${w.c('performance.projects.capital', 0, '个')}），涉及资金${w.a('performance.funds', funds)}（其中：一般公共预算资金${w.a('performance.funds.general', funds)}，政府性基金预算资金${w.a('performance.funds.fund', 0)}，国有资本经营预算资金${w.a('performance.funds.capital', 0)}），自评覆盖率（开展绩效自评的项目数/年初批复绩效目标的项目数*100%）达到${w.c('performance.coverage', 100, '%')}，自评平均分${w.c('performance.score', '96.75', '分')}。`,
    ),
  ];
}

export const liaoning: Sample = {
  name: 'liaoning-2021-final',
  format: 'txt',
  report: {
    kind: 'final',
    fiscalYear: YEAR,
    organisation: ORGANISATION,
    level: 'unit',
    units: ['朝阳市双塔区河道生态养护中心本级'],
  },
  defects: [
    {
      rule: 'share',
      quote: '卫生健康支出14.23万元，占3.32%',
      why: '14.23 / 470.8 = 3.02%, printed 3.32%',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'sum',
      quote: '2.社会保障和就业支出47.03万元，具体包括',
      why: 'the items give 1.86 + 30.13 + 12.04 = 44.03, which is also what the list of classes prints; also reportable as witness',
      verdict: 'mismatch',
      severity: 'error',
    },
    {
      rule: 'placeholder',
      quote: '项目支出完成年初预算的XX%',
      why: 'XX left in place of a rate',
      verdict: 'missing',
      severity: 'warning',
    },
  ],
  blocks: [
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '2021年度单位决算公开' },
    ...overview(),
    part('第二部分 2021年度单位决算情况说明'),
    ...totals(),
    ...fiscal(),
    ...threePublic(),
    ...rest(),
    part('第三部分 名词解释'),
    p('1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
    p('2.其他收入：指除上述收入以外的各项收入，主要是存款利息等。'),
    p('3.基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。'),
    part('第四部分 单位决算表'),
    p('详见附件。'),
  ],
};
