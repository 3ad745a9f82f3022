/** 浙江, 2023, a department: 一、概况 二、公开表 三、情况说明 四、名词解释 without parts, a reason after every rate. */
import { yuan } from './account.ts';
import { classesOf, codesOf, named } from './clerk.ts';
import { type BlockForm, centred, clause, p, pageBreak, type Sample, section } from './form.ts';
import { Pen, type Text, t } from './marks.ts';
import { total, vehicle } from './three-public.ts';
import { account, budget3, final3, ORGANISATION, prior3, UNITS, YEAR } from './zhejiang-account.ts';
import { tables } from './zhejiang-tables.ts';

const w = new Pen({
  year: YEAR,
  measure: 'final',
  unit: '万元',
  decimals: 2,
  percentDecimals: 2,
  trimPercent: true,
});

const prior = {
  total: yuan(25_330_468.1),
  fiscal: yuan(25_061_380.4),
  general: yuan(24_902_166.3),
  agency: yuan(901_360.2),
};
const [income, spent, general] = [account.income(), account.spent(), account.fiscal('general')];
const agency = yuan(873_644.5);
const agencyBudget = yuan(890_000);

function overview(): BlockForm[] {
  return [
    section('一、概况'),
    clause('（一）部门职责'),
    p('1.拟订全区柑橘产业中长期规划，组织实施品种结构调整和橘园改造。'),
    p('2.负责柑橘良种选育、苗木检疫和无病毒母本园管理。'),
    p('3.组织柑橘质量安全抽检和产地追溯，指导橘农合作组织建设。'),
    clause('（二）机构设置'),
    p(`从预算单位构成看，${ORGANISATION}部门决算包括：局本级决算及所属事业单位决算。`),
    p(`纳入${ORGANISATION}2023年度部门决算编制范围的单位包括：`),
    ...UNITS.map((unit, i) => p(`${i + 1}.${unit}`)),
    p(
      t`年末编制人数${w.c('staff.establishment', 61, '人')}，其中行政编制${w.c('staff.establishment.administrative', 24, '人')}；年末实有在职人数${w.c('staff.actual', 58, '人')}。`,
    ),
  ];
}

function whole(): BlockForm[] {
  const all = account.total();
  const part = (label: string, concept: string, amount: number): Text =>
    t`${label}${w.a(concept, amount)}，占收入合计${w.share(concept, amount, income, 'income.current_year')}`;
  const out = (label: string, concept: string, amount: number): Text =>
    t`${label}${w.a(concept, amount)}，占${w.share(concept, amount, spent, 'expenditure.current_year')}`;
  const c = 'income.fiscal';
  return [
    section('三、2023年度部门决算情况说明'),
    clause('（一）收入支出决算总体情况说明'),
    p(
      t`2023年度收、支总计${w.a('balance.total', all)}，与2022年度相比，各${w.change('balance.total', all, prior.total)}。主要原因是：新增橘园数字化改造补助资金。`,
    ),
    clause('（二）收入决算情况说明'),
    p(
      t`本年收入合计${w.a('income.current_year', income)}；包括财政拨款收入${w.a(c, account.appropriated())}（其中：一般公共预算${w.a(`${c}.general`, account.appropriated('general'))}，政府性基金预算${w.a(`${c}.fund`, 0)}，国有资本经营预算${w.a(`${c}.capital`, 0)}），占收入合计${w.share(c, account.appropriated(), income, 'income.current_year')}；${part('上级补助收入', 'income.superior', 0)}；${part('事业收入', 'income.institutional', account.ownIncome('institutional'))}；${part('经营收入', 'income.operating', 0)}；${part('附属单位上缴收入', 'income.affiliated', 0)}；${part('其他收入', 'income.other', account.ownIncome('other'))}。`,
    ),
    clause('（三）支出决算情况说明'),
    p(
      t`本年支出合计${w.a('expenditure.current_year', spent)}，其中：${out('基本支出', 'expenditure.basic', account.allBasic())}；${out('项目支出', 'expenditure.project', account.allProject())}；${out('上缴上级支出', 'expenditure.to_superior', 0)}；${out('经营支出', 'expenditure.operating', 0)}；${out('对附属单位补助支出', 'expenditure.to_affiliated', 0)}。`,
    ),
    clause('（四）财政拨款收入支出决算总体情况说明'),
    p(
      t`2023年度财政拨款收入支出总计${w.a('fiscal.total', account.fiscalTotal())}，与2022年度相比，财政拨款收入支出总计各${w.change('fiscal.total', account.fiscalTotal(), prior.fiscal)}，主要原因是项目资金增加；与2023年初预算数相比，增加${w.delta('fiscal.total', account.fiscalTotal(), account.budget(), { basis: 'budget' })}，增长${w.rate('fiscal.total', account.fiscalTotal(), account.budget(), { basis: 'budget' })}，主要原因是年中下达中央衔接资金。`,
    ),
  ];
}

