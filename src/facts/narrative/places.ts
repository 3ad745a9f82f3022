/** The section of each paragraph, and what the sentences of a section hand on to the next. */
import type { Section } from '../../contract.ts';
import { byFamily, type Lexicon, NO_KIND, type SectionKind, sectionKind } from './lexicon.ts';
import type { Ref, SectionState } from './state.ts';

export interface Place {
  readonly section: Section | null;
  readonly state: SectionState;
}

/** Finds the section of each paragraph in one pass, and keeps what its sentences hand on. */
export class Places {
  private readonly states = new Map<string, SectionState>();
  private readonly open: Section[] = [];
  private next = 0;
  /** Of a report about one matter (“三公”经费) also what stands outside its sections. */
  private readonly outside: SectionState = {
    kind: NO_KIND,
    measure: null,
    topic: null,
    head: null,
    parents: [],
    base: null,
    dated: null,
    parts: new Set(),
    named: false,
    leads: new Set(),
    item: false,
  };

  constructor(
    private readonly sections: readonly Section[],
    private readonly lex: Lexicon,
    report: string | null,
    /** The figures that the heading of a section names. */
    private readonly measureOf: (section: Section) => 'final' | 'budget' | null,
  ) {
    const kind = sectionKind(report, lex);
    if (kind) this.outside = { ...this.outside, kind, topic: null };
  }

  at(offset: number): Place {
    while (this.next < this.sections.length && (this.sections[this.next] as Section).start <= offset) {
      const section = this.sections[this.next++] as Section;
      this.close(section.start);
      this.open.push(section);
    }
    this.close(offset);
    const section = this.open.at(-1) ?? null;
    return { section, state: section ? this.stateOf(section, this.open.length - 1) : this.outside };
  }

  private close(offset: number): void {
    while (this.open.length > 0 && (this.open.at(-1) as Section).end <= offset) this.open.pop();
  }

  private stateOf(section: Section, depth: number): SectionState {
    const known = this.states.get(section.id);
    if (known) return known;
    const above = depth > 0 ? this.stateOf(this.open[depth - 1] as Section, depth - 1) : this.outside;
    const found = sectionKind(section.kind, this.lex);
    const within = above.kind.families.some((family) => family in this.lex.families.expenditure);
    const kind = found && !(found.generic && within) ? nested(found, above.kind) : above.kind;
    const own = found !== null && section.kind !== null && kind !== above.kind;
    const concept = kind.topic?.replace('{e}', byFamily(this.lex.families.expenditure, kind.families) ?? '') ?? null;
    const named: Ref | null = concept ? { concept, subject: null, label: null, start: 0, end: 0 } : null;
    const topic = own ? named : found?.generic ? named : above.topic;
    const state: SectionState = {
      kind,
      measure: this.measureOf(section) ?? above.measure,
      topic,
      head: own ? null : above.head,
      parents: own ? [] : above.parents,
      base: null,
      dated: null,
      parts: new Set(),
      named: false,
      leads: new Set(),
      item: false,
    };
    this.states.set(section.id, state);
    return state;
  }
}

/** A section whose title names no fund of its own (项目支出) takes the families of the one around it. */
function nested(kind: SectionKind, above: SectionKind): SectionKind {
  return kind.families.length > 0 ? kind : { ...kind, families: above.families };
}
