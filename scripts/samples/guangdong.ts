/** 广东, 2023, a department: all tables in a workbook, cover and contents on sheets of their own. */
import { bareCount } from './clerk.ts';
import { type BlockForm, centred, head, pageBreak, type Sample, type TableForm } from './form.ts';
import { account, agency, budget3, final3, micro, ORGANISATION, procurement, sme, YEAR } from './guangdong-account.ts';
import { Pen } from './marks.ts';
import { type Column, Tables } from './tables.ts';
import { threePublicTable, total, vehicle } from './three-public.ts';

const w = new Pen({ year: YEAR, measure: 'final', unit: '万元', decimals: 2, percentDecimals: 1, group: true });

const full = new Tables({
  account,
  pen: w,
  above: (place) => [`公开${String(place).padStart(2, '0')}表`, `部门：${ORGANISATION}　2023年度　金额单位：万元`],
  threeCells: false,
  lineNumbers: true,
  blankZero: true,
  totalLast: false,
  since2020: true,
});

type Half = readonly [label: string, ...cells: BlockCell[]];
type BlockCell = TableForm['rows'][number][number];

/** 机构运行信息表: 三公 with counts on the left, operation, assets and procurement on the right. */
function operation(): TableForm {
  const c = 'three_public';
  const dash = { text: '—' };
  const none = { text: '' };
  const both = (label: string, concept: string, amount: (each: typeof budget3) => number): Half => [
    label,
    full.cell(concept, amount(budget3), { measure: 'budget' }),
    full.cell(concept, amount(final3)),
  ];
  const count = (concept: string, number: number, unit: string) => ({
    text: number === 0 ? '' : bareCount(w, concept, number, unit),
  });
  const counted = (label: string, concept: string, number: number, unit: string): Half => [
    label,
    dash,
    count(`${c}.${concept}`, number, unit),
  ];
  const spent = (label: string, concept: string, amount: number): Half => [
    label,
    dash,
    full.cell(`${c}.${concept}`, amount),
  ];
  const left: Half[] = [
    ['一、“三公”经费支出', dash, dash],
    both('（一）支出合计', `${c}.total`, total),
    both('1．因公出国（境）费', `${c}.overseas`, (each) => each.overseas),
    both('2．公务用车购置及运行维护费', `${c}.vehicle`, vehicle),
    both('（1）公务用车购置费', `${c}.vehicle.purchase`, (each) => each.purchase),
    both('（2）公务用车运行维护费', `${c}.vehicle.operation`, (each) => each.operation),
    both('3．公务接待费', `${c}.reception`, (each) => each.reception),
    spent('（1）国内接待费', 'reception.domestic', final3.reception),
    spent('其中：外事接待费', 'reception.foreign', 0),
    ['（2）国（境）外接待费', dash, none],
    ['（二）相关统计数', dash, dash],
    counted('1．因公出国（境）团组数（个）', 'overseas.groups', 0, '个'),
    counted('2．因公出国（境）人次数（人）', 'overseas.persons', 0, '人次'),
    counted('3．公务用车购置数（辆）', 'vehicle.purchased', 1, '辆'),
    counted('4．公务用车保有量（辆）', 'vehicle.owned', 6, '辆'),
    counted('5．国内公务接待批次（个）', 'reception.batches', 31, '批次'),
    counted('其中：外事接待批次（个）', 'reception.foreign.batches', 0, '批次'),
    counted('6．国内公务接待人次（人）', 'reception.persons', 246, '人次'),
    counted('其中：外事接待人次（人）', 'reception.foreign.persons', 0, '人次'),
  ];
  const cars = (label: string, kind: string, number: number): Half => [
    label,
    count(`assets.vehicle.${kind}`, number, '辆'),
  ];
  const right: Half[] = [
    ['二、机关运行经费', full.cell('agency_operation', agency)],
    ['（一）行政单位', { text: w.money(agency) }],
    ['（二）参照公务员法管理事业单位', none],
    ['三、国有资产占用情况', dash],
    cars('（一）车辆数合计（辆）', 'total', 7),
    cars('1．副部（省）级及以上领导用车', 'ministerial', 0),
    cars('2．主要负责人用车', 'leadership', 0),
    cars('3．机要通信用车', 'confidential', 1),
    cars('4．应急保障用车', 'emergency', 2),
    cars('5．执法执勤用车', 'enforcement', 3),
    cars('6．特种专业技术用车', 'technical', 0),
    cars('7．离退休干部服务用车', 'retired', 0),
    cars('8．其他用车', 'other', 1),
    ['（二）单价100万元（含）以上设备（不含车辆）（台/套）', count('assets.equipment.over_1m', 2, '台（套）')],
    ['四、政府采购支出', full.cell('procurement.total', procurement.goods + procurement.works + procurement.services)],
    ['1．货物支出', full.cell('procurement.goods', procurement.goods)],
    ['2．工程支出', full.cell('procurement.works', procurement.works)],
    ['3．服务支出', full.cell('procurement.services', procurement.services)],
    ['授予中小企业合同金额', full.cell('procurement.sme', sme)],
  ];
  const rows = left.map((half, i) => {
    const other = right[i] as Half;
    return [
      { text: half[0] },
      { text: String(i + 1) },
      ...(half.slice(1) as BlockCell[]),
      { text: other[0] },
      { text: String(i + 20) },
      ...(other.slice(1) as BlockCell[]),
    ];
  });
  const micros = [
    { text: '' },
    { text: '' },
    { text: '' },
    { text: '' },
    { text: '其中：授予小微企业合同金额' },
    { text: '39' },
    full.cell('procurement.micro', micro),
  ];
  const heads = [
    ['项目', '行次', '预算数', '决算数', '项目', '行次', '决算数'].map((text) => head(text)),
    ['栏次', '', '1', '2', '栏次', '', '3'].map((text) => head(text)),
  ];
  return full.table('operation', '机构运行信息表', [...heads, ...rows, micros], 2, [34, 6, 12, 12, 40, 6, 12]);
}