const USES: Record<string, string> = {
  2060404: '柑橘采后处理技术成果转化',
  2130106: '良种苗木补贴和省力化栽培示范',
  2130505: '低收入农户橘园改造',
};
const REASONS: Record<string, string> = {
  2013204: '公务员疗休养人数减少',
  2080505: '缴费基数调整',
  2080506: '缴费基数调整',
  2081199: '残疾人就业保障金按实缴纳',
  2101102: '人员调出',
  2130101: '追加年度考核奖',
  2130102: '压减一般性项目支出',
  2130104: '追加绩效工资',
  2130106: '部分苗木补贴需次年验收后兑付',
  2130109: '检测站追加设备购置经费',
  2130124: '合作社贷款贴息按实结算',
  2210201: '公积金基数调整',
};

function item(code: string, i: number): BlockForm {
  const c = 'general.expenditure';
  const about = named(account, code);
  const [kind, group, name] = account.path(code);
  const [budget, final] = [account.budget('general', code), account.fiscal('general', code)];
  const use = USES[code] ? `主要用于${USES[code]}。` : '';
  const opening = t`（${i + 1}）${kind as string}（类）${group as string}（款）${name as string}（项）。${use}年初预算为${w.a(c, budget, { ...about, measure: 'budget' })}，支出决算为${w.a(c, final, about)}`;
  if (budget === 0) return p(t`${opening}，决算数大于预算数的主要原因是年中下达衔接推进乡村振兴补助资金。`);
  // A planted defect: two digits exchanged.
  const print = code === '2130124' ? { print: '78.2' } : {};
  const done = t`${opening}，完成年初预算的${w.done(c, final, budget, { ...about, ...print })}`;
  if (budget === final) return p(t`${done}，决算数等于预算数。`);
  return p(t`${done}，决算数${final > budget ? '大于' : '小于'}预算数的主要原因是${REASONS[code] ?? '据实列支'}。`);
}

function generalBudget(): BlockForm[] {
  const c = 'general.expenditure';
  const parts = classesOf(account).map((code, i) => {
    const amount = account.fiscal('general', code);
    return t`${i > 0 ? '；' : ''}${account.name(code)}（类）支出${w.a(c, amount, named(account, code))}，占${w.share(c, amount, general, c, named(account, code))}`;
  });
  const b = `${c}.basic`;
  return [
    clause('（五）一般公共预算财政拨款支出决算情况说明'),
    p('1.一般公共预算财政拨款支出决算总体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出${w.a(c, general)}，占本年支出合计的${w.share(c, general, spent, 'expenditure.current_year')}。与2022年度相比，一般公共预算财政拨款支出${w.change(c, general, prior.general)}，主要原因是新增低收入农户橘园改造项目。`,
    ),
    p('2.一般公共预算财政拨款支出决算结构情况'),
    p(t`2023年度一般公共预算财政拨款支出${w.a(c, general)}，主要用于以下方面：${parts}。`),
    p('3.一般公共预算财政拨款支出决算具体情况'),
    p(
      t`2023年度一般公共预算财政拨款支出年初预算为${w.a(c, account.budget(), { measure: 'budget' })}，支出决算为${w.a(c, general)}，完成年初预算的${w.done(c, general, account.budget())}，主要原因是年中追加项目资金。其中：`,
    ),
    ...codesOf(account).sort().map(item),
    clause('（六）一般公共预算财政拨款基本支出决算情况说明'),
    p(t`2023年度一般公共预算财政拨款基本支出${w.a(b, account.basic())}，其中：`),
    p(
      t`人员经费${w.a(`${b}.personnel`, account.personnel())}，主要包括：基本工资、津贴补贴、奖金、绩效工资、机关事业单位基本养老保险缴费、职业年金缴费、职工基本医疗保险缴费、其他社会保障缴费、住房公积金、其他工资福利支出、退休费、生活补助；`,
    ),
    p(
      t`公用经费${w.a(`${b}.public`, account.public())}，主要包括：办公费、印刷费、电费、邮电费、差旅费、维修（护）费、培训费、公务接待费、工会经费、福利费、公务用车运行维护费、其他交通费用、其他商品和服务支出、办公设备购置。`,
    ),
    clause('（七）政府性基金预算财政拨款支出决算情况说明'),
    p(t`本部门2023年度${w.none(['fund.expenditure'])}政府性基金预算财政拨款支出。`),
    clause('（八）国有资本经营预算财政拨款支出决算情况说明'),
    p(t`本部门2023年度${w.none(['capital.expenditure'], '没有')}国有资本经营预算财政拨款支出。`),
  ];
}

