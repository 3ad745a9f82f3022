/** What a number of a sentence states: an amount, a change, a share, a completion, a count, or nothing. */
import type { Measure, Subject } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import { valued } from './amount.ts';
import { countOf } from './counts.ts';
import { byFamily } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { type Level, NOTHING, type Ref, type Stated } from './state.ts';
import { Statements } from './statements.ts';
import type { Token } from './tokens.ts';

/** How far before a count its own words may stand. */
const LEFT = 60;
const NAME = /\p{Script=Han}{2}/u;
/** Of more figures in a row nobody says whose they are. */
const MOST_LISTED = 32;
/** How far before an amount a general word may stand. */
const GENERAL = 60;

export abstract class Figures extends Statements {
  private name = { asked: 0, at: -1 };
  /** What the amounts of the sentence before were about, unless it listed parts. */
  protected told: readonly Ref[] = [];
  /** The last count that was a difference. */
  private difference: { readonly stop: number; readonly sign: 1 | -1 } | null = null;

  /** Handles the number at `i`; returns how many tokens it took. */
  protected value(i: number): number {
    const { run, next } = this.run(i);
    if (run.length > 1 && run.length <= MOST_LISTED) {
      if (this.distribute(run)) return next - i;
      // “甲、乙、丙分别为1、2万元”: which of them is whose is not known.
      if (this.clause.each && this.jointRefs(this.clause.refs).length > 1) {
        this.nameless(this.clause.last);
        this.valueDone(run.at(-1) as Mention);
        return next - i;
      }
    }
    this.one((this.tokens[i] as Extract<Token, { type: 'value' }>).mention);
    return 1;
  }

  /** Figures of one kind that only list marks part: A、B万元. */
  protected run(i: number): { readonly run: Mention[]; readonly next: number } {
    const run: Mention[] = [];
    let next = i;
    for (let k = i; k < this.tokens.length; k++) {
      const token = this.tokens[k] as Token;
      if (token.type === 'mark' && run.length > 0) continue;
      if (token.type !== 'value' || run.length > MOST_LISTED) break;
      const before = run.at(-1);
      if (
        before &&
        !(
          before.class === token.mention.class &&
          this.setting.lex.between.test(this.text.slice(before.stop, token.start))
        )
      )
        break;
      run.push(token.mention);
      next = k + 1;
    }
    return { run, next };
  }

  protected distribute(run: readonly Mention[]): boolean {
    const { clause, sentence } = this;
    const pair = clause.refs.at(-1)?.label?.pair ?? null;
    let group: readonly Ref[] = this.jointRefs(clause.refs);
    if (group.length !== run.length && pair && run.length === 2) {
      const concepts = Array.isArray(pair) ? pair : byFamily(pair as Record<string, [string, string]>, this.families());
      const at = clause.refs.at(-1) as Ref;
      group = (concepts ?? []).map((concept) => ({ ...at, concept }));
    }
    if (group.length !== run.length && clause.refs.length === 0) {
      group = sentence.group.length === run.length ? sentence.group : sentence.stated.slice(-run.length);
      if (!clause.each) group = sentence.group;
    }
    if (group.length !== run.length) return false;
    sentence.group = group;
    const trigger = clause.trigger;
    run.forEach((mention, k) => {
      clause.trigger = trigger;
      if (k > 0) clause.last = mention.start;
      this.state(mention, group[k] as Ref);
    });
    this.valueDone(run.at(-1) as Mention);
    return true;
  }

  protected one(mention: Mention): void {
    const { clause } = this;
    if (mention.class === 'count') this.count(mention);
    else {
      const alike = this.alike(mention);
      const group = alike.length > 0 ? alike : this.jointRefs(clause.refs);
      const gap = this.text.slice(clause.last, mention.start);
      const nothing = Number(mention.text) === 0 && !match(this.setting.lex.together, gap);
      const all = group.length > 1 && (clause.each || nothing || alike.length > 0);
      if (all) for (const ref of group) this.state(mention, ref);
      else if (group.length <= 1 || clause.trigger?.kind === 'share') this.state(mention, null);
      else this.nameless(mention.start);
      if (all) this.sentence.group = group;
    }
    this.valueDone(mention);
  }