/** All that is carried over belongs to one item. */
function fund(): TableForm {
  const own = '2120804';
  const carried = (amount: number) => (code: string) => (own.startsWith(code) ? amount : 0);
  const columns: Column[] = [
    ['年初结转和结余', 'fund.carried_in', carried(account.carriedIn.fund)],
    ['本年收入', 'income.fiscal.fund', (code) => account.appropriated('fund', code)],
    ['本年支出/小计', 'fund.expenditure', (code) => account.fiscal('fund', code)],
    ['本年支出/基本支出', 'fund.expenditure.basic', (code) => account.basic('fund', code)],
    ['本年支出/项目支出', 'fund.expenditure.project', (code) => account.project('fund', code)],
    ['年末结转和结余', 'fund.carried_out', carried(account.carriedOut.fund)],
  ];
  return full.byCode(
    '08',
    '政府性基金预算财政拨款收入支出决算表',
    columns,
    'fund',
    note('本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。'),
  );
}

const note = (text: string) => [`注：${text}本表金额转换为万元时，因四舍五入可能存在尾差。`];

function tables(): TableForm[] {
  return [
    { ...full.totals('收入支出决算总表', '金额'), below: note('本表反映部门本年度的总收支和年末结转结余情况。') },
    { ...full.income(), below: note('本表反映部门本年度取得的各项收入情况。') },
    { ...full.expenditure(), below: note('本表反映部门本年度各项支出情况。') },
    { ...full.fiscal(), below: note('') },
    { ...full.general(), below: note('本表反映部门本年度一般公共预算财政拨款支出情况。') },
    full.basic('一般公共预算财政拨款基本支出决算明细表', 3),
    fund(),
    full.capital('国有资本经营预算财政拨款支出决算表'),
    threePublicTable(full, '财政拨款“三公”经费支出决算表', budget3, final3),
    operation(),
  ];
}

const list = tables();

export const guangdong: Sample = {
  name: 'guangdong-2023-tables',
  format: 'xlsx',
  report: { kind: 'final', fiscalYear: YEAR, organisation: ORGANISATION, level: 'department', units: [] },
  defects: [],
  blocks: [
    { kind: 'title', text: '2023年度部门决算公开表' },
    centred(`部门名称：${ORGANISATION}`),
    centred('编制日期：2024年8月22日'),
    centred('单位负责人：梁　某　　财务负责人：冼　某　　经办人：区　某'),
    pageBreak,
    centred('目录'),
    ...list.map(({ title }, i): BlockForm => centred(`公开${String(i + 1).padStart(2, '0')}表　${title}`)),
    pageBreak,
    ...list,
  ],
};
