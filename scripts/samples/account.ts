/** One coherent account behind every figure of a sample: what is printed is only ever derived from here. Amounts in 分. */

export type Fund = 'general' | 'fund' | 'capital';
export type Source = 'superior' | 'institutional' | 'operating' | 'affiliated' | 'other';

/** 元 with two decimals to 分. */
export const yuan = (amount: number): number => Math.round(amount * 100);

export interface Line {
  /** Functional code of 7 digits. */
  readonly code: string;
  readonly fund: Fund;
  /** Spent from fiscal appropriation. */
  readonly basic: number;
  readonly project: number;
  /** Appropriated; the same as spent unless said otherwise. */
  readonly appropriated: number;
  readonly budget: number;
  /** Spent from own money. */
  readonly ownBasic: number;
  readonly ownProject: number;
  readonly own: Readonly<Partial<Record<Source, number>>>;
}

interface LineInput {
  basic?: number;
  project?: number;
  appropriated?: number;
  budget?: number;
  fund?: Fund;
  ownBasic?: number;
  ownProject?: number;
  own?: Partial<Record<Source, number>>;
}

/** Amounts in 元. */
export function line(code: string, input: LineInput): Line {
  const basic = yuan(input.basic ?? 0);
  const project = yuan(input.project ?? 0);
  const appropriated = input.appropriated === undefined ? basic + project : yuan(input.appropriated);
  const own = Object.fromEntries(Object.entries(input.own ?? {}).map(([source, amount]) => [source, yuan(amount)]));
  return {
    code,
    fund: input.fund ?? 'general',
    basic,
    project,
    appropriated,
    budget: input.budget === undefined ? basic + project : yuan(input.budget),
    ownBasic: yuan(input.ownBasic ?? 0),
    ownProject: yuan(input.ownProject ?? 0),
    own,
  };
}

export interface Carried {
  readonly general?: number;
  readonly fund?: number;
  readonly capital?: number;
  readonly own?: number;
}

export interface AccountInput {
  readonly lines: readonly Line[];
  /** Economic codes of 5 digits to 元, general basic expenditure; `rest` takes what is left. */
  readonly economic: Readonly<Record<string, number>>;
  readonly rest: string;
  readonly carriedIn?: Carried;
  readonly surplusUsed?: number;
  readonly distributed?: number;
  readonly names: Readonly<Record<string, string>>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export class Account {
  readonly lines: readonly Line[];
  readonly economic: ReadonlyMap<string, number>;
  readonly carriedIn: Record<Fund | 'own', number>;
  readonly carriedOut: Record<Fund | 'own', number>;
  readonly surplusUsed: number;
  readonly distributed: number;
  readonly names: Readonly<Record<string, string>>;

  constructor(input: AccountInput) {
    this.lines = input.lines;
    this.names = input.names;
    this.surplusUsed = yuan(input.surplusUsed ?? 0);
    this.distributed = yuan(input.distributed ?? 0);
    const carried = (key: Fund | 'own') => yuan(input.carriedIn?.[key] ?? 0);
    this.carriedIn = {
      general: carried('general'),
      fund: carried('fund'),
      capital: carried('capital'),
      own: carried('own'),
    };
    const out = (fund: Fund) => this.carriedIn[fund] + this.appropriated(fund) - this.fiscal(fund);
    const own = this.carriedIn.own + this.ownIncome() + this.surplusUsed - this.ownSpent() - this.distributed;
    this.carriedOut = { general: out('general'), fund: out('fund'), capital: out('capital'), own };
    for (const [key, amount] of Object.entries(this.carriedOut))
      if (amount < 0) throw new Error(`${key} overspent by ${-amount}`);
    this.economic = this.fill(input);
  }

  /** Lines whose code begins with the prefix, of one fund or all. */
  of(prefix = '', fund?: Fund): Line[] {
    return this.lines.filter((each) => each.code.startsWith(prefix) && (!fund || each.fund === fund));
  }

  appropriated(fund?: Fund, prefix = ''): number {
    return sum(this.of(prefix, fund).map((each) => each.appropriated));
  }

  basic(fund?: Fund, prefix = ''): number {
    return sum(this.of(prefix, fund).map((each) => each.basic));
  }

  project(fund?: Fund, prefix = ''): number {
    return sum(this.of(prefix, fund).map((each) => each.project));
  }

  fiscal(fund?: Fund, prefix = ''): number {
    return this.basic(fund, prefix) + this.project(fund, prefix);
  }

  budget(fund?: Fund, prefix = ''): number {
    return sum(this.of(prefix, fund).map((each) => each.budget));
  }

  ownIncome(source?: Source, prefix = ''): number {
    return sum(
      this.of(prefix).flatMap((each) =>
        Object.entries(each.own).map(([key, amount]) => (!source || key === source ? amount : 0)),
      ),
    );
  }

  ownSpent(prefix = ''): number {
    return sum(this.of(prefix).map((each) => each.ownBasic + each.ownProject));
  }

  income(prefix = ''): number {
    return this.appropriated(undefined, prefix) + this.ownIncome(undefined, prefix);
  }

  allBasic(prefix = ''): number {
    return this.basic(undefined, prefix) + sum(this.of(prefix).map((each) => each.ownBasic));
  }

  allProject(prefix = ''): number {
    return this.project(undefined, prefix) + sum(this.of(prefix).map((each) => each.ownProject));
  }

  spent(prefix = ''): number {
    return this.allBasic(prefix) + this.allProject(prefix);
  }

  carried(which: 'carriedIn' | 'carriedOut'): number {
    return sum(Object.values(this[which]));
  }

  fiscalCarried(which: 'carriedIn' | 'carriedOut'): number {
    return this.carried(which) - this[which].own;
  }

  total(): number {
    return this.income() + this.surplusUsed + this.carried('carriedIn');
  }

  fiscalTotal(fund?: Fund): number {
    if (fund) return this.fiscal(fund) + this.carriedOut[fund];
    return this.fiscal() + this.fiscalCarried('carriedOut');
  }

  /** Economic codes below a class: 301, 302 … */
  economicSum(...classes: string[]): number {
    return sum([...this.economic].map(([code, amount]) => (classes.includes(code.slice(0, 3)) ? amount : 0)));
  }

  personnel(): number {
    return this.economicSum('301', '303');
  }

  public(): number {
    return this.basic('general') - this.personnel();
  }

  /** Codes of 3, 5 and 7 digits in the order of a table, of one fund or all. */
  codes(fund?: Fund): string[] {
    const codes = this.of('', fund).flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]);
    return [...new Set(codes)].sort();
  }

  name(code: string): string {
    const name = this.names[code];
    if (name === undefined) throw new Error(`no name for ${code}`);
    return name;
  }

  path(code: string): string[] {
    return [3, 5, 7].filter((digits) => digits <= code.length).map((digits) => this.name(code.slice(0, digits)));
  }

  private fill(input: AccountInput): Map<string, number> {
    const listed = Object.entries(input.economic).map(([code, amount]) => [code, yuan(amount)] as const);
    const rest = this.basic('general') - sum(listed.map(([, amount]) => amount));
    if (rest < 0) throw new Error(`economic codes exceed basic expenditure by ${-rest}`);
    return new Map([...listed, [input.rest, rest] as const].sort(([a], [b]) => a.localeCompare(b)));
  }
}