  /** “收入总计9万元，支出总计9万元，与上年相比各增加1万元，增长12.5%”: the change, and the rate after it, are of both. */
  private alike(mention: Mention): readonly Ref[] {
    const { clause, sentence } = this;
    if (clause.refs.length > 0 || clause.trigger?.kind !== 'change' || sentence.reason !== null) return [];
    const told = sentence.stated.length > 0 ? sentence.stated : this.told;
    if (clause.each) return sentence.list || told.length !== 2 ? [] : told;
    const [before, last] = this.stated.slice(-2);
    const of = mention.class === 'percent' && before !== undefined && before.start === last?.start;
    return of && last.measure === 'change_amount' ? sentence.group : [];
  }

  protected valueDone(mention: Mention): void {
    const { clause } = this;
    const { trigger } = clause;
    clause.refs = [];
    clause.wholes = [];
    const goesOn = trigger?.kind === 'complete' && mention.class === 'money';
    clause.trigger = goesOn ? { ...trigger, end: mention.stop } : null;
    clause.each = false;
    clause.none = null;
    clause.values++;
    clause.last = mention.stop;
  }

  protected count(mention: Mention): void {
    const { lex, measure } = this.setting;
    const concept = countOf(mention, this.text, this.sentence.start, { families: this.families(), measure, lex });
    const sign = this.more(mention);
    if (sign !== null) {
      this.countChange(mention, sign, concept);
      return;
    }
    if (!concept) {
      this.uncounted(mention);
      return;
    }
    const subject = lex.concepts.get(concept)?.subject?.includes('project') ? this.project() : null;
    const ref: Ref = { concept, subject, label: null, start: mention.start, end: mention.stop };
    const period = this.sentence.year ?? this.section.dated ?? this.setting.year;
    // “5个项目开展编报工作，编报绩效目标的项目5个，涉及资金…”: the same told twice is one.
    if (this.sentence.counted?.concept !== concept) this.sentence.counts++;
    this.sentence.counted = { concept, unit: mention.unit, stop: mention.stop };
    this.emit(ref, 'count', null, period, valued(mention, 1, this.setting.vocabulary), mention, 'count');
  }

  /** Right after 增加 or 减少 a count is a difference; so is what is listed after it. */
  private more(mention: Mention): 1 | -1 | null {
    const { trigger } = this.clause;
    const { difference } = this;
    if (mention.class !== 'count') return null;
    if (trigger?.kind === 'change' && trigger.end === mention.start) return trigger.sign;
    return difference && this.setting.lex.between.test(this.text.slice(difference.stop, mention.start))
      ? difference.sign
      : null;
  }

  /** “接待20批次，较上年减少3批次”: of the count before the comparison, else of what its own clause counts. */
  private countChange(mention: Mention, sign: 1 | -1, own: string | null): void {
    const { sentence, setting } = this;
    const { counted } = sentence;
    const before = counted && /^[\uff0c\uff08]$/.test(this.text.slice(counted.stop, this.clause.start));
    const concept = before && counted.unit === mention.unit ? counted.concept : own;
    const basis = this.basis();
    this.difference = { stop: mention.stop, sign };
    // Without a comparison nobody knows since when.
    const compared = this.clause.base ?? sentence.base;
    if (!concept || !compared || basis === null || sentence.reason !== null) return;
    const ref: Ref = { concept, subject: null, label: null, start: mention.start, end: mention.stop };
    const value = valued(mention, sign, setting.vocabulary);
    this.emit(ref, 'change_amount', basis, setting.year, value, mention, 'count');
  }

  /** The project that the sentence or the lines above are about. */
  private project(): Subject | null {
    const subject = (this.sentence.current ?? this.section.topic)?.subject;
    return subject?.scheme === 'project' ? subject : null;
  }

  /** One amount or percentage; `given` is what a list assigned to it. */
  protected state(mention: Mention, given: Ref | null): void {
    // “占0.60，”: a share whose sign was lost.
    const share = mention.class === 'bare' && this.clause.trigger?.kind === 'share';
    if (share) this.percent({ ...mention, class: 'percent' }, given);
    else if (mention.class === 'percent') this.percent(mention, given);
    else this.money(mention, given);
  }

