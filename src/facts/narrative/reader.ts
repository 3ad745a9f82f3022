/**
 * Reads one paragraph: walks over its labels, words and numbers from left to right and says what each number states.
 * What a number is about is the label of its own clause, else what the sentence or, after a full stop, the paragraph
 * was about. A number whose clause does not explain it states nothing: no label is borrowed from further away.
 */
import type { Measure, Subject } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import type { Vocabulary } from '../../patterns/vocabulary.ts';
import { type Valued, valued, zero } from './amount.ts';
import { countOf } from './counts.ts';
import { byFamily, conceptOf, familiesOf, type Label, type Lexicon, type SectionKind } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { type SubjectName, type SubjectNames, subjectOf } from './subjects.ts';
import type { Token } from './tokens.ts';

/** What a statement is about. */
export interface Ref {
  readonly concept: string;
  readonly subject: Subject | null;
  readonly label: Label | null;
  readonly start: number;
  readonly end: number;
}

/** What the paragraphs of a section hand on to the next. */
export interface SectionState {
  readonly kind: SectionKind;
  topic: Ref | null;
  /** What the section's first amount was about. */
  head: Ref | null;
  /** Names above the items: the 类 that a numbered line opened. */
  parents: string[];
  base: Base | null;
  /** The year of the last whole date: counts after 截至2023年12月31日 are of that day. */
  dated: number | null;
}

export interface Base {
  readonly basis: string;
  readonly period: number | null;
}

/** A fact in offsets of the folded paragraph. */
export interface Stated extends Valued {
  readonly concept: string;
  readonly subject: Subject | null;
  readonly measure: Measure;
  readonly basis: string | null;
  readonly period: number | null;
  readonly start: number;
  readonly end: number;
  readonly clause: { readonly start: number; readonly end: number };
  readonly pattern: string;
  reason: { start: number; end: number } | null;
}

export interface Setting {
  readonly lex: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly names: SubjectNames;
  readonly year: number | null;
  readonly measure: 'final' | 'budget';
}

type WordToken = Extract<Token, { type: 'word' }>;
type Trigger =
  | { readonly kind: 'change'; readonly sign: 1 | -1; readonly end: number }
  | { readonly kind: 'share'; readonly end: number }
  | { readonly kind: 'complete'; readonly basis: string; readonly end: number }
  | { readonly kind: 'level'; readonly measure: Measure; readonly period: number | null; readonly end: number }
  | { readonly kind: 'base'; readonly end: number };

interface Clause {
  start: number;
  refs: Ref[];
  /** Labels after 占: the whole of a share. */
  wholes: Ref[];
  trigger: Trigger | null;
  base: Base | null;
  each: boolean;
  none: WordToken | null;
  notFlat: boolean;
  /** Where the last token that means something ended, and where the last word began. */
  last: number;
  mark: number;
  values: number;
}

interface Sentence {
  start: number;
  head: Ref | null;
  current: Ref | null;
  /** A label that has no amount yet. */
  open: Ref | null;
  group: readonly Ref[];
  /** What the amounts of the sentence were about, in order. */
  stated: Ref[];
  base: Base | null;
  list: boolean;
  /** Labels are only named here, until one has an amount. */
  purpose: boolean;
  reason: number | null;
  budget: string | null;
  year: number | null;
  /** The last count: an amount after it may be the worth of what it counted. */
  counted: { readonly concept: string; readonly stop: number } | null;
  /** Facts that a cause may follow. */
  caused: Stated[];
  lastChange: Stated | null;
}

const newClause = (start: number): Clause => ({
  start,
  refs: [],
  wholes: [],
  trigger: null,
  base: null,
  each: false,
  none: null,
  notFlat: false,
  last: start,
  mark: start,
  values: 0,
});
const newSentence = (start: number): Sentence => ({
  start,
  head: null,
  current: null,
  open: null,
  group: [],
  stated: [],
  base: null,
  list: false,
  purpose: false,
  reason: null,
  budget: null,
  year: null,
  counted: null,
  caused: [],
  lastChange: null,
});

