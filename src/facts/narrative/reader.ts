/**
 * Reads one paragraph: walks over its labels, words and numbers from left to right and says what each number states.
 * What a number is about is the label of its own clause, else what the sentence or, after a full stop, the paragraph
 * was about. A number whose clause does not explain it states nothing: no label is borrowed from further away.
 */
import type { Measure, Subject } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import { zero } from './amount.ts';
import { Figures } from './figures.ts';
import { conceptOf, type Label } from './lexicon.ts';
import {
  type Base,
  NOTHING,
  newClause,
  newSentence,
  type Ref,
  type Sentence,
  type Stated,
  type WordToken,
} from './state.ts';
import { SPLIT } from './statements.ts';
import { type SubjectName, subjectOf } from './subjects.ts';
import type { Token } from './tokens.ts';

/** Characters beside the label in a sentence that is its headline: list number, 情况说明, full stop. */
const HEADLINE = 8;
/** Characters of 以下简称 before a name in brackets. */
const CALLED = 5;
/** Characters between two words of one cause: 一是, ：. */
const CAUSE = 3;
/** Not comparable with any printed figure. */
const NO_BASE: Base = { basis: null, period: null };
/** A list number parts statements as a semicolon does. */
const ITEM = '\uff1b';
const TOTAL = /^(.{3,40}\.)total$/;

/** Words that compare: whatever stands before them is what is compared. */
const COMPARING: ReadonlySet<WordToken['role']> = new Set(['base', 'up', 'down', 'either', 'complete']);
const NO_NAME = /[^\p{L}]/gu;

export class ParagraphReader extends Figures {
  /** What the sentence before said of its amounts, for one that goes on with 其中. */
  private before: Pick<Sentence, 'level' | 'year'> = { level: null, year: null };
  /** The one part that the sentence before told of: “其中，接待费5万元。比上年减少1万元；…” goes on with it. */
  private part: Ref | null = null;

  read(): Stated[] {
    this.begin();
    for (let i = 0; i < this.tokens.length; i++) {
      const token = this.tokens[i] as Token;
      if (token.type === 'mark') this.mark(token.mark, token.end);
      else if (token.type === 'label') this.label(token);
      else if (token.type === 'subject') this.subject(token.subject, token.end);
      else if (token.type === 'word') this.word(token);
      else if (token.type === 'year') this.year(token);
      else i += this.value(i) - 1;
    }
    if (this.sentence.start < this.text.length) this.endSentence(this.text.length);
    return this.stated;
  }

  /** After a paragraph about several matters, one that names none goes on with what the list stood under, or with nothing. */
  private begin(): void {
    const { section } = this;
    const item = this.setting.lex.subjects.numbered.test(this.text);
    if (!section.named && section.leads.size > 1) section.topic = null;
    else if (!section.named && section.item && !item && section.head) section.topic = section.head;
    section.leads.clear();
    section.item = item;
  }

  private mark(mark: string, end: number): void {
    if (mark === '（') {
      this.stack.push({
        open: end - mark.length,
        clause: this.clause,
        current: this.sentence.current,
        list: this.sentence.list,
      });
      const { base, trigger } = this.clause;
      // “比2022年预算（100万元）增加5万元”: the figure compared with, in brackets.
      const beside = trigger?.kind === 'base' && trigger.end === end - 1 ? { ...trigger, end } : null;
      this.clause = { ...newClause(end), base, trigger: beside };
    } else if (mark === '）') {
      const outer = this.stack.pop();
      if (!outer) {
        this.newClause(end);
        return;
      }
      const whole = this.bracketed(outer.clause.refs, end - 1);
      this.closeClause(end);
      const { clause } = outer;
      // What is in brackets right after a word or label explains itself.
      const last = clause.last === outer.open ? end : clause.last;
      this.clause = { ...clause, refs: whole ? [whole] : clause.refs, last };
      this.sentence.current = whole ?? outer.current;
      this.sentence.list = outer.list;
    } else if (mark === '。' || mark === '！' || mark === '？') {
      // “（其中：购置费5万元。）比上年…”: the sentence goes on after the brackets.
      if (this.stack.length > 0 && this.text[end] === '）') this.newClause(end);
      else this.endSentence(end);
    } else if (mark === '；') {
      this.newClause(end);
      this.endReason(end - 1);
      this.backToHead();
      this.sentence.purpose = false;
      this.sentence.items = true;
      this.sentence.counts = 0;
    } else if (mark === '，') this.newClause(end);
    else if (mark === '、' && this.clause.values > 0) this.newClause(end);
  }