  protected money(mention: Mention, given: Ref | null): void {
    const { clause } = this;
    const trigger = clause.trigger;
    if (this.isPrice(mention, given)) return;
    if (trigger?.kind === 'share') return;
    if (trigger?.kind === 'complete') {
      this.completed(mention, trigger.basis, given);
      return;
    }
    if (trigger?.kind === 'change') {
      if (this.otherThing(mention)) return;
      // Without a unit, 增长 13.95 after its amount is a percentage whose sign was lost.
      if (mention.class === 'bare') this.bareRate(mention, trigger.sign, given);
      else this.change(mention, trigger.sign, given);
      return;
    }
    if (trigger?.kind === 'base') {
      if (
        this.setting.lex.earlier.test(this.text.slice(trigger.end, mention.start)) ||
        this.isEarlier(mention, trigger.end)
      )
        this.earlier(mention, given);
      return;
    }
    const gap = this.text.slice(clause.last, mention.start);
    const generic = this.isGeneral(mention.start);
    const worth = clause.refs.length === 0 ? this.worth(mention) : null;
    let ref = given ?? clause.refs.at(-1) ?? worth;
    if (!worth && !this.fills(gap) && !(generic && this.fills(gap.replace(this.setting.lex.generic.regex, '')))) {
      this.unnamed(mention);
      return;
    }
    if (!ref && this.sentence.reason === null && !clause.foreign) {
      const open = clause.refs.length === 0 && clause.last === clause.start ? this.sentence.open : null;
      ref = trigger || generic ? (this.sentence.current ?? this.topic()) : open;
    }
    if (!ref?.concept) {
      this.unnamed(mention);
      return;
    }
    if (mention.class === 'bare' && clause.refs.length === 0) return;
    const concept = this.setting.lex.concepts.get(ref.concept);
    if (concept?.kind !== 'money') return;
    // “因单位划出减少三公经费8万元，其中接待费3万元”: parts of a change that a cause tells of.
    if (this.sentence.moved === 'parts') return;
    const level = this.levelOf(trigger);
    const money = mention.class === 'bare' ? { ...mention, class: 'money' as const } : mention;
    this.emit(ref, level.measure, null, level.period, valued(money, 1, this.setting.vocabulary), mention, 'amount');
    if (this.sentence.reason === null) this.sentence.amountYear = level.period;
  }

  /** Words that say nothing of their own. */
  protected fills(gap: string): boolean {
    return gap === '' || this.setting.lex.filler.test(gap);
  }

  /** A general word (支出, 共计) ends right before the place. */
  private isGeneral(place: number): boolean {
    const { generic } = this.setting.lex;
    const from = Math.max(this.clause.start, place - GENERAL);
    return generic.can(this.text, place, from) && generic.regex.test(this.text.slice(from, place));
  }

  /** “3.5万元/人”: what one of them costs is no amount of the whole, unless its label is that of an average. */
  private isPrice(mention: Mention, given: Ref | null): boolean {
    const { each_one } = this.setting.lex;
    if (!each_one.can(this.text, mention.stop)) return false;
    if (!each_one.regex.test(this.text.slice(mention.stop, mention.stop + 4))) return false;
    const label = given ?? this.clause.refs.at(-1);
    return !label?.concept.endsWith('.average');
  }

  /** “预算100万元，其中：出国费5万元”: the parts of a list are what its whole was, unless they say otherwise. */
  private levelOf(trigger: Level | null): Level {
    const { sentence, setting } = this;
    const listed = sentence.list && !trigger ? sentence.level : null;
    const measure = trigger?.measure ?? listed?.measure ?? setting.measure;
    const level: Level = { measure, period: trigger?.period ?? listed?.period ?? sentence.year ?? setting.year };
    // “各单位，包括局机关，三公经费预算为9万元”: what describes the label is no list of amounts yet.
    const listing = sentence.list && !(sentence.purpose && sentence.level === undefined);
    if (listing || this.stack.length > 0 || sentence.reason !== null) return level;
    const said = trigger ? level : null;
    const same = sentence.level === undefined || (said && sentence.level && said.measure === sentence.level.measure);
    sentence.level = same ? said : null;
    return level;
  }

  /** “减少抚恤金7万元”: what grew or fell is named after the verb, and no label knows it. */
  private otherThing(mention: Mention): boolean {
    const gap = this.text.slice(this.clause.last, mention.start);
    if (this.fills(gap)) return false;
    this.unnamed(mention);
    return true;
  }