function threePublic(): BlockForm[] {
  const c = 'three_public';
  const [budget, final, before] = [total(budget3), total(final3), total(prior3)];
  const detail = (label: string, concept: string, now: number, plan: number, was: number, why: string): Text => {
    const opening = t`${label}支出决算为${w.a(concept, now)}，占“三公”经费财政拨款支出决算的${w.share(concept, now, final, `${c}.total`)}`;
    const change =
      was === 0
        ? t`增加${w.delta(concept, now, was)}，${why}`
        : now === was
          ? t`${w.flat(concept, 'prior_final')}`
          : t`${w.change(concept, now, was)}，主要原因是${why}`;
    return t`${opening}，与2022年度相比，${change}；完成预算${w.a(concept, plan, { measure: 'budget' })}的${w.done(concept, now, plan)}`;
  };
  return [
    clause('（九）财政拨款“三公”经费支出决算情况说明'),
    p('1.“三公”经费财政拨款支出决算总体情况说明'),
    p(
      t`2023年度“三公”经费财政拨款支出预算为${w.a(`${c}.total`, budget, { measure: 'budget' })}，支出决算为${w.a(`${c}.total`, final)}，完成预算的${w.done(`${c}.total`, final, budget)}，决算数小于预算数的主要原因是厉行节约；比2022年度${w.change(`${c}.total`, final, before)}，主要原因是恢复出国交流。`,
    ),
    p('2.“三公”经费财政拨款支出决算具体情况说明'),
    p(
      t`（1）${detail('因公出国（境）费用', `${c}.overseas`, final3.overseas, budget3.overseas, 0, '上年未安排出国（境）任务')}。主要用于赴日本考察柑橘选果技术。全年组织出国（境）团组${w.c(`${c}.overseas.groups`, 1, '个')}，参加其他单位组织的出国（境）团组${w.c(`${c}.overseas.other_groups`, 1, '个')}，累计${w.c(`${c}.overseas.persons`, 3, '人次')}。`,
    ),
    p(
      t`（2）${detail('公务用车购置及运行维护费', `${c}.vehicle`, vehicle(final3), vehicle(budget3), vehicle(prior3), '减少长途用车')}。其中：公务用车购置费支出${w.a(`${c}.vehicle.purchase`, 0)}，全年使用财政拨款购置公务用车${w.c(`${c}.vehicle.purchased`, 0, '辆')}。公务用车运行维护费支出${w.a(`${c}.vehicle.operation`, final3.operation)}，主要用于橘园巡查、抽样检测等所需的公务用车燃料费、维修费、过路过桥费、保险费等支出；2023年末使用财政拨款开支运行维护费的公务用车保有量${w.c(`${c}.vehicle.owned`, 4, '辆')}。`,
    ),
    p(
      t`（3）${detail('公务接待费', `${c}.reception`, final3.reception, budget3.reception, prior3.reception, '')}。主要用于接待来访考察单位。国内公务接待${w.c(`${c}.reception.batches`, 43, '批次')}，累计${w.c(`${c}.reception.persons`, 388, '人次')}。其中：接待外宾${w.c(`${c}.reception.foreign.persons`, 6, '人次')}，共计${w.c(`${c}.reception.foreign.batches`, 1, '批次')}，外宾接待支出${w.a(`${c}.reception.foreign`, yuan(4_200))}。`,
    ),
  ];
}

