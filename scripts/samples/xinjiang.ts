/** 新疆, 2020, a budget: headings in spaced letters, 关于…的说明, codes in brackets behind names, against last year's execution. */
import { yuan } from './account.ts';
import { classesOf, codesOf, named } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, part, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { total, vehicle } from './three-public.ts';
import {
  account,
  executed,
  named2,
  ORGANISATION,
  PROJECTS,
  ran,
  tables,
  three,
  three2019,
  YEAR,
} from './xinjiang-tables.ts';

const w = new Pen({ year: YEAR, measure: 'budget', unit: '万元', decimals: 2, percentDecimals: 2 });
const PRIOR = { basis: 'prior_budget' } as const;
const RAN = { basis: 'prior_execution' } as const;
/** What stood a year ago. */
const then = { period: YEAR - 1 };
const prior = {
  income: yuan(12_368_900),
  other: yuan(60_000),
  basic: yuan(9_268_900),
  project: yuan(3_186_000),
  agency: yuan(1_306_420),
};
const c = 'general.expenditure';

const USES: Record<string, string> = {
  201: '“访惠聚”驻村工作',
  208: '在职人员养老保险、职业年金缴费和离退休人员经费',
  210: '在职人员医疗保险缴费和公务员医疗补助',
  213: '在职人员工资福利、机关运转和湿地保护项目',
  221: '在职人员住房公积金',
};

function overview(): BlockForm[] {
  return [
    part(`第 一 部 分   ${ORGANISATION} 概 况`),
    section('一 、 主 要 职 能'),
    p('负责额尔齐斯河流域布尔津段湿地的保护管理、巡护监测和宣传教育；组织湿地生态补水；承担林草有害生物防治。'),
    section('二 、 机 构 设 置 及 人 员 情 况'),
    p(
      t`${ORGANISATION}下设${w.c('organisation.divisions', 4, '个')}科室，分别是：办公室、湿地保护科、巡护监测科、计划财务科。`,
    ),
    p(
      t`${ORGANISATION}编制数${w.c('staff.establishment', 58, '人')}，实有人数${w.c('staff.actual', 54, '人')}；退休${w.c('staff.retired', 27, '人')}，其中：离休${w.c('staff.retired.veteran', 0, '人')}。`,
    ),
  ];
}

function whole(): BlockForm[] {
  const all = account.total();
  const [basic, project] = [account.allBasic(), account.allProject()];
  const general = account.appropriated('general');
  const share = (concept: string, fen: number, whole: string): Text => w.share(concept, fen, all, whole);
  return [
    section(`一、关于${ORGANISATION}2020年收支预算情况的总体说明`),
    p(
      t`按照全口径预算的原则，${ORGANISATION}2020年所有收入和支出均纳入部门预算管理。收支总预算${w.a('balance.total', all)}。`,
    ),
    p('收入预算包括：一般公共预算、其他收入、上年结余。'),
    p('支出预算包括：一般公共服务支出、社会保障和就业支出、卫生健康支出、农林水支出、住房保障支出。'),
    section(`二、关于${ORGANISATION}2020年收入预算情况说明`),
    p(t`${ORGANISATION}收入预算${w.a('income.total', all)}，其中：`),
    p(
      t`一般公共预算${w.a('income.fiscal.general', general)}，占${share('income.fiscal.general', general, 'income.total')}，比上年增加${w.delta('income.fiscal.general', general, prior.income, PRIOR)}，主要原因是新增湿地生态补水项目。`,
    ),
    p(t`政府性基金预算${w.none(['income.fiscal.fund'], '未安排')}。`),
    p(
      t`其他收入${w.a('income.other', account.ownIncome())}，占${share('income.other', account.ownIncome(), 'income.total')}，与上年${w.flat('income.other', 'prior_budget')}。`,
    ),
    p(
      t`上年结余${w.a('income.carried_in', account.carried('carriedIn'))}，占${share('income.carried_in', account.carried('carriedIn'), 'income.total')}，比上年增加${w.delta('income.carried_in', account.carried('carriedIn'), yuan(32_000), PRIOR)}。`,
    ),
    section(`三、关于${ORGANISATION}2020年支出预算情况说明`),
    p(t`${ORGANISATION}2020年支出预算${w.a('expenditure.total', all)}，其中：`),
    p(
      t`基本支出${w.a('expenditure.basic', basic)}，占${share('expenditure.basic', basic, 'expenditure.total')}，比上年减少${w.delta('expenditure.basic', basic, prior.basic, PRIOR)}，主要原因是在职人员退休3人。`,
    ),
    p(
      t`项目支出${w.a('expenditure.project', project)}，占${share('expenditure.project', project, 'expenditure.total')}，比上年增加${w.delta('expenditure.project', project, prior.project, PRIOR)}，主要原因是湿地生态补水面积扩大。`,
    ),
    section(`四、关于${ORGANISATION}2020年财政拨款收支预算情况的总体说明`),
    p(t`2020年财政拨款收支总预算${w.a('fiscal.total', account.fiscalTotal())}。`),
    p(t`收入全部为一般公共预算拨款，${w.none(['income.fiscal.fund'])}政府性基金预算拨款。`),
    p([
      '支出预算包括：',
      ...classesOf(account).map(
        (code, i) =>
          t`${i > 0 ? '；' : ''}${account.name(code)}${w.a('fiscal.expenditure', account.fiscal(undefined, code), named(account, code))}，主要用于${USES[code] as string}`,
      ),
      '。',
    ]),
  ];
}