/** Joins labels that share their figures: 、, 和, 及, 与. */
const JOINT = /^(?:[\u3001\uff0c]|\u548c|\u53ca|\u4e0e|\u4ee5\u53ca)?$/;
/** Between figures of one list. */
const LISTED = /^(?:[\u3001\uff0c,]|\u548c|\u53ca)$/;

/** What the basic-expenditure table splits by economic nature, and its counterpart for projects. */
const SPLIT = /\.(?:basic|project)$/;

const ALL = 'all';

/** Characters beside the label in a sentence that is its headline: list number, 情况说明, full stop. */
const HEADLINE = 8;

export class ParagraphReader {
  readonly stated: Stated[] = [];
  private sentence = newSentence(0);
  private clause = newClause(0);
  private grown: Ref | null = null;
  private readonly stack: { clause: Clause; current: Ref | null; list: boolean }[] = [];

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly section: SectionState,
    private readonly setting: Setting,
  ) {}

  read(): Stated[] {
    for (let i = 0; i < this.tokens.length; i++) {
      const token = this.tokens[i] as Token;
      if (token.type === 'mark') this.mark(token.mark, token.end);
      else if (token.type === 'label') this.label(token);
      else if (token.type === 'subject') this.subject(token.subject, token.end);
      else if (token.type === 'word') this.word(token);
      else if (token.type === 'year') this.year(token);
      else i += this.value(i) - 1;
    }
    this.endSentence(this.text.length);
    return this.stated;
  }

  // ---- structure

  private mark(mark: string, end: number): void {
    if (mark === '（') {
      this.stack.push({ clause: this.clause, current: this.sentence.current, list: this.sentence.list });
      const { base, trigger } = this.clause;
      // “比2022年预算（100万元）增加5万元”: the figure compared with, in brackets.
      const beside = trigger?.kind === 'base' && trigger.end === end - 1 ? { ...trigger, end } : null;
      this.clause = { ...newClause(end), base, trigger: beside };
    } else if (mark === '）') {
      const outer = this.stack.pop();
      if (!outer) return this.newClause(end);
      this.closeClause(end);
      this.clause = { ...outer.clause };
      this.sentence.current = outer.current;
      this.sentence.list = outer.list;
    } else if (mark === '。' || mark === '！' || mark === '？') {
      this.endSentence(end);
    } else if (mark === '；') {
      this.endReason(end - 1);
      this.sentence.purpose = false;
      this.newClause(end);
    } else if (mark === '，') this.newClause(end);
    else if (mark === '、' && this.clause.values > 0) this.newClause(end);
  }

  private newClause(start: number): void {
    this.closeClause(start);
    this.clause = newClause(start);
  }

  private closeClause(end: number): void {
    const { none, refs, values, trigger } = this.clause;
    this.grown = trigger?.kind === 'change' && values === 0 ? (refs.at(-1) ?? null) : null;
    if (none && values === 0 && this.sentence.reason === null) this.none(none, refs, end);
  }

  private endSentence(end: number): void {
    this.closeClause(end);
    this.endReason(end - 1);
    this.stack.length = 0;
    const { base, caused, budget } = this.sentence;
    this.headline(end);
    this.section.base = base ?? this.section.base;
    this.sentence = { ...newSentence(end), caused, budget };
    this.clause = newClause(end);
  }

  /** “2.公务接待费。”: a sentence that is nothing but a label says what the next ones are about. */
  private headline(end: number): void {
    const { current, start, stated, list } = this.sentence;
    if (!current?.label || stated.length > 0 || list || this.clause.values > 0) return;
    const around = this.text.slice(start, current.start).length + this.text.slice(current.end, end).length;
    if (around <= HEADLINE) this.section.topic = current;
  }

  private endReason(end: number): void {
    const { reason, caused } = this.sentence;
    if (reason === null) return;
    for (const fact of caused) fact.reason ??= { start: reason, end };
    this.sentence.caused = [];
    this.sentence.reason = null;
  }

  // ---- what a statement is about

  private families(): readonly string[] {
    const own = this.sentence.head ?? this.section.topic;
    const { families } = this.section.kind;
    const brought = own ? familiesOf(own.concept, this.setting.lex) : [];
    // What is about one fund is not about all funds together, whatever the section.
    const rest = brought.length > 0 && !brought.includes(ALL) ? families.filter((family) => family !== ALL) : families;
    return [...brought, ...rest];
  }

  private label(token: Extract<Token, { type: 'label' }>): void {
    const { label, start, end } = token;
    const counted = this.sentence.counted && label.after[this.sentence.counted.concept];
    const concept = counted || conceptOf(label.concept, this.families(), this.setting.lex);
    if (label.both && this.clause.none) {
      for (const each of label.both) this.clause.refs.push({ concept: each, subject: null, label, start, end });
      return;
    }
    if (concept === null) {
      if (token.subject) this.subject(token.subject, end);
      else if (this.setting.lex.filler.test(this.text.slice(this.clause.last, start))) this.clause.last = end;
      return;
    }
    this.refer(this.prefixed({ concept, subject: null, label, start, end }));
    if (label.budget) this.clause.trigger ??= { kind: 'level', measure: 'budget', period: null, end };
  }

  /** “道路养护项目支出50万元”: a name glued to the front of the label makes it that project's. */
  private prefixed(ref: Ref): Ref {
    if (!ref.concept.endsWith('.project') || ref.start === this.clause.last) return ref;
    const before = this.text.slice(this.clause.last, ref.start);
    const name = match(this.setting.lex.subjects.projectBefore, before)?.groups.name;
    if (!name || /\u9879\u76ee/.test(name)) return ref;
    return { ...ref, concept: 'project.funds', subject: { scheme: 'project', code: null, path: [name] } };
  }

  private subject(name: SubjectName, end: number): void {
    const concept = this.subjectConcept(name);
    const { parents } = this.section;
    const subject = subjectOf(name, this.sentence.reason === null ? parents : [], this.setting.names, this.setting.lex);
    if (this.sentence.reason === null) this.takeParent(name, subject);
    if (concept === null) return;
    const ref = { concept, subject, label: null, start: name.span.start, end };
    this.refer(ref);
    if (name.marked && this.sentence.reason === null && !this.sentence.list && this.clause.trigger?.kind !== 'share') {
      this.section.topic = ref;
    }
  }

  /** A 类 that opens a numbered line stands above the items of the following lines. */
  private takeParent(name: SubjectName, subject: Subject): void {
    if (name.path.length > 1 || name.scheme !== 'functional') return;
    const digits = subject.code?.length ?? name.digits;
    if (digits === 3) this.section.parents = [name.path[0] as string];
  }

  private subjectConcept(name: SubjectName): string | null {
    const { lex } = this.setting;
    if (name.scheme === 'project') return name.marked || this.ofProjects() ? 'project.funds' : null;
    if (name.scheme === 'economic') return this.economicConcept();
    const instead = lex.families.by_function[this.setting.measure];
    const carries = (named: string | null | undefined) => {
      const concept = named ? (instead[named] ?? named) : null;
      if (!concept || !lex.functional.test(concept)) return null;
      return lex.concepts.get(concept)?.subject?.includes('functional') ? concept : null;
    };
    const head = this.sentence.head;
    return (
      carries(head && !head.subject ? head.concept : null) ??
      carries(this.section.kind.topic) ??
      carries(this.section.topic?.concept) ??
      carries(this.section.head?.concept) ??
      carries(
        byFamily(
          lex.families.expenditure,
          this.families().filter((family) => family !== 'else'),
        ),
      )
    );
  }

  /** What the sentence splits by economic nature: 基本支出 unless it said 项目支出. */
  private economicConcept(): string | null {
    const { lex } = this.setting;
    const { head, current } = this.sentence;
    const basic = `${byFamily(lex.families.expenditure, this.families())}.basic`;
    for (const concept of [head?.concept, current?.concept, this.section.topic?.concept, basic]) {
      if (concept && SPLIT.test(concept) && lex.concepts.get(concept)?.subject?.includes('economic')) return concept;
    }
    return null;
  }

  /** Inside a list under 项目支出 a name before an amount is a project's. */
  private ofProjects(): boolean {
    const { head, current, list } = this.sentence;
    const of = [head, current, this.section.topic].some(
      (ref) => ref?.concept.endsWith('.project') || ref?.concept === 'project.funds',
    );
    return of && (list || this.sentence.reason === null);
  }

  private refer(ref: Ref): void {
    const { clause, sentence } = this;
    clause.last = ref.end;
    if (clause.trigger?.kind === 'share') {
      clause.wholes.push(ref);
      return;
    }
    clause.refs.push(ref);
    if (sentence.reason !== null || sentence.purpose) return;
    sentence.current = ref;
    sentence.open = ref;
    if (!sentence.head && !sentence.list && this.stack.length === 0) sentence.head = ref;
  }

  /** What the clause is about, without looking at another sentence unless this one names nothing. */
  private about(): Ref | null {
    const own = this.clause.refs.at(-1);
    if (own) return this.named(own);
    // “项目支出增加，较上年增加5万元”: inside a cause the clause before may name what grew.
    if (this.sentence.reason !== null) return this.clause.base ? this.grown : null;
    const { current, head, list } = this.sentence;
    // A comparison after a part named in passing is about the whole.
    if (current?.label?.aside && list && head && this.clause.trigger?.kind === 'change') return head;
    return current ?? this.section.topic;
  }

  /** “项目支出道路养护完成预算的92%” is about the project that the label is followed by. */
  private named(ref: Ref): Ref {
    const { trigger, mark } = this.clause;
    if (!ref.concept.endsWith('.project') || ref.subject || trigger?.kind !== 'complete') return ref;
    const name = match(this.setting.lex.subjects.project, this.text.slice(ref.end, mark))?.groups.name;
    return name ? { ...ref, concept: 'project.funds', subject: { scheme: 'project', code: null, path: [name] } } : ref;
  }

  // ---- words

  private word(token: WordToken): void {
    const { role, end, groups } = token;
    const { clause, sentence } = this;
    if (role === 'reason' || (role === 'maybe' && sentence.caused.length > 0)) {
      this.endReason(token.start);
      sentence.reason = token.start;
      this.clause = newClause(end);
    } else if (role === 'base') {
      clause.base = this.baseOf(groups);
      this.leaveReason(token);
      if (sentence.reason === null || !sentence.base) sentence.base = clause.base;
      clause.trigger = { kind: 'base', end };
    } else if (role === 'up' || role === 'down') this.direction(role === 'up' ? 1 : -1, end);
    else if (role === 'either') this.either(groups, end);
    else if (role === 'flat') this.flat(token);
    else if (role === 'notflat') clause.notFlat = true;
    else if (role === 'complete' && clause.wholes.length === 0)
      clause.trigger = { kind: 'complete', basis: this.budgetOf(groups.own), end };
    else if (role === 'share') clause.trigger = { kind: 'share', end };
    else if (role === 'budget' || role === 'final' || role === 'execution') this.level(role, groups, end);
    else if (role === 'list' || role === 'purpose' || role === 'maybe') this.list(role !== 'list');
    else if (role === 'use' && sentence.stated.length > 0) this.list(true);
    else if (role === 'each') {
      clause.each = true;
      if (sentence.reason === null && clause.refs.length > 1) sentence.list = true;
    } else if (role === 'becomes') {
      clause.trigger = { kind: 'level', measure: this.setting.measure, period: null, end };
    } else if (role === 'none') clause.none ??= token;
    else if (role === 'zero') this.zeroWord(token);
    this.clause.mark = token.start;
    this.clause.last = Math.max(this.clause.last, end);
  }

  /** “…的主要原因是厉行节约，与上年相比减少5万元”: a comparison that opens a clause goes on with the statement. */
  private leaveReason(token: WordToken): void {
    if (this.sentence.reason === null || this.grown || token.start !== this.clause.start) return;
    this.endReason(token.start);
  }

  private list(purpose: boolean): void {
    const { sentence } = this;
    if (sentence.reason !== null) return;
    sentence.list = true;
    sentence.purpose = purpose;
    sentence.head ??= this.section.topic;
  }

  private direction(sign: 1 | -1, end: number): void {
    const after = end + (match(this.setting.lex.level, this.text.slice(end, end + 2))?.end ?? 0);
    this.clause.trigger =
      after > end
        ? { kind: 'level', measure: this.setting.measure, period: null, end: after }
        : { kind: 'change', sign, end };
    if (after > end) this.clause.last = after;
  }

  /** Both alternatives of the template were kept: the amount printed before says which was meant. */
  private either(groups: WordToken['groups'], end: number): void {
    const last = this.sentence.lastChange;
    const sign = last?.value ? (last.value.startsWith('-') ? -1 : 1) : groups.up ? 1 : -1;
    this.clause.trigger = { kind: 'change', sign, end };
  }

  private level(role: 'budget' | 'final' | 'execution', groups: WordToken['groups'], end: number): void {
    const period = this.periodOf(groups);
    let measure: Measure = role;
    if (role === 'budget') {
      const budget = this.budgetOf(groups.own);
      measure = budget === 'adjusted_budget' ? 'adjusted_budget' : 'budget';
      if (groups.own) this.sentence.budget = budget;
    } else if (role === 'execution') measure = this.setting.measure === 'final' ? 'final' : 'execution';
    if (this.clause.trigger?.kind === 'base' && this.clause.base) this.refineBase(role, groups);
    this.clause.trigger = { kind: 'level', measure, period: period ?? this.clause.base?.period ?? null, end };
  }

  /** “比2022年度三公经费年初预算18万元减少…”: the figure compared with is named after its label. */
  private refineBase(role: 'budget' | 'final' | 'execution', groups: WordToken['groups']): void {
    const { year } = this.setting;
    const period = this.clause.base?.period ?? year;
    const own = period === year ? this.budgetOf(groups.own) : 'prior_budget';
    const basis = role === 'budget' ? own : role === 'final' ? 'prior_final' : 'prior_execution';
    this.clause.base = { basis, period };
    this.sentence.base = this.clause.base;
  }

  private budgetOf(own: string | undefined): string {
    if (own && this.setting.lex.adjusted.test(own)) return 'adjusted_budget';
    return own ? 'budget' : (this.sentence.budget ?? 'budget');
  }

  private periodOf(groups: WordToken['groups']): number | null {
    const { year } = this.setting;
    if (groups.year) return Number(groups.year);
    return groups.prior && year !== null ? year - 1 : null;
  }

  private baseOf(groups: WordToken['groups']): Base {
    const { lex, measure, year } = this.setting;
    if (groups.budget) return { basis: this.budgetOf(groups.own), period: year };
    const period = this.periodOf(groups) ?? (year === null ? null : year - 1);
    const noun = lex.nouns.find(({ regex }) => groups.noun !== undefined && regex.test(groups.noun));
    const prior = measure === 'final' ? 'prior_final' : 'prior_budget';
    const same = groups.year !== undefined && Number(groups.year) === year && noun?.basis === 'prior_budget';
    if (same && measure === 'final') return { basis: 'budget', period: year };
    return { basis: noun?.basis ?? prior, period };
  }

  private year(token: Extract<Token, { type: 'year' }>): void {
    const { year } = this.setting;
    if (year === null || this.sentence.reason !== null || this.stack.length > 0) return;
    if (Math.abs(token.year - year) <= 1) {
      this.sentence.year = token.year;
      if (token.dated) this.section.dated = token.year;
    }
    if (this.clause.refs.length === 0 && !this.clause.trigger) this.clause.last = token.end + 1;
  }

  // ---- statements in words

  private flat(token: WordToken): void {
    const { clause, sentence } = this;
    if (clause.notFlat || sentence.reason !== null || clause.trigger?.kind === 'share') return;
    const ref = this.about();
    if (!ref) return;
    const base = clause.base ?? sentence.base ?? this.section.base;
    if (!base) return;
    const word = this.text.slice(token.start, token.end);
    this.emit(ref, 'change_amount', base.basis, this.setting.year, zero(word, 'CNY', 'unchanged'), token, 'flat');
    clause.trigger = null;
  }

  private none(token: WordToken, refs: readonly Ref[], end: number): void {
    const word = this.text.slice(token.start, token.end);
    for (const ref of refs) {
      if (ref.start < token.end || ref.start - token.end > 24) continue;
      const money = this.setting.lex.concepts.get(ref.concept)?.kind === 'money';
      if (!money) continue;
      this.emit(ref, this.setting.measure, null, this.setting.year, zero(word, 'CNY', 'none'), token, 'none', end);
    }
  }

  private zeroWord(token: WordToken): void {
    const ref = this.clause.refs.at(-1);
    if (!ref || this.clause.values > 0 || this.sentence.reason !== null) return;
    const word = this.text.slice(token.start, token.end);
    this.emit(ref, this.setting.measure, null, this.setting.year, zero(word, 'CNY', 'none'), token, 'zero');
    this.clause.none = null;
  }

  // ---- numbers

  /** Handles the number at `i`; returns how many tokens it took. */
  private value(i: number): number {
    const run = this.run(i);
    if (run.length > 1 && this.distribute(run)) return this.tokens.indexOf(this.lastOf(run), i) - i + 1;
    this.one((this.tokens[i] as Extract<Token, { type: 'value' }>).mention);
    return 1;
  }

  private lastOf(run: readonly Mention[]): Token {
    const last = run.at(-1);
    return this.tokens.find((token) => token.type === 'value' && token.mention === last) as Token;
  }

  /** Figures of one kind that only list marks part: A、B万元. */
  private run(i: number): Mention[] {
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

  private distribute(run: readonly Mention[]): boolean {
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

  private one(mention: Mention): void {
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

  private valueDone(mention: Mention): void {
    const { clause } = this;
    clause.refs = [];
    clause.wholes = [];
    clause.trigger = null;
    clause.each = false;
    clause.none = null;
    clause.values++;
    clause.last = mention.stop;
  }

  private count(mention: Mention): void {
    const concept = countOf(mention, this.text, this.sentence.start, this.families(), this.setting.lex);
    if (!concept) return;
    const ref: Ref = { concept, subject: null, label: null, start: mention.start, end: mention.stop };
    const period = this.sentence.year ?? this.section.dated ?? this.setting.year;
    this.sentence.counted = { concept, stop: mention.stop };
    this.emit(ref, 'count', null, period, valued(mention, 1, this.setting.vocabulary), mention, 'count');
  }

  /** One amount or percentage; `given` is what a list assigned to it. */
  private state(mention: Mention, given: Ref | null): void {
    if (mention.class === 'percent') this.percent(mention, given);
    else this.money(mention, given);
  }

  private money(mention: Mention, given: Ref | null): void {
    const { clause } = this;
    const trigger = clause.trigger;
    if (trigger?.kind === 'share' || trigger?.kind === 'complete') return;
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
    if (!ref && this.sentence.reason === null) {
      const open = clause.refs.length === 0 && clause.last === clause.start ? this.sentence.open : null;
      ref = trigger || generic ? (this.sentence.current ?? this.section.topic) : open;
    }
    ref ??= this.worth(mention);
    if (!ref) return;
    if (mention.class === 'bare' && clause.refs.length === 0) return;
    const concept = this.setting.lex.concepts.get(ref.concept);
    if (concept?.kind !== 'money') return;
    const measure = trigger?.measure ?? this.setting.measure;
    const period = trigger?.period ?? this.sentence.year ?? this.setting.year;
    const money = mention.class === 'bare' ? { ...mention, class: 'money' as const } : mention;
    this.emit(ref, measure, null, period, valued(money, 1, this.setting.vocabulary), mention, 'amount');
  }

  /** “共有车辆3辆，86.24万元”. */
  private worth(mention: Mention): Ref | null {
    const { counted } = this.sentence;
    const concept = counted && this.setting.lex.worth[counted.concept];
    if (!concept || mention.start - counted.stop > 1) return null;
    return { concept, subject: null, label: null, start: mention.start, end: mention.stop };
  }

  /** “较上年2.08减少0.03万元”: the figure of the year compared with. */
  private earlier(mention: Mention, given: Ref | null): void {
    const base = this.clause.base;
    const ref = given ?? this.about();
    if (!base || !ref) return;
    const measures: Record<string, Measure> = {
      prior_final: 'final',
      prior_budget: 'budget',
      prior_execution: 'execution',
    };
    const measure = measures[base.basis] ?? (base.basis as Measure);
    const money = { ...mention, class: 'money' as const };
    this.emit(ref, measure, null, base.period, valued(money, 1, this.setting.vocabulary), mention, 'earlier');
  }

  private change(mention: Mention, sign: 1 | -1, given: Ref | null): void {
    const ref = given ?? this.about();
    if (!ref) return;
    const basis = this.basis();
    const value = valued(mention, sign, this.setting.vocabulary);
    const fact = this.emit(ref, 'change_amount', basis, this.setting.year, value, mention, 'change');
    this.sentence.lastChange = fact;
  }

  private bareRate(mention: Mention, sign: 1 | -1, given: Ref | null): void {
    const before = this.sentence.lastChange;
    if (!before || before.measure !== 'change_amount') {
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

  private basis(): string {
    const prior = this.setting.measure === 'final' ? 'prior_final' : 'prior_budget';
    return (this.clause.base ?? this.sentence.base ?? this.section.base)?.basis ?? prior;
  }

  private percent(mention: Mention, given: Ref | null): void {
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
      if (ref) put(ref, 'change_rate', this.basis(), trigger.sign, 'rate');
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

  private gapToChange(mention: Mention): string {
    const before = this.sentence.lastChange as Stated;
    const number = this.text.slice(before.end, mention.start);
    return number.replace(/^[^\uff0c\uff08]{0,3}/, '');
  }

  /** The whole of a share: the one that is named, else what opened the sentence or the section. */
  private whole(part: Ref): string | null {
    const named = this.clause.wholes.at(-1);
    if (named) return named.concept;
    const same = (ref: Ref | null) =>
      ref !== null && ref.concept === part.concept && ref.subject?.path.join() === part.subject?.path.join();
    const functional = part.subject?.scheme === 'functional';
    for (const ref of [this.sentence.head, functional ? { ...part, subject: null } : this.section.head]) {
      if (ref && !same(ref) && !ref.subject) return ref.concept;
    }
    const topic = this.section.kind.topic;
    return topic !== null && (topic !== part.concept || part.subject !== null) ? topic : null;
  }

  private emit(
    ref: Pick<Ref, 'concept' | 'subject' | 'label' | 'start' | 'end'>,
    measure: Measure,
    basis: string | null,
    period: number | null,
    value: Valued,
    at: { readonly start: number; readonly end: number },
    pattern: string,
    clauseEnd = at.end,
  ): Stated {
    const fact: Stated = {
      concept: ref.concept,
      subject: ref.subject,
      measure,
      basis,
      period,
      ...value,
      start: at.start,
      end: at.end,
      clause: { start: Math.min(this.clause.start, at.start), end: clauseEnd },
      pattern: `sentences/${pattern}${ref.label ? ` ${ref.label.id}` : ''}`,
      reason: null,
    };
    this.stated.push(fact);
    this.sentence.open = null;
    if (this.sentence.reason === null) {
      if (measure.startsWith('change') || measure === 'completion_rate') this.sentence.caused.push(fact);
      const full: Ref = {
        concept: ref.concept,
        subject: ref.subject,
        label: ref.label,
        start: ref.start,
        end: ref.end,
      };
      if (measure !== 'count') {
        this.sentence.current = full;
        if (measure === this.setting.measure) this.sentence.stated.push(full);
        if (!this.sentence.list && this.stack.length === 0) this.section.topic = full;
        this.section.head ??= full;
      }
    }
    return fact;
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