  /** “公务接待费、公车运行费（三公经费）共5万元”: the brackets name what the parts before them make up. */
  private bracketed(parts: readonly Ref[], end: number): Ref | null {
    const { refs, values, start } = this.clause;
    const [ref] = refs;
    if (refs.length !== 1 || values > 0 || !ref || ref.start - start > CALLED || ref.end !== end) return null;
    const family = TOTAL.exec(ref.concept)?.[1];
    return family && parts.some(({ concept }) => concept.startsWith(family) && concept !== ref.concept) ? ref : null;
  }

  /** After a semicolon an amount that nothing named is past. */
  private backToHead(): void {
    const { sentence } = this;
    if (sentence.unnamed && !sentence.list && sentence.head) sentence.current = sentence.head;
    sentence.unnamed = false;
  }

  private newClause(start: number): void {
    this.closeClause(start);
    this.clause = newClause(start);
  }

  private closeClause(end: number): void {
    const { none, refs, values, trigger } = this.clause;
    this.grown = trigger?.kind === 'change' && values === 0 ? (refs.at(-1) ?? null) : null;
    if (none && values === 0 && this.sentence.reason === null) this.none(none, refs, end);
    const { start, mark, last } = this.clause;
    if (values > 0 || refs.length > 0 || mark !== start || last !== start || this.stack.length > 0) return;
    // “其他运转经费，比上年增加5万元”: the clause named something that no label knows.
    if (this.isForeign(start, end - 1)) {
      this.sentence.current = { concept: NOTHING, subject: null, label: null, start, end };
    }
  }

  /** What stands before a word and is no label: the name of something else. */
  private isUnnamed(role: WordToken['role'], from: number, to: number): boolean {
    if (from >= to) return false;
    if (!COMPARING.has(role)) return this.isForeign(from, to);
    const { lex } = this.setting;
    const rest = this.text.slice(from, to).replace(lex.neutral, '').replace(NO_NAME, '');
    return rest.length > 1 && !lex.organisation.test(rest) && !lex.government.test(rest);
  }

  private isForeign(from: number, to: number): boolean {
    return from < to && this.setting.lex.foreign.test(this.text.slice(from, to));
  }

  private endSentence(end: number): void {
    this.closeClause(end);
    this.endReason(end - 1);
    this.stack.length = 0;
    const { base, caused, budget, level, year, unnamed, stated } = this.sentence;
    this.headline(end);
    this.before = { level, year };
    this.told = this.sentence.list ? [] : stated;
    this.part = this.sentence.parts && stated.length === 1 ? (stated[0] as Ref) : null;
    this.lost = (this.lost || unnamed) && stated.length === 0;
    this.section.base = base ?? this.section.base;
    this.sentence = newSentence(end);
    this.sentence.caused = caused;
    this.sentence.budget = budget;
    this.clause = newClause(end);
  }

  /** “2.公务接待费。”: a sentence that is nothing but a label says what the next ones are about. */
  private headline(end: number): void {
    const { current, start, stated, list } = this.sentence;
    if (!current?.label || current.concept === NOTHING || stated.length > 0 || list || this.clause.values > 0) return;
    const around = this.text.slice(start, current.start).length + this.text.slice(current.end, end).length;
    if (around <= HEADLINE) {
      this.section.topic = current;
      this.section.named = true;
    }
  }

  private endReason(end: number): void {
    const { reason, caused } = this.sentence;
    if (reason === null) return;
    for (const fact of caused) fact.reason ??= { start: reason, end };
    this.sentence.caused = [];
    this.sentence.reason = null;
    this.sentence.moved = 'no';
  }