const REASONS: Record<string, string> = {
  2080501: '新增退休人员',
  2080505: '缴费比例由20%下调至16%',
  2101101: '缴费基数调整',
  2101103: '缴费基数调整',
  2130201: '在职人员退休，工资支出减少',
  2130204: '正常晋级晋档',
  2130212: '新增湿地生态补水项目',
  2130234: '防治面积减少',
  2210201: '缴费基数调整',
};

function item(code: string, i: number): BlockForm {
  const about = named(account, code);
  const [kind, group, name] = account.path(code) as [string, string, string];
  const now = account.fiscal('general', code);
  const before = executed[code] as number;
  const opening = t`${i + 1}.${kind}（${code.slice(0, 3)}）${group}（${code.slice(3, 5)}）${name}（${code.slice(5)}）：2020年预算数为${w.a(c, now, about)}`;
  if (before === now) return p(t`${opening}，与上年执行数${w.flat(c, 'prior_execution', '持平', about)}。`);
  if (before === 0)
    return p(
      t`${opening}，比上年执行数增加${w.delta(c, now, before, { ...about, ...RAN })}，增长${w.percentOf(c, 'change_rate', '100', { ...about, ...RAN })}，主要原因是职业年金由虚账记账改为实缴。`,
    );
  return p(
    t`${opening}，比上年执行数${w.change(c, now, before, { ...about, ...RAN })}，主要原因是${REASONS[code] as string}。`,
  );
}

function generalBudget(): BlockForm[] {
  const b = `${c}.basic`;
  const [now, basic] = [account.fiscal('general'), account.basic('general')];
  const codes = codesOf(account, 'general');
  return [
    section(`五、关于${ORGANISATION}2020年一般公共预算当年拨款情况说明`),
    clause('（一）一般公共预算当年拨款规模变化情况'),
    p(
      t`${ORGANISATION}2020年一般公共预算拨款合计${w.a(c, now)}，其中：基本支出${w.a(b, basic)}；项目支出${w.a(`${c}.project`, account.project())}。比上年执行数${w.change(c, now, ran(), RAN)}。`,
    ),
    clause('（二）一般公共预算当年拨款结构情况'),
    ...classesOf(account).map((code, i) => {
      const about = named(account, code);
      const amount = account.fiscal('general', code);
      return p(
        t`${i + 1}.${account.name(code)}（${code}类）${w.a(c, amount, about)}，占${w.share(c, amount, now, c, about)}。`,
      );
    }),
    clause('（三）一般公共预算当年拨款具体使用情况'),
    ...codes.sort().map(item),
    section(`六、关于${ORGANISATION}2020年一般公共预算基本支出情况说明`),
    p(t`${ORGANISATION}2020年一般公共预算基本支出${w.a(b, basic)}，其中：`),
    p(
      t`人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、公务员医疗补助缴费、其他社会保障缴费、住房公积金、退休费、生活补助、奖励金等。`,
    ),
    p(
      t`公用经费${w.a(`${b}.public`, account.public())}，主要包括：办公费、水费、电费、邮电费、取暖费、差旅费、维修（护）费、培训费、公务接待费、被装购置费、工会经费、福利费、公务用车运行维护费和其他商品和服务支出等。`,
    ),
    section(`七、关于${ORGANISATION}2020年项目支出情况说明`),
    ...PROJECTS.flatMap((each): BlockForm[] => [
      p(`项目名称：${each.name}`),
      p(`设立的政策依据：${each.use}`),
      p(t`预算安排规模：${w.a('project.funds', each.amount, named2(each))}`),
      p(`项目承担单位：${ORGANISATION}`),
      p('资金分配情况：按实施进度拨付'),
      p('资金执行时间：2020年1月1日-2020年12月31日'),
    ]),
  ];
}

