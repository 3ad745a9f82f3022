/** The standard final-account tables over one account, in the layouts in which clerks print them. */
import type { Account, Fund, Source } from './account.ts';
import { type CellForm, head, type TableForm } from './form.ts';
import type { About, Pen, Subject, Text } from './marks.ts';
import { CLASSES, ordinal } from './names.ts';

export interface Layout {
  readonly account: Account;
  readonly pen: Pen;
  /** Lines above each grid, for the table's number in print order. */
  readonly above: (place: number) => readonly string[];
  /** 类, 款 and 项 in a cell each. */
  readonly threeCells: boolean;
  /** 行次 columns and 栏次 rows. */
  readonly lineNumbers: boolean;
  /** Nothing is printed for 0, which then is no fact. */
  readonly blankZero: boolean;
  readonly totalLast: boolean;
  readonly since2020: boolean;
}

export type Column = readonly [label: string, concept: string, amount: (prefix: string) => number];
type Row = readonly CellForm[];

/** Heads of columns over two rows: 本年支出/小计 and its neighbours of the same group stand below 本年支出. */
function groupedHeads(labels: readonly string[]): { upper: Row; lower: Row } {
  const groups: { label: string; parts: string[] }[] = [];
  for (const label of labels) {
    const [group, part] = label.split('/') as [string, string?];
    const last = groups.at(-1);
    if (part !== undefined && last?.label === group) last.parts.push(part);
    else groups.push({ label: group, parts: part === undefined ? [] : [part] });
  }
  return {
    upper: groups.map(({ label, parts }) => (parts.length > 0 ? head(label, parts.length) : head(label, 1, 2))),
    lower: groups.flatMap(({ parts }) => parts.map((part) => head(part))),
  };
}

const INCOME_LINES: readonly (readonly [string, string])[] = [
  ['一般公共预算财政拨款收入', 'income.fiscal.general'],
  ['政府性基金预算财政拨款收入', 'income.fiscal.fund'],
  ['国有资本经营预算财政拨款收入', 'income.fiscal.capital'],
  ['上级补助收入', 'income.superior'],
  ['事业收入', 'income.institutional'],
  ['经营收入', 'income.operating'],
  ['附属单位上缴收入', 'income.affiliated'],
  ['其他收入', 'income.other'],
];

export class Tables {
  readonly layout: Layout;
  private printed = 0;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  cell(concept: string, amount: number, about: About = {}): CellForm {
    const blank = amount === 0 && this.layout.blankZero && about.print === undefined;
    return { text: blank ? '' : this.layout.pen.n(concept, amount, about) };
  }

  functional(code: string): Subject {
    return { scheme: 'functional', code, path: this.layout.account.path(code) };
  }

  table(
    table: string,
    title: string,
    rows: readonly Row[],
    headRows: number,
    widths: number[],
    below: Text[] = [],
  ): TableForm {
    return { kind: 'table', table, title, above: this.layout.above(++this.printed), rows, headRows, widths, below };
  }

  /** A class as the summary tables name it; its code where the account has it, for only then another table prints it. */
  private classSubject(code: string): Subject {
    const { account } = this.layout;
    const known = account.of(code).length > 0;
    return { scheme: 'functional', code: known ? code : null, path: [account.name(code)] };
  }

  private classes(): string[] {
    const { since2020, account } = this.layout;
    return CLASSES.filter((code) => since2020 || !['223', '234'].includes(code)).filter((code) => account.names[code]);
  }

  private incomeLines(): readonly (readonly [string, string])[] {
    return INCOME_LINES.filter(([, concept]) => this.layout.since2020 || concept !== 'income.fiscal.capital');
  }

  private incomeAmount(concept: string): number {
    const { account } = this.layout;
    const key = concept.split('.').at(-1) as string;
    if (concept.startsWith('income.fiscal.')) return account.appropriated(key as Fund);
    return account.ownIncome(key as Source);
  }

