/** 江苏, 2024, the budget of a school: every source and every 项 against the year before, each with its reason. */

import { yuan } from './account.ts';
import { classesOf, codesOf, named } from './clerk.ts';
import { type BlockForm, centred, p, pageBreak, part, type Sample, section } from './form.ts';
import {
  account,
  meeting,
  ORGANISATION,
  purchases,
  three,
  three2023,
  training,
  w,
  was,
  YEAR,
} from './jiangsu-account.ts';
import { tables } from './jiangsu-tables.ts';
import { type About, type Text, t } from './marks.ts';
import { total, vehicle } from './three-public.ts';

const PRIOR = { basis: 'prior_budget' } as const;

/** 与上年相比增加 … or 与上年预算数相同. */
function versus(concept: string, now: number, then: number, why: string, about: About = {}): Text {
  if (now === then) return t`，与上年预算数${w.flat(concept, 'prior_budget', '相同', about)}。`;
  return t`，与上年相比${w.change(concept, now, then, { ...about, ...PRIOR }, '增加 减少 增长 减少')}。主要原因是${why}。`;
}

const USES: Record<string, readonly [use: string, why: string]> = {
  205: ['教职工工资福利、学校日常运转及校舍维修', '学生人数增加，生均公用经费相应增加'],
  208: ['离退休人员经费和教职工养老保险、职业年金缴费', '缴费基数调整'],
  210: ['教职工基本医疗保险缴费', '缴费基数调整'],
  221: ['教职工住房公积金和提租补贴', '公积金缴费基数调整'],
};

function sources(): BlockForm[] {
  const line = (label: string, concept: string, now: number, then: number, why = ''): BlockForm =>
    p(t`${label}${w.a(concept, now)}${versus(concept, now, then, why)}`);
  const [own, other] = [account.ownIncome('institutional'), account.ownIncome('other')];
  return [
    p(t`（一）收入预算总计${w.a('income.total', account.total())}。包括：`),
    p(t`1．本年收入合计${w.a('income.current_year', account.income())}。`),
    line(
      '（1）一般公共预算拨款收入',
      'income.fiscal.general',
      account.appropriated('general'),
      was('', 'fiscal'),
      '教职工人数增加，人员经费增加',
    ),
    line('（2）政府性基金预算拨款收入', 'income.fiscal.fund', 0, 0),
    line('（3）国有资本经营预算拨款收入', 'income.fiscal.capital', 0, 0),
    line('（4）财政专户管理资金收入', 'income.institutional.education_fees', 0, 0),
    line('（5）事业收入', 'income.institutional', own, yuan(1_296_000), '课后服务收费标准不变，参加人数增加'),
    line('（6）事业单位经营收入', 'income.operating', 0, 0),
    line('（7）上级补助收入', 'income.superior', 0, 0),
    line('（8）附属单位上缴收入', 'income.affiliated', 0, 0),
    line('（9）其他收入', 'income.other', other, yuan(220_000), '食堂代办费结余减少'),
    p(
      t`2．上年结转结余为${w.a('income.carried_in', account.carried('carriedIn'))}。与上年相比增加${w.delta('income.carried_in', account.carried('carriedIn'), yuan(96_000), PRIOR)}，增长${w.rate('income.carried_in', account.carried('carriedIn'), yuan(96_000), PRIOR)}。主要原因是运动场维修工程跨年实施。`,
    ),
  ];
}

function uses(): BlockForm[] {
  const c = 'expenditure.current_year';
  return [
    p(t`（二）支出预算总计${w.a('expenditure.total', account.total())}。包括：`),
    p(t`1．本年支出合计${w.a(c, account.spent())}。`),
    ...classesOf(account).map((code, i) => {
      const [use, why] = USES[code] as readonly [string, string];
      const now = account.spent(code);
      return p(
        t`（${i + 1}）${account.name(code)}（类）支出${w.a(c, now, named(account, code))}，主要用于${use}${versus(c, now, was(code, 'all'), why, named(account, code))}`,
      );
    }),
    p(t`2．年终结转结余为${w.a('expenditure.carried_out', account.carried('carriedOut'))}。`),
  ];
}

