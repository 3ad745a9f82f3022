/** The equations over all tables, sentences and, where neither has all terms, the whole document. */
import type { Fact } from '../contract.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import { consensus, type Found, type Scope } from './book.ts';
import type { Context } from './context.ts';
import { type Equation, equations, type Term } from './equations.ts';
import { listing } from './listing.ts';
import { evaluate, type Outcome, type Place } from './relation.ts';

/** The concept whose facts say where to look: the first of the equation that is about no single code. */
function anchors({ forms }: Equation): Set<string> {
  const found = forms.map(
    ({ left, right }) =>
      (left.find((t) => !t.optional && t.code === null) ?? right.find((t) => t.code === null)) as Term,
  );
  return new Set(found.map(({ concept }) => concept));
}

type About = Pick<Fact, 'measure' | 'basis' | 'period'>;

class Sums {
  private readonly byConcept = new Map<string, Scope[]>();
  private readonly counted: ReadonlySet<string>;

  constructor(private readonly context: Context) {
    for (const scope of context.book.scopes.values()) {
      for (const concept of scope.concepts.keys()) {
        const list = this.byConcept.get(concept);
        if (list) list.push(scope);
        else this.byConcept.set(concept, [scope]);
      }
    }
    const { concepts } = vocabulary(context.patterns);
    this.counted = new Set([...concepts].flatMap(([id, { kind }]) => (kind === 'money' ? [] : [id])));
  }

  run(equation: Equation): void {
    const decided = new Set<string>();
    const asked = new Map<string, { about: About; subject: string }>();
    for (const anchor of anchors(equation)) {
      for (const scope of this.byConcept.get(anchor) ?? []) {
        const about = aboutOf(scope, anchor);
        if (!about) continue;
        const key = `${about.measure}|${about.basis}|${about.period}|${scope.subject}`;
        asked.set(key, { about, subject: scope.subject });
        for (const place of this.places(scope, anchor, about)) {
          const outcome = evaluate(equation, place);
          if (outcome && outcome.status !== 'unevaluable') decided.add(key);
          this.note(equation, outcome);
        }
      }
    }
    for (const [key, { about, subject }] of asked) {
      if (!decided.has(key)) this.note(equation, evaluate(equation, this.document(about, subject)));
    }
  }

  private note({ id }: Equation, outcome: Outcome | null): void {
    const { ledger } = this.context;
    if (outcome?.status === 'pass') ledger.pass(id, outcome.operands);
    else if (outcome?.status === 'fail') ledger.fail(outcome.failure);
    else if (outcome) ledger.unevaluable(id);
  }

  /** A table that prints the whole in several rows is asked row by row. */
  private places(scope: Scope, anchor: string, about: About): Place[] {
    const whole = scope.concepts.get(anchor) ?? [];
    const rows = new Set(whole.map((operand) => operand?.fact.source.row ?? null));
    if (scope.table === null || rows.size < 2) return [this.place(scope, about, null)];
    return [...rows].map((row) => this.place(scope, about, row));
  }

  private place(scope: Scope, about: About, row: number | null): Place {
    const { book, page } = this.context;
    const table = scope.table;
    const find = ({ concept, code }: Term): Found => {
      const elsewhere = this.counted.has(concept) && about.measure !== 'count';
      const family = elsewhere ? `${table ?? ''}|count|null|${about.period}` : scope.family;
      const subject = code === null ? scope.subject : `economic:${code}`;
      if (code !== null && scope.subject !== '') return null;
      const witnesses = book.scopes.get(`${family}|${subject}`)?.concepts.get(concept) ?? [];
      const same = witnesses.filter((operand) => operand?.fact.source.row === row);
      if (row !== null && code === null) return consensus(same);
      return consensus(witnesses);
    };
    const list: Place['list'] = (of, parts) => {
      if (table === null) return listing(this.context, of, parts);
      const sameRow = parts.every(({ fact }) => fact.source.row === of.fact.source.row);
      return page.hasUnreadCell(table, sameRow ? of.fact.source.row : null) ? 'unread' : null;
    };
    return { kind: table === null ? 'narrative' : 'table', find, list };
  }

  private document(about: About, subject: string): Place {
    const { book } = this.context;
    const find = ({ concept, code }: Term): Found => {
      if (code !== null && subject !== '') return null;
      const of = code === null ? subject : `economic:${code}`;
      const counted = this.counted.has(concept) && about.measure !== 'count';
      const { measure, basis } = counted ? { measure: 'count', basis: null } : about;
      return book.agreed(`${concept}|${of}|${measure}|${basis}|${about.period}`);
    };
    return { kind: 'document', find, list: () => null };
  }
}

/** Only amounts and changes of amounts add up. */
function aboutOf(scope: Scope, anchor: string): About | null {
  const [, measure, basis, period] = scope.family.split('|');
  const adds = measure === 'change_amount' || basis === 'null';
  if (!adds || measure === 'share' || measure === 'change_rate' || measure === 'completion_rate') return null;
  const first = scope.concepts.get(anchor)?.find((operand) => operand !== null);
  if (first) return first.fact;
  return {
    measure: measure as Fact['measure'],
    basis: basis === 'null' ? null : (basis as string),
    period: period === 'null' ? null : Number(period),
  };
}

export function checkEquations(context: Context): void {
  const sums = new Sums(context);
  for (const equation of equations(context.patterns)) sums.run(equation);
}