  /** “占库房面积的15%”: a whole is named, and no label knows it. */
  private unknownWhole(mention: Mention): boolean {
    const { clause } = this;
    if (clause.wholes.length > 0) return false;
    const gap = this.text.slice(clause.last, mention.start);
    return !this.fills(gap);
  }

  /** “管理处运转费用5万元，比上年增加1万元”: what follows an amount without a label is about that amount's matter. */
  private unnamed(mention: Mention): void {
    if ((mention.class !== 'money' && mention.class !== 'percent') || this.sentence.reason !== null) return;
    const { start } = mention;
    if (this.nextName(this.clause.start) + 2 <= start) this.nameless(start);
  }

  /** Where the next name can begin, which many numbers in a row ask. */
  private nextName(from: number): number {
    const { asked, at } = this.name;
    if (asked <= from && from <= at) return at;
    const found = this.text.slice(from).search(NAME);
    this.name = { asked: from, at: found < 0 ? Number.POSITIVE_INFINITY : from + found };
    return this.name.at;
  }

  /** “办结信访48件，同比上升6%”: the same of a count. */
  private uncounted(mention: Mention): void {
    const { clause, sentence } = this;
    if (mention.class !== 'count' || sentence.reason !== null || this.stack.length > 0) return;
    if (clause.refs.length > 0) {
      sentence.part = clause.refs.at(-1) ?? null;
      return;
    }
    // A project that the sentence opened with keeps being what it is about: “某项目自评情况：得分97分。预算12万元”.
    if (sentence.head?.subject?.scheme === 'project') return;
    if (NAME.test(this.text.slice(clause.last, mention.start))) this.nameless(mention.start);
  }

  protected nameless(at: number): void {
    this.sentence.current = { concept: NOTHING, subject: null, label: null, start: at, end: at };
    this.sentence.unnamed = true;
  }

  /** “共有车辆3辆，86.24万元”. */
  protected worth(mention: Mention): Ref | null {
    const { counted } = this.sentence;
    if (!counted || this.sentence.reason !== null) return null;
    const gap = this.text.slice(counted.stop, mention.start);
    const left = this.text.slice(Math.max(this.sentence.start, counted.stop - LEFT), counted.stop);
    const rule = this.setting.lex.worth.find(
      (each) => each.after.has(counted.concept) && each.gap.test(gap) && (each.left?.test(left) ?? true),
    );
    if (!rule) return null;
    return { concept: rule.concept, subject: null, label: null, start: mention.start, end: mention.stop };
  }

  /** “完成年初预算100万元的98%”: the budget, before the percentage of it. */
  protected completed(mention: Mention, basis: string, given: Ref | null): void {
    const ref = given ?? this.about();
    if (!ref || mention.class !== 'money') return;
    const measure: Measure = basis === 'adjusted_budget' ? basis : 'budget';
    this.sentence.level = null;
    this.emit(ref, measure, null, this.setting.year, valued(mention, 1, this.setting.vocabulary), mention, 'completed');
  }

  /** “较上年2.08减少0.03万元”: the figure of the year compared with. */
  protected earlier(mention: Mention, given: Ref | null): void {
    const base = this.clause.base;
    const ref = given ?? this.about();
    if (!base || !ref) return;
    const measures: Record<string, Measure> = {
      prior_final: 'final',
      prior_budget: 'budget',
      prior_execution: 'execution',
    };
    const measure = measures[base.basis ?? 'prior_final'] ?? (base.basis as Measure);
    const money = { ...mention, class: 'money' as const };
    this.emit(ref, measure, null, base.period, valued(money, 1, this.setting.vocabulary), mention, 'earlier');
  }

  /** “较2023年三公经费合计16万元增加5万元”: the figure compared with, after its own label and before the change. */
  private isEarlier(mention: Mention, from: number): boolean {
    const ref = this.clause.refs.at(-1);
    if (!ref || ref.start < from || !this.fills(this.text.slice(ref.end, mention.start))) return false;
    const after = this.tokens.find(({ start }) => start === mention.stop);
    return after?.type === 'word' && (after.role === 'up' || after.role === 'down');
  }

