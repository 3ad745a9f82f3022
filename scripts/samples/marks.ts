/** Text of a sample in which every printed number carries the fact that it states, so that the truth is exact by construction. */
import { Decimal } from 'decimal.js';

export interface Subject {
  readonly scheme: 'functional' | 'economic' | 'project' | 'unit';
  readonly code: string | null;
  readonly path: readonly string[];
}

/** A fact in the form of the gold files; `where` and `page` are added when the document is written. */
export interface Truth {
  readonly concept: string;
  readonly subject: Subject | null;
  readonly measure: string;
  readonly basis: string | null;
  readonly period: number;
  readonly value: string | null;
  readonly unit: string;
  readonly stated: 'number' | 'unchanged' | 'none' | 'placeholder';
  readonly published: { readonly text: string; readonly unit: string | null };
}

export interface Mark {
  readonly text: string;
  readonly facts: readonly Truth[];
}

export type Text = string | Mark | readonly Text[];

export function flatten(text: Text): (string | Mark)[] {
  if (typeof text === 'string') return text === '' ? [] : [text];
  return 'facts' in text ? [text] : text.flatMap(flatten);
}

/** Template tag: a text with marks in it. */
export function t(strings: TemplateStringsArray, ...values: (Text | number)[]): Text {
  return strings.flatMap((string, i) => {
    const value = values[i];
    return [string, ...(value === undefined ? [] : [typeof value === 'number' ? String(value) : value])];
  });
}

export interface Style {
  /** The fiscal year: the period of a fact unless said otherwise. */
  readonly year: number;
  readonly measure: 'final' | 'budget';
  readonly unit: '万元' | '元';
  readonly decimals: number;
  readonly percentDecimals: number;
  /** Drops zeros at the end: 59.6, 0. */
  readonly trim?: boolean;
  /** The same for percentages alone: 100%. */
  readonly trimPercent?: boolean;
  /** How an amount of 0 is printed. */
  readonly zero?: string;
  readonly group?: boolean;
  /** A blank between a number and its unit. */
  readonly gap?: string;
}

export interface About {
  readonly subject?: Subject;
  readonly measure?: string;
  readonly basis?: string;
  readonly period?: number;
  /** Printed instead of the right figure: a planted defect, whose value is what stands there. */
  readonly print?: string;
}

const FACTORS: Record<string, number> = { 万元: 10_000, 元: 1 };

/** Writes figures. Amounts are in 分, so that the arithmetic is exact. */
export class Pen {
  readonly style: Style;

  constructor(style: Style) {
    this.style = style;
  }

  with(changes: Partial<Style>): Pen {
    return new Pen({ ...this.style, ...changes });
  }

  /** Number and unit. */
  a(concept: string, fen: number, about: About = {}): Text {
    return [this.n(concept, fen, about), (this.style.gap ?? '') + this.style.unit];
  }

  /** The number alone: in a cell, or where the unit follows once for several. */
  n(concept: string, fen: number, about: About = {}): Mark {
    const text = about.print ?? this.money(Math.abs(fen));
    const shown = new Decimal(text.replace(/,/g, '')).times(FACTORS[this.style.unit] as number);
    const value = fen < 0 ? shown.negated() : shown;
    return this.mark(concept, about, about.measure ?? this.style.measure, value, 'CNY', {
      text,
      unit: this.style.unit,
    });
  }

  c(concept: string, number: number | string, unit: string, about: About = {}): Text {
    const text = about.print ?? String(number);
    const published = { text, unit: unit === '%' ? '%' : unit };
    const fact = unit === '%' ? 'percent' : unit;
    return [this.mark(concept, about, about.measure ?? 'count', new Decimal(text), fact, published), unit];
  }

  share(concept: string, part: number, whole: number, basis: string, about: About = {}): Text {
    return this.percent(concept, 'share', new Decimal(part).div(whole).times(100), { ...about, basis });
  }