function whole(): BlockForm[] {
  const all = account.total();
  const then = was('', 'all') + yuan(96_000);
  const of = (whole: string, amount: number) => (label: string, concept: string, fen: number) =>
    t`${label}${w.a(concept, fen)}，占${w.share(concept, fen, amount, whole)}`;
  const income = of('income.total', all);
  const spent = of('expenditure.total', account.spent());
  return [
    section('一、收支预算总体情况说明'),
    p(
      t`${ORGANISATION}2024年度收入、支出预算总计${w.a('balance.total', all)}，与上年相比收、支预算总计各${w.change('balance.total', all, then, PRIOR, '增加 减少 增长 减少')}。其中：`,
    ),
    ...sources(),
    ...uses(),
    section('二、收入预算情况说明'),
    p(
      t`${ORGANISATION}2024年收入预算合计${w.a('income.total', all)}，包括本年收入${w.a('income.current_year', account.income())}，上年结转结余${w.a('income.carried_in', account.carried('carriedIn'))}。其中：`,
    ),
    p(t`${income('本年一般公共预算收入', 'income.fiscal.general', account.appropriated('general'))}；`),
    p(t`${income('本年政府性基金预算收入', 'income.fiscal.fund', 0)}；`),
    p(t`${income('本年国有资本经营预算收入', 'income.fiscal.capital', 0)}；`),
    p(t`${income('本年事业收入', 'income.institutional', account.ownIncome('institutional'))}；`),
    p(t`${income('本年其他收入', 'income.other', account.ownIncome('other'))}；`),
    p(t`${income('上年结转结余的一般公共预算收入', 'fiscal.carried_in.general', account.carriedIn.general)}；`),
    p(t`${income('上年结转结余的政府性基金预算收入', 'fiscal.carried_in.fund', 0)}。`),
    p('图1：2024年收入预算结构图'),
    section('三、支出预算情况说明'),
    p(t`${ORGANISATION}2024年支出预算合计${w.a('expenditure.total', account.spent())}，其中：`),
    p(t`${spent('基本支出', 'expenditure.basic', account.allBasic())}；`),
    p(t`${spent('项目支出', 'expenditure.project', account.allProject())}；`),
    p(t`${spent('事业单位经营支出', 'expenditure.operating', 0)}；`),
    p(t`${spent('上缴上级支出', 'expenditure.to_superior', 0)}；`),
    p(t`${spent('对附属单位补助支出', 'expenditure.to_affiliated', 0)}。`),
    p('图2：2024年支出预算结构图'),
  ];
}

const REASONS: Record<string, string> = {
  2050203: '教职工正常增资，运动场维修工程结转实施',
  2050803: '压减培训支出',
  2080502: '新增退休教师',
  2080505: '养老保险缴费基数提高',
  2080506: '职业年金缴费基数提高',
  2101102: '医疗保险缴费基数提高',
  2210201: '住房公积金缴费基数提高',
};

