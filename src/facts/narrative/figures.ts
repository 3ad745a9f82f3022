/** What a number of a sentence states: an amount, a change, a share, a completion, a count, or nothing. */
import type { Measure } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import { valued } from './amount.ts';
import { countOf } from './counts.ts';
import { byFamily } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Ref, Stated } from './state.ts';
import { Statements } from './statements.ts';
import type { Token } from './tokens.ts';

/** Joins labels that share their figures: 、, 和, 及, 与. */
const JOINT = /^(?:[\u3001\uff0c]|\u548c|\u53ca|\u4e0e|\u4ee5\u53ca)?$/;
/** Between figures of one list. */
const LISTED = /^(?:[\u3001\uff0c,]|\u548c|\u53ca)$/;

export abstract class Figures extends Statements {
  /** Handles the number at `i`; returns how many tokens it took. */
  protected value(i: number): number {
    const run = this.run(i);
    if (run.length > 1 && this.distribute(run)) return this.tokens.indexOf(this.lastOf(run), i) - i + 1;
    this.one((this.tokens[i] as Extract<Token, { type: 'value' }>).mention);
    return 1;
  }

  protected lastOf(run: readonly Mention[]): Token {
    const last = run.at(-1);
    return this.tokens.find((token) => token.type === 'value' && token.mention === last) as Token;
  }

  /** Figures of one kind that only list marks part: A、B万元. */
  protected run(i: number): Mention[] {
    const run: Mention[] = [];
    for (let k = i; k < this.tokens.length; k++) {
      const token = this.tokens[k] as Token;
      if (token.type === 'mark' && run.length > 0) continue;
      if (token.type !== 'value') break;
      const before = run.at(-1);
      if (before && !(before.class === token.mention.class && LISTED.test(this.text.slice(before.stop, token.start))))
        break;
      run.push(token.mention);
    }
    return run;
  }

  protected distribute(run: readonly Mention[]): boolean {
    const { clause, sentence } = this;
    const pair = clause.refs.at(-1)?.label?.pair ?? null;
    let group: readonly Ref[] = jointRefs(clause.refs, this.text);
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
      const group = jointRefs(clause.refs, this.text);
      const gap = this.text.slice(clause.last, mention.start);
      const nothing = Number(mention.text) === 0 && !match(this.setting.lex.together, gap);
      const all = group.length > 1 && (clause.each || nothing);
      if (all) for (const ref of group) this.state(mention, ref);
      else if (group.length <= 1 || clause.trigger?.kind === 'share') this.state(mention, null);
      if (all) this.sentence.group = group;
    }
    this.valueDone(mention);
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
    const concept = countOf(mention, this.text, this.sentence.start, this.families(), this.setting.lex);
    if (!concept) return;
    const ref: Ref = { concept, subject: null, label: null, start: mention.start, end: mention.stop };
    const period = this.sentence.year ?? this.section.dated ?? this.setting.year;
    this.sentence.counted = { concept, stop: mention.stop };
    this.emit(ref, 'count', null, period, valued(mention, 1, this.setting.vocabulary), mention, 'count');
  }

  /** One amount or percentage; `given` is what a list assigned to it. */
  protected state(mention: Mention, given: Ref | null): void {
    if (mention.class === 'percent') this.percent(mention, given);
    else this.money(mention, given);
  }

  protected money(mention: Mention, given: Ref | null): void {
    const { clause } = this;
    const trigger = clause.trigger;
    if (trigger?.kind === 'share') return;
    if (trigger?.kind === 'complete') {
      this.completed(mention, trigger.basis, given);
      return;
    }
    if (trigger?.kind === 'change') {
      // Without a unit, 增长 13.95 after its amount is a percentage whose sign was lost.
      if (mention.class === 'bare') this.bareRate(mention, trigger.sign, given);
      else this.change(mention, trigger.sign, given);
      return;
    }
    if (trigger?.kind === 'base') {
      if (this.text.slice(trigger.end, mention.start) === '') this.earlier(mention, given);
      return;
    }
    const gap = this.text.slice(clause.last, mention.start);
    const near = this.setting.lex.filler.test(gap);
    const generic = this.setting.lex.generic.test(this.text.slice(clause.start, mention.start));
    let ref = given ?? clause.refs.at(-1) ?? null;
    if (!near && !(generic && this.setting.lex.filler.test(gap.replace(this.setting.lex.generic, '')))) return;
    if (!ref && this.sentence.reason === null && !clause.foreign) {
      const open = clause.refs.length === 0 && clause.last === clause.start ? this.sentence.open : null;
      ref = trigger || generic ? (this.sentence.current ?? this.section.topic) : open;
    }
    ref ??= this.worth(mention);
    if (!ref?.concept) return;
    if (mention.class === 'bare' && clause.refs.length === 0) return;
    const concept = this.setting.lex.concepts.get(ref.concept);
    if (concept?.kind !== 'money') return;
    const measure = trigger?.measure ?? this.setting.measure;
    const period = trigger?.period ?? this.sentence.year ?? this.setting.year;
    const money = mention.class === 'bare' ? { ...mention, class: 'money' as const } : mention;
    this.emit(ref, measure, null, period, valued(money, 1, this.setting.vocabulary), mention, 'amount');
  }

  /** “共有车辆3辆，86.24万元”. */
  protected worth(mention: Mention): Ref | null {
    const { counted } = this.sentence;
    const concept = counted && this.setting.lex.worth[counted.concept];
    if (!concept || mention.start - counted.stop > 1) return null;
    return { concept, subject: null, label: null, start: mention.start, end: mention.stop };
  }

  /** “完成年初预算100万元的98%”: the budget, before the percentage of it. */
  protected completed(mention: Mention, basis: string, given: Ref | null): void {
    const ref = given ?? this.about();
    if (!ref || mention.class !== 'money') return;
    const measure: Measure = basis === 'adjusted_budget' ? basis : 'budget';
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

  protected change(mention: Mention, sign: 1 | -1, given: Ref | null): void {
    const ref = given ?? this.about();
    if (!ref) return;
    const basis = this.basis();
    if (basis === null) return;
    const value = valued(mention, sign, this.setting.vocabulary);
    const fact = this.emit(ref, 'change_amount', basis, this.setting.year, value, mention, 'change');
    this.sentence.lastChange = fact;
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
        this.setting.year,
        valued(mention, sign, this.setting.vocabulary),
        mention,
        pattern,
      );
    if (trigger?.kind === 'share') {
      if (ref) put(ref, 'share', this.whole(ref), 1, 'share');
    } else if (trigger?.kind === 'complete') {
      if (ref) put(ref, 'completion_rate', trigger.basis, 1, 'completion');
    } else if (trigger?.kind === 'change') {
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
}

/** The labels right before a figure that 、 or 和 joins, in order. */
function jointRefs(refs: readonly Ref[], text: string): readonly Ref[] {
  let from = refs.length - 1;
  while (from > 0) {
    const gap = text.slice((refs[from - 1] as Ref).end, (refs[from] as Ref).start);
    if (gap === '' || !JOINT.test(gap)) break;
    from--;
  }
  return refs.slice(Math.max(0, from));
}