  private label(token: Extract<Token, { type: 'label' }>): void {
    const { label, start, end } = token;
    const { counted: count, counts } = this.sentence;
    const counted = count && counts === 1 && label.after[count.concept];
    const named = label.nothing ? NOTHING : counted || this.meaning(label);
    const concept = this.sentence.byNature && named?.startsWith('expenditure.basic.') ? NOTHING : named;
    if (label.both && concept === null) {
      for (const each of label.both) this.clause.refs.push({ concept: each, subject: null, label, start, end });
      this.clause.last = end;
      return;
    }
    if (concept === null) {
      if (token.subject) this.subject(token.subject, end);
      else this.unknown(start, end);
      return;
    }
    this.refer(this.prefixed(this.ofItem({ concept: this.ofPart(concept), subject: null, label, start, end })));
    if (label.budget) this.clause.trigger ??= { kind: 'level', measure: 'budget', period: null, end };
  }

  /** “教育支出100万元，其中：基本支出80万元”: the split of an item is that item's. */
  private ofItem(ref: Ref): Ref {
    const { list, head, reason } = this.sentence;
    const subject = head?.subject;
    if (!list || reason !== null || subject?.scheme !== 'functional') return ref;
    const root = head?.concept.replace(/\.current_year$/, '');
    if (!ref.concept.startsWith(`${root}.basic`) && !ref.concept.startsWith(`${root}.project`)) return ref;
    const carries = this.setting.lex.concepts.get(ref.concept)?.subject?.includes('functional');
    return carries ? { ...ref, subject } : { ...ref, concept: NOTHING };
  }

  /** “货物类采购项目30个，采购金额5万元”: the amount of those that were counted. */
  private ofPart(concept: string): string {
    const part = this.sentence.part?.concept;
    const family = TOTAL.exec(concept)?.[1];
    return part && family && part.startsWith(family) ? part : concept;
  }

  /** A label that means nothing in this section: it explains its own text, and its figures are not another label's. */
  private unknown(start: number, end: number): void {
    const { clause } = this;
    // “预算8万元，支出6万元”: a general word goes on with the sentence.
    const general = this.text.slice(start, end).replace(this.setting.lex.generic.regex, '') === '';
    if (clause.refs.length === 0 && !general && clause.trigger?.kind !== 'share') clause.foreign = true;
    if (this.fills(this.text.slice(clause.last, start))) clause.last = end;
  }

  private meaning(label: Label): string | null {
    const { lex } = this.setting;
    const concept = conceptOf(label.concept, this.families(), lex);
    const without = lex.without.get(this.section.kind.without ?? '');
    return concept !== null && without?.test(concept) ? null : concept;
  }

  private subject(name: SubjectName, end: number): void {
    const concept = this.subjectConcept(name);
    const { parents } = this.section;
    const subject = subjectOf(name, this.sentence.reason === null ? parents : [], this.setting.names, this.setting.lex);
    if (this.sentence.reason === null) this.takeParent(name, subject);
    if (concept === null) return;
    const ref = { concept, subject, label: null, start: name.span.start, end };
    this.refer(ref);
    const listed = this.sentence.list && this.sentence.stated.length > 0;
    if (name.marked && this.sentence.reason === null && !listed && this.clause.trigger?.kind !== 'share') {
      this.section.topic = ref;
      this.section.named = true;
    }
  }

  /** A 类 that opens a numbered line stands above the items of the following lines. */
  private takeParent(name: SubjectName, subject: Subject): void {
    if (name.path.length > 1 || name.scheme !== 'functional') return;
    const digits = subject.code?.length ?? name.digits;
    if (digits === 3) this.section.parents = [name.path[0] as string];
  }