  /** 01: two blocks side by side. */
  totals(title = '收入支出决算总表', amountLabel = '决算数'): TableForm {
    const { account, lineNumbers } = this.layout;
    const lines = this.incomeLines();
    const classes = this.classes();
    const rows: Row[] = [];
    let number = 0;
    const width = lineNumbers ? 3 : 2;
    const numbered = (text: string, cell: CellForm, place: number): Row =>
      lineNumbers ? [{ text }, { text: text === '' ? '' : String(place) }, cell] : [{ text }, cell];
    const push = (left: [string, CellForm], right: [string, CellForm], offset: number) => {
      number++;
      rows.push([...numbered(left[0], left[1], number), ...numbered(right[0], right[1], number + offset)]);
    };
    const offset = classes.length + 4;
    for (let i = 0; i < classes.length; i++) {
      const [label, concept] = lines[i] ?? ['', ''];
      const code = classes[i] as string;
      const left: [string, CellForm] = label
        ? [`${ordinal(i + 1)}、${label}`, this.cell(concept, this.incomeAmount(concept))]
        : ['', { text: '' }];
      const spent = this.cell('expenditure.current_year', account.spent(code), { subject: this.classSubject(code) });
      push(left, [`${ordinal(i + 1)}、${account.name(code)}`, spent], offset);
    }
    const both = (labels: [string, string], concepts: [string, string], amounts: [number, number]) =>
      push([labels[0], this.cell(concepts[0], amounts[0])], [labels[1], this.cell(concepts[1], amounts[1])], offset);
    both(
      ['本年收入合计', '本年支出合计'],
      ['income.current_year', 'expenditure.current_year'],
      [account.income(), account.spent()],
    );
    both(
      [this.layout.since2020 ? '使用非财政拨款结余' : '用事业基金弥补收支差额', '结余分配'],
      ['income.surplus_used', 'expenditure.surplus_distributed'],
      [account.surplusUsed, account.distributed],
    );
    both(
      ['年初结转和结余', '年末结转和结余'],
      ['income.carried_in', 'expenditure.carried_out'],
      [account.carried('carriedIn'), account.carried('carriedOut')],
    );
    both(['总计', '总计'], ['income.total', 'expenditure.total'], [account.total(), account.total()]);
    const labels = lineNumbers ? ['项目', '行次', amountLabel] : ['项目', amountLabel];
    const heads: Row[] = [[head('收入', width), head('支出', width)], [...labels, ...labels].map((text) => head(text))];
    if (lineNumbers) heads.push(['栏次', '', '1', '栏次', '', '2'].map((text) => head(text)));
    return this.table(
      '01',
      title,
      [...heads, ...rows],
      heads.length,
      lineNumbers ? [30, 6, 14, 30, 6, 14] : [32, 18, 32, 18],
    );
  }