function other(): BlockForm[] {
  const [goods, works, services] = [yuan(412_600), yuan(1_836_420), yuan(1_204_880.6)];
  const all = goods + works + services;
  const smes = [yuan(398_200), works, yuan(934_560)] as const;
  const sme = smes.reduce((a, b) => a + b, 0);
  const micro = yuan(1_902_330);
  const c = 'procurement';
  const kind = (label: string, id: string, i: 0 | 1 | 2, whole: number): Text =>
    t`${label}采购授予中小企业合同金额占${label}支出金额的${w.share(`${c}.sme.${id}`, smes[i], whole, `${c}.${id}`)}`;
  const funds = account.project();
  const project = { subject: { scheme: 'project', code: null, path: ['橘园数字化改造'] } } as const;
  const planned = yuan(1_200_000);
  const used = yuan(1_126_304.5);
  return [
    clause('（十）机关运行经费支出说明'),
    p(
      t`2023年度本部门机关运行经费支出${w.a('agency_operation', agency)}，比年初预算数${w.change('agency_operation', agency, agencyBudget, { basis: 'budget' })}，主要原因是严控办公经费；比2022年度${w.change('agency_operation', agency, prior.agency)}。`,
    ),
    clause('（十一）政府采购支出说明'),
    p(
      t`2023年度政府采购支出总额${w.a(`${c}.total`, all)}，其中：政府采购货物支出${w.a(`${c}.goods`, goods)}、政府采购工程支出${w.a(`${c}.works`, works)}、政府采购服务支出${w.a(`${c}.services`, services)}。授予中小企业合同金额${w.a(`${c}.sme`, sme)}，占政府采购支出总额的${w.share(`${c}.sme`, sme, all, `${c}.total`)}。其中，授予小微企业合同金额${w.a(`${c}.micro`, micro)}，占授予中小企业合同金额的${w.share(`${c}.micro`, micro, sme, `${c}.sme`)}。${kind('货物', 'goods', 0, goods)}，${kind('工程', 'works', 1, works)}，${kind('服务', 'services', 2, services)}。`,
    ),
    clause('（十二）国有资产占用情况说明'),
    p(
      t`截至2023年12月31日，部门本级及所属各单位共有车辆${w.c('assets.vehicle.total', 5, '辆')}，其中，副部（省）级及以上领导用车${w.c('assets.vehicle.ministerial', 0, '辆')}，主要领导干部用车${w.c('assets.vehicle.leadership', 0, '辆')}，机要通信用车${w.c('assets.vehicle.confidential', 1, '辆')}，应急保障用车${w.c('assets.vehicle.emergency', 1, '辆')}，执法执勤用车${w.c('assets.vehicle.enforcement', 0, '辆')}，特种专业技术用车${w.c('assets.vehicle.technical', 2, '辆')}，离退休干部用车${w.c('assets.vehicle.retired', 0, '辆')}，其他用车${w.c('assets.vehicle.other', 1, '辆')}，其他用车主要是苗木运输用车；单价100万元（含）以上设备（不含车辆）${w.c('assets.equipment.over_1m', 1, '台（套）')}。`,
    ),
    clause('（十三）2023年度预算绩效情况说明'),
    p('1.预算绩效管理工作开展情况'),
    p(
      t`根据预算绩效管理要求，本部门组织对2023年度一般公共预算项目支出全面开展绩效自评，共涉及项目${w.c('performance.projects', 11, '个')}，涉及资金${w.a('performance.funds', funds)}，占一般公共预算项目支出总额的${w.share('performance.funds', funds, funds, 'general.expenditure.project')}。`,
    ),
    p('2.部门决算中项目绩效自评结果'),
    p(
      t`橘园数字化改造项目绩效自评情况：根据年初设定的绩效目标，项目自评得分为${w.c('performance.score', '97.2', '分', project)}，自评结论为“优”。项目全年预算数为${w.a('project.funds', planned, { ...project, measure: 'adjusted_budget' })}，执行数为${w.a('project.funds', used, project)}，完成全年预算的${w.done('project.funds', used, planned, { ...project, basis: 'adjusted_budget' })}。主要产出和效果：一是完成12个橘园传感设备安装；二是带动206户橘农增收。发现的问题及原因：部分设备数据传输不稳定。`,
    ),
  ];
}

export const zhejiang: Sample = {
  name: 'zhejiang-2023-final',
  format: 'docx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: UNITS },
  defects: [
    {
      rule: 'rate.completion',
      quote: '年初预算为250.00万元，支出决算为218.00万元，完成年初预算的78.2%',
      why: '218.00 / 250.00 = 87.2%, printed with two digits exchanged',
      verdict: 'mismatch',
      severity: 'error',
    },
  ],
  blocks: [
    { kind: 'title', text: `2023年度${ORGANISATION}部门决算` },
    centred('目  录'),
    ...[
      '一、概况',
      '（一）部门职责',
      '（二）机构设置',
      '二、2023年度部门决算公开表',
      '三、2023年度部门决算情况说明',
      '四、名词解释',
    ].map((text, i): BlockForm => ({ kind: 'contents', text, page: i + 2 })),
    pageBreak,
    ...overview(),
    section('二、2023年度部门决算公开表'),
    ...tables(),
    ...whole(),
    ...generalBudget(),
    ...threePublic(),
    ...other(),
    section('四、名词解释'),
    p('1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。'),
    p('2.事业收入：指事业单位开展专业业务活动及其辅助活动取得的收入。'),
    p('3.机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金。'),
  ],
};