  protected change(mention: Mention, sign: 1 | -1, given: Ref | null): void {
    const ref = given ?? this.about();
    if (!ref) return;
    const basis = this.basis();
    if (basis === null || this.isPartOfCause(ref)) return;
    const value = valued(mention, sign, this.setting.vocabulary);
    const fact = this.emit(ref, 'change_amount', basis, this.later(), value, mention, 'change');
    this.sentence.lastChange = fact;
  }

  /** “2011年预算9万元，与2010年支出相比减少1万元”: a change belongs to the year of the amount that it is told of. */
  private later(): number | null {
    const base = (this.clause.base ?? this.sentence.base)?.period ?? null;
    const { amountYear } = this.sentence;
    return base !== null && amountYear !== null && amountYear > base ? amountYear : this.setting.year;
  }

  /** “减少20万元，主要原因是两个单位划出，减少三公经费8万元”: a part of the change told before, not the change again. */
  private isPartOfCause({ concept, subject }: Ref): boolean {
    const { reason, caused } = this.sentence;
    const same = (fact: Stated) => fact.concept === concept && fact.subject?.path.join() === subject?.path.join();
    return reason !== null && !this.clause.base && caused.some(same);
  }

  protected bareRate(mention: Mention, sign: 1 | -1, given: Ref | null): void {
    const before = this.sentence.lastChange;
    if (before?.measure !== 'change_amount') {
      const ref = given ?? this.about();
      if (!ref) return;
      const money = valued({ ...mention, class: 'money' }, sign, this.setting.vocabulary);
      this.emit(ref, 'change_amount', this.basis(), this.setting.year, money, mention, 'change');
      return;
    }
    // A cause tells of other things that grew.
    if (this.sentence.reason !== null || this.clause.foreign) return;
    const value = valued({ ...mention, class: 'percent' }, sign, this.setting.vocabulary);
    const ref = { ...before, label: null };
    this.emit(ref, 'change_rate', before.basis, this.setting.year, value, mention, 'rate');
  }

  protected percent(mention: Mention, given: Ref | null): void {
    const { clause, sentence } = this;
    const trigger = clause.trigger;
    const ref = given ?? this.about();
    const put = (of: Ref, measure: Measure, basis: string | null, sign: 1 | -1, pattern: string) =>
      this.emit(
        of,
        measure,
        basis,
        measure === 'change_rate' ? this.later() : this.setting.year,
        valued(mention, sign, this.setting.vocabulary),
        mention,
        pattern,
      );
    if (trigger?.kind === 'share') {
      const unknown = this.unknownWhole(mention);
      if (ref && !(unknown && !given && !sentence.current && clause.refs.length === 0))
        put(ref, 'share', unknown ? null : this.whole(ref), 1, 'share');
    } else if (trigger?.kind === 'complete') {
      sentence.level = null;
      if (ref) put(ref, 'completion_rate', trigger.basis, 1, 'completion');
    } else if (trigger?.kind === 'change') {
      if (mention.unit === this.setting.lex.points) return;
      if (this.otherThing(mention)) return;
      if (ref && this.basis() !== null) put(ref, 'change_rate', this.basis(), trigger.sign, 'rate');
    } else if (
      !trigger &&
      sentence.lastChange &&
      clause.refs.length === 0 &&
      /^[\uff0c\uff08]$/.test(this.gapToChange(mention))
    ) {
      // “增加1.20万元，3.40%”: the verb serves both.
      const before = sentence.lastChange;
      put({ ...before, label: null }, 'change_rate', before.basis, before.value?.startsWith('-') ? -1 : 1, 'rate');
    } else this.count(mention);
  }

  protected gapToChange(mention: Mention): string {
    const before = this.sentence.lastChange as Stated;
    const number = this.text.slice(before.end, mention.start);
    return number.replace(/^[^\uff0c\uff08]{0,3}/, '');
  }

  /** The labels right before a figure that 、 or 和 joins, in order. */
  private jointRefs(refs: readonly Ref[]): readonly Ref[] {
    let from = refs.length - 1;
    while (from > 0) {
      const before = refs[from - 1] as Ref;
      const after = refs[from] as Ref;
      // One label about two concepts stands for both at one place.
      const gap = this.text.slice(before.end, after.start);
      if (before.start !== after.start && (gap === '' || !this.setting.lex.joint.test(gap))) break;
      from--;
    }
    return refs.slice(Math.max(0, from));
  }
}