  done(concept: string, final: number, budget: number, about: About = {}): Text {
    return this.percent(concept, 'completion_rate', new Decimal(final).div(budget).times(100), {
      basis: 'budget',
      ...about,
    });
  }

  /** The difference without its sign, which the verb carries. */
  delta(concept: string, now: number, before: number, about: About = {}): Text {
    return this.a(concept, now - before, { basis: 'prior_final', ...about, measure: 'change_amount' });
  }

  rate(concept: string, now: number, before: number, about: About = {}): Text {
    const rate = new Decimal(now - before).div(before).times(100);
    return this.percent(concept, 'change_rate', rate, { basis: 'prior_final', ...about });
  }

  /** 增加1.20万元，增长3.40%. */
  change(concept: string, now: number, before: number, about: About = {}, verbs = '增加 减少 增长 下降'): Text {
    const [more, less, up, down] = verbs.split(' ') as [string, string, string, string];
    const rising = now > before;
    return [
      rising ? more : less,
      this.delta(concept, now, before, about),
      '，',
      rising ? up : down,
      this.rate(concept, now, before, about),
    ];
  }

  flat(concept: string, basis: string, word = '持平', about: About = {}): Mark {
    const fact = { ...this.base(concept, { ...about, basis }, 'change_amount'), value: '0', unit: 'CNY' };
    return { text: word, facts: [{ ...fact, stated: 'unchanged', published: { text: word, unit: null } }] };
  }

  /** A word that says 0 for each of the concepts. */
  none(concepts: readonly string[], word = '无'): Mark {
    const facts = concepts.map((concept): Truth => {
      const fact = { ...this.base(concept, {}, this.style.measure), value: '0', unit: 'CNY' };
      return { ...fact, stated: 'none', published: { text: word, unit: null } };
    });
    return { text: word, facts };
  }

  blank(concept: string, measure: string, printed: string, unit: string, about: About = {}): Text {
    const fact = { ...this.base(concept, about, measure), value: null, unit: unit === '%' ? 'percent' : 'CNY' };
    return [{ text: printed, facts: [{ ...fact, stated: 'placeholder', published: { text: printed, unit } }] }, unit];
  }

  /** A percentage as it stands: a rate of nothing on nothing, which cannot be computed. */
  percentOf(concept: string, measure: string, printed: string, about: About = {}): Text {
    return this.percent(concept, measure, new Decimal(printed), { ...about, print: printed });
  }

  /** 分 as printed in this style, rounded half up. */
  money(fen: number): string {
    const { decimals, unit, zero, trim, group } = this.style;
    if (fen === 0 && zero !== undefined) return zero;
    const amount = new Decimal(fen).div(100).div(FACTORS[unit] as number);
    const text = amount.toFixed(decimals, Decimal.ROUND_HALF_UP);
    if (trim) return new Decimal(text).toFixed();
    return group ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text;
  }

  private percent(concept: string, measure: string, rate: Decimal, about: About): Text {
    const { percentDecimals, trim, trimPercent } = this.style;
    const rounded = rate.abs().toFixed(percentDecimals, Decimal.ROUND_HALF_UP);
    const text = about.print ?? (trim || trimPercent ? new Decimal(rounded).toFixed() : rounded);
    const value = rate.lt(0) ? new Decimal(text).negated() : new Decimal(text);
    return [this.mark(concept, about, measure, value, 'percent', { text, unit: '%' }), `${this.style.gap ?? ''}%`];
  }

  private mark(
    concept: string,
    about: About,
    measure: string,
    value: Decimal,
    unit: string,
    published: Truth['published'],
  ): Mark {
    const fact: Truth = {
      ...this.base(concept, about, measure),
      value: value.isZero() ? '0' : value.toFixed(),
      unit,
      stated: 'number',
      published,
    };
    return { text: published.text, facts: [fact] };
  }

  private base(concept: string, about: About, measure: string) {
    return {
      concept,
      subject: about.subject ?? null,
      measure,
      basis: about.basis ?? null,
      period: about.period ?? this.style.year,
    };
  }
}