function fiscal(): BlockForm[] {
  const c = 'fiscal.expenditure';
  const [now, then] = [account.fiscal(), was('', 'fiscal')];
  const b = `${c}.basic`;
  const general = 'general.expenditure';
  let class_ = '';
  const items = codesOf(account).flatMap((code, i): BlockForm[] => {
    const [kind, group, name] = account.path(code);
    const amount = account.fiscal(undefined, code);
    const before = was(code, 'fiscal');
    const about = named(account, code);
    const opening =
      kind === class_ ? [] : [p(`（${'一二三四五'[classesOf(account).indexOf(code.slice(0, 3))]}）${kind}（类）`)];
    class_ = kind as string;
    // A planted defect: the rate ten times too large.
    const rest =
      code === '2080502'
        ? t`，与上年相比增加${w.delta(c, amount, before, { ...about, ...PRIOR })}，增长${w.rate(c, amount, before, { ...about, ...PRIOR, print: '70.7' })}。主要原因是${REASONS[code] as string}。`
        : versus(c, amount, before, REASONS[code] ?? '', about);
    return [
      ...opening,
      p(t`${i + 1}．${group as string}（款）${name as string}（项）支出${w.a(c, amount, about)}${rest}`),
    ];
  });
  return [
    section('四、财政拨款收支预算总体情况说明'),
    p(
      t`${ORGANISATION}2024年度财政拨款收、支总预算${w.a('fiscal.total', account.fiscalTotal())}。与上年相比，财政拨款收、支总计各${w.change('fiscal.total', account.fiscalTotal(), then, PRIOR, '增加 减少 增长 减少')}。主要原因是人员经费增加。`,
    ),
    section('五、财政拨款支出预算情况说明'),
    p(
      t`${ORGANISATION}2024年财政拨款预算支出${w.a(c, now)}，占本年支出合计的${w.share(c, now, account.spent(), 'expenditure.current_year')}。与上年相比，财政拨款支出${w.change(c, now, then, PRIOR, '增加 减少 增长 减少')}。主要原因是人员经费增加。其中：`,
    ),
    ...items,
    section('六、财政拨款基本支出预算情况说明'),
    p(t`${ORGANISATION}2024年度财政拨款基本支出预算${w.a(b, account.basic())}。`),
    section('七、一般公共预算支出预算情况说明'),
    p(
      t`${ORGANISATION}2024年一般公共预算财政拨款支出预算${w.a(general, now)}${versus(general, now, then, '人员经费增加')}`,
    ),
    section('八、一般公共预算基本支出预算情况说明'),
    p(t`${ORGANISATION}2024年度一般公共预算财政拨款基本支出预算${w.a(`${general}.basic`, account.basic())}，其中：`),
    p(
      t`（一）人员经费${w.a(`${general}.basic.personnel`, account.personnel())}。主要包括：基本工资、津贴补贴、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金、退休费、生活补助、助学金。`,
    ),
    p(
      t`（二）公用经费${w.a(`${general}.basic.public`, account.public())}。主要包括：办公费、水费、电费、邮电费、物业管理费、差旅费、维修（护）费、会议费、培训费、公务接待费、劳务费、工会经费、福利费、公务用车运行维护费、其他商品和服务支出、办公设备购置。`,
    ),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [now, then] = [total(three), total(three2023)];
  const less = (concept: string, a: number, b: number, why: string): Text =>
    a === b
      ? t`，与上年预算数${w.flat(concept, 'prior_budget', '相同')}`
      : t`，比上年预算减少${w.delta(concept, a, b, PRIOR)}，主要原因是${why}`;
  const share = (label: string, concept: string, fen: number): Text =>
    t`${label}预算支出${w.a(concept, fen)}，占“三公”经费的${w.share(concept, fen, now, `${c}.total`)}`;
  return [
    section('九、一般公共预算“三公”经费、会议费、培训费支出预算情况说明'),
    p(
      t`${ORGANISATION}2024年度一般公共预算拨款安排的“三公”经费支出预算${w.a(`${c}.total`, now)}，比上年预算减少${w.delta(`${c}.total`, now, then, PRIOR)}，变动原因：校车报废一辆。其中，${share('因公出国（境）费', `${c}.overseas`, 0)}；${share('公务用车购置及运行维护费', `${c}.vehicle`, vehicle(three))}；${share('公务接待费', `${c}.reception`, three.reception)}。具体情况如下：`,
    ),
    p(t`1．因公出国（境）费预算支出${w.a(`${c}.overseas`, 0)}${less(`${c}.overseas`, 0, 0, '')}。`),
    p(t`2．公务用车购置及运行维护费预算支出${w.a(`${c}.vehicle`, vehicle(three))}。其中：`),
    p(t`（1）公务用车购置费预算支出${w.a(`${c}.vehicle.purchase`, 0)}${less(`${c}.vehicle.purchase`, 0, 0, '')}。`),
    p(
      t`（2）公务用车运行维护费预算支出${w.a(`${c}.vehicle.operation`, three.operation)}${less(`${c}.vehicle.operation`, three.operation, three2023.operation, '车辆减少')}。`,
    ),
    p(
      t`3．公务接待费预算支出${w.a(`${c}.reception`, three.reception)}${less(`${c}.reception`, three.reception, three2023.reception, '')}。`,
    ),
    p(
      t`${ORGANISATION}2024年度一般公共预算拨款安排的会议费预算支出${w.a('meeting.expense', meeting.now)}${less('meeting.expense', meeting.now, meeting.last, '精简会议')}。`,
    ),
    p(
      t`${ORGANISATION}2024年度一般公共预算拨款安排的培训费预算支出${w.a('training.expense', training.now)}${less('training.expense', training.now, training.last, '多采用线上培训')}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const { goods, works, services } = purchases;
  const c = 'procurement';
  return [
    section('十、政府性基金预算支出预算情况说明'),
    p(
      t`${ORGANISATION}2024年政府性基金支出预算支出${w.a('fund.expenditure', 0)}。与上年预算数${w.flat('fund.expenditure', 'prior_budget', '相同')}。`,
    ),
    section('十一、国有资本经营预算支出预算情况说明'),
    p(
      t`${ORGANISATION}2024年国有资本经营预算支出预算支出${w.a('capital.expenditure', 0)}。与上年预算数${w.flat('capital.expenditure', 'prior_budget', '相同')}。`,
    ),
    section('十二、一般公共预算机关运行经费支出预算情况说明'),
    p(
      t`2024年本单位一般公共预算机关运行经费预算支出${w.a('agency_operation', 0)}。与上年预算数${w.flat('agency_operation', 'prior_budget', '相同')}。`,
    ),
    section('十三、政府采购支出预算情况说明'),
    p(
      t`2024年度政府采购支出预算总额${w.a(`${c}.total`, goods + works + services)}，其中：拟采购货物支出${w.a(`${c}.goods`, goods)}、拟采购工程支出${w.a(`${c}.works`, works)}、拟采购服务支出${w.a(`${c}.services`, services)}。`,
    ),
    section('十四、国有资产占用情况说明'),
    p(
      t`本单位共有车辆${w.c('assets.vehicle.total', 2, '辆')}，其中，一般公务用车${w.c('assets.vehicle.general', 1, '辆')}、执法执勤用车${w.c('assets.vehicle.enforcement', 0, '辆')}、特种专业技术用车${w.c('assets.vehicle.technical', 0, '辆')}、其他用车${w.c('assets.vehicle.other', 1, '辆')}等。单价50万元（含）以上的通用设备${w.c('assets.equipment.over_500k', 2, '台（套）')}，单价100万元（含）以上的专用设备${w.c('assets.equipment.over_1m', 0, '台（套）')}。`,
    ),
    section('十五、预算绩效目标设置情况说明'),
    p(
      t`2024年度，本单位整体支出纳入绩效目标管理；本单位共${w.c('performance.targets.projects', 9, '个')}项目纳入绩效目标管理，涉及四本预算资金合计${w.a('performance.targets.funds', account.project())}，占四本预算资金（基本支出除外）总额的比例为${w.percentOf('performance.targets.funds', 'share', '100')}。`,
    ),
  ];
}

export const jiangsu: Sample = {
  name: 'jiangsu-2024-budget',
  format: 'pdf',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'unit', units: [] },
  defects: [
    {
      rule: 'rate.change',
      quote: '与上年相比增加2.82万元，增长70.7%',
      why: '2.82 on 39.86 is 7.07%, printed ten times too large',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: '2024年度' },
    { kind: 'title', text: ORGANISATION },
    { kind: 'title', text: '单位预算公开' },
    pageBreak,
    centred('目  录'),
    ...[
      '第一部分 单位概况',
      '第二部分 2024年度单位预算表',
      '第三部分 2024年度单位预算情况说明',
      '第四部分 名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 5 + 3 })),
    pageBreak,
    part('第一部分 单位概况'),
    section('一、主要职能'),
    p('实施初中义务教育，促进基础教育发展。承担施教区内适龄少年的初中学历教育及相关社会服务。'),
    section('二、单位机构设置情况'),
    p('根据单位职责分工，本单位内设机构包括校长室、教务处、德育处、总务处。本单位无下属单位。'),
    section('三、2024年度单位主要工作任务及目标'),
    p('一是抓好教学质量，二是改善运动场地，三是深化课后服务。'),
    pageBreak,
    part('第二部分 2024年度单位预算表'),
    ...tables(),
    pageBreak,
    part('第三部分 2024年度单位预算情况说明'),
    ...whole(),
    ...fiscal(),
    ...threePublic(),
    ...other(),
    part('第四部分 名词解释'),
    p('一、财政拨款：单位从同级财政部门取得的各类财政拨款，包括一般公共预算拨款、政府性基金预算拨款等。'),
    p('二、单位资金：除财政拨款收入和财政专户管理资金以外的收入，包括事业收入、经营收入、其他收入等。'),
    p('三、基本支出：指为保障机构正常运转、完成工作任务而发生的人员支出和公用支出。'),
  ],
};
