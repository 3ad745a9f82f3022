/** What a statement is about, by its clause, its sentence and its section; and how it becomes a fact. */
import type { Measure } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import type { Valued } from './amount.ts';
import { byFamily, familiesWithin } from './lexicon.ts';
import {
  type Clause,
  NOTHING,
  newClause,
  newSentence,
  type Ref,
  type SectionState,
  type Sentence,
  type Setting,
  type Stated,
  type WordToken,
} from './state.ts';
import type { SubjectName } from './subjects.ts';
import type { Token } from './tokens.ts';

/** What the basic-expenditure table splits by economic nature, and its counterpart for projects. */
export const SPLIT = /\.(?:basic|project)$/;

export abstract class Statements {
  readonly stated: Stated[] = [];
  protected sentence: Sentence = newSentence(0);
  protected clause: Clause = newClause(0);
  /** Inside a cause: what the clause before said to have grown or fallen. */
  protected grown: Ref | null = null;
  /** What the last sentence of the paragraph was about has no name. */
  protected lost = false;
  protected readonly stack: { open: number; clause: Clause; current: Ref | null; list: boolean }[] = [];

  constructor(
    protected readonly text: string,
    protected readonly tokens: readonly Token[],
    protected readonly section: SectionState,
    protected readonly setting: Setting,
  ) {}

  protected families(): readonly string[] {
    const own = this.sentence.head ?? this.section.topic;
    return familiesWithin(this.section.kind, own?.concept ?? null, this.setting.lex);
  }

  /** What the clause is about, without looking at another sentence unless this one names nothing. */
  protected about(): Ref | null {
    const own = this.clause.refs.at(-1);
    if (own) return own.concept === NOTHING ? null : this.named(own);
    if (this.clause.foreign) return null;
    // “项目支出增加，较上年增加5万元”: inside a cause the clause before may name what grew.
    if (this.sentence.reason !== null) return this.clause.base ? this.grown : null;
    const { current, head, list } = this.sentence;
    // A comparison after a part named in passing is about the whole; after a semicolon the part is an item like others.
    const aside = current?.label?.aside && list && !this.sentence.items;
    if (aside && head && this.clause.trigger?.kind === 'change') return head;
    if (current?.concept === NOTHING) return null;
    return current ?? this.topic();
  }

  protected topic(): Ref | null {
    return this.lost ? null : this.section.topic;
  }

  /** “项目支出道路养护完成预算的92%” is about the project that the label is followed by. */
  protected named(ref: Ref): Ref {
    const { trigger, mark } = this.clause;
    if (!ref.concept.endsWith('.project') || ref.subject || trigger?.kind !== 'complete') return ref;
    const name = match(this.setting.lex.subjects.project, this.text.slice(ref.end, mark))?.groups.name;
    return name ? { ...ref, concept: 'project.funds', subject: { scheme: 'project', code: null, path: [name] } } : ref;
  }

  /** Inside a list under 项目支出 a name before an amount is a project's. */
  protected ofProjects(): boolean {
    const { head, current, list } = this.sentence;
    const of = [head, current, this.section.topic].some(
      (ref) => ref?.concept.endsWith('.project') || ref?.concept === 'project.funds',
    );
    return of && (list || this.sentence.reason === null);
  }

  /** The whole of a share: the one that is named, else what opened the sentence or the section. */
  protected whole(part: Ref): string | null {
    const named = this.clause.wholes.at(-1);
    if (named) return named.concept || null;
    const same = (ref: Ref | null) =>
      ref !== null && ref.concept === part.concept && ref.subject?.path.join() === part.subject?.path.join();
    const functional = part.subject?.scheme === 'functional';
    for (const ref of [this.sentence.head, functional ? { ...part, subject: null } : this.section.head]) {
      if (ref && !same(ref) && !ref.subject && !this.besides(ref.concept, part.concept)) return ref.concept;
    }
    const topic = this.section.kind.topic;
    return topic !== null && (topic !== part.concept || part.subject !== null) ? topic : null;
  }

  /** “基本支出占80%；项目支出占20%”: what is itself a part is not the whole of the part beside it. */
  private besides(concept: string, part: string): boolean {
    const above = (id: string) => id.slice(0, id.lastIndexOf('.'));
    return this.section.parts.has(concept) && above(concept) === above(part);
  }

  protected subjectConcept(name: SubjectName): string | null {
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
  protected economicConcept(): string | null {
    const { lex } = this.setting;
    const { head, current } = this.sentence;
    const basic = `${byFamily(lex.families.expenditure, this.families())}.basic`;
    const { topic, kind } = this.section;
    for (const concept of [head?.concept, current?.concept, topic?.concept, basic, kind.topic]) {
      if (concept && SPLIT.test(concept) && lex.concepts.get(concept)?.subject?.includes('economic')) return concept;
    }
    return null;
  }

  /** “道路养护项目支出50万元”: a name glued to the front of the label makes it that project's. */
  protected prefixed(ref: Ref): Ref {
    if (!ref.concept.endsWith('.project') || ref.start === this.clause.last) return ref;
    const before = this.text.slice(this.clause.last, ref.start);
    const name = match(this.setting.lex.subjects.projectBefore, before)?.groups.name;
    if (!name || this.setting.lex.subjects.projectMentioned.test(name)) return ref;
    return { ...ref, concept: 'project.funds', subject: { scheme: 'project', code: null, path: [name] } };
  }

  protected basis(): string | null {
    const prior = this.setting.measure === 'final' ? 'prior_final' : 'prior_budget';
    const said = this.clause.base ?? this.sentence.base;
    if (said) return said.basis;
    // “年初预算100万元，决算90万元，减少10万元” does not say against which of the two.
    const budgeted = this.stated.some((fact) => fact.start >= this.sentence.start && /budget/.test(fact.measure));
    if (this.setting.measure === 'final' && budgeted) return null;
    return this.section.base ? this.section.base.basis : prior;
  }

  protected periodOf(groups: WordToken['groups']): number | null {
    const { year } = this.setting;
    if (groups.year) return Number(groups.year);
    return groups.prior && year !== null ? year - 1 : null;
  }

  protected budgetOf(own: string | undefined): string {
    if (own && this.setting.lex.adjusted.test(own)) return 'adjusted_budget';
    return own ? 'budget' : (this.sentence.budget ?? 'budget');
  }

  protected emit(
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
      value: value.value,
      unit: value.unit,
      published: value.published,
      interval: value.interval,
      stated: value.stated,
      approximate: value.approximate,
      start: at.start,
      end: at.end,
      clause: { start: Math.min(this.clause.start, at.start), end: clauseEnd },
      pattern: `sentences/${pattern}${ref.label ? ` ${ref.label.id}` : ''}`,
      reason: null,
    };
    this.stated.push(fact);
    if (measure === 'share' && !ref.subject) this.section.parts.add(ref.concept);
    this.lost = false;
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
        if (!this.sentence.list && this.stack.length === 0 && value.stated !== 'none') this.lead(full);
        this.section.head ??= full;
      }
    }
    return fact;
  }

  /** The first matter of a sentence is what the next sentence is about, unless that names another. */
  private lead(ref: Ref): void {
    const { section } = this;
    const same =
      section.topic?.concept === ref.concept && section.topic.subject?.path.join() === ref.subject?.path.join();
    if (!same) section.named = false;
    section.topic = ref;
    section.leads.add(`${ref.concept} ${ref.subject?.path.join('/') ?? ''}`);
  }
}