function threePublic(): BlockForm[] {
  const k = 'three_public';
  return [
    section(`八、关于${ORGANISATION}2020年一般公共预算“三公”经费预算情况说明`),
    p(
      t`${ORGANISATION}2020年“三公”经费财政拨款预算数为${w.a(`${k}.total`, total(three))}，其中：因公出国（境）费${w.a(`${k}.overseas`, 0)}，公务用车购置${w.a(`${k}.vehicle.purchase`, three.purchase)}，公务用车运行费${w.a(`${k}.vehicle.operation`, three.operation)}，公务接待费${w.a(`${k}.reception`, three.reception)}。`,
    ),
    p(
      t`2020年“三公”经费财政拨款预算比上年增加${w.delta(`${k}.total`, total(three), total(three2019), PRIOR)}，其中：因公出国（境）费增加${w.delta(`${k}.overseas`, 0, 0, PRIOR)}，主要原因是未安排出国（境）；公务用车购置费为${w.a(`${k}.vehicle.purchase`, three.purchase)}，主要原因是更新巡护用车；公务用车运行费减少${w.delta(`${k}.vehicle.operation`, vehicle(three) - three.purchase, three2019.operation, PRIOR)}，主要原因是严格用车审批；公务接待费增加${w.delta(`${k}.reception`, 0, 0, PRIOR)}，主要原因是接待任务与上年相当。`,
    ),
    section(`九、关于${ORGANISATION}2020年政府性基金预算拨款情况说明`),
    p(
      t`${ORGANISATION}2020年${w.none(['fund.expenditure'], '没有')}使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。`,
    ),
  ];
}

function other(): BlockForm[] {
  const k = 'procurement';
  const [goods, works, services] = [yuan(386_000), yuan(620_000), yuan(480_000)];
  const agency = account.public();
  const [reserved, micro] = [yuan(560_000), yuan(240_000)];
  return [
    section('十、其他重要事项的情况说明'),
    clause('（一）机关运行经费情况'),
    p(
      t`2020年，${ORGANISATION}本级的机关运行经费财政拨款预算${w.a('agency_operation', agency)}，比上年预算${w.change('agency_operation', agency, prior.agency, PRIOR)}。主要原因是取暖费标准提高。`,
    ),
    clause('（二）政府采购情况'),
    p(
      t`2020年，${ORGANISATION}政府采购预算${w.a(`${k}.total`, goods + works + services)}，其中：政府采购货物预算${w.a(`${k}.goods`, goods)}，政府采购工程预算${w.a(`${k}.works`, works)}，政府采购服务预算${w.a(`${k}.services`, services)}。`,
    ),
    p(
      t`2020年度本部门面向中小企业预留政府采购项目预算金额${w.a(`${k}.sme.reserved`, reserved)}，其中：面向小微企业预留政府采购项目预算金额${w.a(`${k}.micro.reserved`, micro)}。`,
    ),
    clause('（三）国有资产占用使用情况'),
    p(
      t`截至2019年底，${ORGANISATION}占用使用国有资产总体情况为：1.房屋1268平方米；2.车辆${w.c('assets.vehicle.total', 6, '辆', then)}，其中：一般公务用车${w.c('assets.vehicle.general', 2, '辆', then)}，执法执勤用车${w.c('assets.vehicle.enforcement', 3, '辆', then)}，其他车辆${w.c('assets.vehicle.other', 1, '辆', then)}；3.单位价值50万元以上大型设备${w.c('assets.equipment.over_500k', 1, '台（套）', then)}，单位价值100万元以上大型设备${w.c('assets.equipment.over_1m', 0, '台（套）', then)}。`,
    ),
    p(
      t`2020年部门预算安排购置车辆${w.c('assets.planned.vehicle', 1, '辆')}，安排购置单位价值100万元以上大型设备${w.c('assets.planned.equipment', 0, '台（套）')}。`,
    ),
    clause('（四）预算绩效情况'),
    p(
      t`2020年度，本年度实行绩效管理的项目${w.c('performance.targets.projects', PROJECTS.length, '个')}，涉及预算金额${w.a('performance.targets.funds', account.project())}。`,
    ),
  ];
}

export const xinjiang: Sample = {
  name: 'xinjiang-2020-budget',
  format: 'docx',
  report: { kind: 'budget', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [
    {
      rule: 'zero-base',
      quote: '比上年执行数增加34.41万元，增长100%',
      why: 'the whole amount is the increase, so the base is 0',
      verdict: 'wrong-base',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: `${ORGANISATION} 2020 年 部 门 预 算 公 开` },
    pageBreak,
    centred('目     录'),
    ...[
      `第一部分 ${ORGANISATION}概况`,
      '第二部分 2020年部门预算公开表',
      '第三部分 2020年部门预算情况说明',
      '第四部分 名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i * 3 + 1 })),
    pageBreak,
    ...overview(),
    ...tables(),
    part('第 三 部 分   2020 年 部 门 预 算 情 况 说 明'),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    part('第 四 部 分   名 词 解 释'),
    p('一、财政拨款：指由一般公共预算、政府性基金预算安排的财政拨款数。'),
    p('二、基本支出：包括人员经费、商品和服务支出（定额）。其中，人员经费包括工资福利支出、对个人和家庭的补助。'),
    centred(ORGANISATION),
    centred('2020 年 2 月 8 日'),
  ],
};