  private refer(ref: Ref): void {
    const { clause, sentence } = this;
    clause.last = ref.end;
    clause.foreign = false;
    if (clause.trigger?.kind === 'share') {
      clause.wholes.push(ref);
      return;
    }
    clause.refs.push(ref);
    if (sentence.reason !== null || sentence.purpose) return;
    sentence.current = ref;
    sentence.open = ref;
    if (!sentence.head && !sentence.list && this.stack.length === 0 && ref.concept !== NOTHING) sentence.head = ref;
  }

  private word(token: WordToken): void {
    const { role, end, groups } = token;
    const { clause, sentence } = this;
    if (clause.refs.length === 0) clause.foreign ||= this.isUnnamed(role, clause.last, token.start);
    if (role === 'reason' || (role === 'maybe' && sentence.caused.length > 0)) {
      if (!this.sameReason(token.start)) {
        this.endReason(token.start);
        sentence.reason = token.start;
      }
      this.clause = newClause(end);
    } else if (role === 'item') {
      this.mark(ITEM, end);
      return;
    } else if (role === 'unlike') {
      this.leaveReason(token);
      sentence.unlike = true;
      sentence.base = NO_BASE;
    } else if (role === 'base') {
      clause.base = sentence.unlike ? NO_BASE : this.baseOf(groups);
      this.leaveReason(token);
      if (sentence.reason === null || !sentence.base) sentence.base = clause.base;
      if (token.start === sentence.start) sentence.current ??= this.part;
      clause.trigger = { kind: 'base', end };
    } else if (role === 'above' || role === 'below') {
      clause.base = { basis: this.budgetOf(groups.own), period: this.setting.year };
      clause.trigger = { kind: 'change', sign: role === 'above' ? 1 : -1, end };
    } else if (role === 'up' || role === 'down') this.direction(role === 'up' ? 1 : -1, end);
    else if (role === 'either') this.either(groups, end);
    else if (role === 'flat') this.flat(token);
    else if (role === 'notflat') clause.notFlat = true;
    else if (role === 'complete' && clause.wholes.length === 0)
      clause.trigger = { kind: 'complete', basis: this.budgetOf(groups.own), end };
    else if (role === 'share') clause.trigger = { kind: 'share', end };
    else if (role === 'budget' || role === 'final' || role === 'execution') this.level(role, groups, end);
    else if (role === 'list' || role === 'purpose' || role === 'maybe') {
      if (token.start === sentence.start) this.goOn();
      if (this.setting.lex.economic.test(this.text.slice(token.start, end))) this.byNature();
      this.list(role !== 'list');
    } else if (role === 'within') {
      this.list(false);
      sentence.level = { measure: 'budget', period: null };
    } else if (role === 'use' && sentence.stated.length > 0) this.list(true);
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

  /** “按经济分类划分：工资福利支出…”: of the whole expenditure, unless the sentence or section is about a part of it. */
  private byNature(): void {
    const whole = this.sentence.head ?? this.section.topic;
    this.sentence.byNature = !(whole && SPLIT.test(whole.concept));
  }

  /** “主要原因是由于…”, “原因为：一是因为…”: one cause, said twice. */
  private sameReason(start: number): boolean {
    const { clause, sentence } = this;
    return sentence.reason !== null && clause.values === 0 && start - clause.start <= CAUSE;
  }

  private goOn(): void {
    this.sentence.parts = true;
    this.sentence.level = this.before.level;
    this.sentence.year = this.before.year;
  }

  private list(purpose: boolean): void {
    const { sentence } = this;
    if (sentence.reason !== null) {
      if (sentence.moved === 'whole' && !purpose) sentence.moved = 'parts';
      return;
    }
    sentence.list = true;
    sentence.counts = 0;
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
    if (this.sentence.reason !== null && !this.clause.base) this.sentence.moved = 'whole';
  }

  /** Both alternatives of the template were kept: the amount printed before says which was meant. */
  private either(groups: WordToken['groups'], end: number): void {
    const last = this.sentence.lastChange;
    const sign = last?.value ? (last.value.startsWith('-') ? -1 : 1) : groups.up ? 1 : -1;
    this.clause.trigger = { kind: 'change', sign, end };
  }

  private level(role: 'budget' | 'final' | 'execution', groups: WordToken['groups'], end: number): void {
    // “占基本支出预算的81%”: the whole of a share.
    if (this.clause.trigger?.kind === 'share' && this.clause.wholes.length > 0) return;
    const period = this.periodOf(groups);
    let measure: Measure = role;
    if (role === 'budget') {
      const budget = this.budgetOf(groups.own);
      measure = budget === 'adjusted_budget' ? 'adjusted_budget' : 'budget';
      if (groups.own) this.sentence.budget = budget;
    } else if (role === 'execution') measure = this.setting.measure === 'final' ? 'final' : 'execution';
    if (this.clause.trigger?.kind === 'base' && this.clause.base) this.refineBase(role, groups);
    else if (role !== 'final' && this.apart()) this.nameless(end);
    this.clause.trigger = { kind: 'level', measure, period: period ?? this.clause.base?.period ?? null, end };
  }

  /** Among evaluations a budget without a label is that of one project, unless the project was named. */
  private apart(): boolean {
    if (!this.section.kind.apart || this.clause.refs.length > 0) return false;
    return this.about()?.subject?.scheme !== 'project';
  }

  /** “比2022年度三公经费年初预算18万元减少…”: the figure compared with is named after its label. */
  private refineBase(role: 'budget' | 'final' | 'execution', groups: WordToken['groups']): void {
    const { year } = this.setting;
    if (this.clause.base?.basis === null) return;
    const period = this.clause.base?.period ?? year;
    const own = period === year ? this.budgetOf(groups.own) : 'prior_budget';
    const basis = role === 'budget' ? own : role === 'final' ? 'prior_final' : 'prior_execution';
    this.clause.base = { basis, period };
    this.sentence.base = this.clause.base;
  }

  private baseOf(groups: WordToken['groups']): Base {
    const { lex, measure, year } = this.setting;
    if (groups.budget && (groups.year === undefined || Number(groups.year) === year))
      return { basis: this.budgetOf(groups.own), period: year };
    if (groups.budget) return { basis: 'prior_budget', period: Number(groups.year) };
    const period = this.periodOf(groups) ?? (year === null ? null : year - 1);
    const noun = lex.nouns.find(({ regex }) => groups.noun !== undefined && regex.test(groups.noun));
    // “三公经费预算数较上年减少”: what is compared is a budget.
    const { trigger } = this.clause;
    const budget = measure === 'budget' || (trigger?.kind === 'level' && trigger.measure === 'budget');
    const prior = budget ? 'prior_budget' : 'prior_final';
    const same = groups.year !== undefined && Number(groups.year) === year && noun?.basis === 'prior_budget';
    if (same && measure === 'final') return { basis: 'budget', period: year };
    const far = groups.year !== undefined && year !== null && Number(groups.year) < year - 1;
    return { basis: far ? null : (noun?.basis ?? prior), period };
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

  private flat(token: WordToken): void {
    const { clause, sentence } = this;
    if (clause.notFlat || this.setting.template || sentence.reason !== null || clause.trigger?.kind === 'share') return;
    const ref = this.about();
    if (!ref) return;
    const base = clause.base ?? sentence.base ?? this.section.base;
    if (!base?.basis) return;
    const { basis } = base;
    const again = this.sentence.caused.some(
      (f) =>
        f.measure === 'change_amount' && f.stated === 'unchanged' && f.basis === basis && f.concept === ref.concept,
    );
    // “与上年持平，无增减变化” says it twice.
    if (again && !clause.base) return;
    const word = this.text.slice(token.start, token.end);
    this.emit(ref, 'change_amount', basis, this.setting.year, zero(word, 'CNY', 'unchanged'), token, 'flat');
    clause.trigger = null;
  }

  private none(token: WordToken, refs: readonly Ref[], end: number): void {
    if (this.setting.template) return;
    const word = this.text.slice(token.start, token.end);
    for (const ref of refs) {
      if (this.setting.lex.conditional.test(this.text.slice(ref.end, ref.end + 12))) continue;
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
}
