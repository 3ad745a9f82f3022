/** 广西, 2022, a unit: titles that are sentences, 总收入 … 其中本年收入, each item told in 元, no tables. */
import { Account, line, yuan } from './account.ts';
import { classesOf, codesOf, fullName, inRow, uncoded } from './clerk.ts';
import { type BlockForm, p, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { NAMES } from './names.ts';

const ORGANISATION = '崇左市江州区濑湍渡口管理站';
const YEAR = 2022;
const BEFORE = { period: YEAR - 1 };

const account = new Account({
  names: { ...NAMES, 21401: '公路水路运输', 2140110: '公路和运输安全', 2140199: '其他公路水路运输支出' },
  lines: [
    line('2080502', { basic: 42_360, budget: 42_360 }),
    line('2080505', { basic: 286_415.52, budget: 290_000 }),
    line('2080506', { basic: 143_207.76, budget: 0 }),
    line('2101102', { basic: 118_342.65, budget: 121_000 }),
    line('2140110', { project: 268_400, appropriated: 303_400, budget: 268_400 }),
    line('2140199', {
      basic: 2_306_518.44,
      project: 186_250,
      budget: 2_450_000,
      ownProject: 94_628.3,
      own: { institutional: 126_300, other: 2_415.86 },
    }),
    line('2210201', { basic: 214_811.64, budget: 214_811.64 }),
  ],
  economic: {
    30101: 702_318,
    30102: 186_402.4,
    30103: 58_526.5,
    30107: 806_214,
    30108: 286_415.52,
    30109: 143_207.76,
    30110: 118_342.65,
    30112: 16_204.38,
    30113: 214_811.64,
    30201: 48_620.3,
    30205: 3_216,
    30206: 18_406.7,
    30207: 6_218.4,
    30211: 21_630,
    30213: 36_402.8,
    30217: 8_960,
    30228: 38_416.2,
    30231: 24_318.55,
    30302: 42_360,
    30305: 184_000,
  },
  rest: '30299',
  carriedIn: { general: 26_400, own: 31_206.5 },
});

const prior = {
  income: { fiscal: yuan(3_742_618.2), institutional: yuan(108_450), other: yuan(3_106.4) },
  classes: { 208: yuan(452_316.4), 210: yuan(112_406.3), 214: yuan(3_052_418.66), 221: yuan(208_614) },
  fiscal: yuan(3_736_218.2),
  kinds: { 301: yuan(2_486_312.4), 302: yuan(362_418.05), 303: yuan(201_650) },
  three: { total: yuan(39_640.2), vehicle: yuan(26_840.2), reception: yuan(12_800) },
  assets: yuan(5_906_318.4),
};
const sum = (amounts: Record<string, number>): number => Object.values(amounts).reduce((a, b) => a + b, 0);

const w = new Pen({ year: YEAR, measure: 'final', unit: '元', decimals: 2, percentDecimals: 2, trim: true });

function overview(): BlockForm[] {
  return [
    part('第一部分：单位概况'),
    section('一、主要职能。'),
    p('承担辖区内乡镇渡口、渡船的日常安全管理和便民渡运服务，协助做好水上交通安全宣传和汛期停渡管控。'),
    section('二、机构设置和人员情况。'),
    p(
      t`崇左市江州区濑湍渡口管理站为公益一类事业单位，无下属单位。核定全额事业编制${w.c('staff.establishment.institutional', 24, '名')}，2022年末在职人员${w.c('staff.actual', 22, '人')}，退休人员${w.c('staff.retired', 9, '人')}，聘用渡工等编外人员${w.c('staff.external', 5, '人')}。辖区内共有渡口6处，日均渡运约600人。`,
    ),
    part('第二部分：2022年度单位决算报表（见附件）'),
  ];
}

function incomes(): Text[] {
  const before = 'income' as const;
  const { fiscal, institutional, other } = prior[before];
  const zero = (number: number, name: string, concept: string) =>
    t`${number}.${name}${w.a(concept, 0)}，与2021年度决算数${w.flat(concept, 'prior_final', number % 2 ? '持平' : '相比无增减变化')}。`;
  const told = (
    number: number,
    name: string,
    concept: string,
    amount: number,
    was: number,
    what: string,
    why: string,
  ) =>
    t`${number}.${name}${w.a(concept, amount)}，为${what}。较2021年度决算数${w.change(concept, amount, was)}，主要原因是${why}。`;
  return [
    told(
      1,
      '财政拨款收入',
      'income.fiscal',
      account.appropriated(),
      fiscal,
      '城区本级财政当年拨付的资金',
      '上年有一次性渡船更新补助，本年不再安排',
    ),
    zero(2, '上级补助收入', 'income.superior'),
    told(
      3,
      '事业收入',
      'income.institutional',
      account.ownIncome('institutional'),
      institutional,
      '开展车客渡运服务取得的收入',
      '汽车渡口通行量回升',
    ),
    zero(4, '经营收入', 'income.operating'),
    zero(5, '附属单位上缴收入', 'income.affiliated'),
    told(
      6,
      '其他收入',
      'income.other',
      account.ownIncome('other'),
      other,
      '预算单位在上述收入之外取得的收入，主要是存款利息收入',
      '存款余额减少',
    ),
    zero(7, '使用非财政拨款结余', 'income.surplus_used'),
    t`8.上年结转和结余${w.a('income.carried_in', account.carried('carriedIn'))}，为以前年度支出预算因客观条件变化未执行完毕、结转到本年度按有关规定继续使用的资金。`,
  ];
}

const USES: Record<string, readonly [string, string]> = {
  208: ['用于单位职工养老保险、职业年金缴费和退休人员生活补助', '补缴职业年金'],
  210: ['用于在职职工基本医疗保险缴费', '缴费基数调整'],
  214: ['用于渡口日常管理、渡船维修和渡工补助', '上年购置渡船的支出较大'],
  221: ['用于在职职工住房公积金缴存', '缴存基数调整'],
};

function totals(): BlockForm[] {
  const [all, income, spent] = [account.total(), account.income(), account.spent()];
  const e = 'expenditure.current_year';
  const classes = classesOf(account).map((code, i): Text => {
    const about = uncoded(account, code);
    const amount = account.spent(code);
    const [use, why] = USES[code] as readonly [string, string];
    const was = prior.classes[Number(code) as keyof typeof prior.classes];
    return t`${i + 1}.${account.name(code)}${w.a(e, amount, about)}：主要${use}。较2021年度决算数${w.change(e, amount, was, about)}，主要原因是${why}。`;
  });
  const [basic, project] = [account.allBasic(), account.allProject()];
  return [
    section('一、2022年度收入支出决算总体情况。'),
    p(
      t`（一）本单位2022年度总收入${w.a('income.total', all)}，其中本年收入${w.a('income.current_year', income)}，较2021年度决算数${w.change('income.current_year', income, sum(prior.income))}。收入具体情况如下：`,
    ),
    ...incomes().map(p),
    p(
      t`（二）本单位2022年度总支出${w.a('expenditure.total', all)}，其中本年支出${w.a(e, spent)}，较2021年度决算数${w.change(e, spent, sum(prior.classes))}。支出具体情况如下：`,
    ),
    ...classes.map(p),
    p(t`5.结余分配${w.a('expenditure.surplus_distributed', 0)}。`),
    p(
      t`6.年末结转和结余${w.a('expenditure.carried_out', account.carried('carriedOut'))}，为本年度尚未支付的渡口安全设施尾款和非财政资金结余。`,
    ),
    p(
      t`（三）本年支出按用途划分，基本支出${w.a('expenditure.basic', basic)}、项目支出${w.a('expenditure.project', project)}，分别占本年支出的${w.share('expenditure.basic', basic, spent, e)}、${w.share('expenditure.project', project, spent, e)}。`,
    ),
    section('二、2022年度财政拨款收入支出决算情况。'),
    p(
      t`本单位2022年度财政拨款收入、支出总计均为${w.a('fiscal.total', account.fiscalTotal())}。其中：本年财政拨款收入${w.a('income.fiscal', account.appropriated())}，年初财政拨款结转和结余${w.a('fiscal.carried_in', account.fiscalCarried('carriedIn'))}；本年财政拨款支出${w.a('fiscal.expenditure', account.fiscal())}，年末财政拨款结转和结余${w.a('fiscal.carried_out', account.fiscalCarried('carriedOut'))}。`,
    ),
  ];
}

/** One item; a budget of 0 was adjusted within the year. */
function item(code: string, number: number): Text {
  const g = 'general.expenditure';
  const about = uncoded(account, code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const name = fullName(account, code);
  const planned = w.a(g, budget, { ...about, measure: 'budget' });
  if (budget === 0) {
    const adjusted = yuan(150_000);
    const rate = w.done(g, final, adjusted, { ...about, basis: 'adjusted_budget' });
    return t`${number}.${name}年初预算为${planned}，年中调整预算为${w.a(g, adjusted, { ...about, measure: 'adjusted_budget' })}，决算数为${w.a(g, final, about)}，占调整预算${rate}，主要原因是年中有3名职工退休，按规定记实职业年金。`;
  }
  const opening = t`${number}.${name}年初预算为${planned}，决算数为${w.a(g, final, about)}，完成年初预算${w.done(g, final, budget, about)}`;
  if (budget === final) return t`${opening}，决算数与年初预算数${w.flat(g, 'budget', '持平', about)}。`;
  return t`${opening}，${final > budget ? '超出预算的部分为年中追加的渡工补助' : '主要原因是在职人员变动，缴费据实列支'}。`;
}

function general(): BlockForm[] {
  const g = 'general.expenditure';
  const [spent, budget, basic] = [account.fiscal('general'), account.budget('general'), account.basic('general')];
  const shares = classesOf(account, 'general').map((code) => {
    const about = uncoded(account, code);
    const amount = account.fiscal('general', code);
    return t`${account.name(code)}${w.a(g, amount, about)}，占比${w.share(g, amount, spent, g, about)}`;
  });
  const kinds: [string, keyof typeof prior.kinds, string, string][] = [
    ['工资福利支出', 301, '用于基本工资、津贴补贴、绩效工资和社会保障缴费', '人员调资'],
    ['商品和服务支出', 302, '用于办公费、水电费、差旅费、渡船维修等日常运转', '压减日常开支'],
    ['对个人和家庭的补助', 303, '用于退休费和渡工生活补助', '渡工补助标准提高'],
  ];
  const told = kinds.map(([name, code, use, why], i): Text => {
    const about = { subject: { scheme: 'economic', code: null, path: [name] } as const };
    const amount = account.economicSum(String(code));
    return t`（${'一二三'[i] as string}）${name}${w.a(`${g}.basic`, amount, about)}，占基本支出的${w.share(`${g}.basic`, amount, basic, `${g}.basic`, about)}，主要${use}。较2021年度决算数${w.change(`${g}.basic`, amount, prior.kinds[code], about)}，主要原因是${why}。`;
  });
  return [
    section('三、2022年度一般公共预算财政拨款支出决算情况。'),
    p(
      t`（一）本单位2022年度一般公共预算财政拨款支出${w.a(g, spent)}，占本年支出合计的${w.share(g, spent, account.spent(), 'expenditure.current_year')}，较2021年度决算数${w.change(g, spent, prior.fiscal)}。年初预算${w.a(g, budget, { measure: 'budget' })}，完成年初预算${w.done(g, spent, budget)}。`,
    ),
    p(t`（二）按支出功能分类：${inRow(shares)}。`),
    p('（三）具体支出项目如下：'),
    ...codesOf(account, 'general').map((code, i) => p(item(code, i + 1))),
    section('四、2022年度一般公共预算财政拨款基本支出决算情况。'),
    p(
      t`本单位2022年度一般公共预算财政拨款基本支出${w.a(`${g}.basic`, basic)}，人员经费、公用经费分别为${w.n(`${g}.basic.personnel`, account.personnel())}、${w.n(`${g}.basic.public`, account.public())}元。按经济分类：`,
    ),
    ...told.map(p),
    section('五、2022年度政府性基金预算财政拨款收入支出决算情况。'),
    p(
      t`本单位2022年度${w.none(['income.fiscal.fund'], '没有')}政府性基金预算财政拨款收入，也${w.none(['fund.expenditure'], '没有')}使用政府性基金预算财政拨款安排的支出。`,
    ),
    section('六、2022年度国有资本经营预算财政拨款支出决算情况。'),
    p(t`本单位2022年度${w.none(['capital.expenditure'])}国有资本经营预算财政拨款支出。`),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [operation, reception] = [yuan(24_318.55), yuan(8_960)];
  const final = operation + reception;
  const [plannedVehicle, plannedReception] = [yuan(28_000), yuan(13_000)];
  const budget = plannedVehicle + plannedReception;
  return [
    section('七、2022年度一般公共预算财政拨款安排的“三公”经费支出决算情况。'),
    p(
      t`本单位2022年度“三公”经费支出年初预算${w.a(`${c}.total`, budget, { measure: 'budget' })}，决算${w.a(`${c}.total`, final)}，完成年初预算${w.done(`${c}.total`, final, budget)}，比2021年度决算数${w.a(`${c}.total`, prior.three.total, BEFORE)}${w.change(`${c}.total`, final, prior.three.total)}。具体情况如下：`,
    ),
    p(
      t`（一）因公出国（境）费${w.a(`${c}.overseas`, 0)}，与2021年度决算数${w.flat(`${c}.overseas`, 'prior_final')}。全年因公出国（境）团组${w.c(`${c}.overseas.groups`, 0, '个')}、${w.c(`${c}.overseas.persons`, 0, '人次')}。`,
    ),
    p(
      t`（二）公务用车购置及运行维护费年初预算${w.a(`${c}.vehicle`, plannedVehicle, { measure: 'budget' })}，决算${w.a(`${c}.vehicle`, operation)}，较2021年度决算数减少${w.delta(`${c}.vehicle`, operation, prior.three.vehicle)}，减少率${w.rate(`${c}.vehicle`, operation, prior.three.vehicle)}，主要原因是控制出车里程。其中：公务用车购置费${w.a(`${c}.vehicle.purchase`, 0)}，购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}；公务用车运行维护费${w.a(`${c}.vehicle.operation`, operation)}，年末公务用车保有量${w.c(`${c}.vehicle.owned`, 1, '辆')}，平均每辆${w.a(`${c}.vehicle.average`, operation)}。`,
    ),
    p(
      t`（三）公务接待费由2021年度的${w.a(`${c}.reception`, prior.three.reception, BEFORE)}降为${w.a(`${c}.reception`, reception)}，减少${w.delta(`${c}.reception`, reception, prior.three.reception)}，下降${w.rate(`${c}.reception`, reception, prior.three.reception)}，主要原因是厉行节约。全年国内公务接待${w.c(`${c}.reception.batches`, 11, '批次')}、${w.c(`${c}.reception.persons`, 74, '人次')}，其中外事接待${w.c(`${c}.reception.foreign.batches`, 0, '批次')}、${w.c(`${c}.reception.foreign.persons`, 0, '人次')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, services] = [yuan(46_280), yuan(132_400)];
  const all = goods + services;
  const [sme, micro] = [yuan(160_420), yuan(92_306.5)];
  const assets = yuan(5_618_204.75);
  const funds = account.project('general');
  return [
    section('八、其他重要事项情况说明。'),
    p(
      t`（一）机关运行经费支出情况。本单位为公益一类事业单位，2022年度${w.none(['agency_operation'])}机关运行经费支出。`,
    ),
    p(
      t`（二）政府采购支出情况。2022年度政府采购支出总额${w.a('procurement.total', all)}，其中货物、工程、服务分别为${w.n('procurement.goods', goods)}元、${w.n('procurement.works', 0)}元、${w.n('procurement.services', services)}元。授予中小企业合同金额${w.a('procurement.sme', sme)}，占政府采购支出总额的${w.share('procurement.sme', sme, all, 'procurement.total')}；其中授予小微企业合同金额${w.a('procurement.micro', micro)}，占政府采购支出总额的${w.share('procurement.micro', micro, all, 'procurement.total')}。`,
    ),
    p(
      t`（三）国有资产占用情况。截至2022年12月31日，本单位资产总额${w.a('assets.total', assets)}，较上年${w.change('assets.total', assets, prior.assets, {}, '增加 减少 上升 下降')}，主要原因是计提固定资产折旧；房屋面积1260.5平方米；共有车辆${w.c('assets.vehicle.total', 1, '辆')}，为${w.c('assets.vehicle.emergency', 1, '辆')}应急保障用车；单价50万元以上通用设备${w.c('assets.equipment.over_500k', 0, '台（套）')}，单价100万元以上专用设备${w.c('assets.equipment.over_1m', 2, '台（套）')}。`,
    ),
    p(
      t`（四）预算绩效管理情况。2022年度对${w.c('performance.projects', 3, '个')}项目开展了绩效自评，涉及资金${w.a('performance.funds', funds)}，自评覆盖率达到${w.c('performance.coverage', 100, '%')}，平均得分${w.c('performance.score', '92.5', '分')}。绩效目标完成率100%的指标占多数，个别项目资金支付进度偏慢。`,
    ),
  ];
}

export const guangxi: Sample = {
  name: 'guangxi-2022-final',
  format: 'txt',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: '崇左市江州区濑湍渡口管理站2022年度单位决算' },
    ...overview(),
    part('第三部分：2022年度单位决算情况说明'),
    ...totals(),
    ...general(),
    ...threePublic(),
    ...other(),
    part('第四部分：名词解释'),
    p('一、财政拨款收入：指本级财政当年拨付的资金。'),
    p('二、事业收入：指事业单位开展专业业务活动及辅助活动取得的收入。'),
    p(
      '三、年末结转和结余：指本年度或以前年度预算安排、因客观条件变化无法按原计划实施，需要延迟到以后年度按有关规定继续使用的资金。',
    ),
  ],
};