  /** Rows by functional code with one amount a column: 02, 03, 05, 08, 09. */
  byCode(table: string, title: string, columns: readonly Column[], fund?: Fund, below: Text[] = []): TableForm {
    const { account, threeCells, totalLast } = this.layout;
    const body = account.codes(fund).map((code): Row => {
      const subject = this.functional(code);
      const codes = threeCells ? [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)] : [code];
      return [
        ...codes.map((text) => ({ text })),
        { text: account.name(code) },
        ...columns.map(([, concept, amount]) => this.cell(concept, amount(code), { subject })),
      ];
    });
    const totals = columns.map(([, concept, amount]) => this.cell(concept, amount('')));
    const empty = body.length === 0;
    const heads = this.codeHeads(columns);
    const total: Row = threeCells ? [{ text: '合计' }, ...totals] : [{ text: '合计', columns: 2 }, ...totals];
    const last: Row = threeCells ? [{ text: '合计', columns: 4 }, ...totals] : total;
    const rows = totalLast ? [...heads.rows, ...body, last] : [...heads.rows, heads.open ? total : last, ...body];
    const widths = [...(threeCells ? [5, 4, 4] : [10]), 24, ...columns.map(() => 56 / columns.length)];
    const filler = threeCells ? 4 : 2;
    const blank: Row = [...Array.from({ length: filler + columns.length }, () => ({ text: '' }))];
    return this.table(table, title, empty ? [...rows, blank] : rows, heads.rows.length, widths, below);
  }

  /** With 类款项 in three cells those heads reach down beside the row 合计, which then is `open`. */
  private codeHeads(columns: readonly Column[]): { rows: Row[]; open: boolean } {
    const { threeCells, lineNumbers, totalLast } = this.layout;
    const { upper, lower } = groupedHeads(columns.map(([label]) => label));
    const numbers = columns.map((_, i) => head(String(i + 1)));
    if (!threeCells) {
      const rows: Row[] = [
        [head('项目', 2), ...upper],
        [head('功能分类科目编码'), head('科目名称'), ...lower],
      ];
      if (lineNumbers) rows.push([head('栏次', 2), ...numbers]);
      return { rows, open: false };
    }
    const open = !totalLast;
    const digits = ['类', '款', '项'].map((text) => head(text, 1, open ? 2 : 1));
    return {
      rows: [
        [head('项目', 4), ...upper],
        [head('功能分类科目编码', 3), head('科目名称'), ...lower],
        [...digits, head('栏次'), ...numbers],
      ],
      open,
    };
  }

  income(title = '收入决算表', extra: readonly Column[] = []): TableForm {
    const { account } = this.layout;
    const own = (source: Source) => (code: string) => account.ownIncome(source, code);
    return this.byCode('02', title, [
      ['本年收入合计', 'income.current_year', (code) => account.income(code)],
      ['财政拨款收入', 'income.fiscal', (code) => account.appropriated(undefined, code)],
      ['上级补助收入', 'income.superior', own('superior')],
      ['事业收入', 'income.institutional', own('institutional')],
      ...extra,
      ['经营收入', 'income.operating', own('operating')],
      ['附属单位上缴收入', 'income.affiliated', own('affiliated')],
      ['其他收入', 'income.other', own('other')],
    ]);
  }

  expenditure(title = '支出决算表'): TableForm {
    const { account } = this.layout;
    return this.byCode('03', title, [
      ['本年支出合计', 'expenditure.current_year', (code) => account.spent(code)],
      ['基本支出', 'expenditure.basic', (code) => account.allBasic(code)],
      ['项目支出', 'expenditure.project', (code) => account.allProject(code)],
      ['上缴上级支出', 'expenditure.to_superior', () => 0],
      ['经营支出', 'expenditure.operating', () => 0],
      ['对附属单位补助支出', 'expenditure.to_affiliated', () => 0],
    ]);
  }

  general(title = '一般公共预算财政拨款支出决算表', label = '本年支出'): TableForm {
    const { account } = this.layout;
    return this.byCode(
      '05',
      title,
      [
        [label, 'general.expenditure', (code) => account.fiscal('general', code)],
        ['基本支出', 'general.expenditure.basic', (code) => account.basic('general', code)],
        ['项目支出', 'general.expenditure.project', (code) => account.project('general', code)],
      ],
      'general',
    );
  }

  fund(title: string, below: Text[] = []): TableForm {
    const { account } = this.layout;
    const total = (amount: number) => (code: string) =>
      code === '' || account.of(code, 'fund').length > 0 ? amount : 0;
    return this.byCode(
      '08',
      title,
      [
        ['年初结转和结余', 'fund.carried_in', total(account.carriedIn.fund)],
        ['本年收入', 'income.fiscal.fund', (code) => account.appropriated('fund', code)],
        ['本年支出小计', 'fund.expenditure', (code) => account.fiscal('fund', code)],
        ['基本支出', 'fund.expenditure.basic', (code) => account.basic('fund', code)],
        ['项目支出', 'fund.expenditure.project', (code) => account.project('fund', code)],
        ['年末结转和结余', 'fund.carried_out', total(account.carriedOut.fund)],
      ],
      'fund',
      below,
    );
  }

  capital(title: string, below: Text[] = []): TableForm {
    const { account } = this.layout;
    return this.byCode(
      '09',
      title,
      [
        ['合计', 'capital.expenditure', (code) => account.fiscal('capital', code)],
        ['基本支出', 'capital.expenditure.basic', (code) => account.basic('capital', code)],
        ['项目支出', 'capital.expenditure.project', (code) => account.project('capital', code)],
      ],
      'capital',
      below,
    );
  }

  /** 04: income on the left, expenditure by fund on the right. */
  fiscal(title = '财政拨款收入支出决算总表'): TableForm {
    const { account, lineNumbers, since2020 } = this.layout;
    const funds: Fund[] = since2020 ? ['general', 'fund', 'capital'] : ['general', 'fund'];
    const names: Record<Fund, string> = {
      general: '一般公共预算财政拨款',
      fund: '政府性基金预算财政拨款',
      capital: '国有资本经营预算财政拨款',
    };
    const rows: Row[] = [];
    const classes = this.classes();
    const offset = classes.length + 6;
    const push = (left: [string, CellForm], right: readonly CellForm[], label: string) => {
      const number = rows.length + 1;
      const numbered = (text: string, place: number): CellForm[] =>
        lineNumbers ? [{ text }, { text: text === '' ? '' : String(place) }] : [{ text }];
      rows.push([...numbered(left[0], number), left[1], ...numbered(label, number + offset), ...right]);
    };
    const right = (all: string, part: (fund: Fund) => string, amount: (fund?: Fund) => number, about: About = {}) => [
      this.cell(all, amount(), about),
      ...funds.map((fund) => this.cell(part(fund), amount(fund), about)),
    ];
    const spent = (fund: Fund) => `${fund}.expenditure`;
    classes.forEach((code, i) => {
      const fund = funds[i];
      const left: [string, CellForm] = fund
        ? [`${ordinal(i + 1)}、${names[fund]}`, this.cell(`income.fiscal.${fund}`, account.appropriated(fund))]
        : ['', { text: '' }];
      const about = { subject: this.classSubject(code) };
      const cells = right('fiscal.expenditure', spent, (each) => account.fiscal(each, code), about);
      push(left, cells, `${ordinal(i + 1)}、${account.name(code)}`);
    });
    push(
      ['本年收入合计', this.cell('income.fiscal', account.appropriated())],
      right('fiscal.expenditure', spent, (fund) => account.fiscal(fund)),
      '本年支出合计',
    );
    push(
      ['年初财政拨款结转和结余', this.cell('fiscal.carried_in', account.fiscalCarried('carriedIn'))],
      right(
        'fiscal.carried_out',
        (fund) => `fiscal.carried_out.${fund}`,
        (fund) => (fund ? account.carriedOut[fund] : account.fiscalCarried('carriedOut')),
      ),
      '年末财政拨款结转和结余',
    );
    const none = Array.from({ length: funds.length + 1 }, () => ({ text: '' }));
    for (const fund of funds) {
      push([`  ${names[fund]}`, this.cell(`fiscal.carried_in.${fund}`, account.carriedIn[fund])], none, '');
    }
    push(
      ['总计', this.cell('fiscal.income.total', account.fiscalTotal())],
      right(
        'fiscal.expenditure.total',
        (fund) => `fiscal.expenditure.total.${fund}`,
        (fund) => account.fiscalTotal(fund),
      ),
      '总计',
    );
    return this.table(
      '04',
      title,
      [...this.fiscalHeads(funds.map((fund) => names[fund])), ...rows],
      lineNumbers ? 3 : 2,
      [
        ...(lineNumbers ? [17, 6, 11] : [19, 12]),
        ...(lineNumbers ? [17, 6] : [20]),
        ...none.map(() => 44 / none.length),
      ],
    );
  }

  private fiscalHeads(funds: readonly string[]): Row[] {
    const { lineNumbers } = this.layout;
    const line = lineNumbers ? [head('行次')] : [];
    const heads: Row[] = [
      [head('收入', lineNumbers ? 3 : 2), head('支出', funds.length + (lineNumbers ? 3 : 2))],
      [head('项目'), ...line, head('金额'), head('项目'), ...line, head('合计'), ...funds.map((text) => head(text))],
    ];
    if (lineNumbers) {
      const numbers = ['合计', ...funds].map((_, i) => head(String(i + 2)));
      heads.push([head('栏次'), head(''), head('1'), head('栏次'), head(''), ...numbers]);
    }
    return heads;
  }

  /** 06: 人员经费 on the left, 公用经费 in one or two blocks on the right. */
  basic(title: string, blocks: 2 | 3): TableForm {
    const { account } = this.layout;
    const listed = [...new Set([...account.economic.keys()].flatMap((code) => [code.slice(0, 3), code]))].sort();
    const people = ['301', '303'].flatMap((kind) => listed.filter((code) => code.startsWith(kind)));
    const goods = listed.filter((code) => !people.includes(code));
    const half = blocks === 3 ? Math.ceil(goods.length / 2) : goods.length;
    const columns = [people, goods.slice(0, half), ...(blocks === 3 ? [goods.slice(half)] : [])];
    const depth = Math.max(...columns.map((codes) => codes.length));
    const rows: Row[] = [];
    for (let i = 0; i < depth; i++) {
      rows.push(columns.flatMap((codes) => this.economicCells(codes[i])));
    }
    const last: CellForm[] = [
      { text: '人员经费合计', columns: 2 },
      this.cell('general.expenditure.basic.personnel', account.personnel()),
      { text: '公用经费合计', columns: blocks === 3 ? 5 : 2 },
      this.cell('general.expenditure.basic.public', account.public()),
    ];
    const labels = ['科目编码', '科目名称', '决算数'];
    const heads: Row[] = [
      [head('人员经费', 3), head('公用经费', blocks === 3 ? 6 : 3)],
      columns.flatMap(() => labels.map((text) => head(text))),
    ];
    return this.table(
      '06',
      title,
      [...heads, ...rows, last],
      2,
      columns.flatMap(() => [9, 25 - blocks * 2, 14]),
    );
  }

  private economicCells(code: string | undefined): CellForm[] {
    if (code === undefined) return [{ text: '' }, { text: '' }, { text: '' }];
    const { account } = this.layout;
    const amount = code.length === 3 ? account.economicSum(code) : (account.economic.get(code) ?? 0);
    const subject: Subject = { scheme: 'economic', code, path: account.path(code) };
    return [{ text: code }, { text: account.name(code) }, this.cell('general.expenditure.basic', amount, { subject })];
  }
}
